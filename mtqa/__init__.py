"""mtqa: the quality checker for machine-translated Romanian news.

>>> import mtqa
>>> report = mtqa.check_article("Trump l -a acuzat pe Putin.")
>>> report.issues[0].suggestion
'l-a'
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.2.0"

if TYPE_CHECKING:
    from mtqa.checks.base import Check, Message, View
    from mtqa.config import Config
    from mtqa.corpus.frame import score_frame
    from mtqa.errors import MtqaError
    from mtqa.model import Article, ArticleReport, Issue, Segment, Span
    from mtqa.pipeline import Checker, check_article

_HOME = {
    "Article": "mtqa.model",
    "ArticleReport": "mtqa.model",
    "Check": "mtqa.checks.base",
    "Checker": "mtqa.pipeline",
    "Config": "mtqa.config",
    "Issue": "mtqa.model",
    "Message": "mtqa.checks.base",
    "MtqaError": "mtqa.errors",
    "Segment": "mtqa.model",
    "Span": "mtqa.model",
    "View": "mtqa.checks.base",
    "check_article": "mtqa.pipeline",
    "score_frame": "mtqa.corpus.frame",
}

__all__ = [
    "Article",
    "ArticleReport",
    "Check",
    "Checker",
    "Config",
    "Issue",
    "Message",
    "MtqaError",
    "Segment",
    "Span",
    "View",
    "check_article",
    "score_frame",
]


def __getattr__(name: str) -> Any:
    """Load the public names when first used, so that ``mtqa --help`` stays instant."""
    if name not in _HOME:
        raise AttributeError(f"module 'mtqa' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
