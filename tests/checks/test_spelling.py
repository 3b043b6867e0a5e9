"""Misspelt words of everyday Romanian."""

from __future__ import annotations

import pytest

from mtqa.checks.spelling.target import Misspelling, meant
from mtqa.checks.untranslated.target import ForeignWord
from tests.checks.direct import fixes, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        # a letter dropped, doubled, swapped, or without its mark
        ("Ministrul a vorbit despre răzoiul din țară.", [("răzoiul", "războiul")]),
        ("Comisia a anunțat concetrarea trupelor.", [("concetrarea", "concentrarea")]),
        ("Au fost afectate mai multe clăddiri.", [("clăddiri", "clădiri")]),
        ("Două întreprinderi au fost invinse în țară.", [("invinse", "învinse")]),
        ("Stația a fost inființată în vară.", [("inființată", "înființată")]),
        # an ending written twice
        ("Prețul petrolulului a scăzut în țară.", [("petrolulului", "petrolului")]),
        ("În țară s-a produs o exploziee.", [("exploziee", "explozie")]),
        # the beginning of a sentence
        ("Lacomia și egoismul rămân în țară.", [("Lacomia", "Lăcomia")]),
        # two words without the space between them
        ("Ea este interesatăsă rămână în țară.", [("interesatăsă", "interesată să")]),
    ],
)
def test_a_slip_gets_its_correction(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(Misspelling, text) == found


@pytest.mark.parametrize(
    "text",
    [
        # good words: both norms, accepted variants, derivations, the old letters
        "Nici un om și niciun oraș nu a fost ocolit.",
        "Clădirea intră în refuncționalizare și în reamenajare.",
        "Cînd a sosit, pîinea era rece și sînt mulțumit.",
        "Preşedinţii ţărilor şi-au dat întâlnire.",
        # new words, terms and names
        "Retailerului i s-a cerut să închidă outleturile din țară.",
        "Pasagerii au zburat cu parapanta peste pădure și peste râu.",
        "Un fotbalist olandez, Wesley Sneijder, a marcat în țară.",
        "Brandusa a verificat țara și orașul, iar Sarbu își ia măsuri.",
        "Zelenskiștii și trumpiștii s-au certat în piață.",
        # a word of a dialect in quotation marks
        # regular diminutives and feminine offices
        "Lângă chioșculețul din piață, vicepreședinta și-a legat remorcuța.",
        "Bunica îi spune „chimeșe” și așa i-a rămas numele.",
        # a foreign phrase
        "Este o conditio sine qua non pentru ca țara să înainteze.",
    ],
)
def test_good_words_stay(text: str) -> None:
    assert marks(Misspelling, text) == []


def test_text_without_diacritics_stays() -> None:
    assert marks(Misspelling, "Presedintele a anuntat masuri pentru toti cetatenii tarii.") == []


def test_a_word_that_the_article_uses_as_a_term_stays() -> None:
    once = "Actorul interpretativ a jucat în țară și în străinătate."
    text = "Tehnica numită transoportul cere răbdare în orice țară și oraș. "
    assert marks(Misspelling, once) == []
    assert marks(Misspelling, text) == ["transoportul"]
    assert marks(Misspelling, text + "Cine face transoportul își ia măsuri.") == []


def test_an_english_word_is_not_a_misspelling() -> None:
    text = "Antrenorul s-a declarat satisfied după meciul din această seară."
    assert marks(Misspelling, text) == []
    assert marks(ForeignWord, text) == ["satisfied"]


def test_what_was_meant() -> None:
    assert meant("societații") is not None
    assert meant("societății") is None
    assert meant("uigurilor") is None  # ungurilor is another people
