"""XML as text and as trees, with no entity that could blow up or reach for other files.

Expat is told what the letters are, so that a file may declare any encoding that Python knows, and
prefixes stay as they are written, for many files use some that they do not declare.
"""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([\w.:-]+)\s*[\"']")
#: Where a declaration of XML may stand, a few lines of something else before it.
HEAD = 2_000
#: What declares entities; in an XML file it can stand before the root element only.
ENTITY = "<!ENTITY"


class XmlError(Exception):
    """What is no XML, or not harmless.

    Attributes:
        reason: what is wrong.
        line, column: where, from 1; ``None`` for the file as a whole.
    """

    def __init__(self, reason: str, line: int | None = None, column: int | None = None) -> None:
        self.reason, self.line, self.column = reason, line, column
        super().__init__(reason)


def declared(head: bytes) -> str | None:
    """The encoding that the beginning of a file declares, if it does."""
    found = _DECLARED.search(head[:HEAD])
    return found[1].decode("ascii") if found else None


def codec_of(head: bytes) -> str:
    """Name of the codec of a file that begins so: what its byte order mark says, or what it
    declares, or UTF-8.

    Raises:
        XmlError: there is no such encoding of text.
    """
    marked = next((codec for mark, codec in _MARKS if head.startswith(mark)), None)
    said = declared(head)
    if marked is None and said and re.match(r"(?i)(utf|ucs)[-_]?(16|32|2|4)", said):
        said = None  # read as letters, it cannot be true
    codec = marked or said or "utf-8"
    try:
        found = codecs.lookup(codec)
        if not found._is_text_encoding:
            raise LookupError(codec)
        # codecs that are no alphabets (idna, punycode) do not know how to go on
        b"<a/>".decode(codec, "strict") if marked is None else None
        b"\xff".decode(codec, "surrogateescape") if marked is None else None
    except (LookupError, UnicodeError, ValueError):
        raise XmlError(f"unknown encoding {codec[:40]!r}") from None
    return found.name if marked is None else codec


def decoded(data: bytes) -> str:
    """The text of a file.

    Raises:
        XmlError: its encoding is unknown, or it has bytes that are no letters in it.
    """
    codec = codec_of(data[:HEAD])
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        line = data.count(b"\n", 0, problem.start) + 1
        raise XmlError(f"byte 0x{data[problem.start]:02x} is not {codec}", line) from None


def tree(text: str) -> Element:
    """The elements of a file or of a piece of one; names as written, prefix and all.

    Raises:
        XmlError: it is not well-formed, or declares entities.
    """
    from xml.etree.ElementTree import TreeBuilder
    from xml.parsers import expat

    builder = TreeBuilder()
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _refuse
    parser.SkippedEntityHandler = _undefined
    try:
        parser.Parse(text.strip("\ufeff \t\r\n").encode(), True)
    except expat.ExpatError as problem:
        above = _lines(text[: len(text) - len(text.lstrip("\ufeff \t\r\n"))])
        raise XmlError(
            expat.ErrorString(problem.code), problem.lineno + above, problem.offset + 1
        ) from None
    except UnicodeEncodeError as problem:
        raise XmlError(
            _bad_letter(text[problem.start]), _lines(text[: problem.start]) + 1
        ) from None
    return builder.close()


def _bad_letter(letter: str) -> str:
    if "\udc80" <= letter <= "\udcff":
        return f"byte 0x{ord(letter) - 0xDC00:02x} is no letter"
    return "half of a surrogate pair"


def _lines(text: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", text))


def _refuse(*_: object) -> None:
    raise XmlError("declares entities, which can blow up or reach for other files")


def _undefined(name: str, _: object) -> None:
    raise XmlError(f"undefined entity {name[:40]!r}")
