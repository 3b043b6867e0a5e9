"""``python -m mtqa.workshop.coverage``: learn the weights of the runs anew and print them as JSON.

Lessons are human translations with one place corrupted (the clauses of the benchmark, other data
and other seeds) and the same translations untouched: FLORES-200 English-Romanian (CC BY-SA 4.0),
and every second document of NTREX-128 (CC BY-SA 4.0) for the other languages with a bridge. They
lie in the folder that ``MTQA_DATA`` names.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from mtqa.compare.coverage.beads import ArticleBeads, Bead
from mtqa.compare.coverage.runs import FEATURES, Run, Side, runs, sides
from mtqa.languages.ro import Document
from mtqa.model import Segment, Span
from mtqa.workshop.development import data_folder
from mtqa.workshop.perturbations.bitext import LANGUAGES, Corruption, read_pairs
from mtqa.workshop.perturbations.coverage import WAYS

_SEED = 77
_LOST = ("dropped subordinate clause", "dropped coordinated clause", "dropped apposition",
         "dropped final phrase")  # fmt: skip
_ADDED = ("invented clause", "foreign clause", "repeated clause")
_BRIDGED = ("deu",)
#: Copies of every untouched run: errors are rarer in life than in lessons.
_CLEAN_WEIGHT = 3.0
_RIDGE = 2.0
#: Log odds from which a run is reported, set by hand for few false alarms on human translations.
THRESHOLD = {"omission": {"en": 1.4, "de": 0.45}, "addition": {"en": 10.3, "de": 8.0}}
Lines = list[tuple[str, str, str]]


def lessons() -> Lines:
    """Source, target and language of every line."""
    folder = data_folder()
    found: Lines = []
    for part in ("flores-dev", "flores-test"):
        left, right = (_lines(folder / "mt-en-ro" / f"{part}.{x}") for x in ("en", "ro"))
        found += [(s, t, "en") for s, t in zip(left, right, strict=True) if s and t]
    for name in _BRIDGED:
        for pair in read_pairs(folder / "ntrex", name)[::2]:
            found += [(s, t, pair.language) for s, t in zip(pair.source, pair.target, strict=True)]
    return found


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").split("\n")


def bead(source: str, target: str, language: str) -> Bead:
    """One line pair as a bead."""
    segment = Segment((Span(0, len(source)),), (Span(0, len(target)),))
    return ArticleBeads(source, language, Document(target), (segment,)).beads[0]


def both_sides(one: Bead) -> tuple[Side, Side]:
    """The two sides of a bead with their links."""
    article = one.article
    return sides(
        one.links,
        Side(article.source, *one.source, (), (), frozenset(), one.source_length),
        Side(article.target.text, *one.target, (), (), frozenset(), one.target_length),
    )


def seen_rates(lines: Lines) -> tuple[dict[str, dict[str, dict[str, float]]], dict[str, float]]:
    """How often words have a counterpart, and how long translations are."""
    met: dict[tuple[str, str, str], Counter[bool]] = {}
    letters: dict[str, list[int]] = {}
    for source, target, language in lines:
        left, right = both_sides(bead(source, target, language))
        counts = letters.setdefault(language, [0, 0])
        counts[0] += len(source)
        counts[1] += len(target)
        for direction, side in (("omission", left), ("addition", right)):
            for word, partner in zip(side.words, side.partner, strict=True):
                met.setdefault((direction, language, word.kind), Counter())[partner >= 0] += 1
    rates: dict[str, dict[str, dict[str, float]]] = {"omission": {}, "addition": {}}
    for (direction, language, kind), counter in met.items():
        share = counter[True] / (counter.total() + 5)
        rates[direction].setdefault(language, {})[kind] = round(share, 3)
    return rates, {code: round(b / a, 4) for code, (a, b) in letters.items()}


def examples(
    lines: Lines,
    direction: str,
    seen: dict[str, dict[str, dict[str, float]]],
    ratio: dict[str, float],
) -> Iterator[tuple[tuple[float, ...], bool]]:
    """Features of runs, and whether each is a planted omission or addition."""
    chance = random.Random(f"{_SEED} {direction}")
    clauses = [line for line in lines if len(line[1]) < 160]
    for source, target, language in lines:
        for run, _ in _runs_of(source, target, language, direction, seen, ratio):
            yield run.features, False
        for way in _LOST if direction == "omission" else _ADDED:
            made = _corrupted(way, source, target, language, chance, clauses)
            if made is None:
                continue
            found = list(_runs_of(source, made.text, language, direction, seen, ratio))
            for run, (start, end) in found:
                if direction == "omission":
                    hit = start < made.source_end and made.source_start < end
                else:
                    hit = start < made.end and made.start < end
                if hit:
                    yield run.features, True


def _corrupted(
    way: str, source: str, target: str, language: str, chance: random.Random, others: Lines
) -> Corruption | None:
    if way != "foreign clause":
        return WAYS[way](source, target, language, chance)
    clause = chance.choice(others)[1].rstrip(".!?")
    cut = clause.split(", ")[-1]
    if not target.endswith(".") or len(cut) < 30:
        return None
    at = len(target) - 1
    text = f"{target[:at]}, {cut}."
    return Corruption(0, "", 0, len(source), at + 2, at + 2 + len(cut), text)


def _runs_of(
    source: str,
    target: str,
    language: str,
    direction: str,
    seen: dict[str, dict[str, dict[str, float]]],
    ratio: dict[str, float],
) -> Iterator[tuple[Run, tuple[int, int]]]:
    left, right = both_sides(bead(source, target, language))
    expected = ratio[language]
    if direction == "addition":
        left, right, expected = right, left, 1 / expected
    for run in runs(left, right, seen[direction][language], expected):
        yield run, (left.words[run.first].start, left.words[run.last].end)


def fit(rows: Sequence[tuple[float, ...]], labels: Sequence[bool]) -> list[float]:
    """Weights of a ridge logistic regression by Newton's method, the constant first."""
    x = np.array(rows, float)
    mean, scale = x.mean(0), x.std(0) + 1e-9
    z = np.hstack([np.ones((len(x), 1)), (x - mean) / scale])
    y = np.array(labels, float)
    importance = np.where(y > 0, 1.0, _CLEAN_WEIGHT)
    w = np.zeros(z.shape[1])
    penalty = np.eye(len(w)) * _RIDGE
    penalty[0, 0] = 0
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ w))
        gradient = z.T @ (importance * (p - y)) + penalty @ w
        hessian = (z * (importance * p * (1 - p))[:, None]).T @ z + penalty
        w -= np.linalg.solve(hessian, gradient)
    weights = w[1:] / scale
    return [round(float(v), 4) for v in (w[0] - float(mean @ weights), *weights)]


def main() -> None:
    """Learn and print."""
    lines = lessons()
    seen, ratio = seen_rates(lines)
    weights: dict[str, dict[str, list[float]]] = {"omission": {}, "addition": {}}
    for language in seen["omission"]:
        own = [line for line in lines if line[2] == language]
        for direction, table in weights.items():
            found = list(examples(own, direction, seen, ratio))
            table[language] = fit([f for f, _ in found], [label for _, label in found])
    result = {
        "made": "python -m mtqa.workshop.coverage",
        "from": "FLORES-200 dev and devtest eng-ron; every second document of NTREX-128 deu-ron "
        "(both CC BY-SA 4.0)",
        "languages": sorted({LANGUAGES[name] for name in _BRIDGED} | {"en"}),
        "features": FEATURES,
        "seen": seen,
        "ratio": ratio,
        "weights": weights,
        "threshold": THRESHOLD,
    }
    print(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
