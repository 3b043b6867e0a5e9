"""Where Romanian sentences end."""

from __future__ import annotations

import pytest

from mtqa.languages.ro.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Dl. Popescu și dna. Ionescu au venit la nr. 5, pe str. Lungă.",
        "Conform art. 5 alin. 2 din Lege, dosarul se închide.",
        "Academicianul prof. dr. Ion Popa a vorbit.",
        "A sosit la ora 18.30, pe 11.07.2025, cu 3.5 puncte.",
        "I.L. Caragiale și J. K. Rowling sunt citați des.",
        "Președintele George W. Bush a vorbit.",
        "„Ce faci?” a întrebat el.",
        "A plecat... apoi a revenit.",
        "Vezi www.presidency.ro pentru detalii.",
        "Compania Apple Inc. a anunțat rezultatele.",
        "În data de 5. 11. 2025 se votează.",
        "La punctul 3. 2 se discută bugetul.",
    ],
)
def test_one_sentence(sentence: str) -> None:
    assert sentences(sentence) == [sentence]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A venit. A văzut.", ["A venit.", "A văzut."]),
        ("„Vin.” A plecat.", ["„Vin.”", "A plecat."]),
        ("Ce? Da! Nu… Poate.", ["Ce?", "Da!", "Nu…", "Poate."]),
        ("Titlu fără punct\nPrimul rând.", ["Titlu fără punct", "Primul rând."]),
        ("A rămas așa etc. Apoi a plecat.", ["A rămas așa etc.", "Apoi a plecat."]),
        ("între club și oraș.Primarul a spus.", ["între club și oraș.", "Primarul a spus."]),
        ("În 2020. Nimic.", ["În 2020.", "Nimic."]),
        ("Rând unu\r\nRând doi\r\n", ["Rând unu", "Rând doi"]),
        ("", []),
        (" \n\t\n", []),
    ],
)
def test_several(text: str, found: list[str]) -> None:
    assert sentences(text) == found
