"""Words of grammar, which a translation may render by anything or nothing, by language."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge import foreign_words
from mtqa.languages.tables import words

#: Zipf frequency from which a word of a language without a table counts as one of grammar.
_GRAMMAR = 5.5
_SHORTEST = 4


@lru_cache(maxsize=16)
def _listed(language: str) -> frozenset[str]:
    return frozenset(words(language).grammar.split())


def is_grammar(word: str, language: str) -> bool:
    """Whether the word (in any case) carries grammar rather than content."""
    lower = word.lower()
    table = _listed(language)
    if table:
        return lower in table or len(lower) < 2
    return len(lower) < _SHORTEST or foreign_words().strength(lower, language) >= _GRAMMAR
