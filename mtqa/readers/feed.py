"""RSS and Atom: every entry an article. Read from a file, never fetched.

The XML is first read with defusedxml, which refuses entity bombs and external entities; feedparser
then understands the dialects.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from mtqa.errors import InputError
from mtqa.readers.feed_html import Piece, Plain, html_to_text, plain_text, raw_span
from mtqa.readers.text import place_of, read_bytes

#: The largest feeds in use have a few megabytes.
MAX_FEED_BYTES = 20_000_000


class RawPlace(NamedTuple):
    """A place in the content as the feed gives it.

    Attributes:
        field: ``title``, ``content`` or ``summary`` of the entry.
        start, end: half-open code points of that field, escapes of the XML undone.
    """

    field: str
    start: int
    end: int


@dataclass(frozen=True)
class FeedEntry:
    """One entry of a feed as an article.

    Attributes:
        id: its guid, or its link, or its number; unique in the feed.
        link: its address, if it has one.
        line: line of the feed on which it begins, from 1.
        text: title and content as text, divided by a blank line.
        parts: where the text comes from: field, offset in ``text``, and its pieces.
    """

    id: str
    link: str | None
    line: int
    text: str
    parts: tuple[tuple[str, int, tuple[Piece, ...]], ...] = ()

    def locate(self, start: int, end: int) -> RawPlace | None:
        """Where ``[start, end)`` of the text stands in the feed's content; the field of its
        beginning, if it goes over two."""
        for field, offset, pieces in self.parts:
            span = raw_span(pieces, start - offset, end - offset)
            if span:
                return RawPlace(field, *span)
        return None


@dataclass(frozen=True)
class Feed:
    """A feed as read.

    Attributes:
        path: its file, ``-`` for standard input.
        language: ISO 639-1 code that the feed says it is in, if it does.
        entries: the entries that have text.
        notes: what was left out, a line each.
    """

    path: str
    language: str | None
    entries: tuple[FeedEntry, ...]
    notes: tuple[str, ...]


def read_feed(path: str | Path) -> Feed:
    """The entries of an RSS or Atom file, or of standard input for ``-``.

    Raises:
        InputError: the file cannot be read, is no well-formed feed, has no entry with text, is too
            large, or holds entities that could blow up or reach for other files.
    """
    place = place_of(path)
    data = read_bytes(path, MAX_FEED_BYTES, "a feed", "give it in parts")
    lines = _checked(data, place)
    import feedparser

    # BytesIO: a string would be taken for an address and fetched
    parsed = feedparser.parse(BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.version:
        raise InputError(place, "XML, but neither RSS nor Atom", "give a news feed")
    entries: list[FeedEntry] = []
    notes: list[str] = []
    seen: dict[str, int] = {}
    for number, raw in enumerate(parsed.entries, 1):
        line = lines[number - 1] if len(lines) == len(parsed.entries) else 1
        entry = _entry(raw, number, line)
        if not entry.parts or entry.parts[-1][0] == "title":
            notes.append(f"{place}:{line}: entry {entry.id} has no content; it is left out")
            continue
        seen[entry.id] = seen.get(entry.id, 0) + 1
        if seen[entry.id] > 1:
            notes.append(f"{place}:{line}: the guid {entry.id} stands twice in the feed")
            entry = _renamed(entry, f"{entry.id} ({seen[entry.id]})")
        entries.append(entry)
    if not entries:
        raise InputError(place, "no entry with content", "give a feed that carries its articles")
    language = str(parsed.feed.get("language") or "")[:2].lower()
    return Feed(str(path), language or None, tuple(entries), tuple(notes))


def _checked(data: bytes, place: str) -> list[int]:
    """The lines on which entries begin, of XML that is well-formed and harmless.

    Raises:
        InputError: it is not.
    """
    from xml.sax import SAXException, SAXParseException
    from xml.sax.handler import ContentHandler

    from defusedxml.common import DefusedXmlException
    from defusedxml.sax import parseString

    found: list[int] = []

    class Lines(ContentHandler):
        def startElement(self, name: str, attrs: Any) -> None:
            if name.rpartition(":")[2] in {"item", "entry"}:
                found.append(self._locator.getLineNumber())  # type: ignore[attr-defined]

    try:
        # an external entity must be declared, which forbid_entities refuses; the DTD that RSS 0.91
        # points to declares nothing here, for the parser never loads it
        parseString(data, Lines(), forbid_dtd=False, forbid_entities=True, forbid_external=False)
    except DefusedXmlException:
        raise InputError(
            place,
            "declares XML entities, which can blow up or reach for other files",
            "take the <!ENTITY …> declarations out",
        ) from None
    except SAXParseException as problem:
        raise InputError(
            f"{place}:{problem.getLineNumber()}",
            f"not well-formed XML ({problem.getMessage()})",
            "correct the feed at that place",
        ) from None
    except (SAXException, ValueError, LookupError) as problem:
        raise InputError(place, f"cannot be read as XML ({problem})", "give a feed") from None
    return found


def _entry(raw: Any, number: int, line: int) -> FeedEntry:
    """An entry of feedparser's as ours."""
    link = raw.get("link") or None
    name = str(raw.get("id") or link or f"entry {number}")
    title = _plain(raw.get("title_detail"))
    field, body = _content(raw)
    text = body.text
    parts: list[tuple[str, int, tuple[Piece, ...]]] = []
    # many feeds repeat the headline in the content; joining both would make an error of it
    first_line = text.partition("\n")[0]
    if title.text and first_line.split() != title.text.split():
        parts.append(("title", 0, title.pieces))
        text = f"{title.text}\n\n{text}" if text else title.text
    if body.text:
        parts.append((field, len(text) - len(body.text), body.pieces))
    return FeedEntry(name, link and str(link), line, text, tuple(parts))


def _content(raw: Any) -> tuple[str, Plain]:
    """The fullest text of an entry: its content, or else its summary."""
    for part in raw.get("content", ()):
        plain = _plain(part)
        if any(map(str.isalnum, plain.text)):
            return "content", plain
    plain = _plain(raw.get("summary_detail"))
    return "summary", plain if any(map(str.isalnum, plain.text)) else Plain("", ())


def _plain(part: Any) -> Plain:
    if not part or not part.get("value"):
        return Plain("", ())
    kind = str(part.get("type") or "text/html")
    if not kind.startswith("text/") and kind != "application/xhtml+xml":
        return Plain("", ())  # a picture or a film
    if kind == "text/plain":
        return plain_text(str(part["value"]))
    return html_to_text(str(part["value"]))


def _renamed(entry: FeedEntry, name: str) -> FeedEntry:
    return FeedEntry(name, entry.link, entry.line, entry.text, entry.parts)
