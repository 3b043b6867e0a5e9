"""Paragraphs in another place: found, taken out of the path, and reported as moved.

A path is monotone, so a block that an editor moved shows up as dropped here and added there, or
glued to its neighbours. Such a block betrays itself: its sentences are unlike what the path gives
them and each other's nearest elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.beads import Floats, Ints

Step = tuple[int, int, int, int]

#: Similarity that makes a pair off the path the seed of a block; and a member of one.
_SEED, _MEMBER = 0.35, 0.25
#: How much nearer than its partner on the path the partner off the path must be.
_GAIN = 0.1
#: Farthest step between two members of a block.
_STEP = 3
#: Shortest sentence (characters) that may be a block of its own, and its similarity.
_LONELY_CHARS, _LONELY = 25.0, 0.45
#: How many sentences away from its place on the diagonal a lonely sentence is believed.
_FARTHEST = 40.0
#: Similarity that lets a free neighbour join a block.
_JOIN = 0.15
#: More weak sentences than this on one side are not searched for moves (the search is quadratic).
_MOST = 3000


@dataclass(frozen=True)
class Block:
    """Source sentences ``rows`` and target sentences ``columns`` that belong together elsewhere."""

    rows: range
    columns: range


def blocks(steps: Sequence[Step], x: Floats, y: Floats, x_chars: Floats) -> list[Block]:
    """Candidates for moved blocks, the largest first; they do not overlap.

    Args:
        steps: a path, ``(i, k, j, q)`` for source ``[i, k)`` and target ``[j, q)``.
        x: vectors of the source sentences, centred, unit rows.
        y: the target's.
        x_chars: lengths of the source sentences.
    """
    on_path_x, on_path_y = _on_path(steps, x, y)
    weak_x, weak_y = np.flatnonzero(on_path_x < _SEED), np.flatnonzero(on_path_y < _SEED)
    if not len(weak_x) or not len(weak_y) or max(len(weak_x), len(weak_y)) > _MOST:
        return []
    pairs = _pairs(weak_x, weak_y, x, y, on_path_x, on_path_y)
    found = []
    for chain in _chains(pairs):
        likeness = [alike for _, _, alike in chain]
        if max(likeness) < _SEED:
            continue
        first = chain[0]
        far = abs(first[0] * len(y) - first[1] * len(x)) / min(len(x), len(y))
        lonely = first[2] >= _LONELY and x_chars[first[0]] >= _LONELY_CHARS and far <= _FARTHEST
        if len(chain) == 1 and not lonely:
            continue
        rows = range(min(i for i, _, _ in chain), max(i for i, _, _ in chain) + 1)
        columns = range(min(j for _, j, _ in chain), max(j for _, j, _ in chain) + 1)
        found.append(Block(rows, columns))
    found.sort(key=lambda block: -len(block.rows) - len(block.columns))
    return _apart(found)


def _on_path(steps: Sequence[Step], x: Floats, y: Floats) -> tuple[Floats, Floats]:
    """For each sentence the likeness of its nearest partner inside its bead; 0 if it is alone."""
    left, right = np.zeros(len(x), np.float32), np.zeros(len(y), np.float32)
    for i, k, j, q in steps:
        if i < k and j < q:
            alike = x[i:k] @ y[j:q].T
            left[i:k], right[j:q] = alike.max(axis=1), alike.max(axis=0)
            if k - i > 1 and q - j > 1:
                for a, b in _crossing(alike.argmax(axis=1).tolist()):
                    left[i + a] = right[j + b] = 0
    return left, right


def _crossing(partners: Sequence[int]) -> list[tuple[int, int]]:
    """The pairs (place, partner) that are not on the longest ascending run of partners: a bead of
    several sentences on both sides may hide sentences that changed places."""
    best: list[list[int]] = []
    for place, partner in enumerate(partners):
        before = [best[k] for k in range(place) if partners[k] <= partner]
        best.append([*longest(before), place])
    kept = set(longest(best))
    return [(place, partner) for place, partner in enumerate(partners) if place not in kept]


def longest(runs: Sequence[list[int]]) -> list[int]:
    """The first of the longest lists; an empty one if there are none."""
    return max(runs, key=len) if runs else []


def _pairs(
    weak_x: Ints, weak_y: Ints, x: Floats, y: Floats, on_x: Floats, on_y: Floats
) -> list[tuple[int, int, float]]:
    """Pairs of weak sentences that are each other's nearest and nearer than on the path."""
    alike = x[weak_x] @ y[weak_y].T
    ours, theirs = alike.argmax(axis=1), alike.argmax(axis=0)
    found = []
    for a, i in enumerate(weak_x.tolist()):
        b = int(ours[a])
        value, j = float(alike[a, b]), int(weak_y[b])
        mutual = int(theirs[b]) == a
        better = value > on_x[i] + _GAIN and value > on_y[j] + _GAIN
        if mutual and better and value >= _MEMBER:
            found.append((i, j, value))
    return found


def _chains(pairs: Sequence[tuple[int, int, float]]) -> list[list[tuple[int, int, float]]]:
    """Pairs that follow each other on both sides."""
    chains: list[list[tuple[int, int, float]]] = []
    for pair in pairs:
        for chain in chains:
            i, j, _ = chain[-1]
            if 0 < pair[0] - i <= _STEP and 0 < pair[1] - j <= _STEP:
                chain.append(pair)
                break
        else:
            chains.append([pair])
    return chains


def _apart(found: Sequence[Block]) -> list[Block]:
    """Leave out blocks that overlap a larger one."""
    kept: list[Block] = []
    for block in found:
        clash = any(
            set(block.rows) & set(other.rows) or set(block.columns) & set(other.columns)
            for other in kept
        )
        if not clash:
            kept.append(block)
    return kept


def widened(
    block: Block, free_rows: np.ndarray, free_columns: np.ndarray, x: Floats, y: Floats
) -> Block:
    """A block with the free neighbours that are a little like it, or like each other: the other
    half of a split sentence, or a pair too weak to seed a block."""
    rows, columns = block.rows, block.columns
    for side in (-1, 1):
        more_rows = _free(rows, side, free_rows)
        more_columns = _free(columns, side, free_columns)
        alike = x[[*more_rows, *rows]] @ y[[*more_columns, *columns]].T
        joined = [i for k, i in enumerate(more_rows) if alike[k].max() >= _JOIN]
        rows = _span([*rows, *joined])
        joined = [j for k, j in enumerate(more_columns) if alike[:, k].max() >= _JOIN]
        columns = _span([*columns, *joined])
    return Block(rows, columns)


def _free(run: range, side: int, free: np.ndarray) -> list[int]:
    """Up to three free places next to a run, nearest first."""
    edge = run[0] if side < 0 else run[-1]
    found = []
    for step in range(1, _STEP + 1):
        place = edge + side * step
        if not 0 <= place < len(free) or not free[place]:
            break
        found.append(place)
    return found


def _span(places: Sequence[int]) -> range:
    return range(min(places), max(places) + 1)
