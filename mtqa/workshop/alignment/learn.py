"""Learning the weights of the costs from gold alignments.

Worths are read as log-odds of a conditional random field over paths (Lafferty et al. 2001); the
weights climb the likelihood of the gold paths: features of the gold path minus features expected.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.beads import SIZES, Band, Floats
from mtqa.align.costs import ALONE, FEATURES, Evidence, Texts
from mtqa.align.posterior import posteriors

_NAMES = (*FEATURES, *ALONE)


@dataclass(frozen=True)
class Lesson:
    """One pair of texts with its features and its gold path.

    Attributes:
        band: the cells searched.
        beads: features, size by feature by cell.
        dropped: features of leaving source sentences alone, feature by sentence.
        added: the same for the target.
        gold: for each gold step ``(i, k, j, q)``: source ``[i, k)``, target ``[j, q)``.
    """

    band: Band
    beads: Floats
    dropped: Floats
    added: Floats
    gold: frozenset[tuple[int, int, int, int]]


def lesson(
    texts: Texts, gold: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], width: int
) -> Lesson | None:
    """A lesson from gold beads; ``None`` if they are no path (moved, interleaved or too large).

    Args:
        texts: the two texts.
        gold: their gold beads.
        width: of the band around the gold path; as in use, for it bounds what units can see.
    """
    steps = _steps(gold, len(texts.x), len(texts.y))
    if steps is None:
        return None
    corners = [(0, 0), *((k, q) for _, k, _, q in steps)]
    band = Band.around(corners, width)
    evidence = Evidence(texts, band)
    beads = np.zeros((len(SIZES), len(FEATURES), len(evidence.i)), np.float32)
    for t, (_, features) in enumerate(evidence.each()):
        for name, values in features.items():
            beads[t, FEATURES.index(name)] = values
    alone = []
    for side, count in zip(evidence.alone(), (len(texts.x), len(texts.y)), strict=True):
        nothing = np.zeros(count, np.float32)
        alone.append(np.stack([side.get(name, nothing) for name in ALONE]))
    return Lesson(band, beads, alone[0], alone[1], frozenset(steps))


def chunks(whole: Lesson, steps: int = 12) -> list[Lesson]:
    """Cut a long lesson into lessons of about that many gold steps, cheaper to sum over."""
    first, _, offsets = whole.band.diagonals()
    path = sorted(whole.gold, key=lambda step: (step[1] + step[3], step[1]))
    parts = []
    for at in range(0, len(path), steps):
        some = path[at : at + steps]
        i, j, k, q = some[0][0], some[0][2], some[-1][1], some[-1][3]
        if i == k or j == q:
            continue
        low = np.clip(whole.band.low[i : k + 1], j, q) - j
        high = np.clip(whole.band.high[i : k + 1], j, q) - j
        band = Band(low, high)
        rows, columns = band.coordinates()
        d = rows + i + columns + j
        cells = offsets[d] + rows + i - first[d]
        moved = frozenset((a - i, b - i, c - j, e - j) for a, b, c, e in some)
        parts.append(
            Lesson(
                band, whole.beads[:, :, cells], whole.dropped[:, i:k], whole.added[:, j:q], moved
            )
        )
    return parts


def _steps(
    gold: Sequence[tuple[tuple[int, ...], tuple[int, ...]]], n: int, m: int
) -> list[tuple[int, int, int, int]] | None:
    """The gold beads as a monotone path, or nothing if they are none."""
    filled = [(s, t) for s, t in gold if s and t]
    filled.sort()
    steps: list[tuple[int, int, int, int]] = []
    i = j = 0
    for source, target in [*filled, ((n,), (m,))]:
        if source[0] < i or target[0] < j:
            return None
        steps += [(a, a + 1, j, j) for a in range(i, source[0])]
        steps += [(source[0], source[0], b, b + 1) for b in range(j, target[0])]
        if source == (n,):
            break
        i, j = source[-1] + 1, target[-1] + 1
        whole = i - source[0] == len(source) and j - target[0] == len(target)
        if not whole or (len(source), len(target)) not in SIZES:
            return None
        steps.append((source[0], i, target[0], j))
    return steps


def learn(
    lessons: Sequence[Lesson], *, rounds: int = 150, ridge: float = 0.3, rate: float = 0.1,
    start: dict[str, float] | None = None,
) -> dict[str, float]:  # fmt: skip
    """Weights that make the gold paths likely (a conditional random field, by Adam).

    Args:
        lessons: what to learn from.
        rounds: how often all lessons are seen.
        ridge: pull towards zero, counted once for all lessons.
        rate: step size at the beginning; it falls to a tenth.
        start: weights to begin with.
    """
    weights = np.array([(start or {}).get(name, 0.0) for name in _NAMES])
    scale = _scales(lessons)
    weights = weights * scale
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    for turn in range(1, rounds + 1):
        slope = -ridge * weights
        for each in lessons:
            slope += _slope(each, weights / scale) / scale
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        step = rate * (1 - 0.9 * turn / rounds)
        weights += step * (first / (1 - 0.9**turn)) / (np.sqrt(second / (1 - 0.99**turn)) + 1e-8)
    return dict(zip(_NAMES, (weights / scale).tolist(), strict=True))


def _scales(lessons: Sequence[Lesson]) -> np.ndarray:
    """Root mean square of each feature over the gold steps, so that one ridge fits all."""
    total, count = np.zeros(len(_NAMES)), 1
    for each in lessons:
        for step in each.gold:
            total += _sum(each, [step]) ** 2
            count += 1
    return np.maximum(np.sqrt(total / count), 0.05)


def _slope(each: Lesson, weights: np.ndarray) -> np.ndarray:
    """Features of the gold path minus the features expected under the present weights."""
    w = weights.astype(np.float32)
    scores = np.einsum("tfc,f->tc", each.beads, w[: len(FEATURES)])
    i, j = each.band.coordinates()
    for t, (m, n) in enumerate(SIZES):
        scores[t][(i < m) | (j < n)] = -np.inf
    dropped = w[len(FEATURES) :] @ each.dropped
    added = w[len(FEATURES) :] @ each.added
    chances, _ = posteriors(each.band, scores, dropped, added)
    expected = np.zeros(len(_NAMES))
    expected[: len(FEATURES)] = np.einsum("tc,tfc->f", chances[:-2], each.beads)
    lost, came = chances[-2] * (i > 0), chances[-1] * (j > 0)
    expected[len(FEATURES) :] = each.dropped @ np.bincount(
        np.maximum(i - 1, 0), lost, each.dropped.shape[1]
    ) + each.added @ np.bincount(np.maximum(j - 1, 0), came, each.added.shape[1])
    return _sum(each, each.gold) - expected


def _sum(each: Lesson, steps: Iterable[tuple[int, int, int, int]]) -> np.ndarray:
    """The features of a path."""
    first, _, offsets = each.band.diagonals()
    total = np.zeros(len(_NAMES))
    for i, k, j, q in steps:
        if i == k:
            total[len(FEATURES) :] += each.added[:, j]
        elif j == q:
            total[len(FEATURES) :] += each.dropped[:, i]
        else:
            cell = int(offsets[k + q] + k - first[k + q])
            total[: len(FEATURES)] += each.beads[SIZES.index((k - i, q - j)), :, cell]
    return total
