"""Runs of sentences: boxes and lengths against the plain sums."""

from __future__ import annotations

import numpy as np
import pytest

from mtqa.align.beads import LARGEST, SIZES, Band
from mtqa.align.coarse import rough_band
from mtqa.align.runs import boxes, products, run_lengths, run_sums


@pytest.mark.parametrize("count", [1, 2, 4, 5, 30])
def test_lengths_are_those_of_the_sums(count: int) -> None:
    draw = np.random.default_rng(count)
    vectors = draw.standard_normal((count, 8)).astype("f4")
    weights = draw.random(count).astype("f4")
    for size, lengths in zip(range(1, LARGEST + 1), run_lengths(vectors, weights), strict=True):
        sums = run_sums(vectors * weights[:, None], size)
        assert lengths == pytest.approx(np.linalg.norm(sums, axis=1), abs=1e-3)


def test_boxes_are_sums_over_pairs() -> None:
    draw = np.random.default_rng(1)
    x, y = draw.standard_normal((9, 4)).astype("f4"), draw.standard_normal((11, 4)).astype("f4")
    band = Band.around([(0, 0), (5, 4), (9, 11)], 2)
    i, j = band.coordinates()
    whole = x @ y.T
    for t, box in boxes(products(band, x, y), i, j, SIZES):
        m, n = SIZES[t]
        for cell in np.flatnonzero((i >= m) & (j >= n)):
            a, b = i[cell], j[cell]
            assert box[cell] == pytest.approx(whole[a - m : a, b - n : b].sum(), abs=1e-4)


def test_the_rough_band_holds_the_path_of_a_long_text() -> None:
    draw = np.random.default_rng(2)
    x = draw.standard_normal((3000, 32)).astype("f4")
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    kept = np.flatnonzero(
        (np.arange(3000) % 7 != 0) & ~((np.arange(3000) > 900) & (np.arange(3000) < 1100))
    )
    band = rough_band(x, x[kept], 12)
    assert band.cells < 0.05 * len(x) * len(kept)
    inside = [(band.low[i] <= j <= band.high[i]) for j, i in enumerate(kept)]
    assert np.mean(inside) > 0.99


def test_cells_grow_with_the_length_and_not_its_square() -> None:
    cells = []
    for count in (2000, 4000):
        x = np.random.default_rng(count).standard_normal((count, 32)).astype("f4")
        x /= np.linalg.norm(x, axis=1, keepdims=True)
        cells.append(rough_band(x, x, 12).cells)
    assert cells[1] < 2.2 * cells[0]
