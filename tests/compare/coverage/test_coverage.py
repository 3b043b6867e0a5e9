"""Content words, links and the German bridge: what a translation covers of its source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.compare.coverage.attribution import is_attribution
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.coverage.content_words import source_side, target_side
from mtqa.compare.coverage.german import english
from mtqa.compare.coverage.links import link
from mtqa.compare.coverage.model import confidence, model
from mtqa.compare.coverage.runs import FEATURES
from mtqa.languages.ro.tokens import tokens


def linked(source: str, target: str, language: str = "en") -> dict[str, str]:
    """Each content word of the source with its counterpart, where it has one."""
    left = source_side(source, 0, len(source), language)
    right = target_side(tokens(target))
    found = link(left, right, language)
    return {left[i].text: right[j].text for i, j in enumerate(found.forward) if j >= 0}


def test_words_meet_by_translation_name_figure_and_likeness() -> None:
    assert linked(
        "The minister visited 25,000 Romanian farmers in Vienna.",
        "Ministrul a vizitat la Viena 25.000 de fermieri români.",
    ) == {
        "minister": "Ministrul",
        "visited": "vizitat",
        "25,000": "25.000",
        "Romanian": "români",
        "farmers": "fermieri",
        "Vienna": "Viena",
    }


def test_one_word_stands_for_one_word() -> None:
    assert list(linked("a house and a house", "o casă").values()) == ["casă"]


def test_german_goes_by_english() -> None:
    found = linked(
        "Die Regierung kündigte gestern neue Steuern an.",
        "Guvernul a anunțat ieri taxe noi.",
        "de",
    )
    assert found["Regierung"] == "Guvernul"
    assert found["Steuern"] == "taxe"
    assert found["gestern"] == "ieri"


@pytest.mark.parametrize(
    ("form", "meaning"),
    [
        ("Regierung", "government"),
        ("Ministern", "minister"),  # an ending
        ("Häusern", "house"),  # an umlaut
        ("gekauft", "purchase"),  # a participle
        ("Landesregierung", "government"),  # a compound
        ("Krankenhäuser", "hospital"),
    ],
)
def test_german_forms(form: str, meaning: str) -> None:
    assert meaning in english(form)


def test_what_the_list_lacks_has_no_meaning() -> None:
    assert english("Xylqwertz") == ()
    assert translations("maison", "fr") == ()


@pytest.mark.parametrize("form", ["spus", "declarat", "Potrivit", "afirmă", "adăugat"])
def test_a_word_that_attributes(form: str) -> None:
    assert is_attribution(form)


@pytest.mark.parametrize("form", ["casă", "ministru", "joi"])
def test_a_word_that_does_not(form: str) -> None:
    assert not is_attribution(form)


def test_the_weights_fit_the_features() -> None:
    for direction in ("omission", "addition"):
        for language, weights in model().weights[direction].items():
            assert len(weights) == len(FEATURES) + 1
            assert language in model().threshold[direction]


def test_confidence_grows_with_the_margin() -> None:
    assert 0.7 < confidence(0) < confidence(1) < confidence(20) <= 0.95


def test_an_article_has_its_own_ratio() -> None:
    long = model().usual_ratio("en", [(100, 150)] * 40)
    assert model().usual_ratio("en", []) < long < 1.5


@given(st.text(max_size=200))
def test_offsets_of_source_words(text: str) -> None:
    for word in source_side(text, 0, len(text), "en"):
        assert text[word.start : word.end] == word.text


@given(st.text(max_size=200))
def test_offsets_of_target_words(text: str) -> None:
    for word in target_side(tokens(text)):
        assert text[word.start : word.end] == word.text


def test_two_words_that_mean_one_thing_together() -> None:
    found = linked("His father-in-law runs the town hall.", "Socrul său conduce primăria.")
    assert "primăria" in found.values()
    assert "Socrul" in found.values()
    assert "primăria" not in linked("The town is far.", "Orașul, primăria și gara.").values()
