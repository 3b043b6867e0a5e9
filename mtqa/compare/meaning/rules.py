"""The rows of :mod:`mtqa.knowledge.rows` at work on a segment, or on the Romanian alone.

A row speaks only where the source has its word, the target has the wrong rendering in a like
place and none of the right ones, no other word of the source explains it, and the context that the
row asks for is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import WORDS
from mtqa.compare.meaning.instead import instead
from mtqa.compare.meaning.keyed_words import Words, romanian_keys
from mtqa.compare.meaning.pair import CROWDED, Pair
from mtqa.compare.meaning.topics import topics_in
from mtqa.compare.meaning.verdict import Verdict
from mtqa.knowledge.pattern import Pattern
from mtqa.knowledge.rows import Context, Row, senses

_STEM = 3
#: A segment that has the source of a rule oftener is no sentence.
_MOST = 100
#: A mined row's confidence before calibration: on sources that they were not mined from, seven
#: issues of ten are right (`python -m mtqa.workshop.mine`), fewer than of rows made by hand.
_MINED = 0.5


class Patterns:
    """Patterns with the rows they belong to, found by their first words."""

    def __init__(self, known: Iterable[tuple[Row, Pattern]]) -> None:
        self._words: dict[str, list[tuple[Row, Pattern]]] = {}
        self._beginnings: dict[str, list[tuple[Row, Pattern]]] = {}
        for row, pattern in known:
            first = pattern.items[0]
            for key in first.keys | first.exact:
                self._words.setdefault(key, []).append((row, pattern))
            for beginning in first.beginnings:
                self._beginnings.setdefault(beginning[:_STEM], []).append((row, pattern))

    def open_with(self, word: str, keys: frozenset[str]) -> bool:
        """Whether some pattern begins with the word."""
        return not self._words.keys().isdisjoint(keys) or word[:_STEM].lower() in self._beginnings

    def find(self, line: Words) -> Iterator[tuple[Row, int, int]]:
        """Every match: the row and a half-open range of word indices."""
        for key in sorted(line.places.keys() & self._words.keys()):
            for index in line.places[key]:
                yield from _at(self._words[key], line, index)
        if self._beginnings:
            for index, word in enumerate(line):
                known = self._beginnings.get(word.text[:_STEM].lower())
                if known:
                    yield from _at(known, line, index)


def _at(
    known: Iterable[tuple[Row, Pattern]], line: Words, index: int
) -> Iterator[tuple[Row, int, int]]:
    for row, pattern in known:
        end = pattern.at(line, index)
        if end is not None:
            yield row, index, end


class RuleBook:
    """The rows of one kind for one source language."""

    def __init__(self, rows: Iterable[Row], language: str) -> None:
        own = [row for row in rows if language in row.languages]
        self._patterns = Patterns((row, pattern) for row in own for pattern in row.source)

    def verdicts(self, pair: Pair) -> Iterator[Verdict]:
        """What the rows say of a segment; a row speaks once, and of its first hundred words."""
        said: set[str] = set()
        tried: Counter[str] = Counter()
        for row, start, end in self._patterns.find(pair.source):
            if row.name in said:
                continue
            if tried[row.name] == _MOST:
                pair.memory[CROWDED] = True
                continue
            tried[row.name] += 1
            found = _judge(row, pair, start, end)
            if found:
                said.add(row.name)
                yield found


def _judge(row: Row, pair: Pair, start: int, end: int) -> Verdict | None:
    place = next(_wrong(row, pair, start, end), None)
    if place is None or _is_silenced(row, pair, start, end, place):
        return None
    first, last = place
    source, target = pair.source, pair.target
    return Verdict(
        target[first].start,
        target[last - 1].end,
        source[start].start,
        source[end - 1].end,
        row.severity,
        row.shown,
        confidence=_MINED if row.attested else None,
        suggestion=instead(row, target, first, last),
        row=row.name,
    )


def _wrong(row: Row, pair: Pair, start: int, end: int) -> Iterator[tuple[int, int]]:
    but = {
        i for pattern in row.source for match in pattern.find(pair.source) for i in range(*match)
    }
    for pattern in row.wrong:
        for first, last in pattern.find(pair.target):
            if not pair.is_near(start, first):
                continue
            if last - first == 1 and (pair.is_name(start, first) or pair.is_explained(first, but)):
                continue
            yield first, last


def _is_silenced(row: Row, pair: Pair, start: int, end: int, place: tuple[int, int]) -> bool:
    if _is_right(row, pair.target, place):
        return True
    around = pair.source.without(start, end)
    if _meets(row.unless, around, pair.topics):
        return True
    here = pair.topics | topics_in(around, pair.language) if row.needs.topics else pair.topics
    return bool(row.needs) and not _meets(row.needs, around, here)


def _meets(context: Context, line: Words, topics: frozenset[str]) -> bool:
    return bool(context.topics & topics) or any(line.has(word) for word in context.words)


def _is_right(row: Row, target: Words, place: tuple[int, int]) -> bool:
    """Whether the target has a right rendering too, and not only as a part of the wrong one."""
    return any(not _within(match, place) for pattern in row.right for match in pattern.find(target))


def _within(match: tuple[int, int], place: tuple[int, int]) -> bool:
    inside = place[0] <= match[0] and match[1] <= place[1]
    return inside and match[1] - match[0] < place[1] - place[0]


class Calqued(NamedTuple):
    """A calque in a sentence: half-open code-point span, and its row."""

    start: int
    end: int
    row: Row


class CalqueBook:
    """The rows that need no source."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._patterns = Patterns((row, pattern) for row in rows for pattern in row.wrong)
        self._opens: dict[str, bool] = {}

    def may_open(self, form: str) -> bool:
        """Whether a calque may begin with the word form, remembered: news repeats its words."""
        known = self._opens.get(form)
        if known is None:
            parts = form.split("-")
            known = any(self._patterns.open_with(part, romanian_keys(part)) for part in parts)
            if len(self._opens) >= WORDS:
                self._opens.clear()
            self._opens[form] = known
        return known

    def find(self, sentence: Words) -> list[Calqued]:
        """The calques of a sentence, from left to right; punctuation parts words."""
        found = {
            (start, row.name): Calqued(sentence[start].start, sentence[end - 1].end, row)
            for row, start, end in self._patterns.find(sentence)
            if _is_one(sentence, start, end) and _stands(row, sentence, start, end)
        }
        return [found[key] for key in sorted(found)]


def _is_one(sentence: Words, start: int, end: int) -> bool:
    return all(sentence.joint(index).isspace() for index in range(start, end - 1))


def _stands(row: Row, sentence: Words, start: int, end: int) -> bool:
    around = sentence.without(start, end)
    if _is_right(row, sentence, (start, end)) or _meets(row.unless, around, frozenset()):
        return False
    return not row.needs or _meets(row.needs, around, frozenset())


@lru_cache(maxsize=64)
def rule_book(kind: str, language: str) -> RuleBook:
    """The rows of a kind for a source language."""
    return RuleBook((row for row in senses() if row.kind == kind), language)


@lru_cache(maxsize=1)
def calque_book() -> CalqueBook:
    """The rows that need no source."""
    return CalqueBook(row for row in senses() if row.kind == "calque")
