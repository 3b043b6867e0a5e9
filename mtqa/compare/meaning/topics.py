"""What a text is about, by words that belong to one topic only: sport, law, war, money …"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from mtqa.compare.meaning.keyed_words import Words
from mtqa.knowledge.handmade import rows

#: An article has a topic from this many different words of it.
_ENOUGH = 3


@lru_cache(maxsize=8)
def _table(language: str) -> dict[str, frozenset[str]]:
    """Key of a word to its topics."""
    found: dict[str, set[str]] = {}
    for row in rows("topics"):
        if row["language"] == language:
            for word in row["words"].split():
                found.setdefault(word, set()).add(row["topic"])
    return {word: frozenset(topics) for word, topics in found.items()}


def topics_in(words: Words, language: str) -> frozenset[str]:
    """The topics of which the words have at least one."""
    table = _table(language)
    return frozenset(t for key in words.places.keys() & table.keys() for t in table[key])


def topics_of(sides: Iterable[Words], language: str) -> frozenset[str]:
    """The topics of a whole article: those of which it has several different words."""
    table = _table(language)
    seen: dict[str, set[str]] = {}
    for side in sides:
        for key in side.places.keys() & table.keys():
            for topic in table[key]:
                seen.setdefault(topic, set()).add(key)
    return frozenset(topic for topic, keys in seen.items() if len(keys) >= _ENOUGH)
