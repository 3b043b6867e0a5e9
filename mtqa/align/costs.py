"""What a bead is worth: similarity, length and shared keys, weighed against leaving it undone.

A bead's worth is a weighted sum of a few features; a dropped or added sentence has a worth of its
own, so merging pays only where both parts add something. Vectors are centred per text, which makes
the similarity of random pairs zero on average: the normalisation against random pairs of Vecalign
(Thompson and Koehn 2019) in closed form. The length feature is Gale and Church's (1993). The
weights are learnt, see `mtqa.workshop.alignment.learn`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from mtqa.align.beads import SIZES, Band, Floats, Ints
from mtqa.align.runs import Pairs, boxes, fits, layout, products, run_lengths, run_sums
from mtqa.align.surface import Surface, length
from mtqa.align.units import Reach, Units, mirrored_layout

#: Variance of the length difference per character (Gale and Church 1993).
_SPREAD = 6.8
#: A length difference beyond this many standard deviations counts no further.
_FARTHEST = 5.0
_CLOSERS = " \t\n»«\"”“’')]"
#: How strongly the centre of a short text leans on the centre of both texts.
_LEAN = 2.0
#: Names of the features of a bead, and of a dropped or added sentence.
FEATURES = (
    "sim", "sim_once", "sim_chars", "size", "gap", "gap_square", "match", "dice",
    "one", "extra", "both", "deep", "crossing", "repeat", "end_clash", "start_clash",
    "words_covered", "words_charged", "words_cover", "words_charge", "words_root",
    "clauses_covered", "clauses_charged", "clauses_cover", "clauses_charge", "clauses_root",
)  # fmt: skip
ALONE = (
    "alone", "alone_long", "alone_best", "alone_again", "words_best", "words_best_share",
    "clauses_best", "clauses_best_share",
)  # fmt: skip

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
        units: words and clauses of both texts, where the encoder knows them.
        x_edges: for each source sentence whether it begins in lower case, whether it ends without
            a full stop, question or exclamation mark, and whether the next sentence is the same.
        y_edges: the same for the target.
        x_walls: whether no bead may span the place after each source sentence, if any.
        y_walls: the same for the target.
    """

    x: Floats
    y: Floats
    x_chars: Floats
    y_chars: Floats
    surface: Surface
    x_breaks: np.ndarray
    y_breaks: np.ndarray
    x_edges: tuple[np.ndarray, ...]
    y_edges: tuple[np.ndarray, ...]
    units: Mapping[str, tuple[Units, Units]] = field(default_factory=dict)
    x_walls: np.ndarray | None = None
    y_walls: np.ndarray | None = None

    def take(self, rows: Ints, columns: Ints) -> Texts:
        """Some sentences of both texts (ascending); no bead may span a gap between them."""
        return replace(
            self,
            x=self.x[rows],
            y=self.y[columns],
            x_chars=self.x_chars[rows],
            y_chars=self.y_chars[columns],
            surface=self.surface.take(rows, columns),
            x_breaks=self.x_breaks[rows],
            y_breaks=self.y_breaks[columns],
            x_edges=tuple(marks[rows] for marks in self.x_edges),
            y_edges=tuple(marks[columns] for marks in self.y_edges),
            units={k: (a.take(rows), b.take(columns)) for k, (a, b) in self.units.items()},
            x_walls=np.append(np.diff(rows) > 1, False),
            y_walls=np.append(np.diff(columns) > 1, False),
        )


def centred(x: Floats, y: Floats, centre: Floats | None = None) -> tuple[Floats, Floats]:
    """Unit vectors with each text's mean taken away, so that random pairs have similarity 0.

    Args:
        x: vectors of the source sentences.
        y: vectors of the target sentences.
        centre: mean vector of sentences at large, on which short texts lean; if not given, the
            mean of both texts.
    """
    both = (x.mean(axis=0) + y.mean(axis=0)) / 2 if centre is None else centre
    sides = []
    for side in (x, y):
        mean = (side.sum(axis=0) + _LEAN * both) / (len(side) + _LEAN)
        moved = side - mean
        norm = np.linalg.norm(moved, axis=1, keepdims=True)
        sides.append((moved / np.maximum(norm, 1e-9)).astype(np.float32))
    return sides[0], sides[1]


def edges(sentences: Sequence[str]) -> tuple[np.ndarray, ...]:
    """Whether each sentence begins in lower case, and whether it ends without a final mark (signs
    that it is a part of a sentence); and whether the next one repeats it."""
    begins = [next((c for c in s if c.isalnum()), "").islower() for s in sentences]
    ends = [(s.rstrip(_CLOSERS) or " ")[-1] not in ".!?…" for s in sentences]
    again = [one == after for one, after in pairwise(sentences)] + [False] * bool(sentences)
    return np.array(begins, bool), np.array(ends, bool), np.array(again, bool)


def prepare(
    source: Sequence[str],
    target: Sequence[str],
    x: Floats,
    y: Floats,
    *,
    x_breaks: np.ndarray | None = None,
    y_breaks: np.ndarray | None = None,
    ratio: float = 1.0,
    units: Mapping[str, tuple[Units, Units]] | None = None,
    centre: Floats | None = None,
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
        units: words and clauses of both texts, if known.
        centre: mean vector of sentences at large, see `centred`.
    """
    x, y = centred(x, y, centre)
    scale = np.sqrt(ratio)
    return Texts(
        x,
        y,
        np.array([length(s) for s in source], np.float32) * np.float32(scale),
        np.array([length(s) for s in target], np.float32) / np.float32(scale),
        Surface.of(source, target),
        np.zeros(len(source), bool) if x_breaks is None else x_breaks,
        np.zeros(len(target), bool) if y_breaks is None else y_breaks,
        edges(source),
        edges(target),
        units or {},
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
        self.parts = {kind: _Parts(band, *sides) for kind, sides in texts.units.items()}

    def each(
        self, sizes: Sequence[tuple[int, int]] = SIZES
    ) -> Iterator[tuple[tuple[int, int], dict[str, Floats]]]:
        """The features of the beads of each size, one number per cell of the band."""
        texts = self.texts
        weighted = _weighed(self.near, _heft(texts.x_chars), _heft(texts.y_chars))
        near = {sizes[t]: box for t, box in boxes(weighted, self.i, self.j, sizes)}
        keys = {sizes[t]: box for t, box in boxes(self.keys, self.i, self.j, sizes)}
        for size in sizes:
            yield size, self._of(size, near.pop(size), keys.pop(size))

    def _of(self, size: tuple[int, int], near: Floats, keys: Floats) -> dict[str, Floats]:
        m, n = size
        i, j, texts = self.i, self.j, self.texts
        half = np.float32((m + n) / 2)
        sim = near / np.maximum(self.x_norms[m - 1][i] * self.y_norms[n - 1][j], 1e-9)
        left = run_sums(texts.x_chars, m)[i]
        right = run_sums(texts.y_chars, n)[j]
        chars = (left + right) / 2
        gap = np.abs(left - right) / np.sqrt(np.maximum(_SPREAD * chars, 1.0))
        gap = np.minimum(gap, _FARTHEST)
        mass = run_sums(self.masses[0], m)[i] + run_sums(self.masses[1], n)[j]
        crossing = _inside(texts.x_breaks, m, i) + _inside(texts.y_breaks, n, j)
        ones = np.ones(len(i), np.float32)
        parts = [part.of(kind, i, j, m, n) for kind, part in self.parts.items()]
        return {
            "sim": half * sim,
            "sim_once": sim,
            "sim_chars": sim * chars / self.average,
            "size": half * ones,
            "gap": gap,
            "gap_square": gap**2,
            "match": np.minimum(keys, 8.0),
            "dice": half * 2 * keys / (mass + 2.0),
            "one": ones * (m == n == 1),
            "extra": ones * (m + n - 2),
            "both": ones * (min(m, n) > 1),
            "deep": ones * max(0, min(m, n) - 2),
            "crossing": crossing,
            "repeat": np.abs(_inside(texts.x_edges[2], m, i) - _inside(texts.y_edges[2], n, j)),
            "end_clash": (
                texts.x_edges[1][np.maximum(i - 1, 0)] != texts.y_edges[1][np.maximum(j - 1, 0)]
            ).astype(np.float32),
            "start_clash": (
                texts.x_edges[0][np.maximum(i - m, 0)] != texts.y_edges[0][np.maximum(j - n, 0)]
            ).astype(np.float32),
            **{name: values for part in parts for name, values in part.items()},
        }

    def _allowed(self, size: tuple[int, int]) -> np.ndarray:
        """Whether a bead of that size may end in each cell."""
        allowed = fits(self.i, self.j, size)
        both = ((self.texts.x_walls, self.i), (self.texts.y_walls, self.j))
        for (walls, at), run in zip(both, size, strict=True):
            if walls is not None and walls.any():
                allowed &= _inside(walls, run, at) == 0
        return allowed

    def alone(self) -> tuple[dict[str, Floats], dict[str, Floats]]:
        """The features of leaving each source and each target sentence alone."""
        best_x, best_y = _best(self.near, len(self.texts.x), len(self.texts.y))
        texts = self.texts
        both = (
            (texts.x_chars, best_x, texts.x_edges[2]),
            (texts.y_chars, best_y, texts.y_edges[2]),
        )
        sides: list[dict[str, Floats]] = [
            {
                "alone": np.ones(len(chars), np.float32),
                "alone_long": np.log(chars / self.average).astype(np.float32),
                "alone_best": best,
                "alone_again": np.append(False, again[:-1]).astype(np.float32),
            }
            for chars, best, again in both
        ]
        for kind, part in self.parts.items():
            for side, more in zip(sides, part.alone(kind), strict=True):
                side.update(more)
        return sides[0], sides[1]

    def scores(
        self, weights: Weights, sizes: Sequence[tuple[int, int]] = SIZES
    ) -> tuple[Floats, Floats, Floats]:
        """What every bead, every dropped and every added sentence is worth."""
        table = np.empty((len(sizes), len(self.i)), np.float32)
        for t, (size, features) in enumerate(self.each(sizes)):
            total = sum(weights[name] * values for name, values in features.items())
            table[t] = np.where(self._allowed(size), total, -np.inf)
        return (table, *self.alone_scores(weights))

    def alone_scores(self, weights: Weights) -> tuple[Floats, Floats]:
        """What every dropped and every added sentence is worth."""
        dropped, added = (
            sum(weights[name] * values for name, values in side.items()) for side in self.alone()
        )
        return np.asarray(dropped, np.float32), np.asarray(added, np.float32)


def _inside(marks: np.ndarray, run: int, at: Ints) -> Floats:
    """How many marks stand between the sentences of the run that ends before each row."""
    marks = marks.astype(np.float32)
    result: Floats = np.maximum(run_sums(marks, run)[at] - marks[np.maximum(at - 1, 0)], 0)
    return result


class _Parts:
    """The words or the clauses of both texts against each other, under a band."""

    def __init__(self, band: Band, ours: Units, theirs: Units) -> None:
        start, end, _ = layout(band)
        self.forth = Reach.of(ours, theirs, start, end)
        self.back = Reach.of(theirs, ours, *mirrored_layout(start, end, len(theirs.first) - 1))
        self.masses = ours.masses(), theirs.masses()
        self.average = max(float(np.concatenate(self.masses).mean()), 1e-6)

    def of(self, kind: str, i: Ints, j: Ints, m: int, n: int) -> dict[str, Floats]:
        """How much of the beads of one size is covered, and charged to them."""
        half = np.float32((m + n) / 2)
        mass = run_sums(self.masses[0], m)[i] + run_sums(self.masses[1], n)[j]
        row, column = np.maximum(i - 1, 0), np.maximum(j - 1, 0)
        covered, charged = (
            self.forth.sums(row, column, m, n, forth) + self.back.sums(column, row, n, m, back)
            for forth, back in (
                (self.forth.covered, self.back.covered),
                (self.forth.charged, self.back.charged),
            )
        )
        share = half / np.maximum(mass, 1e-3 * self.average)
        return {
            f"{kind}_covered": covered / self.average,
            f"{kind}_charged": charged / self.average,
            f"{kind}_cover": covered * share,
            f"{kind}_charge": charged * share,
            f"{kind}_root": np.sqrt(np.maximum(charged / self.average, 0)),
        }

    def alone(self, kind: str) -> list[dict[str, Floats]]:
        """How well each sentence would be covered by its best partners anywhere near."""
        return [
            {
                f"{kind}_best": (reach.best / self.average).astype(np.float32),
                f"{kind}_best_share": (reach.best / np.maximum(mass, 1e-3 * self.average)).astype(
                    np.float32
                ),
            }
            for reach, mass in zip((self.forth, self.back), self.masses, strict=True)
        ]


def _heft(chars: Floats) -> Floats:
    """How much a sentence weighs in the vector of its run."""
    return chars


def _weighed(pairs: Pairs, left: Floats, right: Floats) -> Pairs:
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
