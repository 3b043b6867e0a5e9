"""Names, judged by grammar and by the article itself."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, issues, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cu omologul său Choe, fiul Hui, care a plecat", [("Choe, fiul Hui", "Choe Son Hui")]),
        ("Actorul Jaden, fiul Park, a jucat bine.", [("Jaden, fiul Park", "Jaden Son Park")]),
        ("Luther, regele Jones, a cântat.", [("Luther, regele Jones", "Luther King Jones")]),
        ("Înspăimântați, regele Ludovic și regina au fugit.", []),
        ("Potrivit Reuters, prințul Harry a pierdut.", []),
        ("În absența lui Charles, prințul William va prelua.", []),
        ("Alături de Meghan, prințul Harry a zâmbit.", []),
        ("În Craiova, mama Elena a murit.", []),
        # Romanian grammar
        ("Giovanni, fiul lui Claudio Reyna, a marcat.", []),
        ("Ion, fiul Mariei, a plecat.", []),
        ("Charles, regele Angliei, a venit.", []),
        ("Kluivert, fiul fostului atacant", []),
        ("Trump, soția Melania, fiul Barron și fiica Ivanka", []),
        ("Cu tatăl său, regele Charles, s-a împăcat.", []),
        ("Paavo Järvi, fiul lui Neeme Järvi, vine.", []),
    ],
)
def test_kinship_word_inside_a_name(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("names.kinship", text) == found


def test_a_translated_name_is_critical() -> None:
    (issue,) = issues("names.kinship", "L-a primit pe omologul său Choe, fiul Hui, la Moscova")
    assert (issue.category, issue.severity) == ("name", "critical")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Azi Zelenski a vorbit. Apoi Zelensky a plecat. Seara, Zelenski a revenit.",
            [("Zelensky", "Zelenski")],
        ),
        (
            "Ministrul Serghei Lavrov a venit. Pe Sergey Lavrov l-au primit toți.",
            [("Sergey", "Serghei")],
        ),
        ("Aici Moscova tace. Autoritățile Moscovei, la fel. Despre Moscova, nimic.", []),
        ("Actrița Ann Smith și pictorul Ana Popescu", []),
        ("Lângă Casa Albă; acea Casă Verde a lor", []),
        ("Insulele Galápagos; pe Galapagos e cald", []),
    ],
)
def test_rival_spellings(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("names.rival", text) == found


def test_near_miss_of_a_frequent_name() -> None:
    text = (
        "Primarul Bovenschulte a reacționat. Pe Bovenschulte îl știe tot orașul. "
        "Fostul jurist Bovenschulte e primar din 2019. Ieri, Bovenschule a tăcut."
    )
    assert fixes("names.near-miss", text) == [("Bovenschule", "Bovenschulte")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "La Pyongyang e liniște. Cei din Pyongyang tac, iar armata Moscovei și Pyongyangs trage.",
            [("Pyongyangs", "Pyongyangului")],
        ),
        (
            "Azi Trump a tăcut. Planul lui Trump, adică planul Trump's de pace.",
            [("Trump's", "lui Trump")],
        ),
        ("Pe William l-am văzut cu William. Iar Serena Williams a câștigat.", []),
        ("Cei de la McDonald's au închis. Lângă Moody's e liber.", []),
        ("Emiratele Arabe și un emirat", []),
    ],
)
def test_foreign_genitive(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("names.genitive", text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Președintele american George Bush i-a scris lui Ion Iliescu.",
        "Maria Zakharova, pe care presa o scrie și Zaharova",
        "s-a mutat de la Kiev la Berlin",
        "Popa, Roman și Neamțu au votat.",
    ],
)
def test_correct_names_never_ring(text: str) -> None:
    assert [
        m
        for name in ("names.kinship", "names.near-miss", "names.genitive")
        for m in marks(name, text)
    ] == []
