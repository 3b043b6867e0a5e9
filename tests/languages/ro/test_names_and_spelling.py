"""Case forms of names, spelling norms, transliteration keys, language."""

from __future__ import annotations

import pytest

from mtqa.languages.ro import Document
from mtqa.languages.ro.names import base_forms, case_forms, same_name
from mtqa.languages.ro.orthography import Orthography, strip_marks, to_comma
from mtqa.languages.ro.recognition import identify
from mtqa.languages.ro.transliteration import spelling_key


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Moscova", "Moscovei"),
        ("Bruxelles", "Bruxelles-ului"),
        ("Kiev", "Kievul"),
        ("Kiev", "Kievului"),
        ("Pyongyang", "Pyongyangului"),
        ("Maria", "Mariei"),
        ("Olga", "Olgăi"),
        ("Oslo", "Oslo-ului"),
        ("Lavrov", "Lavrov"),
    ],
)
def test_case_forms(name: str, form: str) -> None:
    assert form in case_forms(name)
    assert name in base_forms(form) or name == form
    assert same_name(name, form)


@pytest.mark.parametrize(
    ("one", "other"), [("Bush", "Tufiș"), ("Moscova", "Varșovia"), ("Iran", "Irak")]
)
def test_different_names(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Serghei", "Sergey", True),
        ("Lavrov", "Lawrow", True),
        ("Zelenskyy", "Zelenski", True),
        ("Volodimir", "Volodymyr", True),
        ("Casa", "Casă", False),
        ("Irlanda", "Islanda", False),
    ],
)
def test_transliterations_share_a_key(one: str, other: str, same: bool) -> None:
    assert (spelling_key(one) == spelling_key(other)) is same


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Președintele a spus că pleacă în țară după ședință.", False),
        ("Presedintele a spus ca pleaca in tara dupa sedinta.", True),
        ("Presedintele a spus în Parlament ca pleaca dupa sedinta și ca inca asteapta.", True),
        ("Da.", False),
    ],
)
def test_text_without_diacritics(text: str, bare: bool) -> None:
    assert Orthography.of(text).bare is bare


def test_norms() -> None:
    assert to_comma("Preşedinţie") == "Președinție"
    assert strip_marks("țâșnește în față") == "tasneste in fata"


@pytest.mark.parametrize(
    ("text", "romanian"),
    [
        ("Președintele a spus că va pleca în țară după ce se va încheia ședința de guvern.", True),
        ("Presedintele a spus ca va pleca in tara dupa ce se va incheia sedinta de guvern.", True),
        (
            "The president said that he would leave the country after the meeting of the government.",
            False,
        ),
        (
            "Der Präsident sagte, dass er nach der Sitzung der Regierung das Land verlassen werde.",
            False,
        ),
        (
            "Le président a dit qu'il allait quitter le pays après la réunion du gouvernement dans la soirée.",
            False,
        ),
        (
            "Президент заявил, что покинет страну после заседания правительства, которое пройдет завтра вечером.",
            False,
        ),
        (
            "Az elnök azt mondta, hogy a kormány ülése után elhagyja az országot, és nem tér vissza.",
            False,
        ),
        ("Lavrov la Phenian", True),
    ],
)
def test_language(text: str, romanian: bool) -> None:
    assert identify(text).romanian is romanian


def test_lines_and_headlines() -> None:
    document = Document("Titlu scurt\r\n\r\n  O frază întreagă.  \r\nIntertitlu?\r\n")
    assert [(line.number, line.text, line.headline) for line in document.lines] == [
        (1, "Titlu scurt", True),
        (3, "O frază întreagă.", False),
        (4, "Intertitlu?", True),
    ]
    assert document.words == 6


def test_words_are_counted_once_with_their_clitics() -> None:
    assert Document("S-a dus – la ora 18.30, nord-coreean ... !").words == 6
