"""A Romanian text, read once: lines, sentences, tokens, spelling habit, computed when asked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from mtqa.languages.ro.orthography import Orthography
from mtqa.languages.ro.parse import Parse, analyse
from mtqa.languages.ro.sentences import LINE, split_line
from mtqa.languages.ro.tokens import Token, tokens

__all__ = ["Document", "Line", "Token"]

#: A line at least this long that breaks off mid-sentence was wrapped by a machine.
_WRAP_WIDTH = 50
_TERMINAL = ".!?…:;"
_CLOSERS = "”\"»)]'’"
#: A headline is a line without a full stop, up to this many words.
_HEADLINE_WORDS = 18
_DIGIT = re.compile(r"\d")
_PUNCTUATION_ALONE = re.compile(r"(?<!\S)(?:[^\w\s]|_)+(?!\S)")


@dataclass(frozen=True, slots=True)
class Line:
    """One non-blank line without its outer white space.

    Attributes:
        start, end: half-open code-point span.
        text: the line itself.
        number: 1-based line number in the file.
        headline: it has no full stop and is short enough for a headline or caption.
    """

    start: int
    end: int
    text: str
    number: int
    headline: bool


class Document:
    """What checks read of a Romanian text. Offsets are code points into ``text``, half-open.

    Args:
        text: the text as read.
        parser: ``auto``, ``on``, ``off`` or a folder: the pipeline that analyses it.
    """

    def __init__(self, text: str, parser: str = "auto") -> None:
        self.text, self._parser = text, parser
        self._bare_lines: dict[int, bool] = {}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The non-blank lines."""
        return tuple(_lines(self.text))

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The sentences' spans, in order; a sentence never crosses a line."""
        return tuple(
            span for line in self.lines for span in split_line(self.text, line.start, line.end)
        )

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the whole text, in order."""
        return tuple(tokens(self.text))

    @cached_property
    def analysis(self) -> Parse | None:
        """Tags, lemmas and heads; None where ``mtqa-ro-core`` is not installed or switched off.

        Raises:
            ConfigError: the pipeline cannot be read.
        """
        return analyse(self.text, self._parser)

    @cached_property
    def sentence_starts(self) -> frozenset[int]:
        """Offsets at which a sentence begins, opening quotes and dashes skipped."""
        return frozenset(_first_letter(self.text, *span) for span in self.sentences)

    @cached_property
    def orthography(self) -> Orthography:
        """The spelling habit of the text."""
        return Orthography.of(self.text)

    @cached_property
    def wrapped(self) -> bool:
        """Whether the lines are wrapped by width, so that a line break means nothing."""
        breaks = inside = 0
        for line, following in pairwise(self.lines):
            if following.number != line.number + 1:
                continue
            breaks += 1
            inside += (
                len(line.text) >= _WRAP_WIDTH
                and not line.text.rstrip(_CLOSERS).endswith(tuple(_TERMINAL))
                and following.text[0].islower()
            )
        return breaks >= 3 and inside > breaks / 3

    @cached_property
    def words(self) -> int:
        """Number of words: runs of letters or digits, compounds and clitic groups counted once."""
        return len(self.text.split()) - len(_PUNCTUATION_ALONE.findall(self.text))

    def is_bare(self, offset: int) -> bool:
        """Whether the paragraph around ``offset`` is typed without diacritics."""
        start = max(self.text.rfind(mark, 0, offset) for mark in "\r\n") + 1
        ends = [end for mark in "\r\n" if (end := self.text.find(mark, offset)) >= 0]
        return self._bare(start, min(ends, default=len(self.text)))

    def _bare(self, start: int, end: int) -> bool:
        if start not in self._bare_lines:
            self._bare_lines[start] = Orthography.of(self.text[start:end]).bare
        return self._bare_lines[start]

    @cached_property
    def has_digits(self) -> bool:
        """Whether there is any figure: what looks at figures has nothing to do elsewhere."""
        return _DIGIT.search(self.text) is not None

    def is_sentence_start(self, offset: int) -> bool:
        """Whether the word at ``offset`` begins a sentence."""
        return offset in self.sentence_starts


def _first_letter(text: str, start: int, end: int) -> int:
    """The first letter or digit of ``text[start:end]``, or ``start`` if it has none."""
    for offset in range(start, end):
        if text[offset].isalnum():
            return offset
    return start


def _lines(text: str) -> Iterator[Line]:
    number, position = 1, 0
    for match in LINE.finditer(text):
        between = text[position : match.start()]
        number += between.count("\n") + between.count("\r") - between.count("\r\n")
        position = match.end()
        stripped = match.group().strip()
        if not stripped:
            continue
        start = match.start() + len(match.group()) - len(match.group().lstrip())
        body = stripped.rstrip(_CLOSERS)
        headline = not body.endswith((".", "!", "…", ":", ";", ",")) and (
            stripped.count(" ") < _HEADLINE_WORDS
        )
        yield Line(start, start + len(stripped), stripped, number, headline)
