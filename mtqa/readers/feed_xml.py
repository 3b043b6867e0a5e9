"""The entries of an RSS or Atom file, each read on its own, as it stands.

A feed reader's library takes a feed as a whole, and hands out values that it has trimmed and mended
(feedparser): one broken entry costs the others, and an editor is not led back to the place of an
error. So entries are cut out of the file first; each is then well-formed XML to expat, or is mended
where there is no doubt what was meant, or is left out and named. There is no document type in what
expat reads, and so no entity that could blow up or reach for other files.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

from mtqa.readers.feed_repair import mended, with_controls

_START = re.compile(
    r"<!--|<!\[CDATA\[|<\?|<(?P<close>/?)(?:(?P<prefix>[\w.-]+):)?(?P<name>item|entry)(?=[\s/>])"
)
_CLOSERS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
# in a value no < may stand, and a quotation mark without its partner ends at the next tag
_TAG = r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*>"""
_TAG_END = re.compile(_TAG)
_TAG_BYTES = re.compile(rb"<" + _TAG.encode())
_ROOT = re.compile(r"<(?:[\w.-]+:)?(?P<name>rss|RDF|feed|channel)(?=[\s/>])" + _TAG)
_NAMESPACE = re.compile(r"""xmlns(?::([\w.-]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_LINE_END = re.compile(r"\r\n|\r|\n")
_LEFT_OUT = "the entry is left out"
#: What people mean by a prefix where its namespace is not declared, and by a namespace.
_SPACES = {
    "http://www.w3.org/2005/atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://backend.userland.com/rss2": "",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dc",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "atom": "",
    "a10": "",
    "rss": "",
}


class Place(NamedTuple):
    """A place in the file: line and column, both from 1."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Element:
    """A child of an entry.

    Attributes:
        name: its name without prefix.
        space: the short name of its namespace: ``""`` for RSS and Atom, ``content``, ``xhtml``,
            ``dc``, or the prefix of any other.
        attributes: its attributes, as written.
        text: its character data, white space around it and all, escapes of the XML undone.
        markup: what stands between its tags where there are tags in it, as written.
    """

    name: str
    space: str
    attributes: Mapping[str, str]
    text: str
    markup: str | None


@dataclass(frozen=True, slots=True)
class RawEntry:
    """An entry that could be read.

    Attributes:
        name: ``item`` or ``entry``.
        place: where its tag begins.
        attributes: of its tag.
        children: its elements, in order.
        mended: what was not well-formed in it and where, if it was mended.
    """

    name: str
    place: Place
    attributes: Mapping[str, str]
    children: tuple[Element, ...]
    mended: tuple[Place, str] | None = None


class Broken(NamedTuple):
    """An entry, or the end of the file, that cannot be read: where and why."""

    place: Place
    reason: str


@dataclass(frozen=True)
class RawFeed:
    """A feed cut into entries.

    Attributes:
        root: name of its root element, ``None`` if it is no feed.
        start: offset of the root element's tag.
        outside: what stands outside the entries.
        entries: the entries in order, the broken ones among them.
    """

    root: str | None
    start: int
    outside: str
    entries: tuple[RawEntry | Broken, ...]


class Lines:
    """Line and column of offsets in a text."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _LINE_END.finditer(text))]

    def at(self, offset: int) -> Place:
        """The place of an offset."""
        line = bisect_right(self._starts, offset)
        return Place(line, offset - self._starts[line - 1] + 1)


def cut(text: str) -> RawFeed:
    """The entries of a feed's text. Bytes that were no text are lone surrogates in it."""
    root = _ROOT.search(text)
    if root is None:
        return RawFeed(None, len(text), text, ())
    lines = Lines(text)
    outside: list[str] = []
    entries: list[RawEntry | Broken] = []
    position, spaces = 0, _declared(root.group())
    for start, end, closed in _spans(text, root.end(), spaces):
        outside.append(text[position:start])
        position = end
        if closed:
            entries.append(_entry(text[start:end], lines.at(start), spaces))
        else:
            entries.append(Broken(lines.at(start), f"the entry is not closed; {_LEFT_OUT}"))
    outside.append(text[position:])
    name = root["name"]
    whole = root.group()[1:].partition(name)[0] + name
    if not re.search(rf"</{re.escape(whole)}\s*>", outside[-1]):
        end = len(text.rstrip())
        entries.append(
            Broken(lines.at(end), f"the feed is cut off before </{whole}>; check that it is whole")
        )
    return RawFeed(name, root.start(), "".join(outside), tuple(entries))


def _spans(text: str, position: int, spaces: Mapping[str, str]) -> Iterator[tuple[int, int, bool]]:
    """Start and end of each entry, and whether it is closed before the next one begins."""
    begun: int | None = None
    missing: set[str] = set()
    while (found := _START.search(text, position)) is not None:
        position = found.end()
        opener = found.group()
        if opener in _CLOSERS:
            position = _skipped(text, found, missing)
            continue
        if found["prefix"] and spaces.get(found["prefix"], _short(found["prefix"])):
            continue  # of another vocabulary
        stop = _TAG_END.match(text, position)
        position = stop.end() if stop else position
        if found["close"]:
            if begun is not None:
                yield begun, position, True
            begun = None
            continue
        if begun is not None:
            yield begun, found.start(), False
        begun = found.start()
        if stop and stop.group().endswith("/>"):
            yield begun, position, True
            begun = None
    if begun is not None:
        yield begun, len(text), False


def _skipped(text: str, found: re.Match[str], missing: set[str]) -> int:
    """The place behind a comment, a CDATA section or an instruction; just behind its beginning, if
    it has no end of its own, for it must not swallow the entries that follow."""
    opener = found.group()
    closer = _CLOSERS[opener]
    if closer in missing:
        return found.end()
    end = text.find(closer, found.end())
    if end < 0:
        missing.add(closer)
        return found.end()
    if opener == "<![CDATA[" and text.find(opener, found.end(), end) >= 0:
        return found.end()
    return end + len(closer)


def _declared(tag: str) -> dict[str, str]:
    """The short names of the namespaces that a tag declares, by prefix."""
    return {found[1] or "": _short(found[2] or found[3]) for found in _NAMESPACE.finditer(tag)}


def _short(address: str) -> str:
    plain = address.strip().lower().rstrip("/#")
    return _SPACES.get(plain, _SPACES.get(f"{plain}#", plain))


def _entry(text: str, place: Place, spaces: Mapping[str, str]) -> RawEntry | Broken:
    """An entry, mended if need be."""
    bad = re.search("[\udc80-\udcff]", text)
    if bad is not None:
        where = _within(place, Lines(text).at(bad.start()))
        return Broken(where, f"byte 0x{ord(bad.group()) - 0xDC00:02x} is no letter; {_LEFT_OUT}")
    first = _parsed(text, place, spaces)
    if isinstance(first, RawEntry):
        return first
    better, controls = mended(text)
    second = _parsed(better, place, spaces) if better != text else first
    if isinstance(second, Broken):
        return Broken(first.place, f"not well-formed XML ({first.reason}); {_LEFT_OUT}")
    children = tuple(_restored(child, controls) for child in second.children)
    return replace(second, children=children, mended=(first.place, first.reason))


def _restored(child: Element, controls: Mapping[int, str]) -> Element:
    if not controls:
        return child
    markup = None if child.markup is None else with_controls(child.markup, controls)
    text = with_controls(child.text, controls)
    return Element(child.name, child.space, child.attributes, text, markup)


def _within(start: Place, place: Place) -> Place:
    """A place of the file, given one of an entry that begins at ``start``."""
    first = place.line == 1
    return Place(start.line + place.line - 1, place.column + (start.column - 1 if first else 0))


def _parsed(text: str, place: Place, spaces: Mapping[str, str]) -> RawEntry | Broken:
    from xml.parsers import expat

    reader = _Reader(text, spaces)
    try:
        reader.read()
    except expat.ExpatError as problem:
        # a lone carriage return is a line end, too; columns are counted in letters
        where = _within(place, Place(problem.lineno, problem.offset + 1))
        return Broken(where, expat.ErrorString(problem.code))
    except UnicodeEncodeError as problem:
        return Broken(_within(place, Lines(text).at(problem.start)), "half of a surrogate pair")
    return RawEntry(reader.name, place, reader.attributes, tuple(reader.children))


class _Reader:
    """Collects the children of one entry from the parser's events."""

    def __init__(self, text: str, spaces: Mapping[str, str]) -> None:
        self._data = text.encode("utf-8")
        self._spaces = spaces
        self.name = ""
        self.attributes: dict[str, str] = {}
        self.children: list[Element] = []
        self._depth = 0
        self._text: list[str] = []
        self._begin = 0
        self._nested = False
        self._open: tuple[str, dict[str, str]] = ("", {})

    def read(self) -> None:
        from xml.parsers import expat

        self._parser = parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._letters
        parser.Parse(self._data, True)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth == 1:
            self.name, self.attributes = name.rpartition(":")[2], attributes
            self._spaces = {**self._spaces, **_of_attributes(attributes)}
        elif self._depth == 2:
            self._text, self._nested = [], False
            self._open = name, attributes
            self._begin = self._parser.CurrentByteIndex
        else:
            self._nested = True

    def _letters(self, text: str) -> None:
        if self._depth >= 2:
            self._text.append(text)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._depth != 1:
            return
        _, attributes = self._open
        prefix, _, plain = name.rpartition(":")
        spaces = {**self._spaces, **_of_attributes(attributes)}
        space = spaces[prefix] if prefix in spaces else _short(prefix)
        if not prefix and space != "xhtml":
            space = ""
        markup = self._inner(self._parser.CurrentByteIndex) if self._nested else None
        text = "".join(self._text)
        self.children.append(Element(plain, space, attributes, text, markup))

    def _inner(self, end: int) -> str:
        """What stands between the tags of the element that ends there."""
        tag = _TAG_BYTES.match(self._data, self._begin)
        begin = tag.end() if tag else self._begin
        # as a parser reads line ends
        return self._data[begin:end].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")


def _of_attributes(attributes: Mapping[str, str]) -> dict[str, str]:
    return {
        name.removeprefix("xmlns").lstrip(":"): _short(value)
        for name, value in attributes.items()
        if name == "xmlns" or name.startswith("xmlns:")
    }
