"""How good an error tagger is: its words against annotated spans, its scores against annotators'.

A word is wrong if it touches a gold span. The area under the ROC curve says how well the tagger
orders words; recall at a threshold, what marking from there on finds. The threshold is one at which
a given share of human translations carries a mark: taggers that are differently sure compare so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mtqa.errors import MissingExtra
from mtqa.evaluation.agreement import Agreement, agreement
from mtqa.evaluation.gold import GoldText

#: A word's offsets in the target, and how probably it is wrong.
Tagged = tuple[int, int, float]
_GRAVE = ("major", "critical")
_LEAST = 20


@dataclass(frozen=True, slots=True)
class AtShare:
    """What marks find where a share of human segments carries one: counts."""

    share: float
    threshold: float
    gold: int
    found: int
    grave: int
    grave_found: int
    marks: int
    right: int


@dataclass(frozen=True, slots=True)
class TaggerResult:
    """The figures of a tagger on annotated segments.

    Attributes:
        texts, words, wrong: how many there were.
        auc: area under the ROC curve over words, wrong ones against right ones.
        by_category: the same, the wrong words of one category against right ones.
        marks: what marks find, by share of human segments with a mark.
        scores: agreement of scores with the annotators', None where there are none.
    """

    texts: int
    words: int
    wrong: int
    auc: float
    by_category: Mapping[str, float]
    marks: tuple[AtShare, ...]
    scores: Agreement | None


def evaluate(
    texts: Sequence[GoldText],
    words: Sequence[Sequence[Tagged]],
    scores: Sequence[float],
    human: Sequence[Sequence[Tagged]],
    shares: Sequence[float] = (0.02, 0.05, 0.1),
) -> TaggerResult:
    """Hold a tagger against annotated segments.

    Args:
        texts: the segments.
        words: of each its words as tagged.
        scores: of each the score.
        human: the words of human translations as tagged, to choose thresholds on.
        shares: shares of human translations with a mark.
    """
    right: list[float] = []
    wrong: list[float] = []
    by_category: dict[str, list[float]] = {}
    for text, tagged in zip(texts, words, strict=True):
        for start, end, p in tagged:
            hit = {s.category for s in text.spans if s.start < end and start < s.end}
            (wrong if hit else right).append(p)
            for category in hit:
                by_category.setdefault(category, []).append(p)
    judged = [(p, t.score) for p, t in zip(scores, texts, strict=True) if t.score is not None]
    return TaggerResult(
        len(texts),
        len(right) + len(wrong),
        len(wrong),
        auc(wrong, right),
        {
            name: auc(listed, right)
            for name, listed in sorted(by_category.items())
            if len(listed) >= _LEAST
        },
        tuple(_at(share, texts, words, human) for share in shares),
        agreement([p for p, _ in judged], [s for _, s in judged]) if len(judged) > 2 else None,
    )


def auc(positive: Sequence[float], negative: Sequence[float]) -> float:
    """The probability that a positive ranks above a negative; ties count half (Mann and Whitney
    1947). Not a number if a side is empty.

    Raises:
        MissingExtra: scipy is not installed.
    """
    if not positive or not negative:
        return float("nan")
    try:
        from scipy.stats import rankdata
    except ImportError:
        raise MissingExtra("scipy", "metrics") from None
    ranks = rankdata([*positive, *negative])[: len(positive)]
    least = len(positive) * (len(positive) + 1) / 2
    return float((ranks.sum() - least) / (len(positive) * len(negative)))


def threshold_at(share: float, human: Iterable[Sequence[Tagged]]) -> float:
    """The threshold from which on at most a share of human segments carries a mark."""
    highest = sorted((max((p for *_, p in tagged), default=0.0) for tagged in human), reverse=True)
    allowed = int(share * len(highest))
    return highest[allowed] + 1e-9 if allowed < len(highest) else 0.0


def runs(tagged: Sequence[Tagged], threshold: float) -> list[tuple[int, int]]:
    """The stretches of neighbouring words from a threshold on."""
    found: list[tuple[int, int]] = []
    before = False
    for start, end, p in tagged:
        if p >= threshold:
            found[-1:] = [(found[-1][0], end)] if before else [*found[-1:], (start, end)]
        before = p >= threshold
    return found


def _at(
    share: float,
    texts: Sequence[GoldText],
    words: Sequence[Sequence[Tagged]],
    human: Sequence[Sequence[Tagged]],
) -> AtShare:
    threshold = threshold_at(share, human)
    gold = found = grave = grave_found = marks = right = 0
    for text, tagged in zip(texts, words, strict=True):
        places = runs(tagged, threshold)
        marks += len(places)
        right += sum(any(s.start < b and a < s.end for s in text.spans) for a, b in places)
        for span in text.spans:
            hit = any(span.start < b and a < span.end for a, b in places)
            gold, found = gold + 1, found + hit
            if span.severity in _GRAVE:
                grave, grave_found = grave + 1, grave_found + hit
    return AtShare(share, threshold, gold, found, grave, grave_found, marks, right)
