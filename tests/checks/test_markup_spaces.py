"""Blanks at tags: lost, moved, doubled, and what is no fault."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.config import Checks
from tests.checks.pairs import fixes


@pytest.mark.parametrize(
    ("source", "target", "fixed"),
    [
        ("Press <b>OK</b> now", "Apăsați<b>OK</b> acum", ("<b>", " <b>")),
        ("Press <b>OK</b> now", "Apăsați <b>OK</b>acum", ("</b>", "</b> ")),
        ("Press <b>OK</b> now", "Apăsați<b> OK</b> acum", ("<b> ", " <b>")),
        ("Press <b>OK</b> now", "Apăsați <b>OK </b>acum", (" </b>", "</b> ")),
        ("Press <b>OK</b> now", "Apăsați <b> OK</b> acum", ("<b> ", "<b>")),
        ("Press <b>OK</b> now", "Apăsați <b>OK </b> acum", (" </b>", "</b>")),
        ("A <a href='x'><i>new</i></a> law", "O lege<a href='x'><i>nouă</i></a>",
         ("<a href='x'><i>", " <a href='x'><i>")),
    ],
)  # fmt: skip
def test_blanks(source: str, target: str, fixed: tuple[str, str]) -> None:
    assert fixes("markup.tag-space", source, target) == [fixed]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Press <b>OK</b> now", "Apăsați <b>OK</b> acum"),
        (
            "Press <b>OK</b> now",
            "Acum apăsați <b>OK</b>, vă rugăm",
        ),  # another place in the sentence
        ("Press <b>OK</b> now", "<b>OK</b> se apasă acum"),
        ("un<b>believ</b>able", "de <b>ne</b> crezut"),
        ("one <br/> two", "unu<br/>doi"),
        ("One <b>law</b>", "O <i>lege</i>"),
        ("Press OK now", "Apăsați<b>OK</b>acum"),
    ],
)
def test_no_fault(source: str, target: str) -> None:
    assert fixes("markup.tag-space", source, target) == []


def checked(source: str, target: str, codes: tuple[object, object]) -> list[tuple[str, str | None]]:
    checker = Checker(Config(checks=Checks(select=("markup.tag-space",))))
    article = Article("a", target, source, source_lang="en", meta={"inline": codes})
    return [(issue.text, issue.suggestion) for issue in checker.check(article).issues]


def test_codes_that_a_reader_has_taken_out() -> None:
    source = (("g+ 1", 6, False), ("g- 1", 8, False))
    lost = (("g+ 1", 7, False), ("g- 1", 9, False))
    assert checked("Press OK now", "ApăsațiOK acum", (source, lost)) == [
        ("ApăsațiOK", "Apăsați OK")
    ]
    whole = (("g+ 1", 8, False), ("g- 1", 10, False))
    assert checked("Press OK now", "Apăsați OK acum", (source, whole)) == []
    point, glued = (("x 1", 4, False),), (("x 1", 4, True),)
    assert checked("See  here", "Vezi aici", (point, glued)) == []
