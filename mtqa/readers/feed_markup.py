"""HTML cut into tokens with their places, in one pass over the text.

Parsers that build trees (lxml, selectolax, html5lib) do not say where a letter stood in the markup,
which an editor must know to correct it; the tokenizer of the standard library says it, but takes a
time that grows with the square of broken markup (33 s of CPU for 60 kB of ``<a `` in CPython 3.11).
This one never goes back: what is not closed is text, or ends the document, as in a browser.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from typing import Literal, NamedTuple

Kind = Literal["text", "open", "close"]

_NAME = re.compile(r"/?[a-zA-Z][^\s/>]*")
#: What ends a tag, or begins a quoted value in it.
_STOP = re.compile(r">|=[ \t\r\n\f]*[\"']")
_CDATA = "<![CDATA["
#: Elements whose content is no markup.
_RAW = frozenset("iframe noembed noframes script style textarea title xmp".split())


class Token(NamedTuple):
    """A piece of markup: text, or an opening or closing tag; comments are left out.

    Attributes:
        kind: what it is.
        name: the element in lower case; empty for text.
        start, end: half-open code points of the markup.
        closed: an opening tag that closes itself (``<br/>``).
    """

    kind: Kind
    name: str
    start: int
    end: int
    closed: bool = False


def tokens(markup: str, *, xml: bool = False) -> Iterator[Token]:
    """The tokens of an HTML fragment, in order; ``xml``: of XHTML out of an XML file."""
    return _Scanner(markup, xml).tokens()


class _Scanner:
    def __init__(self, markup: str, xml: bool) -> None:
        self.markup, self.xml = markup, xml
        #: Whether quotes in tags still have partners.
        self.quotes = True

    def tokens(self) -> Iterator[Token]:
        position = 0
        while position < len(self.markup):
            at = self.markup.find("<", position)
            end = len(self.markup) if at < 0 else at
            if end > position:
                yield Token("text", "", position, end)
            if at < 0:
                return
            position = yield from self._markup(at)

    def _markup(self, at: int) -> Generator[Token, None, int]:
        """What begins with ``<`` at ``at``; returns where it ends."""
        text = self.markup
        if text.startswith("<!--", at):
            return self._after("-->", at + 4)
        if self.xml and text.startswith(_CDATA, at):
            end = self._after("]]>", at)
            yield Token("text", "", at + len(_CDATA), max(end - 3, at + len(_CDATA)))
            return end
        name = _NAME.match(text, at + 1)
        if name is None:
            if text.startswith(("!", "?", "/"), at + 1):
                return self._after(">", at + 1)
            yield Token("text", "", at, at + 1)
            return at + 1
        end = self._tag_end(name.end())
        if end < 0:
            # no tag ends after this place: all that follows is text
            yield Token("text", "", at, len(text))
            return len(text)
        word = name.group().lower()
        if self.xml:
            word = word[: word.startswith("/")] + word.lstrip("/").rpartition(":")[2]
        if word.startswith("/"):
            yield Token("close", word[1:], at, end)
            return end
        closed = text[end - 2] == "/"
        yield Token("open", word, at, end, closed)
        if word in _RAW and not closed:
            close = re.compile(f"</{word}(?![a-zA-Z0-9])", re.IGNORECASE).search(text, end)
            stop = close.start() if close else len(text)
            if stop > end:
                yield Token("text", "", end, stop)
            return stop
        return end

    def _after(self, mark: str, at: int) -> int:
        """The place behind the next ``mark``, or the end of the document."""
        found = self.markup.find(mark, at)
        return len(self.markup) if found < 0 else found + len(mark)

    def _tag_end(self, at: int) -> int:
        """The place behind the ``>`` of a tag, quoted values skipped; -1 if there is none."""
        place = at
        while self.quotes:
            stop = _STOP.search(self.markup, place)
            if stop is None:
                break
            if stop.group() == ">":
                return stop.end()
            place = self.markup.find(stop.group()[-1], stop.end()) + 1
            if place == 0:
                break
        # a quote without its partner would swallow the article: from here on none is believed
        self.quotes = False
        return self.markup.find(">", at) + 1 or -1
