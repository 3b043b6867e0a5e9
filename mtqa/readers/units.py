"""The translation units of a large XML file, one after the other, each read on its own.

Units are cut out of a stream of letters: memory stays flat, and one that is no well-formed XML, or
has bytes that are no letters, costs no other.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from mtqa.errors import InputError
from mtqa.readers.streams import opened
from mtqa.readers.xml_text import ENTITY, HEAD, XmlError, codec_of, tree

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

#: Letters read at once; a tag's name is found in any case within so many.
_BLOCK, _AHEAD = 1 << 17, 1 << 10
#: A unit longer than this is none: its end is missing.
_LONGEST = 8_000_000
_TOKEN = re.compile(rf"<!--|<!\[CDATA\[|<\?|{ENTITY}|<(?P<close>/?)(?P<name>[^\s<>/!?=\"'&]+)")
_CLOSERS = {"<!--": "-->", "<![CDATA[": "]]>", "<?": "?>"}
_TAG_END = re.compile(r"""(?:[^<>"']|"[^"<]*"|'[^'<]*')*>""")
_ATTRIBUTE = re.compile(r"""([^\s=<>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")


class Unit(NamedTuple):
    """One unit.

    Attributes:
        element: its element; ``None`` if it cannot be read.
        problem: why it cannot be read.
        around: the elements around it that were asked for, the outermost first: name without
            prefix, and attributes.
    """

    element: Element | None
    problem: str
    around: tuple[tuple[str, Mapping[str, str]], ...]


def units(path: str, root: str, names: frozenset[str], around: frozenset[str]) -> Iterator[Unit]:
    """The units of a file, in order.

    Args:
        path: the file, compressed or not.
        root: name of its root element.
        names: names of the elements that are units; none of them stands in another.
        around: names of the elements whose attributes say something about the units in them.

    Raises:
        InputError: the file cannot be read, has another root element, declares entities, or ends
            before its root element does. What comes before the end is yielded first.
    """
    with opened(path) as file:
        yield from _Cutter(path, file, names, around).units(root)


def local(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


class _Cutter:
    """Looks for units in a buffer that is filled as it is used up."""

    def __init__(
        self, path: str, file: BinaryIO, names: frozenset[str], around: frozenset[str]
    ) -> None:
        self._path, self._file, self._names, self._wanted = path, file, names, around
        self._text, self._at, self._line = "", 0, 1
        self._ended = False
        head = file.read(_BLOCK)
        try:
            codec = codec_of(head[:HEAD])
            self._decoder = codecs.getincrementaldecoder(codec)("surrogateescape")
        except (XmlError, LookupError) as problem:
            raise InputError(path, f"no XML ({problem})", "correct its encoding") from None
        self._take(head)
        self._text = self._text.lstrip("\ufeff")
        self._around: list[tuple[str, Mapping[str, str]]] = []

    def _take(self, data: bytes) -> None:
        try:
            self._text += self._decoder.decode(data, final=not data)
        except UnicodeError as problem:
            raise InputError(self._path, f"no XML ({problem})", "correct its encoding") from None
        self._ended = not data

    def _fill(self) -> bool:
        """Read on; whether there was more."""
        if self._ended:
            return False
        self._take(self._file.read(_BLOCK))
        return True

    def _drop(self, place: int) -> None:
        """What stands before a place is done with."""
        if place > _BLOCK or place == len(self._text):
            self._line += _lines(self._text[:place])
            self._text = self._text[place:]
            self._at -= place

    def _token(self) -> re.Match[str] | None:
        """The next tag, comment, section or instruction; ``None`` at the end of the file."""
        while True:
            found = _TOKEN.search(self._text, self._at)
            if found and (self._ended or found.end() < len(self._text) - _AHEAD):
                return found
            if not self._fill():
                return found

    def _find(self, mark: str, start: int) -> int:
        """Where a mark stands next, not too far away; -1 if nowhere."""
        looked = start
        while True:
            place = self._text.find(mark, looked)
            if place >= 0:
                return place
            looked = max(start, len(self._text) - len(mark) + 1)
            if looked - start > _LONGEST or not self._fill():
                return -1

    def units(self, root: str) -> Iterator[Unit]:
        """The units, and the errors of the file as a whole."""
        first = closed = None
        while (found := self._token()) is not None:
            self._at = found.end()
            if found["name"] is None:
                self._pass(found, before_root=first is None)
                continue
            name = found["name"]
            if first is None:
                first = name
                self._require(root, name)
            if found["close"]:
                closed = name if name == first else closed
                self._left(local(name))
            elif local(name) in self._names:
                yield self._unit(found)
            else:
                self._entered(name)
            self._drop(self._at)
        if closed is None:
            self._at = len(self._text.rstrip())
            line = self._line + _lines(self._text[: self._at])
            what = f"ends before </{first}>" if first else "no element in it"
            raise InputError(f"{self._path}:{line}", f"no XML ({what})", "copy the file again")

    def _require(self, root: str, name: str) -> None:
        if local(name).lower() != root:
            raise InputError(
                self._path, f"no {root.upper()}: its root is <{name[:60]}>", "check the file"
            )

    def _pass(self, found: re.Match[str], *, before_root: bool) -> None:
        """Go on behind a comment, a section or an instruction; just behind its beginning, if it has
        no end of its own, for it must not swallow what follows."""
        opener = found.group()
        if opener == ENTITY:
            if before_root:
                raise InputError(
                    self._path, "declares entities", "remove their declarations from the file"
                )
            return
        closer, start = _CLOSERS[opener], found.end()
        end = self._find(closer, start)
        if end >= 0 and not (opener == "<![CDATA[" and self._text.find(opener, start, end) >= 0):
            self._at = end + len(closer)

    def _entered(self, name: str) -> None:
        if local(name) not in self._wanted:
            return
        end = self._find(">", self._at)
        tag = _TAG_END.match(self._text, self._at)
        stop = tag.end() if tag else end + 1
        attributes = {found[1]: found[2] or found[3] or ""
                      for found in _ATTRIBUTE.finditer(self._text, self._at, stop)}  # fmt: skip
        if not self._text[: stop - 1].endswith("/"):
            self._around.append((local(name), attributes))
        self._at = max(stop, self._at)

    def _left(self, name: str) -> None:
        for place in range(len(self._around) - 1, -1, -1):
            if self._around[place][0] == name:
                del self._around[place:]
                return

    def _unit(self, begun: re.Match[str]) -> Unit:
        """The unit that begins there."""
        self._drop(begun.start())
        start = self._at - len(begun.group())
        name = begun["name"]
        problem = ""
        self._find(">", self._at)
        tag = _TAG_END.match(self._text, self._at)
        if tag and tag.group().endswith("/>"):
            self._at = tag.end()
            return self._read(start)
        while not problem:
            found = self._token()
            if found is None or found.start() - start > _LONGEST:
                problem = "is not closed"
            elif found["name"] is None:
                self._at = found.end()
                self._pass(found, before_root=False)
            elif found["close"] and found["name"] == name:
                self._at = self._find(">", found.end()) + 1 or found.end()
                break
            elif not found["close"] and local(found["name"]) in self._names:
                problem = "is not closed"  # the next one begins
            else:
                self._at = found.end()
        if problem:
            self._at = max(self._at, start + len(begun.group()))
            line = self._line + _lines(self._text[:start])
            return Unit(None, f"no XML (line {line}: the unit {problem})", tuple(self._around))
        return self._read(start)

    def _read(self, start: int) -> Unit:
        """The unit that begins there and has just ended."""
        around = tuple(self._around)
        try:
            return Unit(tree(self._text[start : self._at]), "", around)
        except XmlError as problem:
            line = self._line + _lines(self._text[:start]) + (problem.line or 1) - 1
            column = "" if problem.column is None else f", column {problem.column}"
            return Unit(None, f"no XML (line {line}{column}: {problem.reason})", around)


def _lines(text: str) -> int:
    return text.count("\n")
