"""Small encoders with known vectors, so that the tests need no model."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np
import pytest

from mtqa.align.beads import Floats


class Words:
    """A toy encoder: every word is a random direction, so shared words mean likeness."""

    name = "toy"

    def encode(self, texts: Sequence[str]) -> Floats:
        rows = np.zeros((len(texts), 64), np.float32)
        for row, text in zip(rows, texts, strict=True):
            for word in text.lower().split():
                draw = np.random.default_rng(zlib.crc32(word.strip(".,").encode()))
                row += draw.standard_normal(64).astype(np.float32)
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return rows


@pytest.fixture
def words() -> Words:
    return Words()
