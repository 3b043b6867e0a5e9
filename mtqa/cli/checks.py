"""``mtqa checks``: what mtqa looks for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.checks.base import Check
from mtqa.checks.registry import select
from mtqa.cli import reader_may_leave
from mtqa.judgement.calibration import calibrated
from mtqa.judgement.measured import measured, measured_on
from mtqa.knowledge.firing import fired
from mtqa.knowledge.rows import Row, senses

if TYPE_CHECKING:
    from rich.console import Console


@click.command()
@click.argument("names", nargs=-1, metavar="[CHECK]...")
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@click.option(
    "--observed",
    metavar="DB",
    type=click.Path(path_type=Path),
    help="How right the checks were, as the editors of this `mtqa review --db` file see it.",
)
def checks(names: tuple[str, ...], as_json: bool, observed: Path | None) -> None:
    """List every check with its category and what it finds.

    CHECK is a check, a family or a pattern: names.kinship, spacing, *.hyphen. Asked for by name, a
    check shows the rows of its table: on how many different sources of machine translations and of
    human text each speaks, and how it was come by.
    """
    if observed is not None:
        from mtqa.cli.observed import show_observed

        show_observed(observed, names, as_json=as_json)
        return
    listed = select(names)
    if as_json:
        records = [_record(check) for check in listed]
        with reader_may_leave():
            click.echo(json.dumps(records, ensure_ascii=False, indent=1))
        return
    with reader_may_leave():
        _table(listed, whole=bool(names))


def _record(check: Check) -> dict[str, object]:
    seen = measured(check.name)
    heard = fired().get((check.name, ""))
    return {
        "check": check.name,
        "category": check.category,
        "severity": check.severity,
        "confidence": calibrated(check.name, check.confidence),
        "needs_source": check.needs_source,
        "needs_parser": check.needs_parser,
        "measured": seen and seen._asdict(),
        "fired": heard and heard._asdict(),
        "rows": [
            {"row": row.name, **_counts(row), "provenance": row.provenance} for row in _rows(check)
        ],
        "title": check.title(),
        "description": check.description(),
    }


def _rows(check: Check) -> list[Row]:
    """The rows of the tables by which a check speaks."""
    return [row for row in senses() if row.check == check.name]


def _counts(row: Row) -> dict[str, int | None]:
    """On how many different sources a row speaks; None where nobody counted yet."""
    heard = fired().get((row.check, row.name))
    return {"machine": heard and heard.machine, "human": heard and heard.human}


def _table(listed: tuple[Check, ...], *, whole: bool) -> None:
    """The checks as a table; asked for by name, each with its whole docstring."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("check", "category", "severity", "right", "found", "human", "finds"):
        table.add_column(column, no_wrap=column != "finds", overflow="fold")
    for check in listed:
        finds = check.description() if whole else check.title()
        seen = measured(check.name)
        figures = (seen.precision, seen.recall, str(seen.human)) if seen else ("–", "–", "–")
        table.add_row(check.name, check.category, check.severity, *figures, Text(finds))
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(table)
    console.print(Text(measured_on(), "dim"))
    if off := _without_parser():
        console.print(Text(off))
    for check in listed if whole else ():
        heard = fired().get((check.name, ""))
        if heard:
            said = f"{check.name}: speaks on {heard.machine} different sources of machine "
            console.print(Text(f"{said}translations, on {heard.human} of human text."))
        if rows := _rows(check):
            _print_rows(console, rows)


def _without_parser() -> str:
    """That the checks on the tree are off, where they are; ``""`` where they run."""
    from mtqa.languages.ro.parse import folder_of, installed

    if folder_of("auto") is not None:
        return ""
    names = ", ".join(check.name for check in select(()) if check.needs_parser)
    why = "is switched off" if installed() else "is not installed"
    cure = "" if installed() else "; pip install ./models/mtqa-ro-core"
    return f"mtqa-ro-core {why}: the checks on the tree are off ({names or 'none'}){cure}"


def _print_rows(console: Console, rows: list[Row]) -> None:
    """The rows of a check, with the different sources on which each speaks and its provenance."""
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("row", "machine", "human", "provenance"):
        table.add_column(column, overflow="fold", justify="left" if column[0] in "rp" else "right")
    for row in rows:
        counts = ("–" if count is None else str(count) for count in _counts(row).values())
        table.add_row(row.name, *counts, row.provenance)
    console.print(table)
