"""The little language in which the tables say what to look for: words in a row.

``carry out`` is two words in a row, by form or lemma; ``win/beat`` one of two; ``=left`` exactly
this form; ``elector*`` a beginning; ``?the`` a word that may be missing; ``_`` up to two words of
any kind; ``~sheet`` any Romanian word that the lexicon lists for the English one. ``|`` divides
alternatives.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol

from mtqa.errors import PatternError
from mtqa.knowledge.translations import en_ro

_GAP = 2


class Word(Protocol):
    """A word as patterns see it: its text, and its form and lemmas as keys."""

    @property
    def text(self) -> str:
        """The word as it stands."""

    @property
    def keys(self) -> frozenset[str]:
        """Its form in lower case and its possible lemmas."""


class Line(Protocol):
    """Words in a row, findable by their keys."""

    @property
    def row(self) -> Sequence[Word]:
        """The words in order."""

    @property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Key to the indices of the words that have it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One word of a pattern, or a gap (no alternatives)."""

    keys: frozenset[str]
    exact: frozenset[str]
    beginnings: tuple[str, ...]
    optional: bool

    @property
    def gap(self) -> bool:
        """Whether it stands for any words."""
        return not (self.keys or self.exact or self.beginnings)

    def fits(self, word: Word) -> bool:
        """Whether the word is one of the alternatives."""
        if not self.keys.isdisjoint(word.keys):
            return True
        if not self.exact and not self.beginnings:
            return False
        lower = word.text.lower()
        return lower in self.exact or bool(self.beginnings and lower.startswith(self.beginnings))


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words in a row; the first, whose forms and lemmas are the `heads`, is never a gap.

    In a `firm` pattern every word must be there, one beside the other.
    """

    items: tuple[Item, ...]
    text: str
    heads: tuple[str, ...] = ()
    firm: bool = False

    def at(self, line: Line, index: int) -> int | None:
        """Where a match that begins with the word at `index` ends; None if there is none."""
        row = line.row
        if not self.firm:
            return _walk(self.items, row, index)
        end = index + len(self.items)
        if end > len(row):
            return None
        for item in self.items:
            if not item.fits(row[index]):
                return None
            index += 1
        return end

    def find(self, line: Line) -> Iterator[tuple[int, int]]:
        """Every match as a half-open range of word indices."""
        first = self.items[0]
        if first.beginnings:
            starts: Sequence[int] = [i for i, word in enumerate(line.row) if first.fits(word)]
        elif len(self.heads) == 1:
            starts = line.places.get(self.heads[0], ())
        else:
            places = line.places
            starts = sorted({i for key in self.heads if key in places for i in places[key]})
        for index in starts:
            end = self.at(line, index)
            if end is not None:
                yield index, end


def _walk(items: tuple[Item, ...], words: Sequence[Word], index: int) -> int | None:
    if not items:
        return index
    item, rest = items[0], items[1:]
    if item.gap:
        for skipped in range(_GAP + 1):
            end = _walk(rest, words, index + skipped)
            if end is not None:
                return end
        return None
    if index < len(words) and item.fits(words[index]):
        end = _walk(rest, words, index + 1)
        if end is not None:
            return end
    return _walk(rest, words, index) if item.optional else None


@lru_cache(maxsize=20_000)
def compiled(text: str) -> tuple[Pattern, ...]:
    """The alternatives of a cell of a table.

    Raises:
        PatternError: an alternative begins with a gap or an optional word, or has an empty word.
    """
    found = []
    for alternative in text.split("|"):
        items = tuple(_item(word) for word in alternative.split())
        if not items:
            continue
        if items[0].gap or items[0].optional:
            shown = " ".join(alternative.split())
            raise PatternError(f"{shown!r}: a pattern begins with a word that must be there")
        heads = tuple(sorted(items[0].keys | items[0].exact))
        firm = not any(item.gap or item.optional for item in items)
        found.append(Pattern(items, " ".join(alternative.split()), heads, firm))
    return tuple(found)


def _item(text: str) -> Item:
    optional, text = text.startswith("?"), text.removeprefix("?").lower()
    options = [] if text == "_" else text.split("/")
    if any(option in ("", "=", "*", "~") for option in options):
        raise PatternError(f"{text!r}: an alternative of a word is empty")
    return Item(
        frozenset(o for o in options if o[0] not in "=~" and o[-1] != "*")
        | frozenset(word for o in options if o[0] == "~" for word in _renderings(o[1:])),
        frozenset(o[1:] for o in options if o[0] == "="),
        tuple(o[:-1] for o in options if o[-1] == "*"),
        optional,
    )


def _renderings(english: str) -> frozenset[str]:
    """The single Romanian words that the lexicon lists for an English one.

    Raises:
        PatternError: it lists none.
    """
    found = frozenset(word for word in en_ro().translations(english) if " " not in word)
    if not found:
        raise PatternError(f"'~{english}': the lexicon has no such word")
    return found
