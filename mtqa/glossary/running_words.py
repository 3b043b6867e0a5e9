"""Words of running text with what stands between them: what glossaries are matched on."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011'’ʼ&.][^\W_]+)*")
_SPACES = frozenset([" ", "\u00a0", "\n"])


class Word(NamedTuple):
    """A word: half-open code-point span and its text."""

    start: int
    end: int
    text: str


def words(text: str, start: int = 0, end: int | None = None) -> tuple[Word, ...]:
    """The words of ``text[start:end]``; compounds and names with an apostrophe count once.

    >>> [word.text for word in words("Guvernul S.U.A., Jean-Luc")]
    ['Guvernul', 'S.U.A', 'Jean-Luc']
    """
    return _cut(text, start, len(text) if end is None else end)


@lru_cache(maxsize=16)
def _cut(text: str, start: int, end: int) -> tuple[Word, ...]:
    """Kept for a moment, since one check after the other asks for the words of one text."""
    return tuple([Word(*m.span(), m.group()) for m in _WORD.finditer(text, start, end)])


def same_gap(one: str, other: str) -> bool:
    """Whether the same stands between two words here and there; any single space is a space."""
    return one == other or (one in _SPACES and other in _SPACES)
