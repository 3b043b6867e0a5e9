"""A suggestion can be applied with one key: it damages nothing where it is put in."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Article, Checker, Issue
from mtqa.workshop.suggestions import applied, damages, faults

ROOT = Path(__file__).parents[2]
ARTICLES = [
    *sorted((ROOT / "corpora" / "articles").glob("*.ro.txt")),
    *(ROOT / "seeds").glob("*.ro.txt"),
]


def _issue(start: int, end: int, text: str, suggestion: str | None) -> Issue:
    return Issue("a.b", "spelling", "minor", start, end, text[start:end], "", "", suggestion)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.name)
def test_articles_of_the_repository(path: Path) -> None:
    article = Article(path.stem, path.read_text(encoding="utf-8"))
    assert list(damages(article, Checker())) == []


def test_suggestions_are_put_in_their_places() -> None:
    text = "Un Un om, un un câine."
    issues = [_issue(0, 5, text, "Un"), _issue(3, 8, text, "x"), _issue(10, 15, text, "un")]
    mended, places = applied(text, issues)
    assert mended == "Un om, un câine."
    assert [mended[start:end] for _, start, end in places] == ["Un", "un"]


@pytest.mark.parametrize(
    ("text", "start", "end", "suggestion", "found"),
    [
        ("A plecat ieri ieri acasă.", 9, 19, " ieri ", ["space"]),
        ("A plecat. Apoi a venit.", 0, 9, "A fugit", ["stop"]),
        ("Ieri a plecat.", 0, 4, "azi", ["capital"]),
        ("Ieri a plecat.", 0, 4, "Azi", []),
    ],
)
def test_faults(text: str, start: int, end: int, suggestion: str, found: list[str]) -> None:
    issue = _issue(start, end, text, suggestion)
    mended, [(_, first, last)] = applied(text, [issue])
    assert list(faults(text, issue, mended, (first, last), ())) == found
