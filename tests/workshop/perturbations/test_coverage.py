"""The corruptions of the coverage benchmark spoil what they say they spoil."""

from __future__ import annotations

import random

import pytest

from mtqa.workshop.perturbations.accuracy import family
from mtqa.workshop.perturbations.coverage import WAYS

SOURCE = (
    "The old mayor, who had governed the small town for twenty years, opened the new hospital on "
    "Friday and thanked the doctors of the whole region for their hard work, the paper said."
)
TARGET = (
    "Fostul primar, care condusese orășelul timp de douăzeci de ani, a deschis vineri noul spital "
    "și le-a mulțumit medicilor din întreaga regiune pentru munca lor grea, a declarat ziarul."
)


#: Ways that find nothing to spoil in this line.
ELSEWHERE = {"dropped final phrase", "left-over phrase"}


@pytest.mark.parametrize("way", [way for way in WAYS if way not in ELSEWHERE])
def test_every_way_spoils_the_line(way: str) -> None:
    made = WAYS[way](SOURCE, TARGET, "en", random.Random(1))
    assert made is not None
    assert made.text != TARGET
    assert 0 <= made.source_start < made.source_end <= len(SOURCE)
    assert 0 <= made.start <= made.end <= len(made.text)


def test_a_dropped_clause_points_to_its_source() -> None:
    made = WAYS["dropped subordinate clause"](SOURCE, TARGET, "en", random.Random(1))
    assert made is not None
    assert "governed" in SOURCE[made.source_start : made.source_end]
    assert "care condusese" not in made.text


def test_a_dropped_final_phrase() -> None:
    made = WAYS["dropped final phrase"](
        "The old senator won against all the other candidates of the small party in May.",
        "Bătrânul senator a câștigat împotriva tuturor celorlalți candidați ai micului partid conservator în mai.",
        "en",
        random.Random(1),
    )
    assert made is not None
    assert made.text == "Bătrânul senator a câștigat."


def test_the_family_names_its_checks() -> None:
    ways, checks = family("coverage")
    assert ways is WAYS
    assert {check.name.partition(".")[0] for check in checks} == {
        "untranslated", "omission", "addition",
    }  # fmt: skip
