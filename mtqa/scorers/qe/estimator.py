"""The model at work: pairs in, a score and probabilities for every word out.

The weights lie in the package ``mtqa_qe_ro``: an int8 ONNX graph, the embeddings of the pieces in
4 bit, a tokenizer and a manifest. ``onnxruntime`` and ``tokenizers`` are imported when it is made.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mtqa.align.e5_file import unpack
from mtqa.errors import MtqaError
from mtqa.scorers.qe.encode import PADDING, Pair, encode, tables
from mtqa.scorers.qe.location import manifest, require_whole

_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
Read = tuple[Pair, NDArray[np.float32], NDArray[np.float32]]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the target: its offsets, how probably it is wrong, and how probably word salad.

    ``kinds`` are the probabilities that it is part of an error of accuracy, of grammar, of the word
    itself and of a name or figure, ``severe`` that of a major or critical one; 0 from a model that
    was not taught them.
    """

    start: int
    end: int
    bad: float
    garbled: float
    kinds: tuple[float, float, float, float] = (0.0, 0.0, 0.0, 0.0)
    severe: float = 0.0


@dataclass(frozen=True, slots=True)
class Missing:
    """A word of the source: its offsets, and how probably the target lacks it."""

    start: int
    end: int
    omitted: float


@dataclass(frozen=True, slots=True)
class Estimate:
    """What the model says of a pair.

    Attributes:
        score: how good the translation is, in standard deviations from the mean.
        words: of the target.
        missing: words of the source; empty without one.
        scores: what the score is made of, in the order in which it was trained: the
            judgement expected from people, how alike target and source are, how far other
            translations would agree with the target, and the score that annotators would give.
    """

    score: float
    words: tuple[Word, ...]
    missing: tuple[Missing, ...]
    scores: tuple[float, ...] = ()


@lru_cache(maxsize=2)
def load(folder: Path) -> Estimator:
    """The model of a folder, loaded once per process."""
    return Estimator(folder)


class Estimator:
    """A model from its folder.

    Args:
        folder: where ``model.json``, ``model.onnx``, ``embeddings.npy`` and ``tokenizer.json`` lie.

    Raises:
        MtqaError: a file is missing or damaged, or ``onnxruntime`` is not installed.
    """

    def __init__(self, folder: Path) -> None:
        self.manifest = manifest(folder)
        require_whole(folder, self.manifest)
        self._tokenizer, self._session, self._embeddings = _opened(folder)
        # a worker among others is told to keep to one core
        told = os.environ.get("OMP_NUM_THREADS", "")
        self._threads = int(told) if told.isdigit() else min(2, os.cpu_count() or 1)

    @property
    def version(self) -> str:
        """The version of the weights."""
        return str(self.manifest["version"])

    def estimate(self, texts: Sequence[tuple[str, str | None]]) -> list[Estimate]:
        """What the model says of pairs of target and source; a source may be None.

        Offsets are code points of the texts as given. What lies behind the first 200 pieces of a
        target, some 130 words, the model does not see.
        """
        weights = np.array(self.manifest.get("weights", [1.0]), np.float32)
        return [
            _estimate(text, pair, scores, float(scores[: len(weights)] @ weights), marks)
            for text, (pair, scores, marks) in zip(texts, self.read(texts), strict=True)
        ]

    def pieces(self, texts: Sequence[tuple[str, str | None]]) -> list[list[tuple[int, int, float]]]:
        """For each target its pieces, with their offsets and how probably each is wrong."""
        return [
            [(a, b, float(_sigmoid(marks[n + 1, 0]))) for n, (a, b) in enumerate(pair.target)]
            for pair, _, marks in self.read(texts)
        ]

    def read(self, texts: Sequence[tuple[str, str | None]]) -> list[Read]:
        """Pieces, scores and logits of each pair, in order.

        Each pair goes through the graph alone: it quantises by the range of all that it sees at
        once, so that a pair beside others would have other scores than by itself. Pairs are read
        side by side instead, a core each.
        """
        pairs = list(encode(self._tokenizer, texts))
        if self._threads == 1 or len(pairs) < 2:
            return [self._run(pair) for pair in pairs]
        with ThreadPoolExecutor(self._threads) as pool:
            return list(pool.map(self._run, pairs))

    def _run(self, pair: Pair) -> Read:
        ids, sides = tables([pair])
        vectors = unpack(self._embeddings[ids[0]]).reshape(*ids.shape, -1)
        present = (ids != PADDING).astype(np.float32)
        scores, marks = self._session.run(
            None, {"embedded": vectors, "sides": sides, "present": present}
        )
        return pair, scores[0], marks[0]


def _estimate(
    texts: tuple[str, str | None],
    pair: Pair,
    scores: NDArray[np.float32],
    score: float,
    logits: NDArray[np.float32],
) -> Estimate:
    marks = _sigmoid(logits)
    omitted = marks[:, 2]
    words = tuple(
        _word(start, end, marks[pieces].max(0).tolist())
        for start, end, pieces in _words(texts[0], pair.target, 1)
    )
    missing = tuple(
        Missing(start, end, float(omitted[pieces].max()))
        for start, end, pieces in _words(texts[1] or "", pair.source, pair.source_at)
    )
    return Estimate(score, words, missing, tuple(scores.tolist()))


def _word(start: int, end: int, said: Sequence[float]) -> Word:
    """A word from the highest marks of its pieces, in the order of the model's heads."""
    bad, garbled, _, *more = said
    if not more:
        return Word(start, end, bad, garbled)
    accuracy, grammar, form, name, severe = more
    return Word(start, end, bad, garbled, (accuracy, grammar, form, name), severe)


def _sigmoid(logits: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(1 / (1 + np.exp(-logits)), np.float32)


def _words(
    text: str, offsets: Sequence[tuple[int, int]], first: int
) -> Iterator[tuple[int, int, slice]]:
    """The words of a text that the model saw, with the numbers of their pieces."""
    at = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while at < len(offsets) and offsets[at][1] <= start:
            at += 1
        last = at
        while last < len(offsets) and offsets[last][0] < end:
            last += 1
        if last == at:
            continue
        yield start, end, slice(first + at, first + last)


def _opened(folder: Path) -> tuple[Any, Any, NDArray[np.uint8]]:
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as problem:
        raise MtqaError(
            f"the model of mtqa-qe-ro needs {problem.name}, which is not installed; "
            "install mtqa-qe-ro anew, or switch it off with --qe off"
        ) from None
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = (
        1  # pairs go side by side; two threads for one wait for each other
    )
    try:
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(
            str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"]
        )
        embeddings = np.load(folder / "embeddings.npy", mmap_mode="r")
    except Exception as problem:  # each raises its own kinds
        raise MtqaError(f"{folder}: {problem}; install mtqa-qe-ro anew") from None
    return tokenizer, session, embeddings
