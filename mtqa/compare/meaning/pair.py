"""One aligned segment as the tables see it: the words of its source and of its target."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from mtqa.compare.meaning.keyed_words import Word, Words, keys_of, words
from mtqa.knowledge import en_ro, without_marks
from mtqa.model import Segment, Span

#: What a pair remembers where it has too many words of one kind to compare each with each.
CROWDED = "crowded"
#: Words that begin alike in so many letters may be the same word in two languages.
_COGNATE = 5
#: …and two that begin alike in so many look like each other.
_ALIKE = 4
#: In a segment of at least so many words a rendering is looked for near the source word's place.
_LONG = 14


@dataclass(frozen=True)
class Pair:
    """One aligned segment.

    Attributes:
        language: ISO 639-1 code of the source.
        source, target: the words of both sides.
        source_text, target_text: the texts that their spans lie in.
        topics: what the article is about.
        segment: the segment itself.
        memory: what has been found out about the pair, by those who found it out.
    """

    language: str
    source: Words
    target: Words
    source_text: str
    target_text: str
    topics: frozenset[str] = frozenset()
    segment: Segment | None = None
    memory: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def source_stems(self) -> dict[str, list[int]]:
        """The beginnings of the source's longer words, folded, and where they stand."""
        found: dict[str, list[int]] = {}
        for index, word in enumerate(self.source):
            if len(word.text) >= _COGNATE:
                found.setdefault(without_marks(word.text.lower())[:_COGNATE], []).append(index)
        return found

    def is_near(self, source: int, target: int, reach: float = 0.4) -> bool:
        """Whether the two words stand in like places of their sides; short segments always do."""
        if min(len(self.source), len(self.target)) < _LONG:
            return True
        return self.distance(source, target) <= reach

    def distance(self, source: int, target: int) -> float:
        """How far apart two words stand in their sides, as a share of the segment."""
        return abs(source / len(self.source) - target / len(self.target))

    def is_name(self, source: int, target: int) -> bool:
        """Whether the two words are the same capitalised one."""
        word = self.source[source].text
        return source > 0 and word[0].isupper() and word == self.target[target].text

    def is_explained(self, target: int, but: Collection[int]) -> bool:
        """Whether a word of the source outside `but` may be what the target's word renders."""
        word = self.target[target]
        for key in word.keys:
            if len(key) >= _COGNATE:
                stems = self.source_stems.get(without_marks(key)[:_COGNATE], ())
                if any(index not in but for index in stems):
                    return True
            if self.language != "en" or self._is_like(key, but):
                continue
            for sense in en_ro().english(key):
                head = sense.partition(" ")[0]
                if any(index not in but for index in self.source.places.get(head, ())):
                    return True
        return False

    def _is_like(self, key: str, places: Collection[int]) -> bool:
        """Whether the Romanian word looks like one of the source's at these places."""
        head = without_marks(key)[:_ALIKE]
        return any(without_marks(self.source[i].text.lower())[:_ALIKE] == head for i in places)


def pairs(source: str, target: str, segments: Sequence[Segment], language: str) -> Iterator[Pair]:
    """The segments of an article that have both sides.

    Args:
        source, target: both texts as read.
        segments: the alignment.
        language: ISO 639-1 code of the source.
    """
    from mtqa.compare.meaning.topics import topics_of

    sides = [
        (_side(source, s.source, language), _side(target, s.target, "ro"), s)
        for s in segments
        if s.source and s.target
    ]
    topics = topics_of((left for left, _, _ in sides), language)
    for left, right, segment in sides:
        yield Pair(language, left, right, source, target, topics, segment)


def _side(text: str, spans: Sequence[Span], language: str) -> Words:
    keys = keys_of(language)
    found: list[Word] = []
    for span in spans:
        found += words(text, span.start, span.end, keys)
    return Words(found, text)
