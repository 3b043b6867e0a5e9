"""The letters of a feed: its encoding as declared, or as it is."""

from __future__ import annotations

import codecs
import re

from mtqa.errors import InputError
from mtqa.readers.text import guess
from mtqa.readers.xml_text import XmlError, codec_of, declared

#: What browsers and feed readers take the C1 control characters for.
_C1 = re.compile("[\x80-\x9f]")
#: Bytes that an encoding has no letters for.
_STRAY = re.compile("[\udc80-\udcff]+")


def decoded(data: bytes, place: str) -> tuple[str, list[str]]:
    """The text of a feed, and notes about its encoding. A byte that is no letter becomes a lone
    surrogate (``surrogateescape``), so that the entry that has it can be told from the others.

    Args:
        data: the file.
        place: what messages call it.

    Raises:
        InputError: the declared encoding is unknown, or the file is binary.
    """
    try:
        codec = codec_of(data)
        text = data.decode(codec, "surrogateescape")
    except (XmlError, UnicodeError, ValueError) as problem:
        raise InputError(
            place, f"cannot be read as XML ({problem})", "correct the declaration of its encoding"
        ) from None
    notes: list[str] = []
    if codecs.lookup(codec).name == "utf-8":
        text, notes = _really(data, text, place, declared(data))
    elif codecs.lookup(codec).name.startswith("iso8859"):
        text = _C1.sub(_letter, text)
    return text.removeprefix("\ufeff"), notes


def _really(data: bytes, text: str, place: str, said: str | None) -> tuple[str, list[str]]:
    """Text that should be UTF-8, or is in truth in another encoding of Romanian."""
    broken = sum("\udc80" <= letter <= "\udcff" for letter in text)
    whole = sum(letter > "\x7f" for letter in text) - broken
    if broken <= whole:
        return text, []
    codec = guess(data)
    if codec is None:
        raise InputError(place, "is not UTF-8 and looks binary", "give a feed")
    told = f"declares {said}" if said else "declares no encoding"
    whole_text = data.decode(codec, "surrogateescape")
    if whole and _STRAY.search(whole_text):  # entries of two encodings, put together by a program
        note = f"{place}: {told}, but is UTF-8 in part; the rest is read as {codec}"
        return _STRAY.sub(lambda found: _in(codec, found.group()), text), [note]
    return whole_text, [f"{place}: {told}, but is not UTF-8; it is read as {codec}"]


def _in(codec: str, stray: str) -> str:
    """Bytes that are no UTF-8, by another encoding."""
    return stray.encode("utf-8", "surrogateescape").decode(codec, "surrogateescape")


def _letter(found: re.Match[str]) -> str:
    try:
        return found.group().encode("latin-1").decode("windows-1252")
    except UnicodeDecodeError:
        return found.group()
