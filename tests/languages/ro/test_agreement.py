"""Cells of gender, number and case, and what the dictionary says of a form."""

from __future__ import annotations

import pytest

from mtqa.languages.ro import Document
from mtqa.languages.ro.agreement import DIRECT, OBLIQUE, PLURAL, cells, profile, spread, words
from mtqa.languages.ro.determiners import CELLS, other_form


@pytest.mark.parametrize(
    ("determiner", "noun", "agree"),
    [
        ("un", "oraș", True),
        ("două", "orașe", True),
        ("doi", "orașe", False),
        ("un", "casă", False),
        ("unei", "case", True),
        ("unei", "casă", False),
        ("acest", "om", True),
        ("acești", "oameni", True),
        ("acestor", "oameni", True),
    ],
)
def test_agreement_is_an_intersection(determiner: str, noun: str, agree: bool) -> None:
    assert bool(CELLS[determiner] & profile(noun).noun) is agree


@pytest.mark.parametrize(
    ("adjective", "noun", "agree"),
    [
        ("verzi", "păsări", True),
        ("verzi", "copaci", True),
        ("adânci", "ape", True),
        ("frumoasă", "orașe", False),
        ("frumoase", "orașe", True),
    ],
)
def test_adjectives(adjective: str, noun: str, agree: bool) -> None:
    assert bool(profile(adjective).adjective & profile(noun).noun) is agree


def test_profiles() -> None:
    assert profile("statul").articled
    assert not profile("statului").articled
    assert profile("supermarketurile").only_noun
    assert profile("supermarketurile").noun & PLURAL & DIRECT
    assert not profile("xyzq").known
    assert "participle" in profile("găsit").pos


def test_spread_forgets_the_case() -> None:
    assert spread(cells("f", "s", ("direct",))) == cells("f", "s")
    assert spread(cells("m", "p") & OBLIQUE) == cells("m", "p")


@pytest.mark.parametrize(
    ("determiner", "noun", "other"),
    [
        ("un", "casă", "o"),
        ("doi", "case", "două"),
        ("acestui", "mesei", "acestei"),
        ("un", "case", None),
    ],
)
def test_other_forms(determiner: str, noun: str, other: str | None) -> None:
    assert other_form(determiner, profile(noun).noun) == other


def test_words_know_their_places() -> None:
    text = words(Document("Unele site-uri, unele pagini\nunele"))
    assert text.at({"unele"}) == [0, 4, 6]
    assert text.hyphenated(1)
    assert text.spaced(1)
    assert not text.spaced(6)
    assert text.lower(-1) == text.lower(99) == ""
