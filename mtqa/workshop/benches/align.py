"""Yardsticks of the aligner: quality on disturbed documents, speed, growth.

Everything here is computed when it is asked for; the documents come from the folder that the
environment variable ``MTQA_DATA`` names.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from mtqa.align.aligner import Aligner
from mtqa.align.beads import search
from mtqa.align.coarse import rough_band
from mtqa.align.costs import Evidence, prepare
from mtqa.align.encoder import by_name
from mtqa.align.evaluate import Tally, evaluate
from mtqa.align.moves import longest
from mtqa.align.weights import tuning
from mtqa.workshop.alignment.disturb import Case, Disturbance, disturb, lines
from mtqa.workshop.development import data_folder

SEED = 2026


@dataclass(frozen=True)
class Row:
    """One line of the benchmark."""

    name: str
    values: dict[str, float]


def documents(source: str, target: str, seed: int = SEED) -> Iterator[Case]:
    """The NTREX documents of a language pair (ISO 639-3 codes), disturbed: 20 % merges and splits
    on either side, 5 % deletions, 5 % insertions, a moved paragraph in every third document.

    Raises:
        OSError: the data is not there.
    """
    folder = data_folder() / "ntrex"
    left, right = lines(folder / f"{source}.txt"), lines(folder / f"{target}.txt")
    names = [line.split("\t")[0] for line in lines(folder / "documents.tsv")]
    for number, name in enumerate(dict.fromkeys(names)):
        own = [k for k, other in enumerate(names) if other == name]
        strangers = [(left[k], right[k]) for k in range(len(names)) if names[k] != name]
        yield disturb(
            f"{source}-{target}:{name}",
            [left[k] for k in own],
            [right[k] for k in own],
            strangers,
            Disturbance(move=number % 3 == 2),
            seed,
        )


def quality(aligner: Aligner, cases: Sequence[Case]) -> tuple[Tally, int, int, int]:
    """How good an aligner is on some cases.

    Returns:
        The tally, how many gold pairs were moved, how many of them were found, and how many pairs
        were reported as moved.
    """
    total, moved, hits, reported = Tally(), 0, 0, 0
    for case in cases:
        found = aligner.align(case.source, case.target).beads
        total += evaluate([(bead.source, bead.target) for bead in found], case.gold)
        gold = moved_beads(case)
        ours = {(bead.source, bead.target) for bead in found if bead.moved}
        moved, hits, reported = moved + len(gold), hits + len(gold & ours), reported + len(ours)
    return total, moved, hits, reported


def moved_beads(case: Case) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The filled gold beads that are not on the longest monotone path through the gold."""
    filled = sorted(bead for bead in case.gold if bead[0] and bead[1])
    best: list[list[int]] = []
    for k, bead in enumerate(filled):
        before = [best[b] for b in range(k) if filled[b][1][-1] < bead[1][0]]
        best.append([*longest(before), k])
    kept = set(longest(best))
    return {bead for k, bead in enumerate(filled) if k not in kept}


def growth(count: int, seed: int = SEED) -> dict[str, float]:
    """Seconds and peak memory (MB) of the search alone for ``count`` by about ``count`` sentences.

    The vectors are random; the target's are the source's with noise, a tenth of them dropped.
    """
    draw = np.random.default_rng(seed)
    x = draw.standard_normal((count, 384), np.float32)
    kept = draw.random(count) > 0.1
    y = x[kept] + 0.7 * draw.standard_normal((int(kept.sum()), 384), np.float32)
    x /= np.linalg.norm(x, axis=1, keepdims=True)
    y /= np.linalg.norm(y, axis=1, keepdims=True)
    source = [f"{'a' * int(k)} {n}" for n, k in enumerate(draw.integers(20, 200, count))]
    target = [s for s, keep in zip(source, kept, strict=True) if keep]
    start = time.perf_counter()
    texts = prepare(source, target, x, y)
    band = rough_band(texts.x, texts.y, 12)
    path = search(band, *Evidence(texts, band).scores(tuning("e5-small-q4").plain))
    seconds = time.perf_counter() - start
    right = {(i, j) for j, i in enumerate(np.flatnonzero(kept).tolist())}
    hits = sum((i, j) in right for i, k, j, q in path.steps() if k - i == q - j == 1)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "peak MB": peak, "right": hits / len(y), "cells": band.cells}


def galechurch(cases: Sequence[Case]) -> tuple[Tally, float]:
    """The package ``galechurch`` (lengths only) on the same cases: tally and seconds.

    Raises:
        ImportError: the package is not installed.
    """
    from galechurch.core import align

    total, start = Tally(), time.perf_counter()
    found = [align(case.source, case.target).beads for case in cases]
    seconds = time.perf_counter() - start
    for case, beads in zip(cases, found, strict=True):
        spans = [
            (
                tuple(range(b.source_start, b.source_end)),
                tuple(range(b.target_start, b.target_end)),
            )
            for b in beads
        ]
        total += evaluate(spans, case.gold)
    return total, seconds


def report(pairs: Sequence[str] = ("eng", "deu", "rus", "hun")) -> Iterator[Row]:
    """Quality and speed of every encoder at hand, beside galechurch, then the growth."""
    for language in pairs:
        cases = list(documents(language, "ron"))
        count = sum(len(case.source) + len(case.target) for case in cases)
        for name in ("e5", "lexical"):
            aligner = Aligner(by_name(name, None if language != "eng" else "en", "ro"))
            start = time.perf_counter()
            tally, moved, hits, reported = quality(aligner, cases)
            seconds = time.perf_counter() - start
            yield Row(
                f"{language}-ron {name}",
                {
                    "strict F1": tally.strict[2],
                    "lax F1": tally.lax[2],
                    "moved": moved,
                    "moved found": hits,
                    "moved reported": reported,
                    "sentences/s": count / seconds,
                },
            )
        try:
            tally, seconds = galechurch(cases)
        except ImportError:
            continue
        yield Row(
            f"{language}-ron galechurch",
            {
                "strict F1": tally.strict[2],
                "lax F1": tally.lax[2],
                "sentences/s": count / seconds,
            },
        )
    for size in (100, 1000, 5000, 20000):
        yield Row(f"search alone, {size} sentences", _growth_apart(size))


def _growth_apart(size: int) -> dict[str, float]:
    """`growth` in a process of its own, for a process knows only its highest peak of memory."""
    command = [sys.executable, "-m", "mtqa.workshop.benches.align", str(size)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    values: dict[str, float] = json.loads(done.stdout)
    return values


def main() -> None:
    """Print the benchmark; with a number, only the growth for so many sentences, as JSON."""
    if len(sys.argv) > 1:
        print(json.dumps(growth(int(sys.argv[1]))))
        return
    for row in report():
        print(row.name, " ".join(f"{k} {v:.3f}" for k, v in row.values.items()), flush=True)


if __name__ == "__main__":
    main()
