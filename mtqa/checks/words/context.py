"""Which of several like words stands in a place: a model of the words around it.

*sa* or *să* or *s-a*, *fata* or *față*, *casa* or *casă*: words that a lost mark, a lost hyphen or
one letter tells apart. For a place in a sentence the model gives each candidate a score; the
difference of two scores is the logarithm of how much more probable one is than the other, there.

A log-linear model over hashed features (Ratnaparkhi 1996; Weinberger et al. 2009): the candidate,
the readings that the dictionary has of it, and its end, each together with the two words before it
and the two after it, and with their readings. Taught by :mod:`mtqa.workshop.word_context`.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.common.memory import EVERY_WORD, WORDS
from mtqa.knowledge import comma, romanian
from mtqa.languages.ro import Token

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

TABLE = Path(__file__).parent / "data" / "context.bin"
#: Weights of the table, a power of two.
BITS = 22
#: A step of the stored weights, in log-odds.
STEP = 1 / 20
#: What stands before the first word of a sentence and after its last.
EDGE = "¶"
#: A clitic with its hyphen and the word it leans on are one unit, if they are no longer than this.
_UNIT = 8
_ENDINGS = 3
#: So many units further on there may stand what the word points to.
_FURTHER = 9

#: The features: which columns of :func:`columns` each joins. The candidate's own columns are W (the
#: word), T (its readings), S (its end); then come the words and the readings around it.
_W, _T, _S, _B2, _B1, _A1, _A2, _TB2, _TB1, _TA1, _TA2, _F = range(12)
COLUMNS = 12
_TEMPLATES: tuple[tuple[int, ...], ...] = (
    (_W,), (_W, _B1), (_W, _A1), (_W, _B1, _A1), (_W, _B2, _B1), (_W, _A1, _A2),
    (_W, _TB1), (_W, _TA1), (_W, _TB1, _TA1), (_W, _TB2, _TB1), (_W, _TA1, _TA2),
    (_W, _A1, _TA2), (_T, _A1, _TA2), (_W, _TB2, _B1), (_W, _B1, _TA1), (_W, _TB1, _A1),
    (_W, _F), (_W, _F, _A1), (_W, _F, _TA1), (_T, _F, _TA1),
    (_T,), (_T, _B1), (_T, _A1), (_T, _B1, _A1), (_T, _B2, _B1), (_T, _A1, _A2),
    (_T, _TB1), (_T, _TA1), (_T, _TB1, _TA1), (_T, _TB2, _TB1), (_T, _TA1, _TA2),
    (_T, _TB2, _TB1, _TA1), (_T, _TB1, _TA1, _TA2), (_T, _B1, _TA1), (_T, _TB1, _A1),
    (_S, _B1), (_S, _TB1), (_S, _TA1), (_S, _TB1, _TA1),
)  # fmt: skip


class Unit(NamedTuple):
    """A word as the model reads it: a clitic group such as *s-a* is one.

    Attributes:
        start: in code points.
        end: half-open.
        text: as it stands.
        form: in lower case, with comma letters.
        name: whether it is written as a name: with a capital, and not because a sentence begins.
    """

    start: int
    end: int
    text: str
    form: str
    name: bool


def units(tokens: Sequence[Token]) -> list[Unit]:
    """The units of one sentence, in order."""
    found: list[Unit] = []
    opened, last = False, len(tokens) - 1
    leans: Token | None = None
    for at, token in enumerate(tokens):
        start, end, text = token
        if leans is not None:
            start, text, leans = leans.start, leans.text + text, None
        elif text[-1] in "-\u2011" and at < last and _is_group(token, tokens[at + 1]):
            leans = token
            continue
        form, word, capital = _read(text)
        found.append(Unit(start, end, text, form, capital and opened))
        opened = opened or word
    return found


def _is_group(clitic: Token, host: Token) -> bool:
    """Whether a clitic and what it leans on are one unit."""
    size = len(clitic.text) + len(host.text)
    return host.start == clitic.end and 2 < size <= _UNIT and host.text.isalpha()


@lru_cache(maxsize=WORDS)
def _read(text: str) -> tuple[str, bool, bool]:
    """The form of a text, whether it is a word, and whether it has a capital."""
    word = text[0].isalpha()
    return comma(text).lower().replace("\u2011", "-"), word, word and text[0].isupper()


class Keys(NamedTuple):
    """The numbers that the model knows a form by: itself, all its readings together, its end."""

    word: int
    readings: int
    end: int


@lru_cache(maxsize=EVERY_WORD)
def keys(form: str, name: bool = False) -> Keys:
    """The numbers of a form; figures have one in common.

    Args:
        form: in lower case.
        name: whether it is written as a name.
    """
    word = "0" if form[0].isdigit() else form
    return Keys(_number(word), _number(_class(form, name)), _number(f"…{form[-_ENDINGS:]}"))


def _number(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "surrogatepass"))


def _class(form: str, name: bool) -> str:
    if not form[0].isalpha() and form[0] != "-":
        return "0" if form[0].isdigit() else form
    parts = form.strip("-").split("-") if "-" in form else [form]
    tags = ["/".join(sorted({one.tag for one in romanian().analyses(part)})) for part in parts]
    if name and not (len(parts) == 1 and tags[0]):
        return "NAME"
    return "-".join(tags) if all(tags) else f"?{form[-_ENDINGS:]}"


#: Words that open a clause, by the sign that they are.
_OPENERS = {"să": 1, "că": 2, "care": 3}
_VERB, _STOP = 4, 5


@lru_cache(maxsize=WORDS)
def _sign(form: str) -> int:
    """What a unit says of the clause: an opener, a finite verb, the end of it, or nothing."""
    if form in _OPENERS:
        return _OPENERS[form]
    if not form[0].isalnum() and form[0] not in "-«„“\"'":
        return _STOP
    readings = romanian().analyses(form.partition("-")[2] or form)
    finite = [one.mood in ("indicative", "subjunctive", "conditional") for one in readings]
    return _VERB if finite and sum(finite) * 2 >= len(finite) else 0


_EDGE = keys(EDGE)


class Sentence:
    """The units of a sentence, with the numbers that the model knows them by.

    Args:
        read: the units.
    """

    def __init__(self, read: Sequence[Unit]) -> None:
        self.units = read
        edge, edges, _ = _EDGE
        known = [keys(unit.form, unit.name) for unit in read]
        words = [one.word for one in known]
        classes = [one.readings for one in known]
        self._signs = [_sign(unit.form) for unit in read]
        self._words = [edge, edge, *words, edge, edge]
        self._classes = [edges, edges, *classes, edges, edges]

    def row(self, at: int, candidate: str) -> tuple[int, ...]:
        """The columns for a candidate in the place ``at``."""
        words, classes = self._words, self._classes
        return (
            *keys(candidate),
            words[at], words[at + 1], words[at + 3], words[at + 4],
            classes[at], classes[at + 1], classes[at + 3], classes[at + 4], self._further(at),
        )  # fmt: skip

    def _further(self, at: int) -> int:
        """The first unit from the next one on that says what kind of clause this is, and whether
        there is a *să* (ca … să)."""
        signs = self._signs[at + 1 : at + _FURTHER]
        first = next((sign for sign in signs if sign), 0)
        return first + 8 * (_OPENERS["să"] in signs)

    def put(self, at: int, form: str) -> None:
        """Read another form in the place ``at`` from now on."""
        self._words[at + 2], self._classes[at + 2], _ = keys(form)


def features(rows: npt.NDArray[np.uint64]) -> npt.NDArray[np.int32]:
    """The places in the table of each row's features.

    Args:
        rows: of :meth:`Sentence.row`, shape ``(n, COLUMNS)``.

    Returns:
        Shape ``(n, number of templates)``.
    """
    import numpy as np

    found = np.empty((len(rows), len(_TEMPLATES)), dtype=np.int32)
    primes = np.array([0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9,
                       0xD6E8FEB86659FD93], dtype=np.uint64)  # fmt: skip
    for number, template in enumerate(_TEMPLATES):
        mixed = np.full(len(rows), number * 0x27D4EB2F165667C5 % 2**64, dtype=np.uint64)
        for place, column in enumerate(template):
            mixed ^= rows[:, column] * primes[place]
            mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
        found[:, number] = (mixed >> np.uint64(64 - BITS)).astype(np.int32)
    return found


class Context:
    """The model.

    Args:
        weights: of the hashed features, in steps of :data:`STEP`.

    Raises:
        ValueError: the table has another size.
    """

    def __init__(self, weights: npt.NDArray[np.int8]) -> None:
        if len(weights) != 1 << BITS:
            raise ValueError(f"{len(weights)} weights where {1 << BITS} were expected")
        self._weights = weights

    def scores(self, rows: Sequence[tuple[int, ...]]) -> list[float]:
        """The score of each row of :meth:`Sentence.row`, in log-odds."""
        import numpy as np

        if not rows:
            return []
        places = features(np.array(rows, dtype=np.uint64))
        summed: Any = self._weights[places].sum(axis=1, dtype=np.int32) * STEP
        return [float(score) for score in summed]


@lru_cache(maxsize=1)
def context() -> Context:
    """The model, loaded once per process."""
    import numpy as np

    return Context(np.frombuffer(zlib.decompress(TABLE.read_bytes()), dtype=np.int8))
