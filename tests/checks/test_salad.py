"""Broken grammar: what has come apart, and what only looks like it."""

from __future__ import annotations

import pytest

from mtqa.checks import grammar
from mtqa.checks.base import Check
from mtqa.checks.garbled import salad
from tests.checks.direct import marks


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        (salad.StackedPrepositions, "A fost pus în de comisie și despre la Iași.",
         ["în de", "despre la"]),
        (salad.StackedPrepositions,
         "De la 18 % la sub 15 %. De la Iași, pe la amiază, de pe masă, pe de altă parte, cu de trei ori mai mult.", []),
        (salad.StackedPrepositions, "în în­chisoare, doi ani de în­chisoare", []),
        (salad.BareDeterminer, "Primarul a cerut un pentru școli.", ["un pentru"]),
        (salad.BareDeterminer, "A vorbit acestei. Condus de un, spun ei.", ["un"]),
        (salad.BareDeterminer, "Un al doilea, această din urmă variantă, unul și același, Kim Jong Un este.", []),
        (salad.StrandedParticle, "Au cerut să națiune un stat.", ["să națiune"]),
        (salad.StrandedParticle, "Se știe că se cu ochii.", ["se cu"]),
        (salad.StrandedParticle, "A decis să la muncă; un om care a în spatele casei.", ["să la", "a în"]),
        (salad.StrandedParticle, "Omul care a mers la munte, cea care a pe deplin meritat titlul; nota la, do re mi.", []),
        (salad.BareDeterminer, "S-a aflat că unui a fost rănit.", ["unui a"]),
        (salad.BareDeterminer, "Casa unui A. Pop și a unui al doilea om.", []),
        (salad.StrandedParticle, "Să fie, să le dea, se de-a dreptul; ar dauna; vor amprenta.", []),
        (salad.PrepositionVerb, "El a intrat pe trece coechipierului.", ["pe trece"]),
        (salad.PrepositionVerb, "Fără să vrea, la rândul lui, pe rând, pentru că este.", []),
        (salad.NounPile, "Știm că soldații de stat raportul despre front.",
         ["soldații de stat raportul"]),
        (salad.NounPile, "Luna trecută guvernul a căzut. Ambasadorul rus contele Orlov a plecat.", []),
        (salad.NounPile, "Serviciul administrarea patrimoniului a fost desființat.", []),
        (salad.PrepositionVerb, "Criticii scriu despre anime și manga.", []),
        (salad.NounPile, "Soldații statului, raportul armatei. Marea majoritate a oamenilor.", []),
    ],
)  # fmt: skip
def test_salad(check: type[Check], text: str, found: list[str]) -> None:
    assert marks(check, text) == found


@pytest.mark.parametrize(
    "word", ["casa ", "pe care ", "un ", "de ", "să ", "cele mai ", "a ", "- ", "("]
)
def test_hostile_text_comes_to_an_end(word: str) -> None:
    for check in (*salad.CHECKS, *grammar.CHECKS):
        assert len(marks(check, "ș " + word * 3_000)) <= 3_000


def test_salad_is_grave() -> None:
    assert {check.severity for check in salad.CHECKS} == {"major"}
    assert {check.category for check in salad.CHECKS} == {"garbled"}
