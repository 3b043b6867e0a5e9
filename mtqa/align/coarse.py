"""From coarse to fine: a first path through texts of any length, in about linear time.

Pairs of neighbouring sentences are pooled again and again until the texts are short enough for the
whole table; the path found there is a band for the next finer level (Thompson and Koehn 2019).
"""

from __future__ import annotations

import numpy as np

from mtqa.align.beads import Band, Floats, search
from mtqa.align.runs import boxes, fits, products, run_lengths

#: Tables up to this many cells are searched whole.
WHOLE = 250_000
_WIDTH = 12
_SIZES = ((1, 1), (1, 2), (2, 1))
#: What a pooled pair must reach to be better than leaving both alone.
_THRESHOLD = 0.15
#: Taken off a pair of unequal sizes, per sentence.
_UNEQUAL = 0.05


def rough_band(x: Floats, y: Floats, width: int) -> Band:
    """A band that should hold the best path: all cells of short texts, else what lies within
    ``width`` of a path found on pooled sentences.

    Args:
        x: vectors of the source sentences, centred, unit rows.
        y: the target's.
        width: half the width of the band.
    """
    n, m = len(x), len(y)
    if n * m <= WHOLE:
        return Band.full(n, m)
    return Band.around(_path(x, y), width)


def _path(x: Floats, y: Floats) -> list[tuple[int, int]]:
    """Corners of a rough path."""
    n, m = len(x), len(y)
    if n * m <= WHOLE * 4 or min(n, m) < 4:
        band = Band.full(n, m)
    else:
        above = _path(_pooled(x), _pooled(y))
        corners = [(min(2 * i, n), min(2 * j, m)) for i, j in above[:-1]]
        band = Band.around([*corners, (n, m)], _WIDTH)
    scores = _scores(x, y, band)
    nothing = np.zeros(n, np.float32), np.zeros(m, np.float32)
    return search(band, scores, *nothing, sizes=_SIZES).corners


def _pooled(vectors: Floats) -> Floats:
    """Unit sums of neighbouring pairs; an odd last row stays alone."""
    even = vectors[: len(vectors) // 2 * 2].reshape(-1, 2, vectors.shape[1]).sum(axis=1)
    pooled = np.concatenate([even, vectors[len(even) * 2 :]])
    result: Floats = pooled / np.maximum(np.linalg.norm(pooled, axis=1, keepdims=True), 1e-9)
    return result


def _scores(x: Floats, y: Floats, band: Band) -> Floats:
    """Worth of pairs of one or two pooled sentences."""
    i, j = band.coordinates()
    ones = np.ones(len(x), np.float32), np.ones(len(y), np.float32)
    left, right = run_lengths(x, ones[0]), run_lengths(y, ones[1])
    table = np.empty((len(_SIZES), len(i)), np.float32)
    for t, box in boxes(products(band, x, y), i, j, _SIZES):
        m, n = _SIZES[t]
        sim = box / np.maximum(left[m - 1][i] * right[n - 1][j], 1e-9)
        worth = (m + n) / 2 * (sim - _THRESHOLD - _UNEQUAL * (m != n))
        table[t] = np.where(fits(i, j, (m, n)), worth, -np.inf)
    return table
