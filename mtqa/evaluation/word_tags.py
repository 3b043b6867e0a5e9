"""Word-level quality estimation: the model's marks against tags from post-edits.

The measure of the shared tasks (Specia et al. 2020): Matthews' correlation of OK and BAD, over all
words, and F1 of each class.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtqa.common.lines import lines_of
from mtqa.errors import InputError
from mtqa.readers import read_text


@dataclass(frozen=True, slots=True)
class Tagged:
    """A segment: target, source, and the words of the target with whether each is wrong."""

    target: str
    source: str | None
    words: tuple[tuple[int, int, bool], ...]


@dataclass(frozen=True, slots=True)
class WordResult:
    """Agreement of marks with tags at one threshold."""

    words: int
    bad: int
    threshold: float
    mcc: float
    f1_bad: float
    f1_ok: float


def read(target: Path, tags: Path, source: Path | None = None) -> list[Tagged]:
    """Tokenised text, one segment a line, and its tags: one a word, or gaps and words in turn.

    Raises:
        InputError: a file cannot be read, the files have different numbers of lines, or a line
            other numbers of tags.
    """
    texts, marks = lines_of(read_text(target)), lines_of(read_text(tags))
    sources: Sequence[str | None] = lines_of(read_text(source)) if source else [None] * len(texts)
    if not len(texts) == len(marks) == len(sources):
        raise InputError(
            str(tags),
            f"{len(marks)} lines of tags, {len(texts)} of target, {len(sources)} of source",
            "give line-parallel files",
        )
    return [
        Tagged(text, src, tuple(_words(text, line.split(), tags, number)))
        for number, (text, line, src) in enumerate(zip(texts, marks, sources, strict=True), 1)
    ]


def agreement(
    tagged: Sequence[Tagged], probabilities: Sequence[Sequence[float]], threshold: float
) -> WordResult:
    """How well words above a threshold agree with those tagged as wrong."""
    hit = alarm = miss = right = 0
    for segment, listed in zip(tagged, probabilities, strict=True):
        for (_, _, bad), probability in zip(segment.words, listed, strict=True):
            said = probability >= threshold
            hit += said and bad
            alarm += said and not bad
            miss += bad and not said
            right += not said and not bad
    below = math.sqrt((hit + alarm) * (hit + miss) * (right + alarm) * (right + miss))
    return WordResult(
        hit + alarm + miss + right,
        hit + miss,
        threshold,
        (hit * right - alarm * miss) / below if below else 0.0,
        2 * hit / max(1, 2 * hit + alarm + miss),
        2 * right / max(1, 2 * right + alarm + miss),
    )


def best(tagged: Sequence[Tagged], probabilities: Sequence[Sequence[float]]) -> WordResult:
    """The agreement at the threshold, in steps of 0.05, where it is highest."""
    found = [agreement(tagged, probabilities, step / 20) for step in range(1, 20)]
    return max(found, key=lambda result: result.mcc)


def _words(
    text: str, tags: Sequence[str], path: Path, number: int
) -> Iterator[tuple[int, int, bool]]:
    words = text.split()
    if len(tags) == 2 * len(words) + 1:
        tags = tags[1::2]
    if len(tags) != len(words) or set(tags) - {"OK", "BAD"}:
        raise InputError(
            f"{path}:{number}", f"{len(tags)} tags for {len(words)} words", "tags are OK and BAD"
        )
    at = 0
    for word, tag in zip(words, tags, strict=True):
        start = text.index(word, at)
        at = start + len(word)
        yield start, at, tag == "BAD"


def word_probabilities(tagged: Sequence[Tagged], wanted: str) -> list[list[float]]:
    """How probably each tagged word is wrong: the highest of its pieces.

    Raises:
        MtqaError: there is no such model.
    """
    from mtqa.scorers.qe.estimator import load
    from mtqa.scorers.qe.location import folder_of

    folder = folder_of(wanted)
    assert folder is not None
    found = load(folder).pieces([(segment.target, segment.source) for segment in tagged])
    return [
        [
            max((p for a, b, p in pieces if a < end and start < b), default=0.0)
            for start, end, _ in segment.words
        ]
        for segment, pieces in zip(tagged, found, strict=True)
    ]
