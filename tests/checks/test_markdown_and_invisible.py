"""Markdown that breaks, characters nobody sees, a Shift key held too long; and what is no fault."""

from __future__ import annotations

import pytest

from tests.checks.marks import fixes as alone
from tests.checks.pairs import fixes, issues


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("Read it [here](https://x.ro/a).", "Citiți [aici] (https://x.ro/a).",
         ("] (https://x.ro/a)", "](https://x.ro/a)")),
        ("Read it [here](/a/b).", "Citiți [aici]( /a/b ).", ("]( /a/b )", "](/a/b)")),
        ("Read it [here](https://x.ro/a).", "Citiți aici (https://x.ro/a).", ("(https://x.ro/a)", None)),
        ("A **bold** man came", "A venit un bărbat ** curajos ** azi", ("** curajos **", "**curajos**")),
        ("A **bold** man came", "A venit un bărbat ** curajos**", ("** curajos**", "**curajos**")),
        ("A *bold* man came", "A venit un bărbat *curajos azi", ("*", None)),
        ("Run `make test` now", "Rulați ` make test` acum", ("` make test`", "`make test`")),
        ("A ~~bad~~ law", "O lege ~~ rea ~~", ("~~ rea ~~", "~~rea~~")),
    ],
)  # fmt: skip
def test_broken_markdown(source: str, target: str, fixed: tuple[str, str | None]) -> None:
    assert fixes("markup.markdown", source, target) == [fixed]


def test_markdown_that_is_lost() -> None:
    (issue,) = issues("markup.markdown", "A **bold** man", "Un bărbat curajos")
    assert (
        issue.severity == "neutral" and issue.source_span and issue.source_span.text == "**bold**"
    )
    (issue,) = issues("markup.markdown", "See [this page](#top) now", "Vedeți pagina acum")
    assert issue.severity == "minor"
    # an address that is lost is lost once
    (issue,) = issues("markup", "See [this](https://x.ro/a) now", "Vedeți asta acum")
    assert issue.check == "markup.lost"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Read it [here](https://x.ro/a).", "Citiți-l [aici](https://x.ro/a)."),
        ("A **bold** *man*", "Un *bărbat* **curajos**"),
        ("5 * 3 * 2 and a_b_c", "5 ori 3 ori 2 și a b c"),
        ("* one of the 20* that", "unul din cei 20 care"),
        ("The snake_case_name of __init__.py", "Numele snake_case_name al __init__.py"),
        ("He said * what", "A spus ce"),
        ("[1] (see below)", "[1] (vezi mai jos)"),
        ("No markup", "Fără ** marcaj"),
    ],
)
def test_no_fault_in_markdown(source: str, target: str) -> None:
    assert fixes("markup.markdown", source, target) == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("Guvernul a apro\u200bbat bugetul.", [("\u200b", "")]),
        ("Peste 2,3 \u200b\u200bmilioane de membri.", [("\u200b\u200b", "")]),
        ("Guvernul\u200ba aprobat bugetul.", [("\u200b", " ")]),
        ("Guvernul\ufeff a\u2060 plecat.", [("\ufeff", ""), ("\u2060", "")]),
        ("Cu\u200dvânt", [("\u200d", "")]),
        ("Echipajul 👩‍🚒 a plecat.", []),
        ("Un spațiu\u00a0nedespărțit și o cra\u00adtimă moale.", []),
    ],
)
def test_characters_without_width(text: str, fixed: list[tuple[str, str]]) -> None:
    assert alone("spacing.zero-width", text) == fixed


def test_characters_that_the_source_has_are_its_own() -> None:
    assert fixes("spacing.zero-width", "A very\u200blong word", "Un cuvânt\u200blung") == []


@pytest.mark.parametrize(
    ("text", "fixed"),
    [
        ("ROmânia a câștigat meciul.", [("ROmânia", "România")]),
        ("GUvernul și PArlamentul s-au înțeles.", [("GUvernul", "Guvernul"), ("PArlamentul", "Parlamentul")]),
        ("ȘEdința a început.", [("ȘEdința", "Ședința")]),
        ("DJul, PCurile, CEOul și UEul.", []),
        ("MBappe și un IPhone la NATO, în SUA.", []),
        ("EUropa e o marcă; EUropa vinde tot.", []),
        ("un-ROmânia", []),
    ],
)  # fmt: skip
def test_doubled_capitals(text: str, fixed: list[tuple[str, str]]) -> None:
    assert alone("casing.doubled-capital", text) == fixed


def test_a_brand_of_the_source_is_written_as_it_is() -> None:
    assert fixes("casing.doubled-capital", "The EUropa shop", "Magazinul EUropa") == []
