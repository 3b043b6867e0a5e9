"""The judge: an issue is as probable as all that speaks of its place makes it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.judgement.calibration import calibrated, log_odds
from mtqa.judgement.hints import Hint
from mtqa.judgement.judge import (
    FEATURES,
    NAMES,
    TAGGER,
    Judge,
    Tree,
    _Overlaps,
    believed,
    features,
    judge,
)
from mtqa.model import Issue, WordMark

TEXT = "Antrenorii au urcat în autocare."
#: „autocare" begins here.
AT = TEXT.index("autocare")


def issue(check: str, start: int, end: int, **more) -> Issue:
    given = {"category": "mistranslation", "severity": "major", "message": "", "confidence": 0.5}
    return Issue(check=check, start=start, end=end, text=TEXT[start:end], **(given | more))


def tagged(bad: float, others: float = 0.05) -> list[WordMark]:
    """The words of the text; the last is as wrong as is said."""
    words, at = [], 0
    for word in TEXT.rstrip(".").split():
        start = TEXT.index(word, at)
        at = start + len(word)
        words.append(WordMark(start, at, bad if word == "autocare" else others))
    return words


def test_without_the_tagger_the_calibrated_confidence_stands() -> None:
    seen = issue("meaning.sense", AT, AT + 8)
    assert believed([seen], []) == [calibrated("meaning.sense", 0.5)]


def test_what_the_tagger_knows_nothing_of_is_left_as_it_was() -> None:
    seen = issue("spacing.double", AT, AT + 8, category="spacing")
    assert believed([seen], tagged(0.9)) == [calibrated("spacing.double", 0.5)]


def test_the_more_the_tagger_doubts_a_word_the_more_probable_its_issue() -> None:
    seen = issue("meaning.sense", AT, AT + 8)
    said = [believed([seen], tagged(bad))[0] for bad in (0.05, 0.3, 0.6, 0.9)]
    assert said == sorted(said)
    assert said[0] < said[-1]


def test_a_mark_of_the_tagger_is_more_probable_where_a_rule_speaks_too() -> None:
    mark = issue(TAGGER, AT, AT + 8)
    rule = issue("meaning.sense", AT, AT + 8, confidence=0.9)
    alone, _ = believed([mark], tagged(0.6)), None
    beside = believed([mark, rule], tagged(0.6))
    assert beside[0] >= alone[0]


def test_what_is_heard_of_an_issue() -> None:
    mark = issue(TAGGER, AT, AT + 8)
    rule = issue("grammar.agreement", AT, AT + 8, category="grammar", confidence=0.9)
    links = [Hint(0, 10, True, 0.5), Hint(AT, AT + 8, False, 0.5)]
    (heard, other) = features([mark, rule], tagged(0.6), links)
    assert heard is not None
    assert other is not None
    said = dict(zip(NAMES, heard, strict=True))
    assert said["is tagger"] == 1
    assert said["other rules"] == 1
    assert said["other rule"] == pytest.approx(log_odds(calibrated("grammar.agreement", 0.9)))
    assert said["bad"] == pytest.approx(log_odds(0.6))
    assert said["bad around"] == pytest.approx(log_odds(0.05))
    assert (said["unlinked"], said["linked"], said["unlinked in segment"]) == (1, 0, 0.5)
    assert (said["words"], said["words of segment"], said["source"]) == (1, 5, 1)
    assert dict(zip(NAMES, other, strict=True))["is grammar"] == 1


def test_an_issue_beside_all_words_is_not_for_the_judge() -> None:
    seen = issue("punctuation.stop", len(TEXT) - 1, len(TEXT), category="grammar")
    assert features([seen], tagged(0.9)) == [None]


def test_a_tree_goes_left_up_to_its_threshold() -> None:
    tree = Tree((0, -1, -1), (0.5, -1.0, 2.0), (1, -1, -1), (2, -1, -1))
    assert [tree.value([x]) for x in (0.4, 0.5, 0.6)] == [-1.0, -1.0, 2.0]


@given(st.lists(st.floats(-5, 5), min_size=len(NAMES), max_size=len(NAMES)), st.data())
def test_more_evidence_never_makes_an_issue_less_probable(
    heard: list[float], data: st.DataObject
) -> None:
    court = judge()
    assert isinstance(court, Judge)
    name = data.draw(st.sampled_from([name for name, sign in FEATURES.items() if sign > 0]))
    more = list(heard)
    more[NAMES.index(name)] += data.draw(st.floats(0, 5))
    assert court.log_odds(tuple(more)) >= court.log_odds(tuple(heard)) - 1e-6


def test_the_order_of_issues_changes_nothing() -> None:
    issues = [issue(TAGGER, AT, AT + 8), issue("meaning.sense", AT, AT + 8), issue(TAGGER, 0, 10)]
    forward = believed(issues, tagged(0.6))
    assert believed(issues[::-1], tagged(0.6)[::-1]) == forward[::-1]
    moved = [replace(item, confidence=item.confidence) for item in issues]
    assert believed(moved, tagged(0.6)) == forward


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=25))
def test_overlaps_are_those_of_all_against_all(places: list[tuple[int, int]]) -> None:
    text = "x" * 60
    issues = [
        replace(issue("meaning.sense", 0, 1), start=a, end=a + size, text=text[a : a + size])
        for a, size in places
    ]
    overlapping = _Overlaps(issues)
    for one in issues:
        touching = [n for n, o in enumerate(issues) if o.start < one.end and one.start < o.end]
        assert sorted(overlapping(one)) == touching
