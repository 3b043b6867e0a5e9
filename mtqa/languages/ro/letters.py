"""Character classes for regular expressions: what counts as a letter in a Latin-script newspaper.

``re`` knows no Unicode properties, so the classes are spelt out once, from the Unicode database.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable


def _char_class(test: Callable[[str], bool], blocks: Iterable[tuple[int, int]]) -> str:
    """The body of a ``[...]`` class with the letters of ``blocks`` that pass ``test``."""
    ranges: list[list[int]] = []
    for first, last in blocks:
        for code in range(first, last + 1):
            char = chr(code)
            if not (char.isalpha() and test(char)):
                continue
            if ranges and ranges[-1][1] == code - 1:
                ranges[-1][1] = code
            else:
                ranges.append([code, code])
    return "".join(chr(a) if a == b else f"{chr(a)}-{chr(b)}" for a, b in ranges)


_LATIN = [(0x41, 0x5A), (0x61, 0x7A), (0xC0, 0x24F), (0x1E00, 0x1EFF)]
_WIDER = [*_LATIN, (0x370, 0x3FF), (0x400, 0x52F)]

#: Lower-case and upper-case letters of the Latin, Greek and Cyrillic scripts.
LOWER = _char_class(str.islower, _WIDER)
UPPER = _char_class(str.isupper, _WIDER)
#: Any letter at all (``\w`` without digits and underscore).
LETTER = r"[^\W\d_]"
#: For use inside ``[...]``: the hyphen is escaped.
HYPHENS = r"\-\u2010\u2011"
APOSTROPHES = "'\u2019\u02bc"
OPENING_QUOTES = "„“«\"'‘‚‹"
CLOSING_QUOTES = "”“»\"'’›"
#: How Romanian writes the sounds of Slavic names: see `mtqa.languages.tables`.
SLAVIC_SOUNDS = (
    (
        "șci(?=[aou])|șc(?=[ei])|shch|dj|ci(?=[aou]|$)|ce(?=a)|c(?=[ei])|tch|sh|zh|[șțşţj]|ts|tz",
        "c",
    ),
    ("gh(?=[ei])", "g"),
    ("ch(?=[ei])|ck|c", "k"),
    ("x", "ks"),
    ("kh", "h"),
    ("w", "v"),
)
