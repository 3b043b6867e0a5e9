"""The beads of a view, shared by the checks of what is missing, added or left over."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from mtqa.checks.base import View
from mtqa.coverage.beads import ArticleBeads
from mtqa.romanian import Document

_BEADS: WeakKeyDictionary[Document, ArticleBeads | None] = WeakKeyDictionary()


def article_beads(view: View) -> ArticleBeads | None:
    """The beads of the view's article, made once; ``None`` without a source."""
    if view.target not in _BEADS:
        _BEADS[view.target] = _made(view)
    return _BEADS[view.target]


def _made(view: View) -> ArticleBeads | None:
    from mtqa.align.languages import detect

    text = view.article.source
    if not text or not text.strip():
        return None
    language = view.article.source_lang or detect(text) or "en"
    return ArticleBeads(text, language, view.target, view.segments)
