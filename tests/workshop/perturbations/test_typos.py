"""Slips of the keyboard, made and counted."""

from __future__ import annotations

import random

import pytest

from mtqa.model import Issue
from mtqa.workshop.perturbations.typos import KINDS, LOST, alarms, lost_marks, measure, spoil, typos

SENTENCES = [
    "Guvernul a aprobat miercuri bugetul pentru anul viitor.",
    "Președintele s-a întâlnit cu miniștrii la București.",
    "Spitalul județean va fi renovat în această vară.",
    "Alegerile locale vor avea loc în luna iunie.",
]


def test_the_same_seed_makes_the_same_slips() -> None:
    assert list(typos(SENTENCES, 3)) == list(typos(SENTENCES, 3))
    assert [typo.kind for typo in typos(SENTENCES, 3)] == list(KINDS)


def test_a_slip_stands_where_it_is_said_to() -> None:
    for typo in (*typos(SENTENCES, 5), *lost_marks(SENTENCES, 5)):
        assert typo.text[: typo.start] + typo.word + typo.text[typo.end :] in SENTENCES
        assert typo.text[typo.start : typo.end] != typo.word


def test_lost_marks_are_told_by_whether_another_word_results() -> None:
    made = list(lost_marks(SENTENCES, 1))
    assert made
    assert {typo.kind for typo in made} <= set(LOST)


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_changes_the_word(kind: str) -> None:
    spoilt = spoil("guvernul", kind, random.Random(2))
    assert spoilt is not None
    assert abs(len(spoilt) - 8) == (kind in ("dropped", "doubled"))


def test_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="unknown kind"):
        spoil("guvernul", "rotated", random.Random(2))


def _issue(text: str, word: str, suggestion: str) -> Issue:
    start = text.index(word)
    return Issue(
        check="spelling.strange-word",
        category="spelling",
        severity="minor",
        start=start,
        end=start + len(word),
        text=word,
        message="?",
        message_ro="?",
        suggestion=suggestion,
        confidence=0.9,
    )


def test_found_and_restored_are_counted_apart() -> None:
    made = list(typos(SENTENCES, 4))
    right = made[0]

    def find(text: str) -> list[Issue]:
        if text != right.text:
            return []
        return [_issue(text, text[right.start : right.end], right.word)]

    counts = measure(made, find).values()
    assert sum(one.found for one in counts) == 1
    assert sum(one.right for one in counts) == 1
    assert sum(len(one.missed) for one in counts) == len(made) - 1
    assert not alarms(SENTENCES, find)
