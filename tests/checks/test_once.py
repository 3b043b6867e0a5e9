"""What the checks of a family find out together is found once; where it is nothing, none is asked."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa import Article, Config, Issue
from mtqa.checks.base import Check, Message, View
from mtqa.checks.once import once, once_per_article
from mtqa.checks.run import run
from mtqa.languages.ro import Document
from mtqa.pipeline import segment


def view(text: str) -> View:
    target = Document(text)
    return View(Article("test", text), target, segment(target), Config())


def test_an_article_is_looked_at_once() -> None:
    asked: list[str] = []

    @once_per_article
    def exclamations(view: View) -> Iterator[int]:
        asked.append(view.target.text)
        yield from (i for i, char in enumerate(view.target.text) if char == "!")

    here, there = view("Goool!"), view("A plouat.")
    assert exclamations(here) == exclamations(here) == (5,)
    assert exclamations(there) == exclamations(there) == ()
    assert asked == ["Goool!", "A plouat."]


def test_nothing_is_remembered_too() -> None:
    asked: list[str] = []

    @once
    def source(view: View) -> str | None:
        asked.append(view.article.id)
        return view.article.source

    here = view("A plouat.")
    assert source(here) is source(here) is None
    assert asked == ["test"]


class Shouting(Check):
    """A word is shouted."""

    name = "test.shouting"
    category = "punctuation"
    asked = 0

    @staticmethod
    @once_per_article
    def shared(view: View) -> Iterator[int]:
        yield from (i for i, char in enumerate(view.target.text) if char == "!")

    def find(self, view: View) -> Iterator[Issue]:
        type(self).asked += 1
        for at in self.shared(view):
            yield self.issue(view, at, at + 1, Message("Shouting", "Strigăt"))


def test_a_check_is_asked_only_where_its_family_has_found_something() -> None:
    check = Shouting()
    assert run(check, view("A plouat.")) == []
    assert Shouting.asked == 0
    assert [issue.text for issue in run(check, view("Goool!"))] == ["!"]
    assert Shouting.asked == 1
