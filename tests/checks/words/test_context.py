"""Words in their place."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.checks.words.context import Sentence, context, units
from mtqa.checks.words.twins import by_hyphen, by_i, by_marks, twins
from mtqa.languages.ro.tokens import tokens


def best(text: str, word: str, *candidates: str) -> str:
    """The candidate that fits the place of a word best."""
    sentence = Sentence(units(tuple(tokens(text))))
    at = next(at for at, unit in enumerate(sentence.units) if unit.form == word)
    scores = context().scores([sentence.row(at, candidate) for candidate in candidates])
    return max(zip(scores, candidates, strict=True))[1]


@pytest.mark.parametrize(
    ("text", "word", "right"),
    [
        ("Primarul a promis sa repare podul.", "sa", "să"),
        ("Primarul a venit cu soția sa la inaugurare.", "sa", "sa"),
        ("Primarul sa supărat pe constructor.", "sa", "s-a"),
    ],
)
def test_the_place_decides(text: str, word: str, right: str) -> None:
    assert best(text, word, "sa", "să", "s-a") == right


def test_a_clitic_group_is_one_unit() -> None:
    read = units(tuple(tokens("S-a dus într-o vale, dându-i bani.")))
    assert [unit.form for unit in read] == [
        "s-a", "dus", "într-o", "vale", ",", "dându", "-i", "bani", "."
    ]  # fmt: skip


@settings(deadline=None)  # the first text loads the tables
@given(st.text(max_size=60))
def test_units_are_stretches_of_the_text(text: str) -> None:
    read = units(tuple(tokens(text)))
    assert all(text[unit.start : unit.end] == unit.text for unit in read)
    assert all(one.end <= other.start for one, other in itertools.pairwise(read))
    assert len(context().scores([Sentence(read).row(at, "și") for at in range(len(read))])) == len(
        read
    )


def test_twins_by_kind() -> None:
    assert "față" in by_marks("fata") and "fata" in by_marks("față")
    assert by_hyphen("sa") == ("s-a",) and by_hyphen("s-a") == ("sa",)
    assert by_i("copii") == ("copiii",) and "fi" in by_i("fii")
    assert twins("fereastra")[0] == "fereastră"
