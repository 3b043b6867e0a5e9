"""Slavic names in Latin letters: how English, German, French and Romanian romanise one of them.

Each language spells the sounds of its own alphabet: Gorbachev, Gorbatschow, Gorbatchev and
Gorbaciov are one man. A name with a Slavic ending is compared by the sounds behind the letters,
near enough; one whose ending proves nothing (Busargin, Martin) must at least follow the rules by
which Romanian transcribes; any other name keeps its letters.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.names.keys import unmarked
from mtqa.knowledge import people
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import strip_accents
from mtqa.languages.tables import letters

_Rules = tuple[tuple[str, str], ...]

#: Endings of Slavic and Georgian surnames: Markov, Brodsky, Krylenko, Melnychuk, Zabolotnaya.
_SURNAME = (
    r"\w\w(?:[oe]v|off|eff)a?|\w\w[oe]vs?k\w{1,3}|\w[st]k(?:yy|iy|ij|ii|yi|[iyj]|oy|oi|aya|aia|aja)|"
    r"\wenk[oa]|\w(?:ch|tsch|tch|č|cz)(?:uk|ouk)|\w[nly](?:iuk|yuk|iouk|juk)|\w\wn(?:yuk|iuk)|"
    r"\w[oe]v?[iy](?:ch|tsch|tch|ć|č)|\w[sc]h?vili|\w\wdze|\wln(?:yy|yi|aya|aia|aja)"
)
#: Endings that Slavic names share with others: Busargin, Savchak, Zaluzhny.
_SHARED_ENDINGS = re.compile(
    r"(?:ine?|ina|yn|an|[auiyo]k|[iy]ch|lo|ets|[iye]y|[iey]i|ij|ej|nyi?|[szkc]ha|[nlry]a|ya|ia|[oe]w|"
    r"it|yt|un|[aeo]r|ko)$",
    re.IGNORECASE,
)

#: What is alike whatever the language, in this order: й and soft signs, ё and е, -dr and -der.
_ALIKE: _Rules = (
    ("[yjîâ]", "i"), ("ff", "v"), ("['’ʼ]", ""), ("io", "e"), ("(?<=c)o", "e"), ("i+e", "e"),
    ("(?<=c)i(?=[^aeou]|$)", ""), ("(?<=[td])(?:er|re)$", "r"), (r"(.)\1+", r"\1"),
    ("(?<=[a-z]{3})i+$", "i"),
)  # fmt: skip
#: How Romanian transcribes what English writes otherwise.
_TRANSCRIBED: _Rules = (
    ("shch", "sci"), ("kh", "h"), ("zh", "j"), ("sh", "s"), ("ts", "t"), ("ch(?=[ei])", "c"),
    ("ch", "ci"), ("g(?=[eiy])", "gh"), ("k(?=s)", "k"), ("iy|yi|yy|ii|y|ij", "i"), ("x", "ks"),
)  # fmt: skip


class _Reader:
    """Reads letters as sounds by rules of which the first that fits a place counts."""

    def __init__(self, rules: _Rules) -> None:
        self._sounds = [sound for _, sound in rules]
        self._pattern = re.compile("|".join(f"({letters})" for letters, _ in rules))

    def __call__(self, word: str) -> str:
        return self._pattern.sub(lambda match: self._sounds[(match.lastindex or 1) - 1], word)


_TRANSCRIBE = _Reader(_TRANSCRIBED)
_EACH_ALIKE = tuple((re.compile(letters), sound) for letters, sound in _ALIKE)


@lru_cache(maxsize=16)
def _reader(language: str) -> _Reader:
    """Groups of letters and the sound they stand for: c for whatever hisses but s and z (ж ц ч ш
    щ), h for х, other letters for themselves; as in English where a language has no rules."""
    return _Reader(letters(language).slavic_sounds or letters("en").slavic_sounds)


@lru_cache(maxsize=16)
def _surname(language: str) -> re.Pattern[str]:
    """Endings of surnames: German has w for v, French -ine for -in and ou for u."""
    endings = "|".join(filter(None, (_SURNAME, letters(language).slavic_endings)))
    return re.compile(f"(?:{endings})$", re.IGNORECASE)


@lru_cache(maxsize=WORDS)
def sounds(word: str, language: str) -> str:
    """The sounds of a Slavic name as the language romanises it.

    >>> sounds("Gorbachev", "en") == sounds("Gorbatschew", "de") == sounds("Gorbaciov", "ro")
    True
    """
    plain = _reader(language)(word.casefold())
    for pattern, sound in _EACH_ALIKE:
        plain = pattern.sub(sound, plain)
    return strip_accents(plain)


@lru_cache(maxsize=1)
def _given() -> frozenset[str]:
    """The sounds of given names that several listed people, all of Cyrillic countries, bear."""
    home: Counter[str] = Counter()
    abroad: Counter[str] = Counter()
    for person in people():
        if person.country in word_set("countries", "beside cyrillic"):
            continue  # the same given names are at home there
        bearers = home if person.country in word_set("countries", "cyrillic") else abroad
        bearers.update({sounds(s.split()[0], "ro") for s in person.spellings if " " in s})
    return frozenset(name for name, count in home.items() if count > 1 and not abroad[name])


@lru_cache(maxsize=NAMES)
def is_slavic(word: str, language: str) -> bool:
    """Whether the word bears the signs of a name that was romanised from Cyrillic.

    >>> is_slavic("Moskalenko", "en"), is_slavic("Parkson", "en")
    (True, False)
    """
    if _surname(language).search(word):
        return True
    return sounds(word, language) in _given()


@lru_cache(maxsize=WORDS)
def is_romanised(word: str, form: str, language: str) -> bool:
    """Whether the Romanian form is the name as another language romanises it.

    >>> is_romanised("Tchaikovsky", "Ceaikovski", "en"), is_romanised("Lavrov", "Lavrova", "en")
    (True, False)
    """
    heard = {sounds(word, language), sounds(word, "en")}
    return any(
        sounds(base, table) in heard for base in {form, *base_forms(form)} for table in ("ro", "en")
    )


def is_transcribed(word: str, form: str) -> bool:
    """Whether the name may be Slavic by its ending and the form follows the rules by which
    Romanian transcribes, letter by letter.

    >>> is_transcribed("Busargin", "Busarghin"), is_transcribed("Garrett", "Garet")
    (True, False)
    """
    if not _SHARED_ENDINGS.search(word):
        return False
    right = unmarked(_TRANSCRIBE(word.casefold()))
    bases = {unmarked(base) for base in {form, *base_forms(form)}}
    return not bases.isdisjoint({right, right.removesuffix("i"), right.replace("ii", "i")})


def written_in_romanian(
    words: Sequence[str], place: int, forms: Sequence[str], language: str
) -> list[int]:
    """Which forms may be the Romanian spelling of one word of a Slavic name, by number.

    Args:
        words: the words of the name, in Latin letters.
        place: number of the word.
        forms: words of the target.
        language: of the source.
    """
    if not any(is_slavic(word, language) for word in words):
        return []
    word = words[place]
    return [number for number, form in enumerate(forms)
            if form[:1].isupper() and is_romanised(word, form, language)]  # fmt: skip
