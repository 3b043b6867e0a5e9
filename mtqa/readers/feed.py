"""RSS and Atom: every entry an article. Read from a file, never fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.readers.feed_bytes import decoded
from mtqa.readers.feed_fields import Fields, fields_of
from mtqa.readers.feed_html import Piece, raw_span
from mtqa.readers.feed_xml import Broken, RawEntry, RawFeed, cut
from mtqa.readers.text import place_of, read_bytes

#: The largest feeds in use have a few megabytes.
MAX_FEED_BYTES = 20_000_000
_LANGUAGE = re.compile(
    r"<(?:dc:)?language(?:\s[^>]*)?>\s*(?:<!\[CDATA\[\s*)?([A-Za-z]{2})|\bxml:lang\s*=\s*[\"\']([A-Za-z]{2})"
)


class RawPlace(NamedTuple):
    """A place in the content as the feed gives it.

    Attributes:
        field: ``title``, ``content`` or ``summary`` of the entry.
        start, end: half-open code points of that element's text as a parser of XML gives it: white
            space at its beginning counts, escapes of the XML are undone. Of an element that has
            mark-up of its own (XHTML) they count what stands between its tags, as written.
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
        guid: its guid as the feed gives it, if it has one; another entry may have the same.
    """

    id: str
    link: str | None
    line: int
    text: str
    parts: tuple[tuple[str, int, tuple[Piece, ...]], ...] = ()
    guid: str | None = None

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
        notes: what was left out or mended, a line each.
        problems: entries that cannot be read, a line each with line and column.
    """

    path: str
    language: str | None
    entries: tuple[FeedEntry, ...]
    notes: tuple[str, ...]
    problems: tuple[str, ...] = ()


def read_feed(path: str | Path) -> Feed:
    """The entries of an RSS or Atom file, or of standard input for ``-``.

    Raises:
        InputError: the file cannot be read, is no feed, has no entry with text that can be read,
            is too large, or declares entities.
    """
    data = read_bytes(path, MAX_FEED_BYTES, "a feed", "give it in parts")
    return feed_of(data, str(path), place_of(path))


def feed_of(data: bytes, path: str, place: str = "") -> Feed:
    """The entries of an RSS or Atom feed.

    Args:
        data: the feed.
        path: what reports call it.
        place: what messages call it; the path if not given.

    Raises:
        InputError: as :func:`read_feed`.
    """
    place = place or path
    text, notes = decoded(data, place)
    raw = cut(text)
    _require_harmless(text, raw, place)
    problems = [
        f"{place}:{broken.place.line}:{broken.place.column}: {broken.reason}"
        for broken in raw.entries
        if isinstance(broken, Broken)
    ]
    readable = [entry for entry in raw.entries if isinstance(entry, RawEntry)]
    notes += _mended(readable, place)
    entries: list[FeedEntry] = []
    for number, one in enumerate(readable, 1):
        entry = _entry(fields_of(one), number, one.place.line)
        if any(field != "title" for field, _, _ in entry.parts):
            entries.append(entry)
        else:
            notes.append(f"{place}:{entry.line}: entry {entry.id} has no content; it is left out")
    if not entries:
        raise _nothing(text, raw, place, [*problems, *notes])
    unique, doubles = _named(entries, place)
    language = _LANGUAGE.search(raw.outside)
    code = (language[1] or language[2]).lower() if language else None
    return Feed(path, code, tuple(unique), (*notes, *doubles), tuple(problems))


def _require_harmless(text: str, raw: RawFeed, place: str) -> None:
    """Refuse entities that could blow up or reach for other files; the DTD that RSS 0.91 points to
    is never loaded.

    Raises:
        InputError: there are some.
    """
    declared = text.find("<!ENTITY")
    if declared >= 0 and (raw.root is None or declared < raw.start):
        raise InputError(
            place,
            "declares XML entities, which can blow up or reach for other files",
            "take the <!ENTITY …> declarations out",
        )


def _mended(entries: Sequence[RawEntry], place: str) -> Iterator[str]:
    """A note on entries that were no well-formed XML, but could be read."""
    found = [entry.mended for entry in entries if entry.mended is not None]
    if found:
        (where, reason), more = found[0], len(found) - 1
        others = f", and so are {more} more entries" if more else ""
        yield (
            f"{place}:{where.line}:{where.column}: not well-formed XML ({reason}); "
            f"it is read as it was meant{others}"
        )


def _nothing(text: str, raw: RawFeed, place: str, said: Sequence[str]) -> InputError:
    """Why a file has no entry that can be read."""
    from xml.parsers import expat

    if raw.root is None or not any(isinstance(entry, RawEntry) for entry in raw.entries):
        try:
            parser = expat.ParserCreate("utf-8")
            parser.Parse(text.strip().encode("utf-8", "surrogateescape"), True)
        except expat.ExpatError as problem:
            reason = expat.ErrorString(problem.code)
            skipped = len(text) - len(text.lstrip())
            line = problem.lineno + text.count("\n", 0, skipped)
            return InputError(
                f"{place}:{line}",
                f"not well-formed XML ({reason})",
                "correct the feed at that place",
            )
    if raw.root is None:
        return InputError(place, "XML, but neither RSS nor Atom", "give a news feed")
    first = f" ({said[0]})" if said else ""
    return InputError(
        place, f"no entry with content{first}", "give a feed that carries its articles"
    )


def _entry(fields: Fields, number: int, line: int) -> FeedEntry:
    """The text of an entry, and where it comes from."""
    name = fields.guid or fields.link or f"entry {number}"
    title, field, body = fields.title, fields.field, fields.body
    text = body.text
    parts: list[tuple[str, int, tuple[Piece, ...]]] = []
    # many feeds repeat the headline in the content; joining both would make an error of it
    first_line = text.partition("\n")[0]
    if title.text and first_line.split() != title.text.split():
        parts.append(("title", 0, title.pieces))
        text = f"{title.text}\n\n{text}" if text else title.text
    if body.text:
        parts.append((field, len(text) - len(body.text), body.pieces))
    return FeedEntry(name, fields.link, line, text, tuple(parts), fields.guid)


def _named(entries: Sequence[FeedEntry], place: str) -> tuple[list[FeedEntry], list[str]]:
    """The entries with names that are all different, and a note on each that has a new one."""
    taken = {entry.id for entry in entries}
    seen: Counter[str] = Counter()
    named: list[FeedEntry] = []
    notes: list[str] = []
    for entry in entries:
        seen[entry.id] += 1
        if seen[entry.id] > 1:
            number = seen[entry.id]
            while (name := f"{entry.id} ({number})") in taken:
                number += 1
            taken.add(name)
            notes.append(
                f"{place}:{entry.line}: the guid {entry.id} stands twice in the feed; this entry "
                f"is called {name}"
            )
            entry = replace(entry, id=name)
        named.append(entry)
    return named, notes
