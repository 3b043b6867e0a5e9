"""``niciun`` and ``nicio`` are one word where they mean "no"."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes

CHECK = "spelling.nici-un"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Guvernul nu are nici un motiv să aștepte.", [("nici un", "niciun")]),
        ("Nu există nici o îndoială.", [("nici o", "nicio")]),
        ("Nici un copil nu trebuie să sufere.", [("Nici un", "Niciun")]),
        ("Se știe că nu e nici o legătură.", [("nici o", "nicio")]),
        ("Nu s-a făcut nici un fel de anchetă.", [("nici un", "niciun")]),
        ("Nu aparține nici unei familii.", [("nici unei", "niciunei")]),
        ("Nici una dintre părți nu a cedat.", [("Nici una", "Niciuna")]),
    ],
)
def test_two_words_that_mean_no(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(CHECK, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Nu are niciun motiv și nicio vină.",
        "Nu a venit nici un băiat, nici o fată.",
        "Nu a stat nici o oră și nu costă nici un leu.",
        "Nici o vede, zice ea.",
        "Ministrul nu este nici un expert în domeniu.",
        "Nu e nici un erou, ci un om obișnuit.",
        "Nici unul, nici altul nu a răspuns.",
        "Nu e nici un Messi al zilelor noastre.",  # a name follows
    ],
)
def test_neither_nor_not_even_and_verbs(text: str) -> None:
    assert fixes(CHECK, text) == []


def test_a_text_without_diacritics_is_judged_no_differently_than_elsewhere() -> None:
    text = "Seful statului nu a primit nici o veste si asteapta in fata usii.\n" * 3
    assert fixes(CHECK, text) == []
