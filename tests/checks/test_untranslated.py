"""Words of other languages left in Romanian text."""

from __future__ import annotations

import pytest

from mtqa.checks.names.foreign import ForeignDate, ForeignInstitution
from mtqa.checks.untranslated.target import ForeignPhrase, ForeignWord
from tests.checks.direct import fixes, issues, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Antrenorul este satisfied de rezultat.", ["satisfied"]),
        ("Ministrul a răspândit „bullshit” în presă.", ["bullshit"]),
        ("Dealul este acoperit de heather în august.", ["heather"]),
        # a run is one span
        ("Politicienii au cerut further negotiations la Bruxelles.", ["further negotiations"]),
        ("Există și echipament de add-on pentru iarnă.", ["add-on"]),
    ],
)
def test_a_foreign_word(text: str, found: list[str]) -> None:
    assert marks(ForeignWord, text) == found


@pytest.mark.parametrize(
    "text",
    [
        # loanwords and borrowed phrases
        "La summit s-a vorbit despre weekend, show și fake news.",
        "Un reality show cu o femme fatale, vândut ca e-book.",
        # titles, names, addresses
        "Piesa „Stairway to heaven” a fost cântată la School of Rock.",
        "Filmul School of the dead și romanul Voyage au bout de la nuit.",
        "Prognoza este pe weather.com și pe @weather.",
        # explained, announced or with a Romanian ending
        "Termenul weather înseamnă vreme, iar heather (iarbă neagră) este o plantă.",
        "Fenomenul numit „drizzle” este frecvent.",
        "Weather-ul englezesc este o glumă.",
        # units
        "Viteza a ajuns la 40 mph, iar acțiunea la 130 de pence.",
    ],
)
def test_accepted_foreign_words_stay(text: str) -> None:
    assert marks(ForeignWord, text) == []


def test_a_word_in_quotation_marks_is_less_sure() -> None:
    (quoted,) = issues(ForeignWord, "Ministrul a răspândit „bullshit” în presă.")
    (plain,) = issues(ForeignWord, "Ministrul a răspândit bullshit în presă.")
    assert quoted.confidence < plain.confidence
    assert (quoted.severity, plain.severity) == ("minor", "major")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("liderii au trimis un Strong Message partenerilor", ["Strong Message"]),
        ("mai întâi este nevoie de un Gutachten privind", ["Gutachten"]),
        # names and titles
        ("a cumpărat un Range Rover și un Mercedes", []),
        ("este un Human Rights Watch al zilelor noastre", []),
        ("o Madonna și un Michael Schneider la scenă", []),
        ("ziarul Financial Times și agenția Associated Press", []),
        ("Turkish Airlines zboară la București", []),
    ],
)
def test_a_foreign_phrase_with_capitals(text: str, found: list[str]) -> None:
    assert marks(ForeignPhrase, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Summitul are loc pe 12 July la Viena.", [("July", "iulie")]),
        ("Ședința de Montag a fost amânată.", [("Montag", "luni")]),
        ("Reuniunea este pe 3 Oktober.", [("Oktober", "octombrie")]),
        ("Reducerile de Black Friday și Cyber Monday încep azi.", []),
        ("Actrița January Jones joacă în film.", []),
        ("Potrivit Welt am Sonntag și Mail on Sunday, vine.", []),
        ("Piesa „Sunday” a fost cântată luni.", []),
    ],
)
def test_a_foreign_date(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ForeignDate, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Reuniunea World Trade Organization a început.",
            [("World Trade Organization", "Organizația Mondială a Comerțului")],
        ),
        ("Organizația Mondială a Comerțului (World Trade Organization) s-a reunit.", []),
        ("A murit comandantul din Royal Navy.", []),
    ],
)
def test_an_institution_under_its_english_name(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ForeignInstitution, text) == found
