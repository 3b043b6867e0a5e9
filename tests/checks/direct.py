"""Run one check class on a text, whether it is registered or not."""

from __future__ import annotations

from mtqa import Article, Config, Issue
from mtqa.checks.base import Check, View
from mtqa.languages.ro import Document
from mtqa.pipeline import segment


def issues(check: type[Check], text: str) -> list[Issue]:
    """The issues that the check finds in a text, in reading order."""
    target = Document(text)
    view = View(Article("test", text), target, segment(target), Config())
    return sorted(check().find(view), key=lambda issue: issue.start)


def marks(check: type[Check], text: str) -> list[str]:
    """The spans that the check marks in a text."""
    return [issue.text for issue in issues(check, text)]


def fixes(check: type[Check], text: str) -> list[tuple[str, str | None]]:
    """The spans that the check marks, each with its suggestion."""
    return [(issue.text, issue.suggestion) for issue in issues(check, text)]
