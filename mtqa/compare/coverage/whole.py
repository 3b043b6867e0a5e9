"""Whole sentences that only one side has: in a bead of their own, or beside others in one."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from operator import itemgetter

from mtqa.align.article import sentences
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.gap import MOVED, Gap, Kind, share_found
from mtqa.compare.coverage.words import Word
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
    links = bead.links
    counts = [_counts(links.source, links.forward, part) for part in parts]
    for place, part in enumerate(parts):
        words, linked = counts[place]
        carried = words + _denials(article.source, part, article.language)
        if not _is_unsaid(words, linked) or carried < _SHORT:
            continue
        others = [count for other, count in enumerate(counts) if other != place]
        if sum(n for _, n in others) < _LINKED * max(1, sum(n for n, _ in others)):
            continue
        length = part.end - part.start
        if bead.target_length > article.ratio * (bead.source_length - (1 - _LEFT) * length):
            continue
        lost = [word for word in links.source if part.start <= word.start < part.end]
        if any(share_found(article, lost, near, "omission") for near in article.around(bead)):
            continue
        yield Gap("omission", True, part, _beside(bead, part), words, 0.9)


def _is_unsaid(words: int, linked: int) -> bool:
    """Whether so few of a sentence's words are linked that nothing says it."""
    return not linked or (linked == 1 and words in _CHANCE)


def _parts(article: ArticleBeads, bead: Bead) -> list[Span]:
    """The sentences of the bead's source, with their full stops."""
    found = []
    for start, end in bead.source_spans:
        text = article.source[start:end]
        found += [Span(start + a, start + b) for a, b in sentences(text, article.language)]
    return [span for span in found if article.source[: span.end].endswith(_STOP)]


def _sentences_in(article: ArticleBeads, bead: Bead) -> int:
    """How many sentences the bead's target has."""
    start, end = bead.target
    all_of_them = article.target.sentences  # in order, none over another
    after = bisect_right(all_of_them, start, key=itemgetter(1))
    return max(0, bisect_left(all_of_them, end, key=itemgetter(0)) - after)


def _counts(words: Sequence[Word], partners: Sequence[int], part: Span) -> tuple[int, int]:
    """How many content words a part has, and how many of them are linked."""
    own = [
        partner
        for word, partner in zip(words, partners, strict=True)
        if part.start <= word.start < part.end
    ]
    return len(own), sum(j >= 0 for j in own)


def _denials(text: str, span: Span, language: str) -> int:
    """The negations of a stretch: "No one was hurt" says more than its one content word."""
    words = _WORD.findall(text, *span)
    return sum(word.lower() in _strong(language) or word.endswith(("n't", "n’t")) for word in words)


@lru_cache(maxsize=8)
def _strong(language: str) -> frozenset[str]:
    """The words of a language that negate by themselves."""
    return frozenset(negators(language).strong.split())


def _beside(bead: Bead, part: Span) -> Span:
    """The word of the target after which the sentence is missing, or the first one."""
    links = bead.links
    before = [
        j
        for word, j in zip(links.source, links.forward, strict=True)
        if j >= 0 and word.start < part.start
    ]
    word = links.target[max(before)] if before else links.target[0]
    return Span(word.start, word.end)


def _place_of(article: ArticleBeads, bead: Bead) -> Span | None:
    """The last word before, or the first one after, where a sentence is missing."""
    before = [b for b in article.beads[: bead.number] if b.target_spans]
    after = [b for b in article.beads[bead.number + 1 :] if b.target_spans]
    for tokens in (before[-1].tokens[::-1] if before else (), after[0].tokens if after else ()):
        for token in tokens:
            if token.is_word:
                return Span(token.start, token.end)
    return None
