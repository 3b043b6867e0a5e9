"""The search: exact against trying everything, mirrored by mirrored input, inside its band."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.align.beads import LARGEST, SIZES, Band, search
from mtqa.align.posterior import posteriors


def table(band: Band, seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Random worths; impossible beads are forbidden."""
    draw = np.random.default_rng(seed)
    i, j = band.coordinates()
    scores = draw.normal(-1, 1, (len(SIZES), len(i))).astype(np.float32)
    for t, (m, n) in enumerate(SIZES):
        scores[t][(i < m) | (j < n)] = -np.inf
    n, m = len(band.low) - 1, int(band.high[-1])
    return scores, draw.normal(-1, 1, n).astype("f4"), draw.normal(-1, 1, m).astype("f4")


def brute(band: Band, scores: np.ndarray, dropped: np.ndarray, added: np.ndarray) -> float:
    """The best value by plain recursion."""
    where = {
        cell: at
        for at, cell in enumerate(zip(*map(np.ndarray.tolist, band.coordinates()), strict=True))
    }

    @lru_cache(None)
    def best(i: int, j: int) -> float:
        if (i, j) not in where:
            return -1e18
        if not i and not j:
            return 0.0
        found = [-1e18]
        if i:
            found.append(best(i - 1, j) + float(dropped[i - 1]))
        if j:
            found.append(best(i, j - 1) + float(added[j - 1]))
        for t, (m, n) in enumerate(SIZES):
            if i >= m and j >= n:
                found.append(best(i - m, j - n) + float(scores[t, where[i, j]]))
        return max(found)

    return best(len(dropped), len(added))


@given(st.integers(0, 7), st.integers(0, 7), st.integers(0, 999))
@settings(max_examples=60, deadline=None)
def test_the_path_is_the_best_one(n: int, m: int, seed: int) -> None:
    band = Band.full(n, m)
    scores, dropped, added = table(band, seed)
    assert search(band, scores, dropped, added).value == pytest.approx(
        brute(band, scores, dropped, added), abs=1e-4
    )


@given(st.integers(1, 12), st.integers(1, 12), st.integers(0, 999), st.integers(1, 4))
@settings(max_examples=40, deadline=None)
def test_the_path_stays_in_its_band_and_takes_every_sentence_once(
    n: int, m: int, seed: int, width: int
) -> None:
    corners = [(0, 0), (n // 2, m // 2), (n, m)]
    band = Band.around(corners, width)
    scores, dropped, added = table(band, seed)
    path = search(band, scores, dropped, added)
    assert all(band.low[i] <= j <= band.high[i] for i, j in path.corners)
    steps = path.steps()
    assert [i for a, b, _, _ in steps for i in range(a, b)] == list(range(n))
    assert [j for _, _, a, b in steps for j in range(a, b)] == list(range(m))
    assert all(b - a <= LARGEST and d - c <= LARGEST for a, b, c, d in steps)
    assert path.value == pytest.approx(brute(band, scores, dropped, added), abs=1e-4)


@given(st.integers(1, 8), st.integers(1, 8), st.integers(0, 999))
@settings(max_examples=30, deadline=None)
def test_chances_of_the_beads_add_up(n: int, m: int, seed: int) -> None:
    """Every sentence is in some bead with probability 1."""
    band = Band.full(n, m)
    scores, dropped, added = table(band, seed)
    chances, _ = posteriors(band, scores, dropped, added)
    i, _ = band.coordinates()
    held = np.zeros(n)
    for chance, (rows, _) in zip(chances, [*SIZES, (1, 0), (0, 1)], strict=True):
        for back in range(rows):
            inside = i - 1 - back >= 0
            np.add.at(held, (i - 1 - back)[inside], chance[inside])
    assert held == pytest.approx(np.ones(n), abs=1e-3)


def test_no_way_through_is_an_error() -> None:
    band = Band.full(1, 1)
    nothing = np.full((len(SIZES), 4), -np.inf, np.float32)
    blocked = np.full(1, -np.inf, np.float32)
    with pytest.raises(ValueError, match="no path"):
        search(band, nothing, blocked, blocked)


def test_scores_of_another_band_are_an_error() -> None:
    with pytest.raises(ValueError, match="do not fit"):
        search(Band.full(2, 2), np.zeros((len(SIZES), 3), np.float32), np.zeros(2), np.zeros(2))
