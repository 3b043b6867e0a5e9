"""What the model learns from: pairs with a score, and marks on the characters of either side."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from mtqa.scorers.qe.encode import Pair, encode, tables

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Mark = tuple[int, int, float]
Table = NDArray[np.float32]

#: What is said of each piece: of the target's, whether it is wrong and whether it is word salad; of
#: the source's, whether the target lacks it.
HEADS = ("bad", "garbled", "omitted")
#: What is said of each pair: the judgement of people, how alike e5 finds the two texts, and how far
#: other systems agree with the target. Each on a scale of about one standard deviation.
SCORES = ("judged", "alike", "agreed")


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with its labels; what is None is not known and not learnt from.

    Attributes:
        target: the text that is judged.
        source: what it translates; None hides it.
        score: the quality, in standard deviations from the mean of human judgements.
        score_weight: how far the score is to be trusted, from 0 to 1.
        alike: how alike e5 finds target and source, standardised.
        agreed: how far the reference and other systems agree with the target, standardised.
        bad: stretches of the target that are wrong, with a probability: (start, end, probability).
        bad_weight: how far these marks, and the rest's being right, are to be trusted.
        garbled: stretches of the target that are no sentence.
        omitted: stretches of the source that the target lacks.
        origin: where it comes from, for counting.
    """

    target: str
    source: str | None
    score: float | None = None
    score_weight: float = 1.0
    alike: float | None = None
    agreed: float | None = None
    bad: tuple[Mark, ...] | None = None
    bad_weight: float = 1.0
    garbled: tuple[Mark, ...] | None = None
    omitted: tuple[Mark, ...] | None = None
    origin: str = ""

    def blind(self) -> Example:
        """The same with its source hidden; what only the source shows is not learnt from."""
        weight = self.score_weight / 2
        return replace(
            self, source=None, omitted=None, score_weight=weight, alike=None, agreed=None
        )

    def scores(self) -> tuple[tuple[float, float], ...]:
        """For each of :data:`SCORES` its value and how far it is to be trusted."""
        values = (self.score, self.alike, self.agreed)
        trust = (self.score_weight, 1.0, 1.0)
        return tuple(
            (0.0, 0.0) if value is None else (value, weight)
            for value, weight in zip(values, trust, strict=True)
        )


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples as tables.

    ``marks`` and ``weights`` are (examples, pieces, heads); ``scores`` and ``score_weights`` are
    (examples, scores).
    """

    ids: NDArray[np.int64]
    sides: NDArray[np.int64]
    scores: Table
    score_weights: Table
    marks: Table
    weights: Table


def batches(
    tokenizer: Tokenizer, examples: Sequence[Example], size: int, seed: int
) -> Iterator[Batch]:
    """All examples once, shuffled, those of like length together."""
    order = list(examples)
    rng = random.Random(seed)
    rng.shuffle(order)
    chunk = size * 50
    for start in range(0, len(order), chunk):
        part = order[start : start + chunk]
        pairs = list(encode(tokenizer, [(example.target, example.source) for example in part]))
        rows = sorted(range(len(part)), key=lambda n: len(pairs[n].ids))
        groups = [rows[at : at + size] for at in range(0, len(rows), size)]
        rng.shuffle(groups)
        for group in groups:
            yield table([part[n] for n in group], [pairs[n] for n in group])


def endless(
    tokenizer: Tokenizer, examples: Sequence[Example], size: int, first_seed: int
) -> Iterator[Batch]:
    """All examples again and again, each time shuffled otherwise."""
    for seed in count(first_seed):
        yield from batches(tokenizer, examples, size, seed)


def table(examples: Sequence[Example], pairs: Sequence[Pair]) -> Batch:
    """Examples and their pieces as tables."""
    ids, sides = tables(pairs)
    shape = (*ids.shape, len(HEADS))
    marks, weights = np.zeros(shape, np.float32), np.zeros(shape, np.float32)
    for row, (example, pair) in enumerate(zip(examples, pairs, strict=True)):
        for head, (where, offsets, stretches, weight) in enumerate(
            (
                (pair.of_target, pair.target, example.bad, example.bad_weight),
                (pair.of_target, pair.target, example.garbled, 1.0),
                (pair.of_source, pair.source, example.omitted, 1.0),
            )
        ):
            if stretches is not None:
                marks[row, where, head] = _on(offsets, stretches)
                weights[row, where, head] = weight
    scores = np.array([example.scores() for example in examples], np.float32)
    return Batch(ids, sides, scores[..., 0], scores[..., 1], marks, weights)


def _on(offsets: Sequence[tuple[int, int]], stretches: Sequence[Mark]) -> list[float]:
    """For each piece the highest probability of a stretch that it touches."""
    return [
        max((p for start, end, p in stretches if start < b and a < end), default=0.0)
        for a, b in offsets
    ]
