"""Source and target side by side: the rows of the article view.

Every character of the target stands in exactly one row, whatever the alignment left out: what lies
between two spans goes with the span before it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from mtqa.model import ArticleReport, Segment, Span


class Row(NamedTuple):
    """What stands side by side; offsets are code points into the whole texts.

    Attributes:
        target: the stretch of the target, ``None`` for source text that was not translated.
        source: the stretches of the source that say the same, in order, possibly none.
    """

    target: Span | None
    source: tuple[Span, ...] = ()


def rows(report: ArticleReport) -> list[Row]:
    """The rows of an article in the target's reading order.

    With a source a row is a bead of the alignment, without one a paragraph. A bead with no target
    follows the row whose source text comes before it.
    """
    article, segments = report.article, report.segments
    pieces = _pieces(len(article.target), (segment.target for segment in segments))
    if not has_source(report):
        return [Row(span) for span in _paragraphs(article.target, [span for span, _ in pieces])]
    source = _pieces(len(article.source or ""), (segment.source for segment in segments))
    told: dict[int | None, list[Span]] = {}
    for span, bead in source:
        told.setdefault(bead, []).append(span)
    untold = _untold(source, {bead for _, bead in pieces})
    found = _lost(untold, None, told)
    for span, bead in pieces:
        found.append(Row(span, tuple(told.get(bead, ()))))
        found += _lost(untold, bead, told)
    return found


def has_source(report: ArticleReport) -> bool:
    """Whether there is a source to show."""
    return bool(report.article.source and report.article.source.strip())


def soft_breaks(text: str, spans: Iterable[Span]) -> list[int]:
    """Line ends inside a sentence: the text was wrapped by width, and reads on after a space."""
    ends = [n for n, character in enumerate(text) if character in "\r\n"]
    found: set[int] = set()
    for start, end in spans:
        found.update(ends[bisect_left(ends, start) : bisect_left(ends, end)])
    return sorted(found)


def _pieces(length: int, beads: Iterable[Sequence[Span]]) -> list[tuple[Span, int | None]]:
    """A text cut where the bead changes, each piece with its bead; the pieces cover all of it."""
    starts = sorted(
        (span.start, bead)
        for bead, spans in enumerate(beads)
        for span in spans
        if span.start < length
    )
    cuts: list[tuple[int, int | None]] = []
    for start, bead in starts:
        if not cuts or (cuts[-1][1] != bead and cuts[-1][0] < start):
            cuts.append((start if cuts else 0, bead))
    if not cuts and length:
        cuts = [(0, None)]
    ends = [start for start, _ in cuts[1:]] + [length]
    return [(Span(start, end), bead) for (start, bead), end in zip(cuts, ends, strict=False)]


def _paragraphs(text: str, sentences: Iterable[Span]) -> list[Span]:
    """Sentences joined up to the next line end between two of them."""
    found: list[Span] = []
    start = 0
    for sentence in sentences:
        piece = text[sentence.start : sentence.end]
        gap = piece[len(piece.rstrip()) :]
        if "\n" in gap or "\r" in gap:
            found.append(Span(start, sentence.end))
            start = sentence.end
    if start < len(text):
        found.append(Span(start, len(text)))
    return found


def _untold(
    source: Iterable[tuple[Span, int | None]], translated: set[int | None]
) -> dict[int | None, list[int]]:
    """The beads with no target, by the translated bead whose source text comes before them."""
    found: dict[int | None, list[int]] = {}
    before: int | None = None
    seen: set[int] = set()
    for _, bead in source:
        if bead in translated:
            before = bead
        elif bead is not None and bead not in seen:
            seen.add(bead)
            found.setdefault(before, []).append(bead)
    return found


def _lost(
    untold: dict[int | None, list[int]], bead: int | None, told: dict[int | None, list[Span]]
) -> list[Row]:
    """The rows without a target that follow ``bead``, once."""
    return [Row(None, tuple(told[lost])) for lost in untold.pop(bead, [])]


def spans_of(segments: Iterable[Segment], side: str) -> list[Span]:
    """All spans of one side of the alignment, ``source`` or ``target``."""
    return [span for segment in segments for span in getattr(segment, side)]
