"""One blunder, one row: of overlapping issues one stays and carries the others along."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

from mtqa.checks.models.qe import QeSpan
from mtqa.model import SEVERITIES, Issue

#: A mark of the model with so many spaces is of more than the one word that a rule understands.
_SALAD = 5
_RANK = {severity: rank for rank, severity in enumerate(SEVERITIES)}


def arbitrate(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    """The issues to report, in reading order, no two of which share a code point.

    Of overlapping issues that of a rule stays before a mark of the model, which has no reason to
    give, unless the model marks half a sentence; then the more severe, then the more confident,
    then the longer, then the earlier. Each of the others becomes ``related`` to the first kept
    issue that it overlaps.
    What the translation lacks has its place in the source: omissions that overlap there are one,
    wherever each is shown, and a rule's place is believed before the model's.
    """
    kept: list[Issue] = []
    starts: list[int] = []
    once, related = _lacking_once(issues)
    for issue in sorted(once, key=_order):
        place = bisect_left(starts, issue.end)
        # kept issues never overlap, so only the last one that begins before our end can touch us
        if place and kept[place - 1].end > issue.start:
            others = related.pop(issue, [])
            related.setdefault(kept[place - 1], []).extend([issue, *others])
            continue
        kept.insert(place, issue)
        starts.insert(place, issue.start)
    return tuple(
        issue.with_related(tuple(related[issue])) if issue in related else issue for issue in kept
    )


def _lacking_once(issues: Iterable[Issue]) -> tuple[list[Issue], dict[Issue, list[Issue]]]:
    """The issues without the omissions that repeat another, and those by the one they repeat."""
    once: list[Issue] = []
    lacking: list[Issue] = []
    for issue in issues:
        (lacking if issue.category == "omission" else once).append(issue)
    omissions: list[Issue] = []
    related: dict[Issue, list[Issue]] = {}
    for issue in sorted(lacking, key=_order):
        same = next((first for first in omissions if _lack_the_same(first, issue)), None)
        if same is None:
            omissions.append(issue)
        else:
            related.setdefault(same, []).append(issue)
    return once + omissions, related


def _lack_the_same(one: Issue, other: Issue) -> bool:
    ours, theirs = one.source_span, other.source_span
    if ours is None or theirs is None:
        return False
    return ours.start < theirs.end and theirs.start < ours.end


def _order(issue: Issue) -> tuple[object, ...]:
    return (
        issue.check == QeSpan.name and issue.text.count(" ") < _SALAD,
        -_RANK[issue.severity],
        -issue.confidence,
        issue.start - issue.end,
        issue.start,
        issue.check,
        issue.message,
    )
