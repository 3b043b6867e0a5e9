"""What became of the figures of a source in its Romanian translation."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from mtqa.common.bounds import affordable
from mtqa.compare.figures.agreement import disagreements
from mtqa.compare.figures.codes import wrong_codes
from mtqa.compare.figures.compare import difference
from mtqa.compare.figures.dates import turned_dates
from mtqa.compare.figures.match import Bead, strong
from mtqa.compare.figures.order import swapped
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.roles import LANGUAGES
from mtqa.compare.figures.standins import stand_ins
from mtqa.compare.figures.verdict import Verdict
from mtqa.model import Segment

#: So many segments before and after are searched for a figure that its own one lacks.
_NEAR = 2
#: A figure below this one is not looked for in the whole article.
_DISTINCT = 10
_NAMED = re.compile(r"\b[^\W\d_a-zăâîșț]\w+ $")
#: Digits with so many letters right behind them are part of a word.
_GLUED = 4
#: Between the figures of a score or a clock.
_SCORE = re.compile(r" ?[-–:] ?")
_WORD = re.compile(r"[^\W_][\w'’-]*")


class Judge:
    """Compares the figures of an article's two sides.

    Args:
        source: the source text.
        language: its ISO 639-1 code; nothing is judged in a language that is not read.
        target: the Romanian text.
        segments: their alignment.

    Attributes:
        beads: the segments with their figures.
        far: whether figures could be looked for in the whole article, once the verdicts are read;
            where there are too many, nothing is said of large ones that their segments lack.
    """

    def __init__(
        self, source: str, language: str, target: str, segments: Sequence[Segment]
    ) -> None:
        self.source = source
        self.target = target
        known = language in LANGUAGES and language != "ro"
        self.beads = [
            Bead.of(segment, source, target, language) for segment in segments
        ] if known else []  # fmt: skip
        self.far = True
        self._found_words: dict[int, list[tuple[int, int]]] = {}

    def verdicts(self) -> Iterator[Verdict]:
        """What is wrong, segment by segment."""
        if not any(bead.has_figures or bead.has_digits for bead in self.beads):
            return
        self._settle_near()
        for bead in self.beads:
            exchanged = list(swapped(bead))
            yield from exchanged
            yield from turned_dates(bead)
            yield from wrong_codes(bead)
            if not exchanged:
                yield from disagreements(bead)
            if bead.lost or bead.extra:
                yield from stand_ins(bead)
        self._settle_far()
        for place, bead in enumerate(self.beads):
            if bead.source.spans and bead.target.spans:
                yield from self._lost(place, bead)
                yield from self._added(place, bead)

    def _settle_near(self) -> None:
        """Pair what one segment lacks with what another nearby has too much."""
        for place, bead in enumerate(self.beads):
            for figure in list(bead.lost):
                if strong(figure):
                    _settle(bead, figure, (self.beads[i] for i in self._near(place) if i != place))

    def _settle_far(self) -> None:
        """The same with what any other segment has too much, for figures that are no small ones."""
        wanted = sum(len(bead.lost) for bead in self.beads)
        spare = sum(len(bead.extra) for bead in self.beads)
        if not self._affordable(wanted * spare):
            self.far = False
            return
        extra = [(place, bead) for place, bead in enumerate(self.beads) if bead.extra]
        for place, bead in enumerate(self.beads):
            near = self._near(place)
            for figure in list(bead.lost):
                if strong(figure) and figure.value >= _DISTINCT:
                    _settle(bead, figure, (other for i, other in extra if i not in near))

    def _near(self, place: int) -> range:
        return range(max(0, place - _NEAR), min(len(self.beads), place + _NEAR + 1))

    def _affordable(self, comparisons: int) -> bool:
        return affordable(comparisons, len(self.source) + len(self.target))

    def _lost(self, place: int, bead: Bead) -> Iterator[Verdict]:
        for figure in bead.lost:
            if self._is_letters(figure) or _has_weekday(bead, figure):
                continue
            unknown = not self.far and figure.value >= _DISTINCT
            if strong(figure) and not figure.written and not unknown:
                start, end = self._where(place, bead, figure)
                yield Verdict("missing", start, end, None, figure.start, figure.end)

    def _is_letters(self, figure: Quantity) -> bool:
        """Whether the digits are letters of a mangled word: "0ведены"."""
        glued = self.source[figure.end : figure.end + _GLUED]
        return figure.unit is None and len(glued) == _GLUED and glued.isalpha()

    def _added(self, place: int, bead: Bead) -> Iterator[Verdict]:
        last: Verdict | None = None
        for found in self._each_added(place, bead):
            if last is not None and _SCORE.fullmatch(self.target[last.end : found.start]):
                last = replace(last, end=found.end)  # one score, one row: 2-1
                continue
            if last is not None:
                yield last
            last = found
        if last is not None:
            yield last

    def _each_added(self, place: int, bead: Bead) -> Iterator[Verdict]:
        for figure in bead.extra:
            named = figure.value < _DISTINCT and _NAMED.search(
                self.target[max(0, figure.start - 24) : figure.start]
            )  # "Liga 1", "Formula 1"
            if strong(figure) and not (figure.written or named or self._is_said(place, figure)):
                yield Verdict("added", figure.start, figure.end, None)

    def _is_said(self, place: int, figure: Quantity) -> bool:
        """Whether the source says the figure in a segment nearby, or may say a large one afar."""
        large = figure.value >= _DISTINCT
        if large and not self._searchable:
            return True
        beads = self.beads if large else [self.beads[i] for i in self._near(place)]
        for bead in beads:
            for other in bead.source.figures:
                if (found := difference(other, figure)) is not None and found < 3:
                    return True
        return False

    @cached_property
    def _searchable(self) -> bool:
        """Whether all the figures of the source can be looked through for each that is extra."""
        there = sum(len(bead.source.figures) + 1 for bead in self.beads)
        few = self._affordable(there * sum(len(bead.extra) for bead in self.beads))
        self.far = self.far and few
        return few

    def _where(self, place: int, bead: Bead, figure: Quantity) -> tuple[int, int]:
        """The word of the target nearest to where the figure should stand."""
        before = [(s.start, t.end) for s, t, _ in bead.pairs if s.start < figure.start]
        after = [(s.start, t.start) for s, t, _ in bead.pairs if s.start > figure.start]
        low = max(before, default=(bead.source.spans[0].start, bead.target.spans[0].start))
        high = min(after, default=(bead.source.spans[-1].end, bead.target.spans[-1].end))
        share = (figure.start - low[0]) / max(1, high[0] - low[0])
        at = low[1] + share * max(0, high[1] - low[1])
        words = self._words(place)
        first = bisect_left(words, at, key=lambda word: word[0])
        nearest = words[max(0, first - 1) : first + 1]
        start = bead.target.spans[0]
        return min(nearest, key=lambda word: abs(word[0] - at), default=(start.start, start.end))

    def _words(self, place: int) -> list[tuple[int, int]]:
        """The places of the words of a segment's target, in order."""
        if place not in self._found_words:
            self._found_words[place] = sorted(
                (span.start + m.start(), span.start + m.end())
                for span in self.beads[place].target.spans
                for m in _WORD.finditer(self.target[span.start : span.end])
            )
        return self._found_words[place]


def _settle(bead: Bead, figure: Quantity, others: Iterable[Bead]) -> None:
    """Pair a figure that a segment lacks with the first that others have too much."""
    for other in others:
        found = next(
            (t for t in other.extra if (d := difference(figure, t)) is not None and d < 3), None
        )
        if found is not None:
            bead.lost.remove(figure)
            other.extra.remove(found)
            return


def _has_weekday(bead: Bead, figure: Quantity) -> bool:
    """Whether a weekday, which the source does not have, stands for the day of a date."""
    here, there = (
        any(other.kind == "weekday" for other in side.figures)
        for side in (bead.target, bead.source)
    )
    return figure.day and here and not there
