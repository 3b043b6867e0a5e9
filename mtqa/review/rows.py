"""An article as rows to read side by side: target sentences, and the source sentences they render.

Text is cut at the ends of sentences and of issues; every piece knows where it begins, so that a
selection in the browser can be turned back into offsets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any


@dataclass(frozen=True)
class Run:
    """A piece of text without any boundary inside.

    Attributes:
        start: its first code point in the whole text.
        text: what stands there.
        issues: the issues that cover it, outermost first.
        last: the issues that end with it: a correction is shown there.
    """

    start: int
    text: str
    issues: tuple[int, ...] = ()
    last: tuple[int, ...] = ()


@dataclass
class Row:
    """Target sentences and the source sentences beside them.

    Attributes:
        target: the runs of the target; empty where the source has no counterpart.
        source: the runs of the source; their issues are those that point there.
        opens: whether a paragraph begins here; ``heading`` is the article's first line.
    """

    target: list[Run] = field(default_factory=list)
    source: list[Run] = field(default_factory=list)
    opens: bool = False
    heading: bool = False


def rows(article: dict[str, Any]) -> list[Row]:
    """The rows of an article in the order of the target.

    Args:
        article: as :func:`mtqa.review.queue.article` returns it.
    """
    target, source = article["target"], article["source"]
    issues = article["issues_here"]
    marks = [(issue["start"], issue["end"], issue["id"]) for issue in issues]
    pointers = [
        (issue["source_start"], issue["source_end"], issue["id"])
        for issue in issues
        if issue["source_start"] is not None
    ]
    beads = _beads(article["segments"], target, source)
    found = []
    for place, (spans, start, end) in enumerate(beads):
        row = Row(opens=place == 0 or _breaks(target, beads, place), heading=place == 0)
        row.target = list(_runs(target, start, end, marks))
        for a, b in spans:
            row.source += _runs(source or "", a, b, pointers)
        found.append(row)
    return found


_Bead = tuple[list[tuple[int, int]], int, int]


def _beads(segments: Sequence[Any], target: str, source: str | None) -> list[_Bead]:
    """Source spans beside a stretch of the target; together the stretches make the whole text."""
    placed: list[_Bead] = []
    waiting: list[tuple[int, int]] = []
    for sources, targets in segments:
        spans = [(a, b) for a, b in sources] if source else []
        if not targets:
            waiting += spans
            continue
        if waiting:
            at = min(a for a, _ in targets)
            placed.append((waiting, at, at))
            waiting = []
        placed.append((spans, min(a for a, _ in targets), max(b for _, b in targets)))
    placed.sort(key=lambda bead: bead[1])
    if waiting:
        placed.append((waiting, len(target), len(target)))
    if source and not any(spans for spans, *_ in placed):
        # the report carries no alignment: the whole source stands beside the whole target
        return [([(0, len(source))], 0, len(target))]
    return list(_whole(placed, len(target))) or [([], 0, len(target))]


def _whole(placed: list[_Bead], length: int) -> Iterator[_Bead]:
    """Stretch each bead to where the next begins, so that no text is lost between sentences."""
    at = 0
    texts = [index for index, (_, start, end) in enumerate(placed) if end > start]
    for index, (spans, start, end) in enumerate(placed):
        if end <= start:
            yield spans, at, at
            continue
        following = [i for i in texts if i > index]
        until = placed[following[0]][1] if following else length
        yield spans, at, max(at, until)
        at = max(at, until)


def _breaks(text: str, beads: list[_Bead], place: int) -> bool:
    """Whether a new paragraph begins with this bead's text."""
    start, end = beads[place][1:]
    if end <= start:
        return False
    before = text[max(0, start - 200) : start]
    return "\n" in before[len(before.rstrip()) :] or text[start : start + 1] == "\n"


def _runs(text: str, start: int, end: int, marks: Sequence[tuple[int, int, int]]) -> Iterator[Run]:
    """The stretch cut at every boundary of a mark, white space at its ends left out."""
    stretch = text[start:end]
    left = start + len(stretch) - len(stretch.lstrip())
    right = max(left, start + len(stretch.rstrip()))
    # a mark may end in the white space that is left out, so its end is drawn in
    inside = [
        (max(a, left), min(b, right), key, b <= end)
        for a, b, key in marks
        if a < right and b > left
    ]
    cuts = sorted({left, right, *(a for a, *_ in inside), *(b for _, b, *_ in inside)})
    for a, b in pairwise(cuts):
        covering = sorted((m for m in inside if m[0] <= a and b <= m[1]), key=lambda m: m[0] - m[1])
        yield Run(
            a,
            text[a:b],
            tuple(key for *_, key, _ in covering),
            tuple(key for _, ends, key, closes in covering if closes and ends == b),
        )
