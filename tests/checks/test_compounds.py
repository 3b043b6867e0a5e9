"""Half-translated compounds and words that nobody uses."""

from __future__ import annotations

import pytest

from mtqa.checks.garbled.compounds import HalfTranslated, Invention, LiteralCompound
from tests.checks.direct import fixes, issues, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "un moment crucial pentru relațiile rus-north-coreene",
            [("rus-north-coreene", "ruso-nord-coreene")],
        ),
        ("granița south-coreeană a fost închisă", [("south-coreeană", "sud-coreeană")]),
        ("câinii antrenați pentru droguri-sniffing", [("droguri-sniffing", None)]),
        ("mâncare gata-made la cantină", [("gata-made", None)]),
    ],
)
def test_one_half_was_left(text: str, found: list[tuple[str, str | None]]) -> None:
    assert fixes(HalfTranslated, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "relațiile ruso-nord-coreene și americano-chineze",
        "un show-room și un play-off de neuitat",
        "site-urile și show-ul au fost închise",
        "ex-premierul și vice-premierul s-au întâlnit",
        "într-un oraș, dându-i-se, luându-le",
        "orașul Rhein-Neckar-Arena și Jong-un",
    ],
)
def test_regular_compounds_stay(text: str) -> None:
    for check in (HalfTranslated, LiteralCompound):
        assert marks(check, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("protecția la apă-înaltă a orașului", ["apă-înaltă"]),
        ("o fereastră inteligentă-poziționat la etaj", ["inteligentă-poziționat"]),
        ("O călătorie rotund-lume costă mult în această vară.", ["rotund-lume"]),
        ("bilete de parcare-cuper în această vară", ["parcare-cuper"]),
        # Romanian: offices, agreeing adjectives, listed compounds, nouns in apposition
        ("un secretar-general și un consul-general adjunct", []),
        ("ciocolată dulce-amăruie și rea-voință în țară", []),
        ("o capră-neagră, două broaște-țestoase și o mierlă-albastră în pădure", []),
        ("o decizie-cheie și un interviu-eveniment", []),
        # the hyphen of a line break
        ("au fost des-tinate publicului din țară", []),
    ],
)
def test_a_compound_rendered_part_by_part(text: str, found: list[str]) -> None:
    assert marks(LiteralCompound, text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Traseul trebuie să dureze o arăreală lungă.", ["arăreală"]),
        ("Puterea sa sinucigănească a uimit țara.", ["sinucigănească"]),
        # people of a place, terms, diminutives, dialect in quotation marks, old plurals
        ("Vlăscenii și dobrogenii au luptat în țară.", []),
        ("Pasagerii au zburat cu parapantă și hangi.", []),
        ("Băieții poartă „spăcel” și „zadie” în sărbători.", []),
        ("Trupele au trecut prin trecătorile munților.", []),
        ("Țăranii au legat remorcuțele, iar lupușorul s-a ascuns în pădure.", []),
        ("Soldații mărșăluie pe un drum îmbunătățibil, clopotele se bălăngăne.", []),
    ],
)
def test_a_word_that_does_not_exist(text: str, found: list[str]) -> None:
    assert marks(Invention, text) == found


def test_categories() -> None:
    (issue,) = issues(HalfTranslated, "relațiile rus-north-coreene")
    assert (issue.category, issue.severity) == ("garbled", "major")
