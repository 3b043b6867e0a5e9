"""HTML content of a feed to plain text, every letter's place in the HTML kept.

The standard library's tokenizer is used because it alone says where each token stands in the
markup: lxml, selectolax and html5lib build trees without character positions, and an editor must
find an issue in the content management system's HTML. It never fails on broken markup; nothing is
fetched, and nothing is ever shown as HTML again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

#: Elements that stand apart as paragraphs.
_BLOCKS = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section summary table ul".split()
)
#: Elements that stand on a line of their own.
_LINES = frozenset("br caption li option tr".split())
#: Elements whose content no reader of the article sees.
_UNSEEN = frozenset(
    "audio button canvas head iframe noscript object script select style svg template textarea "
    "video".split()
)
_RUN = re.compile(r"[ \t\r\n\f]+|[^ \t\r\n\f]+")
_SPACE = " \t\r\n\f"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text and the stretch of markup it was read from, both half-open code points.

    In an ``even`` piece the letters correspond one to one; in any other (an entity, a bullet, white
    space drawn together) the whole text stands for the whole markup.
    """

    start: int
    end: int
    raw_start: int
    raw_end: int

    @property
    def even(self) -> bool:
        """Whether letters correspond one to one."""
        return self.end - self.start == self.raw_end - self.raw_start

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The markup of ``[start, end)`` of the text, as far as it lies in this piece."""
        if not self.even:
            return self.raw_start, self.raw_end
        shift = self.raw_start - self.start
        return max(start, self.start) + shift, min(end, self.end) + shift


@dataclass(frozen=True, slots=True)
class Plain:
    """Text out of markup.

    Attributes:
        text: paragraphs divided by a blank line; list items begin with ``- ``, cells with ``| ``.
        pieces: where it was read from, in order; line breaks between paragraphs are in none.
    """

    text: str
    pieces: tuple[Piece, ...]


def html_to_text(markup: str) -> Plain:
    """The text that a reader sees of an HTML fragment."""
    reader = _Reader(markup)
    reader.feed(markup)
    reader.close()
    return Plain("".join(reader.out), tuple(reader.pieces))


def plain_text(text: str) -> Plain:
    """Content that is no HTML: as it is, but for white space around it."""
    start = len(text) - len(text.lstrip())
    body = text.strip()
    return Plain(body, (Piece(0, len(body), start, start + len(body)),) if body else ())


class _Reader(HTMLParser):
    """Collects text and where it comes from."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=False)
        self.out: list[str] = []
        self.pieces: list[Piece] = []
        self._markup = markup
        self._lines = [0, *accumulate(len(line) for line in _lines(markup))]
        self._length = 0
        self._break = 0
        self._space: tuple[int, int] | None = None
        self._pre = 0
        self._unseen: list[str] = []
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element."""
        if tag in _UNSEEN:
            self._unseen.append(tag)
        if self._unseen:
            return
        self._boundary(tag)
        at = self._at()
        end = at + len(self.get_starttag_text() or "")
        if tag == "li":
            self._put("- ", at, end)
        elif tag == "tr":
            self._cells = 0
        elif tag in {"td", "th"}:
            # begun with a bar, a row is no headline to the checks
            self._put(" | " if self._cells else "| ", at, end)
            self._cells += 1
        elif tag == "pre":
            self._pre += 1

    def handle_endtag(self, tag: str) -> None:
        """Close an element."""
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[self._unseen.index(tag) :]
            return
        if tag == "pre" and self._pre:
            self._pre -= 1
        if tag != "br":
            self._boundary(tag)

    def handle_data(self, data: str) -> None:
        """Text as it stands."""
        if self._unseen:
            return
        at = self._at()
        if self._pre:
            self._put(data, at, at + len(data))
            return
        for run in _RUN.finditer(data):
            start, end = at + run.start(), at + run.end()
            if run.group()[0] in _SPACE:
                self._space = self._space or (start, end)
            else:
                self._put(run.group(), start, end)

    def handle_entityref(self, name: str) -> None:
        """A named character: ``&nbsp;``."""
        self._reference(len(name) + 1)

    def handle_charref(self, name: str) -> None:
        """A numbered character: ``&#39;``."""
        self._reference(len(name) + 2)

    def _reference(self, length: int) -> None:
        if self._unseen:
            return
        at = self._at()
        end = at + length
        end += self._markup[end : end + 1] == ";"
        text = unescape(self._markup[at:end])
        if text and not text.strip(_SPACE) and not self._pre:
            self._space = self._space or (at, end)
        elif text:
            self._put(text, at, end)

    def _boundary(self, tag: str) -> None:
        """The start or end of a block: what follows begins a line or a paragraph."""
        if tag in _BLOCKS:
            self._break = 2
        elif tag in _LINES:
            self._break = max(self._break, 1)

    def _put(self, text: str, raw_start: int, raw_end: int) -> None:
        """Append text after the line break or blank that is due before it."""
        if self._break:
            if self.out:
                self._append("\n" * self._break)
        elif self._space and self.out and not self.out[-1].endswith((" ", "\n")):
            self.pieces.append(Piece(self._length, self._length + 1, *self._space))
            self._append(" ")
        self._break, self._space = 0, None
        start, end = self._length, self._length + len(text)
        last = self.pieces[-1] if self.pieces else None
        new = Piece(start, end, raw_start, raw_end)
        if last and last.even and new.even and (last.end, last.raw_end) == (start, raw_start):
            self.pieces[-1] = Piece(last.start, end, last.raw_start, raw_end)
        else:
            self.pieces.append(new)
        self._append(text)

    def _append(self, text: str) -> None:
        self.out.append(text)
        self._length += len(text)

    def _at(self) -> int:
        """Where the current token begins in the markup."""
        line, column = self.getpos()
        return self._lines[line - 1] + column


def _lines(markup: str) -> Iterator[str]:
    """The lines as the tokenizer counts them."""
    return (f"{line}\n" for line in markup.split("\n"))


def raw_span(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int] | None:
    """The markup behind ``[start, end)`` of a text, or None if none of it was read from markup."""
    first = bisect_right([piece.end for piece in pieces], start)
    places = [
        piece.raw(start, end) for piece in pieces[first:] if piece.start < end and start < piece.end
    ]
    if not places:
        return None
    return min(a for a, _ in places), max(b for _, b in places)
