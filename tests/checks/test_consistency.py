"""One source term or name, one rendering within an article."""

from __future__ import annotations

import pytest

from tests.checks.pairs import fixes

SHUTTLE = "The shuttle left at dawn.\nThey said the shuttle was safe.\nThe shuttle will land."
KYIV = "The troops reached Kyiv today.\nIn Kyiv he was silent.\nOfficials in Kyiv denied it."


@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        ("Naveta a plecat.\nAu spus că naveta e sigură.\nSuveica va ateriza.",
         [("Suveica", "Naveta")]),
        ("Naveta a plecat.\nAu spus că naveta e sigură.\nNaveta va ateriza.", []),
        ("Naveta a plecat.\nAu spus că suveica e sigură.\nEa va ateriza.", []),
        ("Naveta a plecat.\nAu spus că naveta e sigură.\nAparatul va ateriza.", []),
    ],
)  # fmt: skip
def test_a_term_in_two_senses(target: str, fixed: list[tuple[str, str]]) -> None:
    assert fixes("consistency", SHUTTLE, target) == fixed


def test_synonyms_are_no_fault() -> None:
    source = "The pipeline leaked.\nA pipeline was built.\nThe pipeline was closed."
    target = "Conducta s-a spart.\nS-a construit o conductă.\nGazoductul a fost închis."
    assert fixes("consistency", source, target) == []


@pytest.mark.parametrize(
    ("target", "fixed"),
    [
        ("Au ajuns la Kiev.\nLa Kiev a tăcut.\nAutoritățile Kyivului au negat.",
         [("Kyivului", "Kievului")]),
        ("Au ajuns la Kiev.\nLa Kiev a tăcut.\nAutoritățile Kievului au negat.", []),
        ("Au ajuns la Kiev.\nLa Kyiv a tăcut.\nAutoritățile au negat.", []),
        ("Au ajuns la Kiev.\nLa Kiev a tăcut.\nZiarul News of Kyiv a negat.", []),
    ],
)  # fmt: skip
def test_a_name_in_two_forms(target: str, fixed: list[tuple[str, str]]) -> None:
    source = KYIV if "News" not in target else KYIV.replace("Officials in", "News of")
    assert fixes("consistency.name", source, target) == fixed


def test_two_people_may_share_a_first_name() -> None:
    source = "They saw Queen Elizabeth.\nThen Queen Elizabeth left.\nThey met Elizabeth Warren."
    target = "Au văzut-o pe Elisabeta.\nApoi Elisabeta a plecat.\nAu întâlnit-o pe Elizabeth."
    assert fixes("consistency", source, target) == []
    source = source.replace(" Warren", "")
    assert fixes("consistency", source, target) == [("Elizabeth", "Elisabeta")]


def test_two_forms_that_both_occur_twice_are_left_alone() -> None:
    source = f"{KYIV}\nKyiv fell silent."
    target = "Au ajuns la Kiev.\nLa Kiev a tăcut.\nCei din Kyiv au negat.\nLa Kyiv e liniște."
    assert fixes("consistency.name", source, target) == []


FARM = "The wind farm will be built.\nA wind farm needs space.\nThey like the wind farm here."


@pytest.mark.parametrize(
    ("target", "marked"),
    [
        ("Parcul eolian va fi construit.\nUn parc eolian cere loc.\nLe place ferma de vânt de aici.",
         ["ferma de vânt"]),
        ("Parcul eolian va fi construit.\nUn parc eolian cere loc.\nLe place parcul eolian de aici.",
         []),
        ("Parcul eolian va fi construit.\nUn parc eolian cere loc.\nLe place acolo.", []),
        ("Parcul eolian va fi construit.\nO fermă de vânt cere loc.\nLe place acolo.", []),
    ],
)  # fmt: skip
def test_a_term_of_two_words(target: str, marked: list[str]) -> None:
    assert [text for text, _ in fixes("consistency", FARM, target)] == marked
