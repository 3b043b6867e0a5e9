"""``python -m mtqa.workshop.words``: learn what the evidence on a strange word is worth.

Logistic regression, by Newton's method, over the evidence of :mod:`mtqa.checks.words.evidence`, for
six columns at once: what all have in common has a wide prior, what one column adds a narrower one.
A word is wrong if it lies in an annotated span and what the annotator wrote there does without it.
Words of spans of another kind than a word's (a comma, an omission) say nothing either way.

Right words come from the annotated translations themselves, from human translations out of eight
languages, and from machine translations that people corrected and whose word they left: these
weigh less, for many were overlooked. Reference translations are full of slips of the keyboard, so
only those of their words count that are near no frequent one. How right it is, is told of sources
left out, ten folds of them.

Needs the development data (``MTQA_DATA``) and the gold annotations beside it. Writes
``mtqa/checks/words/data/worth.json``.
"""

from __future__ import annotations

import json
import re
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from mtqa.checks.base import View
from mtqa.checks.lexical import reading
from mtqa.checks.words.evidence import Evidence, candidates, weigh
from mtqa.checks.words.source import side
from mtqa.checks.words.worth import CONSTANT, GROUPS, SITUATIONS, TABLE, column
from mtqa.config import RULES_ALONE
from mtqa.evaluation.gold import GoldSpan, read_gold
from mtqa.languages.ro import Document
from mtqa.model import Article
from mtqa.workshop.development import data_folder
from mtqa.workshop.spoilt_words import leftovers, slips
from mtqa.workshop.unlabelled import HUMAN, MACHINE, Sentence, lines

Floats = npt.NDArray[np.float64]
GOLD = ("ro-mqm/train", "ro-mqm/fables")
#: Categories of a word; of the others only grammar and omissions, and only of words in lower case.
_OF_WORDS = frozenset(["spelling", "garbled", "untranslated", "name", "mistranslation"])
_OF_FORMS = frozenset(["grammar", "omission"])
#: Longer spans of those say nothing of the single word.
_FEW = 3
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: What one word of human or corrected text counts; NTREX comes eight times.
_WEIGHTS = {
    "ntrex": 0.2, "references": 0.5, "corrected": 0.3, "slips": 0.1, "leftovers": 0.1,
}  # fmt: skip
#: Variances of the priors: of what all columns share, of what one adds, of the constants.
_SHARED, _OWN, _CONSTANT = 1 / 2, 1 / 6, 20.0
_FOLDS = 10
#: The precision, out of fold, from which the checks speak: four of five, and a little more for the
#: human text among which they will stand. Without a source only slips of frequent words may be
#: told that well: of 78 alarms on news that people wrote 44 of 46 slips were right, and 16 of 32
#: words that are near none. (Words that can be no loan are that certain by themselves.)
PRECISION = {"with source": 0.82, "alone": 0.92}
_SLIPS = {"near": 0.82}
#: Fewer marked words of a group tell nothing of its precision.
_ENOUGH = 30
_THRESHOLDS = [round(0.3 + 0.05 * step, 2) for step in range(13)]
_SOURCED = {"with source": True, "alone": False}


class Example(NamedTuple):
    """One strange word.

    Attributes:
        origin: its source; the words of one source are left out together.
        evidence: with the source.
        alone: the features without it.
        wrong: whether it is.
        weight: what it counts in the fit.
        gold: whether it is from annotated text.
        marked: the category of the annotated span that it overlaps, ``""`` for none.
    """

    origin: str
    evidence: Evidence
    alone: dict[str, float]
    wrong: bool
    weight: float
    gold: bool
    marked: str = ""


def words(sentence: Sentence) -> Iterator[tuple[Evidence, dict[str, float]]]:
    """The strange words of one sentence: the evidence, and the features without the source."""
    document = Document(sentence.target)
    text = reading(View(Article("", sentence.target), document, (), RULES_ALONE))
    source = sentence.source or ""
    compared = side(source, 0, len(source), sentence.language or "en")
    if compared is not None:
        for index in candidates(text, document):
            yield weigh(text, index, compared), weigh(text, index, None).features


def label(evidence: Evidence, spans: Iterable[GoldSpan]) -> tuple[bool, float, str]:
    """Whether the word is wrong, what that counts, and the category of the span on it."""
    found: list[tuple[bool, float, str]] = []
    word = evidence.text.rstrip("-'")
    for span in spans:
        if not (evidence.start < span.end and span.start < evidence.end):
            continue
        kept = set(_WORD.findall(span.suggestion or ""))
        few = len(span.text.split()) <= _FEW and evidence.situation != "capital"
        if word in kept:
            found.append((False, float(span.category != "casing"), span.category))
        elif word.lower() in {other.lower() for other in kept}:
            found.append((False, 0.0, span.category))
        elif span.category in _OF_WORDS or (span.category in _OF_FORMS and few):
            found.append((True, 1.0, span.category))
        else:
            found.append((False, 0.0, span.category))
    return max(found, key=lambda one: (one[0], -one[1])) if found else (False, 1.0, "")


def annotated(gold: Path) -> Iterator[Example]:
    """The words of the annotated translations."""
    for part in GOLD:
        for text in read_gold(gold / part):
            article = text.article
            sentence = Sentence(article.source or "", article.target, article.source, "en")
            for evidence, alone in words(sentence):
                wrong, weight, marked = label(evidence, text.spans)
                yield Example(sentence.origin, evidence, alone, wrong, weight, True, marked)


def left_standing(data: Path) -> Iterator[Example]:
    """Words of human translations, and those of a machine that its correctors left."""
    for sentence in HUMAN["ntrex"](data):
        for evidence, alone in words(sentence):
            yield Example(sentence.origin, evidence, alone, False, _WEIGHTS["ntrex"], False)
    for part in ("flores-dev", "flores-test"):
        folder = data / "mt-en-ro"
        pairs = zip(lines(folder / f"{part}.en"), lines(folder / f"{part}.ro"), strict=True)
        for source, target in pairs:
            for evidence, alone in words(Sentence(source, target, source, "en")):
                if not evidence.features.get("near frequency"):
                    weight = _WEIGHTS["references"]
                    yield Example(source, evidence, alone, False, weight, False)
    machine = MACHINE["ro-sts-postedit, translations"](data)
    people = HUMAN["ro-sts-postedit, corrections"](data)
    for sentence, corrected in zip(machine, people, strict=True):
        kept = set(_WORD.findall(corrected.target))
        for evidence, alone in words(sentence):
            if evidence.text in kept and not evidence.features.get("lost marks"):
                weight = _WEIGHTS["corrected"]
                yield Example(sentence.origin, evidence, alone, False, weight, False)


def spoilt(data: Path) -> Iterator[Example]:
    """Words that were spoilt on purpose, of the kinds that annotated translations have not."""
    for name, made in (("slips", slips(data)), ("leftovers", leftovers(data))):
        for sentence, start in made:
            for evidence, alone in words(sentence):
                if evidence.start == start:
                    yield Example(sentence.origin, evidence, alone, True, _WEIGHTS[name], False)


class Matrix(NamedTuple):
    """The examples as numbers: the names of the columns, and a row for each example."""

    names: list[str]
    values: Floats


def matrix(examples: Sequence[Example], sourced: bool) -> Matrix:
    """The evidence of the examples, a constant last."""
    listed = [example.evidence.features if sourced else example.alone for example in examples]
    names = sorted({name for features in listed for name in features})
    place = {name: column for column, name in enumerate(names)}
    values = np.zeros((len(listed), len(names) + 1))
    for row, features in enumerate(listed):
        for name, value in features.items():
            values[row, place[name]] = value
    values[:, -1] = 1
    return Matrix([*names, CONSTANT], values)


def fit(values: Floats, which: npt.NDArray[np.int_], wrong: Floats, weight: Floats) -> Floats:
    """The weights, one row for each situation.

    Args:
        values: the evidence, a constant last.
        which: the situation of each example.
        wrong: 1 or 0.
        weight: of each example.
    """
    size, groups = values.shape[1], len(SITUATIONS)
    wide = np.zeros((len(values), size * (groups + 1)))
    wide[:, :size] = values
    for group in range(groups):
        rows = which == group
        wide[rows, size * (group + 1) : size * (group + 2)] = values[rows]
    precision = np.concatenate([np.full(size, 1 / _SHARED), np.full(size * groups, 1 / _OWN)])
    precision[size - 1 :: size] = 1 / _CONSTANT
    found = _newton(wide, wrong, weight, precision).reshape(groups + 1, size)
    return np.asarray(found[1:] + found[0])


def _newton(values: Floats, wrong: Floats, weight: Floats, precision: Floats) -> Floats:
    """The mode of the posterior; no step is longer than 4."""
    found = np.zeros(values.shape[1])
    for _ in range(40):
        fitted = _sigmoid(values @ found)
        slope = values.T @ (weight * (fitted - wrong)) + precision * found
        bend = (values * (weight * fitted * (1 - fitted))[:, None]).T @ values + np.diag(precision)
        step = np.linalg.solve(bend, slope)
        longest = np.abs(step).max()
        found -= step * min(1.0, 4 / longest)
        if longest < 1e-5:
            break
    return found


def _sigmoid(odds: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


class Fitted(NamedTuple):
    """The weights with or without source, and the probability of each example when left out."""

    names: list[str]
    weights: Floats
    left_out: list[float]


def fitted(examples: Sequence[Example], sourced: bool) -> Fitted:
    """Fit on everything, and on nine folds of ten for what is told of the tenth."""
    names, values = matrix(examples, sourced)
    which = np.array([SITUATIONS.index(example.evidence.situation) for example in examples])
    wrong = np.array([float(example.wrong) for example in examples])
    weight = np.array([example.weight for example in examples])
    folds = np.array([zlib.crc32(example.origin.encode()) % _FOLDS for example in examples])
    left_out = np.zeros(len(examples))
    for fold in range(_FOLDS):
        known, rest = folds != fold, folds == fold
        weights = fit(values[known], which[known], wrong[known], weight[known])
        left_out[rest] = _sigmoid((values[rest] * weights[which[rest]]).sum(axis=1))
    return Fitted(names, fit(values, which, wrong, weight), left_out.tolist())


def told(examples: Sequence[Example], left_out: Sequence[float]) -> list[dict[str, Any]]:
    """By threshold, of annotated words left out: how many are marked, how many of them rightly
    (they overlap a span), what share of the wrong words that is; and words marked in other text."""
    rows = []
    for threshold in _THRESHOLDS:
        marked = [e for e, p in zip(examples, left_out, strict=True) if p >= threshold]
        gold = [example for example in marked if example.gold]
        right = sum(bool(example.marked) for example in gold)
        wrong = sum(example.gold and example.wrong for example in examples)
        spoilt = [e for e in examples if e.wrong and not e.gold]
        elsewhere = [example for example in marked if not example.gold]
        found = sum(example.wrong for example in gold)
        rows.append(
            {
                "from": threshold,
                "marked": len(gold),
                "right": right,
                "precision": round(right / max(len(gold), 1), 3),
                "recall": round(found / max(wrong, 1), 3),
                "elsewhere": sum(not example.wrong for example in elsewhere),
                "recall of spoilt": round(sum(e.wrong for e in elsewhere) / max(len(spoilt), 1), 3),
            }
        )
    return rows


def limits(
    examples: Sequence[Example], left_out: Sequence[float], precision: float
) -> dict[str, float]:
    """By group, the probability from which it is right often enough, by itself or among all."""

    def lowest(which: Sequence[Example], odds: Sequence[float], precision: float) -> float:
        rows = told(which, odds)
        return min(
            (r["from"] for r in rows if r["marked"] >= _ENOUGH and r["precision"] >= precision),
            default=1.0,
        )

    every = lowest(examples, left_out, precision)
    found = {}
    for name in GROUPS:
        pairs = [pair for pair in zip(examples, left_out, strict=True)
                 if pair[0].evidence.group == name]  # fmt: skip
        own = lowest([e for e, _ in pairs], [p for _, p in pairs], _SLIPS.get(name, precision))
        found[name] = min(every, own)
    return found


def by(
    examples: Sequence[Example], left_out: Sequence[float], speaks: Mapping[str, float]
) -> dict[str, Any]:
    """Right of marked by group, found of wrong by category, and what is marked in other text."""
    seen = [(e, p >= speaks[e.evidence.group]) for e, p in zip(examples, left_out, strict=True)]
    groups = {}
    for name in GROUPS:
        marked = [e for e, is_marked in seen if is_marked and e.evidence.group == name and e.gold]
        groups[name] = [sum(bool(e.marked) for e in marked), len(marked)]
    categories: dict[str, list[int]] = {}
    for example, is_marked in seen:
        if example.wrong:
            name = example.marked if example.gold else "spoilt on purpose"
            counts = categories.setdefault(name, [0, 0])
            counts[0] += is_marked
            counts[1] += 1
    return {
        "right of marked": groups,
        "found of wrong": dict(sorted(categories.items())),
        "elsewhere": sum(is_marked and not (e.gold or e.wrong) for e, is_marked in seen),
    }


def comparable(examples: Sequence[Example], sourced: bool) -> list[Example]:
    """The examples that say something with, or without, a source."""
    return [e for e in examples if e.evidence.likeness is not None or not sourced]


def table(examples: Sequence[Example]) -> dict[str, Any]:
    """What :data:`TABLE` holds."""
    weights: dict[str, list[float]] = {}
    speaks, figures = {}, {}
    for place, (name, sourced) in enumerate(_SOURCED.items()):
        known = comparable(examples, sourced)
        found = fitted(known, sourced)
        for evidence, row in zip(found.names, found.weights.T, strict=True):
            cells = weights.setdefault(evidence, [0.0] * 2 * len(SITUATIONS))
            first = place * len(SITUATIONS)
            cells[first : first + len(SITUATIONS)] = [round(float(cell), 2) for cell in row]
        rows = told(known, found.left_out)
        speaks[name] = limits(known, found.left_out, PRECISION[name])
        figures[name] = {"by threshold": rows, **by(known, found.left_out, speaks[name])}
    counts = {
        "annotated words": sum(e.gold for e in examples),
        "wrong": sum(e.wrong and e.gold for e in examples),
        "words left standing": sum(not (e.gold or e.wrong) for e in examples),
        "words spoilt on purpose": sum(e.wrong and not e.gold for e in examples),
    }
    columns = [column(s, sourced) for sourced in _SOURCED.values() for s in SITUATIONS]
    return {
        "made by": "python -m mtqa.workshop.words",
        "data": {"gold": list(GOLD), **counts},
        "left out": figures,
        "speaks from": speaks,
        "columns": columns,
        "weights": dict(sorted(weights.items(), key=lambda item: (item[0] == CONSTANT, item[0]))),
    }


def written(made: dict[str, Any]) -> str:
    """The table as text: a line for each figure that is a list or a row."""
    text = json.dumps(made, ensure_ascii=False, indent=1)
    return (
        re.sub(r"[\[{][^\[\]{}]*[\]}]", lambda m: re.sub(r"\s*\n\s*", " ", m.group()), text) + "\n"
    )


def main() -> None:
    """Fit, and write the table."""
    data = data_folder()
    gold = data.parent / "gold"
    if not (data.is_dir() and gold.is_dir()):
        sys.exit("mtqa.workshop.words: set MTQA_DATA to the data folder, with gold beside it")
    every = chain(annotated(gold), left_standing(data), spoilt(data))
    examples = [example for example in every if example.weight]
    made = table(examples)
    TABLE.parent.mkdir(exist_ok=True)
    TABLE.write_text(written(made), encoding="utf-8", newline="\n")
    for name, figures in made["left out"].items():
        print(name, json.dumps(figures["by threshold"]))
        print({key: figures[key] for key in figures if key != "by threshold"})
    print(TABLE)


if __name__ == "__main__":
    main()
