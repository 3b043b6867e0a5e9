"""``python -m mtqa.workshop.word_context``: teach which of several like words stands in a place.

A log-linear model (:mod:`mtqa.checks.words.context`) over sentences of Romanian: for every word
that has twins (:mod:`mtqa.checks.words.twins`) the word that stands there is to score above them.
AdaGrad (Duchi et al. 2011) over the log loss of the right candidate among all. The text: news of
RONEC and of the RRT treebank, the Romanian sources of MLQE-PE, the Romanian side of RO-STS and the
corrections of its translations, Tatoeba, and fables translated by language models. A twentieth of
the lines is left out to be told of.

Needs the development data (``MTQA_DATA``). Writes ``mtqa/checks/words/data/context.bin``.
"""

from __future__ import annotations

import json
import random
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.checks.words.context import BITS, COLUMNS, STEP, TABLE, Sentence, features, units
from mtqa.checks.words.twins import twins
from mtqa.knowledge import romanian
from mtqa.languages.ro import Document
from mtqa.languages.ro.orthography import lacks_some
from mtqa.workshop.development import data_folder
from mtqa.workshop.training import romanian_news
from mtqa.workshop.unlabelled import MACHINE, lines

Floats = npt.NDArray[np.float32]
_LEFT_OUT = 20
_PASSES, _BATCH, _RATE, _PRIOR = 4, 24_000, 0.12, 1e-6
_SEED = 5
#: Smaller weights (in steps) are left out of the table: they are most of its size.
_LEAST = 2


def texts(data: Path) -> Iterator[str]:
    """The lines to learn from, each once; none in which a word has lost its marks."""
    seen: set[str] = set()
    for line in _lines(data):
        if line not in seen and not lacks_some(line):
            seen.add(line)
            yield line


def _lines(data: Path) -> Iterator[str]:
    yield from romanian_news.read(data)
    yield from _treebank(data / "ud-ro-rrt" / "train-msd.tsv")
    for part in ("train", "dev", "test20"):
        yield from lines(data / "mlqe-pe-ro-en" / f"{part}.src")
    for part in ("train", "dev", "test"):
        yield from lines(data / "ro-sts" / f"{part}.ro")
    for line in lines(data / "ro-sts-postedit" / "segments.jsonl"):
        yield json.loads(line)["postedit"]
    for line in lines(data / "tatoeba-en-ro" / "pairs.tsv"):
        yield line.partition("\t")[2]
    for sentence in MACHINE["fables-mt"](data):
        yield sentence.target


def _treebank(path: Path) -> Iterator[str]:
    words: list[str] = []
    for line in lines(path):
        if line:
            words.append(line.partition("\t")[0])
        else:
            yield " ".join(words).replace("- ", "-").replace(" -", "-")
            words = []


class Sets(NamedTuple):
    """Sets of candidates, the right one first.

    Attributes:
        rows: the columns of each candidate, shape ``(candidates, COLUMNS)``.
        starts: where each set begins.
    """

    rows: npt.NDArray[np.uint32]
    starts: npt.NDArray[np.int64]


def sets(lines: Iterable[str]) -> Sets:
    """The sets of all places of the lines."""
    rows: list[npt.NDArray[np.uint32]] = []
    starts: list[int] = []
    total = 0
    part: list[tuple[int, ...]] = []
    for line in lines:
        for sentence, at, form in places(line):
            found = dict.fromkeys((form, *twins(form)))
            if len(found) > 1:
                starts.append(total)
                total += len(found)
                part += [sentence.row(at, word) for word in found]
        if len(part) > 100_000:
            rows.append(np.array(part, dtype=np.uint32))
            part = []
    rows.append(np.array(part, dtype=np.uint32).reshape(-1, COLUMNS))
    return Sets(np.concatenate(rows), np.array(starts))


def places(line: str) -> Iterator[tuple[Sentence, int, str]]:
    """The words of a line that the dictionary has, no names: the sentence, the place, the form."""
    document = Document(line)
    tokens = document.tokens
    for start, end in document.sentences:
        read = units([token for token in tokens if start <= token.start < end])
        sentence = Sentence(read)
        for at, unit in enumerate(read):
            if not unit.name and (unit.form in romanian() or "-" in unit.form):
                yield sentence, at, unit.form


def fit(known: Sets, dice: np.random.Generator) -> Floats:
    """The weights."""
    weights = np.zeros(1 << BITS, dtype=np.float32)
    squares = np.full(1 << BITS, 1e-6, dtype=np.float32)
    bounds = np.append(known.starts, len(known.rows))
    per = max(1, int(_BATCH * len(known.starts) / len(known.rows)))
    batches = np.arange(0, len(known.starts), per)
    for number in range(_PASSES):
        loss = 0.0
        for first in dice.permutation(batches):
            last = min(first + per, len(known.starts))
            low, high = bounds[first], bounds[last]
            table = features(known.rows[low:high].astype(np.uint64))
            starts = known.starts[first:last] - low
            sizes = np.diff(np.append(starts, high - low))
            scores = weights[table].sum(axis=1)
            fitted = _softmax(scores, starts, sizes)
            loss -= float(np.log(np.maximum(fitted[starts], 1e-9)).sum())
            fitted[starts] -= 1
            slope = np.bincount(
                table.ravel(), np.repeat(fitted, table.shape[1]), minlength=1 << BITS
            ).astype(np.float32)
            touched = np.nonzero(slope)[0]
            moved = slope[touched] / per + _PRIOR * weights[touched]
            squares[touched] += moved**2
            weights[touched] -= _RATE * moved / np.sqrt(squares[touched])
        print(f"pass {number + 1}: log loss {loss / len(known.starts):.4f}", flush=True)
    return weights


def _softmax(scores: Floats, starts: npt.NDArray[np.int64], sizes: npt.NDArray[np.int64]) -> Floats:
    highest = np.repeat(np.maximum.reduceat(scores, starts), sizes)
    odds = np.exp(scores - highest)
    return np.asarray(odds / np.repeat(np.add.reduceat(odds, starts), sizes), dtype=np.float32)


def right(left: Sets, weights: npt.NDArray[np.int8]) -> float:
    """The share of sets whose right candidate scores highest."""
    scores = np.concatenate([
        weights[features(left.rows[at : at + _BATCH].astype(np.uint64))].sum(axis=1, dtype=np.int32)
        for at in range(0, len(left.rows), _BATCH)
    ])  # fmt: skip
    highest = np.maximum.reduceat(scores, left.starts)
    return float((scores[left.starts] >= highest).mean())


def stored(weights: Floats) -> npt.NDArray[np.int8]:
    """The weights in steps, as signed bytes."""
    steps = np.clip(np.round(weights / STEP), -127, 127).astype(np.int8)
    return np.where(np.abs(steps) < _LEAST, np.int8(0), steps)


def split(lines: Sequence[str]) -> tuple[list[str], list[str]]:
    """The lines to learn from, and a twentieth to be told of."""
    out = [line for line in lines if zlib.crc32(line.encode()) % _LEFT_OUT == 0]
    return [line for line in lines if zlib.crc32(line.encode()) % _LEFT_OUT], out


def main() -> None:
    """Teach, tell and write the table."""
    data = data_folder()
    if not data.is_dir():
        sys.exit("mtqa.workshop.word_context: set MTQA_DATA to the data folder")
    dice = random.Random(_SEED)
    everything = list(texts(data))
    dice.shuffle(everything)
    learnt, left = split(everything)
    known = sets(learnt)
    words = sum(len(line.split()) for line in learnt)
    print(f"{len(learnt)} lines, {words} words, {len(known.starts)} sets of {len(known.rows)}")
    weights = stored(fit(known, np.random.default_rng(_SEED)))
    out = sets(left)
    print(f"left out: {len(out.starts)} sets, right {right(out, weights):.4f}")
    TABLE.write_bytes(zlib.compress(weights.tobytes(), 9))
    print(f"{TABLE}: {TABLE.stat().st_size} bytes")


if __name__ == "__main__":
    main()
