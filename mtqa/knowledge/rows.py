"""The rows of ``data/senses.tsv``: wrong renderings, what should stand there, and how we know.

One line a row, its cells divided by tabs, the columns named in the first line:

============  ====================================================================================
name          of its own; of a calque the English words behind it, which the message shows
kind          sense, false-friend, idiom or calque: the check that speaks
language      of the source, ISO 639-1; several with blanks between them
source        what the source has; empty for a calque, which shows in the Romanian alone
wrong         what the target has by mistake
right         what it should have; each of them in the target silences the row
needs         words or topics (``@sport``) of which one must be there beside the source's words
unless        words or topics that silence the row
severity      minor, major or critical
provenance    ``hand``; ``fact``, a false friend, idiom or term as dictionaries state them; or
              ``mined:`` with the corpora it was seen in: ``mined: ro-sts-postedit 5``
============  ====================================================================================

``source``, ``wrong`` and ``right`` are patterns (:mod:`mtqa.knowledge.pattern`). ``needs`` and
``unless`` speak of the source, in a calque of the Romanian sentence; a word in them stands for its
form or lemma, ``beginning*`` for any word that begins so. In how many sources a row speaks is
measured (:mod:`mtqa.knowledge.firing`), not written here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mtqa.errors import PatternError, TableError
from mtqa.knowledge.handmade import rows as handmade
from mtqa.knowledge.pattern import Pattern, compiled

DATA = Path(__file__).parent / "data"
SENSES = DATA / "senses.tsv"
COLUMNS = (
    "name", "kind", "language", "source", "wrong", "right", "needs", "unless", "severity",
    "provenance",
)  # fmt: skip
#: Kind to the check that speaks.
KINDS = {
    "sense": "meaning.sense",
    "false-friend": "meaning.false-friend",
    "idiom": "meaning.idiom",
    "calque": "mistranslation.calque",
}
SEVERITIES = ("minor", "major", "critical")
#: The kind that reads no source.
_ALONE = "calque"
_HEADER = "# columns: " + "\t".join(COLUMNS)
_LANGUAGE = re.compile(r"[a-z]{2}(?: [a-z]{2})*")
_CORPUS = r"[\w./-]+ [1-9]\d*"
_PROVENANCE = re.compile(rf"hand|fact|mined: {_CORPUS}(?:, {_CORPUS})*")


@dataclass(frozen=True, slots=True)
class Context:
    """Words, and topics of an article, that decide whether a row may speak."""

    words: tuple[str, ...] = ()
    topics: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.words or self.topics)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the table; the attributes are its columns, read.

    ``line`` is its 1-based line in the file.
    """

    name: str
    kind: str
    languages: frozenset[str]
    source: tuple[Pattern, ...]
    wrong: tuple[Pattern, ...]
    right: tuple[Pattern, ...]
    needs: Context
    unless: Context
    severity: str
    provenance: str
    line: int = 0

    @property
    def check(self) -> str:
        """The name of the check that speaks."""
        return KINDS[self.kind]

    @property
    def attested(self) -> int:
        """How often the corpora that it was mined from have it; 0 of every other row."""
        return sum(int(count) for count in re.findall(r" (\d+)(?=,|$)", self.provenance))

    @property
    def shown(self) -> str:
        """The first right rendering that an editor can read as it stands, or ``""``."""
        plain = (pattern.text for pattern in self.right if not set(pattern.text) & set("*_?/=~"))
        return next(plain, "")


@lru_cache(maxsize=1)
def senses() -> tuple[Row, ...]:
    """The rows that come with mtqa."""
    return load(SENSES)


def load(path: Path) -> tuple[Row, ...]:
    """The rows of a file.

    Raises:
        TableError: the file, or the row in it, that is wrong, why, and what to do.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise TableError(str(path), f"cannot be read ({error})", "put the table there") from None
    if not lines or lines[0] != _HEADER:
        cure = f"the first line must be {_HEADER!r}"
        raise TableError(f"{path}:1", "the columns are not those of this table", cure)
    found: dict[str, Row] = {}
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        row = read_row(line, number, f"{path}:{number}")
        if row.name in found:
            problem = f"the name {row.name!r} is taken by line {found[row.name].line}"
            raise TableError(f"{path}:{number}", problem, "join the two or rename one")
        found[row.name] = row
    return tuple(found.values())


def read_row(line: str, number: int, place: str) -> Row:
    """One line of the table.

    Raises:
        TableError: what is wrong in it, at ``place``.
    """
    cells = [cell.strip() for cell in line.split("\t")]
    if len(cells) != len(COLUMNS):
        problem = f"{len(cells)} cells for {len(COLUMNS)} columns"
        raise TableError(place, problem, "divide the cells by one tab each, empty ones too")
    cell = dict(zip(COLUMNS, cells, strict=True))
    for problem, cure in _faults(cell):
        raise TableError(place, problem, cure)
    try:
        source, wrong, right = (compiled(cell[name]) for name in ("source", "wrong", "right"))
    except PatternError as error:
        raise TableError(place, str(error), "see mtqa/knowledge/pattern.py") from None
    return Row(
        cell["name"],
        cell["kind"],
        frozenset(cell["language"].split()),
        source,
        wrong,
        right,
        _context(cell["needs"]),
        _context(cell["unless"]),
        cell["severity"],
        cell["provenance"],
        number,
    )


def _faults(cell: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What is wrong with the cells of a row, and what to do about it."""
    if not cell["name"]:
        yield "the row has no name", "give it one of its own"
    if cell["kind"] not in KINDS:
        yield f"unknown kind {cell['kind']!r}", f"one of {', '.join(KINDS)}"
    if not _LANGUAGE.fullmatch(cell["language"]):
        yield f"{cell['language']!r} is no language", "two letters each, blanks between them"
    if bool(cell["source"]) == (cell["kind"] == _ALONE):
        yield "only a calque has no source", "fill or empty the column source"
    if not cell["wrong"] or not cell["right"]:
        yield "the row lacks its wrong or its right rendering", "fill both columns"
    if cell["severity"] not in SEVERITIES:
        yield f"unknown severity {cell['severity']!r}", f"one of {', '.join(SEVERITIES)}"
    if not _PROVENANCE.fullmatch(cell["provenance"]):
        yield (
            f"provenance {cell['provenance']!r} does not say how the row was come by",
            "write hand, fact, or mined: CORPUS COUNT, CORPUS COUNT",
        )
    unknown = sorted(_topics_in(f"{cell['needs']} {cell['unless']}") - _topics())
    if unknown:
        yield f"unknown topic @{unknown[0]}", f"one of {', '.join(sorted(_topics()))}"


def _context(text: str) -> Context:
    return Context(tuple(w for w in text.split() if w[0] != "@"), _topics_in(text))


def _topics_in(text: str) -> frozenset[str]:
    return frozenset(word[1:] for word in text.split() if word[0] == "@")


@lru_cache(maxsize=1)
def _topics() -> frozenset[str]:
    return frozenset(row["topic"] for row in handmade("topics"))
