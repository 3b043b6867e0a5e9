"""Compounds: the hyphen that is missing, the words that are one, the prefix that is joined."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, marks

CHECK = "spelling.compound"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Diplomatul sud african a plecat în țară.", [("sud african", "sud-african")]),
        ("Ninge în nord vestul țării.", [("nord vestul", "nord-vestul")]),
        ("Presa est germană tace în țară.", [("est germană", "est-germană")]),
        ("Comisia româno bulgară a decis în țară.", [("româno bulgară", "româno-bulgară")]),
        ("Războiul ruso ucrainean continuă și azi.", [("ruso ucrainean", "ruso-ucrainean")]),
        ("Un ex premier și un general maior în rezervă.",
         [("ex premier", "ex-premier"), ("general maior", "general-maior")]),
        ("Liderii social democrați se întâlnesc azi în țară.",
         [("social democrați", "social-democrați")]),
        ("Prim grefierul și viața ca redactor șef în țară.",
         [("Prim grefierul", "Prim-grefierul"), ("redactor șef", "redactor-șef")]),
        ("Dintro dată, întrun oraș a nins.", [("Dintro", "Dintr-o"), ("întrun", "într-un")]),
        ("A jucat în semi finală și a fost vice campioană în țară.",
         [("semi finală", "semifinală"), ("vice campioană", "vicecampioană")]),
        ("Au trecut trei zeci de ani în țară.", [("trei zeci", "treizeci")]),
        ("Deasemenea, a mers dealungul râului în țară.",
         [("Deasemenea", "De asemenea"), ("dealungul", "de-a lungul")]),
        ("Sud est asiatic, în țară.", [("Sud est", "Sud-est")]),
    ],
)  # fmt: skip
def test_compounds(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(CHECK, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Trupele din Coreea de Sud americane nu sunt în țară.",
        "Partidul Social Democrat și Uniunea Creștin Democrată au câștigat în țară.",
        "A făcut un prim pas, iar în nord germanii au cerut dobânda ex officio.",
        "Un general bătrân și un inginer cu șeful lui merg în țară.",
        "Nord-coreenii și sud-estul insulei, într-un oraș din țară.",
        "Este o super mașină, două sute de euro români în țară.",
    ],
)
def test_what_is_no_compound(text: str) -> None:
    assert marks(CHECK, text) == []


def test_prefixes() -> None:
    text = "Unitatea anti-teroristă și vice-campionul la semi-maraton, în țară."
    assert fixes("spelling.prefix", text) == [
        ("anti-teroristă", "antiteroristă"),
        ("vice-campionul", "vicecampionul"),
        ("semi-maraton", "semimaraton"),
    ]
    assert marks("spelling.prefix", "Mitingul anti-Putin, ex-ministrul și re-crearea țării.") == []
