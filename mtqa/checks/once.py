"""What several checks of a family ask of an article is found once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from mtqa.checks.base import View
from mtqa.romanian import Document

Found = TypeVar("Found")


def once_per_article(
    find: Callable[[View], Iterable[Found]],
) -> Callable[[View], tuple[Found, ...]]:
    """Remember what ``find`` says of an article for as long as its target is in use."""
    known: WeakKeyDictionary[Document, tuple[Found, ...]] = WeakKeyDictionary()

    @wraps(find)
    def remembered(view: View) -> tuple[Found, ...]:
        found = known.get(view.target)
        if found is None:
            found = known[view.target] = tuple(find(view))
        return found

    return remembered
