"""``mtqa models``: the model that mtqa brings along, and how to make it anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from mtqa.cli import LazyGroup

_COMMANDS = {
    "show": ("mtqa.cli.models:show", "Which model is in use, and what it can."),
    "train": ("mtqa.cli.models_train:train", "Train it from the development data."),
    "tune": ("mtqa.cli.models_train:tune", "Choose its thresholds on annotated segments."),
}


@click.group(cls=LazyGroup, commands_at=_COMMANDS)
def models() -> None:
    """mtqa's own model of translation quality, the distribution mtqa-qe-ro."""


@click.command()
@click.option("--qe", default="auto", metavar="auto|DIR", help="The installed model, or another.")
@click.option("--json", "as_json", is_flag=True, help="Print the manifest as JSON.")
def show(qe: str, **options: Any) -> None:
    """Where the model lies, what it was trained on, and how good it is."""
    from mtqa.qe.location import folder_of

    folder = folder_of(qe)
    if folder is None:
        click.echo("no model in use; pip install ./mtqa-qe-ro")
        return
    manifest = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    if options["as_json"]:
        click.echo(json.dumps(manifest, ensure_ascii=False, indent=1))
        return
    _print(folder, manifest)


def _print(folder: Path, manifest: dict[str, Any]) -> None:
    size = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    click.echo(f"mtqa-qe-ro {manifest['version']}, {size / 1e6:.1f} MB, in {folder}")
    for name, value in manifest.get("figures", {}).items():
        click.echo(f"  {name}: {value}")
    for name, count in manifest.get("examples", {}).items():
        click.echo(f"  learnt from {count:,} examples: {name}")
