"""Dates in figures whose day and month have changed places: "04.03.2025" for the 3rd of April.

The values of such a date are all there, so that only what stands where tells. A date that English
writes in figures may have either in front and proves nothing, unless one of the two is no month.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtqa.common.bounds import affordable
from mtqa.compare.figures.match import Bead, Side
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.verdict import Verdict
from mtqa.languages.ro.months import MONTH_NAMES

_FIGURES = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)?\d\d)(?![\w/-]|\.\d)")
_YEAR_FIRST = re.compile(
    r"(?<![\w./-])((?:19|20)\d\d)([./-]) ?(\d{1,2})\2 ?(\d{1,2})(?![\w/]|\.\d)"
)
#: Between a day and its month, in words or not.
_NEAR = 8


class _Date(NamedTuple):
    """A day of a month with its place; `either` if its parts may stand the other way round."""

    start: int
    end: int
    day: int
    month: int
    either: bool = False
    spelt: bool = False


def turned_dates(bead: Bead) -> Iterator[Verdict]:
    """The dates of a segment's target that have the month of the source for their day."""
    if not bead.target.spans or not bead.source.spans:
        return
    target = list(_dates(bead.target))
    source = list(_dates(bead.source)) if target else []
    if not affordable(len(source) * len(target), len(bead.source.sentences)):
        return
    said = {(date.day, date.month) for date in source}
    said |= {(date.month, date.day) for date in source if date.either}
    for date in target:
        if (date.day, date.month) in said or date.day == date.month:
            continue
        for other in source:
            if not other.either and (other.month, other.day) == (date.day, date.month):
                right = _written(bead.target.text[date.start : date.end], other, date)
                yield Verdict("date", date.start, date.end, right, other.start, other.end)
                break


def _dates(side: Side) -> Iterator[_Date]:
    """The dates of a side that have a day and a month."""
    for start, end in side.spans:
        for match in _FIGURES.finditer(side.text, start, end):
            yield from _in_figures(match, int(match[1]), int(match[3]), side.language)
        for match in _YEAR_FIRST.finditer(side.text, start, end):
            yield from _in_figures(match, int(match[4]), int(match[3]), "ro")
    months = [figure for figure in side.figures if figure.kind == "month"]
    days = [figure for figure in side.figures if figure.day and not figure.written]
    for month in months:
        near = [day for day in days if _is_beside(day, month)]
        if len(near) == 1:
            start, end = min(near[0].start, month.start), max(near[0].end, month.end)
            yield _Date(start, end, int(near[0].value), int(month.value), spelt=True)


def _in_figures(match: re.Match[str], day: int, month: int, language: str) -> Iterator[_Date]:
    either = language == "en" and day <= 12
    if month > 12 >= day and language == "en":
        day, month, either = month, day, False
    if 1 <= day <= 31 and 1 <= month <= 12:
        yield _Date(match.start(), match.end(), day, month, either)


def _is_beside(day: Quantity, month: Quantity) -> bool:
    return 0 <= max(month.start - day.end, day.start - month.end) <= _NEAR


def _written(text: str, right: _Date, wrong: _Date) -> str | None:
    """The text with day and month where Romanian has them."""
    match = _FIGURES.fullmatch(text)
    if match:
        return f"{right.day:02}{match[2]}{right.month:02}{match[2]}{match[4]}"
    return f"{right.day} {MONTH_NAMES[right.month - 1]}" if wrong.spelt else None
