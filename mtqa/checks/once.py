"""What several checks of a family ask of an article is found once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import wraps
from typing import TypeVar

from mtqa.checks.base import View

Found = TypeVar("Found")

_MISSING = object()


def once(find: Callable[[View], Found]) -> Callable[[View], Found]:
    """Remember what ``find`` says of an article for as long as its view is in use."""

    @wraps(find)
    def remembered(view: View) -> Found:
        found = view.memory.get(find, _MISSING)
        if found is _MISSING:
            found = view.memory[find] = find(view)
        return found  # type: ignore[no-any-return]

    return remembered


def once_per_article(
    find: Callable[[View], Iterable[Found]],
) -> Callable[[View], tuple[Found, ...]]:
    """The same for what ``find`` yields one by one."""

    @wraps(find)
    def collected(view: View) -> tuple[Found, ...]:
        return tuple(find(view))

    return once(collected)
