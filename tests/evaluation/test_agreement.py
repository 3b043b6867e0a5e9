"""How well scores agree with human scores: examples worked out by hand, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.errors import MtqaError
from mtqa.evaluation.agreement import agreement, pairwise_accuracy

numpy = pytest.importorskip("numpy")
pytest.importorskip("scipy", reason="the extra metrics is not installed")


def accuracy(scores: list[float], human: list[float]) -> tuple[float, float]:
    left, right = numpy.triu_indices(len(scores), 1)
    ours, theirs = numpy.array(scores, float), numpy.array(human, float)
    return pairwise_accuracy(ours[left] - ours[right], theirs[left] - theirs[right])


def test_the_same_order_is_agreement() -> None:
    found = agreement([1, 2, 3, 4], [10, 20, 30, 40])
    assert (found.pearson.value, found.spearman.value, found.kendall.value) == pytest.approx(
        (1, 1, 1)
    )
    assert found.accuracy.value == 1
    assert found.segments == 4


def test_kendall_by_hand() -> None:
    # of the six pairs only (2, 3) is the other way round: (5 - 1) / 6
    assert agreement([1, 2, 3, 4], [1, 3, 2, 4]).kendall.value == pytest.approx(4 / 6)


def test_kendall_counts_ties_as_tau_b_does() -> None:
    # pairs: 1-2 tied for us, 1-3 and 2-3 agree: 2 / sqrt(2 * 3)
    assert agreement([1, 1, 2], [1, 2, 3]).kendall.value == pytest.approx(2 / 6**0.5)


def test_a_constant_score_agrees_with_nothing() -> None:
    found = agreement([5, 5, 5, 5], [1, 2, 3, 4])
    assert (found.pearson.value, found.spearman.value, found.kendall.value) == (0, 0, 0)
    assert found.accuracy.value == 0


def test_pairs_that_people_tie_are_won_by_calibrating_ties() -> None:
    # people see 1 and 2 as equal; the metric puts them 0.1 apart, and the third far away
    assert accuracy([0.0, 0.1, 5.0], [1, 1, 2]) == (1.0, pytest.approx(0.1))


def test_where_people_tie_nothing_no_difference_is_called_a_tie() -> None:
    assert accuracy([0.0, 0.1, 5.0], [1, 2, 3]) == (1.0, 0.0)


def test_a_tie_that_would_cost_more_than_it_wins_is_not_made() -> None:
    # pairs by distance: 0.1 (people: ordered), 0.2 (people: tied), 0.3 (people: ordered);
    # calling the second a tie loses the first: 2 of 3 both ways, and the smaller epsilon is taken
    assert accuracy([0.0, 0.1, 0.3], [1, 2, 2]) == (pytest.approx(2 / 3), 0.0)


def test_equal_scores_are_always_a_tie() -> None:
    # the metric ties the pair (1, 2), people do not: 2 of 3
    assert accuracy([1.0, 1.0, 2.0], [1, 2, 3]) == (pytest.approx(2 / 3), 0.0)


def test_all_pairs_tied_is_best_where_people_tie_all() -> None:
    assert accuracy([1.0, 2.0, 4.0], [7, 7, 7]) == (1.0, 3.0)


@pytest.mark.parametrize(
    ("scores", "human", "said"),
    [
        ([1, 2, 3], [1, 2], "3 scores but 2 human scores; give one for each"),
        ([1, 2], [1, 2], "fewer than 3 scores"),
    ],
)
def test_lists_that_cannot_be_compared(scores: list[float], human: list[float], said: str) -> None:
    with pytest.raises(MtqaError, match=said):
        agreement(scores, human)


_SCORES = st.lists(st.integers(-50, 50), min_size=3, max_size=14)


@given(data=st.data(), scores=_SCORES)
@settings(max_examples=60, deadline=None)
def test_laws(data: st.DataObject, scores: list[int]) -> None:
    human = data.draw(st.lists(st.integers(0, 9), min_size=len(scores), max_size=len(scores)))
    share, epsilon = accuracy(list(map(float, scores)), list(map(float, human)))
    assert 0 <= share <= 1
    assert epsilon >= 0
    # no other epsilon is better
    distances = {0.0, *(float(abs(a - b)) for a in scores for b in scores)}
    assert share == pytest.approx(max(_by_hand(scores, human, e) for e in distances))


def _by_hand(scores: list[int], human: list[int], epsilon: float) -> float:
    right = pairs = 0
    for i in range(len(scores)):
        for j in range(i):
            ours, theirs = scores[i] - scores[j], human[i] - human[j]
            pairs += 1
            if abs(ours) <= epsilon:
                right += theirs == 0
            else:
                right += ours * theirs > 0
    return right / pairs


@given(scores=_SCORES, seed=st.integers(0, 1000))
@settings(max_examples=15, deadline=None)
def test_ranks_do_not_change_under_monotone_maps(scores: list[int], seed: int) -> None:
    human = [float(x) for x in numpy.random.default_rng(seed).normal(size=len(scores))]
    plain, bent = agreement(scores, human), agreement([s**3 + 7.0 for s in scores], human)
    assert plain.kendall == bent.kendall
    assert plain.spearman.value == pytest.approx(bent.spearman.value)
    assert -1 <= plain.kendall.low <= plain.kendall.high <= 1
    assert 0 <= plain.accuracy.low <= plain.accuracy.high <= 1
