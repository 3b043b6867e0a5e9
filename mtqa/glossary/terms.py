"""The glossary of terms at work: terms of the source, and Romanian terms in any inflected form.

The keys of each term's first word lead to the term by hash; the other words are compared after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from mtqa.common.memory import WORDS
from mtqa.glossary.entries import TermEntry
from mtqa.glossary.running_words import Word, same_gap, words
from mtqa.glossary.source_words import term_keys, text_keys
from mtqa.knowledge import romanian
from mtqa.languages.ro.reinflect import Features, features, form_of, noun_phrase

#: Clitic endings after a hyphen, which are no part of a term: show-ul.
_CLITICS = ("-ul", "-ului", "-uri", "-urile", "-urilor", "-l", "-lui", "-ii", "-iilor")


@dataclass(frozen=True, slots=True)
class TermUse:
    """A term in a text.

    Attributes:
        start, end: half-open code-point span.
        entry: what the glossary says of it.
        term: the term as the glossary has it.
    """

    start: int
    end: int
    entry: TermEntry
    term: str


@dataclass(frozen=True, slots=True)
class _Term:
    text: str
    entry: TermEntry
    keys: tuple[frozenset[str], ...]
    gaps: tuple[str, ...]
    exact: bool


@lru_cache(maxsize=WORDS)
def _text_keys(word: str) -> frozenset[str]:
    """The keys of a word of the Romanian text: itself and its lemmas, in lower case."""
    lower = word.lower()
    for ending in _CLITICS:
        if lower.endswith(ending) and len(lower) > len(ending) + 1:
            return frozenset((lower, *_text_keys(lower[: -len(ending)])))
    return frozenset((lower, *romanian().lemmas(lower)))


@lru_cache(maxsize=WORDS)
def _term_keys(word: str) -> frozenset[str]:
    """The keys of a word of a Romanian term; a word in its dictionary form is its own lemma."""
    lower = word.lower()
    lemmas = romanian().lemmas(lower)
    return frozenset([lower] if lower in lemmas else [lower, *lemmas])


class Terminology:
    """The glossary, compiled once.

    Args:
        entries: its terms.
    """

    def __init__(self, entries: Iterable[TermEntry]) -> None:
        self.entries = tuple(entries)
        self._forbidden: dict[str, list[_Term]] = {}
        self._source: dict[str, dict[str, list[_Term]]] = {}
        self._good: dict[TermEntry, tuple[_Term, ...]] = {}
        for entry in self.entries:
            for term in entry.forbidden:
                _index(self._forbidden, _romanian_term(term, entry))
            self._good[entry] = tuple(_romanian_term(term, entry) for term in entry.good)

    def __bool__(self) -> bool:
        return bool(self.entries)

    def forbidden(self, text: str) -> list[TermUse]:
        """The forbidden terms in a Romanian text, the longer of two overlapping ones."""
        cut = words(text) if self._forbidden else []
        return _longest(_found(self._forbidden, text, cut, [_text_keys(w.text) for w in cut]))

    def in_source(self, text: str, start: int, end: int, language: str) -> list[TermUse]:
        """The terms in ``text[start:end]`` of the source, the longer of two overlapping ones."""
        index = self._for(language)
        cut = words(text, start, end) if index else []
        return _longest(_found(index, text, cut, [text_keys(w.text, language) for w in cut]))

    def _for(self, language: str) -> dict[str, list[_Term]]:
        """The source terms of a language, indexed on first use."""
        if language not in self._source:
            index = self._source[language] = {}
            for entry in self.entries:
                if entry.lang in ("", language):
                    for term in entry.source:
                        keys = tuple(term_keys(word.text, language) for word in words(term))
                        _index(index, _term(term, entry, keys))
        return self._source[language]

    def is_rendered(self, entry: TermEntry, keys: Iterable[frozenset[str]]) -> bool:
        """Whether one of the entry's good terms is among the words, in whatever order.

        Args:
            entry: the entry.
            keys: what :func:`word_keys` says of the words.
        """
        here = frozenset(key for one in keys for key in one)
        return any(
            all(not word.isdisjoint(here) for word in term.keys) for term in self._good[entry]
        )


def word_keys(cut: Iterable[Word]) -> list[frozenset[str]]:
    """The keys of Romanian words."""
    return [_text_keys(word.text) for word in cut]


def _romanian_term(term: str, entry: TermEntry) -> _Term:
    return _term(term, entry, tuple(_term_keys(word.text) for word in words(term)))


def _term(text: str, entry: TermEntry, keys: tuple[frozenset[str], ...]) -> _Term:
    cut = words(text)
    gaps = tuple(text[a.end : b.start] for a, b in pairwise(cut))
    return _Term(text, entry, keys, gaps, text.isupper())


def _index(table: dict[str, list[_Term]], term: _Term) -> None:
    for key in term.keys[0] if term.keys else ():
        table.setdefault(key, []).append(term)


def _found(
    table: dict[str, list[_Term]], text: str, cut: Sequence[Word], keys: Sequence[frozenset[str]]
) -> Iterator[TermUse]:
    for index in range(len(cut)):
        for key in keys[index]:
            for term in table.get(key, ()):
                if _fits(term, index, text, cut, keys):
                    last = cut[index + len(term.keys) - 1]
                    yield TermUse(cut[index].start, last.end, term.entry, term.text)


def _fits(
    term: _Term, index: int, text: str, cut: Sequence[Word], keys: Sequence[frozenset[str]]
) -> bool:
    end = index + len(term.keys)
    if end > len(cut) or any(
        one.isdisjoint(other) for one, other in zip(term.keys, keys[index:end], strict=True)
    ):
        return False
    run = cut[index:end]
    if term.exact and not text[run[0].start : run[-1].end].startswith(term.text):
        return False  # an acronym: IT is not it
    return all(
        same_gap(gap, text[a.end : b.start])
        for a, b, gap in zip(run, run[1:], term.gaps, strict=False)
    )


def _longest(uses: Iterable[TermUse]) -> list[TermUse]:
    kept: list[TermUse] = []
    for use in sorted(uses, key=lambda u: (u.start - u.end, u.start)):
        if all(use.end <= other.start or other.end <= use.start for other in kept):
            kept.append(use)
    return sorted(kept, key=lambda use: use.start)


def suggestion(use: TermUse, text: str) -> str | None:
    """The preferred term in the form of the forbidden one, ``None`` where that is unknown."""
    wanted = use.entry.preferred
    if not wanted:
        return None
    found = text[use.start : use.end]
    if found.lower() == use.term.lower():
        made: str | None = wanted
    else:
        made = _like(wanted, found, use.term)
    if made and found[:1].isupper() and not wanted[:1].isupper():
        made = made[:1].upper() + made[1:]
    return made


def _like(wanted: str, found: str, term: str) -> str | None:
    word, lemma = found.split()[0], term.split()[0].lower()
    if lemma not in romanian().lemmas(word.lower()):
        lemma = next(iter(romanian().lemmas(lemma)), lemma)
    slot: tuple[Features, ...] = features(word, lemma)
    if not slot:
        return None
    if " " in wanted:
        return noun_phrase(wanted, slot)
    return form_of(wanted.lower(), slot)
