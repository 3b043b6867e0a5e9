"""Which word stood there before some of its letters were lost: "Bucure?ti", "Dvo?ák"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from mtqa.checks.lexical import is_listed_name
from mtqa.common.memory import NAMES, WORDS
from mtqa.knowledge import romanian

#: What stands for one lost letter.
HOLE = r"[?\ufffd\u25a1\u25af\u25fb]"
#: Two of these may be one letter: a reader puts a sign for each of its two bytes.
_PAIR = "\ufffd\ufffd"
_HOLES = re.compile(HOLE)
_NATIVE = "ăâîșț"
#: Letters with marks of the names in the news.
_FOREIGN = "áàäãåæçćčďđéèêëęěğíìïıłńňñóòôöõøőřśšşťúùûüůűýźżž"
#: With more holes than this the possible words are too many.
_MOST, _MOST_FOREIGN = 5, 2
#: A word this much more frequent (on Zipf's scale) than the next is the one that was meant.
_CLEARLY = 0.5


@lru_cache(maxsize=WORDS)
def restored(damaged: str, *, initial: bool = False) -> tuple[str, ...]:
    """The Romanian words and listed names that `damaged` may have been, the likeliest first.

    Args:
        damaged: a token in which `HOLE` stands for letters.
        initial: whether it begins a sentence, so that its capital may be lost, too.
    """
    found: dict[str, None] = {}
    for form in dict.fromkeys((damaged, damaged.replace(_PAIR, _PAIR[0]))):
        parts = _HOLES.split(form)
        found |= dict.fromkeys(_native(parts))
        if not found and len(parts) <= _MOST_FOREIGN + 1 and any(map(str.isupper, form)):
            found = dict.fromkeys(word for word in _filled(parts, _FOREIGN) if is_name(word))
    words = sorted(found, key=lambda word: (-_weight(word), word))
    if initial and damaged[0] in "?\ufffd":
        words = [word[:1].upper() + word[1:] for word in words]
    return tuple(words)


def decided(damaged: str, *, initial: bool = False) -> str | None:
    """The word that was meant, None where none or several are as likely."""
    words = restored(damaged, initial=initial)
    if len(words) > 1 and _weight(words[0]) - _weight(words[1]) < _CLEARLY:
        return None
    return words[0] if words else None


def from_text(damaged: str, text: str) -> str | None:
    """The one word of a text, such as the source, that `damaged` is without its holes."""
    letters = [re.escape(part) for part in _HOLES.split(damaged.replace(_PAIR, _PAIR[0]))]
    pattern = re.compile(r"(?<!\w)" + r"[^\W\d_a-zA-Z]".join(letters) + r"(?!\w)")
    found = {match.group() for match in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=NAMES)
def is_name(word: str) -> bool:
    """Whether the word is a listed name."""
    return word[:1].isupper() and (word in romanian() or is_listed_name(word))


def _weight(word: str) -> float:
    """How common the word is; one that is only built of known parts comes last."""
    plain = word.lower()
    return romanian().frequency(plain) + (1.0 if plain in romanian() or word in romanian() else 0.0)


def _native(parts: list[str]) -> Iterator[str]:
    """The Romanian words with native letters in the holes, in lower case where that is one."""
    if not 1 < len(parts) <= _MOST + 1:
        return
    capitals = "".join(parts).isupper() and len("".join(parts)) > 1
    for word in _filled([part.lower() for part in parts] if capitals else parts, _NATIVE):
        # not what is built of known parts: mini-sării
        if word.lower() in romanian() or ("-" in word and romanian().known(word)):
            yield word.upper() if capitals else word
        elif is_name(word[:1].upper() + word[1:]) and (not parts[0] or word[0].isupper()):
            yield word.upper() if capitals else word[:1].upper() + word[1:]
        elif capitals and is_name(word.capitalize()):
            yield word.upper()


def _filled(parts: list[str], letters: str) -> Iterator[str]:
    for chosen in product(letters, repeat=len(parts) - 1):
        yield parts[0] + "".join(a + b for a, b in zip(chosen, parts[1:], strict=True))
