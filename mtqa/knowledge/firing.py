"""In how many different sources every check and every row speaks: ``data/firing.tsv``, read.

The table is made by ``python -m mtqa.workshop.firing``: its lines name a check, a row of a table
(empty for the check as a whole), and the number of different sources on whose machine translations,
and on whose human translations, it speaks. Five translations of one source count once.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import TableError
from mtqa.knowledge.rows import DATA

FIRING = DATA / "firing.tsv"
COLUMNS = ("check", "row", "machine", "human")
HEADER = "# columns: " + "\t".join(COLUMNS)


class Fired(NamedTuple):
    """Different sources on which something speaks.

    Attributes:
        machine: those of machine translations.
        human: those of human translations and of texts that people wrote.
    """

    machine: int
    human: int


@lru_cache(maxsize=1)
def fired() -> Mapping[tuple[str, str], Fired]:
    """Check and row (``""``: the whole check) to their counts, as committed."""
    return load(FIRING)


def load(path: Path) -> dict[tuple[str, str], Fired]:
    """The counts of a file; none if it does not exist.

    Raises:
        TableError: the line that is wrong, why, and what to do.
    """
    if not path.is_file():
        return {}
    first, *lines = path.read_text(encoding="utf-8").splitlines() or [""]
    cure = "run `python -m mtqa.workshop.firing`"
    if first != HEADER:
        raise TableError(f"{path}:1", f"the first line is not {HEADER!r}", cure)
    found: dict[tuple[str, str], Fired] = {}
    for number, line in enumerate(lines, 2):
        if not line or line.startswith("#"):
            continue
        cells = line.split("\t")
        if len(cells) != len(COLUMNS) or not (cells[2].isdecimal() and cells[3].isdecimal()):
            raise TableError(f"{path}:{number}", f"{line!r} is no check, row and two counts", cure)
        found[cells[0], cells[1]] = Fired(int(cells[2]), int(cells[3]))
    return found
