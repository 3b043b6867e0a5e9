"""Ordinals: their parts agree with each other and with the noun, and are written the Romanian way."""

from __future__ import annotations

import pytest

from mtqa.checks.grammar import ordinals
from tests.checks.direct import fixes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Este a 7-lea sezon al serialului.", [("a 7-lea", "al 7-lea")]),
        ("Orașul a găzduit al 12-a conferință.", [("al 12-a", "a 12-a")]),
        ("Sunt martorii a doilea val de scumpiri.", [("a doilea", "al doilea")]),
        ("Biserica datează din secolul al XV-a.", [("al XV-a", "al XV-lea")]),
        ("A fost cel de-al șaptea ediție.", [("cel de-al șaptea", "cea de-a șaptea")]),
        # both parts agree, the noun does not
        ("A fost al 9-lea întâlnire din acest an.", [("al 9-lea", "a 9-a")]),
        ("La a 3-a meci a fost eliminat.", [("a 3-a", "al 3-lea")]),
        ("Al 2-lea tur, a 2-a repriză, cel de-al treilea val, cea de-a patra etapă.", []),
        ("Ștefan al III-lea al Suediei și Maria a II-a a Scoției.", []),
        # what follows is another phrase
        ("Etapa a 3-a campionatului. Locul al doilea: echipa. Ocupă a patra treaptă.", []),
        ("L-a văzut al 5-lea marți.", []),
    ],
)
def test_genders_of_ordinals(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ordinals.OrdinalForm, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trăim în secolul 21st.", [("21st", "al 21-lea")]),
        ("A fost a 3rd victorie la rând.", [("a 3rd", "a 3-a")]),
        ("Alegerile au loc pe 9. iunie.", [("9. iunie", "9 iunie")]),
        ("Filmele de la 20th Century Fox. A costat 9. Iunie a fost cald.", []),
    ],
)
def test_foreign_ordinals(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(ordinals.ForeignOrdinal, text) == found


def test_ordinals_without_article() -> None:
    assert fixes(ordinals.OrdinalArticle, "În secolul XVIII-lea.") == [
        ("XVIII-lea", "al XVIII-lea")
    ]
    assert fixes(ordinals.OrdinalArticle, "În secolul al XVIII-lea, cel de-al 5-lea.") == []
