"""How the tests of checks read: a text, and what one check marks in it."""

from __future__ import annotations

from mtqa import Article, Config, Issue
from mtqa.checks.base import View
from mtqa.checks.registry import all_checks
from mtqa.languages.ro import Document
from mtqa.pipeline import segment


def issues(check: str, text: str, source: str | None = None) -> list[Issue]:
    """The issues that one check finds in a text, in reading order."""
    target = Document(text)
    view = View(Article("test", text, source=source), target, segment(target), Config())
    return sorted(all_checks()[check].find(view), key=lambda issue: issue.start)


def marks(check: str, text: str) -> list[str]:
    """The spans that one check marks in a text."""
    return [issue.text for issue in issues(check, text)]


def fixes(check: str, text: str) -> list[tuple[str, str | None]]:
    """The spans that one check marks, each with its suggestion."""
    return [(issue.text, issue.suggestion) for issue in issues(check, text)]
