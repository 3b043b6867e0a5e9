"""Capitals where Romanian has none, and none where it has them."""

from __future__ import annotations

import pytest

from tests.checks import pairs
from tests.checks.marks import fixes, marks

ARTICLE = """Lavrov vizitează Phenianul
{headline}
Ministrul rus de externe a plecat vineri spre Coreea de Nord.
A doua zi s-a întâlnit cu omologul său.
"""


@pytest.mark.parametrize(
    ("headline", "found"),
    [
        ("discuții între Rusia și China", [("discuții", "Discuții")]),
        ("prin imagini din satelit s-a aflat adevărul.", [("prin", "Prin")]),
        ("Discuții între Rusia și China", []),
        ("iPhone-ul, interzis la Kremlin", []),
        ("eBay pleacă din Rusia", []),
        ("a) prima condiție", []),
        ("- un punct al listei", []),
        ("www.kremlin.ru a căzut", []),
    ],
)
def test_headline_in_lower_case(headline: str, found: list[tuple[str, str]]) -> None:
    assert fixes("casing.headline", ARTICLE.format(headline=headline)) == found


def test_lines_wrapped_by_width_are_no_headlines() -> None:
    text = (
        "Ministrul rus de externe, Serghei Lavrov, a plecat vineri spre Coreea\n"
        "de Nord, unde are întâlniri cu mai mulți oficiali ai regimului de la\n"
        "putere, la invitația omologului său, a anunțat agenția de presă de la\n"
        "stat, fără să dea alte amănunte despre programul acestei vizite.\n"
    )
    assert marks("casing.headline", text) == []


def test_a_text_without_capitals_is_a_style() -> None:
    assert marks("casing.headline", "azi\nplouă la munte\nși la mare\nvânt puternic") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vizita s-a încheiat. ministrul a plecat.", ["ministrul"]),
        ("Vizita s-a încheiat. Ministrul a plecat.", []),
        ("Locuiește pe str. lungă, la nr. opt, în jud. Cluj etc. și atât.", []),
        ("„Ce faci?” a întrebat el. „Vino!” a strigat ea.", []),
        ("A spus doar atât... apoi a plecat.", []),
    ],
)
def test_sentence_in_lower_case(text: str, found: list[str]) -> None:
    assert marks("casing.sentence", text) == found


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Președintele Trump A Declarat Că Nu Va Candida Pentru Un Nou Mandat", 1),
        ("Ministrul De Externe Și Cel Al Apărării S-au Întâlnit", 1),
        ("Organizația pentru Securitate și Cooperare în Europa", 0),
        ("Ministerul Afacerilor Externe al Federației Ruse", 0),
        ("Universitatea de Medicină și Farmacie Carol Davila din București", 0),
        ("Ion Iliescu, Petre Roman și Silviu Brucan", 0),
    ],
)
def test_title_case(text: str, count: int) -> None:
    assert len(marks("casing.title", text)) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A venit pe 11 Iulie 2025 la Kiev.", [("Iulie", "iulie")]),
        ("Ne vedem de Luni, la prima oră.", [("Luni", "luni")]),
        ("Armata a atacat Capitala Kiev din toate direcțiile.", [("Capitala", "capitala")]),
        ("Trupele Ruse au intrat în oraș.", [("Ruse", "ruse")]),
        ("Poliția Română a intrat în oraș.", []),
        ("Un oficial German a spus că vine.", [("German", "german")]),
        ("Pentru inculpatul Rus, procurorii cer arest.", []),
        ("De pe bulevardul 1 Decembrie 1918 la Asociația „21 Decembrie 1989”", []),
        ("Toți vorbesc Spaniolă în sat.", [("Spaniolă", "spaniolă")]),
        (
            "Potrivit Serviciului Secret din Ucraina, vin trupe.",
            [("Serviciului Secret", "serviciului secret")],
        ),
        ("A fost primit de Primul Ministru al Indiei.", [("Primul Ministru", "primul ministru")]),
        # names and holidays
        ("De 1 Mai, lumea pleacă la mare.", []),
        ("Traficul a fost oprit în Capitală, iar Capitala e blocată.", []),
        ("Agenții de la Serviciul Secret al SUA au intervenit.", []),
        ("Armata Română și Academia Română au semnat.", []),
        ("Televiziunea Română transmite gala.", []),
        ("Institutul Cultural Român din Paris", []),
        ("Partidul Comunist Chinez a decis.", []),
        ("A jucat pentru Steaua Roșie. Român de origine, a emigrat.", []),
    ],
)
def test_capital_on_a_common_noun(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("casing.noun", text) == found


def test_what_begins_in_lower_case_in_the_source_too() -> None:
    source = "the port of Odesa was hit again"
    target = "portul Odesa a fost lovit din nou"
    assert pairs.fixes("casing.headline", source, target) == []
    assert pairs.fixes("casing.headline", source.capitalize(), target) == [("portul", "Portul")]
