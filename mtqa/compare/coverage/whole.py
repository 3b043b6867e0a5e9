"""Whole sentences that only one side has: in a bead of their own, or beside others in one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate
from operator import attrgetter, itemgetter

from mtqa.align.article import sentences
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.content_words import Word
from mtqa.compare.coverage.gap import MOVED, Gap, share_found
from mtqa.compare.coverage.runs import Kind
from mtqa.languages.ro import Orthography
from mtqa.languages.tables import negators
from mtqa.languages.tables import words as words_of
from mtqa.model import Span

#: Fewer content words are no sentence, where the words of the language are not listed.
_SENTENCE = 4
#: …and where they are, so that a sentence of two has a counterpart that is found if there is one.
_SHORT = 2
#: A heading or a name ends in no full stop; it must have so many times more words.
_OPEN = 2
#: One word of a sentence of so many may be linked by chance.
_CHANCE = range(3, 6)
#: Of the words of its neighbours in a bead at least this share is linked.
_LINKED = 0.5
#: The target is shorter than the whole source lets expect by all but this share of the sentence.
_LEFT = 0.75
#: Of the words of a sentence that nothing says at most this share is linked, by chance.
_BY_CHANCE = 0.3
#: How sure it is that a sentence whose length nothing accounts for is missing or too much.
_BY_LENGTH = 0.9
_START = attrgetter("start")
_STOP = (".", "!", "?", "…")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


def alone(article: ArticleBeads, bead: Bead, kind: Kind) -> Iterator[Gap]:
    """A sentence without any counterpart, if it is one and none of it stands beside.

    Args:
        article: the article.
        bead: one of its beads, of which one side is empty.
        kind: omission if that is the target's.
    """
    words = bead.source_words if kind == "omission" else bead.target_words
    text = article.source if kind == "omission" else article.target.text
    span = bead.source if kind == "omission" else bead.target
    ends = text[span.start : span.end].rstrip("\"'”’»“)] ").endswith(_STOP)
    short = kind == "omission" and words_of(article.language).listed and ends
    carried = len(words) + (_denials(text, span, article.language) if short else 0)
    if carried < (_SHORT if short else _SENTENCE if ends else _OPEN * _SENTENCE):
        return
    near = [b for b in article.around(bead, 2) if b.source_spans and b.target_spans]
    found = max((share_found(article, words, b, kind) for b in near), default=0.0)
    if found >= MOVED or (found and len(words) < _SENTENCE):
        return
    trust = 0.93 if ends else 0.8
    if kind == "addition":
        yield Gap(kind, True, Span(0, 0), span, len(words), trust)
        return
    place = _place_of(article, bead)
    if place is not None:
        yield Gap(kind, True, span, place, len(words), trust)


def lost_inside(article: ArticleBeads, bead: Bead) -> Iterator[Gap]:
    """Sentences of the source hardly a word of which the bead's target shows, though it shows the
    words of the others and is too short for all of them.

    Args:
        article: the article.
        bead: one of its beads with both sides.
    """
    if not words_of(article.language).listed:
        return
    parts = _parts(article, bead)
    if len(parts) <= max(1, _sentences_in(article, bead)):
        return
    if Orthography.of(article.target.text[slice(*bead.target)]).bare:
        return  # words without their marks are found less often
    counts = _Counts(bead)
    of_parts = [counts.of(part) for part in parts]
    all_words, all_linked = map(sum, zip(*of_parts, strict=True))
    for part, (words, linked) in zip(parts, of_parts, strict=True):
        carried = words + _denials(article.source, part, article.language)
        if not _is_unsaid(words, linked) or carried < _SHORT:
            continue
        if all_linked - linked < _LINKED * max(1, all_words - words):
            continue
        length = part.end - part.start
        unsaid = carried > words and not _denies(article.target.text, bead.target)
        room = article.ratio * (bead.source_length - (1 - _LEFT) * length)
        if bead.target_length > room and not unsaid:
            continue
        lost = counts.words(part)
        if any(share_found(article, lost, near, "omission") for near in article.around(bead)):
            continue
        yield Gap("omission", True, part, counts.beside(part), words, 0.9)


def unpaired(article: ArticleBeads, bead: Bead, kind: Kind) -> Iterator[Gap]:
    """Sentences of a bead that have no counterpart in it by their lengths and by their words.

    Args:
        article: the article.
        bead: one of its beads with both sides.
        kind: omission if the target lacks them.
    """
    found = bead.sentences
    if found is None:
        return
    lost, added = found.alone()
    sides = (bead.links.source, bead.links.forward), (bead.links.target, bead.links.backward)
    spans, numbers = (found.source, lost) if kind == "omission" else (found.target, added)
    words, partners = sides[0 if kind == "omission" else 1]
    text = article.source if kind == "omission" else article.target.text
    for span in (spans[number] for number in numbers):
        own = [k for k, word in enumerate(words) if span.start <= word.start < span.end]
        linked = sum(partners[k] >= 0 for k in own)
        if not text.endswith(_STOP, 0, span.end) or linked > _BY_CHANCE * len(own):
            continue
        carried = [words[k] for k in own]
        if len(carried) < _SHORT or _stands_beside(article, bead, carried, kind):
            continue
        if kind == "addition":
            yield Gap(kind, True, bead.source, span, len(own), _BY_LENGTH)
        else:
            yield Gap(
                kind, True, span, _word_before(bead, words, partners, own[0]), len(own), _BY_LENGTH
            )


def _stands_beside(article: ArticleBeads, bead: Bead, words: Sequence[Word], kind: Kind) -> bool:
    """Whether words stand unused in the next bead or the one before."""
    return any(share_found(article, words, near, kind) >= MOVED for near in article.around(bead))


def _word_before(bead: Bead, words: Sequence[Word], partners: Sequence[int], first: int) -> Span:
    """The word of the target after which the sentence that begins with a word is missing."""
    before = next((partners[k] for k in range(first - 1, -1, -1) if partners[k] >= 0), 0)
    word = bead.links.target[before]
    return Span(word.start, word.end)


def _is_unsaid(words: int, linked: int) -> bool:
    """Whether so few of a sentence's words are linked that nothing says it."""
    return not linked or (linked == 1 and words in _CHANCE)


def _parts(article: ArticleBeads, bead: Bead) -> list[Span]:
    """The sentences of the bead's source, with their full stops."""
    found = []
    for start, end in bead.source_spans:
        text = article.source[start:end]
        found += [Span(start + a, start + b) for a, b in sentences(text, article.language)]
    return [span for span in found if article.source.endswith(_STOP, 0, span.end)]


def _sentences_in(article: ArticleBeads, bead: Bead) -> int:
    """How many sentences the bead's target has."""
    start, end = bead.target
    all_of_them = article.target.sentences  # in order, none over another
    after = bisect_right(all_of_them, start, key=itemgetter(1))
    return max(0, bisect_left(all_of_them, end, key=itemgetter(0)) - after)


class _Counts:
    """The content words of a bead's source and their links, counted once: a line may have a
    thousand sentences.

    Args:
        bead: a bead with both sides.
    """

    def __init__(self, bead: Bead) -> None:
        self._links = bead.links
        forward = self._links.forward
        self._linked = list(accumulate((j >= 0 for j in forward), initial=0))
        self._last = list(accumulate(forward, max, initial=-1))

    def _between(self, part: Span) -> tuple[int, int]:
        words = self._links.source
        first = bisect_left(words, part.start, key=_START)
        return first, bisect_left(words, part.end, lo=first, key=_START)

    def words(self, part: Span) -> Sequence[Word]:
        """The content words of a part."""
        return self._links.source[slice(*self._between(part))]

    def of(self, part: Span) -> tuple[int, int]:
        """How many content words a part has, and how many of them are linked."""
        first, end = self._between(part)
        return end - first, self._linked[end] - self._linked[first]

    def beside(self, part: Span) -> Span:
        """The word of the target after which a part is missing, or the first one."""
        last = self._last[self._between(part)[0]]
        word = self._links.target[max(0, last)]
        return Span(word.start, word.end)


def _denials(text: str, span: Span, language: str) -> int:
    """The negations of a stretch: "No one was hurt" says more than its one content word."""
    words = _WORD.findall(text, *span)
    return sum(word.lower() in _strong(language) or word.endswith(("n't", "n’t")) for word in words)


def _denies(text: str, span: Span) -> bool:
    """Whether a stretch of Romanian has a negation of any kind."""
    return any(
        word in _strong("ro") or word.startswith(("ne", "fără", "lips"))
        for word in text[slice(*span)].lower().replace("-", " ").split()
    )


@lru_cache(maxsize=8)
def _strong(language: str) -> frozenset[str]:
    """The words of a language that negate by themselves."""
    return frozenset(negators(language).strong.split())


def _place_of(article: ArticleBeads, bead: Bead) -> Span | None:
    """The last word before, or the first one after, where a sentence is missing."""
    before = [b for b in article.beads[: bead.number] if b.target_spans]
    after = [b for b in article.beads[bead.number + 1 :] if b.target_spans]
    for tokens in (before[-1].tokens[::-1] if before else (), after[0].tokens if after else ()):
        for token in tokens:
            if token.is_word:
                return Span(token.start, token.end)
    return None
