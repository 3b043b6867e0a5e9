"""Parallel sentences, seeded with what feeds do to them: a yardstick for the aligner.

Editors merge, split, drop, add and move sentences. Here the same is done to line-parallel
documents by a random generator with a seed, and the gold alignment is kept.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

#: Gold beads: source indices, target indices.
Gold = list[tuple[tuple[int, ...], tuple[int, ...]]]


@dataclass(frozen=True, kw_only=True)
class Disturbance:
    """How much is done to a document (shares of its sentences; probabilities).

    Attributes:
        reshape: share of sentences that are merged with the next one or split in two.
        delete: share of sentences dropped from one side.
        insert: share of strange sentences put into one side.
        move: whether a paragraph of the target goes to another place.
        shift: share of sentences that give a clause to the next one or take one from it, so that
            only both together match (for learning; the yardstick leaves it at 0).
    """

    reshape: float = 0.2
    delete: float = 0.05
    insert: float = 0.05
    move: bool = False
    shift: float = 0.0


@dataclass(frozen=True)
class Case:
    """Two texts as lists of sentences with their gold beads."""

    name: str
    source: list[str]
    target: list[str]
    gold: Gold


@dataclass(frozen=True)
class _Item:
    """Sentences of both sides that belong together."""

    source: tuple[str, ...]
    target: tuple[str, ...]


def disturb(
    name: str,
    source: Sequence[str],
    target: Sequence[str],
    strangers: Sequence[tuple[str, str]],
    how: Disturbance,
    seed: int,
) -> Case:
    """Disturb a document of parallel sentences.

    Args:
        name: what to call the result.
        source: source sentences.
        target: their translations, one each.
        strangers: pairs from other documents; one side of them is what gets inserted.
        how: how much is done.
        seed: of the random generator; equal seeds give equal results.

    Raises:
        ValueError: the sides are not equally long.
    """
    draw = random.Random(f"{name}:{seed}")
    items = [_Item((s,), (t,)) for s, t in zip(source, target, strict=True)]
    done: list[_Item] = []
    at = 0
    while at < len(items):
        item = items[at]
        fate = draw.random()
        if fate < how.reshape:
            item, used = _reshape(draw, item, items[at + 1] if at + 1 < len(items) else None)
            at += used - 1
        elif fate < how.reshape + how.delete:
            item = replace(item, source=()) if draw.random() < 0.5 else replace(item, target=())
        elif fate < how.reshape + how.delete + how.shift and at + 1 < len(items):
            item = _shifted(draw, item, items[at + 1])
            at += 1
        done.append(item)
        at += 1
        if strangers and draw.random() < how.insert:
            left, right = draw.choice(strangers)
            done.append(_Item((left,), ()) if draw.random() < 0.5 else _Item((), (right,)))
    order = list(range(len(done)))
    if how.move and len(done) >= 6:
        order = _moved(draw, len(done))
    return _numbered(name, done, order)


def _reshape(draw: random.Random, item: _Item, after: _Item | None) -> tuple[_Item, int]:
    """Merge with the next sentence or split in two, on either side; and how many were used."""
    side = draw.random() < 0.5
    if draw.random() < 0.5 and after is not None:
        source, target = item.source + after.source, item.target + after.target
        joined = (" ".join(source),) if side else (" ".join(target),)
        return (_Item(joined, target) if side else _Item(source, joined)), 2
    parts = split_sentence((item.source if side else item.target)[0])
    return (_Item(parts, item.target) if side else _Item(item.source, parts)), 1


def _shifted(draw: random.Random, item: _Item, after: _Item) -> _Item:
    """Two sentences between which one side draws the line elsewhere."""
    side = draw.random() < 0.5
    first, second = (item.source + after.source) if side else (item.target + after.target)
    if draw.random() < 0.5:
        head, *tail = split_sentence(first)
        parts: tuple[str, ...] = (head, " ".join([*tail, second]))
    else:
        head, *tail = split_sentence(second)
        parts = (f"{first} {head}", " ".join(tail))
    parts = tuple(part for part in parts if part)
    if side:
        return _Item(parts, item.target + after.target)
    return _Item(item.source + after.source, parts)


def split_sentence(sentence: str) -> tuple[str, ...]:
    """Split at the comma, semicolon, colon or dash nearest the middle, else at a space.

    A sentence of fewer than six words stays whole.
    """
    words = sentence.split()
    if len(words) < 6:
        return (sentence,)
    places = range(2, len(words) - 1)
    marks = [k for k in places if words[k - 1][-1] in ",;:–—"]
    cut = min(marks or places, key=lambda k: abs(2 * k - len(words)))
    return " ".join(words[:cut]), " ".join(words[cut:])


def _moved(draw: random.Random, count: int) -> list[int]:
    """The order of items in the target after one block of them went somewhere else."""
    size = draw.randint(2, min(5, count // 3))
    start = draw.randrange(count - size + 1)
    block = list(range(start, start + size))
    rest = [k for k in range(count) if k not in block]
    places = [p for p in range(len(rest) + 1) if abs(p - start) >= 2]
    place = draw.choice(places)
    return rest[:place] + block + rest[place:]


def _numbered(name: str, items: Sequence[_Item], order: Sequence[int]) -> Case:
    """Write the items down on both sides and number the beads."""
    source: list[str] = []
    target: list[str] = []
    left: list[tuple[int, ...]] = []
    right: dict[int, tuple[int, ...]] = {}
    for item in items:
        left.append(tuple(range(len(source), len(source) + len(item.source))))
        source.extend(item.source)
    for k in order:
        right[k] = tuple(range(len(target), len(target) + len(items[k].target)))
        target.extend(items[k].target)
    return Case(name, source, target, [(left[k], right[k]) for k in range(len(items))])


def lines(path: Path) -> list[str]:
    """The lines of a text file."""
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")
