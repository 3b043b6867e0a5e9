"""The quoted passages of a source text, in the quotation marks of its language."""

from __future__ import annotations

import re
from typing import NamedTuple

#: Anything that may open or close a quotation, in any language.
MARKS = '"„“”«»‟'
_QUOTED = re.compile(
    r"""
    (?<![\w"])"(?=\S)(?P<straight>[^"\n]{1,1200}?)(?<=\S)"(?!\w)
  | “(?P<english>[^“”„\n]{1,1200})”
  | „(?P<german>[^“”„"\n]{1,1200})[“”"]
  | «[\s\u00a0\u202f]?(?P<french>[^«»\n]{1,1200}?)[\s\u00a0\u202f]?»
  | »(?P<danish>[^«»\n]{1,1200})«
    """,
    re.VERBOSE,
)


class Quote(NamedTuple):
    """A quoted passage: half-open code-point span with its marks, and what stands inside."""

    start: int
    end: int
    text: str

    @property
    def speech(self) -> bool:
        """Whether it is what somebody said, a sentence or clause, and no word or title."""
        words = self.text.split()
        if len(words) < 5:
            return False
        return (words[0][0].isupper() and self.text[-1] in ".,!?…") or len(words) >= 12


def quotes(text: str, start: int = 0, end: int | None = None) -> list[Quote]:
    """The passages of ``text[start:end]`` that open and close within a line.

    >>> [quote.text for quote in quotes('"We will win," he said.')]
    ['We will win,']
    """
    stop = len(text) if end is None else end
    return [
        Quote(*match.span(), match[match.lastgroup or 0])
        for match in _QUOTED.finditer(text, start, stop)
    ]


def balanced(text: str) -> bool:
    """Whether every quotation mark of the text belongs to a passage."""
    return not any(mark in _QUOTED.sub("", text) for mark in MARKS)
