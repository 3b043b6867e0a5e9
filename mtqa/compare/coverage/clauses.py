"""Clauses of one side that nothing on the other side says, in every language of a source.

A clause is what stands between two marks or conjunctions, or a few such stretches in a row. What
speaks for a loss or an addition: its words have no counterpart, the other side has no words left
that could be theirs, and one side is too long by just that clause. A logistic regression weighs
it, for each group of languages; ``python -m mtqa.workshop.clauses`` learns the weights.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path
from typing import NamedTuple

from mtqa.compare.coverage.runs import Kind, Side, worth
from mtqa.languages.tables import words as words_of

#: The features of a clause, in the order of the weights; `_products` appends theirs.
FEATURES = (
    "lost", "linked", "soft", "evidence", "kept", "solid", "share", "excess", "length",
    "length without", "better", "free", "free evidence", "near", "rest", "free share", "leads",
    "first", "last", "names", "words", "short", "letters", "none free", "balance", "few lost",
)  # fmt: skip
#: So many stretches in a row are looked at together.
_MOST_PARTS = 4
#: More parts than this are no sentence, but a list or a table.
_MOST = 60
#: A bead in which fewer words are linked is aligned wrongly, or freely translated.
_LEAST_LINKED = 0.2
#: A clause of fewer letters is an aside; where no lexicon helps it must be longer.
_SHORTEST = {True: 14, False: 20}
_SHARED = 0.35
_PATH = Path(__file__).parent / "clauses.json"
_MARKS = r"[;:()„“”«»\"–—\n]|,(?!\d)|(?<=\w\w\w[.!?…]) (?=\W*[^\W\d_a-zăâîșțа-яёіїєґ])"


class Clause(NamedTuple):
    """A clause: its half-open span in the side's text, and the numbers of its content words."""

    start: int
    end: int
    words: tuple[int, ...]


@dataclass(frozen=True)
class Weights:
    """What decides on clauses in one group of languages.

    Attributes:
        seen: direction, then kind of word to how often it has a counterpart in a good translation.
        ratio: length of a Romanian translation by one code point of the source.
        weights: direction to the constant and the weights of the features.
        threshold: direction to the score from which a clause is reported.
    """

    seen: Mapping[Kind, Mapping[str, float]]
    ratio: float
    weights: Mapping[Kind, Sequence[float]]
    threshold: Mapping[Kind, float]

    def margin(self, kind: Kind, features: Sequence[float]) -> float:
        """How far above the threshold a clause lies, in log odds; negative: not reported."""
        constant, *weights = self.weights[kind]
        total = sum(w * x for w, x in zip(weights, expanded(features), strict=True))
        return constant + total - self.threshold[kind]


@lru_cache(maxsize=1)
def _groups() -> tuple[Mapping[str, Weights], Mapping[str, str]]:
    data = json.loads(_PATH.read_text(encoding="utf-8"))
    groups = {
        name: Weights(row["seen"], row["ratio"], row["weights"], row["threshold"])
        for name, row in data["groups"].items()
    }
    return groups, {code: name for name, row in data["groups"].items() for code in row["languages"]}


def weights_for(language: str) -> Weights | None:
    """The weights for a source's language; None if it is in no group."""
    groups, names = _groups()
    return groups.get(names.get(language, ""))


@lru_cache(maxsize=16)
def _boundaries(language: str) -> re.Pattern[str]:
    """What stands between two clauses."""
    openers = words_of(language).clauses
    return re.compile(rf"{_MARKS}|\s(?=(?:{openers})\s)" if openers else _MARKS)


def parts(text: str, start: int, end: int, language: str) -> list[tuple[int, int]]:
    """The stretches of ``text[start:end]`` between marks and before conjunctions."""
    found = []
    at = start
    for match in _boundaries(language).finditer(text, start, end):
        if match.start() > at:
            found.append((at, match.start()))
        at = match.end() if match.group().strip() else match.start()
    return [*found, (at, end)] if end > at else found


def clauses(side: Side, language: str) -> Iterator[Clause]:
    """The clauses of a side, up to some stretches in a row, the whole side left out."""
    stretches = parts(side.text, side.start, side.end, language)
    if len(stretches) > _MOST:
        return
    numbers: list[list[int]] = [[] for _ in stretches]
    place = 0
    for number, word in enumerate(side.words):
        while place < len(stretches) - 1 and word.start >= stretches[place][1]:
            place += 1
        numbers[place].append(number)
    for first, (start, _) in enumerate(stretches):
        for last in range(first, min(len(stretches), first + _MOST_PARTS)):
            words = tuple(number for row in numbers[first : last + 1] for number in row)
            if numbers[first] and numbers[last] and len(words) < len(side.words):
                yield Clause(start, stretches[last][1], words)


def is_comparable(side: Side, other: Side) -> bool:
    """Whether both sides have words, and enough of them are linked to belong together."""
    linked = sum(partner >= 0 for partner in side.partner)
    fewer = min(len(side.words), len(other.words))
    return len(side.words) > 2 and fewer > 0 and linked >= max(1, _LEAST_LINKED * fewer)


class Measured:
    """A side measured once for all its clauses.

    Args:
        side: where something may be without counterpart.
        other: the other side of the bead.
        seen: how often a word of each kind has a counterpart, on this side.
        other_seen: the same on the other side.
        ratio: length of the other side to be expected for one code point of this one.
        language: of the side.
    """

    def __init__(
        self,
        side: Side,
        other: Side,
        seen: Mapping[str, float],
        other_seen: Mapping[str, float],
        ratio: float,
        language: str,
    ) -> None:
        self._side, self._other, self._ratio = side, other, ratio
        self._leading = _leading(language)
        self._worth = [worth(seen.get(word.kind, 0.5)) for word in side.words]
        self._free = [j for j, partner in enumerate(other.partner) if partner < 0]
        self._free_worth = sum(worth(other_seen.get(other.words[j].kind, 0.5))[1]
                               for j in self._free)  # fmt: skip
        self._unlinked = sum(partner < 0 for partner in side.partner)
        self._own = max(1, side.length)
        # a bead of few letters varies more
        self._scale = min(1.5, (self._own / 120) ** 0.5)
        self._length = log(max(1, other.length) / (self._own * ratio)) * self._scale

    def features(self, clause: Clause) -> tuple[float, ...]:
        """The features of a clause, by `FEATURES`."""
        side, other, own = self._side, self._other, self._own
        lost = [k for k in clause.words if side.partner[k] < 0]
        soft = sum(k in side.soft for k in lost)
        linked = len(clause.words) - len(lost)
        evidence = sum(self._worth[k][1] * (_SHARED if k in side.soft else 1) for k in lost)
        kept = sum(self._worth[k][0] for k in clause.words if side.partner[k] >= 0)
        length = clause.end - clause.start
        rest = max(1, own - length)
        without = log(max(1, other.length) / (rest * self._ratio)) * self._scale
        free = len(self._free)
        excess = (own - other.length / self._ratio) / max(1, length)
        others = max(1, len(side.words) - len(clause.words))
        return (
            len(lost), linked, soft, evidence, kept, len(lost) / max(1, len(clause.words)),
            length / own, max(-1.0, min(2.0, excess)), self._length, without,
            abs(self._length) - abs(without), min(8, free), min(12.0, self._free_worth),
            min(6, self._near(clause)), (self._unlinked - len(lost)) / others,
            free / max(1, len(other.words)),
            self._first(clause) in self._leading,
            clause.start <= side.start + 2, clause.end >= side.end - 2,
            sum(side.words[k].kind in ("name", "number") for k in lost),
            min(30, len(side.words)), min(0.0, without), log(max(1, length)), not free,
            evidence - self._free_worth, min(3, len(lost)),
        )  # fmt: skip

    def _first(self, clause: Clause) -> str:
        """The first word of a clause."""
        found = self._side.text[clause.start : clause.end].split(None, 1)
        return found[0].lower().strip('„“”"«(') if found else ""

    def _near(self, clause: Clause) -> int:
        """Words of the other side without counterpart about where the clause should stand."""
        partner = self._side.partner
        before = next((partner[k] for k in range(clause.words[0] - 1, -1, -1) if partner[k] >= 0),
                      -1)  # fmt: skip
        after = next((partner[k] for k in range(clause.words[-1] + 1, len(partner))
                      if partner[k] >= 0), len(self._other.words))  # fmt: skip
        low, high = min(before, after), max(before, after)
        return sum(max(0, low - 1) <= j < high + 2 for j in self._free)


def is_clear(features: Sequence[float], *, listed: bool) -> bool:
    """Whether a clause no word of which is linked leaves little doubt, whatever the weights say.

    With a lexicon: hardly a word of the other side is left that could say it, and its side is too
    long by a good part of it (3 of 3,016 human translations). Without one: it is half of its side,
    which is too long by just that (2 of 6,042).

    Args:
        features: of the clause.
        listed: whether a lexicon leads from the source's words to Romanian ones.
    """
    row = dict(zip(FEATURES, features, strict=True))
    if row["linked"] or row["letters"] < log(_SHORTEST[listed]):
        return False
    lost, free, excess = row["lost"], row["free"], row["excess"]
    if not listed:
        return lost >= 3 and row["share"] >= 0.45 and 0.75 <= excess <= 1.4
    return (free == 0 and lost >= 2 and excess >= 0.3) or (
        free <= 1 and lost >= 3 and excess >= 0.55
    )


def expanded(features: Sequence[float]) -> tuple[float, ...]:
    """The features and the products of them that count."""
    row = dict(zip(FEATURES, features, strict=True))
    few, evidence, none = row["few lost"], row["evidence"], row["none free"]
    over = max(-0.5, min(1.2, row["excess"]))
    solid, bare = row["solid"], float(row["linked"] == 0)
    clear = bare and row["excess"] > 0.5 and row["free"] <= 1
    return (
        *map(float, features), few * over, evidence * over, none * few, none * over,
        none * evidence, solid * over, solid * evidence, bare, bare * over, bare * evidence,
        over * over, float(row["excess"] > 0.6), abs(row["length without"]), row["length"] ** 2,
        row["balance"] * over, row["rest"] * over, row["free share"] * over, float(clear),
    )  # fmt: skip


@lru_cache(maxsize=16)
def _leading(language: str) -> frozenset[str]:
    """The words of a language that begin a clause."""
    return frozenset(form.split()[0] for form in words_of(language).clauses.split("|") if form)


def trust(margin: float) -> float:
    """The confidence in a clause that lies so far above the threshold."""
    return round(0.64 + 0.31 * (1 - exp(-margin / 2)), 2)
