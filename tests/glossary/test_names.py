"""The style sheet for names: its forms in a text, in any case form, with the right suggestion."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.glossary import NameEntry
from mtqa.glossary.names import House, suggestion
from mtqa.languages.ro import Document
from mtqa.languages.ro.name_cases import in_slot, slots
from mtqa.languages.ro.reinflect import form_of, noun_phrase

HOUSE = House(
    [
        NameEntry(preferred="Kiev", forbidden=("Kiew",), type="place"),
        NameEntry(preferred="Moscova", forbidden=("Moskau",), type="place"),
        NameEntry(preferred="Volodimir Zelenski", forbidden=("Volodimir Zelensky",), type="person"),
        NameEntry(
            preferred="Dmitri Kuleba", forbidden=("Dmytro Culeba",), type="person", gender="m"
        ),
        NameEntry(preferred="Casa Albă", forbidden=("White House", "Casa Alba")),
        NameEntry(preferred="Coasta de Fildeș", forbidden=("Ivory Coast",)),
        NameEntry(preferred="NATO", accepted=("Alianța Nord-Atlantică",)),
        NameEntry(forbidden=("Porcarul",)),
    ]
)


def found(text: str) -> list[tuple[str, str | None]]:
    """The forbidden forms in a text with their suggestions, the good ones with "ok"."""
    uses = HOUSE.uses(Document(text))
    return [(text[u.start : u.end], "ok" if u.good else suggestion(u, text)) for u in uses]


@pytest.mark.parametrize(
    ("text", "uses"),
    [
        ("Autoritățile Kiewului tac.", [("Kiewului", "Kievului")]),
        ("Autoritățile de la KIEW tac.", [("KIEW", "KIEV")]),
        ("Autoritățile Moskaului tac.", [("Moskaului", "Moscovei")]),
        ("Moscovei și Kievul.", [("Moscovei", "ok"), ("Kievul", "ok")]),
        ("Planul lui Volodimir Zelensky.", [("Volodimir Zelensky", "Volodimir Zelenski")]),
        ("Volodimir Zelenski și planul Zelenskyului.",
         [("Volodimir Zelenski", "ok"), ("Zelenskyului", "lui Zelenski")]),
        ("Casei Albe și White House-ului.", [("Casei Albe", "ok"), ("White House-ului", "Casei Albe")]),
        ("Casa Alba anunță.", [("Casa Alba", "Casa Albă")]),
        ("Politica Ivory Coast-ului.", [("Ivory Coast-ului", "Coastei de Fildeș")]),
        ("Alianței Nord-Atlantice i se cere.", [("Alianței Nord-Atlantice", "ok")]),
        ("Statele NATO, NATO-ului.", [("NATO", "ok"), ("NATO-ului", "ok")]),
        ("Au văzut Porcarul.", [("Porcarul", None)]),
        ("Kiewer și kiew, Casa mare, nato.", []),
    ],
)  # fmt: skip
def test_forms_in_any_case(text: str, uses: list[tuple[str, str | None]]) -> None:
    assert found(text) == uses


def test_a_man_in_a_takes_lui() -> None:
    assert found("declarațiile Culebei") == [("Culebei", "lui Kuleba")]


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("Kiev's mayor", "en", "Kiev"),
        ("the White House of", "en", "White House"),
        ("Kiews Bürgermeister", "de", "Kiew"),
        ("Volodimir Zelenskis", "de", "Volodimir Zelenskis"),
    ],
)
def test_names_of_the_sheet_in_the_source(text: str, language: str, name: str) -> None:
    ((word, _),) = HOUSE.in_source(text, 0, len(text), language)
    assert word.text.startswith(name)


def test_the_case_of_a_source_name_counts() -> None:
    house = House([NameEntry(preferred="Apple"), NameEntry(preferred="UE", source=("EU",))])
    text = "Apple ate an apple. KYIV, EU, j'ai eu."
    found = house.in_source(text, 0, len(text), "fr")
    assert [(word.start, word.text) for word, _ in found] == [(0, "Apple"), (26, "EU")]


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Coreea", "Coreei"),
        ("America", "Americii"),
        ("Rusia", "Rusiei"),
        ("Tokyo", "Tokyo-ului"),
        ("Bacău", "Bacăului"),
        ("Zeelandă", "Zeelandei"),
    ],
)
def test_genitives(name: str, genitive: str) -> None:
    assert in_slot(name, "genitive") == genitive


def test_a_persons_genitive() -> None:
    assert in_slot("Lavrov", "genitive", person=True) == "lui Lavrov"
    assert in_slot("Veronica", "genitive", person=True) == "Veronicăi"


@pytest.mark.parametrize(
    ("phrase", "genitive"),
    [
        ("Uniunea Europeană", "Uniunii Europene"),
        ("Marea Neagră", "Mării Negre"),
        ("Consiliul de Securitate", "Consiliului de Securitate"),
        ("Banca Mondială", "Băncii Mondiale"),
    ],
)
def test_noun_phrases(phrase: str, genitive: str) -> None:
    assert noun_phrase(phrase, (("s", "oblique", True),)) == genitive


def test_forms_that_the_dictionary_lacks_are_not_made_up() -> None:
    assert form_of("blorp", (("s", "oblique", True),)) is None
    assert noun_phrase("Blorpul Zburător", (("s", "oblique", True),)) is None


@given(st.text(alphabet="KMievwouaăl -.\n", max_size=60))
def test_uses_never_overlap_and_lie_in_the_text(text: str) -> None:
    uses = HOUSE.uses(Document(text))
    assert all(0 <= use.start < use.end <= len(text) for use in uses)
    assert all(a.end <= b.start for a, b in pairwise(uses))


@given(st.text(alphabet="abceimnoruăKMTZ", min_size=2, max_size=10))
def test_every_case_made_is_a_case_of_the_name(name: str) -> None:
    assert slots(name)[name] == "base"
    assert in_slot(name, "base") == name
