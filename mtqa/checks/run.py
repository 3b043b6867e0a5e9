"""One check at work on one article, its issues held to the contract."""

from __future__ import annotations

from itertools import islice

from mtqa.checks.base import Check, View
from mtqa.errors import CheckError, MtqaError
from mtqa.model import SEVERITIES, Article, Issue

#: One check marks at most this much of one article; beyond it the text is not an article.
_MOST = 5_000


def run(check: Check, view: View) -> list[Issue]:
    """The issues of one check, each held to the contract; at most 5,000.

    Raises:
        CheckError: the check fails, or yields something that is no issue of this article.
    """
    try:
        if check.shared is not None and not check.shared(view):
            return []
        found = list(islice(check.find(view), _MOST))
    except MtqaError:
        raise
    except Exception as problem:
        raise CheckError(
            f"check {check.name!r} failed on {view.article.id}: "
            f"{type(problem).__name__}: {problem}; leave it out with --ignore {check.name}"
        ) from problem
    for issue in found:
        _require_span(check, issue, view.article)
    return found


def _require_span(check: Check, issue: Issue, article: Article) -> None:
    if not isinstance(issue, Issue) or issue.severity not in SEVERITIES:
        raise CheckError(
            f"check {check.name!r} yields {issue!r}, which is no issue; report it to its author"
        )
    if not 0 <= issue.start < issue.end <= len(article.target) or (
        article.target[issue.start : issue.end] != issue.text
    ):
        raise CheckError(
            f"check {issue.check!r} marked [{issue.start}, {issue.end}) in {article.id}, "
            "which is not the text it names; report it to the check's author"
        )
