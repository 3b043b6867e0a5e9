"""The letters of a feed: its encoding as declared, or as it is."""

from __future__ import annotations

import codecs
import re

from mtqa.errors import InputError
from mtqa.readers.text import guess

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (b"<\x00", "utf-16-le"),
    (b"\x00<", "utf-16-be"),
)
_DECLARED = re.compile(rb"<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([\w.:-]+)\s*[\"']")
#: Where a declaration of XML may stand, a few lines of something else before it.
_HEAD = 2_000
#: What browsers and feed readers take the C1 control characters for.
_C1 = re.compile("[\x80-\x9f]")


def decoded(data: bytes, place: str) -> tuple[str, list[str]]:
    """The text of a feed, and notes about its encoding. A byte that is no letter becomes a lone
    surrogate (``surrogateescape``), so that the entry that has it can be told from the others.

    Args:
        data: the file.
        place: what messages call it.

    Raises:
        InputError: the declared encoding is unknown, or the file is binary.
    """
    found = _DECLARED.search(data[:_HEAD])
    declared = found[1].decode("ascii") if found else None
    marked = next((codec for mark, codec in _MARKS if data.startswith(mark)), None)
    codec = marked or declared or "utf-8"
    try:
        if not codecs.lookup(codec)._is_text_encoding:
            raise LookupError(codec)
        text = data.decode(codec, "surrogateescape")
    except (LookupError, UnicodeError):
        raise InputError(
            place, f"cannot be read as XML (encoding {codec!r})", "correct its declaration"
        ) from None
    notes: list[str] = []
    if codecs.lookup(codec).name == "utf-8":
        text, notes = _really(data, text, place, declared)
    elif codecs.lookup(codec).name.startswith("iso8859"):
        text = _C1.sub(_letter, text)
    return text.removeprefix("\ufeff"), notes


def _really(data: bytes, text: str, place: str, declared: str | None) -> tuple[str, list[str]]:
    """Text that should be UTF-8, or is in truth in another encoding of Romanian."""
    broken = sum("\udc80" <= letter <= "\udcff" for letter in text)
    whole = sum(letter > "\x7f" for letter in text) - broken
    if broken <= whole:
        return text, []
    codec = guess(data)
    if codec is None:
        raise InputError(place, "is not UTF-8 and looks binary", "give a feed")
    said = f"declares {declared}" if declared else "declares no encoding"
    note = f"{place}: {said}, but is not UTF-8; it is read as {codec}"
    return data.decode(codec, "surrogateescape"), [note]


def _letter(found: re.Match[str]) -> str:
    try:
        return found.group().encode("latin-1").decode("windows-1252")
    except UnicodeDecodeError:
        return found.group()
