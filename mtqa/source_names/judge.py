"""The verdicts on the names of one article: what became of each name of the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

from mtqa.lexicon import en_ro, media, people, places, romanian
from mtqa.model import Segment
from mtqa.romanian import Document, Token
from mtqa.romanian.name_words import english_senses, german_senses
from mtqa.source_names.extract import Part, SourceName, SourceText
from mtqa.source_names.forms import TargetText, accepted, institution, is_translated, known_name
from mtqa.source_names.history import must_change
from mtqa.source_names.keys import fold, is_cyrillic, source_keys, target_keys
from mtqa.romanian.transliteration import spelling_key
from mtqa.source_names.likeness import relation

Fault = Literal[
    "literal", "near", "truncated", "swelled", "genitive", "replaced", "lost", "exonym", "marks"
]


#: Endings of English words for peoples and creeds, which Romanian renders freely.
_DEMONYM = re.compile(r"(?:an|ish|ese|ist|crat|ite|ic|y)s?$|-")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one name.

    Attributes:
        fault: the kind of error.
        start, end: half-open code-point span in the target.
        suggestion: what should stand there, ``None`` where nothing replaces the span.
        source_start, source_end: the name, or the part of it, in the source.
        certain: the evidence leaves little doubt.
    """

    fault: Fault
    start: int
    end: int
    suggestion: str | None
    source_start: int
    source_end: int
    certain: bool = True


@dataclass
class _Name:
    """One name of the source and the words that stand for its parts (``None``: none do)."""

    name: SourceName
    shown: list[list[Token] | None] = field(default_factory=list)

    @property
    def absent(self) -> bool:
        return all(tokens is None for tokens in self.shown)


class Judge:
    """Judges the names of one article.

    Args:
        source: the source text with its language.
        target: the Romanian text.
        segments: the alignment; segments with an empty side are passed over.
    """

    def __init__(
        self, source: SourceText, target: Document, segments: Sequence[Segment]
    ) -> None:
        self.source = source
        self.target = target
        self.segments = [s for s in segments if s.source and s.target]

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self.target.tokens]

    @cached_property
    def targets(self) -> list[TargetText]:
        """The words of each segment's target."""
        return [TargetText(self._tokens(segment)) for segment in self.segments]

    def _tokens(self, segment: Segment) -> Iterator[Token]:
        for span in segment.target:
            first = bisect_left(self._starts, span.start)
            for token in self.target.tokens[first : bisect_left(self._starts, span.end)]:
                yield token

    @cached_property
    def _kept(self) -> frozenset[str]:
        """Keys of the capitalised words of the target: names that it leaves as they are."""
        return frozenset(fold(t.text) for t in self.target.tokens if t.text[:1].isupper())

    def verdicts(self) -> Iterator[Verdict]:
        """All verdicts in order of the segments."""
        for index in range(len(self.segments)):
            yield from _SegmentJudge(self, index).verdicts()


class _SegmentJudge:
    """One segment: its names, the words that stand for them and the words left over."""

    def __init__(self, article: Judge, index: int) -> None:
        self.article = article
        self.index = index
        self.language = article.source.language
        self.target = article.targets[index]
        segment = article.segments[index]
        self.span = segment.source[0].start, segment.source[-1].end
        self.names = [
            _Name(name, self._shown(name)) for name in article.source.names(*self.span)
        ]

    @cached_property
    def words(self) -> frozenset[str]:
        """Keys of all words of the segment's source."""
        words = self.article.source.source_words(*self.span)
        return frozenset(key for word in words for key in source_keys(word))

    @cached_property
    def used(self) -> frozenset[int]:
        """Where the words begin that stand for a name."""
        return frozenset(
            token.start for name in self.names for tokens in name.shown if tokens
            for token in tokens
        )  # fmt: skip

    def _shown(self, name: SourceName) -> list[list[Token] | None]:
        for item in institution(name.text):
            for form in (item.romanian, item.romanian_acronym, item.english_acronym):
                tokens = self.target.phrase(form) if form else None
                if tokens:
                    return [tokens] * len(name.parts)
        return [self._part_shown(name, part) for part in name.parts]

    def _part_shown(self, name: SourceName, part: Part) -> list[Token] | None:
        found = accepted(part.text, self.target, self.language)
        if found is None and part.common and name.kind != "person":
            if not self._is_kept(part) or is_translated(part.text, self.target):
                return []
        return found

    def _is_kept(self, part: Part) -> bool:
        """Whether the target leaves the word as it is elsewhere, so that it is a name."""
        return fold(part.text) in self.article._kept

    def verdicts(self) -> Iterator[Verdict]:
        """The verdicts on the segment's names."""
        if is_cyrillic("".join(name.name.text for name in self.names)):
            return
        for name in self.names:
            if any(tokens is None for tokens in name.shown):
                yield from self._missing(name)

    def _missing(self, name: _Name) -> Iterator[Verdict]:
        found = False
        for place, (part, tokens) in enumerate(zip(name.name.parts, name.shown, strict=True)):
            if tokens is None:
                verdict = self._misspelt(name, place, part) or self._framed(name, place, part)
                if verdict:
                    found = True
                    yield verdict
        if name.absent and not found and name.name.certain:
            verdict = self._replaced(name) or self._lost(name)
            if verdict:
                yield verdict

    # a word of the target that looks like the name

    def _misspelt(self, name: _Name, place: int, part: Part) -> Verdict | None:
        beside = {token.start for token in self._beside(name, place)}
        best: tuple[int, Token, Fault] | None = None
        for token in self.target.tokens:
            if not token.text[0].isupper() or token.start in self.used:
                continue
            framed = token.start in beside
            fault = relation(part.text, token.text, framed=framed)
            if fault == "genitive" and self._is_brand(token):
                continue
            if fault is None or not self._is_wrong(token, framed, fault):
                continue
            cost = abs(len(token.text) - len(part.text)) - 10 * framed
            if best is None or cost < best[0]:
                best = cost, token, fault
        if best is None:
            return None
        return self._at(best[2], best[1], best[1], part.text, part.start, part.end)

    def _is_brand(self, token: Token) -> bool:
        """Whether the genitive belongs to a brand: Burt's Bees, Tennent's Premiership."""
        after = self.article.target.text[token.end : token.end + 2]
        return "s" in token.text[-1] and after[:1] == " " and after[1:].isupper()

    def _is_wrong(self, token: Token, framed: bool, fault: Fault) -> bool:
        """Whether the word is nothing of its own: no word, no listed name, no word of the source."""
        if not self.words.isdisjoint(target_keys(token.text)):
            return False
        if framed or fault == "genitive":
            return not romanian().known(token.text) or fault == "near"
        return not known_name(token.text) and not romanian().known(token.text)

    # the word beside the rest of the name

    def _beside(self, name: _Name, place: int) -> Iterator[Token]:
        """The words that stand where the missing part must stand."""
        if place and name.shown[place - 1]:
            for token in name.shown[place - 1] or ():
                yield from self._neighbour(token, 1)
        if place + 1 < len(name.shown) and name.shown[place + 1]:
            for token in name.shown[place + 1] or ():
                yield from self._neighbour(token, -1)

    def _neighbour(self, token: Token, step: int) -> Iterator[Token]:
        tokens = self.target.tokens
        at = bisect_left(tokens, token.start, key=lambda other: other.start) + step
        if 0 <= at < len(tokens):
            other = tokens[at]
            left, right = (token, other) if step > 0 else (other, token)
            if self.article.target.text[left.end : right.start] in (" ", "\u00a0"):
                yield other

    def _framed(self, name: _Name, place: int, part: Part) -> Verdict | None:
        """A translated part, or another name's, beside the rest of the name."""
        for token in self._beside(name, place):
            if token.start in self.used or not self.words.isdisjoint(target_keys(token.text)):
                continue
            if not token.text[0].isupper() or len(token.text) < 3:
                continue
            after = place > 0 and bool(name.shown[place - 1]) and any(
                t.end < token.start for t in name.shown[place - 1] or ()
            )  # fmt: skip
            translated = translates(part.text, token.text)
            if romanian().known(token.text) and not people().is_part(token.text):
                if translated or (after and name.name.kind == "person"):
                    return self._at("literal", token, token, part.text, part.start, part.end)
            elif after and not part.common and name.name.kind == "person":
                return self._at("replaced", token, token, part.text, part.start, part.end)
        return None

    # nothing of the name is left

    def _replaced(self, name: _Name) -> Verdict | None:
        extras = list(self._extras())
        absent = [n for n in self.names if n.absent and n.name.certain]
        if len(extras) != 1 or len(absent) != 1:
            return None
        run = extras[0]
        found = name.name
        return self._at("replaced", run[0], run[-1], found.text, found.start, found.end)

    def _extras(self) -> Iterator[list[Token]]:
        """Runs of capitalised words that nothing in the segment's source explains."""
        run: list[Token] = []
        for token in self.target.tokens:
            if self._is_extra(token):
                if run and self.article.target.text[run[-1].end : token.start] != " ":
                    yield run
                    run = []
                run.append(token)
        if run:
            yield run

    def _is_extra(self, token: Token) -> bool:
        word = token.text
        if not word[0].isupper() or len(word) < 3 or token.start in self.used:
            return False
        if not self.words.isdisjoint(target_keys(word)):
            return False
        if romanian().known(word) and not known_name(word):
            return False
        if word.lower() in romanian() or places().demonym(word):
            return False
        stem = fold(word)[:4]
        return not any(key.startswith(stem) for key in self.words)

    def _lost(self, name: _Name) -> Verdict | None:
        for part in name.name.parts:
            if not self._is_kept(part) and (part.acronym or _DEMONYM.search(part.text)):
                return None
            stem = spelling_key(part.text)[:4]
            if any(spelling_key(form).startswith(stem) for form in self.target.folded):
                return None
        around = range(max(0, self.index - 1), min(len(self.article.targets), self.index + 2))
        for index in around:
            for part in name.name.parts:
                if accepted(part.text, self.article.targets[index], self.language) is not None:
                    return None
        token = self._nearest(name.name)
        if token is None:
            return None
        found = name.name
        return Verdict("lost", token.start, token.end, None, found.start, found.end, False)

    def _nearest(self, name: SourceName) -> Token | None:
        """The word of the target nearest to where the name should stand."""
        tokens = self.target.tokens
        if not tokens:
            return None
        share = (name.start - self.span[0]) / max(1, self.span[1] - self.span[0])
        return tokens[min(len(tokens) - 1, round(share * (len(tokens) - 1)))]

    def _at(
        self, fault: Fault, first: Token, last: Token, suggestion: str, start: int, end: int
    ) -> Verdict:
        return Verdict(fault, first.start, last.end, suggestion, start, end)


@lru_cache(maxsize=50_000)
def translates(part: str, word: str) -> bool:
    """Whether the Romanian word is what a machine makes of the name's part as a word."""
    lower = word.lower()
    lemmas = {lower, *romanian().lemmas(lower)}
    senses = {sense.rpartition(" ")[2] for sense in en_ro().translations(part.lower())}
    if not lemmas.isdisjoint(senses.union(german_senses(part), english_senses(part))):
        return True
    return part.lower() in en_ro().english(lower)


__all__ = ["Judge", "Verdict", "institution", "media", "must_change", "translates", "Iterable"]
