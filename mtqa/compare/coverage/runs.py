"""Runs of content words that have no counterpart on the other side, and what speaks for a loss.

A run is the stretch of a bead with the highest sum of evidence (Kadane's maximum subarray; Bentley
1984): a word without counterpart speaks for a loss, the more so the likelier it would be seen if it
were kept; a word with one speaks against it. The same runs over the target show what was added.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log
from typing import Literal

from mtqa.compare.coverage.content_words import Word
from mtqa.compare.coverage.links import Links

#: What is the matter with a stretch without counterpart: of the source, of the target.
Kind = Literal["omission", "addition"]
#: The features of a run, in the order of the weights.
FEATURES = (
    "evidence", "lost", "matched", "other_free", "gap_free", "surplus", "length", "length_without",
    "share", "opens", "closes", "whole", "shared", "solid", "better", "rest_free", "other_rate",
    "short", "names", "density", "gap_net", "words",
)  # fmt: skip
#: What one more word without and with a counterpart counts: see `evidence`.
_CHANCE = 0.1
#: What a word counts whose only counterpart already stands for another word.
_SHARED = 0.35
_LEAST = 2
_OPENING = re.compile(
    r"[,;:()\"„“”«»–—]|(?:^|\s)(?:and|but|or|who|which|that|where|when|while|because|after|before|"
    r"as|if|although|though|since|in|on|at|for|with|from|by|about|under|over|to|of|against|into|"
    r"und|aber|oder|der|die|das|dem|den|wo|wenn|weil|nachdem|bevor|als|obwohl|seit|im|an|am|auf|für|"
    r"mit|von|vom|bei|zu|zum|zur|durch|gegen|über|unter|nach|vor|und|dass|"
    r"și|dar|iar|însă|sau|care|unde|când|dacă|după|în|la|pentru|cu|din|pe|de|prin|că|să|despre)\s"
)
_CLOSING = re.compile(r"[,;.!?:()\"„“”«»–—]|(?:^|\s)(?:and|but|or|und|aber|oder|și|dar|iar|însă)\s")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a bead as a run sees it.

    Attributes:
        text: the text that the words' offsets count in.
        start, end: the span of the bead in it.
        words: the content words.
        partner: for each word the number of its counterpart, or -1.
        soft: words whose only counterparts already stand for another word.
        length: code points of the bead.
    """

    text: str
    start: int
    end: int
    words: Sequence[Word]
    partner: Sequence[int]
    soft: frozenset[int]
    length: int


@dataclass(frozen=True, slots=True)
class Run:
    """A run: first and last word, the features, and the sum of the evidence."""

    first: int
    last: int
    features: tuple[float, ...]


def sides(links: Links, source: Side, target: Side) -> tuple[Side, Side]:
    """Both sides with their links filled in."""
    left = Side(source.text, source.start, source.end, links.source, links.forward, links.shared,
                source.length)  # fmt: skip
    right = Side(target.text, target.start, target.end, links.target, links.backward, links.echoed,
                 target.length)  # fmt: skip
    return left, right


def runs(side: Side, other: Side, seen: Mapping[str, float], ratio: float) -> list[Run]:
    """The best runs of one side, two at most, with their features.

    Args:
        side: where something may be without counterpart.
        other: the other side of the bead.
        seen: how often a word of each kind has a counterpart in a good translation.
        ratio: length of the other side to be expected for one code point of this one.
    """
    scores = [_score(side, i, seen) for i in range(len(side.words))]
    found = []
    for first, last in _best(scores):
        found.append(Run(first, last, _features(side, other, scores, first, last, ratio)))
    return found


def _score(side: Side, number: int, seen: Mapping[str, float]) -> float:
    kept, lost = worth(seen.get(side.words[number].kind, 0.5))
    if side.partner[number] >= 0:
        return kept
    return lost * _SHARED if number in side.soft else lost


@lru_cache(maxsize=256)
def worth(seen: float) -> tuple[float, float]:
    """What a word counts with a counterpart and without one, by how often its like has one."""
    rate = min(0.97, seen)
    return log(_CHANCE / max(rate, 0.15)), log((1 - _CHANCE) / (1 - rate))


def _best(scores: Sequence[float]) -> list[tuple[int, int]]:
    """The stretches of the highest sums: the best one, then the best beside it."""
    found: list[tuple[int, int]] = []
    stretches = [(0, len(scores))]
    while stretches and len(found) < 2:
        start, end = stretches.pop(0)
        best, total, first, span = 0.0, 0.0, start, None
        for i in range(start, end):
            if total <= 0:
                total, first = 0.0, i
            total += scores[i]
            if total > best:
                best, span = total, (first, i)
        if span is None or span[1] - span[0] + 1 < _LEAST:
            continue
        found.append(span)
        stretches += [(start, span[0]), (span[1] + 1, end)]
        stretches.sort(key=lambda pair: pair[0] - pair[1])
    return found


def _features(
    side: Side, other: Side, scores: Sequence[float], first: int, last: int, ratio: float
) -> tuple[float, ...]:
    inside = range(first, last + 1)
    lost = [i for i in inside if side.partner[i] < 0]
    free = sum(1 for i in other.partner if i < 0)
    here = sum(1 for i in side.partner if i < 0)
    begin, stop = side.words[first].start, side.words[last].end
    rest = max(1, side.length - (stop - begin))
    own = max(1, side.length)
    # a bead of few letters varies more
    scale = min(1.5, (own / 120) ** 0.5)
    length = log(max(1, other.length) / (own * ratio)) * scale
    without = log(max(1, other.length) / (rest * ratio)) * scale
    before = side.text[side.words[first - 1].end if first else side.start : begin]
    after = side.text[stop : side.words[last + 1].start if last + 1 < len(side.words) else side.end]
    return (
        sum(scores[i] for i in inside),
        float(len(lost)),
        float(len(inside) - len(lost)),
        float(free),
        float(_gap_free(side, other, first, last)),
        float(here - free),
        length,
        abs(without),
        (stop - begin) / own,
        float(not before.strip() or _OPENING.search(before) is not None),
        float(not after.strip() or _CLOSING.search(after) is not None),
        float(len(inside) == len(side.words)),
        float(sum(1 for i in lost if i in side.soft)),
        len(lost) / len(inside),
        abs(length) - abs(without),
        (here - len(lost)) / max(1, len(side.words) - len(inside)),
        free / max(1, len(other.words)),
        max(0.0, -without),
        float(sum(1 for i in lost if side.words[i].kind in ("name", "number"))),
        sum(scores[i] for i in inside) / len(inside),
        len(lost) - _gap_free(side, other, first, last),
        min(30.0, len(side.words)),
    )


def _gap_free(side: Side, other: Side, first: int, last: int) -> int:
    """Words of the other side without counterpart about where the run should stand."""
    left = next((side.partner[i] for i in range(first - 1, -1, -1) if side.partner[i] >= 0), -1)
    right = next(
        (side.partner[i] for i in range(last + 1, len(side.words)) if side.partner[i] >= 0),
        len(other.words),
    )
    low, high = min(left, right), max(left, right)
    return sum(1 for j in range(max(0, low - 2), min(len(other.words), high + 3))
               if other.partner[j] < 0)  # fmt: skip
