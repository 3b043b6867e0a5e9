"""What is known of every pair of runs in a band, computed from what is known of the sentences.

The vector of a run of sentences is close to the weighted sum of its sentences' vectors, so the
similarity of two runs follows from the similarities of their sentences by adding up boxes of the
sentence-by-sentence matrix: no run is ever embedded for this. (Embedding every run of up to five
sentences, as Vecalign does, is by far the dearest part of aligning.)
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.beads import LARGEST, Band, Floats, Ints

_ROWS_AT_ONCE = 128


@dataclass(frozen=True)
class Pairs:
    """A number for each pair of sentences that some bead inside the band can touch.

    Row ``i`` (source sentence) holds target sentences ``start[i] …``, its first number stands at
    ``offset[i]`` of ``values``.
    """

    start: Ints
    offset: Ints
    values: Floats

    def at(self, i: Ints, j: Ints) -> Floats:
        """The numbers of the pairs ``(i, j)``; all must be inside the band."""
        found: Floats = self.values[self.offset[i] + j - self.start[i]]
        return found


def layout(band: Band) -> tuple[Ints, Ints, Ints]:
    """First column, end column and offset of each row of the sentence matrix under the band."""
    n = len(band.low) - 1
    rows = np.arange(n)
    start = np.maximum(0, band.low[1:] - LARGEST)
    end = band.high[np.minimum(rows + LARGEST, n)]
    end = np.maximum(end, start)
    offset = np.concatenate([[0], np.cumsum(end - start)])
    return start, end, offset


def products(band: Band, x: Floats, y: Floats) -> Pairs:
    """Dot products of the rows of ``x`` and ``y`` wherever the band needs them."""
    start, end, offset = layout(band)
    values = np.empty(int(offset[-1]), np.float32)
    for top in range(0, len(x), _ROWS_AT_ONCE):
        rows = range(top, min(len(x), top + _ROWS_AT_ONCE))
        left, right = int(start[rows].min()), int(end[rows].max())
        block = x[top : top + _ROWS_AT_ONCE] @ y[left:right].T
        for i in rows:
            values[offset[i] : offset[i + 1]] = block[i - top, start[i] - left : end[i] - left]
    return Pairs(start, offset[:-1], values)


def boxes(
    pairs: Pairs, i: Ints, j: Ints, sizes: Sequence[tuple[int, int]]
) -> Iterator[tuple[int, Floats]]:
    """For each size the sum over its box of sentence pairs, for the cells ``(i, j)``.

    A box ends in its cell: source sentences ``i - m … i - 1``, target ``j - n … j - 1``. Cells too
    close to the edge for a size get a meaningless number; `fits` tells which.

    Yields:
        The number of the size and one sum per cell.
    """
    strips: dict[tuple[int, int], Floats] = {}
    for m in range(1, max(m for m, _ in sizes) + 1):
        total = np.zeros(len(i), np.float32)
        for n in range(1, max(n for k, n in sizes if k >= m) + 1):
            inside = (i >= m) & (j >= n)
            total = total + np.where(
                inside, pairs.at(np.maximum(i - m, 0), np.maximum(j - n, 0)), np.float32(0)
            )
            strips[m, n] = total + strips[m - 1, n] if m > 1 else total
    for t, size in enumerate(sizes):
        yield t, strips[size]


def run_sums(values: Floats, size: int) -> Floats:
    """Sums over runs: entry ``e`` holds ``values[e - size … e - 1]``; 0 where the run starts early.

    The result has one entry per cell row (or column), that is ``len(values) + 1``.
    """
    total = np.concatenate([np.zeros((1, *values.shape[1:])), np.cumsum(values, axis=0)])
    result = np.zeros(total.shape, np.float32)
    if size < len(total):
        result[size:] = total[size:] - total[:-size]
    return result


def run_lengths(vectors: Floats, weights: Floats) -> list[Floats]:
    """Norms of the weighted sums of the runs of 1 … `LARGEST` sentences ending at each row.

    They follow from the products of neighbours, so no sums of vectors are made."""
    totals = []
    for apart in range(LARGEST):
        left, right = vectors[: len(vectors) - apart], vectors[apart:]
        near = np.einsum("ij,ij->i", left[: len(right)], right)
        near = near * weights[: len(near)] * weights[apart:]
        totals.append(np.concatenate([[0.0], np.cumsum(near, dtype=np.float64)]))
    lengths = []
    for size in range(1, LARGEST + 1):
        square = np.zeros(len(vectors) + 1)
        for apart in range(size if size <= len(vectors) else 0):
            total = totals[apart]
            here = total[size - apart :] - total[: len(total) - (size - apart)]
            square[size:] += (2 if apart else 1) * here[: max(0, len(vectors) + 1 - size)]
        lengths.append(np.sqrt(np.maximum(square, 0)).astype(np.float32))
    return lengths


def fits(i: Ints, j: Ints, size: tuple[int, int]) -> np.ndarray:
    """Whether a bead of that size can end in each cell."""
    result: np.ndarray = (i >= size[0]) & (j >= size[1])
    return result
