"""What two sentences share on the surface in any languages: numbers, names, cognates, length.

Every sentence becomes a bag of keys: its digit strings, and the beginnings of its longer words
after folding (case, diacritics, Cyrillic and Greek to Latin), so that *Zaharova*, *Zakharova* and
*Захарова* or *expédition*, *Expedition* and *expediției* meet. Keys are weighed by rarity.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from mtqa.align.beads import Band, Floats
from mtqa.align.runs import Pairs, layout
from mtqa.common.memory import EVERY_WORD

_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]+")
_DOUBLED = re.compile(r"(.)\1")
_STEM = 5
_SHORTEST = 4
#: A key found in more sentences than this says nothing, and would cost quadratic time.
_COMMONEST = 40

_CYRILLIC = dict(
    zip(
        "абвгґдеєёжзиіїйклмнопрстуфхцчшщъыьэюя",
        "a b v g g d e e e j z i i i i c l m n o p r s t u f h t c s s  i  e iu ia".split(" "),
        strict=True,
    )
)
_GREEK = dict(
    zip(
        "αβγδεζηθικλμνξοπρστυφχψως",
        "a b g d e z i t i c l m n x o p r s t i f h p o s".split(" "),
        strict=True,
    )
)
#: One spelling for what European languages write differently in the same name or loan word.
_SAME = (
    ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("sh", "s"), ("zh", "j"), ("kh", "h"), ("ch", "c"),
    ("ph", "f"), ("th", "t"), ("ck", "c"), ("qu", "c"), ("sz", "s"), ("cs", "c"), ("w", "v"),
    ("k", "c"), ("y", "i"), ("z", "s"), ("ß", "ss"),
)  # fmt: skip


@lru_cache(maxsize=EVERY_WORD)
def across_scripts(word: str) -> str:
    """A word with case, diacritics, script and the commonest spelling differences taken away.

    >>> across_scripts("Zakharova") == across_scripts("Захарова") == across_scripts("Zaharova")
    True
    """
    plain = word.lower()
    if not plain.isascii():  # most words have nothing to take away
        plain = "".join([_CYRILLIC.get(c) or _GREEK.get(c) or c for c in plain])
        plain = unicodedata.normalize("NFKD", plain)
        plain = "".join([c for c in plain if not unicodedata.combining(c)])
    for theirs, ours in _SAME:
        plain = plain.replace(theirs, ours)
    return _DOUBLED.sub(r"\1", plain)


def keys(sentence: str) -> list[str]:
    """The keys of a sentence: digit strings, and stems of words of at least four letters."""
    numbers = [d.lstrip("0") or "0" for d in _DIGITS.findall(sentence)]
    words = (across_scripts(w) for w in _WORD.findall(sentence) if len(w) >= _SHORTEST)
    return numbers + [w[:_STEM] for w in words if len(w) >= _SHORTEST - 1]


def length(sentence: str) -> int:
    """Length in characters without white space; at least 1."""
    return max(1, sum(not c.isspace() for c in sentence))


@dataclass(frozen=True)
class Surface:
    """The keys of two texts that occur on both sides, weighed.

    Attributes:
        source: for each source sentence the weight of each of its keys that the target has too.
        target: the same the other way round.
        source_places: in which source sentences a key stands.
        target_places: in which target sentences.
    """

    source: list[dict[str, float]]
    target: list[dict[str, float]]
    source_places: dict[str, list[int]]
    target_places: dict[str, list[int]]

    @classmethod
    def of(cls, source: Sequence[str], target: Sequence[str]) -> Surface:
        """Read the keys of two texts."""
        bags = [[Counter(keys(s)) for s in side] for side in (source, target)]
        places: list[dict[str, list[int]]] = [{}, {}]
        for side in (0, 1):
            for at, bag in enumerate(bags[side]):
                for key in bag:
                    places[side].setdefault(key, []).append(at)
        shared = {
            key: _weight(key, len(there), len(places[1][key]))
            for key, there in places[0].items()
            if key in places[1] and max(len(there), len(places[1][key])) <= _COMMONEST
        }
        weighed = [
            [{key: shared[key] * count for key, count in bag.items() if key in shared} for bag in s]
            for s in bags
        ]
        left, right = ({key: where[key] for key in shared} for where in places)
        return cls(weighed[0], weighed[1], left, right)

    def take(self, rows: np.ndarray, columns: np.ndarray) -> Surface:
        """The keys of some sentences of both texts (ascending), numbered anew."""
        kept = ({int(old): new for new, old in enumerate(side)} for side in (rows, columns))
        left, right = kept
        return Surface(
            [self.source[i] for i in left],
            [self.target[j] for j in right],
            {k: [left[i] for i in at if i in left] for k, at in self.source_places.items()},
            {k: [right[j] for j in at if j in right] for k, at in self.target_places.items()},
        )

    def masses(self) -> tuple[Floats, Floats]:
        """Total weight of the keys of each sentence, source and target."""
        left = np.array([sum(bag.values()) for bag in self.source], np.float32)
        right = np.array([sum(bag.values()) for bag in self.target], np.float32)
        return left, right

    def products(self, band: Band) -> Pairs:
        """For the pairs of sentences that the band needs: the weight of the keys they share."""
        start, end, offset = layout(band)
        values = np.zeros(int(offset[-1]), np.float32)
        for key, left in self.source_places.items():
            right = self.target_places[key]
            for i in left:
                for j in right:
                    if start[i] <= j < end[i]:
                        shared = min(self.source[i][key], self.target[j][key])
                        values[offset[i] + j - start[i]] += shared
        return Pairs(start, offset[:-1], values)


def _weight(key: str, here: int, there: int) -> float:
    """Rare keys weigh more, and so do numbers of several digits."""
    rarity = 1.0 / (1.0 + np.log2(max(here, there)))
    return float(rarity * (0.5 if key.isdigit() and len(key) == 1 else 1.0))
