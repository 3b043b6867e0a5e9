"""Text decoded with the wrong character set, and how to undo it.

Two accidents: UTF-8 read as a set of single bytes ("BucureÅŸti", "Ă®n"), and the Central European
set read as the Western one ("Preºedintele", "þara", "sã") or as the Cyrillic one. Both are undone
by the codecs themselves, from a table that is made of them.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.languages.ro.orthography import to_comma

_OWN = "ăâîșțşţĂÂÎȘȚŞŢ"
#: What is written in Romanian news: its letters, those of names, typographic signs.
_WRITTEN = _OWN + "".join(map(chr, range(0xC0, 0x180))) + "„”“’‘‚–—…•€\u00a0«»°§©®·½²³\ufeff"
#: Sets that UTF-8 is mistaken for, the likeliest first, and the letters that are undone: the last
#: ones read bytes as signs of mathematics, which may stand beside a Greek letter by right.
_PAGES = {
    **dict.fromkeys(("cp1252", "latin-1", "cp1250", "iso8859-2"), _WRITTEN),
    **dict.fromkeys(("mac_roman", "cp437", "cp852"), _OWN + "„”’"),
}
#: Ends a word in capitals by right after "Ă": „FETIȚĂ”, "VIAȚĂ – o carte".
_CLOSING = "‘’“”–—…‚„•‹›«»\u00a0"
#: The Western letters that stand where the Central European set has Romanian ones.
_WESTERN = "ºªþÞãÃ"
_CENTRAL = _WESTERN.encode("latin-1").decode("iso8859-2")


def _read_as(page: str, char: str) -> str:
    """A character's UTF-8 bytes read with another set; bytes that it lacks stay control codes."""
    read = []
    for byte in char.encode():
        try:
            read.append(bytes([byte]).decode(page))
        except UnicodeDecodeError:
            read.append(chr(byte))
    return "".join(read)


@lru_cache(maxsize=1)
def sequences() -> dict[str, str]:
    """What UTF-8 looks like when it is misread, by what it should be."""
    found: dict[str, str] = {}
    for page, letters in _PAGES.items():
        for char in letters:
            wrong = _read_as(page, char)
            if not (wrong[0] in "ĂÅ" and wrong[1] in _CLOSING):
                found.setdefault(wrong, char)
    return found


@lru_cache(maxsize=1)
def misread() -> re.Pattern[str]:
    """Any such sequence, the longest first."""
    return re.compile("|".join(map(re.escape, sorted(sequences(), key=lambda s: (-len(s), s)))))


@lru_cache(maxsize=1)
def leads() -> str:
    """The characters that such a sequence begins with: cheap to look for."""
    return "".join(sorted({wrong[0] for wrong in sequences()}))


def undone(text: str) -> str:
    """The text with all such sequences read as they were meant, with comma letters."""
    return to_comma(misread().sub(lambda match: sequences()[match.group()], text))


def from_western(word: str) -> str:
    """A word whose Central European letters were read as Western ones, as it was meant.

    >>> from_western("þãranii")
    'țăranii'
    """
    return to_comma(word.translate(str.maketrans(_WESTERN, _CENTRAL)))


def from_cyrillic(word: str) -> str | None:
    """A word whose Central European letters were read as Cyrillic ones, None if it is none.

    >>> from_cyrillic("Bucureєti")
    'București'
    """
    try:
        read = "".join(c if c.isascii() else c.encode("cp1251").decode("cp1250") for c in word)
    except UnicodeError:
        return None
    return to_comma(read)
