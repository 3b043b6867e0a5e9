"""Words and clauses in context: does a bead hold the partners of everything it says?

The vector of a sentence hides which of its parts has no counterpart. So the parts are compared as
well (compare SimAlign, Jalili Sabet et al. 2020, for words): each word and clause looks for its
best partner among the sentences nearby; a bead *covers* it as far as a partner lies inside, and is
*charged* as far as a better one lies outside. A bead that cuts a clause off is charged for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from math import log

import numpy as np

from mtqa.align.beads import LARGEST, Floats, Ints
from mtqa.align.e5 import Tokens

_WORD = re.compile(r"[^\W_]+")
_CUT = re.compile(r"(?<=[,;:.!?»)”])\s+")
#: How strongly the centre of a short text leans on the centre of both texts (in units).
_LEAN = 20.0
#: Up to this many units vectors are kept in single precision while they are compared.
_SMALL = 60_000


@dataclass(frozen=True)
class Units:
    """The words (or clauses) of one text, in order.

    Attributes:
        owner: which sentence each unit belongs to, ascending.
        first: number of the first unit of each sentence, and the total at the end.
        vectors: one row per unit, half precision.
        weights: how much each unit counts.
        keys: number of each unit's spelling, shared by both texts; equal spellings match.
        exact: units that match only themselves (numbers).
    """

    owner: Ints
    first: Ints
    vectors: np.ndarray
    weights: Floats
    keys: Ints
    exact: np.ndarray

    def take(self, sentences: Ints) -> Units:
        """The units of some sentences (ascending), numbered anew."""
        number = np.full(len(self.first) - 1, -1, np.int64)
        number[sentences] = np.arange(len(sentences))
        owner = number[self.owner]
        kept = owner >= 0
        owner = owner[kept]
        return Units(
            owner,
            np.searchsorted(owner, np.arange(len(sentences) + 1)),
            self.vectors[kept],
            self.weights[kept],
            self.keys[kept],
            self.exact[kept],
        )

    def single(self) -> Units:
        """The same with vectors in single precision, which are faster to multiply."""
        return replace(self, vectors=self.vectors.astype(np.float32, copy=False))

    def masses(self) -> Floats:
        """Total weight of each sentence's units."""
        total = np.concatenate([[0], np.cumsum(self.weights)])
        result: Floats = (total[self.first[1:]] - total[self.first[:-1]]).astype(np.float32)
        return result


Spans = Callable[[str], list[tuple[int, int]]]


def word_spans(text: str) -> list[tuple[int, int]]:
    """Words and numbers."""
    return [match.span() for match in _WORD.finditer(text)]


def clause_spans(text: str) -> list[tuple[int, int]]:
    """Stretches between punctuation marks."""
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return [(a, b) for a, b in pairwise(cuts) if a < b]


def pair_of_units(
    source: Sequence[str], target: Sequence[str], left: Sequence[Tokens], right: Sequence[Tokens],
    spans: Spans,
) -> tuple[Units, Units]:  # fmt: skip
    """The units of two texts, with vectors centred per text."""
    numbers: dict[str, int] = {}
    found = [
        _collect(texts, tokens, spans, numbers)
        for texts, tokens in ((source, left), (target, right))
    ]
    means = [vectors.mean(axis=0) if len(vectors) else np.zeros(1) for _, vectors, _ in found]
    both = (means[0] + means[1]) / 2
    units = []
    for (owner, vectors, spellings), sentences in zip(found, (source, target), strict=True):
        count = len(vectors)
        mean = (vectors.sum(axis=0) + _LEAN * both) / (count + _LEAN) if count else both
        vectors = vectors - mean
        vectors /= np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        owners = np.array(owner, np.int64)
        units.append(
            Units(
                owners,
                np.searchsorted(owners, np.arange(len(sentences) + 1)),
                vectors.astype(np.float16),
                _weights(spellings, by_length=spans is clause_spans),
                np.array([numbers[word] for word in spellings], np.int64),
                np.array([word.isdigit() for word in spellings], bool),
            )
        )
    return units[0], units[1]


def _collect(
    texts: Sequence[str], tokens: Sequence[Tokens], spans: Spans, numbers: dict[str, int]
) -> tuple[list[int], Floats, list[str]]:
    """Owner, vector and folded spelling of every unit."""
    owner: list[int] = []
    vectors: list[Floats] = []
    spellings: list[str] = []
    for at, (text, seen) in enumerate(zip(texts, tokens, strict=True)):
        for start, end in spans(text):
            low = int(np.searchsorted(seen.ends, start, side="right"))
            high = int(np.searchsorted(seen.starts, end, side="left"))
            if low >= high:
                continue
            word = text[start:end].strip().lower()
            owner.append(at)
            vectors.append(seen.states[low:high].mean(axis=0))
            spellings.append(word)
            numbers.setdefault(word, len(numbers))
    rows = np.array(vectors, np.float32) if vectors else np.zeros((0, 1), np.float32)
    return owner, rows, spellings


def _weights(spellings: Sequence[str], *, by_length: bool) -> Floats:
    """Long clauses count more; short and frequent words count less."""
    if by_length:
        return np.array([len(word) for word in spellings], np.float32)
    counts = Counter(spellings)
    return np.array(
        [min(1.0, len(word) / 4) / (1 + log(counts[word])) for word in spellings], np.float32
    )


@dataclass(frozen=True)
class Reach:
    """How well runs of the other text cover each sentence's units.

    ``covered[r - 1]`` and ``charged[r - 1]`` hold, in the layout ``start``/``offset`` of
    `mtqa.align.runs.Pairs`, the sums for the run of ``r`` sentences that *ends* with a column.

    Attributes:
        start: first column of each sentence's row.
        offset: where each row begins.
        covered: weight times similarity of each unit's best partner in the run.
        charged: what is lost against the best partner anywhere in the row.
        best: per sentence, weight times similarity of the best partners in the row.
    """

    start: Ints
    offset: Ints
    covered: Floats
    charged: Floats
    best: Floats

    @classmethod
    def of(cls, ours: Units, theirs: Units, start: Ints, end: Ints) -> Reach:
        """Compare the units of each sentence with those of the columns ``start … end - 1``."""
        offset = np.concatenate([[0], np.cumsum(end - start)])
        covered = np.zeros((LARGEST, int(offset[-1])), np.float32)
        charged = np.zeros_like(covered)
        best = np.zeros(len(start), np.float32)
        if max(len(ours.owner), len(theirs.owner)) < _SMALL:
            ours, theirs = ours.single(), theirs.single()
        for i in range(len(start)):
            a, b = int(ours.first[i]), int(ours.first[i + 1])
            p, q = int(start[i]), int(end[i])
            if a == b or p >= q:
                continue
            near = _by_sentence(ours, theirs, a, b, p, q)
            weights = ours.weights[a:b]
            top = near.max(axis=1)
            best[i] = weights @ top
            run = near
            for r in range(LARGEST):
                if r:
                    run = run.copy()
                    np.maximum(run[:, r:], near[:, : max(0, q - p - r)], out=run[:, r:])
                covered[r, offset[i] : offset[i + 1]] = weights @ run
            charged[:, offset[i] : offset[i + 1]] = best[i] - covered[:, offset[i] : offset[i + 1]]
        return cls(start, offset[:-1], covered, charged, best)

    def sums(self, row: Ints, column: Ints, size: int, run: int, table: Floats) -> Floats:
        """Sums over the ``size`` sentences that end with ``row`` for the run that ends with
        ``column``; rows below 0 are taken as row 0."""
        total = np.zeros(len(row), np.float32)
        for back in range(size):
            r = np.maximum(row - back, 0)
            at = self.offset[r] + np.maximum(column - self.start[r], 0)
            total += table[run - 1, np.minimum(at, table.shape[1] - 1)]
        return total


def _by_sentence(ours: Units, theirs: Units, a: int, b: int, p: int, q: int) -> Floats:
    """Best similarity of the units ``a … b`` within each of the sentences ``p … q``."""
    c, d = int(theirs.first[p]), int(theirs.first[q])
    near = np.zeros((b - a, q - p), np.float32)
    if c == d:
        return near
    left = ours.vectors[a:b].astype(np.float32, copy=False)
    alike = left @ theirs.vectors[c:d].astype(np.float32, copy=False).T
    same = ours.keys[a:b, None] == theirs.keys[None, c:d]
    alike[ours.exact[a:b, None] | theirs.exact[None, c:d]] = 0
    alike[same] = 1
    filled = np.flatnonzero(theirs.first[p + 1 : q + 1] > theirs.first[p:q])
    near[:, filled] = np.maximum.reduceat(alike, theirs.first[p:q][filled] - c, axis=1)
    return np.maximum(near, 0, out=near)


def mirrored_layout(start: Ints, end: Ints, columns: int) -> tuple[Ints, Ints]:
    """The layout seen from the other side: for each column its first row and end row."""
    j = np.arange(columns)
    low = np.searchsorted(end, j, side="right")
    high = np.searchsorted(start, j, side="right")
    return low.astype(np.int64), np.maximum(high, low).astype(np.int64)
