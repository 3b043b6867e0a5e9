"""Tables of evaluation figures on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from mtqa.errors import MissingExtra
from mtqa.evaluation.agreement import Interval
from mtqa.evaluation.intervals import intervals, kendall
from mtqa.evaluation.spans import ALL, BARE, GRAVE, Counts, SpanResult
from mtqa.report.visible import visible

if TYPE_CHECKING:
    from rich.table import Table


def show_spans(
    result: SpanResult, against: SpanResult | None = None, *, errors: bool = False
) -> None:
    """Print recall, precision and F1 by category, severity and check, with 95 % intervals.

    Args:
        result: the figures.
        against: those of LanguageTool on the same texts.
        errors: list every missed span and every false issue.
    """
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 170, highlight=False)
    console.print(_spans_table(result, against))
    console.print(f"{result.texts} texts, {result.words} words; {result.signature}", markup=False)
    for line in _agreement(result):
        console.print(line)
    for line in _span_errors(result) if errors else ():
        console.print(line, markup=False)


def _spans_table(result: SpanResult, against: SpanResult | None) -> Table:
    """The table of figures; LanguageTool's beside them, which knows no categories."""
    ranges = intervals(result.each)
    theirs = intervals(against.each) if against else {}
    columns = ["gold", "found", "right", "recall", "issues", "true", "precision", "F1"]
    table = columns_table(
        "", *columns, *(["LT recall", "LT precision"] if against else []), rows=[]
    )
    sums = {name: result.rows[name] for name in (GRAVE, BARE, ALL) if name in result.rows}
    for rows, gold in (
        (result.categories, True),
        (result.severities, True),
        (result.checks, False),
        (sums, True),
    ):
        for name, counts in rows.items():
            if counts.gold or counts.issues:
                cells = _row(name, counts, ranges.get(name, {}) if gold else {}, gold=gold)
                rival = theirs.get(name, {}) if against and gold else {}
                cells += [_range(rival, "recall"), _range(rival, "precision")] if against else []
                table.add_row(*cells, style="bold" if name == ALL else "")
        table.add_section()
    return table


def _agreement(result: SpanResult) -> Iterator[str]:
    """How the scores of whole texts agree with the annotator's."""
    try:
        found = kendall(result)
    except MissingExtra as problem:
        yield str(problem)
        return
    for name, (texts, value) in found.items():
        yield f"Kendall of {name} with the annotator's score: {_shown(value)} ({texts} texts)"


def _span_errors(result: SpanResult) -> Iterator[str]:
    for missed in result.missed:
        span = missed.span
        yield (
            f"missed  {visible(missed.id)} {span.start}-{span.end} {span.category}: "
            f"{visible(span.text)} | {visible(span.note)}"
        )
    for alarm in result.false:
        issue = alarm.issue
        place = f"{issue.start}-{issue.end} {issue.check}"
        yield f"false   {visible(alarm.id)} {place}: {visible(issue.text)}"


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


def _row(
    name: str, counts: Counts, ranges: Mapping[str, Interval], *, gold: bool = True
) -> list[str]:
    annotated = [str(counts.gold), str(counts.found), str(counts.right)] if gold else [""] * 3
    precision = _range(ranges, "precision") if ranges else _share(counts.precision)
    return [
        name,
        *annotated,
        _range(ranges, "recall") if gold else "",
        str(counts.issues),
        str(counts.true),
        precision,
        _range(ranges, "f1") if gold else "",
    ]


def _range(ranges: Mapping[str, Interval], figure: str) -> str:
    """``0.082 [.06 .11]``, a dash where there is nothing to divide."""
    return _shown(ranges[figure]) if figure in ranges else "–"


def _shown(value: Interval) -> str:
    low, high = (f"{bound:.2f}".replace("0.", ".") for bound in (value.low, value.high))
    return f"{value.value:.3f} [{low} {high}]"


def _share(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"
