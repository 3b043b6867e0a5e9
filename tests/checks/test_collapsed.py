"""Two words of the source that became one, so that a word is joined with itself."""

from __future__ import annotations

import pytest

from tests.checks import pairs
from tests.checks.marks import marks

CHECK = "mistranslation.collapsed"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Au fost condamnați pentru fraudă și fraudă.", ["fraudă și fraudă"]),
        ("Pe drumurile înghețate și înghețate, alunecă ușor.", ["înghețate și înghețate"]),
        (
            "Judecătorii, avocații, avocații și avocații au protestat.",
            ["avocații, avocații și avocații"],
        ),
        ("Au citit ştirile şi ştirile când erau studenți.", ["ştirile şi ştirile"]),
    ],
)
def test_a_word_joined_with_itself(text: str, found: list[str]) -> None:
    assert marks(CHECK, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Mii și mii de oameni au ieșit în stradă; au așteptat ore și ore.",
        "Încearcă iar și iar, numai și numai pentru ea.",
        "A făcut promisiuni și promisiuni, a cheltuit bani și bani.",
        "E mare diferența între copil și copil, spune învățătoarea.",
        "Există cărți și cărți, sunt politicieni și politicieni.",
        "Pleacă directorii și directorii adjuncți.",
        "Vând inele de argint și argint aurit, monede și monede de aur.",
        "Toți vor pace și pace nu este.",
        "Au adus copiii și copiii sunt obosiți.",
        "Vântul suflă din sud și sud-vest, iar apoi din sud-vest și vest.",
        "România intră în Schengen și Schengen se mărește.",
        "Vrea un oraș sau oraș, cum îi spune el.",
    ],
)
def test_emphasis_second_words_with_more_to_them_and_new_clauses(text: str) -> None:
    assert marks(CHECK, text) == []


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Babies and toddlers travel free.",
            "Copiii și copiii mici călătoresc gratuit.",
            ["Copiii și copiii"],
        ),
        (
            "The zoo cares for plant and animal wildlife.",
            "Grădina are grijă de animale și animale sălbatice.",
            ["animale și animale"],
        ),
        ("Many eat leaves or fruit.", "Mulți mănâncă frunze sau frunze.", ["frunze sau frunze"]),
        (
            "He heads the school and the vocational school.",
            "Conduce o școală și școală profesională.",
            [],  # the source repeats it as well
        ),
        ("They met the directors and deputy directors.", "Au văzut directori și directori.", []),
        ("Take the broom and sweep the yard!", "Mă rog, ia mătura și mătura curtea!", []),
        ("One promise came after another.", "A făcut promisiuni și promisiuni.", []),
        ("He ran as fast as he could.", "Fugea și fugea fără oprire.", []),
        ("It is fair and right for all.", "Este corect și corect pentru toți.", []),
        ("It seems fair and right to us.", "Ni se pare corect și corect.", ["corect și corect"]),
    ],
)
def test_against_a_source(source: str, target: str, found: list[str]) -> None:
    assert [text for text, _ in pairs.fixes(CHECK, source, target)] == found


def test_a_german_compound_repeats_the_word() -> None:
    source = "Direktoren und Vizedirektoren kamen."
    found = pairs.fixes(CHECK, source, "Au venit directori și directori.", language="de")
    assert found == []
