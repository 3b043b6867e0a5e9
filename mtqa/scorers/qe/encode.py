"""How a pair of texts becomes the pieces that the model reads.

A pair is ``<s> target </s> </s> source </s>``; without a source it ends after the first ``</s>``.
Offsets count code points of the text as it was given, half-open.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

START, PADDING, END = 0, 1, 2
#: Pieces of a pair at most, and of its target: what lies behind them the model does not see.
LIMIT = 320
TARGET_LIMIT = 200
_HALF = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pair:
    """The pieces of a pair.

    Attributes:
        ids: numbers of the pieces.
        target: offsets into the target of its pieces, which begin at number 1.
        source: offsets into the source of its pieces, the first of which has number ``source_at``.
        source_at: where the source begins in ``ids``; the length of ``ids`` without a source.
    """

    ids: tuple[int, ...]
    target: tuple[tuple[int, int], ...]
    source: tuple[tuple[int, int], ...]
    source_at: int

    @property
    def of_target(self) -> slice:
        """The numbers of the target's pieces."""
        return slice(1, 1 + len(self.target))

    @property
    def of_source(self) -> slice:
        """The numbers of the source's pieces."""
        return slice(self.source_at, self.source_at + len(self.source))


def encode(tokenizer: Tokenizer, texts: Sequence[tuple[str, str | None]]) -> Iterator[Pair]:
    """The pieces of pairs of target and source."""
    targets = tokenizer.encode_batch(
        [_letters(target) for target, _ in texts], add_special_tokens=False
    )
    sources = tokenizer.encode_batch(
        [_letters(source or "") for _, source in texts], add_special_tokens=False
    )
    for target, source in zip(targets, sources, strict=True):
        left = target.ids[:TARGET_LIMIT]
        ids = [START, *left, END]
        right: list[int] = []
        at = len(ids)
        if source.ids:
            right = source.ids[: LIMIT - len(ids) - 2]
            at += 1
            ids += [END, *right, END]
        yield Pair(
            tuple(ids),
            tuple(target.offsets[: len(left)]),
            tuple(source.offsets[: len(right)]),
            at if right else len(ids),
        )


def _letters(text: str) -> str:
    """The text with a replacement for each lone half of a surrogate pair, which no tokenizer takes;
    every offset stays."""
    return _HALF.sub("\ufffd", text)


def tables(pairs: Sequence[Pair]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The pieces of pairs as a table, short rows padded, and the side that each is of: 1 for the
    target, 2 for the source, 0 for what stands between and behind them."""
    shape = len(pairs), max(len(pair.ids) for pair in pairs)
    ids, sides = np.full(shape, PADDING, np.int64), np.zeros(shape, np.int64)
    for row, pair in enumerate(pairs):
        ids[row, : len(pair.ids)] = pair.ids
        sides[row, pair.of_target], sides[row, pair.of_source] = 1, 2
    return ids, sides
