"""What is missing or too much, and whether it stands elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.content_words import Word
from mtqa.compare.coverage.links import link
from mtqa.compare.coverage.runs import Kind
from mtqa.model import Span

#: Share of words which, found beside their place, show that they only moved.
MOVED = 0.5


@dataclass(frozen=True, slots=True)
class Gap:
    """Something missing or added.

    Attributes:
        kind: which of the two.
        whole: a sentence, not a part of one.
        source: what is missing, or what the sentence at hand translates; empty if nothing does.
        target: the word nearest to where it is missing, or what was added.
        words: content words of it without counterpart.
        confidence: that an editor would agree.
        clause: the weights of clauses found it, not those of runs of words.
    """

    kind: Kind
    whole: bool
    source: Span
    target: Span
    words: int
    confidence: float
    clause: bool = False


def share_found(article: ArticleBeads, lost: Sequence[Word], near: Bead, kind: Kind) -> float:
    """The share of the words that have a counterpart among the unused words of another bead."""
    if kind == "omission":
        free = _free(near.links.target, near.links.backward)
        found = link(lost, free, article.language).forward
    else:
        free = _free(near.links.source, near.links.forward)
        found = link(free, lost, article.language).backward
    return sum(1 for j in found if j >= 0) / max(1, len(lost))


def _free(words: Sequence[Word], partners: Sequence[int]) -> list[Word]:
    return [word for word, partner in zip(words, partners, strict=True) if partner < 0]
