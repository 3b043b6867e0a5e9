"""One aligned segment: the names of its source, the words of its target that stand for them, and
the words left over."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice, takewhile

from mtqa.common.bounds import affordable
from mtqa.compare.names.cyrillic import Latin, is_near, same
from mtqa.compare.names.evidence import MARKS, Shown, homelands
from mtqa.compare.names.extract import Part, SourceName, SourceText
from mtqa.compare.names.forms import (
    TargetText,
    accepted,
    demonyms,
    institution,
    is_translated,
    known_as,
    known_forms,
)
from mtqa.compare.names.hungarian import from_hungarian
from mtqa.compare.names.keys import source_keys, target_keys, unmarked
from mtqa.compare.names.slavic import written_in_romanian
from mtqa.compare.names.trade import Brand, brands
from mtqa.knowledge import Institution
from mtqa.languages.ro import Document, Token
from mtqa.languages.tables import letters
from mtqa.model import Segment

_CAMEL = re.compile(r"(?!Mc|Mac)\w+[a-z][A-Z]")
_ROMAN = re.compile(r"[IVXLC]+$")
#: Given names of two syllables, which every language but English spells its own way: Jong-un.
_SYLLABLE = r"[^\Waeiou]*[aeiouy]{1,2}[^\Waeiouy]{0,2}"
_KOREAN = re.compile(rf"[A-Z]{_SYLLABLE}-[A-Za-z]{_SYLLABLE}$")
#: Names of one place begin alike in so many letters.
_HOMELAND = 6
#: Looking for a name among all words takes so much less time than comparing it with one, and
#: hearing whether two words in two scripts are one so much more.
_LIGHT, _HEARD = 8, 4
#: Capitalised words in a row.
_RUN = re.compile(r"[^\W\d_a-zăâîșț]\w*(?:[-'’ ][^\W\d_a-zăâîșț]\w*)*")


def forms_of(item: Institution) -> tuple[str, ...]:
    """What Romanian papers call the institution."""
    forms = (item.romanian, item.romanian_acronym, item.english_acronym)
    return tuple(form for form in forms if form)


class ArticleNames:
    """What the names of one article are judged by.

    Args:
        source: the source text with its language.
        target: the Romanian text.
        segments: the alignment; segments with an empty side are passed over.
    """

    def __init__(self, source: SourceText, target: Document, segments: Sequence[Segment]) -> None:
        self.source = source
        self.target = target
        self.segments = [s for s in segments if s.source and s.target]

    def is_crowded(self, index: int, names: Sequence[SourceName]) -> bool:
        """Whether a segment has too many names to look for each of them in its target."""
        span, target = self.source_span(index), self.targets[index]
        parts = sum(len(name.parts) for name in names)
        capitals = max(parts, len(self.source.capitals(*span))) * len(target.capitals)
        comparisons = capitals + parts * len(target.tokens) // _LIGHT
        if letters(self.source.language).cyrillic:
            comparisons *= _HEARD
        length = sum(b - a for a, b in (span, *self.segments[index].target))
        return not affordable(comparisons, length)

    @cached_property
    def latin(self) -> Latin:
        """How the target, or else the lists, write the Cyrillic names of the source."""
        return Latin((token.text for token in self.target.tokens), self.source.language)

    @cached_property
    def brands(self) -> tuple[Brand, ...]:
        """The firms, bands, teams and papers of the source."""
        return brands(self.source)

    @cached_property
    def targets(self) -> list[TargetText]:
        """The words of each segment's target."""
        return [TargetText(self._tokens(segment)) for segment in self.segments]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.target.tokens]

    def _tokens(self, segment: Segment) -> Iterator[Token]:
        for span in segment.target:
            first = bisect_left(self._starts, span.start)
            yield from self.target.tokens[first : bisect_left(self._starts, span.end)]

    @cached_property
    def _capitals(self) -> frozenset[str]:
        starts = self.target.sentence_starts
        return frozenset(
            unmarked(t.text) for t in self.target.tokens
            if t.text[:1].isupper() and t.start not in starts
        )  # fmt: skip

    def keeps(self, word: str) -> bool:
        """Whether the target leaves the word as it is somewhere, so that it is a name."""
        return unmarked(word) in self._capitals

    @cached_property
    def _counts(self) -> tuple[Counter[str], Counter[str]]:
        source = Counter(word for _, _, word in self.source.words)
        return source, Counter(token.text for token in self.target.tokens)

    def is_source_slip(self, name: str, form: str) -> bool:
        """Whether the target is steady in a form of which the source has a slip."""
        source, target = self._counts
        return source[name] == 1 and target[form] > 1

    @cached_property
    def _runs(self) -> frozenset[str]:
        return frozenset(unmarked(match.group()) for match in _RUN.finditer(self.target.text))

    def keeps_name(self, name: str) -> bool:
        """Whether exactly this name stands somewhere in the target as the source spells it."""
        return unmarked(name) in self._runs

    @cached_property
    def every_word(self) -> frozenset[str]:
        """Keys of all words of the article's source, pieces of compounds included."""
        words = {word for _, _, word in self.source.words}
        pieces = {piece for word in words if "-" in word for piece in word.split("-") if piece}
        return frozenset().union(*map(source_keys, words | pieces))

    def source_span(self, index: int) -> tuple[int, int]:
        """The source of a segment, from its first to its last code point."""
        spans = self.segments[index].source
        return spans[0].start, spans[-1].end


class SegmentNames:
    """One segment: its names, the words that stand for them and the words left over.

    Args:
        article: the article it belongs to.
        index: its number among the article's segments.
        names: the names of its source.
    """

    def __init__(self, article: ArticleNames, index: int, names: Sequence[SourceName]) -> None:
        self.article = article
        self.index = index
        self.text = article.target.text
        self.language = article.source.language
        self.target = article.targets[index]
        self.span = article.source_span(index)
        self._candidates: dict[int, bool] = {}
        self.names = [(name, self._shown(name)) for name in names]

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of all words of the segment's source."""
        words = self.article.source.source_words(*self.span)
        pieces = [piece for word in words if "-" in word for piece in word.split("-") if piece]
        return frozenset().union(*map(source_keys, words), *map(source_keys, pieces))

    @property
    def brands(self) -> tuple[Brand, ...]:
        """The firms, bands, teams and papers of the segment's source."""
        first, last = self.span
        place = bisect_left(self.article.brands, first, key=lambda brand: brand.start)
        following = takewhile(lambda b: b.start < last, islice(self.article.brands, place, None))
        return tuple(brand for brand in following if brand.end <= last)

    @cached_property
    def capitals(self) -> tuple[tuple[int, int, str], ...]:
        """All capitalised words of the segment's source with their spans."""
        return self.article.source.capitals(*self.span)

    @cached_property
    def other_forms(self) -> frozenset[str]:
        """Keys of the other forms that the segment's names may have: Ludovic for Louis."""
        return frozenset(
            unmarked(form) for _, _, word in self.capitals for form in known_forms(word)
        )

    @cached_property
    def is_marked(self) -> bool:
        """Whether a word of the target bears a Romanian mark."""
        return any(MARKS.search(token.text) for token in self.target.tokens)

    @cached_property
    def homelands(self) -> frozenset[str]:
        """Keys of the places whose people, language or name stands in the segment's source."""
        words = [word for _, _, word in self.capitals]
        return frozenset().union(*(homelands(piece) for word in words
                                   for piece in {word, *word.split("-")}))  # fmt: skip

    @cached_property
    def homeland_stems(self) -> frozenset[str]:
        """What these places' names begin with."""
        return frozenset(key[:_HOMELAND] for key in self.homelands)

    @cached_property
    def shown(self) -> dict[int, list[Shown]]:
        """What stands for each name, by its identity."""
        return {id(name): shown for name, shown in self.names}

    @cached_property
    def used(self) -> frozenset[int]:
        """Where the words begin that stand for a name."""
        return frozenset(
            token.start for _, shown in self.names for tokens in shown if tokens
            for token in tokens
        )  # fmt: skip

    def _shown(self, name: SourceName) -> list[Shown]:
        for item in institution(name.text):
            for form in forms_of(item):
                tokens = self.target.phrase(form)
                if tokens:
                    return [tokens] * len(name.parts)
        for form in known_as(name.text):
            tokens = self.target.phrase(form)
            if tokens:
                return [tokens] * len(name.parts)
        people = demonyms(name.text, self.target) if len(name.parts) > 1 else []
        if people:
            return [people] * len(name.parts)
        inner = self._inner(name)
        return [
            inner[place] if place in inner else self._part_shown(name, place)
            for place in range(len(name.parts))
        ]

    def _inner(self, name: SourceName) -> dict[int, Shown]:
        """The parts that are an institution's or a place's name within a longer one, and what
        stands for them: "Hungarian Grand Prix"."""
        found: dict[int, Shown] = {}
        count = len(name.parts)
        for first in range(count):
            for last in range(first + 2, count + 1) if count > 2 else ():
                text = name.piece(first, last - 1)
                for form in (*(f for i in institution(text) for f in forms_of(i)), *known_as(text)):
                    tokens = self.target.phrase(form)
                    if tokens:
                        found |= dict.fromkeys(range(first, last), tokens)
        return found

    def _part_shown(self, name: SourceName, place: int) -> Shown:
        part = name.parts[place]
        found = accepted(part.text, self.target, self.language)
        if found is None and letters(self.language).cyrillic:
            written = self.written(part)
            found = [t for t in self.target.tokens if self._sounds_like(written, t.text)] or None
        elif found is None:
            words = [part.text for part in name.parts]
            forms = [token.text for token in self.target.tokens]
            numbers = written_in_romanian(words, place, forms, self.language)
            found = [self.target.tokens[number] for number in numbers] or None
        if found is None and self.language == "hu":
            found = self._in_two_words(from_hungarian(part.text)) or None
        if found is None and self.has_genitive(part):
            found = self.target.with_keys(source_keys(f"{part.text}'s")) or None
        return found

    def _in_two_words(self, forms: frozenset[str]) -> list[Token]:
        """The words with one of the forms, or two in a row that have it together: Jong Un."""
        for one in self.target.capitals:
            for other in self.neighbour(one, 1):
                if unmarked(one.text + other.text) in forms:
                    return [one, other]
        return self.target.with_keys(forms)

    def has_genitive(self, part: Part) -> bool:
        """Whether the English genitive follows the part in the source."""
        return self.article.source.text[part.end : part.end + 2] in ("'s", "’s")

    def is_candidate(self, token: Token) -> bool:
        """Whether a capitalised word stands for nothing else of the source."""
        found = self._candidates.get(token.start)
        if found is None:
            found = self._candidates[token.start] = self._is_candidate(token)
        return found

    def _is_candidate(self, token: Token) -> bool:
        return (
            token.text[0].isupper()
            and len(token.text) > 1
            and not _ROMAN.match(token.text)
            and not _CAMEL.match(token.text)
            and token.start not in self.used
            and self.words.isdisjoint(target_keys(token.text))
            and not self._is_heard(token.text)
            and not (self.language != "en" and _KOREAN.match(token.text))
        )

    def _is_heard(self, form: str) -> bool:
        """Whether a Cyrillic word of the segment's source sounds like the form."""
        return letters(self.language).cyrillic and any(
            self._sounds_like(word, form) for word in self.heard
        )

    def _sounds_like(self, word: str, form: str) -> bool:
        """Whether the form is the Cyrillic word and no slip for the form in use."""
        return same(word, form) and not self.article.latin.is_slip(word, form)

    def is_translated(self, part: Part) -> bool:
        """Whether a translation of the English word stands in the target."""
        return self.language == "en" and is_translated(part.text, self.target)

    def may_sound(self, part: Part, form: str) -> bool:
        """Whether the form may be what a Cyrillic part was written for, by ear."""
        return letters(self.language).cyrillic and is_near(self.written(part), form)

    def written(self, part: Part) -> str:
        """The part as it stands in the source."""
        return self.article.source.text[part.start : part.end]

    @cached_property
    def heard(self) -> tuple[str, ...]:
        """The capitalised words of a Cyrillic segment."""
        return tuple(word for _, _, word in self.capitals)

    def around(self, token: Token) -> Iterator[Token]:
        """The words before and after, if only a space divides them."""
        yield from self.neighbour(token, -1)
        yield from self.neighbour(token, 1)

    def neighbour(self, token: Token, step: int) -> Iterator[Token]:
        """The word before (-1) or after (1), if only a space divides the two."""
        tokens = self.target.tokens
        at = self.target.places[token.start] + step
        if 0 <= at < len(tokens):
            other = tokens[at]
            left, right = (token, other) if step > 0 else (other, token)
            if self.text[left.end : right.start] in (" ", "\u00a0"):
                yield other

    @property
    def starts(self) -> frozenset[int]:
        """Where the target's sentences begin."""
        return self.article.target.sentence_starts

    def is_told_before(self, name: SourceName) -> bool:
        """Whether the sentence before has the name on both sides, so that a pronoun can stand."""
        if not self.index:
            return False
        keys = source_keys(name.parts[-1].text)
        before = self.article.source.source_words(*self.article.source_span(self.index - 1))
        if not any(keys & source_keys(word) for word in before):
            return False
        return bool(self.article.targets[self.index - 1].with_keys(keys))

    def nearest(self, name: SourceName) -> Token | None:
        """The word of the target nearest to where the name should stand, if it has words."""
        tokens = self.target.tokens
        if not tokens:
            return None
        share = (name.start - self.span[0]) / max(1, self.span[1] - self.span[0])
        return tokens[min(len(tokens) - 1, round(share * (len(tokens) - 1)))]
