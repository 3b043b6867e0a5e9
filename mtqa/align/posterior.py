"""How probable every bead is, given that some path through the band is right.

The worths of beads are read as log-odds (a conditional random field over paths): the forward and
backward sums over all paths give each bead's probability. With them the aligner picks the path with
the most beads expected to be right instead of the single likeliest path, and knows how sure it is.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from mtqa.align.beads import LARGEST, SIZES, Band, Floats

_NO_WAY = -1e30


def posteriors(
    band: Band,
    scores: Floats,
    dropped: Floats,
    added: Floats,
    sizes: Sequence[tuple[int, int]] = SIZES,
) -> tuple[Floats, float]:
    """Probability of every bead, and the logarithm of the sum over all paths.

    Args:
        band: the cells that may be visited.
        scores: as for `mtqa.align.beads.search`.
        dropped: what leaving each source sentence alone is worth.
        added: the same for the target.
        sizes: the bead sizes, in the order of ``scores``.

    Returns:
        One row per size and then one for a dropped and one for an added sentence; one column per
        cell: the probability that such a bead ends there.
    """
    moves = [*sizes, (1, 0), (0, 1)]
    table = np.full((len(moves), scores.shape[1]), _NO_WAY, np.float32)
    table[:-2] = np.maximum(scores, _NO_WAY)
    i, j = band.coordinates()
    table[-2] = np.where(i > 0, np.append(dropped, 0)[i - 1], _NO_WAY)
    table[-1] = np.where(j > 0, np.append(added, 0)[j - 1], _NO_WAY)
    ahead = _forward(band, table, moves)
    behind = _backward(band, table, moves)
    total = float(ahead[-1])
    result = np.empty_like(table)
    for t, move in enumerate(moves):
        before = _shifted(band, ahead, move, i, j)
        np.exp(np.minimum(before + table[t] + behind - total, 0.0), out=result[t], casting="unsafe")
    return result, total


def _shifted(
    band: Band, values: NDArray[np.float64], move: tuple[int, int], i: np.ndarray, j: np.ndarray
) -> NDArray[np.float64]:
    """For each cell the value of the cell that the move came from."""
    first, last, offsets = band.diagonals()
    i, j = i - move[0], j - move[1]
    d = np.maximum(i + j, 0)
    inside = (i >= 0) & (j >= 0) & (i >= first[d]) & (i <= last[d])
    found = values[np.where(inside, offsets[d] + i - first[d], 0)]
    return np.where(inside, found, _NO_WAY)


def _forward(band: Band, table: Floats, moves: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Logarithm of the sum over all paths from the beginning to each cell."""
    first, last, offsets = band.diagonals()
    n = len(band.low) - 1
    reach = 2 * LARGEST + 1
    rows = np.full((reach, n + 1 + LARGEST), _NO_WAY)
    rows[0, LARGEST] = 0.0
    result = np.full(table.shape[1], _NO_WAY)
    result[0] = 0.0
    for d in range(1, len(first)):
        a, b = int(first[d]), int(last[d]) + 1
        here = rows[d % reach]
        here.fill(_NO_WAY)
        if b <= a:
            continue
        cells = slice(int(offsets[d]), int(offsets[d + 1]))
        terms = table[:, cells].astype(np.float64)
        for t, (m, k) in enumerate(moves):
            terms[t] += rows[(d - m - k) % reach, a - m + LARGEST : b - m + LARGEST]
        here[a + LARGEST : b + LARGEST] = result[cells] = _log_sum(terms)
    return result


def _backward(band: Band, table: Floats, moves: Sequence[tuple[int, int]]) -> NDArray[np.float64]:
    """Logarithm of the sum over all paths from each cell to the end."""
    first, last, offsets = band.diagonals()
    n = len(band.low) - 1
    reach = 2 * LARGEST + 1
    #: What each bead that ends on a diagonal is worth together with all that follows it.
    ends = np.full((reach, len(moves), n + 1 + LARGEST), _NO_WAY)
    result = np.full(table.shape[1], _NO_WAY)
    for d in range(len(first) - 1, -1, -1):
        a, b = int(first[d]), int(last[d]) + 1
        here = ends[d % reach]
        here.fill(_NO_WAY)
        if b <= a:
            continue
        cells = slice(int(offsets[d]), int(offsets[d + 1]))
        if d == len(first) - 1:
            value = np.zeros(b - a)
        else:
            terms = np.stack(
                [ends[(d + m + k) % reach, t, a + m : b + m] for t, (m, k) in enumerate(moves)]
            )
            value = _log_sum(terms)
        result[cells] = value
        here[:, a:b] = table[:, cells] + value
    return result


def _log_sum(terms: NDArray[np.float64]) -> NDArray[np.float64]:
    """Logarithm of the sum of exponentials, by column."""
    top = terms.max(axis=0)
    result: NDArray[np.float64] = top + np.log(np.exp(terms - top).sum(axis=0))
    return np.maximum(result, _NO_WAY)
