"""The beads of a view, shared by the checks of what is missing, added or left over."""

from __future__ import annotations

from mtqa.checks.base import View
from mtqa.checks.once import once
from mtqa.compare.coverage.beads import ArticleBeads


@once
def article_beads(view: View) -> ArticleBeads | None:
    """The beads of the view's article, made once; ``None`` without a source."""
    text = view.article.source
    if not text or not text.strip():
        return None
    return ArticleBeads(text, view.source_language, view.target, view.segments)
