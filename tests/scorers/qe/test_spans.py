"""From probabilities to spans: what is marked, as what, and how severely."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from mtqa.scorers.qe.estimator import Estimate, Missing, Word
from mtqa.scorers.qe.spans import Thresholds, spans

TEXT = "Guvernul a mâncat un pantof"
THRESHOLDS = Thresholds(
    seed=0.8, grow=0.5, garbled=0.5, major=0.9, omitted=0.8, omitted_words=3, good=0.5
)


def words(*bad: float, garbled: float = 0.0) -> tuple[Word, ...]:
    found, at = [], 0
    for word, probability in zip(TEXT.split(), bad, strict=True):
        found.append(Word(at, at + len(word), probability, garbled))
        at += len(word) + 1
    return tuple(found)


def marked(estimate: Estimate, thresholds: Thresholds = THRESHOLDS) -> list[tuple[str, str, str]]:
    found = spans(estimate, thresholds)
    return [(TEXT[s.start : s.end], s.category, s.severity) for s in found]


def test_a_word_above_the_seed_is_marked() -> None:
    assert marked(Estimate(0, words(0.1, 0.1, 0.85, 0.1, 0.1), ())) == [
        ("mâncat", "mistranslation", "minor")
    ]


def test_neighbours_above_grow_belong_to_it() -> None:
    assert marked(Estimate(0, words(0.1, 0.1, 0.95, 0.6, 0.7), ())) == [
        ("mâncat un pantof", "mistranslation", "major")
    ]


def test_neighbours_without_a_seed_are_left_alone() -> None:
    assert marked(Estimate(0, words(0.1, 0.1, 0.7, 0.6, 0.7), ())) == []


def test_several_words_of_salad_are_garbled() -> None:
    assert marked(Estimate(0, words(0.1, 0.1, 0.85, 0.8, 0.8, garbled=0.7), ())) == [
        ("mâncat un pantof", "garbled", "major")
    ]


def test_one_word_is_no_salad() -> None:
    assert marked(Estimate(0, words(0.1, 0.1, 0.85, 0.1, 0.1, garbled=0.7), ())) == [
        ("mâncat", "mistranslation", "minor")
    ]


def test_a_segment_that_scores_well_has_no_marks() -> None:
    assert marked(Estimate(0.6, words(0.1, 0.1, 0.95, 0.6, 0.7), ())) == []


def test_words_of_the_source_that_are_missing_are_an_omission_at_their_place() -> None:
    source = "The government ate a shoe in the rain"
    missing, at = [], 0
    for number, word in enumerate(source.split()):
        missing.append(Missing(at, at + len(word), 0.95 if number > 4 else 0.1))
        at += len(word) + 1
    (span,) = spans(Estimate(0, words(0.1, 0.1, 0.1, 0.1, 0.1), tuple(missing)), THRESHOLDS)
    assert span.category == "omission"
    assert TEXT[span.start : span.end] == "pantof"
    assert span.source is not None
    assert source[slice(*span.source)] == "in the rain"


def test_two_missing_words_are_silent() -> None:
    missing = (Missing(0, 3, 0.9), Missing(4, 9, 0.9))
    assert marked(Estimate(0, words(0.1, 0.1, 0.1, 0.1, 0.1), missing)) == []


probabilities = st.lists(st.floats(0, 1), min_size=5, max_size=5)


@given(probabilities, st.floats(0, 1), st.floats(0, 1))
def test_spans_never_overlap_and_begin_and_end_with_words(
    bad: list[float], seed: float, grow: float
) -> None:
    thresholds = Thresholds(seed=seed, grow=grow, good=9)
    found = list(spans(Estimate(0, words(*bad), ()), thresholds))
    for before, after in pairwise(found):
        assert before.end < after.start
    for span in found:
        text = TEXT[span.start : span.end]
        assert text == text.strip()
        assert span.confidence >= min(seed, 0.99) - 1e-9
