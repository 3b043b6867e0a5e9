"""Compounds that Romanian does not make."""

from __future__ import annotations

import pytest

from mtqa.checks.garbled.compounds import LiteralCompound
from tests.checks.direct import issues, marks


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
    assert marks(LiteralCompound, text) == []


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


def test_categories() -> None:
    (issue,) = issues(LiteralCompound, "protecția la apă-înaltă a orașului")
    assert (issue.category, issue.severity) == ("garbled", "major")
