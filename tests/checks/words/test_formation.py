"""How words are made that no dictionary lists."""

from __future__ import annotations

import pytest

from mtqa.checks.words.formation import has_native_letter, is_coinage, is_derived, is_formed


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("retailerului", True),
        ("trumpiști", True),
        ("preplătite", True),
        ("trecătorile", True),
        ("arăreală", False),
    ],
)
def test_endings_and_prefixes_of_known_words(form: str, expected: bool) -> None:
    assert is_coinage(form) is expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("remorcuță", True),
        ("chioșculețul", True),
        ("îmbunătățibil", True),
        ("mărșăluie", True),
        ("sinucigănească", False),
    ],
)
def test_diminutives_possibilities_and_short_forms_of_verbs(form: str, expected: bool) -> None:
    assert is_formed(form) is expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("mansardare", True), ("udemeriștii", True), ("suizerii", False), ("alguri", False)],
)
def test_suffixes_of_nouns_and_members(form: str, expected: bool) -> None:
    assert is_derived(form) is expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [("arăreală", True), ("țărușă", True), ("focusată", False), ("internauților", False)],
)
def test_letters_of_the_stem_are_native_those_of_a_suffix_are_not(
    form: str, expected: bool
) -> None:
    assert has_native_letter(form) is expected
