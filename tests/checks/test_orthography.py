"""Romanian letters."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, issues, marks


def test_cedilla_is_reported_once_with_its_count() -> None:
    (issue,) = issues("spelling.cedilla", "Preşedintele a spus că ţara aşteaptă.")
    assert (issue.text, issue.suggestion) == ("Preşedintele", "Președintele")
    assert "2" in issue.message


@pytest.mark.parametrize(
    "text",
    [
        "Președintele Erdoğan s-a întâlnit cu Kılıçdaroğlu și Yılmaz la Beşiktaş, în țară, și-a spus.",
        "Președintele a spus că țara așteaptă.",
    ],
)
def test_comma_letters_and_turkish_names(text: str) -> None:
    assert marks("spelling.cedilla", text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Premierul a spus că după ședință si înainte de vot pleacă în țară.", [("si", "și")]),
        ("Multi oameni știu că așa stau lucrurile în țară.", [("Multi", "Mulți")]),
        # typed without diacritics throughout, or but for what the editor corrects by itself
        ("Premierul a spus ca dupa sedinta si inainte de vot pleaca in tara.", []),
        ("Premierul a spus în Parlament ca dupa sedinta și inainte de vot pleaca.", []),
        ("Nota si din gama, mi si sol, în țară și în străinătate, știu toți", [("si", "și")]),
    ],
)
def test_stripped_diacritics(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spelling.diacritics", text)[: len(found) or None] == found


def test_a_foreign_name_is_no_stripped_word() -> None:
    assert (
        marks(
            "spelling.diacritics",
            "Actorul Asa Butterfield și cântăreața Si Cranstoun vin în țară, știu toți.",
        )
        == []
    )
