"""Keys under which the spellings of one foreign name meet, across scripts and case endings."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.common.memory import EVERY_WORD, WORDS
from mtqa.knowledge import PlaceForm, places
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import spelling_key, strip_accents

#: Letters that carry their mark inside, which decomposition leaves alone.
_PLAIN = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th",
                        "ð": "d", "’": "'", "ʼ": "'", "\u2010": "-", "\u2011": "-",
                        "\u00ad": ""})  # fmt: skip
#: What French and Italian join to a name that begins with a vowel.
_ELIDED = re.compile(r"^(?i:d|l|dell|nell)['’](?=[A-ZÀ-Þ])")
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})

#: Cyrillic letters as Romanian papers write them, near enough for a key.
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "ё": "io", "є": "ie",
    "ж": "j", "з": "z", "и": "i", "і": "i", "ї": "i", "й": "i", "к": "k", "л": "l", "м": "m",
    "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h",
    "ц": "t", "ч": "ci", "ш": "s", "щ": "sci", "ъ": "", "ы": "i", "ь": "", "э": "e", "ю": "iu",
    "я": "ia",
}  # fmt: skip


@lru_cache(maxsize=WORDS)
def places_called(word: str) -> tuple[PlaceForm, ...]:
    """Everything the spelling may be as a place, hand-made entries first; remembered, for the
    names of an article come back."""
    return places().find(word)


@lru_cache(maxsize=EVERY_WORD)
def unmarked(word: str) -> str:
    """The word in lower case without any mark: ``Brâncuși`` gives ``brancusi``.

    >>> unmarked("Gündoğan")
    'gundogan'
    """
    return strip_accents(word.casefold().translate(_PLAIN)).replace("ș", "s").replace("ț", "t")


@lru_cache(maxsize=WORDS)
def american(word: str) -> str:
    """The English word in American spelling, which the dictionary has: harbour gives harbor."""
    if word.endswith(("our", "ours")) and len(word) > 5:
        return word.replace("our", "or")
    return word[:-2] + "er" if word.endswith("tre") and len(word) > 5 else word


def is_cyrillic(text: str) -> bool:
    """Whether a letter of the text is Cyrillic."""
    return any("\u0400" <= char <= "\u04ff" for char in text)


@lru_cache(maxsize=WORDS)
def romanised(word: str) -> str:
    """A Cyrillic word in the letters of a Romanian paper; other words as they are.

    >>> romanised("Захарова")
    'Zaharova'
    """
    if not is_cyrillic(word):
        return word
    plain = "".join(_CYRILLIC.get(char, char) for char in word.lower())
    return plain.capitalize() if word[:1].isupper() else plain


@lru_cache(maxsize=EVERY_WORD)
def source_keys(word: str) -> frozenset[str]:
    """The keys of a source word: as spelt, by sound, umlauts written out, hyphens left out."""
    latin = romanised(word)
    keys = {unmarked(latin), spelling_key(latin), unmarked(latin.casefold().translate(UMLAUTS))}
    if "-" in latin:
        keys.add(unmarked(latin).replace("-", ""))
    return frozenset(keys)


@lru_cache(maxsize=WORDS)
def target_keys(word: str) -> frozenset[str]:
    """The keys of a Romanian token and of the names that it may be a case form of."""
    keys: set[str] = set()
    bases = set(base_forms(word))
    bases |= {base + "i" for base in bases if base[-1:] in "șț" and base != word}  # Iașul, Iași
    bases |= {base[:-2] + "ea" for base in (word,) if base[-3:] in ("rii", "cii", "lii")}  # Dunării
    bases |= {word[:-2] + "ia"} if word[-2:] == "ie" else set()  # toată Scoția, o Scoție
    for base in bases:
        keys |= {unmarked(base), spelling_key(base)}
        keys.add(unmarked(base.casefold().translate(UMLAUTS)))
        if "-" in base:
            keys.add(unmarked(base).replace("-", ""))
            keys.update(key for piece in base.split("-") if piece for key in target_keys(piece))
    name = _ELIDED.sub("", word)
    return frozenset(keys | target_keys(name) if name != word else keys)  # d'Arc is Arc, too
