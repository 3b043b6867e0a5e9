"""The words of one side of a segment, each with the keys under which a table may list it.

The keys of a word are its form in lower case and its possible lemmas: from the dictionaries for
Romanian and English, by cutting endings for German and the Romance languages, none for the rest,
whose tables list word forms.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, partial
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD, WORDS
from mtqa.knowledge import comma, en_ro, modern, romanian
from mtqa.languages.tables import words as table

_WORD = re.compile(r"[^\W\d_]+(?:['’](?:s|t|re|ve|ll|d|m)\b)?")
_APOSTROPHE = re.compile(r"['’]s$")
_GERMAN_ENDINGS = ("es", "en", "er", "em", "e", "s", "n", "st", "t", "te", "ten")
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_UMLAUTS = str.maketrans("äöü", "aou")


class Word(NamedTuple):
    """A word: half-open code-point span, the text as it stands, and its keys."""

    start: int
    end: int
    text: str
    keys: frozenset[str]


Keys = Callable[[str], frozenset[str]]


@lru_cache(maxsize=EVERY_WORD)
def romanian_keys(form: str) -> frozenset[str]:
    """The form in the spelling of today and its lemmas.

    >>> sorted(romanian_keys("băncii"))
    ['bancă', 'băncii']
    """
    lower = comma(form.lower())
    lemmas = romanian().lemmas(lower)
    for spelling in modern(lower) if not lemmas else ():
        lemmas += (spelling, *romanian().lemmas(spelling))
    return frozenset((lower, *lemmas))


@lru_cache(maxsize=WORDS)
def english_keys(form: str) -> frozenset[str]:
    """The form without the possessive, and its likely lemmas.

    >>> "rat" in english_keys("rates"), "note" in english_keys("noted")
    (False, True)
    """
    lower = _APOSTROPHE.sub("", form.lower()).replace("’", "'")
    return frozenset((lower, *(word for word in en_ro().lemmas(lower) if _is_likely(lower, word))))


def _is_likely(form: str, lemma: str) -> bool:
    """Whether the lemma is not just what is left when an ending is cut off by chance: rat(es)."""
    rest = form[len(lemma) :]
    if rest in ("es", "ed", "ing") and form.startswith(lemma) and not lemma.endswith(_SIBILANTS):
        return not en_ro().lemmas(lemma + "e")
    if rest in ("er", "est", "r", "st") or (form.endswith(("er", "est")) and form != lemma):
        return bool(en_ro().translations(lemma, "a"))
    return True


@lru_cache(maxsize=WORDS)
def german_keys(form: str) -> frozenset[str]:
    """The form and what is left of it without an ending; for a verb, its infinitive."""
    lower = form.lower()
    stems = {lower}
    for ending in _GERMAN_ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) > 2:
            stem = lower[: -len(ending)]
            stems |= {stem, stem + "en"}
    return frozenset(stems | {lower + "en"} | {stem.translate(_UMLAUTS) for stem in stems})


@lru_cache(maxsize=WORDS)
def plain_keys(form: str, endings: tuple[str, ...] = ()) -> frozenset[str]:
    """The form in lower case, and what is left of it without the endings of plural and feminine."""
    lower = form.lower()
    return frozenset(
        {lower, *(lower[: -len(e)] for e in endings if lower.endswith(e) and len(lower) > 4)}
    )


#: Languages that are read in a manner of their own: by a dictionary, or by changed vowels.
_KEYS: dict[str, Keys] = {"en": english_keys, "de": german_keys, "ro": romanian_keys}


@lru_cache(maxsize=16)
def keys_of(language: str) -> Keys:
    """How words of a language (ISO 639-1) are looked up."""
    own = _KEYS.get(language)
    return own or partial(plain_keys, endings=table(language).agreement)


class Words(Sequence[Word]):
    """The words of a stretch of text, findable by their keys; `row` holds them in order."""

    def __init__(self, words: Iterable[Word], text: str = "") -> None:
        self.row = tuple(words)
        self._text = text

    def __len__(self) -> int:
        return len(self.row)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.row)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.row[index]

    def joint(self, index: int) -> str:
        """What stands between a word and the next."""
        end = self.row[index + 1].start if index + 1 < len(self.row) else None
        return self._text[self.row[index].end : end][:8]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Key to the indices of the words that have it."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.row):
            for key in word.keys:
                found.setdefault(key, []).append(index)
        return found

    def has(self, key: str) -> bool:
        """Whether a word has this key, or, for ``beginning*``, begins like this."""
        if key.endswith("*"):
            return any(k.startswith(key[:-1]) for k in self.places)
        return key in self.places

    def without(self, first: int, last: int) -> Words:
        """The words outside ``[first, last)``."""
        return Words(self.row[:first] + self.row[last:], self._text)


def words(text: str, start: int, end: int, keys: Keys) -> list[Word]:
    """The words of ``text[start:end]``; contractions stay whole (``can't``)."""
    found = []
    for match in _WORD.finditer(text, start, end):
        form = match.group()
        begin, stop = match.span()
        found.append(Word(begin, stop, form, keys(form)))
    return found
