"""The names of a source, found by their capitals."""

from __future__ import annotations

import pytest

from mtqa.compare.names import SourceText
from mtqa.compare.names.extract import core


def names(text: str, language: str = "en") -> list[str]:
    return [name.text for name in SourceText(text, language).names(0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Yesterday Angela Merkel met Emmanuel Macron.", ["Angela Merkel", "Emmanuel Macron"]),
        ("The talks with Ursula von der Leyen failed.", ["Ursula von der Leyen"]),
        ("He was told by Mr. Novak's lawyer.", ["Novak"]),
        ("Nadal won the match.", ["Nadal"]),
        ("Houses were burnt.", []),
        ("We think it's late, and I've said so.", []),
        ("Shares of the U.S. firm fell.", ["U.S."]),
    ],
)
def test_english_names(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_spans_are_those_of_the_source() -> None:
    text = "The writer Ismail Kadare’s book."
    (name,) = SourceText(text, "en").names(0, len(text))
    assert text[name.start : name.end] == name.text == "Ismail Kadare"


def test_a_capital_at_the_beginning_counts_if_it_stands_inside_elsewhere() -> None:
    text = "Stone said no. We asked Stone again."
    assert names(text) == ["Stone", "Stone"]
    assert names("Stone is hard.") == []


def test_german_nouns_are_common() -> None:
    text = "Der Trainer Jens Stage lobte die Mannschaft."
    found = SourceText(text, "de").names(0, len(text))
    person = next(name for name in found if "Stage" in name.text)
    assert person.kind == "person"
    assert all(part.common for name in found for part in name.parts if part.text == "Mannschaft")


def test_the_core_of_a_name_has_no_office() -> None:
    text = "said Energy Minister Aleksandr Novak on Monday"
    name = SourceText(text, "en").names(0, len(text))[0]
    assert core(name).text == "Aleksandr Novak"


def test_cyrillic_names_are_found() -> None:
    assert names("Вчера Сергей Лавров сказал это.", "ru") == ["Сергей Лавров"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Yesterday Angela Merkel left.", "Angela Merkel", "person"),
        ("They met in Berlin.", "Berlin", "place"),
        ("He told the European Commission so.", "European Commission", "organisation"),
        ("He told the Financial Times so.", "Financial Times", "work"),
        ("We saw the film “Moonrise” there.", "Moonrise", "work"),
        ("She bought a Galaxy S24 there.", "Galaxy", "product"),
        ("He told NATO so.", "NATO", "acronym"),
    ],
)
def test_kinds(text: str, name: str, kind: str) -> None:
    found = {item.text: item.kind for item in SourceText(text, "en").names(0, len(text))}
    assert found[name] == kind


def test_an_office_before_a_person_is_no_part_of_the_name() -> None:
    assert names("He met German Chancellor Angela Merkel.") == ["Angela Merkel"]
    assert names("He met Energy Minister Novak.") == ["Novak"]
