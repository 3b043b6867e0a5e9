"""What a figure of a text is: its value, what it counts and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

#: ``vague`` is an uncertain many ("hundreds of"); ``month`` and ``weekday`` count from 1; ``time``
#: is the minute of the day; ``part`` is one of two figures that a hyphen, colon or slash joins
#: (a range, a score, a numeric date).
Kind = Literal["number", "ordinal", "vague", "month", "weekday", "time", "part", "roman", "digits"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One figure of a text, read as a value.

    Attributes:
        kind: what it is.
        start, end: half-open code-point span of the figure with its scale word ("2,8 miliarde").
        value: the value, never negative; minutes after midnight for a time.
        others: other values that the same spelling may have (``1,250``; ``7/11``; ``'94``).
        core_end: where the figure without its scale word ends.
        scale: what the scale word multiplies by.
        unit: what is counted, if a unit, a currency or per cent stands by it.
        unit_start, unit_end: where that stands; ``-1`` if nowhere.
        negative: a minus stands before it.
        written: it is spelt in letters.
        weak: a word that may stand for a number and need not ("one", "both").
        loose: a weak word that is no numeral ("both", "double", "half").
        day: it is the day of the month that stands beside it.
        clock: minutes after midnight, if it can be a time of day.
        half: 0 before noon, 12 after noon, 24 in the 24-hour clock, ``None`` if not said.
        odd: the spelling is not that of the text's language (``38.5`` in Romanian).
    """

    kind: Kind
    start: int
    end: int
    value: float
    others: tuple[float, ...] = ()
    core_end: int = -1
    scale: float = 1.0
    unit: str | None = None
    unit_start: int = -1
    unit_end: int = -1
    negative: bool = False
    written: bool = False
    weak: bool = False
    loose: bool = False
    day: bool = False
    clock: int | None = None
    half: int | None = None
    odd: bool = False

    def but(self, **changes: object) -> Quantity:
        """The same with other attributes."""
        return replace(self, **changes)  # type: ignore[arg-type]

    @property
    def values(self) -> tuple[float, ...]:
        """Every value that the spelling may have, the likeliest first."""
        return (self.value, *self.others)


def equal(one: float, other: float) -> bool:
    """Whether two values are the same but for the noise of floating point; whole numbers of many
    digits, as those of telephones, differ in the last one."""
    return abs(one - other) <= min(0.3, 1e-9 * max(1.0, abs(one), abs(other)))
