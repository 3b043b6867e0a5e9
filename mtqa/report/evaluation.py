"""Tables of evaluation figures on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mtqa.metrics.bitext import Alarms, Recall
from mtqa.metrics.spans import Counts, SpanResult
from mtqa.report.visible import visible

if TYPE_CHECKING:
    from rich.table import Table


def show_spans(result: SpanResult, *, errors: bool = False) -> None:
    """Print recall, precision and F1 by category, severity and check."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    table = _table()
    for title, rows in (
        ("category", result.categories),
        ("severity", result.severities),
        ("check", result.checks),
    ):
        table.add_section()
        for name, counts in rows.items():
            if counts.gold or counts.issues:
                table.add_row(*_row(name, counts, gold=title != "check"))
    table.add_section()
    table.add_row(*_row("all", result.total), style="bold")
    console.print(table)
    console.print(f"{result.texts} texts, {result.words} words; {result.signature}", markup=False)
    if errors:
        for missed in result.missed:
            span = missed.span
            console.print(
                f"missed  {visible(missed.id)} {span.start}-{span.end} {span.category}: "
                f"{visible(span.text)} | {visible(span.note)}",
                markup=False,
            )
        for alarm in result.false:
            issue = alarm.issue
            console.print(
                f"false   {visible(alarm.id)} {issue.start}-{issue.end} {issue.check}: "
                f"{visible(issue.text)}",
                markup=False,
            )


def show_corruptions(
    recalls: Mapping[str, Recall], alarms: Mapping[str, Alarms], *, errors: bool = False
) -> None:
    """Print what was found of each kind of corruption, and the false alarms by language."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(columns_table("corruption", "made", "found", "recall", "right", rows=[
        (way, str(r.made), str(r.found), _ratio(r.found, r.made), _ratio(r.right, r.found))
        for way, r in recalls.items()
    ]))  # fmt: skip
    console.print(columns_table("false alarms", "sentences", "issues", "per 100", rows=[
        (language, str(a.sentences), str(sum(a.checks.values())), f"{a.rate:.2f}")
        for language, a in alarms.items()
    ]))  # fmt: skip
    if errors:
        for line in _corruption_errors(recalls, alarms):
            console.print(visible(line), markup=False, soft_wrap=True)


def _corruption_errors(
    recalls: Mapping[str, Recall], alarms: Mapping[str, Alarms]
) -> Iterator[str]:
    for way, recall in recalls.items():
        for name, spoilt, line in recall.missed:
            yield f"missed {way}: {name} -> {spoilt} | {line}"
    for language, found in alarms.items():
        for line, issue in found.issues:
            span = issue.source_span.text if issue.source_span else ""
            yield f"false {language} {issue.check}: {span} -> {issue.text} | {line}"


def columns_table(*titles: str, rows: Iterable[tuple[str, ...]]) -> Table:
    """A table of figures: names on the left, the rest flush right."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column(Text(visible(titles[0])), no_wrap=True)
    for title in titles[1:]:
        table.add_column(Text(visible(title)), justify="right", no_wrap=True)
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table


def _ratio(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "–"


def _table() -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.add_column("", no_wrap=True)
    for column in (
        "gold",
        "found",
        "exact",
        "typed",
        "recall",
        "issues",
        "true",
        "precision",
        "F1",
    ):
        table.add_column(column, justify="right", no_wrap=True)
    return table


def _row(name: str, counts: Counts, *, gold: bool = True) -> list[str]:
    annotated = (
        [counts.gold, counts.found, counts.exact, counts.typed] if gold else ["", "", "", ""]
    )
    return [
        name,
        *map(str, annotated),
        _share(counts.recall) if gold else "",
        str(counts.issues),
        str(counts.true),
        _share(counts.precision),
        _share(counts.f1) if gold else "",
    ]


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
