"""Attributions that were lost: the source says who said it, the translation does not.

Both languages mark it by few means: verbs of saying, "according to", the opinion of somebody. A
bead whose source has one and whose target has none, nor anything like it, has lost it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.content_words import Word
from mtqa.compare.coverage.letters import is_acronym
from mtqa.compare.names.keys import unmarked
from mtqa.knowledge.handmade import word_list
from mtqa.languages.tables import words as words_of
from mtqa.model import Span

_MARKS = ",”\"“’' "


@lru_cache(maxsize=16)
def _patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]] | None:
    """An attribution set off from what is said (behind it, between commas, or before it), and
    anything that may be a saying; None for a language of which they are not listed."""
    table = words_of(language)
    if not table.attribution:
        return None
    return re.compile(table.attribution), re.compile(table.saying)


@lru_cache(maxsize=1)
def _marks() -> tuple[str, ...]:
    return tuple(
        sorted(
            {unmarked(stem) for stem in word_list("attribution", "stem", "ro")},
            key=len,
            reverse=True,
        )
    )


@lru_cache(maxsize=WORDS)
def is_attribution(form: str) -> bool:
    """Whether the Romanian word may attribute a statement."""
    return unmarked(form).startswith(_marks())


def lost_attributions(article: ArticleBeads) -> Iterator[tuple[Span, Span]]:
    """The attribution in the source, and the word of the target beside which it is missing."""
    patterns = _patterns(article.language)
    if patterns is None:
        return
    pattern, said = patterns
    for bead in article.beads:
        if not bead.source_spans or not bead.target_spans:
            continue
        found = list(pattern.finditer(article.source, *bead.source))
        if not found or bead.links.crowded:
            continue
        attributed = _is_attributed(bead)
        beside: bool | None = None
        for match in found if attributed else found[-1:]:
            words = bead.words_between(*match.span())
            shown = _share_shown(bead, words)
            if shown > (0 if attributed else 0.5) or (attributed and not _has_speaker(words)):
                continue
            if attributed and _is_spelled_out(bead, words):
                continue
            place = _place(bead, match.start())
            if place is None:
                continue
            beside = _is_beside(article, bead, said) if beside is None else beside
            if not beside:
                start = match.start() + len(match.group()) - len(match.group().lstrip(_MARKS))
                yield Span(start, match.end()), place


def _has_speaker(words: list[Word]) -> bool:
    """Whether the attribution names somebody, so that the name must be seen."""
    return any(word.kind == "name" for word in words) and len(words) > 1


def _is_spelled_out(bead: Bead, words: list[Word]) -> bool:
    """Whether the source gives its speaker by letters, and the target names a body by words."""
    names = [word for word in words if word.kind == "name"]
    return all(is_acronym(word.text) for word in names) and bead.has_new_capital


_QUOTED = re.compile(r"[„“«\"][^„”“«»\"\n]*(?:[”“»\"]|$)|^[^„”“«»\"]*”")


def _is_attributed(bead: Bead) -> bool:
    """Whether a word of the target outside of its quotations may attribute."""
    text = bead.article.target.text
    quotes = [m.span() for s in bead.target_spans for m in _QUOTED.finditer(text, s.start, s.end)]
    if text.count('"', *bead.target) % 2:
        quotes = []  # a mark was lost: nobody knows what is quoted
    return any(is_attribution(token.text) and not _lies_in(quotes, token.start)
               for token in bead.tokens)  # fmt: skip


def _lies_in(spans: list[tuple[int, int]], offset: int) -> bool:
    """Whether the offset lies in one of the spans, which are in order and do not overlap."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    return place >= 0 and offset < spans[place][1]


def _share_shown(bead: Bead, words: list[Word]) -> float:
    """The share of the words of the attribution that stand in the target, its speaker above all."""
    shown = sum(word.start in bead.shown for word in words)
    return shown / len(words) if words else 0.0


def _is_beside(article: ArticleBeads, bead: Bead, said: re.Pattern[str]) -> bool:
    """Whether a neighbour attributes though its source does not, so that it only moved."""
    return any(
        near.source_spans
        and near.target_spans
        and said.search(article.source, *near.source) is None
        and _is_attributed(near)
        for near in article.around(bead)
    )


def _place(bead: Bead, offset: int) -> Span | None:
    """The word of the target nearest to the place of the attribution."""
    share = (offset - bead.source.start) / max(1, bead.source.end - bead.source.start)
    words = bead.plain_tokens
    if not words:
        return None
    token = words[min(len(words) - 1, round(share * (len(words) - 1)))]
    return Span(token.start, token.end)
