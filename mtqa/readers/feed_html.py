"""HTML content of a feed to plain text, every letter's place in the HTML kept.

Nothing is fetched, and nothing is ever shown as HTML again.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from html import unescape

from mtqa.readers.feed_markup import Token, tokens

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
_REFERENCE = re.compile(r"&(?:#[0-9]{1,9}|#[xX][0-9a-fA-F]{1,8}|[a-zA-Z][a-zA-Z0-9]{0,40});?")
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


def html_to_text(markup: str, *, xml: bool = False) -> Plain:
    """The text that a reader sees of an HTML fragment.

    Args:
        markup: the fragment.
        xml: it is XHTML out of an XML file: names may have a prefix, text may stand in CDATA
            sections.
    """
    reader = _Reader(markup)
    for token in tokens(markup, xml=xml):
        reader.take(token)
    return Plain("".join(reader.out), tuple(reader.pieces))


def plain_text(text: str) -> Plain:
    """Content that is no HTML: as it is, but for white space around it."""
    start = len(text) - len(text.lstrip())
    body = text.strip()
    return Plain(body, (Piece(0, len(body), start, start + len(body)),) if body else ())


class _Reader:
    """Collects text and where it comes from."""

    def __init__(self, markup: str) -> None:
        self.out: list[str] = []
        self.pieces: list[Piece] = []
        self._markup = markup
        self._length = 0
        self._break = 0
        self._space: tuple[int, int] | None = None
        self._pre = 0
        self._unseen: list[str] = []
        self._cells = 0

    def take(self, token: Token) -> None:
        """Read on."""
        if token.kind == "open":
            self._open(token)
        elif token.kind == "close":
            self._close(token.name)
        elif not self._unseen:
            self._text(token.start, token.end)

    def _open(self, token: Token) -> None:
        tag = token.name
        if tag in _UNSEEN and not token.closed:
            self._unseen.append(tag)
        if self._unseen or tag in _UNSEEN:
            return
        self._boundary(tag)
        if tag == "li":
            self._put("- ", token.start, token.end)
        elif tag == "tr":
            self._cells = 0
        elif tag in {"td", "th"}:
            # begun with a bar, a row is no headline to the checks
            self._put(" | " if self._cells else "| ", token.start, token.end)
            self._cells += 1
        elif tag == "pre":
            self._pre += 1

    def _close(self, tag: str) -> None:
        if self._unseen:
            if tag in self._unseen:
                del self._unseen[self._unseen.index(tag) :]
            return
        if tag == "pre" and self._pre:
            self._pre -= 1
        self._boundary(tag)

    def _text(self, start: int, end: int) -> None:
        """Text as it stands, with the characters that references name."""
        place = start
        for found in _REFERENCE.finditer(self._markup, start, end):
            letters = unescape(found.group())
            if letters == found.group():
                continue
            self._plain(place, found.start())
            self._letters(letters, *found.span())
            place = found.end()
        self._plain(place, end)

    def _plain(self, start: int, end: int) -> None:
        if self._pre:
            if end > start:
                self._put(self._markup[start:end], start, end)
            return
        for run in _RUN.finditer(self._markup, start, end):
            self._letters(run.group(), *run.span())

    def _letters(self, text: str, start: int, end: int) -> None:
        """A run of letters or of white space, which counts as one blank."""
        if not self._pre and not text.strip(_SPACE):
            self._space = self._space or (start, end)
        elif text:
            self._put(text, start, end)

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


def raw_span(pieces: tuple[Piece, ...], start: int, end: int) -> tuple[int, int] | None:
    """The markup behind ``[start, end)`` of a text, or None if none of it was read from markup."""
    first = bisect_right([piece.end for piece in pieces], start)
    places = [
        piece.raw(start, end) for piece in pieces[first:] if piece.start < end and start < piece.end
    ]
    if not places:
        return None
    return min(a for a, _ in places), max(b for _, b in places)
