"""``mtqa checks --observed``: each check's precision as its editors see it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from mtqa.checks.registry import all_checks, select
from mtqa.cli import reader_may_leave, tell
from mtqa.report.visible import visible
from mtqa.review.observed import Observed, observed
from mtqa.review.store import Store, sound


def show_observed(database: Path, names: tuple[str, ...], *, as_json: bool) -> None:
    """Print the checks that have issues on a desk, the least precise first.

    Raises:
        InputError: the file is no review database.
        UnknownCheck: a name means no check.
    """
    store = Store(database, must_exist=True)
    try:
        with sound(database):
            rows = observed(store)
    finally:
        store.close()
    if names:
        wanted = {check.name for check in select(names)}
        rows = [row for row in rows if row.check in wanted]
    rows.sort(key=lambda row: (row.interval is None, row.interval and row.interval[1], row.check))
    with reader_may_leave():
        if as_json:
            click.echo(json.dumps([_record(row) for row in rows], ensure_ascii=False, indent=1))
        elif rows:
            _table(rows)
        else:
            tell(f"{database}: no issues of these checks")


def _record(row: Observed) -> dict[str, Any]:
    return {
        "check": row.check,
        "right": row.right,
        "wrong": row.wrong,
        "open": row.open,
        "precision": None if row.precision is None else round(row.precision, 4),
        "interval": None if row.interval is None else [round(bound, 4) for bound in row.interval],
        "confidence": None if row.confidence is None else round(row.confidence, 4),
        "reasons": row.reasons,
    }


def _table(rows: list[Observed]) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in ("check", "right", "95 % interval", "claims", "open", "verdict", "dismissed as"):
        table.add_column(column, no_wrap=column != "dismissed as", overflow="fold")
    known = all_checks()
    for row in rows:
        reasons = ", ".join(f"{name} {number}" for name, number in row.reasons.items())
        table.add_row(
            Text(visible(row.check if row.check in known else f"{row.check} (gone)")),
            f"{row.right}/{row.decided}" if row.decided else "–",
            _interval(row),
            "–" if row.confidence is None else f"{row.confidence * 100:.0f} %",
            str(row.open),
            row.verdict,
            Text(visible(reasons)),
        )
    Console(width=None if sys.stdout.isatty() else 120).print(table)


def _interval(row: Observed) -> str:
    if row.interval is None:
        return "–"
    low, high = (round(bound * 100) for bound in row.interval)
    return f"{low}–{high} %"
