"""Figures that have changed places: each value is there, in the company of the other."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import combinations

from mtqa.align.surface import across_scripts
from mtqa.common.memory import WORDS
from mtqa.compare.figures.match import Bead, Side
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.verdict import Verdict, is_year
from mtqa.knowledge import en_ro, romanian
from mtqa.languages.tables import words

_WORD = re.compile(r"[^\W\d_]{2,}")
_COUNTS = re.compile(
    r"[ \u00a0](?:de (?!la\b|către|catre|când|pe\b|după|dupa)[a-zăâîșț]|km|kg|metri|milioane|%)|%"
)
_DATES = re.compile(r"\b(?:în|din|anul|anului|până în)[ \u00a0]$")
_CLOSES = re.compile(r"\s?(?:[.,;!?)]|$)")
#: How many characters before and after a figure show what it counts, and how many words of them.
_REACH = 48
_BEFORE, _AFTER = 2, 3
_STEM = 5
#: How much units that agree weigh beside a word.
_UNITS = 2


def swapped(bead: Bead) -> Iterator[Verdict]:
    """Pairs whose order is reversed and whose company is the other's."""
    if words(bead.source.language).free_order:
        return
    pairs = [
        (s, t) for s, t, cost in bead.pairs
        if cost < 1 and not s.written and not t.written and s.kind in ("number", "ordinal", "part")
    ]  # fmt: skip
    around = _Around(bead)
    for (s, t), (other, u) in combinations(sorted(pairs, key=lambda p: p[0].start), 2):
        if "ordinal" in (s.kind, other.kind) and is_year(t) != is_year(u):
            continue  # "ranked 1st in 2011" and "a terminat anul 2011 pe locul 1"
        if s.value == other.value or max(u.start - t.end, t.start - u.end) < 4:
            continue
        straight, crossed = _company(around, s, u, other, t)
        slots = _slots(bead.target.text, s, u, other, t)
        reversed_ = t.start > u.start
        if reversed_ and straight == crossed and slots == 0:
            exchanged = _alike(s, other) and is_year(t) == is_year(u)
        else:
            exchanged = straight + slots > crossed and (reversed_ or slots > 0)
        if exchanged or (reversed_ and _year_first(s, t, other, u)):
            yield from _both(bead, s, t, other, u)


def _both(bead: Bead, s: Quantity, t: Quantity, other: Quantity, u: Quantity) -> Iterator[Verdict]:
    text = bead.target.text
    for figure, place, right in ((s, u, t), (other, t, u)):
        yield Verdict("swapped", place.start, place.core_end, text[right.start : right.core_end],
                      figure.start, figure.end)  # fmt: skip


def _year_first(s: Quantity, t: Quantity, other: Quantity, u: Quantity) -> bool:
    """Whether a date has its year in the place of its day: "1953 iunie 19"."""
    return s.day and t.day and is_year(u) and t.start - u.end < 14 and other.end - s.start < 24


def _alike(s: Quantity, other: Quantity) -> bool:
    """Whether nothing but the order tells the figures apart: translations rarely reverse two
    counts of one kind, but often a count and a year."""
    if s.day or other.day or "part" in (s.kind, other.kind) or is_year(s) != is_year(other):
        return False
    return s.unit == other.unit and s.scale == other.scale and s.kind == other.kind


def _company(
    around: _Around, s: Quantity, u: Quantity, other: Quantity, t: Quantity
) -> tuple[float, float]:
    """How well the words around the figures agree as they stand in order, and crosswise."""
    one, two = around.source(s), around.source(other)
    left, right = around.target(u), around.target(t)
    straight = _likeness(one, left) + _likeness(two, right)
    crossed = _likeness(one, right) + _likeness(two, left)
    return straight, crossed


def _slots(text: str, s: Quantity, u: Quantity, other: Quantity, t: Quantity) -> int:
    """How far the units, and the places of years, say that the figures were exchanged; below 0
    that they were not."""
    found = 0
    if s.unit != other.unit:
        found += _UNITS * (s.unit == u.unit and other.unit == t.unit)
        found -= _UNITS * (s.unit == t.unit and other.unit == u.unit)
    pairs = ((s, t), (other, u))
    years = [is_year(one) and is_year(figure) for one, figure in pairs]
    if years[0] != years[1]:
        for (_, figure), year in zip(pairs, years, strict=True):
            found += _UNITS * _is_misplaced(text, figure, year=year)
    return found


def _is_misplaced(text: str, figure: Quantity, *, year: bool) -> bool:
    """Whether a year counts things ("1953 de oameni") or another figure dates ("din 30.000.")."""
    if year:
        return _COUNTS.match(text, figure.end) is not None
    dated = _DATES.search(text[max(0, figure.start - 16) : figure.start]) is not None
    return (
        dated
        and not figure.unit
        and _COUNTS.match(text, figure.end) is None
        and _CLOSES.match(text, figure.end) is not None
    )


class _Around:
    """The keys of the words around the figures of a segment, each found once."""

    def __init__(self, bead: Bead) -> None:
        self.source = _found_once(bead.source)
        self.target = _found_once(bead.target)


def _found_once(side: Side) -> Callable[[Quantity], list[frozenset[str]]]:
    figures = [q for q in side.figures if not q.written]
    starts = sorted(q.start for q in figures)
    ends = sorted(q.end for q in figures)
    known: dict[tuple[int, int, int], list[frozenset[str]]] = {}

    def around(figure: Quantity) -> list[frozenset[str]]:
        place = figure.start, figure.core_end, figure.end
        found = known.get(place)
        if found is None:
            found = known[place] = list(_keys_around(side, figure, starts, ends))
        return found

    return around


def _keys_around(
    side: Side, figure: Quantity, starts: list[int], ends: list[int]
) -> Iterator[frozenset[str]]:
    """The keys of the words around a figure, up to the next figures."""
    place = bisect_right(ends, figure.start)
    low = max(ends[place - 1] if place else 0, figure.start - _REACH, 0)
    place = bisect_left(starts, figure.end)
    high = min(starts[place] if place < len(starts) else figure.end + _REACH, figure.end + _REACH)
    before = _WORD.findall(side.text[low : figure.start])[-_BEFORE:]
    after = _WORD.findall(side.text[figure.core_end : high])[:_AFTER]
    return (_keys(word, side.language) for word in (*before, *after))


def _likeness(source: list[frozenset[str]], target: list[frozenset[str]]) -> float:
    return sum(any(keys & other for other in target) for keys in source)


@lru_cache(maxsize=WORDS)
def _keys(word: str, language: str) -> frozenset[str]:
    """What a word may be recognised by on the other side: its stem, and its translations."""
    lower = word.lower()
    keys = {across_scripts(word)[:_STEM]} if len(word) > 3 else set()
    if language == "en":
        keys |= {
            across_scripts(sense)[:_STEM]
            for sense in en_ro().translations(lower)
            if " " not in sense
        }
    if language == "ro" and len(word) > 2:
        keys |= {across_scripts(lemma)[:_STEM] for lemma in romanian().lemmas(lower)}
    return frozenset(keys)
