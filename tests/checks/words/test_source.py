"""What an unknown word has in common with its source."""

from __future__ import annotations

import pytest

from mtqa.checks.words.source import Likeness, side


def like(form: str, source: str, language: str = "en") -> Likeness:
    compared = side(source, 0, len(source), language)
    assert compared is not None
    return compared.likeness(form)


@pytest.mark.parametrize(
    ("form", "source", "kind", "word"),
    [
        ("backcountry", "Skiing in the backcountry.", "copied", "backcountry"),
        ("McDonald’s", "Shares of McDonald’s rose.", "copied", "McDonald"),
        ("judoka", "A Judoka from Japan won.", "copied otherwise", "Judoka"),
        ("Procter&Gamble", "He worked for Procter & Gamble.", "copied otherwise", "Procter"),
        ("setupuri", "They tried other setups.", "copied with an ending", "setups"),
        ("Texasului", "The governor of Texas.", "copied with an ending", "Texas"),
        ("Cuenomo", "Governor Cuomo said so.", "alike", "Cuomo"),
    ],
)
def test_a_word_finds_its_model(form: str, source: str, kind: str, word: str) -> None:
    found = like(form, source)
    assert found.kind == kind
    assert found.word is not None
    assert found.word.text == word
    assert source[found.word.start : found.word.end] == found.word.text


@pytest.mark.parametrize(
    ("form", "source", "language"),
    [
        ("Molinari", "Nem győzött Molinaritól.", "hu"),
        ("Schwäbische", "Er sagte der Schwäbischen Zeitung nichts.", "de"),
    ],
)
def test_other_languages_hang_their_cases_on_names(form: str, source: str, language: str) -> None:
    assert like(form, source, language).kind == "copied"
    assert like(form, source, "en").kind != "copied"


def test_nothing_alike_is_evidence_too() -> None:
    assert like("plangandrii", "The country grew.") == Likeness(
        None, "nothing", {"nothing alike": 1.0}
    )


def test_a_fragment_in_a_name_is_seen() -> None:
    assert like("Rolenando", "Then Rolando left.").features["letters added"] == 1
    assert not like("Rolanda", "Then Rolando left.").features["letters added"]


def test_the_case_that_a_misspelt_name_carries_is_known() -> None:
    assert like("Cuenomoului", "The aides of Cuomo.").ending == "ului"


@pytest.mark.parametrize(
    ("form", "language", "own"),
    [("Belgrade", "en", "Belgrad"), ("Belgrad", "de", ""), ("Dublin", "en", "")],
)
def test_a_place_may_have_another_name_in_romanian(form: str, language: str, own: str) -> None:
    assert like(form, f"In {form}.", language).romanian == own


def test_a_script_that_is_not_transcribed_is_nothing_to_compare_letters_with() -> None:
    assert side("总统昨天去了基辅。", 0, 9, "zh") is None


def test_a_cyrillic_word_is_compared_as_it_is_transcribed() -> None:
    source = "Он купил новый пылесос для квартиры."
    found = side(source, 0, len(source), "ru")
    assert found is not None and found.cyrillic
    for form in ("pîlesos", "pylesos", "pilesosul"):
        likeness = found.likeness(form)
        assert likeness.kind.startswith("copied"), form
        assert likeness.word is not None
        assert source[likeness.word.start : likeness.word.end] == "пылесос"
    assert found.likeness("aspirator").kind == "nothing"


def test_half_of_a_compound_of_the_source() -> None:
    source = "Ein Hubschrauberflug wurde abgesagt."
    found = side(source, 0, len(source), "de")
    assert found is not None
    assert found.likeness("Hubschrauberzbor").features["half of the source"]
    assert "half of the source" not in found.likeness("Elicopterul").features


def test_offsets_are_those_of_the_whole_source() -> None:
    source = "First. The moorland was wet."
    found = side(source, 7, len(source), "en")
    assert found is not None
    word = found.likeness("moorland").word
    assert word is not None
    assert source[word.start : word.end] == "moorland"
