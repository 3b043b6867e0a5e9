"""An error tagger held against annotated segments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.evaluation.gold import GoldSpan, GoldText
from mtqa.evaluation.tagger import auc, evaluate, runs, threshold_at
from mtqa.model import Article

TARGET = "Antrenorii au urcat în autocare."


def gold(*words: str, score: float = 60) -> GoldText:
    spans = tuple(
        GoldSpan(TARGET.index(w), TARGET.index(w) + len(w), w, "mistranslation", "major")
        for w in words
    )
    return GoldText(Article("a", TARGET, "The coaches boarded."), spans, score)


def tagged(**probability: float) -> list[tuple[int, int, float]]:
    words = TARGET.rstrip(".").split()
    places = [(TARGET.index(word), word) for word in words]
    return [(at, at + len(word), probability.get(word, 0.1)) for at, word in places]


def test_words_that_touch_a_gold_span_are_wrong() -> None:
    result = evaluate(
        [gold("autocare"), gold(score=90), gold(score=80)],
        [tagged(autocare=0.9), tagged(), tagged(urcat=0.8)],
        [0.1, 0.9, 0.7],
        [tagged(urcat=0.5), tagged()],
        shares=(0.0, 0.5),
    )
    assert (result.texts, result.words, result.wrong) == (3, 15, 1)
    assert result.auc == 1.0
    strict, loose = result.marks
    assert (strict.gold, strict.found, strict.marks, strict.right) == (1, 1, 2, 1)
    assert (strict.grave, strict.grave_found) == (1, 1)
    assert strict.threshold > 0.5 > loose.threshold
    assert result.scores is not None


def test_the_area_counts_ties_half() -> None:
    assert auc([1, 2], [0, 1]) == pytest.approx((1 + 1 + 1 + 0.5) / 4)
    assert auc([], [1]) != auc([], [1])  # not a number


def test_neighbours_are_one_mark() -> None:
    words = [(0, 2, 0.9), (3, 5, 0.8), (6, 8, 0.1), (9, 11, 0.7)]
    assert runs(words, 0.5) == [(0, 5), (9, 11)]


@given(st.lists(st.floats(0, 1), min_size=1), st.floats(0, 1))
def test_no_more_human_segments_are_marked_than_allowed(highest: list[float], share: float) -> None:
    human = [[(0, 1, p)] for p in highest]
    threshold = threshold_at(share, human)
    assert sum(p >= threshold for p in highest) <= share * len(highest) + 1e-9 or threshold == 0.0
