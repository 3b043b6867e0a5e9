"""Half translations and slips of the keyboard, as evidence."""

from __future__ import annotations

import pytest

from mtqa.checks.words.halves import grown, half_of, halves, mended
from mtqa.checks.words.typos import are_neighbours, slip, slips


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("feuerwehrmașină", "foreign and Romanian part"),
        ("rus-north-coreene", "foreign and Romanian part"),
        ("climbează", "foreign stem, verbal ending"),
        ("pregătirement", "Romanian stem, foreign ending"),
    ],
)
def test_each_kind_of_half_shows(form: str, name: str) -> None:
    assert halves(form)[name] > 0


def test_a_romanian_word_has_no_foreign_half() -> None:
    assert not any(halves("locomotivă").values())


def test_half_of_a_word_of_the_source() -> None:
    assert half_of("hubschrauberzbor", ["hubschrauberflug", "wind"]) == "hubschrauberflug"
    assert half_of("robot-pilesos", ["robot", "pilesos"]) == "pilesos"
    assert half_of("drohnenatac", ["drohnenangriff"]) == "drohnenangriff"
    assert half_of("manitoba", ["manitobai"]) is None
    assert half_of("elicopterul", ["hubschrauberflug", "wind"]) is None


def test_only_compounds_of_peoples_are_mended() -> None:
    assert mended("south-coreeană") == "sud-coreeană"
    assert mended("rus-north-coreene") == "ruso-nord-coreene"
    assert mended("sud-coreeană") is None
    assert mended("gata-made") is None


def test_names_with_letters_that_are_none_of_them() -> None:
    assert grown("Obamaen")["name with -en"]
    assert grown("NATOen")["name with -en"]
    assert not grown("Copenhaga")["name with -en"]


@pytest.mark.parametrize(
    ("form", "word", "kind"),
    [
        ("paralment", "parlament", "swapped"),
        ("guvenul", "guvernul", "lost"),
        ("comissie", "comisie", "doubled"),
        ("înoată", "înnoată", "halved"),
        ("gasan", "casan", "other"),
        ("tren", "treb", "key"),
        ("padure", "pădure", "marks"),
    ],
)
def test_kinds_of_slips(form: str, word: str, kind: str) -> None:
    assert slip(form, word)[0] == kind


def test_the_likeliest_word_comes_first() -> None:
    assert slips("președnte")[0].word == "președinte"
    assert slips("alegri")[0].word == "alegeri"


def test_keys_that_touch() -> None:
    assert are_neighbours("a", "s")
    assert are_neighbours("s", "a")
    assert not are_neighbours("a", "p")
