"""The beads of an article with their content words and links, read when asked for."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from operator import itemgetter

from mtqa.align.article import sentences
from mtqa.compare.coverage.content_words import Word, source_side, target_side
from mtqa.compare.coverage.inner import Sentences, are_few
from mtqa.compare.coverage.links import Links, link
from mtqa.compare.coverage.model import model
from mtqa.languages.ro import Document, Token
from mtqa.languages.tables import words as words_of
from mtqa.model import Segment, Span


class Bead:
    """One segment of the alignment.

    Args:
        article: the article that it is part of.
        number: its number in reading order.
        segment: its spans.
    """

    def __init__(self, article: ArticleBeads, number: int, segment: Segment) -> None:
        self.article, self.number = article, number
        self.source_spans, self.target_spans = segment.source, segment.target

    @property
    def source(self) -> Span:
        """From the first to the last code point in the source; empty if it has none there."""
        spans = self.source_spans
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    @property
    def target(self) -> Span:
        """The same in the target."""
        spans = self.target_spans
        return Span(spans[0].start, spans[-1].end) if spans else Span(0, 0)

    @property
    def source_length(self) -> int:
        """Code points of the source spans."""
        return sum(span.end - span.start for span in self.source_spans)

    @property
    def target_length(self) -> int:
        """Code points of the target spans."""
        return sum(span.end - span.start for span in self.target_spans)

    @cached_property
    def source_words(self) -> list[Word]:
        """The content words of its source."""
        text, language = self.article.source, self.article.language
        return [w for s in self.source_spans for w in source_side(text, s.start, s.end, language)]

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of its target."""
        return tuple(token for span in self.target_spans for token in self.article.tokens_in(*span))

    @cached_property
    def target_words(self) -> list[Word]:
        """The content words of its target."""
        return target_side(self.tokens)

    @cached_property
    def links(self) -> Links:
        """What stands for what."""
        return link(self.source_words, self.target_words, self.article.language)

    @cached_property
    def sentences(self) -> Sentences | None:
        """The sentences of both sides and their links; None where both have as many, or too many
        to be told apart."""
        article = self.article
        source = [
            Span(start + a, start + b)
            for start, end in self.source_spans
            for a, b in sentences(article.source[start:end], article.language)
        ]
        spans = article.target.sentences  # in order, none over another
        first = bisect_left(spans, self.target.start, key=itemgetter(0))
        target = [
            Span(*span)
            for span in spans[first : bisect_left(spans, self.target.end, key=itemgetter(0))]
        ]
        if len(source) == len(target) or not are_few(source, target):
            return None
        if not self.links.source or not self.links.target:
            return None
        links = [[0] * len(target) for _ in source]
        for i, j in enumerate(self.links.forward):
            if j >= 0:
                row = _place(source, self.links.source[i].start)
                column = _place(target, self.links.target[j].start)
                if row >= 0 and column >= 0:
                    links[row][column] += 1
        listed = words_of(article.language).listed
        return Sentences(source, target, links, article.ratio, listed)

    @property
    def crowded(self) -> bool:
        """Whether it was looked at and has too much in it to be compared."""
        return "links" in self.__dict__ and self.links.crowded

    @cached_property
    def shown(self) -> frozenset[int]:
        """Where the words of its source begin that the target shows in some way."""
        found = self.links
        return frozenset(
            word.start for i, word in enumerate(found.source)
            if found.forward[i] >= 0 or i in found.shared
        )  # fmt: skip

    @cached_property
    def has_new_capital(self) -> bool:
        """Whether a capitalised word of its target, not its first, stands for nothing."""
        first, backward = self.target.start, self.links.backward
        return any(
            word.text[:1].isupper() and backward[j] < 0 and word.start > first
            for j, word in enumerate(self.links.target)
        )

    def words_between(self, start: int, end: int) -> list[Word]:
        """The content words of its source that begin in ``[start, end)``."""
        words = self.source_words
        first = bisect_left(words, start, key=lambda word: word.start)
        return words[first : bisect_left(words, end, key=lambda word: word.start)]

    @cached_property
    def plain_tokens(self) -> tuple[Token, ...]:
        """The tokens of its target that are words."""
        return tuple(token for token in self.tokens if token.is_word)


def _place(spans: Sequence[Span], offset: int) -> int:
    """The number of the span that an offset lies in, or -1."""
    number = bisect_right(spans, offset, key=itemgetter(0)) - 1
    return number if number >= 0 and offset < spans[number].end else -1


class ArticleBeads:
    """The beads of one article.

    Args:
        source: the source text as read.
        language: its ISO 639-1 code.
        target: the Romanian text.
        segments: the alignment.
    """

    def __init__(
        self, source: str, language: str, target: Document, segments: Sequence[Segment]
    ) -> None:
        self.source, self.language, self.target = source, language, target
        self.beads = [Bead(self, number, segment) for number, segment in enumerate(segments)]
        self._by_target = sorted(
            (span.start, span.end, bead.number) for bead in self.beads for span in bead.target_spans
        )

    @cached_property
    def ratio(self) -> float:
        """How long the translation is, by one code point of the source."""
        several = len(self.beads) > 1  # the only one cannot tell what is usual
        pairs = [(b.source_length, b.target_length) for b in self.beads if several]
        return model().usual_ratio(self.language, pairs)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.target.tokens]

    def tokens_in(self, start: int, end: int) -> tuple[Token, ...]:
        """The tokens of a stretch of the target."""
        first = bisect_left(self._starts, start)
        return self.target.tokens[first : bisect_left(self._starts, end)]

    def at_target(self, offset: int) -> Bead | None:
        """The bead that a place of the target belongs to."""
        place = bisect_right(self._by_target, (offset, len(self.target.text) + 1, 0)) - 1
        if place < 0 or self._by_target[place][1] <= offset:
            return None
        return self.beads[self._by_target[place][2]]

    def around(self, bead: Bead, reach: int = 1) -> list[Bead]:
        """The beads before and after, nearest first."""
        found = []
        for step in range(1, reach + 1):
            for number in (bead.number - step, bead.number + step):
                if 0 <= number < len(self.beads):
                    found.append(self.beads[number])
        return found
