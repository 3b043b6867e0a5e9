"""Terms of the source in its running text: light inflection, language by language.

A term is given in its dictionary form. English words are brought back to it (``statements``,
``indicted``); in German, French and the others term and text meet in a stem that the usual endings
are cut from.
"""

from __future__ import annotations

from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import en_ro
from mtqa.languages.ro.transliteration import strip_accents
from mtqa.languages.tables import words

#: No stem is shorter.
_SHORTEST = 4


def _bare(word: str) -> str:
    lower = word.casefold()
    for ending in ("'s", "’s", "s'", "s’"):
        if lower.endswith(ending):
            return lower[:-2] if ending[0] != "s" else lower[:-1]
    return lower


@lru_cache(maxsize=WORDS)
def text_keys(word: str, language: str) -> frozenset[str]:
    """The keys of a word of the text."""
    lower = _bare(word)
    if language == "en":
        keys = {lower, *en_ro().lemmas(lower)}
        if lower.endswith("s") and not lower.endswith("ss"):
            keys.add(lower[:-3] + "y" if lower.endswith("ies") else lower[:-1])
            keys |= {lower[:-2]} if lower.endswith("es") else set()
        return frozenset(keys)
    return frozenset((lower, *_stems(lower, language)))


@lru_cache(maxsize=WORDS)
def term_keys(word: str, language: str) -> frozenset[str]:
    """The keys of a word of a term, one of which a word of the text must share."""
    lower = _bare(word)
    return frozenset((lower,) if language == "en" else (lower, *_stems(lower, language)))


def _stems(lower: str, language: str) -> tuple[str, ...]:
    plain = strip_accents(lower)
    return (plain, *(
        plain[: -len(ending)]
        for ending in words(language).endings
        if plain.endswith(ending) and len(plain) - len(ending) >= _SHORTEST
    ))  # fmt: skip
