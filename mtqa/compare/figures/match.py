"""The figures of one aligned segment, source and target side by side: which say the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from mtqa.common.bounds import affordable
from mtqa.compare.figures.compare import converts, difference
from mtqa.compare.figures.measures import SIZES
from mtqa.compare.figures.phrases import same_time, spans_of_time, times_of_day
from mtqa.compare.figures.quantity import Quantity, equal
from mtqa.compare.figures.roles import roles
from mtqa.compare.figures.scan import quantities
from mtqa.model import Segment, Span

_BEHIND_CAPITAL = re.compile(r"(?:(?<=[A-Z])|(?<=[A-Z][-\n]))(\d+)")
_BEHIND_LETTER = re.compile(r"[^\W\d_](\d+)((?:\.\d+)?)")
#: What may name a unit.
_NAMING = re.compile(r"[^\W\d_]+|[$£€¥%]")
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
#: Spelt numbers below this one are often left out or put otherwise.
_SPELT = 4


@dataclass
class Side:
    """One side of a segment.

    Attributes:
        text: the whole text that offsets count in.
        spans: its sentences.
        language: ISO 639-1 code.
        figures: the figures in reading order, offsets into the whole text.
    """

    text: str
    spans: tuple[Span, ...]
    language: str
    figures: list[Quantity] = field(default_factory=list)
    _said: dict[re.Pattern[str], bool] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str, spans: tuple[Span, ...], language: str) -> Side:
        """Read the figures of some sentences of a text."""
        figures: list[Quantity] = []
        for start, end in spans:
            found = quantities(text[start:end], language)
            if language != "ro":
                found = _said_once(found)
            figures.extend(_moved(figure, start) for figure in found)
        return cls(text, spans, language, figures)

    @cached_property
    def sentences(self) -> str:
        """The sentences in one string."""
        return " ".join(self.text[a:b] for a, b in self.spans)

    def says(self, pattern: re.Pattern[str]) -> bool:
        """Whether the sentences have what the pattern looks for."""
        found = self._said.get(pattern)
        if found is None:
            found = self._said[pattern] = pattern.search(self.sentences) is not None
        return found

    def place(self, figure: Quantity) -> float:
        """Where a figure stands, from 0 to 1."""
        start, end = self.spans[0].start, self.spans[-1].end
        return (figure.start - start) / max(1, end - start)

    def leads(self, at: int) -> bool:
        """Whether the figure is the first of two that a hyphen or the like joins."""
        following = self.figures[at + 1 : at + 2]
        return bool(following) and following[0].start - self.figures[at].end <= 3

    def count(self, unit: str) -> int:
        """How many figures are counted in the unit."""
        return self._counts[unit]

    @cached_property
    def _counts(self) -> Counter[str | None]:
        return Counter(figure.unit for figure in self.figures)

    def has_unit(self, unit: str) -> bool:
        """Whether the unit is named anywhere in the sentences."""
        return unit in self._units

    @cached_property
    def _units(self) -> frozenset[str | None]:
        words = set(_NAMING.findall(self.sentences))
        return frozenset(role.unit for word in words for role in roles(word, self.language))

    @cached_property
    def times(self) -> tuple[tuple[str, float], ...]:
        """The measures of time that are named, and how long each is."""
        words = set(_WORD.findall(self.sentences))
        units = {role.unit for word in words for role in roles(word, self.language)
                 if role.role == "u" and role.unit}  # fmt: skip
        sizes = ((unit, SIZES[unit]) for unit in sorted(units) if unit in SIZES)
        return tuple((unit, size) for unit, (dimension, size) in sizes if dimension == "time")

    @cached_property
    def lasting(self) -> tuple[float, ...]:
        """The spans of time said without a figure, in seconds: half an hour."""
        return spans_of_time(self.sentences, self.language)

    @cached_property
    def clocks(self) -> frozenset[int]:
        """Noon and midnight, in minutes after midnight."""
        return times_of_day(self.sentences, self.language)

    @cached_property
    def coded(self) -> frozenset[str]:
        """The last two digits of every figure behind a capital: "A320", "F-16"."""
        return frozenset(digits[-2:] for digits in _BEHIND_CAPITAL.findall(self.sentences))

    @cached_property
    def glued(self) -> frozenset[str]:
        """The figures right behind a letter: "p109", "v1.2"."""
        found = _BEHIND_LETTER.findall(self.sentences)
        return frozenset(figure for whole, rest in found for figure in (whole, whole + rest))


def _said_once(figures: tuple[Quantity, ...]) -> tuple[Quantity, ...]:
    """Decimals of a sentence whose scale word is said after the last of them only: "3,1, az
    NBC-t 2,94, míg a CNN-t 2,52 millióan"."""
    scales = [figure.scale for figure in figures]
    if max(scales, default=1) == 1 or not any(figure.value % 1 for figure in figures):
        return figures
    return tuple(
        figure.but(others=(*figure.others, figure.value * scale))
        if figure.value % 1
        and figure.scale == 1
        and not figure.unit
        and (scale := next((s for s in scales[at:] if s > 1), 0))
        else figure
        for at, figure in enumerate(figures)
    )


def _moved(figure: Quantity, by: int) -> Quantity:
    if not by:
        return figure
    return figure.but(
        start=figure.start + by,
        end=figure.end + by,
        core_end=figure.core_end + by,
        unit_start=figure.unit_start + by if figure.unit_start >= 0 else -1,
        unit_end=figure.unit_end + by if figure.unit_start >= 0 else -1,
    )


@dataclass
class Bead:
    """One segment with its figures paired.

    Attributes:
        source, target: the two sides.
        crowded: it has too many figures to compare each with each; it is as if it had none.
        pairs: figures that say the same, with how different they look.
        lost: figures of the source with no counterpart.
        spare_source, spare_target: figures in digits that are said a second time, or whose
            counterpart is a doubtful word.
        extra: figures of the target with none.
    """

    source: Side
    target: Side
    crowded: bool = False
    pairs: list[tuple[Quantity, Quantity, float]] = field(default_factory=list)
    lost: list[Quantity] = field(default_factory=list)
    spare_source: list[Quantity] = field(default_factory=list)
    spare_target: list[Quantity] = field(default_factory=list)
    extra: list[Quantity] = field(default_factory=list)

    @classmethod
    def of(cls, segment: Segment, source: str, target: str, language: str) -> Bead:
        """Read both sides of a segment and pair their figures."""
        bead = cls(Side.of(source, segment.source, language), Side.of(target, segment.target, "ro"))
        most = max(len(bead.source.figures), len(bead.target.figures))
        if not affordable(most * most, sum(b - a for a, b in (*segment.source, *segment.target))):
            bead.crowded, bead.source.figures, bead.target.figures = True, [], []
        if bead.has_figures:
            bead._pair()
        return bead

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to pair."""
        return bool(self.source.figures or self.target.figures)

    @property
    def has_digits(self) -> bool:
        """Whether both sides have digits, be they figures or parts of identifiers."""
        return all(side.spans and side.says(_DIGIT) for side in (self.source, self.target))

    def _pair(self) -> None:
        left, right = self.source.figures, self.target.figures
        if left and right:
            candidates = sorted(self._candidates(left, right))
            used: tuple[set[int], set[int]] = (set(), set())
            for _, i, j, cost in candidates:
                if i not in used[0] and j not in used[1]:
                    used[0].add(i)
                    used[1].add(j)
                    self.pairs.append((left[i], right[j], cost))
            left = [s for i, s in enumerate(left) if i not in used[0]]
            right = [t for j, t in enumerate(right) if j not in used[1]]
        self._release()
        said = [s for s, _, _ in self.pairs], [t for _, t, _ in self.pairs]
        self.lost = self._unsaid(left, said[0], self.target, self.spare_source)
        self.extra = self._unsaid(right, said[1], self.source, self.spare_target)

    def _candidates(
        self, left: list[Quantity], right: list[Quantity]
    ) -> Iterator[tuple[float, int, int, float]]:
        """Figures that may say the same, by their numbers, with how little they suit each other."""
        places = [self.target.place(t) for t in right]
        leads = [self.target.leads(j) for j in range(len(right))]
        for i, s in enumerate(left):
            place, leading = self.source.place(s), self.source.leads(i)
            for j, t in enumerate(right):
                cost = difference(s, t)
                if cost is not None:
                    doubt = _doubt(s, t, abs(place - places[j]), alike=leading == leads[j])
                    yield cost + doubt, i, j, cost

    def _release(self) -> None:
        """Figures in digits that only a word like "one" or "first" speaks for may yet stand for
        one that was lost."""
        for s, t, _ in self.pairs:
            if s.weak and not t.weak and not t.written:
                self.spare_target.append(t)
            elif t.weak and not s.weak and not s.written:
                self.spare_source.append(s)

    def _is_gloss(self, figure: Quantity) -> bool:
        """Whether the figure converts, in brackets, the one before them: "50 km (30 miles)"."""
        side = self.source if figure in self.source.figures else self.target
        dimension = SIZES.get(figure.unit or "", ("",))[0]
        opened = _OPENED.search(side.text[max(0, figure.start - 18) : figure.start])
        if not opened or dimension in ("", "time", "share", "money"):
            return False
        bracket = figure.start - len(opened.group())
        return any(
            q.unit and SIZES.get(q.unit, ("",))[0] == dimension and q.unit != figure.unit
            and -1 <= bracket - max(q.end, q.unit_end) < 24 for q in side.figures
        )  # fmt: skip

    def _unsaid(
        self,
        figures: Sequence[Quantity],
        said: Sequence[Quantity],
        other: Side,
        spare: list[Quantity],
    ) -> list[Quantity]:
        """The figures that are not said a second time and not said otherwise on the other side."""
        kept: list[Quantity] = []
        for figure in figures:
            again = figure.kind != "part" and any(
                q.kind == figure.kind and equal(q.value, figure.value)
                for q in (*said, *kept) if q.unit == figure.unit or not figure.unit or not q.unit
            )  # fmt: skip
            twice = figure.unit and any(
                q.unit and q.unit != figure.unit and converts(q, figure) for q in said
            )  # said in two units: "30 meters (100 feet)"
            if self._is_gloss(figure):
                spare.append(figure)
                continue
            if (again or twice) and not figure.weak and not figure.written:
                spare.append(figure)
            if not again and not twice and not _is_implied(figure, other):
                kept.append(figure)
        return kept


def _doubt(s: Quantity, t: Quantity, distance: float, *, alike: bool) -> float:
    """How little two figures suit each other by their place and kind, whatever they say."""
    doubt = 0.8 * distance
    doubt += 0.6 * (s.weak != t.weak) + 0.2 * (s.kind != t.kind)
    if s.kind == t.kind == "part":
        doubt += 0.1 * (not alike)
    return doubt


#: Ways of speaking: "100 % sure", "a 24-hour service", "lovitură de la 11 metri".
_IDIOMS = frozenset([("percent", 100.0), ("hour", 24.0), ("metre", 11.0),
                     ("degree", 180.0), ("degree", 360.0)])  # fmt: skip
#: What brackets may hold before the figure of a conversion.
_OPENED = re.compile(r"[(\[](?:[^()\[\]]{0,16})$")


def _is_implied(figure: Quantity, other: Side) -> bool:
    """Whether the other side says the figure without a numeral: "24 hours" is "a day", "12.00" is
    "noon", "two thousand nineteen" stands in a code, "10 years" is "a decade"."""
    if figure.weak or not other.spans:
        return False
    size = SIZES.get(figure.unit or "")
    if size and size[0] == "time":
        exact = figure.value * size[1]
        for unit, length in other.times:
            if unit != figure.unit and abs(length - exact) < 0.04 * exact:
                return True
        if any(abs(length - exact) < 0.04 * exact for length in other.lasting):
            return True
    if figure.clock is not None and same_time(figure.clock, other.clocks):
        return True
    if figure.kind in ("number", "part", "ordinal") and not figure.written:
        digits = {str(int(value) % 100).zfill(2) for value in figure.values if value % 1 == 0}
        return not digits.isdisjoint(other.coded) or f"{figure.value:g}" in other.glued
    return False


def strong(figure: Quantity) -> bool:
    """Whether the figure is one that a translation must have."""
    if figure.weak or figure.kind in ("month", "weekday", "vague", "roman"):
        return False
    if (figure.unit, figure.value) in _IDIOMS:
        return False
    return not figure.written or figure.value >= _SPELT
