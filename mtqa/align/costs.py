"""What a bead is worth: similarity, length and shared keys, weighed against leaving it undone.

A bead's worth is a weighted sum of a few features; a dropped or added sentence has a worth of its
own, so merging pays only where both parts add something. Vectors are centred per text, which makes
the similarity of random pairs zero on average: the normalisation against random pairs of Vecalign
(Thompson and Koehn 2019) in closed form. The length feature is Gale and Church's (1993). The
weights are learnt by a structured perceptron, see `mtqa.align.learn`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.beads import SIZES, Band, Floats, Ints
from mtqa.align.runs import Pairs, boxes, fits, products, run_lengths, run_sums
from mtqa.align.surface import Surface, length

#: Variance of the length difference per character (Gale and Church 1993).
_SPREAD = 6.8
#: A length difference beyond this many squared standard deviations counts no further.
_FARTHEST = 25.0
#: How strongly the centre of a short text leans on the centre of both texts.
_LEAN = 2.0
_BIASES = {
    (1, 1): "one", (1, 2): "two", (1, 3): "three", (1, 4): "four", (2, 2): "two_two",
    (2, 3): "two_three", (2, 4): "many", (3, 3): "many", (3, 4): "many", (4, 4): "many",
}  # fmt: skip

#: Names of the features of a bead, and of a dropped or added sentence.
FEATURES = (
    "sim", "sim_once", "sim_chars", "size", "gap", "gap_size", "match", "dice",
    "one", "two", "three", "four", "two_two", "two_three", "many", "crossing",
)  # fmt: skip
ALONE = ("alone", "alone_long", "alone_best")

Weights = Mapping[str, float]


@dataclass(frozen=True)
class Texts:
    """Two texts as the costs see them.

    Attributes:
        x: vector of each source sentence, centred, unit length.
        y: vector of each target sentence, centred, unit length.
        x_chars: length of each source sentence in characters.
        y_chars: length of each target sentence, scaled to the source's.
        surface: keys that both texts share.
        x_breaks: whether a paragraph ends after each source sentence.
        y_breaks: whether a paragraph ends after each target sentence.
    """

    x: Floats
    y: Floats
    x_chars: Floats
    y_chars: Floats
    surface: Surface
    x_breaks: np.ndarray
    y_breaks: np.ndarray


def centred(x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """Unit vectors with each text's mean taken away, so that random pairs have similarity 0."""
    both = (x.mean(axis=0) + y.mean(axis=0)) / 2
    sides = []
    for side in (x, y):
        mean = (side.sum(axis=0) + _LEAN * both) / (len(side) + _LEAN)
        moved = side - mean
        norm = np.linalg.norm(moved, axis=1, keepdims=True)
        sides.append((moved / np.maximum(norm, 1e-9)).astype(np.float32))
    return sides[0], sides[1]


def prepare(
    source: Sequence[str],
    target: Sequence[str],
    x: Floats,
    y: Floats,
    *,
    x_breaks: np.ndarray | None = None,
    y_breaks: np.ndarray | None = None,
    ratio: float = 1.0,
) -> Texts:
    """Gather what the costs need of two texts and the vectors of their sentences.

    Args:
        source: source sentences.
        target: target sentences.
        x: their vectors, unit rows.
        y: the target's vectors.
        x_breaks: whether a paragraph ends after each source sentence; none if not given.
        y_breaks: the same for the target.
        ratio: characters of the target for one character of the source.
    """
    x, y = centred(x, y)
    scale = np.sqrt(ratio)
    return Texts(
        x,
        y,
        np.array([length(s) for s in source], np.float32) * np.float32(scale),
        np.array([length(s) for s in target], np.float32) / np.float32(scale),
        Surface.of(source, target),
        np.zeros(len(source), bool) if x_breaks is None else x_breaks,
        np.zeros(len(target), bool) if y_breaks is None else y_breaks,
    )


class Evidence:
    """The features of every bead inside a band."""

    def __init__(self, texts: Texts, band: Band) -> None:
        self.texts, self.band = texts, band
        self.i, self.j = band.coordinates()
        self.x_norms = run_lengths(texts.x, _heft(texts.x_chars))
        self.y_norms = run_lengths(texts.y, _heft(texts.y_chars))
        self.near = products(band, texts.x, texts.y)
        self.keys = texts.surface.products(band)
        self.masses = texts.surface.masses()
        self.average = float(np.concatenate([texts.x_chars, texts.y_chars]).mean())

    def each(
        self, sizes: Sequence[tuple[int, int]] = SIZES
    ) -> list[tuple[tuple[int, int], dict[str, Floats]]]:
        """The features of the beads of each size, one number per cell of the band."""
        texts = self.texts
        weighted = _weighed(self.near, _heft(texts.x_chars), _heft(texts.y_chars), self.band)
        near = {sizes[t]: box for t, box in boxes(weighted, self.i, self.j, sizes)}
        keys = {sizes[t]: box for t, box in boxes(self.keys, self.i, self.j, sizes)}
        return [(size, self._of(size, near[size], keys[size])) for size in sizes]

    def _of(self, size: tuple[int, int], near: Floats, keys: Floats) -> dict[str, Floats]:
        m, n = size
        i, j, texts = self.i, self.j, self.texts
        half = np.float32((m + n) / 2)
        sim = near / np.maximum(self.x_norms[m - 1][i] * self.y_norms[n - 1][j], 1e-9)
        left = run_sums(texts.x_chars, m)[i]
        right = run_sums(texts.y_chars, n)[j]
        chars = (left + right) / 2
        gap = np.minimum((left - right) ** 2 / np.maximum(_SPREAD * chars, 1.0), _FARTHEST)
        mass = run_sums(self.masses[0], m)[i] + run_sums(self.masses[1], n)[j]
        crossing = run_sums(texts.x_breaks.astype(np.float32), m)[i]
        crossing = crossing - (texts.x_breaks[np.maximum(i - 1, 0)])
        crossing = crossing + run_sums(texts.y_breaks.astype(np.float32), n)[j]
        crossing = crossing - (texts.y_breaks[np.maximum(j - 1, 0)])
        ones = np.ones(len(i), np.float32)
        bias = _BIASES[min(m, n), max(m, n)]
        return {
            "sim": half * sim,
            "sim_once": sim,
            "sim_chars": sim * chars / self.average,
            "size": half * ones,
            "gap": gap,
            "gap_size": half * gap,
            "match": np.minimum(keys, 8.0),
            "dice": half * 2 * keys / (mass + 2.0),
            bias: ones,
            "crossing": crossing,
        }

    def alone(self) -> tuple[dict[str, Floats], dict[str, Floats]]:
        """The features of leaving each source and each target sentence alone."""
        best_x, best_y = _best(self.near, len(self.texts.x), len(self.texts.y))
        return tuple(  # type: ignore[return-value]
            {
                "alone": np.ones(len(chars), np.float32),
                "alone_long": np.log(chars / self.average).astype(np.float32),
                "alone_best": best,
            }
            for chars, best in ((self.texts.x_chars, best_x), (self.texts.y_chars, best_y))
        )

    def scores(
        self, weights: Weights, sizes: Sequence[tuple[int, int]] = SIZES
    ) -> tuple[Floats, Floats, Floats]:
        """What every bead, every dropped and every added sentence is worth."""
        table = np.empty((len(sizes), len(self.i)), np.float32)
        for t, (size, features) in enumerate(self.each(sizes)):
            total = sum(weights[name] * values for name, values in features.items())
            table[t] = np.where(fits(self.i, self.j, size), total, -np.inf)
        dropped, added = (
            sum(weights[name] * values for name, values in side.items()) for side in self.alone()
        )
        return table, np.asarray(dropped, np.float32), np.asarray(added, np.float32)


def _heft(chars: Floats) -> Floats:
    """How much a sentence weighs in the vector of its run."""
    return chars


def _weighed(pairs: Pairs, left: Floats, right: Floats, band: Band) -> Pairs:
    """Dot products of the weighted vectors."""
    i, j = _where(pairs)
    return Pairs(pairs.start, pairs.offset, pairs.values * left[i] * right[j])


def _where(pairs: Pairs) -> tuple[Ints, Ints]:
    """Source and target index of each pair."""
    counts = np.diff(np.append(pairs.offset, len(pairs.values)))
    i = np.repeat(np.arange(len(counts)), counts)
    j = np.arange(len(pairs.values)) - pairs.offset[i] + pairs.start[i]
    return i, j


def _best(pairs: Pairs, n: int, m: int) -> tuple[Floats, Floats]:
    """The highest similarity of each source and each target sentence inside the band."""
    i, j = _where(pairs)
    best_x, best_y = np.zeros(n, np.float32), np.zeros(m, np.float32)
    np.maximum.at(best_x, i, pairs.values)
    np.maximum.at(best_y, j, pairs.values)
    return best_x, best_y
