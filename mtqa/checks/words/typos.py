"""Which word a hasty hand meant, and how likely the slip is: letters lost, doubled, swapped, or
struck beside the right key."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import NAMES
from mtqa.knowledge import romanian, without_marks

#: The rows of the keyboard; Romanian letters with marks stand to the right of the others.
_ROWS = ("qwertyuiopăî", "asdfghjklșț", "zxcvbnm")
#: How unlikely each slip is, in Zipf points of the word that was meant.
_COSTS = {"marks": -0.5, "swapped": 0.5, "doubled": 0.5, "halved": 0.5, "key": 0.8, "lost": 0.8,
          "added": 1.3, "other": 1.8}  # fmt: skip
#: A slip at the beginning is rare, one at the end may be an ending that the dictionary lacks.
_FIRST, _LAST = 1.5, 1.0
#: A difference of marks inside of another slip: the marks were lost on the way.
_MANY = 24


class Slip(NamedTuple):
    """A word that may have been meant.

    Attributes:
        word: of the dictionary, in lower case.
        kind: what became of it: ``marks``, ``swapped``, ``doubled`` (a letter too many),
            ``halved`` (a double letter written once), ``key``, ``lost``, ``added`` or ``other``.
        odds: how likely it is, in Zipf points.
        frequency: Zipf frequency of the word.
        place: ``first``, ``inside`` or ``last``.
    """

    word: str
    kind: str
    odds: float
    frequency: float
    place: str


@lru_cache(maxsize=1)
def _neighbours() -> frozenset[frozenset[str]]:
    """Pairs of letters whose keys touch."""
    found: set[frozenset[str]] = set()
    for number, row in enumerate(_ROWS):
        for at, letter in enumerate(row):
            below = _ROWS[number + 1] if number + 1 < len(_ROWS) else ""
            found.update(frozenset((letter, other)) for other in row[at + 1 : at + 2])
            found.update(frozenset((letter, other)) for other in below[max(0, at - 1) : at + 1])
    return frozenset(found)


def are_neighbours(one: str, other: str) -> bool:
    """Whether the keys of two letters touch on a Romanian keyboard.

    >>> are_neighbours("s", "d"), are_neighbours("s", "p")
    (True, False)
    """
    return frozenset((one, other)) in _neighbours()


def slip(form: str, word: str) -> tuple[str, str]:
    """What kind of slip makes the form of the word, one letter away from it, and where it lies.

    >>> slip("paralment", "parlament"), slip("guvenul", "guvernul"), slip("comissie", "comisie")
    (('swapped', 'inside'), ('lost', 'inside'), ('doubled', 'inside'))
    """
    start = _shared(form, word)
    end = min(_shared(form[::-1], word[::-1]), min(len(form), len(word)) - start)
    place = "first" if not start else "last" if not end else "inside"
    if without_marks(form) == without_marks(word):
        return "marks", place
    mine, right = form[start : len(form) - end], word[start : len(word) - end]
    if len(form) == len(word):
        if len(mine) == 2 and mine == right[::-1]:
            return "swapped", place
        return ("key" if len(mine) == 1 and are_neighbours(mine, right) else "other"), place
    longer, letter = (form, mine) if len(form) > len(word) else (word, right)
    twice = letter and letter in (longer[start - 1 : start], longer[start + 1 : start + 2])
    if len(form) > len(word):
        return ("doubled" if twice else "added"), place
    return ("halved" if twice else "lost"), place


def _shared(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


@lru_cache(maxsize=NAMES)
def slips(form: str) -> tuple[Slip, ...]:
    """The dictionary words of which an unknown form (lower case) may be a slip, likeliest first."""
    found = []
    for word in romanian().suggest(form, _MANY):
        if not word.islower():
            continue
        kind, place = slip(form, word)
        frequency = romanian().frequency(word)
        odds = frequency - _COSTS[kind] - _FIRST * (place == "first") - _LAST * (place == "last")
        found.append(Slip(word, kind, odds, frequency, place))
    return tuple(sorted(found, key=lambda one: (-one.odds, one.word)))
