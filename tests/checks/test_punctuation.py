"""Marks that do not pair, stand twice or follow another language's rules."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, marks


def test_a_quotation_that_is_never_closed() -> None:
    text = "Titlu\nEl a spus: „Nu plec nicăieri.\nA doua zi a plecat.\nNimeni nu l-a mai văzut.\n"
    assert marks("punctuation.quotes", text) == ["„"]


@pytest.mark.parametrize(
    "text",
    [
        "Titlu\nEl a spus: „Nu plec.”\nAtât.\n",
        "Titlu\nEl a spus: „Nu plec.\n„Rămân aici.\n„Pentru totdeauna.”\nAtât.\n",
        'Titlu\nEl a spus: „Nu plec."\nAtât.\nGata.\n',
        "El a spus: „Nu plec nicăieri.",  # one paragraph may be a segment of a longer quotation
    ],
)
def test_quotations_that_are_right(text: str) -> None:
    assert marks("punctuation.quotes", text) == []


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        ("punctuation.brackets", "Premierul (PSD a spus.", [("(", None)]),
        ("punctuation.brackets", "Premierul PSD) a spus.", [(")", None)]),
        ("punctuation.brackets", "Premierul (PSD) a spus: a) da; b) nu :)", []),
        ("punctuation.doubled", "a venit,, a plecat", [(",,", ",")]),
        ("punctuation.doubled", "a plecat.. Apoi", [("..", ".")]),
        ("punctuation.doubled", "a plecat... Apoi?! Da!!! ,,citat”", []),
        ("punctuation.english-comma", "„Vin,” a spus el.", [(",”", "”,")]),
        ("punctuation.english-comma", "„Vin”, a spus el.", []),
        ("punctuation.foreign", "¿Cine vine？", [("¿", ""), ("？", "?")]),
        ("punctuation.foreign", "Cine vine? «El», a spus.", []),
        ("punctuation.decade", "La începutul anilor 80 a plecat.", [("80", "'80")]),
        ("punctuation.decade", "Are în jur de anii '80, 80 de ani, 90 la sută.", []),
        ("punctuation.decade", "Între anii 60-70 și anii 1980.", []),
        ("punctuation.serial-comma", "Are hoteluri, restaurante, și parcuri.", [(",", "")]),
        ("punctuation.serial-comma", "Are hoteluri, restaurante, şi parcuri.", [(",", "")]),
        ("punctuation.serial-comma", "Au plecat Popa, Ionescu, Marin, și Dinu.", [(",", "")]),
        ("punctuation.serial-comma", "Vine din Kirkintilloch, Glasgow, și Dinu pleacă.", []),
        ("punctuation.serial-comma", "Are hoteluri, restaurante și parcuri.", []),
        ("punctuation.serial-comma", "Vine luni, spune premierul, și pleacă.", []),
        ("punctuation.serial-comma", "Știe franceză, desigur, și muncește.", []),
    ],
)
def test_marks(check: str, text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(check, text) == found
