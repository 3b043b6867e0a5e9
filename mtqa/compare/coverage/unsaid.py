"""Clauses of a bead that nothing on its other side says, once what explains them is left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.compare.coverage.attribution import is_attribution
from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.clauses import (
    FEATURES,
    Clause,
    Measured,
    Weights,
    clauses,
    is_clear,
    is_comparable,
    trust,
    weights_for,
)
from mtqa.compare.coverage.gap import MOVED, Gap, share_found
from mtqa.compare.coverage.letters import is_acronym, is_spelled_out
from mtqa.compare.coverage.runs import Kind, Run, Side
from mtqa.languages.ro import Orthography
from mtqa.languages.tables import words as words_of
from mtqa.model import Span

#: Log odds above the threshold of what leaves little doubt, whatever the weights say.
_CLEAR, _OFF = 0.5, 0.3
#: One word without counterpart is no clause.
_LEAST = 2
_STOP = (".", "!", "?", "…")
#: Letters in brackets behind the words that they stand for.
_GLOSSED = re.compile(r".?\s*\(([A-ZĂÂÎȘȚ]{2,7})\)")
_EDGES = " \t\n\u00a0,;:–—-("


def unsaid_clauses(article: ArticleBeads, bead: Bead, kind: Kind) -> Iterator[Gap]:
    """The clause of a bead that most likely has no counterpart, if one is likely enough.

    Args:
        article: the article.
        bead: one of its beads with both sides.
        kind: omission looks at the source's clauses, addition at the target's.
    """
    known = weights_for(article.language)
    if known is None or bead.links.crowded:
        return
    side, other = _sides(bead, kind)
    if not is_comparable(side, other):
        return
    if Orthography.of(article.target.text[slice(*bead.target)]).bare:
        return  # words without their marks are found less often
    found = _likeliest(article, known, kind, side, other)
    if found is None:
        return
    clause, margin = found
    lost = [side.words[k] for k in clause.words if side.partner[k] < 0]
    if (
        len(lost) < _LEAST
        or _is_explained(side, other, clause)
        or _has_moved(article, bead, side, clause, kind)
    ):
        return
    span = _trimmed(side, clause)
    if kind == "omission":
        yield Gap(kind, False, span, _nearest(side, other, clause), len(lost), trust(margin), True)
        return
    whole = _is_sentence(side, span)
    yield Gap(kind, whole, bead.source, span, len(lost), trust(margin), True)


def _sides(bead: Bead, kind: Kind) -> tuple[Side, Side]:
    """The side that the clauses are of, and the other one."""
    links, article = bead.links, bead.article
    left = Side(article.source, *bead.source, links.source, links.forward, links.shared,
                bead.source_length)  # fmt: skip
    right = Side(article.target.text, *bead.target, links.target, links.backward, links.echoed,
                 bead.target_length)  # fmt: skip
    return (left, right) if kind == "omission" else (right, left)


def _likeliest(
    article: ArticleBeads, known: Weights, kind: Kind, side: Side, other: Side
) -> tuple[Clause, float] | None:
    """The clause above the threshold by most, and by how much."""
    language = article.language if kind == "omission" else "ro"
    there: Kind = "addition" if kind == "omission" else "omission"
    ratio = article.ratio if kind == "omission" else 1 / article.ratio
    measured = Measured(side, other, known.seen[kind], known.seen[there], ratio, language)
    listed = words_of(article.language).listed
    best: tuple[Clause, float] | None = None
    for clause in clauses(side, language):
        if any(side.partner[k] < 0 for k in clause.words):
            features = measured.features(clause)
            margin = known.margin(kind, features)
            if kind == "addition" and is_clear(features, listed=listed):
                # of several the one by just which its side is too long
                off = abs(features[FEATURES.index("excess")] - 1)
                margin = max(margin, _CLEAR - _OFF * min(1.0, off))
            if margin >= 0 and (best is None or margin > best[1]):
                best = clause, margin
    return best


def _is_explained(side: Side, other: Side, clause: Clause) -> bool:
    """Whether the other side says it by other means: letters, another unit, a mere saying."""
    lost = [k for k in clause.words if side.partner[k] < 0]
    run = Run(clause.words[0], clause.words[-1], ())
    gloss = _GLOSSED.match(side.text, clause.end - 1, side.end)
    kept = gloss is not None and gloss[1] in other.text[other.start : other.end]
    if kept or is_spelled_out(side, other, run):
        return True
    here = {side.words[k].text for k in clause.words}
    free = [word for word, p in zip(other.words, other.partner, strict=True) if p < 0]
    if any(is_acronym(word.text) and word.text not in here for word in free):
        return True  # MSP, a member of the Scottish Parliament
    if any(side.words[k].kind == "number" for k in lost) and any(w.kind == "number" for w in free):
        return True  # 1 to 2 inches, 3 to 5 centimetres
    said = any(is_attribution(side.words[k].text) for k in lost)
    telling = [
        k for k in lost
        if side.words[k].kind != "name" and not is_attribution(side.words[k].text)
    ]  # fmt: skip
    return said and len(telling) < 2  # Theresa May declared as follows


def _has_moved(article: ArticleBeads, bead: Bead, side: Side, clause: Clause, kind: Kind) -> bool:
    """Whether most of its words stand unused in the next bead or the one before."""
    lost = [side.words[k] for k in clause.words if side.partner[k] < 0]
    return any(share_found(article, lost, near, kind) >= MOVED for near in article.around(bead))


def _trimmed(side: Side, clause: Clause) -> Span:
    """The clause without the marks and spaces at its ends."""
    start, end = clause.start, clause.end
    while start < end and side.text[start] in _EDGES:
        start += 1
    while start < end and side.text[end - 1] in _EDGES + ".)":
        end -= 1
    return Span(start, end)


def _is_sentence(side: Side, span: Span) -> bool:
    """Whether the span is a sentence of several."""
    before = side.text[side.start : span.start].rstrip(' „“"«')
    opens = not before or before.endswith(_STOP)
    return opens and side.text[span.end : span.end + 1] in _STOP and span.end - span.start > 0


def _nearest(side: Side, other: Side, clause: Clause) -> Span:
    """The word of the other side that stands where the clause is missing."""
    first, last = clause.words[0], clause.words[-1]
    for number in (*range(first - 1, -1, -1), *range(last + 1, len(side.words))):
        if side.partner[number] >= 0:
            word = other.words[side.partner[number]]
            return Span(word.start, word.end)
    return Span(other.words[0].start, other.words[0].end)
