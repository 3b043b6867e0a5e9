"""Names of one article in the place of others of its own."""

from __future__ import annotations

import pytest

from tests.checks.pairs import fixes


@pytest.mark.parametrize(
    ("source", "target", "language", "found"),
    [
        (
            "Nora Pell interviewed Ian Croft. Croft denied everything.",
            "Nora Pell l-a intervievat pe Ian Croft. Pell a negat totul.",
            "en",
            [("Pell", "Croft")],
        ),
        (
            "Ralf Brenner traf Jonas Wirth.\nWirth hatte nichts gesagt.",
            "Ralf Brenner l-a întâlnit pe Jonas Wirth.\nBrenner nu spusese nimic.",
            "de",
            [("Brenner", "Wirth")],
        ),
        (
            "Олег Карпов встретил Ивана Сомова.\nСомов промолчал.",
            "Oleg Karpov l-a întâlnit pe Ivan Somov.\nKarpov a tăcut.",
            "ru",
            [("Karpov", "Somov")],
        ),
        # a score that has not turned round with its teams
        (
            "Fulham 3-1 Watford was decided early.",
            "Watford 3-1 Fulham s-a decis devreme.",
            "en",
            [("Watford", "Fulham"), ("Fulham", "Watford")],
        ),
    ],
)
def test_one_name_of_the_article_for_another(
    source: str, target: str, language: str, found: list[tuple[str, str]]
) -> None:
    assert fixes("names.source-replaced", source, target, language=language) == found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        # a pronoun for a name, the whole name for a part, both turned round
        (
            "Nora Pell interviewed Ian Croft.\nCroft denied everything.",
            "Nora Pell l-a intervievat pe Ian Croft.\nEl a negat totul.",
        ),
        (
            "Nora Pell interviewed Ian Croft.\nCroft denied everything.",
            "Nora Pell l-a intervievat pe Ian Croft.\nIan Croft a negat totul.",
        ),
        ("Fulham 3-1 Watford was decided early.", "Watford 1-3 Fulham s-a decis devreme."),
    ],
)
def test_what_may_stand_so(source: str, target: str) -> None:
    assert fixes("names.source-replaced", source, target) == []
