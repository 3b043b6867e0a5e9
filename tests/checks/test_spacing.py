"""White space around hyphens, punctuation and quotes."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes, issues, marks


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Trump l -a acuzat pe omologul său.", [("l -a", "l-a")]),
        (
            "armata nord -coreeană și S -ar putea",
            [("nord -coreeană", "nord-coreeană"), ("S -ar", "S-ar")],
        ),
        ("Rusia și -a intensificat raidurile.", [("și -a", "și-a")]),
        ("runda a doua, cea de -a treia", [("de -a", "de-a")]),
        ("Premierul s- a întors într- un târziu.", [("s- a", "s-a"), ("într- un", "într-un")]),
        ("și - a pierdut răbdarea", [("și - a", "și-a")]),
        ("de - a lungul coastei de nord - est", [("de - a", "de-a"), ("nord - est", "nord-est")]),
        ("cu prim -ministrul Italiei", [("prim -ministrul", "prim-ministrul")]),
        # right as it is
        ("Trump l-a acuzat; s-ar putea, într-un an, de-a lungul.", []),
        ("Discursul său din Parlament - pe care l-a repetat - a durat o oră.", []),
        ("Temperaturi de -5 grade la munte.", []),
        ("Meciul Steaua - Dinamo, 3 - 1.", []),
        ("- Ce faci? - Bine.", []),
    ],
)
def test_hyphen(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spacing.hyphen", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("în perioada 11 - 13 iulie va călători", [("11 - 13", "11-13")]),
        ("între 2 – 4 Mai", [("2 – 4", "2–4")]),
        ("11-13 iulie", []),
        ("scor 2 - 1 la pauză", []),
        ("perioada 2019 - 2023", []),
    ],
)
def test_range_of_days(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spacing.range", text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("agenția rusă Tass.invitație prin Coreea", [("Tass.invitație", "Tass. Invitație")]),
        ("între club și oraș.Primarul a spus", [("oraș.Primarul", "oraș. Primarul")]),
        ("a plecat.În 2020 s-a întors", [("plecat.În", "plecat. În")]),
        # addresses, abbreviations, figures and names with a full stop
        ("conform hotnews.ro și Booking.com", []),
        ("site-ul www.presidency.ro/comunicate", []),
        ("fișierul raport.final.docx", []),
        ("la ora 18.30, pe 11.07.2025", []),
        ("S.U.A., p.m., will.i.am, Node.js", []),
        ("redactie@ziarul.example.com", []),
    ],
)
def test_missing_space_after_full_stop(text: str, found: list[tuple[str, str]]) -> None:
    assert fixes("spacing.sentence", text) == found


def test_a_headline_glued_on_in_lower_case_is_major() -> None:
    assert [i.severity for i in issues("spacing.sentence", "agenția Tass.invitație nouă")] == [
        "major"
    ]


@pytest.mark.parametrize(
    ("check", "text", "found"),
    [
        ("spacing.comma", "la Paris,Londra și Roma", [("Paris,Londra", "Paris, Londra")]),
        ("spacing.comma", "a crescut cu 2,5 puncte", []),
        ("spacing.double", "două  spații", [("  ", " ")]),
        ("spacing.double", "  la început de rând", []),
        ("spacing.before-punctuation", "a venit , a văzut", [(" ,", ",")]),
        ("spacing.before-punctuation", "cine ? nimeni .", [(" ?", "?"), (" .", ".")]),
        ("spacing.before-punctuation", "platforma .NET și ...", []),
        (
            "spacing.inside",
            "a spus „ da ” și ( nu )",
            [("„ ", "„"), (" ”", "”"), ("( ", "("), (" )", ")")],
        ),
        ("spacing.inside", "a spus „da” și (nu)", []),
        ("spacing.inside", "„da“ nu este „nu“ aici", []),
    ],
)
def test_other_white_space(check: str, text: str, found: list[tuple[str, str]]) -> None:
    assert fixes(check, text) == found


def test_line_ends_are_no_doubled_spaces() -> None:
    assert marks("spacing.double", "un rând\r\n\r\nalt rând") == []
