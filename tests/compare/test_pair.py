"""Both sides of an article, read in one place."""

from __future__ import annotations

from mtqa.checks.base import View
from mtqa.compare.pair import ArticlePair
from mtqa.config import Config
from mtqa.languages.ro import Document
from mtqa.model import Article, Segment, Span
from mtqa.pipeline import Checker

SOURCE = "Angela Merkel met 12 ministers. They did not sign."
TARGET = "Angela Merkel s-a întâlnit cu 21 de miniștri. Aceștia nu au semnat."
SEGMENTS = (
    Segment((Span(0, 31),), (Span(0, 45),)),
    Segment((Span(32, 50),), (Span(46, 67),)),
)


def pair() -> ArticlePair:
    return ArticlePair(SOURCE, "en", Document(TARGET), SEGMENTS)


def test_content_words_and_their_links() -> None:
    first = pair().beads.beads[0]
    linked = {
        word.text: first.links.target[j].text
        for word, j in zip(first.links.source, first.links.forward, strict=True)
        if j >= 0
    }
    assert linked["Merkel"] == "Merkel"
    assert linked["ministers"] == "miniștri"


def test_all_words_of_each_segment() -> None:
    assert [[w.text for w in one.source] for one in pair().words] == [
        ["Angela", "Merkel", "met", "ministers"],
        ["They", "did", "not", "sign"],
    ]


def test_names_of_the_source_and_what_became_of_them() -> None:
    assert [name.text for name in pair().source_names.names(0, 31)] == ["Angela Merkel"]
    assert pair().names == ()


def test_figures_that_differ() -> None:
    (found,) = pair().figures
    assert TARGET[found.start : found.end] == "21"


def test_each_is_read_once() -> None:
    both = pair()
    assert both.beads is both.beads
    assert both.figures is both.figures
    assert both.name_judge is both.name_judge


def test_the_checks_of_an_article_share_one_pair() -> None:
    view = View(
        Article("a", TARGET, SOURCE, source_lang="en"), Document(TARGET), SEGMENTS, Config()
    )
    assert view.pair is view.pair
    assert View(Article("a", TARGET), Document(TARGET), (), Config()).pair is None
    assert View(Article("a", TARGET, " \n"), Document(TARGET), (), Config()).pair is None


def test_a_changed_figure_reaches_the_report() -> None:
    report = Checker().check(Article("a", TARGET, SOURCE, source_lang="en"))
    assert [issue.text for issue in report.issues if issue.category == "number"] == ["21"]
