"""Names of one article that stand in each other's place: persons from one sentence to the next,
teams around a score.

Each name is one that the article has, so that no list tells; what tells is that a segment lacks
one and has another that its source does not name there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from mtqa.compare.names.evidence import Verdict
from mtqa.compare.names.extract import SourceName, core
from mtqa.compare.names.keys import source_keys, target_keys
from mtqa.compare.names.segment import SegmentNames
from mtqa.languages.tables import letters
from mtqa.languages.tables import names as table

_NAME = r"([^\W\d_a-zăâîșțа-яёіїєґ][\w.'’-]+)"
#: A score with the word before it and the word after it.
_SCORE = re.compile(
    rf"{_NAME}[\s,()–-]{{1,4}}(\d{{1,3}})\s?[-–:]\s?(\d{{1,3}})(?![\d.,:–-]\d)[\s,()–-]{{1,4}}{_NAME}"
)
#: A shorter name may be anything.
_SHORTEST = 3
#: So many mentions of two persons leave no doubt which of them is meant.
_LEAST = 3


class _Mention(NamedTuple):
    """A surname of the article and where a text has it."""

    surname: str
    start: int
    end: int


class _Bearers:
    """The persons whom an article names in full, by their surnames.

    Args:
        segments: the segments of the article with their names.
    """

    def __init__(self, segments: Sequence[SegmentNames]) -> None:
        self._persons: dict[str, set[str]] = {}
        for segment in segments:
            place = 0 if table(segment.language).surname_first else -1
            for name in (core(name) for name, _ in segment.names):
                surname = name.parts[place].text
                if _is_person(name, segment.language) and len(surname) >= _SHORTEST:
                    self._persons.setdefault(surname, set()).add(name.text)
        self._called: dict[str, set[str]] = {}
        for surname in self._persons:
            for key in source_keys(surname):
                self._called.setdefault(key, set()).add(surname)

    @property
    def are_several(self) -> bool:
        """Whether there is more than one, so that one may stand for another."""
        return len(self._persons) > 1

    def mentions(
        self, words: Iterable[tuple[int, int, str]], keys: Callable[[str], frozenset[str]]
    ) -> list[_Mention]:
        """The mentions of the persons among some words with their spans, in reading order."""
        found = []
        for start, end, form in words:
            called = set().union(*(self._called.get(key, ()) for key in keys(form)))
            if len(called) == 1:
                found.append(_Mention(called.pop(), start, end))
        return found

    def are_one(self, one: str, other: str) -> bool:
        """Whether one person may be called both."""
        return any(
            known in full
            for name, known in ((one, other), (other, one))
            for full in self._persons.get(name, ())
        )


def _is_person(name: SourceName, language: str) -> bool:
    """Whether a name is a person's in full, or may be nothing else: two words of no language."""
    if len(name.parts) < 2 or any(part.acronym for part in name.parts):
        return False
    plain = not letters(language).cyrillic and not table(language).surname_first
    return name.kind == "person" or (plain and name.kind == "name" and len(name.parts) == 2)


class _Named:
    """The persons whom the two sides of a segment mention."""

    def __init__(self, segment: SegmentNames, bearers: _Bearers) -> None:
        tokens = ((token.start, token.end, token.text) for token in segment.target.capitals)
        # the parts of names are known in their base forms, other words as they stand
        known = {part.start: part.text for name, _ in segment.names for part in name.parts}
        words = ((start, end, known.get(start, form)) for start, end, form in segment.capitals)
        self.there = bearers.mentions(words, source_keys)
        self.here = bearers.mentions(tokens, target_keys)
        there, here = ({mention.surname for mention in side} for side in (self.there, self.here))
        self.lost, self.new = there - here, here - there


def exchanged(segments: Sequence[SegmentNames]) -> Iterator[Verdict]:
    """The verdicts on names of an article in the place of others of its own.

    Args:
        segments: its segments with their names, in reading order.
    """
    bearers = _Bearers(segments)
    named = [_Named(segment, bearers) for segment in segments] if bearers.are_several else []
    for place, one in enumerate(named):
        near = [other for other in named[max(0, place - 1) : place + 2] if other is not one]
        yield from _persons(one, bearers, near)
    for segment in segments:
        yield from _around_score(segment)


def _persons(one: _Named, bearers: _Bearers, near: Sequence[_Named]) -> Iterator[Verdict]:
    """One person of the article where the source has another."""
    if len(one.lost) == len(one.new) == 1:
        (lost,), (new,) = one.lost, one.new
        if any(new in other.lost or lost in other.new for other in near):
            return  # the sentence was divided elsewhere
        pairs = [
            (_first(one.there, lost), mention) for mention in one.here if mention.surname == new
        ]
    else:
        pairs = _in_turn(one)
    for right, wrong in pairs:
        if not bearers.are_one(right.surname, wrong.surname):
            yield Verdict("replaced", wrong.start, wrong.end, right.surname, right.start, right.end)


def _first(mentions: Sequence[_Mention], surname: str) -> _Mention:
    return next(mention for mention in mentions if mention.surname == surname)


def _in_turn(one: _Named) -> list[tuple[_Mention, _Mention]]:
    """One mention for another where a segment names two persons in turn, the rest in the same
    order."""
    if len(one.there) != len(one.here) or len(one.there) < _LEAST:
        return []
    if len({mention.surname for mention in one.there}) != 2:
        return []
    wrong = [pair for pair in zip(one.there, one.here, strict=True)
             if pair[0].surname != pair[1].surname]  # fmt: skip
    return wrong if len(wrong) == 1 else []


def _around_score(segment: SegmentNames) -> Iterator[Verdict]:
    """Two names that have changed sides around a score that has not: "Chelsea 2-1 Arsenal"."""
    source = segment.article.source.text
    there = list(_SCORE.finditer(source, *segment.span))
    tokens = segment.target.tokens
    if len(there) != 1 or not tokens or there[0][2] == there[0][3]:
        return
    here = list(_SCORE.finditer(segment.text, tokens[0].start, tokens[-1].end))
    if len(here) != 1 or here[0].group(2, 3) != there[0].group(2, 3):
        return
    left, right = there[0], here[0]
    if _are_one(left[1], right[4]) and _are_one(left[4], right[1]) and left[1] != left[4]:
        for ours, theirs in ((1, 1), (4, 4)):
            yield Verdict("replaced", *right.span(ours), left[theirs], *left.span(theirs))


def _are_one(name: str, form: str) -> bool:
    return not source_keys(name).isdisjoint(target_keys(form))
