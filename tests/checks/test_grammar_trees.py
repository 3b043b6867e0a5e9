"""Grammar on the tree of a sentence: what rings, what is proposed, and what looks like it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtqa import Article, Checker

Found = Callable[[str, str], list[tuple[str, str | None]]]


@pytest.fixture
def found(parsing_checker: Checker) -> Found:
    """Text and suggestion of the issues of one check."""

    def marks(check: str, text: str) -> list[tuple[str, str | None]]:
        report = parsing_checker.check(Article("test", text))
        every = [one for issue in report.issues for one in (issue, *issue.related)]
        return [(one.text, one.suggestion) for one in every if one.check == check]

    return marks


@pytest.mark.parametrize(
    ("check", "text", "marked", "suggestion"),
    [
        (
            "grammar.needless-article",
            "După accidentul, șoferul a fost dus la spital.",
            "După accidentul",
            "După accident",
        ),
        (
            "grammar.needless-article",
            "Primarul a pus plicul în urna și a plecat fără să vorbească.",
            "în urna",
            "în urnă",
        ),
        ("grammar.bare-subject", "Șah este un joc vechi, jucat în toată lumea.", "Șah", "Șahul"),
        (
            "grammar.clitic-doubling",
            "Voluntarii vor să ajute pe ceilalți să treacă peste iarnă.",
            "să ajute pe ceilalți",
            "să-i ajute pe ceilalți",
        ),
        (
            "grammar.clitic-doubling",
            "Ziaristul a întrebat pe ministru de ce a demisionat.",
            "a întrebat pe ministru",
            "l-a întrebat pe ministru",
        ),
        (
            "grammar.experiencer",
            "Turiștii le place să urce dimineața pe munte.",
            "Turiștii",
            "Turiștilor",
        ),
        ("grammar.experiencer", "Cine îi pasă de pădurile tăiate?", "Cine", "Cui"),
        (
            "grammar.personal-passive",
            "Știrea a fost confirmată că este falsă de către minister.",
            "fost confirmată că",
            None,
        ),
        (
            "grammar.gerund-subject",
            "Construind poduri este treaba inginerilor.",
            "Construind poduri este",
            None,
        ),
        (
            "grammar.whether",
            "Experții se contrazic cu privire la faptul dacă barajul va rezista.",
            "faptul dacă",
            "faptul că",
        ),
        (
            "grammar.stranded-preposition",
            "Raportul este legat de, dar nu descrie criza din anul trecut.",
            "de",
            None,
        ),
        (
            "grammar.government",
            "Directorul este învinuit pentru incendiul de la depozit.",
            "învinuit pentru",
            "învinuit de",
        ),
        (
            "grammar.government",
            "Rezultatul este diferit decât cel anunțat în martie.",
            "diferit decât",
            "diferit de",
        ),
        (
            "grammar.contraction",
            "Statuia a fost găsită în o pivniță din centrul orașului.",
            "în o",
            "într-o",
        ),
        (
            "grammar.lost-reflexive",
            "Trupele au evacuat din oraș înainte de miezul nopții.",
            "evacuat",
            None,
        ),
        ("grammar.experiencer", "Pictorul își plăcea să lucreze noaptea.", "își", "îi"),
        (
            "grammar.mixed-address",
            "Dacă cumperi biletele din timp, verificați ora plecării și păstrați chitanța.",
            "cumperi",
            None,
        ),
    ],
)  # fmt: skip
def test_what_rings(
    found: Found, check: str, text: str, marked: str, suggestion: str | None
) -> None:
    assert (marked, suggestion) in found(check, text)


@pytest.mark.parametrize(
    ("check", "text"),
    [
        ("grammar.needless-article", "Plicul a fost pus în urna mobilă, iar în orașul vechi plouă."),
        ("grammar.needless-article", "Prin prisma și importanța lui, proiectul a fost ales."),
        ("grammar.bare-subject", "Surse din guvern spun că legea va fi retrasă."),
        ("grammar.bare-subject", "Rusu a câștigat etapa de munte."),
        ("grammar.clitic-doubling", "Pompierii i-au salvat pe toți, dar nu au văzut pe nimeni."),
        ("grammar.clitic-doubling", "Articolul se bazează pe acesta și pe alte documente."),
        ("grammar.experiencer", "Copiilor le place să urce pe munte, iar filmul le place mult."),
        ("grammar.personal-passive", "Locuitorii au fost informați că apa va fi oprită."),
        ("grammar.gerund-subject", "Având în vedere vremea, este mai bine să rămânem acasă."),
        ("grammar.gerund-subject", "Construind podul, inginerii au folosit oțel românesc."),
        ("grammar.whether", "Nu se știe dacă barajul va rezista."),
        ("grammar.stranded-preposition", "Au fost 80 de voturi pentru, 12 împotrivă."),
        ("grammar.lost-reflexive", "Pompierii au evacuat din bloc zece familii, apoi s-au retras."),
        ("grammar.government", "Directorul este învinuit de neglijență, diferit de cel vechi."),
        ("grammar.contraction", "Statuia a fost găsită într-o pivniță, iar apoi o vor muta."),
        ("grammar.mixed-address", "„Cumperi tu biletele?”, a întrebat ea. „Verificați ora”, a spus el."),
        ("grammar.mixed-address", "Verificați ora plecării (vezi tabelul) și păstrați chitanța."),
    ],
)  # fmt: skip
def test_what_is_right_is_silent(found: Found, check: str, text: str) -> None:
    assert found(check, text) == []


def test_texts_without_diacritics_are_left_alone(found: Found) -> None:
    text = "Primarul a pus plicul in urna si a plecat fara sa vorbeasca cu nimeni din sala."
    assert found("grammar.needless-article", text) == []
