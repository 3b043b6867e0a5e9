"""Figures that stand in the place of others: what one side lacks, paired with what the other has
too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.compare.figures import romanian
from mtqa.compare.figures.compare import is_currency, may_be_measured
from mtqa.compare.figures.match import Bead, strong
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.verdict import Verdict, changed, has_zone, is_year

_NUMERIC = frozenset(["number", "ordinal", "part", "roman", "digits"])
#: How unlike a stand-in may be.
_LIMIT = 1.6


def stand_ins(bead: Bead) -> Iterator[Verdict]:
    """Pair what was lost with what is extra in a segment, and judge each pair."""
    lost, extra = [*bead.lost, *bead.spare_source], [*bead.extra, *bead.spare_target]
    owned, own = len(bead.lost), len(bead.extra)
    candidates = sorted(
        (unlikeness + 0.3 * (i >= owned) + 0.3 * (j >= own), i, j)
        for i, s in enumerate(lost)
        for j, t in enumerate(extra)
        if ((i < owned and strong(s)) or (j < own and strong(t)) or (i < owned and j < own))
        and (unlikeness := _unlikeness(bead, s, t)) is not None
        and unlikeness < _LIMIT
    )
    used: tuple[set[int], set[int]] = (set(), set())
    read: list[tuple[int, int]] = []
    for _, i, j in candidates:
        if i in used[0] or j in used[1]:
            continue
        used[0].add(i)
        used[1].add(j)
        s, t = lost[i], extra[j]
        written = _out_of_shape(bead, s, t)
        if written is not None:
            read.append((written.start, written.end))
            yield written
        elif not _is_zoned(bead, s, t):
            yield changed(s, t, certain=_is_certain(s, t))
    bead.lost = [s for i, s in enumerate(lost[:owned]) if i not in used[0]]
    bead.extra = [
        t
        for j, t in enumerate(extra[:own])
        if j not in used[1] and not any(start <= t.start < end for start, end in read)
    ]


#: A figure with whatever stands between its digits, right or wrong…
_SHAPE = re.compile(r"\d(?:[\d.,]*\d)?(?:, \d(?:[\d.,]*\d)?)?")
#: …and how far from what was read as one it may begin or end.
_NEAR = 16


def _out_of_shape(bead: Bead, s: Quantity, t: Quantity) -> Verdict | None:
    """The verdict on a figure that has the digits of the source's and separators that nobody can
    read: "9.331.77", "1, 1914"."""
    text = bead.target.text
    if s.value / s.scale % 1 == 0 or s.written or t.written:
        return None
    digits = _digits(bead.source.text[s.start : s.core_end])
    for start, end in _shapes(text, max(0, t.start - _NEAR), t.core_end + _NEAR):
        if start <= t.start < end and _digits(text[start:end]) == digits:
            shape = text[start:end]
            if " " not in shape and sum(c in ".," for c in shape) < 2:
                return None  # a decimal comma lost or moved
            right = romanian.number(s.value / s.scale)
            return Verdict("format", start, end, right, s.start, s.end)
    return None


def _shapes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _SHAPE.finditer(text, start, end))


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))


def _is_certain(s: Quantity, t: Quantity) -> bool:
    """Whether nothing but a blunder explains the pair: two months or weekdays, or two figures that
    every translation must have, and neither converted nor rounded."""
    if s.kind in ("month", "weekday"):
        return not (s.weak or t.weak)
    return strong(s) and strong(t) and not may_be_measured(s, t)


def _is_zoned(bead: Bead, s: Quantity, t: Quantity) -> bool:
    """Whether the time was put into another zone: whole hours apart, and zones are named."""
    if "time" not in (s.kind, t.kind) or s.clock is None or t.clock is None:
        return False
    return (s.clock - t.clock) % 60 == 0 and has_zone(bead.source) and has_zone(bead.target)


def _unlikeness(bead: Bead, s: Quantity, t: Quantity) -> float | None:
    """How unlikely it is that the one stands for the other; ``None`` if it cannot."""
    base = _kinds(s, t)
    if base is None:
        return None
    distance = abs(bead.source.place(s) - bead.target.place(t))
    if s.kind in ("month", "weekday"):
        return base + distance * 0.3 + 0.6 * (s.weak or t.weak)
    base += distance * (0.5 if s.kind == t.kind == "part" else 1.5)
    if s.unit and t.unit:
        base += -0.3 if s.unit == t.unit else 0.4
    base -= 0.3 * _alike(s, t)
    if not (strong(s) and strong(t)):
        base += 0.6
    return base


def _kinds(s: Quantity, t: Quantity) -> float | None:
    if s.kind == t.kind and s.kind in ("month", "weekday", "time", "vague"):
        close = s.kind == "vague" and max(s.value, t.value) < 1.3 * min(s.value, t.value)
        return None if close else 0.4
    if "time" in (s.kind, t.kind):
        clock = t.clock if s.kind == "time" else s.clock
        other = t if s.kind == "time" else s
        near = clock is not None or (other.kind in _NUMERIC and other.value <= 24)
        return 0.8 if near else None
    if s.kind not in _NUMERIC or t.kind not in _NUMERIC:
        return None
    if (s.kind == "roman" and t.kind != "roman") or (
        t.kind == "roman" and s.kind not in ("roman", "ordinal")
    ):
        return None
    if s.weak and t.weak and s.kind != "roman":
        return None
    if any(q.loose or (q.weak and q.value == 1 and q.kind == "number") for q in (s, t)):
        return None  # "un" and "a" are articles
    cost = 0.6
    if is_year(s) != is_year(t):
        cost += 0.3
    if s.day != t.day:
        cost += 0.3
    if is_currency(s.unit) != is_currency(t.unit):
        cost += 0.2
    return cost


def _alike(s: Quantity, t: Quantity) -> float:
    """How alike the digits are, from 0 to 1."""
    one, other = (f"{q.value / q.scale:g}".replace(".", "") for q in (s, t))
    shared = sum(a == b for a, b in zip(one, other, strict=False))
    tail = sum(a == b for a, b in zip(one[::-1], other[::-1], strict=False))
    return max(shared, tail) / max(len(one), len(other))
