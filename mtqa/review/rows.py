"""An article as rows to read side by side, cut into runs that the page can mark and select.

The rows are those of the HTML report. A run knows where it begins, so that a selection in the
browser turns back into offsets of the text as read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from mtqa.model import Article, ArticleReport, Segment, Span
from mtqa.report.html import rows as side_by_side
from mtqa.report.html.safe import visible


@dataclass(frozen=True)
class Run:
    """A piece of text without any boundary inside.

    Attributes:
        start: its first code point in the whole text.
        length: how many code points it has.
        shown: what the page shows: the text, or an acting character spelt out.
        issues: the issues that cover it, outermost first.
        last: the issues that end with it: a correction is shown there.
    """

    start: int
    length: int
    shown: str
    issues: tuple[int, ...] = ()
    last: tuple[int, ...] = ()

    @property
    def spelt(self) -> bool:
        """Whether a character that would act is spelt out."""
        return self.shown.startswith("⟦U+") and self.length == 1


@dataclass
class Row:
    """What stands side by side.

    Attributes:
        target: the runs of the target; empty where the source has no counterpart.
        source: the runs of the source; their issues are those that point there.
        ends: whether a paragraph ends with this row.
        headline: whether it is the first with a target.
    """

    target: list[Run] = field(default_factory=list)
    source: list[Run] = field(default_factory=list)
    ends: bool = False
    headline: bool = False


_Mark = tuple[int, int, int]


def rows(article: dict[str, Any]) -> list[Row]:
    """The rows of an article in the order of the target.

    Args:
        article: as :func:`mtqa.review.queue.article` returns it.
    """
    report = _report(article)
    target, source = article["target"], article["source"] or ""
    issues = article["issues_here"]
    marks = [(issue["start"], issue["end"], issue["id"]) for issue in issues]
    pointers = [
        (issue["source_start"], issue["source_end"], issue["id"])
        for issue in issues
        if issue["source_start"] is not None
    ]
    breaks = (
        frozenset(side_by_side.soft_breaks(target, _spans(report, "target"))),
        frozenset(side_by_side.soft_breaks(source, _spans(report, "source"))),
    )
    found: list[Row] = []
    for span, spans in side_by_side.rows(report):
        row = Row()
        if span is not None:
            row.target = list(_runs(target, span, marks, breaks[0]))
            row.ends = "\n" in target[span.start : span.end][len(_stripped(target, span)) :]
            row.headline = not any(other.target for other in found)
        for piece in spans:
            row.source += _runs(source, piece, pointers, breaks[1])
        if row.target or row.source:
            found.append(row)
    return found


def _report(article: dict[str, Any]) -> ArticleReport:
    """The stored article as the report's rows want it."""
    segments = tuple(
        Segment(
            tuple(Span(a, b) for a, b in source) if article["source"] else (),
            tuple(Span(a, b) for a, b in target),
        )
        for source, target in article["segments"]
    )
    whole = Article(article["name"], article["target"], article["source"])
    if article["source"] and not any(segment.source for segment in segments):
        # a report without an alignment: the whole source beside the whole target
        spans = (Span(0, len(article["source"])),), (Span(0, len(article["target"])),)
        segments = (Segment(*spans),)
    return ArticleReport(whole, segments, (), 0, 0.0, "pass", "")


def _spans(report: ArticleReport, side: str) -> list[Span]:
    return side_by_side.spans_of(report.segments, side)


def _stripped(text: str, span: Span) -> str:
    return text[span.start : span.end].rstrip()


def _runs(text: str, span: Span, marks: Sequence[_Mark], soft: frozenset[int]) -> Iterator[Run]:
    """The stretch cut at every boundary of a mark, white space at its ends left out."""
    stretch = text[span.start : span.end]
    here = [mark for mark in marks if mark[0] < span.end and mark[1] > span.start]
    # white space at the ends is left out, unless it is what an issue marks
    left = min([span.end - len(stretch.lstrip()), *(max(a, span.start) for a, *_ in here)])
    right = max([span.start + len(stretch.rstrip()), *(min(b, span.end) for _, b, _ in here)])
    inside = [(max(a, left), min(b, right), key, b <= span.end) for a, b, key in here]
    cuts = sorted({left, right, *(a for a, *_ in inside), *(b for _, b, *_ in inside)})
    for a, b in pairwise(cuts):
        covering = sorted(
            (mark for mark in inside if mark[0] <= a and b <= mark[1]),
            key=lambda mark: mark[0] - mark[1],
        )
        keys = tuple(key for *_, key, _ in covering)
        last = tuple(key for _, end, key, closes in covering if closes and end == b)
        pieces = list(_spelt(text, a, b, soft))
        for place, (start, length, shown) in enumerate(pieces, 1):
            yield Run(start, length, shown, keys, last if place == len(pieces) else ())


def _spelt(text: str, a: int, b: int, soft: frozenset[int]) -> Iterator[tuple[int, int, str]]:
    """The pieces of ``text[a:b]``: start, length, what is shown.

    Every code point is shown as one, so that offsets can be counted in the page: line ends inside a
    sentence as a space, carriage returns (which a browser would drop) as nothing wide.
    """
    begun, held = a, ""
    for place in range(a, b):
        char = text[place]
        if visible(char) != char:
            if held:
                yield begun, len(held), held
            yield place, 1, visible(char)
            begun, held = place + 1, ""
        elif char == "\r":
            held += "\u200b"
        else:
            held += " " if char == "\n" and place in soft else char
    if held:
        yield begun, len(held), held
