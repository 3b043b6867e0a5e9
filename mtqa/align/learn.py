"""Learning the weights of the costs from gold alignments: a structured perceptron with a margin.

The best path under the present weights, with every wrong bead made more attractive by a margin, is
compared with the gold path; the weights move by the difference of their features (Collins 2002,
averaged; margin and step sizes as in a structural SVM trained by AdaGrad).
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.beads import SIZES, Band, Floats, search
from mtqa.align.costs import ALONE, FEATURES, Evidence, Texts

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


def lesson(texts: Texts, gold: Sequence[tuple[tuple[int, ...], tuple[int, ...]]]) -> Lesson | None:
    """A lesson from gold beads; ``None`` if they are no path (moved, interleaved or too large)."""
    steps = _steps(gold, len(texts.x), len(texts.y))
    if steps is None:
        return None
    corners = [(0, 0), *((k, q) for _, k, _, q in steps)]
    n, m = len(texts.x), len(texts.y)
    band = Band.full(n, m) if n * m < 4000 else Band.around(corners, 25)
    evidence = Evidence(texts, band)
    beads = np.zeros((len(SIZES), len(FEATURES), len(evidence.i)), np.float32)
    for t, (_, features) in enumerate(evidence.each()):
        for name, values in features.items():
            beads[t, FEATURES.index(name)] = values
    alone = [np.stack([side[name] for name in ALONE]) for side in evidence.alone()]
    return Lesson(band, beads, alone[0], alone[1], frozenset(steps))


def chunks(whole: Lesson, steps: int = 12) -> list[Lesson]:
    """Cut a long lesson into lessons of about that many gold steps: more updates, better averages."""
    first, _, offsets = whole.band.diagonals()
    path = sorted(whole.gold, key=lambda step: (step[1] + step[3], step[1]))
    parts = []
    for at in range(0, len(path), steps):
        some = path[at : at + steps]
        i, j, k, q = some[0][0], some[0][2], some[-1][1], some[-1][3]
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
    lessons: Sequence[Lesson], *, rounds: int = 12, margin: float = 0.3, rate: float = 0.1,
    ridge: float = 1e-4, seed: int = 1, start: dict[str, float] | None = None,
) -> dict[str, float]:  # fmt: skip
    """The averaged weights after some rounds over the lessons.

    Args:
        lessons: what to learn from.
        rounds: how often each lesson is seen.
        margin: what each wrong sentence of a path is given in advance.
        rate: step size.
        ridge: pull towards zero.
        seed: of the order of lessons.
        start: weights to begin with.
    """
    weights = np.array([(start or {}).get(name, 0.0) for name in _NAMES])
    if start is None:
        weights[_NAMES.index("sim")] = 1.0
        weights[_NAMES.index("size")] = -0.2
    total, count = np.zeros_like(weights), 0
    speed = np.full_like(weights, 1e-6)
    draw = random.Random(seed)
    order = list(lessons)
    for turn in range(rounds):
        draw.shuffle(order)
        for each in order:
            slope = _slope(each, weights, margin) / max(1, len(each.gold)) ** 0.5
            slope -= ridge * weights
            speed += slope**2
            weights = weights + rate * slope / np.sqrt(speed)
            if turn >= rounds // 3:
                total, count = total + weights, count + 1
    return dict(zip(_NAMES, (total / max(1, count)).tolist(), strict=True))


def _slope(each: Lesson, weights: np.ndarray, margin: float) -> np.ndarray:
    """Features of the gold path minus features of the best path in the margin's eyes."""
    w = weights.astype(np.float32)
    scores = np.einsum("tfc,f->tc", each.beads, w[: len(FEATURES)])
    dropped = w[len(FEATURES) :] @ each.dropped
    added = w[len(FEATURES) :] @ each.added
    i, j = each.band.coordinates()
    first, _, offsets = each.band.diagonals()
    for t, (m, n) in enumerate(SIZES):
        scores[t] += margin * (m + n) / 2
        scores[t][(i < m) | (j < n)] = -np.inf
    dropped, added = dropped + margin / 2, added + margin / 2
    for a, b, c, d in each.gold:
        if a == b:
            added[c] -= margin / 2
        elif c == d:
            dropped[a] -= margin / 2
        else:
            t = SIZES.index((b - a, d - c))
            scores[t, offsets[b + d] + b - first[b + d]] -= margin * (b - a + d - c) / 2
    path = search(each.band, scores, dropped, added)
    return _sum(each, each.gold) - _sum(each, path.steps())


def _sum(each: Lesson, steps: frozenset[tuple[int, int, int, int]] | list) -> np.ndarray:
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
