"""How a word looks by its letters: three small models over its runs of letters.

One tells a Romanian form from the same form with letters lost, added, exchanged or swapped, one
tells it from a word of another language, and one tells an English word from those of other
languages, Romanian included. Each adds up a weight for every run of two to four letters, the
beginning and the end of the word marked; the weights lie in one table under the hash of the run.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mtqa.knowledge.spelling import comma

TABLE = Path(__file__).parent / "data" / "letters.bin"
#: Rows of the table, a power of two; the last one of each model holds its constant.
SIZE = 1 << 16
#: A step of the stored weights, in log-odds.
STEP = 1 / 24
#: Lengths of the runs.
RUNS = (2, 3, 4)
#: Beyond this many letters a word says nothing more.
_LONGEST = 30
#: The models, in the order of the table.
MODELS = ("damaged", "foreign", "english")


def runs(form: str) -> list[int]:
    """The rows of the table for each run of letters of the form, in lower case."""
    word = f"^{comma(form).lower()[:_LONGEST]}$"
    return [
        zlib.crc32(word[at : at + size].encode()) % (SIZE - 1)
        for size in RUNS
        for at in range(len(word) - size + 1)
    ]


class Looks(NamedTuple):
    """Log-odds by the letters of a form alone.

    Attributes:
        damaged: it is a damaged Romanian word rather than a sound one.
        foreign: it is a word of another language rather than a Romanian one.
        english: it is English rather than of any other language.
    """

    damaged: float
    foreign: float
    english: float


class Letters:
    """The models.

    Args:
        table: ``SIZE`` weights for each, as signed bytes in steps of :data:`STEP`.

    Raises:
        ValueError: the table has another size.
    """

    def __init__(self, table: bytes) -> None:
        if len(table) != len(MODELS) * SIZE:
            raise ValueError(f"{len(table)} weights where {len(MODELS) * SIZE} were expected")
        weights = memoryview(table).cast("b")
        self._models = [weights[at * SIZE : (at + 1) * SIZE] for at in range(len(MODELS))]

    def looks(self, form: str) -> Looks:
        """What the letters of the form say."""
        rows = runs(form)
        return Looks(*(STEP * (one[-1] + sum([one[row] for row in rows])) for one in self._models))


@lru_cache(maxsize=1)
def letters() -> Letters:
    """The models, loaded once per process."""
    return Letters(zlib.decompress(TABLE.read_bytes()))
