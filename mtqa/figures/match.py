"""The figures of one aligned segment, source and target side by side: which say the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from mtqa.figures.compare import converts, difference
from mtqa.figures.quantity import Quantity, equal
from mtqa.figures.scan import quantities
from mtqa.figures.unit_words import SIZES
from mtqa.figures.words import roles
from mtqa.model import Segment, Span

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
#: Spelt numbers below this one are often left out or put otherwise.
_SPELT = 4


@dataclass(slots=True)
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

    @property
    def sentences(self) -> str:
        """The sentences in one string."""
        return " ".join(self.text[a:b] for a, b in self.spans)

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
        return sum(figure.unit == unit for figure in self.figures)

    def has_unit(self, unit: str) -> bool:
        """Whether the unit is named anywhere in the sentences."""
        return any(
            role.unit == unit
            for word in re.findall(r"[^\W\d_]+|[$£€¥%]", self.sentences)
            for role in roles(word, self.language)
        )


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


@dataclass(slots=True)
class Bead:
    """One segment with its figures paired.

    Attributes:
        source, target: the two sides.
        pairs: figures that say the same, with how different they look.
        lost: figures of the source with no counterpart.
        spare_source, spare_target: figures in digits that are said a second time, or whose
            counterpart is a doubtful word.
        extra: figures of the target with none.
    """

    source: Side
    target: Side
    pairs: list[tuple[Quantity, Quantity, float]] = field(default_factory=list)
    lost: list[Quantity] = field(default_factory=list)
    spare_source: list[Quantity] = field(default_factory=list)
    spare_target: list[Quantity] = field(default_factory=list)
    extra: list[Quantity] = field(default_factory=list)

    @classmethod
    def of(cls, segment: Segment, source: str, target: str, language: str) -> Bead:
        """Read both sides of a segment and pair their figures."""
        bead = cls(Side.of(source, segment.source, language), Side.of(target, segment.target, "ro"))
        if bead.has_figures:
            bead._pair()
        return bead

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to pair."""
        return bool(self.source.figures or self.target.figures)

    def _pair(self) -> None:
        left, right = self.source.figures, self.target.figures
        if left and right:
            candidates = sorted(
                (cost + self._doubt(i, j), i, j, cost)
                for i, s in enumerate(left)
                for j, t in enumerate(right)
                if (cost := difference(s, t)) is not None
            )
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

    def _doubt(self, i: int, j: int) -> float:
        """How little two figures suit each other by their place and kind, whatever they say."""
        s, t = self.source.figures[i], self.target.figures[j]
        doubt = 0.8 * abs(self.source.place(s) - self.target.place(t))
        doubt += 0.6 * (s.weak != t.weak) + 0.2 * (s.kind != t.kind)
        if s.kind == t.kind == "part":
            doubt += 0.1 * (self.source.leads(i) != self.target.leads(j))
        return doubt

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


#: Ways of speaking: "100 % sure", "a 24-hour service", "lovitură de la 11 metri".
_IDIOMS = frozenset([("percent", 100.0), ("hour", 24.0), ("metre", 11.0),
                     ("degree", 180.0), ("degree", 360.0)])  # fmt: skip
#: What brackets may hold before the figure of a conversion.
_OPENED = re.compile(r"[(\[](?:[^()\[\]]{0,16})$")


def _is_implied(figure: Quantity, other: Side) -> bool:
    """Whether the other side says the figure without a numeral: "24 hours" is "a day", "two
    thousand nineteen" stands in a code, "10 years" is "a decade"."""
    if figure.weak or not other.spans:
        return False
    size = SIZES.get(figure.unit or "")
    if size and size[0] == "time":
        exact = figure.value * size[1]
        for word in _WORD.findall(other.sentences):
            for role in roles(word, other.language):
                sizes = SIZES.get(role.unit or "") if role.role == "u" else None
                if (
                    sizes
                    and sizes[0] == "time"
                    and role.unit != figure.unit
                    and (abs(sizes[1] - exact) < 0.04 * exact)
                ):
                    return True
    if figure.kind in ("number", "part", "ordinal") and not figure.written:
        digits = {str(int(value) % 100).zfill(2) for value in figure.values if value % 1 == 0}
        text = other.sentences
        for match in _DIGITS.finditer(text):
            before = text[max(0, match.start() - 2) : match.start()]
            if match.group()[-2:] in digits and re.search(r"[A-Z]-?$", before):
                return True
        if re.search(rf"[^\W\d_]{re.escape(f'{figure.value:g}')}(?!\d)", text):
            return True  # "p109", "v1.2"
    return False


def strong(figure: Quantity) -> bool:
    """Whether the figure is one that a translation must have."""
    if figure.weak or figure.kind in ("month", "weekday", "vague", "roman"):
        return False
    if (figure.unit, figure.value) in _IDIOMS:
        return False
    return not figure.written or figure.value >= _SPELT
