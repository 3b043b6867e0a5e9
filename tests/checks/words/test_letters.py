"""Words by their letters: damaged, foreign, English."""

from __future__ import annotations

import pytest

from mtqa.checks.words.letters import MODELS, SIZE, Letters, letters, runs


@pytest.mark.parametrize(
    ("damaged", "sound"),
    [("rezizuit", "revizuit"), ("plsesnește", "plesnește"), ("câltigă", "câștigă")],
)
def test_damaged_words_look_worse_than_what_they_were(damaged: str, sound: str) -> None:
    assert letters().looks(damaged).damaged > letters().looks(sound).damaged


@pytest.mark.parametrize("word", ["backcountry", "hassle", "Gutachten", "szövetség"])
def test_foreign_words_look_foreign(word: str) -> None:
    assert letters().looks(word).foreign > 0


@pytest.mark.parametrize("word", ["învățământului", "implauzibil", "catastrofizării"])
def test_romanian_words_do_not_even_where_no_dictionary_has_them(word: str) -> None:
    assert letters().looks(word).foreign < 0


def test_english_is_told_from_other_languages() -> None:
    assert letters().looks("wagonways").english > 0 > letters().looks("Gutachten").english


def test_capitals_and_cedillas_change_nothing() -> None:
    assert runs("Ştirea") == runs("știrea")


def test_a_table_of_another_size_is_refused() -> None:
    with pytest.raises(ValueError, match="weights where"):
        Letters(b"\0" * (len(MODELS) * SIZE - 1))
