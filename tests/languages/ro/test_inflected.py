"""Other forms of a word, told by the dictionary's tags."""

from __future__ import annotations

import pytest

from mtqa.languages.ro.inflected import adjective, verb


@pytest.mark.parametrize(
    ("form", "person", "number", "other"),
    [
        ("lovește", 3, "p", "lovesc"),
        ("au", 3, "s", "a"),
        ("poate", 3, "p", "pot"),
        ("facă", 2, "p", "faceți"),
        ("deveneau", 3, "s", "devenea"),
        ("făcuse", 3, "p", "făcuseră"),
        ("pâine", 3, "p", None),
    ],
)
def test_verbs(form: str, person: int, number: str, other: str | None) -> None:
    assert verb(form, person, number) == other


@pytest.mark.parametrize(
    ("form", "gender", "number", "oblique", "other"),
    [
        ("anunțat", "f", "p", False, "anunțate"),
        ("siguri", "f", "p", False, "sigure"),
        ("noul", "f", "s", False, "noua"),
        ("deschis", "f", "s", True, "deschise"),
        ("vechi", "f", "s", False, "veche"),
        ("pentru", "f", "s", False, None),
    ],
)
def test_adjectives(form: str, gender: str, number: str, oblique: bool, other: str | None) -> None:
    assert adjective(form, gender, number, oblique=oblique) == other
