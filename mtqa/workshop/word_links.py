"""Which word of a source renders which of its translation: lexical alignment of many pairs.

IBM model 1 with a preference for the diagonal (Dyer, Chahuneau and Smith 2013, "A simple, fast, and
effective reparameterization of IBM model 2"), trained both ways, and of both only the links on
which they agree. Deterministic.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy

if TYPE_CHECKING:
    from numpy.typing import NDArray

Sides = tuple[Sequence[str], Sequence[str]]
_ROUNDS = 5
#: How strongly words in like places are drawn to each other.
_TENSION = 4.0
#: A word that renders nothing has this probability beforehand.
_NOTHING = 0.08
#: Added to each expected count: keeps rare words from taking everything.
_PRIOR = 0.01


class _Table(NamedTuple):
    """The possible links of all pairs in a row, those of one target word beside each other.

    Attributes:
        sources: of every different pair of words its source word.
        cells: of every possible link its pair of words.
        places: how likely its places are beforehand.
        groups: where each target word's links begin.
    """

    sources: NDArray[numpy.int64]
    cells: NDArray[numpy.int64]
    places: NDArray[numpy.float64]
    groups: NDArray[numpy.int64]


def links(pairs: Sequence[Sides]) -> list[set[tuple[int, int]]]:
    """For every pair the (source index, target index) that both directions choose.

    Args:
        pairs: words of source and target, best as lemmas.
    """
    forward = _chosen(pairs)
    backward = _chosen([(target, source) for source, target in pairs])
    return [
        {(i, j) for j, i in enumerate(there) if i >= 0 and back[i] == j}
        for there, back in zip(forward, backward, strict=True)
    ]


def _chosen(pairs: Sequence[Sides]) -> list[list[int]]:
    """For every target word the index of the source word it most probably renders; -1: none."""
    table = _table(pairs)
    size = len(table.sources)
    if not size:
        return [[-1] * len(target) for _, target in pairs]
    member = numpy.repeat(
        numpy.arange(len(table.groups)),
        numpy.diff(numpy.append(table.groups, len(table.cells))),
    )
    chance = numpy.ones(size)
    for _ in range(_ROUNDS):
        weight = chance[table.cells] * table.places
        weight /= numpy.add.reduceat(weight, table.groups)[member]
        counts = numpy.bincount(table.cells, weight, size) + _PRIOR
        chance = counts / numpy.bincount(table.sources, counts)[table.sources]
    return _best(pairs, chance[table.cells] * table.places)


def _table(pairs: Sequence[Sides]) -> _Table:
    source_ids: dict[str, int] = {"": 0}
    target_ids: dict[str, int] = {}
    keys: list[NDArray[numpy.int64]] = []
    places: list[NDArray[numpy.float64]] = []
    groups: list[int] = []
    at = 0
    for source, target in pairs:
        left = numpy.array([0, *(source_ids.setdefault(w, len(source_ids)) for w in source)])
        right = numpy.array([target_ids.setdefault(w, len(target_ids)) for w in target], int)
        keys.append((left[None, :] + (right[:, None] << 32)).ravel())
        places.append(_places(len(source), len(target)).ravel())
        groups += range(at, at + len(left) * len(right), len(left))
        at += len(left) * len(right)
    empty = numpy.zeros(0)
    known, cells = numpy.unique(
        numpy.concatenate([*keys, empty.astype(numpy.int64)]), return_inverse=True
    )
    near = numpy.concatenate([*places, empty])
    return _Table(known & 0xFFFFFFFF, cells, near, numpy.array(groups, numpy.int64))


def _places(source: int, target: int) -> NDArray[numpy.float64]:
    """Target words by source words, the empty word first: how likely they are beforehand."""
    here = (numpy.arange(target)[:, None] + 0.5) / max(target, 1)
    there = (numpy.arange(source)[None, :] + 0.5) / max(source, 1)
    near = numpy.exp(-_TENSION * numpy.abs(here - there))
    near *= (1 - _NOTHING) / numpy.maximum(near.sum(axis=1, keepdims=True), 1e-9)
    nothing = numpy.full((target, 1), _NOTHING)
    found: NDArray[numpy.float64] = numpy.concatenate([nothing, near], axis=1)
    return found


def _best(pairs: Sequence[Sides], weight: NDArray[numpy.float64]) -> list[list[int]]:
    found: list[list[int]] = []
    at = 0
    for source, target in pairs:
        width = len(source) + 1
        block = weight[at : at + width * len(target)].reshape(len(target), width)
        found.append([int(index) - 1 for index in block.argmax(axis=1)])
        at += width * len(target)
    return found
