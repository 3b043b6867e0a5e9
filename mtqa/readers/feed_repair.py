"""Slips of XML that are no riddle: what was meant is certain, and so is every letter's place.

A bare ``&`` or ``<``, a letter called by its HTML name, a control character that XML cannot hold.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.entities import html5

_SECTION = re.compile(r"(<!\[CDATA\[.*?\]\]>|<!--.*?-->)", re.DOTALL)
_REFERENCE = re.compile(
    r"&(?:(?P<number>#\d{1,7}|#[xX][0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]*))(?P<end>;?)|&"
)
_BARE = re.compile(r"<(?![A-Za-z_/!?:])")
_XML = frozenset(("amp", "lt", "gt", "quot", "apos"))
#: Characters that XML 1.0 cannot hold in any form.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: The last plane of characters for private use.
_PRIVATE = range(0x10F000, 0x10FFFD)


def mended(text: str) -> tuple[str, Mapping[int, str]]:
    """The text of an entry, its slips put right.

    Returns:
        The text, and the control characters in it by the characters that stand for them.
    """
    standing = _Standing(text)
    text = _ILLEGAL.sub(lambda found: standing.for_(found.group()), text)
    parts = _SECTION.split(text)
    parts[::2] = [_outside(part, standing) for part in parts[::2]]
    return "".join(parts), standing.controls


def with_controls(text: str, controls: Mapping[int, str]) -> str:
    """The text with its control characters."""
    return text.translate(dict(controls)) if controls else text


class _Standing:
    """Gives each control character another to stand for it that the text does not have."""

    def __init__(self, text: str) -> None:
        self.controls: dict[int, str] = {}
        self._given: dict[str, str] = {}
        self._free = (code for code in _PRIVATE if chr(code) not in text)

    def for_(self, control: str) -> str:
        if control not in self._given:
            code = next(self._free)
            # a text with a NUL or half a surrogate pair is none
            letter = control if "\x00" < control < "\ud800" else "\ufffd"
            self._given[control], self.controls[code] = chr(code), letter
        return self._given[control]


def _outside(text: str, standing: _Standing) -> str:
    """A stretch without comments and CDATA sections, mended."""

    def reference(found: re.Match[str]) -> str:
        number, name, end = found["number"], found["name"], found["end"]
        if number and end:
            letter = _letter(number)
            if letter is not None and not _ILLEGAL.match(letter):
                return found.group()
            return standing.for_(letter) if letter else f"&amp;{number}{end}"
        if name and end:
            letters = html5.get(f"{name};")
            if name in _XML:
                return found.group()
            if letters is not None:
                return "".join(f"&#{ord(letter)};" for letter in letters)
        return f"&amp;{found.group()[1:]}"

    return _BARE.sub("&lt;", _REFERENCE.sub(reference, text))


def _letter(number: str) -> str | None:
    code = int(number[2:], 16) if number[1] in "xX" else int(number[1:])
    return chr(code) if code <= 0x10FFFF else None
