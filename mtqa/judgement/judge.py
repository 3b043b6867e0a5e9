"""The judge: one probability for an issue from all that speaks of its place.

A check knows its own rule, the error tagger (mtqa's own model) every word, and neither is sure.
The judge begins with the check's calibrated confidence and moves it, on the scale of log-odds, by
what the trees of ``judge.json`` make of the other witnesses: the tagger's probabilities of the
issue's words, of those around it and of the whole segment, the segment's score, what other checks
see in the same place, and whether its content words are linked to the source (gradient boosting,
Friedman 2001, trained by ``python -m mtqa.workshop.judge``). More evidence never makes an issue
less probable: the trees are monotone where that is so.

Without the tagger there is nothing to hear, and the calibrated confidence stands. So it does for
categories that annotators of meaning do not mark (spacing, punctuation, casing, page furniture):
what the tagger learnt says nothing of them.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any, NamedTuple

from mtqa.checks.models.qe import QeSpan
from mtqa.judgement.calibration import calibrated, log_odds, shifted
from mtqa.judgement.hints import Hint
from mtqa.model import Category, Issue, WordMark

#: The check whose issues are the tagger's own marks.
TAGGER = QeSpan.name
#: Whether more of a witness can only make an issue more probable (1), less (-1), or either (0).
FEATURES: dict[str, int] = {
    "rule": 1,
    "other rule": 1,
    "other rules": 1,
    "bad": 1,
    "bad, mean": 1,
    "bad around": 0,
    "bad, segment": 0,
    "bad, above segment": 1,
    "accuracy": 0,
    "grammar": 0,
    "word": 0,
    "name": 0,
    "severe": 0,
    "score": -1,
    "source": 0,
    "unlinked": 1,
    "linked": 0,
    "unlinked in segment": 0,
    "words": 0,
    "words of segment": 0,
    "is tagger": 0,
    "is name": 0,
    "is meaning": 0,
    "is grammar": 0,
    "is word": 0,
    "is number": 0,
}
NAMES = tuple(FEATURES)
_GROUP: dict[Category, str] = {
    "name": "is name", "number": "is number", "grammar": "is grammar",
    "mistranslation": "is meaning", "omission": "is meaning", "addition": "is meaning",
    "untranslated": "is word", "garbled": "is word", "spelling": "is word",
}  # fmt: skip
_GROUPS = ("is name", "is meaning", "is grammar", "is word", "is number")
#: Words on either side of an issue that count as around it.
_AROUND = 2
#: What stands for a rule that is not there.
_NOTHING = -5.0
Features = tuple[float, ...]


class Tree(NamedTuple):
    """A regression tree as columns: a node's feature and threshold, and where to go on; a leaf has
    feature -1, and its value as threshold."""

    feature: tuple[int, ...]
    threshold: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]

    def value(self, features: Sequence[float]) -> float:
        """The value of the leaf that the features lead to."""
        at = 0
        while (feature := self.feature[at]) >= 0:
            at = self.left[at] if features[feature] <= self.threshold[at] else self.right[at]
        return self.threshold[at]


class Judge(NamedTuple):
    """The trees, and the log-odds to begin with for the tagger's own marks."""

    trees: tuple[Tree, ...]
    prior: float

    def log_odds(self, features: Features) -> float:
        """How probable an issue is, from its features in the order of :data:`NAMES`.

        The witnesses may speak against a rule, not for it: rules were written with the text in
        sight that the trees learnt from, where they are right more often than elsewhere.
        """
        moved = sum(tree.value(features) for tree in self.trees)
        return self.prior + moved if features[_IS_TAGGER] else features[0] + min(moved, 0.0)


_IS_TAGGER = NAMES.index("is tagger")


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole table as it was written, empty if there is none."""
    path = files("mtqa.judgement") / "judge.json"
    if not path.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=1)
def judge() -> Judge | None:
    """The judge that ships; None if none was trained."""
    said = table()
    if not said:
        return None
    if tuple(said["features"]) != NAMES:
        raise ValueError("judge.json has other features; run python -m mtqa.workshop.judge")
    trees = tuple(
        Tree(*(tuple(tree[name]) for name in ("feature", "threshold", "left", "right")))
        for tree in said["trees"]
    )
    return Judge(trees, said["prior"])


def reload() -> None:
    """Read the table anew: it was written again."""
    table.cache_clear()
    judge.cache_clear()


def believed(
    issues: Sequence[Issue], words: Sequence[WordMark], hints: Sequence[Hint] = ()
) -> list[float]:
    """The probability that an editor agrees, for each issue of an article.

    Args:
        issues: of all checks, overlapping ones too, with the confidence of their authors.
        words: what the tagger says of the article's words; empty if there is none.
        hints: which of its content words are linked to the source.
    """
    alone = [calibrated(issue.check, issue.confidence) for issue in issues]
    court = judge()
    if court is None or not words:
        return alone
    return [
        own if found is None else round(shifted(0.5, court.log_odds(found)), 3)
        for own, found in zip(alone, features(issues, words, hints), strict=True)
    ]


def features(
    issues: Sequence[Issue], words: Sequence[WordMark], hints: Sequence[Hint] = ()
) -> list[Features | None]:
    """What the judge hears of each issue; None of one that is not for it to judge.

    Args:
        issues: of all checks, with the confidence of their authors.
        words: what the tagger says of the article's words, at least one.
        hints: which of its content words are linked to the source.
    """
    ordered = sorted(words)
    starts = [word.start for word in ordered]
    ends = [word.end for word in ordered]
    odds = [
        _NOTHING if issue.check == TAGGER else log_odds(calibrated(issue.check, issue.confidence))
        for issue in issues
    ]
    segments = _segments(ordered)
    overlapping = _Overlaps(issues)
    links = sorted(hints)
    link_starts = [hint.start for hint in links]
    found: list[Features | None] = []
    for place, issue in enumerate(issues):
        first, last = bisect_right(ends, issue.start), bisect_left(starts, issue.end)
        if issue.category not in _GROUP or first >= last:
            found.append(None)
            continue
        others = [
            odds[n] for n in overlapping(issue) if issues[n].check not in (TAGGER, issue.check)
        ]
        found.append(
            (
                odds[place],
                max(others, default=_NOTHING),
                float(len(others)),
                *_tagged(ordered, first, last, segments),
                float(bool(hints)),
                *_linked(links, link_starts, issue),
                float(last - first),
                segments[ordered[first].score][1],
                float(issue.check == TAGGER),
                *(float(_GROUP[issue.category] == group) for group in _GROUPS),
            )
        )
    return found


class _Overlaps:
    """Which issues of an article touch a place. An article may have thousands, so that each is not
    held against all others: sorted by where they begin, with the furthest end up to each."""

    def __init__(self, issues: Sequence[Issue]) -> None:
        self._issues = issues
        self._order = sorted(range(len(issues)), key=lambda n: issues[n].start)
        self._starts = [issues[n].start for n in self._order]
        self._ends = list(accumulate((issues[n].end for n in self._order), max))

    def __call__(self, issue: Issue) -> Iterator[int]:
        """The numbers of the issues that overlap one."""
        at = bisect_left(self._starts, issue.end) - 1
        while at >= 0 and self._ends[at] > issue.start:
            if self._issues[self._order[at]].end > issue.start:
                yield self._order[at]
            at -= 1


def _segments(words: Sequence[WordMark]) -> dict[float, tuple[float, float]]:
    """For each segment, known by its score, the mean log-odds of its words and their number."""
    by_score: dict[float, list[float]] = {}
    for word in words:
        by_score.setdefault(word.score, []).append(log_odds(word.bad))
    return {score: (sum(odds) / len(odds), len(odds)) for score, odds in by_score.items()}


def _tagged(
    words: Sequence[WordMark],
    first: int,
    last: int,
    segments: dict[float, tuple[float, float]],
) -> tuple[float, ...]:
    """What the tagger says of words ``first`` to ``last``, around them and of their segment."""
    own = words[first:last]
    bad = [log_odds(word.bad) for word in own]
    near = [*words[max(0, first - _AROUND) : first], *words[last : last + _AROUND]]
    around = max((log_odds(word.bad) for word in near), default=_NOTHING)
    mean, _ = segments[own[0].score]
    kinds = [log_odds(max(word.kinds[kind] for word in own)) for kind in range(4)]
    return (
        max(bad),
        sum(bad) / len(bad),
        around,
        mean,
        max(bad) - mean,
        *kinds,
        log_odds(max(word.severe for word in own)),
        own[0].score,
    )


def _linked(
    links: Sequence[Hint], starts: Sequence[int], issue: Issue
) -> tuple[float, float, float]:
    """How many content words of an issue no word of the source is linked to, how many are, and the
    share of unlinked ones in its segment."""
    first, last = bisect_left(starts, issue.start), bisect_left(starts, issue.end)
    near = links[max(0, first - 1) : max(last, first + 1)]
    inside = [hint.linked for hint in near if hint.end > issue.start and hint.start < issue.end]
    share = near[-1].unlinked if near else 0.0
    return float(inside.count(False)), float(sum(inside)), share
