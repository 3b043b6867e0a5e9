"""Names, judged by the lists."""

from __future__ import annotations

import pytest

from mtqa.checks.names import places as lexical_places
from mtqa.checks.names import spellings as lexical_spellings
from mtqa.checks.names import translated as lexical_names
from mtqa.checks.names.places import ForeignPlace, NearPlace
from mtqa.checks.names.spellings import ForeignSuffix, NameDiacritics, NearPerson
from mtqa.checks.names.translated import SurnameIsWord, TranslatedPart
from mtqa.knowledge import media, people, places
from tests.checks import pairs
from tests.checks.direct import fixes, issues, marks

ALL = (*lexical_names.CHECKS, *lexical_places.CHECKS, *lexical_spellings.CHECKS)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("omologul Choe, fiul Hui, care a călătorit", [("Choe, fiul Hui", "Choe Son Hui")]),
        ("omologul Choe fiul Hui a călătorit", [("Choe fiul Hui", "Choe Son Hui")]),
        ("Fostul președinte George Tufiș a vorbit.", [("George Tufiș", "George Bush")]),
        ("Căpitanul Manuel Mai nou l-a salutat.", [("Manuel Mai nou", "Manuel Neuer")]),
        ("Antrenorul Vincent Compania a vorbit.", [("Vincent Compania", "Vincent Kompany")]),
        ("Actrița Emma Piatră a câștigat.", [("Emma Piatră", "Emma Stone")]),
        # the same words by right
        ("Fostul președinte George Bush s-a ascuns în tufiș.", []),
        ("Giovanni Reyna, fiul lui Claudio Reyna, a marcat.", []),
        ("Manuel este mai nou decât Vincent în compania lor.", []),
        ("Emma, piatra prețioasă a echipei, a câștigat.", []),
        ("George Popa și Ion Lupu au vorbit.", []),
    ],
)
def test_a_part_of_a_listed_name_was_translated(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(TranslatedPart, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("În fața publicului, Jens Etapă a marcat.", ["Etapă"]),
        ("La pauză, Niklas Puternic a ieșit.", ["Puternic"]),
        ("La pauză, Niklas Süle a ieșit.", []),
        ("La pauză, Ion Negru și Mihai Puternic au ieșit.", []),
        ("Marele Premiu al Ungariei a fost câștigat de Lewis.", []),
        ("În finală, Jens Puternic Andersen a marcat.", []),
    ],
)
def test_a_surname_that_is_a_romanian_word(text: str, found: list[str]) -> None:
    assert marks(SurnameIsWord, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("elful lui Eugen Polanskis se află pe locul 16", [("Polanskis", "Polanski")]),
        ("După meci, Nadalen a plecat.", [("Nadalen", "Nadal")]),
        ("După meci, Serena Williams și Paul Roberts au plecat.", []),
        ("După meci, Brigitte Nielsen și Lars Petersen au plecat.", []),
        ("Președintele Emomali Rahmanov a plecat.", []),
        ("Președintele Emmanuel Macrons a plecat.", [("Macrons", "Macron")]),
        ("Actrița s-a stins la Nemours, iar procurorul i-a amintit de Stubbs.", []),
    ],
)
def test_a_foreign_ending_on_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ForeignSuffix, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("sistemele de apărare din Uhraine", [("Uhraine", "Ucraina")]),
        ("guvernul din Germaina a decis", [("Germaina", "Germania")]),
        ("ambasada Potugaliei și drumul spre Potugaliei", []),
        ("a plecat în Uzbekistan, în Kazahstan și la Kyiv", []),
        ("a plecat la Romania Mare și la Italiano", []),
    ],
)
def test_a_misspelt_place(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(NearPlace, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Premierul Dalia Gryauskaite a venit.", [("Gryauskaite", "Grybauskaite")]),
        ("Ministrul Serghei Lavrov și Maria Zakharova au venit.", []),
        ("Ciclistul Alexander Vinokourov a venit.", []),
        ("Antrenorul Eugen Iovescu a venit.", []),
    ],
)
def test_a_wrong_letter_in_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(NearPerson, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "A zburat la Moscow luni și în Germany marți.",
            [("Moscow", "Moscova"), ("Germany", "Germania")],
        ),
        ("Vizita la Brussels s-a încheiat.", [("Brussels", "Bruxelles")]),
        ("La Kiev, la Kyiv, la Beijing și la Peking este pace.", []),
        ("Moscow Times, Prince of Wales și Legea lui Wien.", []),
        ("Ziaristul (Germany) citează „Vienna” și Air France.", []),
        ("Georgia, Jordan și Victoria au cântat împreună.", []),
    ],
)
def test_a_foreign_form_of_a_place(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ForeignPlace, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Când a plecat, Stelian Tanase și-a luat rămas-bun.", [("Tanase", "Tănase")]),
        ("Directorul firmei Pirelli Romania a fost numit după ședință.", []),
        ("Pompierii luptă cu focul în Munții Santa Catalina, lângă Tucson.", []),
        ("Presedintele Stelian Tanase a plecat din tara dupa sedinta.", []),
    ],
)
def test_a_name_without_its_diacritics(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(NameDiacritics, text) == found


def test_a_name_that_the_source_writes_without_marks_is_left_to_the_checks_against_it() -> None:
    target = "Când a plecat, Stelian Tanase și-a luat rămas-bun."
    spelt = ("names.diacritics", "When he left, Stelian Tanase said goodbye.", target)
    assert pairs.fixes(*spelt) == []
    other = ("names.diacritics", "When he left, Stelian Tănase said goodbye.", target)
    assert pairs.fixes(*other) == [("Tanase", "Tănase")]


def test_a_translated_name_is_critical() -> None:
    (issue,) = issues(TranslatedPart, "cu Choe, fiul Hui, la Moscova")
    assert (issue.category, issue.severity) == ("name", "critical")


def test_listed_names_never_ring() -> None:
    people_text = (f"Ieri, {name} a plecat." for person in people() for name in person.spellings)
    place_text = (
        f"Delegația a ajuns în {name}, în zori."
        for place in places()
        for name in (place.name, *place.accepted)
    )
    media_text = (f"Cotidianul {medium.name} a scris despre meci." for medium in media())
    texts = [*list(people_text)[::7], *place_text, *list(media_text)[::3]]
    assert len(texts) > 1_500
    assert [(c.name, text) for c in ALL for text in texts[::2] if marks(c, text)] == []
