"""What the tagger sees of a word by itself."""

from __future__ import annotations

import pytest

from mtqa.languages.ro.word_features import COLUMNS, seen

pytest.importorskip("spacy")


def same(one: str, other: str) -> set[str]:
    """The columns in which two words look alike."""
    pairs = zip(COLUMNS, seen(one), seen(other), strict=True)
    return {name for name, first, second in pairs if first == second}


def test_forms_of_one_word_share_their_lemma() -> None:
    assert "lemmas" in same("guvernul", "guvernului")
    assert "form" not in same("guvernul", "guvernului")


def test_words_with_the_same_readings_share_them() -> None:
    assert "readings" in same("guvernul", "parlamentul")
    assert "readings" not in same("guvernul", "guvernului")


def test_cedillas_are_commas_and_figures_alike() -> None:
    assert same("ştirile", "știrile") == set(COLUMNS)
    assert same("2024", "1997") >= {"form", "shape"}


def test_a_capital_is_seen_in_the_shape_alone() -> None:
    assert same("Guvernul", "guvernul") == set(COLUMNS) - {"shape"}


def test_a_word_without_diacritics_has_the_readings_of_the_one_meant() -> None:
    assert "readings" in same("fara", "fără")
