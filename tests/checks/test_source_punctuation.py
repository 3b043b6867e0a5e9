"""The final mark of a sentence, against the source."""

from __future__ import annotations

import pytest

from mtqa import Article, Checker, Config
from mtqa.config import Checks

CHECKER = Checker(Config(checks=Checks(select=("punctuation.final-mark",))))


def fixes(source: str, target: str) -> list[tuple[str, str | None, str]]:
    issues = CHECKER.check(Article("test", target, source, source_lang="en")).issues
    return [(i.text, i.suggestion, i.source_span.text if i.source_span else "") for i in issues]


@pytest.mark.parametrize(
    ("source", "target", "found"),
    [
        (
            "Zimbabwe's leader gives wrong speech\nHe read it on Monday.",
            "Liderul din Zimbabwe a ținut un discurs greșit.\nL-a citit luni.",
            [(".", "", "speech")],
        ),
        (
            "Police officers rescue a mother from the flood",
            "Polițiștii salvează o mamă din inundații?",
            [("?", "", "flood")],
        ),
        (
            "That is how it was done.",
            "Așa s-a făcut atunci?",
            [("?", ".", "done.")],
        ),
        (  # a heading between paragraphs
            "Trams stop for a week\nThe depot burnt down on Sunday.\nWhat the council plans",
            "Tramvaiele stau o săptămână\nDepoul a ars duminică.\nCe plănuiește consiliul.",
            [(".", "", "plans")],
        ),
    ],
)
def test_a_mark_that_the_source_does_not_have(
    source: str, target: str, found: list[tuple[str, str | None, str]]
) -> None:
    assert fixes(source, target) == found


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Police rescue a mother", "Polițiștii salvează o mamă"),
        ("Police rescue a mother.", "Polițiștii salvează o mamă."),
        # a sentence by itself, as a corpus has them, may end with a full stop
        ("Fire destroys a mill in Vermont", "Un incendiu distruge o moară din Vermont."),
        # "…" and a quotation have marks of their own
        ('"I was there"', "„Am fost acolo”"),
        ("New president sworn in in the US", "Un nou președinte a depus jurământul în S.U.A."),
        # the source forgot its last full stop
        ("He looked at the cork. He saw cells", "S-a uitat la plută. A văzut celule."),
        ("He asked whether I was guilty.", "M-a întrebat: „Ești vinovat?”"),
        ("Pardon me.", "Poftim?"),
        # a question that the source reports, asked outright
        (
            "I could not help wondering if the bridge would hold.",
            "Nu m-am putut abține să mă întreb: oare va rezista podul?",
        ),
        # the source's line breaks off in the middle of the sentence
        ("A woman in tears came to the depot,", "La depou a venit o femeie în lacrimi."),
        ("The ferry carried hay, potatoes and", "Feribotul transporta fân și cartofi."),
        ("“I run, but I do not race,” he said.—", "„Alerg, dar nu concurez”, a spus el."),
        # a sentence of the text without its full stop is no heading
        (
            "Trams stop for a week\nThe mayor spent the whole winter in the burnt depot of the town",
            "Tramvaiele stau o săptămână\nPrimarul a petrecut toată iarna în depoul ars al orașului.",
        ),
    ],
)
def test_marks_that_are_right(source: str, target: str) -> None:
    assert fixes(source, target) == []


def test_a_headline_inside_an_article() -> None:
    source = "Flood hits the coast\nThe sea rose by two metres on Monday.\nIt fell on Tuesday."
    target = "Inundații pe coastă.\nMarea a crescut luni cu doi metri.\nA scăzut marți."
    article = Article("a", target, source, source_lang="en", meta={"aligned": True})
    assert [issue.start for issue in CHECKER.check(article).issues] == [19]
