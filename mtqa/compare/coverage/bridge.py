"""From a word of the source's language to Romanian lemmas: what a translation may show.

English has a lexicon; German goes to it through the English words that a list gives it.
"""

from __future__ import annotations

from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.compare.coverage.german import english as german_english
from mtqa.knowledge import en_ro

#: More translations than this blur a word.
_MOST, _MOST_BY_ENGLISH = 40, 16


@lru_cache(maxsize=WORDS)
def translations(word: str, language: str) -> tuple[str, ...]:
    """Romanian lemmas that may translate the word, the likeliest first; may be empty."""
    if language == "en":
        return en_ro().translations(word)[:_MOST]
    if language != "de":
        return ()
    found: dict[str, None] = {}
    for meaning in german_english(word):
        found |= dict.fromkeys(en_ro().translations(meaning)[:_MOST_BY_ENGLISH])
        found |= dict.fromkeys(en_ro().translations(meaning.capitalize())[:2])
    return tuple(found)
