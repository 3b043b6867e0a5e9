"""Offsets as LanguageTool's clients count them: UTF-16 code units into the text that was sent.

A text may be sent annotated: stretches of text, and mark-up between them, which is not checked but
counted (``{"annotation": [{"text": "…"}, {"markup": "<p>", "interpretAs": "\\n\\n"}]}``).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

#: The last code point that takes one code unit.
_LAST_OF_ONE = "\uffff"


class Utf16:
    """Turns offsets in code points into offsets in UTF-16 code units, for one text.

    >>> Utf16("😀 da").at(2)
    3
    """

    def __init__(self, text: str) -> None:
        self._wide = (
            []
            if text.isascii()
            else [place for place, letter in enumerate(text) if letter > _LAST_OF_ONE]
        )

    def at(self, offset: int) -> int:
        """The code units before the code point at ``offset``."""
        return offset + bisect_left(self._wide, offset)


class Part(NamedTuple):
    """A stretch of what was sent: the words as sent, and what is read in their place.

    ``markup`` says that it is mark-up; ``read`` is then what it stands for, often nothing.
    """

    sent: str
    read: str
    markup: bool = False


class Place(NamedTuple):
    """A half-open span of what was sent, in code points; ``whole`` if no mark-up is in it."""

    start: int
    end: int
    whole: bool


class Annotated:
    """A text with mark-up: what is checked, and where that stands in what was sent.

    Attributes:
        sent: the whole as the client has it.
        plain: the text that is checked.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = [part for part in parts if part.sent or part.read]
        self.sent = "".join(part.sent for part in self._parts)
        self.plain = "".join(part.read for part in self._parts)
        self._read = [0, *accumulate(len(part.read) for part in self._parts)]
        self._sent = [0, *accumulate(len(part.sent) for part in self._parts)]

    def place(self, start: int, end: int) -> Place:
        """Where ``[start, end)`` of the plain text, not empty, stands in what was sent."""
        first, last = self._part(start), self._part(end - 1)
        begin, finish = self._sent[first], self._sent[last + 1]
        if not self._parts[first].markup:
            begin += start - self._read[first]
        if not self._parts[last].markup:
            finish = self._sent[last] + end - self._read[last]
        return Place(begin, finish, self.sent[begin:finish] == self.plain[start:end])

    def _part(self, offset: int) -> int:
        """The part that the code point at ``offset`` of the plain text is read from."""
        return min(bisect_right(self._read, offset) - 1, len(self._parts) - 1)
