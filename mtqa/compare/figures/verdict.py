"""What can be wrong with a figure, and how two figures that stand for each other differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from mtqa.compare.figures import romanian
from mtqa.compare.figures.compare import is_currency
from mtqa.compare.figures.match import Side
from mtqa.compare.figures.quantity import Quantity, equal

Fault = Literal[
    "missing", "altered", "added", "scale", "unit", "currency", "swallowed", "date", "time",
    "percent", "sign", "ordinal", "format", "swapped",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one figure.

    Attributes:
        fault: the kind of error.
        start, end: half-open code-point span in the target.
        suggestion: what should stand there; ``None`` if unknown, ``""`` to delete it.
        source_start, source_end: the figure in the source; ``-1`` where the source has none.
        certain: the evidence leaves little doubt.
        grave: a reader is misinformed; else the figure is right and something beside it is gone.
    """

    fault: Fault
    start: int
    end: int
    suggestion: str | None
    source_start: int = -1
    source_end: int = -1
    certain: bool = True
    grave: bool = True


def is_year(figure: Quantity) -> bool:
    """Whether the figure looks like a year."""
    return (
        figure.kind in ("number", "part", "ordinal") and not figure.written
        and 1000 <= figure.value <= 2100 and figure.value % 1 == 0 and figure.scale == 1
        and figure.unit is None and figure.end - figure.start == 4
    )  # fmt: skip


def changed(s: Quantity, t: Quantity, *, certain: bool) -> Verdict:
    """The verdict on a figure that stands in the place of another."""
    fault = _fault(s, t)
    start, end, suggestion = _replacement(s, t, fault)
    return Verdict(fault, start, end, suggestion, s.start, s.end, certain)


def _fault(s: Quantity, t: Quantity) -> Fault:
    if s.kind in ("month", "weekday"):
        return "date"
    if "time" in (s.kind, t.kind):
        return "time"
    if _is_scale(s, t):
        return "scale"
    if (is_year(s) and is_year(t)) or s.day:
        return "date"
    if is_currency(s.unit) and _ends_with(t, s) and s.unit_start in range(s.start - 2, s.start):
        return "swallowed"
    if (s.kind == "ordinal" and s.written) or (t.kind == "ordinal" and t.written):
        return "ordinal"
    if s.kind == t.kind == "ordinal":
        return "ordinal"
    return "altered"


def _is_scale(s: Quantity, t: Quantity) -> bool:
    """Whether nothing but thousands, millions or billions differ."""
    if s.value == 0 or t.value == 0:
        return False
    if s.kind == t.kind == "vague":
        return True
    if s.scale != t.scale and any(equal(s.value / s.scale, v / t.scale) for v in t.values):
        return True
    factor = max(s.value, t.value) / min(s.value, t.value)
    return any(equal(factor, power) for power in (1e3, 1e6, 1e9)) and max(s.scale, t.scale) > 1


def _ends_with(t: Quantity, s: Quantity) -> bool:
    """Whether the target's figure is the source's with a digit before it."""
    one, other = (f"{q.value / q.scale:g}" for q in (s, t))
    return len(other) == len(one) + 1 and other.endswith(one)


#: Small numbers with one form for every gender.
_SPELT = {3: "trei", 4: "patru", 5: "cinci", 6: "șase", 7: "șapte", 8: "opt", 9: "nouă", 10: "zece",
          11: "unsprezece", 13: "treisprezece", 14: "paisprezece", 15: "cincisprezece",
          16: "șaisprezece", 17: "șaptesprezece", 18: "optsprezece", 19: "nouăsprezece",
          20: "douăzeci"}  # fmt: skip
_DOUBLE = {"doi": "doi", "două": "două", "doisprezece": "doisprezece"}


def _replacement(s: Quantity, t: Quantity, fault: Fault) -> tuple[int, int, str | None]:
    """Span and text that put the figure right, as little of it as needed."""
    if s.kind == "vague" or (s.kind == "ordinal" and t.written) or t.kind == "roman":
        return t.start, t.end, _vague(s) if s.kind == "vague" else None
    if fault == "swallowed":
        return t.start, t.core_end, romanian.number(s.value / s.scale)
    if s.scale == t.scale > 1 and not s.written and not t.written:
        return t.start, t.core_end, romanian.number(s.value / s.scale)
    if t.written and s.scale == 1 and s.value in _SPELT and s.kind == "number":
        return t.start, t.end, _SPELT[int(s.value)]
    if t.scale > 1 and s.scale == 1 and not s.written and s.value >= 1e6:
        return t.start, t.end, romanian.scaled(s.value, t.scale)
    return t.start, t.end, romanian.written(s.but(negative=False))


def _vague(s: Quantity) -> str | None:
    words = {10.0: "zeci", 100.0: "sute", 1e3: "mii", 1e4: "zeci de mii", 1e5: "sute de mii",
             1e6: "milioane", 1e7: "zeci de milioane", 1e8: "sute de milioane", 1e9: "miliarde",
             12.0: "duzini"}  # fmt: skip
    return words.get(s.value)


_ZONE = re.compile(
    r"\b(?:[ECMP][SD]T|ET|GMT|BST|UTC|CES?T|EES?T|MSK|AEST|IST|JST)\b|(?i:Ortszeit|local time|"
    r"or(?:a|ei) (?:locale?|româ\w+|"
    r"mosc\w+|bucure\w+|(?:eu|brit|ameri)\w+)|heure locale|hora local|"
    r"ora locale|"
    r"helyi idő|МСК|местному|за Києвом|київськ\w+|московск\w+)"
)


def has_zone(side: Side) -> bool:
    """Whether the sentences name a time zone."""
    return side.says(_ZONE)
