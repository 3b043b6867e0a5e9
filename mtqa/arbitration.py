"""One blunder, one row: of overlapping issues one stays and carries the others along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from mtqa.model import SEVERITIES, Issue

_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def arbitrate(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues to report, in reading order, no two of which share a code point.

    Of overlapping issues the more severe stays, then the more confident, then the longer, then
    the earlier; each of the others becomes ``related`` to the first kept issue that it overlaps.
    What the translation lacks has its place in the source: omissions that overlap there are one,
    wherever each is shown.
    """
    kept: list[Issue] = []
    starts: list[int] = []
    omissions: list[Issue] = []
    related: dict[Issue, list[Issue]] = {}
    for issue in sorted(issues, key=_order):
        place = bisect_left(starts, issue.end)
        # kept issues never overlap, so only the last one that begins before our end can touch us
        if place and kept[place - 1].end > issue.start:
            related.setdefault(kept[place - 1], []).append(issue)
            continue
        if same := next((k for k in omissions if _lacks_the_same(issue, k)), None):
            related.setdefault(same, []).append(issue)
            continue
        if issue.category == "omission":
            omissions.append(issue)
        kept.insert(place, issue)
        starts.insert(place, issue.start)
    return tuple(
        issue.with_related(tuple(related[issue])) if issue in related else issue for issue in kept
    )


def _lacks_the_same(issue: Issue, other: Issue) -> bool:
    ours, theirs = issue.source_span, other.source_span
    if issue.category != "omission" or ours is None or theirs is None:
        return False
    return ours.start < theirs.end and theirs.start < ours.end


def _order(issue: Issue) -> tuple[object, ...]:
    return (
        -_RANK[issue.severity],
        -issue.confidence,
        issue.start - issue.end,
        issue.start,
        issue.check,
        issue.message,
    )
