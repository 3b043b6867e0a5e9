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
#: the source's, whether the target lacks it; then, of the target's again, which kind of error it is
#: part of, and whether that is a major or critical one.
KINDS = ("accuracy", "grammar", "word", "name")
HEADS = ("bad", "garbled", "omitted", *KINDS, "severe")
#: What is said of each pair: the judgement of people, how alike e5 finds the two texts, how far
#: other systems agree with the target, and the annotators' score of translations into Romanian.
#: Each on a scale of about one standard deviation.
SCORES = ("judged", "alike", "agreed", "annotated")

#: The kind of error that an MQM category belongs to; what is not listed is one of accuracy.
_KIND = {
    "grammar": "grammar", "punctuation": "grammar", "garbled": "word", "spelling": "word",
    "untranslated": "word", "casing": "word", "spacing": "word", "name": "name", "number": "name",
}  # fmt: skip


def kind_of(category: str) -> str:
    """The kind of error, of :data:`KINDS`, that a category belongs to."""
    return _KIND.get(category, "accuracy")


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
        annotated: the annotators' score, standardised.
        annotated_weight: how far that is to be trusted, from 0 to 1.
        bad: stretches of the target that are wrong, with a probability: (start, end, probability).
        bad_weight: how far these marks, and the rest's being right, are to be trusted.
        garbled: stretches of the target that are no sentence.
        omitted: stretches of the source that the target lacks.
        kinds: each wrong stretch with its kind, of :data:`KINDS`: (kind, start, end).
        severe: stretches that are a major or critical error.
        origin: where it comes from, for counting.
    """

    target: str
    source: str | None
    score: float | None = None
    score_weight: float = 1.0
    alike: float | None = None
    agreed: float | None = None
    annotated: float | None = None
    annotated_weight: float = 1.0
    bad: tuple[Mark, ...] | None = None
    bad_weight: float = 1.0
    garbled: tuple[Mark, ...] | None = None
    omitted: tuple[Mark, ...] | None = None
    kinds: tuple[tuple[str, int, int], ...] | None = None
    severe: tuple[Mark, ...] | None = None
    origin: str = ""

    def blind(self) -> Example:
        """The same with its source hidden; what only the source shows is not learnt from."""
        return replace(
            self,
            source=None,
            omitted=None,
            score_weight=self.score_weight / 2,
            annotated_weight=self.annotated_weight / 2,
            alike=None,
            agreed=None,
        )

    def scores(self) -> tuple[tuple[float, float], ...]:
        """For each of :data:`SCORES` its value and how far it is to be trusted."""
        values = (self.score, self.alike, self.agreed, self.annotated)
        trust = (self.score_weight, 1.0, 1.0, self.annotated_weight)
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
        for head, stretches in enumerate(_by_head(example)):
            of_source = HEADS[head] == "omitted"
            where, offsets = (
                (pair.of_source, pair.source) if of_source else (pair.of_target, pair.target)
            )
            if stretches is not None:
                marks[row, where, head] = _on(offsets, stretches)
                weights[row, where, head] = example.bad_weight if not head else 1.0
    scores = np.array([example.scores() for example in examples], np.float32)
    return Batch(ids, sides, scores[..., 0], scores[..., 1], marks, weights)


def _by_head(example: Example) -> list[tuple[Mark, ...] | None]:
    """The stretches of each head; None for what is not known."""
    kinds = example.kinds
    by_kind = [
        None if kinds is None else tuple((a, b, 1.0) for its, a, b in kinds if its == kind)
        for kind in KINDS
    ]
    return [example.bad, example.garbled, example.omitted, *by_kind, example.severe]


def _on(offsets: Sequence[tuple[int, int]], stretches: Sequence[Mark]) -> list[float]:
    """For each piece the highest probability of a stretch that it touches."""
    return [
        max((p for start, end, p in stretches if start < b and a < end), default=0.0)
        for a, b in offsets
    ]
