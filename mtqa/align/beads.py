"""The search for the best path of beads: arrays in, beads out.

A bead says that a run of source sentences and a run of target sentences are each other's
translation; with one side empty it says that a sentence was dropped or added. The best path is
found by dynamic programming over bead sizes up to 4-4 and 1-5 (Gale and Church 1993, "A program for
aligning sentences in bilingual corpora"). Cells are visited by antidiagonals, so that every step
is one vector operation, and only inside a band (`Band`), so that time and memory grow with the
length of the texts and not with its square.

A *cell* ``(i, j)`` means: the first ``i`` source and the first ``j`` target sentences are aligned.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: Largest number of sentences on one side of a bead.
LARGEST = 5

#: Bead sizes ``(source, target)`` with both sides filled: all up to 4-4, and one sentence for five.
#: Simple ones first: they win ties.
SIZES: tuple[tuple[int, int], ...] = tuple(
    sorted(
        [*((m, n) for m in range(1, 5) for n in range(1, 5)), (1, LARGEST), (LARGEST, 1)],
        key=lambda size: (sum(size), abs(size[0] - size[1]), size),
    )
)

_NO_WAY = -1e30


@dataclass(frozen=True, slots=True)
class Bead:
    """Source and target sentences (indices, ascending) that say the same.

    Attributes:
        source: indices of source sentences; empty for an addition.
        target: indices of target sentences; empty for an omission.
        score: similarity of the two sides, higher is better, about 0 for unrelated and up to 1
            for equal texts; ``None`` where one side is empty.
        moved: the pair stands in another place of the text than its neighbours.
    """

    source: tuple[int, ...]
    target: tuple[int, ...]
    score: float | None = None
    moved: bool = False

    def mirrored(self) -> Bead:
        """The same bead with the sides swapped."""
        return Bead(self.target, self.source, self.score, self.moved)


@dataclass(frozen=True)
class Band:
    """The cells that the search may visit: row ``i`` holds the columns ``low[i] … high[i]``.

    Attributes:
        low: first column of each of the ``n + 1`` rows, never decreasing.
        high: last column (inclusive) of each row, never decreasing.
    """

    low: Ints
    high: Ints

    @classmethod
    def full(cls, n: int, m: int) -> Band:
        """Every cell of ``n`` source by ``m`` target sentences."""
        return cls(np.zeros(n + 1, np.int64), np.full(n + 1, m, np.int64))

    @classmethod
    def around(cls, corners: Sequence[tuple[int, int]], width: int) -> Band:
        """The cells within ``width`` of a path through ``corners``.

        ``corners`` are cells from ``(0, 0)`` to ``(n, m)``, ascending on both sides; between two of
        them the whole rectangle belongs to the path, for nothing is known about it.
        """
        n, m = corners[-1]
        low = np.full(n + 1, m, np.int64)
        high = np.zeros(n + 1, np.int64)
        for (i, j), (k, q) in pairwise(corners):
            top, bottom = max(0, i - width), min(n, k + width)
            low[top : bottom + 1] = np.minimum(low[top : bottom + 1], max(0, j - width))
            high[top : bottom + 1] = np.maximum(high[top : bottom + 1], min(m, q + width))
        # Both ends must stay monotone for the cells of an antidiagonal to be one slice.
        return cls(np.minimum.accumulate(low[::-1])[::-1].copy(), np.maximum.accumulate(high))

    @property
    def cells(self) -> int:
        """How many cells the band has."""
        return int((self.high - self.low + 1).sum())

    def diagonals(self) -> tuple[Ints, Ints, Ints]:
        """First row, last row and offset of the first cell of each antidiagonal ``i + j``.

        In this order (by antidiagonal, then by row) cells are numbered everywhere in this module.
        """
        n = len(self.low) - 1
        total = n + int(self.high[-1])
        d = np.arange(total + 1)
        rows = np.arange(n + 1)
        first = np.searchsorted(rows + self.high, d, side="left")
        last = np.searchsorted(rows + self.low, d, side="right") - 1
        counts = np.maximum(last - first + 1, 0)
        offsets = np.concatenate([[0], np.cumsum(counts)])
        return first.astype(np.int64), last.astype(np.int64), offsets.astype(np.int64)

    def coordinates(self) -> tuple[Ints, Ints]:
        """Row and column of every cell, in the order of `diagonals`."""
        first, _, offsets = self.diagonals()
        counts = np.diff(offsets)
        d = np.repeat(np.arange(len(counts)), counts)
        within = np.arange(offsets[-1]) - np.repeat(offsets[:-1], counts)
        i = within + np.repeat(first, counts)
        return i, d - i


@dataclass(frozen=True)
class Path:
    """A best path: its cells from ``(0, 0)`` to ``(n, m)`` and what it is worth."""

    corners: list[tuple[int, int]]
    value: float

    def steps(self) -> list[tuple[int, int, int, int]]:
        """``(i, k, j, q)`` for each bead: source ``[i, k)``, target ``[j, q)``."""
        return [(i, k, j, q) for (i, j), (k, q) in pairwise(self.corners)]


def search(
    band: Band,
    scores: Floats,
    dropped: Floats,
    added: Floats,
    sizes: Sequence[tuple[int, int]] = SIZES,
) -> Path:
    """The path of highest total score from ``(0, 0)`` to ``(n, m)`` inside the band.

    Args:
        band: the cells that may be visited.
        scores: one row per size, one column per cell (order of `Band.diagonals`): what the bead of
            that size *ending* in the cell is worth; ``-inf`` forbids it.
        dropped: what leaving each source sentence alone is worth, length ``n``.
        added: what leaving each target sentence alone is worth, length ``m``.
        sizes: the bead sizes, in the order of ``scores``.

    Raises:
        ValueError: the shapes do not fit, or no path leads through the band.
    """
    n, m = len(dropped), len(added)
    first, _, offsets = band.diagonals()
    if len(band.low) != n + 1 or int(band.high[-1]) != m:
        raise ValueError("the band does not fit the number of sentences")
    if scores.shape != (len(sizes), int(offsets[-1])):
        raise ValueError("the scores do not fit the band")
    came, value = _forward(band, scores, dropped, added, sizes)
    if value <= _NO_WAY / 2:
        raise ValueError("no path leads through the band")
    moves = [*sizes, (1, 0), (0, 1)]
    i, j = n, m
    corners = [(i, j)]
    while i or j:
        m_, n_ = moves[came[offsets[i + j] + i - first[i + j]]]
        i, j = i - m_, j - n_
        corners.append((i, j))
    return Path(corners[::-1], float(value))


def _forward(
    band: Band,
    scores: Floats,
    dropped: Floats,
    added: Floats,
    sizes: Sequence[tuple[int, int]],
) -> tuple[NDArray[np.uint8], float]:
    """For every cell the bead that led to it best; and the value of the last cell."""
    n, m = len(dropped), len(added)
    first, last, offsets = band.diagonals()
    reach = max(sum(size) for size in sizes) + 1
    # Padding on the left lets a slice reach back over row 0 without a special case.
    pad = LARGEST
    value = np.full((reach, n + 1 + pad), _NO_WAY, np.float64)
    value[0, pad] = 0.0
    came = np.zeros(int(offsets[-1]), np.uint8)
    candidates = np.empty((len(sizes) + 2, n + 1), np.float64)
    drop = np.concatenate([np.full(1, _NO_WAY), dropped])
    add = np.concatenate([np.full(1, _NO_WAY), added])
    for d in range(1, n + m + 1):
        a, b = int(first[d]), int(last[d]) + 1
        here = value[d % reach]
        here.fill(_NO_WAY)
        if b <= a:
            continue
        cells = slice(int(offsets[d]), int(offsets[d + 1]))
        row = candidates[:, : b - a]
        for t, (m_, n_) in enumerate(sizes):
            before = value[(d - m_ - n_) % reach]
            np.add(before[a - m_ + pad : b - m_ + pad], scores[t, cells], out=row[t])
        before = value[(d - 1) % reach]
        np.add(before[a - 1 + pad : b - 1 + pad], drop[a:b], out=row[-2])
        np.add(before[a + pad : b + pad], add[d - b + 1 : d - a + 1][::-1], out=row[-1])
        best = row.argmax(axis=0)
        came[cells] = best
        here[a + pad : b + pad] = row[best, np.arange(b - a)]
    return came, float(value[(n + m) % reach, n + pad])
