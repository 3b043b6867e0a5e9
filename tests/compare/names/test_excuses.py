"""What may stand for a name of the source without being it, and what may not."""

from __future__ import annotations

import pytest

from tests.checks.test_source_names import fixes

#: Language, source, target, and what is found all the same.
SILENT = [
    # letters for a spelled-out body, or for a city's club
    ("en", "Hats off to Grenoble, who won again.", "Jos pălăria pentru AGX, care a câștigat iar."),
    # a state for its capital's government
    (
        "en",
        "Bucharest said that Washington opposed the plan.",
        "Bucureștiul a declarat că SUA s-au opus planului.",
    ),
    # inhabitants of a place
    ("en", "Then a young Bristolian won the race.", "Apoi un tânăr din Bristol a câștigat cursa."),
    # an ordinary word of the same origin, with a capital
    (
        "es",
        "Los trenes fueron comprados por la Asociacion Patagonia.",
        "Trenurile au fost cumpărate de Asociația Patagonia.",
    ),
    # the source has the longer word as well
    (
        "en",
        "Echoes plays all weekend for #EchoesNight",
        "Echoes cântă tot weekendul pentru #EchoesNight",
    ),
    # a code name in quotation marks
    (
        "en",
        "The police called the raid \u201cOperation Wildgoose\u201d on Monday.",
        "Poliția a numit razia „Operațiunea Gâsca”, luni.",
    ),
    # initials glued to the surname
    (
        "en",
        "A chess course opened at the \u201cM.T.Brătuleanu\u201d college.",
        "Un curs de șah s-a deschis la colegiul „M.T. Brătuleanu”.",
    ),
    # a hyphen that shows only at the end of a line
    ("en", "He drove an old Citroen to work.", "Mergea la lucru cu un Cit\u00adroen vechi."),
    # a Hungarian transcription
    ("hu", "Kim Dzsunszong holnap érkezik.", "Kim Junsong sosește mâine."),
]


@pytest.mark.parametrize(("language", "source", "target"), SILENT)
def test_what_may_stand_for_a_name(language: str, source: str, target: str) -> None:
    assert fixes(source, target, language) == []


@pytest.mark.parametrize(
    ("language", "source", "target", "found"),
    [
        # letters that the name does not begin with
        (
            "en",
            "The jury was led by Grenoble in the final.",
            "Juriul a fost condus de Bordeaux în finala XTD.",
            "Bordeaux",
        ),
        # no state stands for this city
        (
            "en",
            "He flew to Washington on Monday.",
            "A zburat cu avionul luni dimineață.",
            "cu",
        ),
        # the place itself for its inhabitant
        ("en", "Then Lovellian won the race.", "Apoi Lovell a câștigat cursa.", "Lovell"),
        # a longer word that the source does not have
        ("en", "Echoes played all weekend.", "Echoesten a cântat tot weekendul.", "Echoesten"),
        # another person than the transcribed one
        ("hu", "Kim Dzsunszong holnap érkezik.", "Kim Bradford sosește mâine.", "Bradford"),
        # a Hungarian name is spelt as Hungarians do
        (
            "hu",
            "Szamosi Péter holnap érkezik.",
            "Péter Samosi sosește mâine.",
            "Samosi",
        ),
    ],
)
def test_what_may_not(language: str, source: str, target: str, found: str) -> None:
    assert found in [text for _, text, _ in fixes(source, target, language)]
