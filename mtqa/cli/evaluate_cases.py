"""``mtqa evaluate cases``: acceptance cases, by kind of fault."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli import tell
from mtqa.cli.options import configuration, configuration_options

if TYPE_CHECKING:
    from mtqa.evaluation.cases import Tally

_COUNTS = ("faults", "found", "silent", "kept", "severities", "severe", "suggestions", "suggested")


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--errors", is_flag=True, help="List the cases that did not go as they should.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@configuration_options
def cases(files: tuple[Path, ...], **options: Any) -> None:
    """Acceptance cases: faults found, clean texts kept silent, by kind.

    FILES have a JSON object a line: id, kind, target, source and source_lang (or null), expect (a
    list of text, categories, perhaps severity and suggestion), silent and verdict. A fault is
    found if an issue of an accepted category overlaps each expected text, and the verdict is the
    one asked for. A clean text is kept if nothing at all is said of it.
    """
    from mtqa.evaluation.cases import measure, read_cases
    from mtqa.pipeline import Checker

    listed = [case for path in files for case in read_cases(path)]
    checker = Checker(
        configuration(
            options["config_path"],
            options["ui"],
            options["select"],
            options["ignore"],
            options["min_confidence"],
        ),
        force=True,
    )
    tallies = measure(checker, listed)
    if options["as_json"]:
        record = {kind: {name: getattr(t, name) for name in _COUNTS} for kind, t in tallies.items()}
        click.echo(json.dumps(record, ensure_ascii=False, indent=1))
    else:
        _show(tallies, options["errors"])


def _show(tallies: dict[str, Tally], errors: bool) -> None:
    click.echo(f"{'kind':<12}{'found':>12}{'kept silent':>14}{'severity':>12}{'suggestion':>13}")
    for kind, tally in tallies.items():
        _row(kind, [getattr(tally, name) for name in _COUNTS])
    _row("all", [sum(getattr(t, name) for t in tallies.values()) for name in _COUNTS])
    for tally in tallies.values() if errors else ():
        for case, issues in tally.missed:
            said = (
                "; ".join(f"{i.check} ({i.severity}) {i.text[:40]!r}" for i in issues) or "nothing"
            )
            wanted = "silence" if case.silent else ", ".join(repr(e.text) for e in case.expect)
            tell(f"{case.id}: wanted {wanted}; said {said}")


def _row(name: str, counts: list[int]) -> None:
    faults, found, silent, kept, severities, severe, suggestions, suggested = counts
    cells = [(found, faults), (kept, silent), (severe, severities), (suggested, suggestions)]
    texts = [f"{right}/{total}" if total else "" for right, total in cells]
    click.echo(f"{name:<12}{texts[0]:>12}{texts[1]:>14}{texts[2]:>12}{texts[3]:>13}")


__all__ = ["cases"]
