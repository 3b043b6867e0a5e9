"""``mtqa models``: the model that mtqa brings along, and how to make it anew."""

from __future__ import annotations

import json
from typing import Any

import click

from mtqa.cli import LazyGroup, tell

_COMMANDS = {
    "show": ("mtqa.cli.models:show", "Which model is in use, and what it learnt from."),
    "train": ("mtqa.workshop.commands.models:train", "Train it from the development data."),
    "teach": ("mtqa.workshop.commands.models:teach", "Teach it annotated errors."),
    "distil": (
        "mtqa.workshop.commands.models:distil",
        "Teach it what several models say.",
    ),
    "tune": (
        "mtqa.workshop.commands.models:tune",
        "Choose what its scores count, and their scale.",
    ),
}


@click.group(cls=LazyGroup, commands_at=_COMMANDS)
def models() -> None:
    """mtqa's own model of translation quality, the distribution mtqa-qe-ro."""


@click.command()
@click.option("--qe", default="auto", metavar="auto|DIR", help="The installed model, or another.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest as JSON.")
def show(qe: str, **options: Any) -> None:
    """Where the model lies, and what it learnt from; how good it is, its README says."""
    from mtqa.scorers.qe.location import folder_of, manifest

    folder = folder_of(qe)
    if folder is None:
        click.echo("no model in use; pip install ./mtqa-qe-ro")
        return
    said = manifest(folder)
    if options["as_json"]:
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    tell(f"mtqa-qe-ro {said['version']}, {size / 1e6:.1f} MB, in {folder}")
    for name, count in said.get("examples", {}).items():
        tell(f"learnt from {count:,} examples: {name}")
    if told := said.get("distilled"):
        shares = ", ".join(f"{share:.2f}" for share in told["shares"])
        tell(
            f"then taught by {len(told['from'])} models (shares {shares}) on "
            f"{told['examples']:,} pairs"
        )
    for lesson in said.get("taught", ()):
        count = sum(lesson.get("examples", {}).values())
        tell(f"then taught annotated errors and post-edits: {count:,} examples")
