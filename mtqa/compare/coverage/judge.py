"""What a bead lacks and what it has too much: clauses and sentences, with places on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.gap import MOVED, Gap, share_found
from mtqa.compare.coverage.letters import is_spelled_out
from mtqa.compare.coverage.links import Links
from mtqa.compare.coverage.model import confidence, model
from mtqa.compare.coverage.runs import Kind, Run, Side, runs
from mtqa.compare.coverage.unsaid import unsaid_clauses
from mtqa.compare.coverage.whole import alone, lost_inside, unpaired
from mtqa.languages.ro import Orthography
from mtqa.model import Span

#: Fewer words without counterpart than this are no clause.
_CLAUSE = 2
#: In a sentence without diacritics, which the word lists know less of, fewer are no clause.
_BARE_CLAUSE = 4
#: A bead in which fewer words are linked is aligned wrongly, or freely translated.
_LEAST_LINKED = 0.25
#: An acronym has fewer letters than this.
_LETTERS = 6
#: What takes in words of a neighbour is so much longer than its own other side lets expect.
_LONGER = 1.1
#: More beads without the other side than this: the texts are no translations of each other.
_MOST_EMPTY = 0.4


def gaps(article: ArticleBeads, kind: Kind) -> Iterator[Gap]:
    """The omissions or additions of an article, bead by bead."""
    empty = sum(1 for b in article.beads if not b.source_spans or not b.target_spans)
    many = empty > max(2, _MOST_EMPTY * len(article.beads))
    for bead in article.beads:
        if bead.source_spans and bead.target_spans:
            yield from _inside(article, bead, kind)
        elif not many and bool(bead.source_spans) == (kind == "omission"):
            yield from alone(article, bead, kind)


def _inside(article: ArticleBeads, bead: Bead, kind: Kind) -> Iterator[Gap]:
    """What a bead with both sides lacks or has too much: sentences first, then clauses."""
    whole = list(lost_inside(article, bead)) if kind == "omission" else []
    if not bead.links.crowded and not Orthography.of(article.target.text[slice(*bead.target)]).bare:
        whole = whole or list(unpaired(article, bead, kind))
    yield from whole
    found = list(_clauses(article, bead, kind)) if model().serves(article.language) else []
    yield from found or (() if whole else unsaid_clauses(article, bead, kind))


def _both(bead: Bead) -> tuple[Side, Side]:
    """Both sides of a bead as runs see them."""
    links, article = bead.links, bead.article
    left = Side(article.source, *bead.source, links.source, links.forward, links.shared,
                bead.source_length)  # fmt: skip
    right = Side(article.target.text, *bead.target, links.target, links.backward, links.echoed,
                 bead.target_length)  # fmt: skip
    return left, right


def _clauses(article: ArticleBeads, bead: Bead, kind: Kind) -> Iterator[Gap]:
    known = model()
    if len(bead.source_words if kind == "omission" else bead.target_words) < _CLAUSE:
        return
    if bead.links.crowded or not _is_linked(bead.links):
        return
    left, right = _both(bead)
    ratio = article.ratio
    side, other = (left, right) if kind == "omission" else (right, left)
    seen = known.seen[kind][article.language]
    bare = Orthography.of(article.target.text[bead.target.start : bead.target.end]).bare
    for run in runs(side, other, seen, ratio if kind == "omission" else 1 / ratio):
        if run.features[1] < _CLAUSE:
            continue
        margin = known.margin(kind, article.language, run.features)
        if margin < 0 or (kind == "omission" and _is_abbreviated(side, other, run)):
            continue
        if article.language != "de" and is_spelled_out(side, other, run):
            continue
        if bare and run.features[1] < _BARE_CLAUSE:
            continue
        if not _has_moved(article, bead, side, run, kind):
            yield _gap(bead, side, other, run, kind, confidence(margin))


def _is_linked(links: Links) -> bool:
    """Whether enough of the shorter side is linked for the sides to belong together."""
    linked = sum(1 for j in links.forward if j >= 0)
    return linked >= max(1, _LEAST_LINKED * min(len(links.source), len(links.target)))


def _is_abbreviated(side: Side, other: Side, run: Run) -> bool:
    """Whether the run is a name that the translation may give by its letters alone: PSD."""
    lost = [side.words[i] for i in range(run.first, run.last + 1) if side.partner[i] < 0]
    capitals = sum(1 for word in lost if word.kind == "name")
    return capitals * 2 >= len(lost) and any(
        word.text.isupper() and 1 < len(word.text) < _LETTERS for word in other.words
    )


def _has_moved(article: ArticleBeads, bead: Bead, side: Side, run: Run, kind: Kind) -> bool:
    """Whether the words of the run stand in the next bead or the one before, unused there."""
    lost = [side.words[i] for i in range(run.first, run.last + 1) if side.partner[i] < 0]
    return any(
        _is_too_long(article, near, kind) and share_found(article, lost, near, kind) >= MOVED
        for near in article.around(bead)
    )


def _is_too_long(article: ArticleBeads, near: Bead, kind: Kind) -> bool:
    """Whether the side of a bead where something may have moved to is longer than its other one
    lets expect; a side without another one always is."""
    expected, found = near.source_length * article.ratio, float(near.target_length)
    if kind == "addition":
        expected, found = found, expected
    return found > expected * _LONGER


def _gap(bead: Bead, side: Side, other: Side, run: Run, kind: Kind, trust: float) -> Gap:
    span = Span(side.words[run.first].start, side.words[run.last].end)
    span = Span(_back(side, run.first, span.start), span.end)
    words = int(run.features[1])
    if kind == "omission":  # where the bead has another text, it is no sentence that is missing
        return Gap(kind, False, span, _nearest(side, other, run), words, trust)
    return Gap(kind, run.features[11] > 0, bead.source, span, words, trust)


def _back(side: Side, first: int, start: int) -> int:
    """The start of a run with the words of grammar before it, up to a mark or a content word."""
    left = side.words[first - 1].end if first else side.start
    between = side.text[left:start]
    cut = max((m.end() for m in re.finditer(r"[,;:.!?()\"„“”«»–—]\s*|^\w*\s", between)), default=0)
    begin = left + cut
    while begin < start and side.text[begin].isspace():
        begin += 1
    return begin


def _nearest(side: Side, other: Side, run: Run) -> Span:
    """The word of the other side that stands where the run is missing."""
    for number in (*range(run.first - 1, -1, -1), *range(run.last + 1, len(side.words))):
        if side.partner[number] >= 0:
            word = other.words[side.partner[number]]
            return Span(word.start, word.end)
    word = other.words[0]
    return Span(word.start, word.end)
