"""Figures that stand right beside a word, as the day of a month beside its name."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice

from mtqa.compare.figures.quantity import Quantity

_GAP = re.compile(r"[ \u00a0]?(?:[-.,/]|de|of|del|di|в|le|den|an)?[ \u00a0]?")
#: The longest that may be.
_LONGEST = 5


class Beside:
    """Figures, asked for one that stands beside a place."""

    def __init__(self, figures: Iterable[Quantity]) -> None:
        spans = sorted((figure.start, figure.end) for figure in figures)
        self._starts = [start for start, _ in spans]
        self._ends = sorted(end for _, end in spans)

    def stands_by(self, text: str, start: int, end: int) -> bool:
        """Whether one of them stands right before or after ``[start, end)``."""
        place = bisect_left(self._starts, end)
        for other in islice(self._starts, place, None):
            if other - end > _LONGEST:
                break
            if _GAP.fullmatch(text, end, other):
                return True
        place = bisect_left(self._ends, start - _LONGEST)
        for other in islice(self._ends, place, None):
            if other > start:
                break
            if _GAP.fullmatch(text, other, start):
                return True
        return False
