"""One key for the spellings that different languages give one foreign name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtqa.common.memory import EVERY_WORD

#: Longest first; each maps the spellings of one sound to one letter. English, German, French and
#: Romanian transliterations of Cyrillic names, and the doubled letters that come and go.
_SOUNDS = [
    ("shch", "s"),
    ("schtsch", "s"),
    ("tsch", "c"),
    ("sch", "s"),
    ("sh", "s"),
    ("zh", "j"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("tz", "t"),
    ("ts", "t"),
    ("ck", "k"),
    ("yy", "i"),
    ("iy", "i"),
    ("ij", "i"),
    ("yi", "i"),
    ("w", "v"),
    ("q", "k"),
    ("c", "k"),
    ("y", "i"),
    ("j", "i"),
]
_SOUND = re.compile("|".join(sound for sound, _ in _SOUNDS))
_LETTER = dict(_SOUNDS)
_DOUBLED = re.compile(r"([a-zə])\1+")


@lru_cache(maxsize=EVERY_WORD)
def strip_accents(text: str) -> str:
    """``text`` without any combining mark, Romanian or foreign; its length may change."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


@lru_cache(maxsize=EVERY_WORD)
def spelling_key(name: str) -> str:
    """A key that the rival spellings of a name share.

    >>> spelling_key("Zakharova") == spelling_key("Zaharova")
    True
    >>> spelling_key("Zelenskyy") == spelling_key("Zelenski")
    True
    >>> spelling_key("Casa") == spelling_key("Casă")  # the article, not a spelling
    False
    """
    lower = name.casefold()
    if lower.endswith("ă"):
        lower = lower[:-1] + "ə"
    plain = strip_accents(lower)
    return _DOUBLED.sub(r"\1", _SOUND.sub(lambda match: _LETTER[match.group()], plain))
