"""From a word of the source's language to Romanian lemmas: what a translation may show."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from mtqa.lexicon import en_ro
from mtqa.lexicon.table import Table, load

_DATA = Path(__file__).parent.parent / "lexicon" / "data"
#: More translations than this blur a word.
_MOST = 40


@lru_cache(maxsize=8)
def _table(language: str) -> Table | None:
    """The bridge of a language other than English, where there is one."""
    path = _DATA / f"{language}-ro.table"
    return load(path) if language != "en" and path.is_file() else None


def is_bridged(language: str) -> bool:
    """Whether there is a list of translations for the language."""
    return language == "en" or _table(language) is not None


@lru_cache(maxsize=100_000)
def translations(word: str, language: str) -> tuple[str, ...]:
    """Romanian lemmas or forms that may translate the word, the likeliest first; may be empty."""
    if language == "en":
        return en_ro().translations(word)[:_MOST]
    table = _table(language)
    line = table.get(word.lower()) if table is not None else None
    return tuple(line.split()) if line else ()
