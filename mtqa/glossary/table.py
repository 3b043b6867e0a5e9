"""Name sheets and glossaries in CSV: a row an entry, several forms in a cell divided by ``|``.

Columns may stand in any order; comma, semicolon and tab all divide them, as spreadsheets of
different countries write them.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import msgspec

from mtqa.errors import ConfigError
from mtqa.glossary.entries import GENDERS, KINDS, NameEntry, Placed, TermEntry
from mtqa.spreadsheets import plain

#: Divides the forms in one cell.
BETWEEN = "|"
_MANY = ("accepted", "forbidden", "source")
_COLUMNS = {
    NameEntry: ("preferred", *_MANY, "type", "gender"),
    TermEntry: ("preferred", *_MANY, "lang"),
}
_ALLOWED = {"type": KINDS, "gender": GENDERS}

Row = TypeVar("Row", NameEntry, TermEntry)


def read_table(path: Path, kind: type[Row]) -> Iterator[Placed[Row]]:
    """The entries of a CSV file, each with its place ``file:line``.

    Args:
        path: a file in UTF-8 with a header.
        kind: what a row is: :class:`NameEntry` or :class:`TermEntry`.

    Raises:
        ConfigError: the file cannot be read, a column is unknown or a cell means nothing.
    """
    text = _text(path)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    columns: tuple[str, ...] = ()
    try:
        for cells in rows:
            place = f"{path}:{rows.line_num}"
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if not columns:
                columns = _header(cells, place, kind)
                continue
            if len(cells) > len(columns):
                raise ConfigError(
                    f"{place}: {len(cells)} cells under {len(columns)} columns; divide several "
                    f"forms by {BETWEEN} and put a cell that has a comma in quotes"
                )
            values = dict(zip(columns, map(plain, cells), strict=False))
            yield Placed(_entry(values, place, kind), place)
    except csv.Error as problem:
        raise ConfigError(f"{path}:{rows.line_num}: not valid CSV: {problem}; mend it") from None
    if not columns:
        raise ConfigError(f"{path}: empty; the first row names the columns: preferred, accepted …")


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    except UnicodeDecodeError as problem:
        line = path.read_bytes()[: problem.start].count(b"\n") + 1
        raise ConfigError(f"{path}:{line}: not UTF-8; save it as “CSV UTF-8”") from None


def _delimiter(text: str) -> str:
    """What divides the cells, told by the first row that is no comment."""
    head = next((line for line in text.splitlines() if line.strip() and line[0] != "#"), "")
    return max(",;\t", key=head.count)


def _header(cells: list[str], place: str, kind: type[Row]) -> tuple[str, ...]:
    known = _COLUMNS[kind]
    columns = tuple(cell.strip().lower() for cell in cells)
    for column in columns:
        if column not in known:
            near = get_close_matches(column, known, n=1, cutoff=0.5)
            hint = f"did you mean “{near[0]}”? " if near else ""
            raise ConfigError(
                f"{place}: unknown column “{column}”; {hint}known are {', '.join(known)}"
            )
        if columns.count(column) > 1:
            raise ConfigError(f"{place}: the column “{column}” stands twice; leave one out")
    if "preferred" not in columns and "forbidden" not in columns:
        raise ConfigError(f"{place}: no column “preferred”; the first row must name the columns")
    return columns


def _entry(cells: Mapping[str, str], place: str, kind: type[Row]) -> Row:
    values: dict[str, object] = {}
    for column, cell in cells.items():
        if column in _MANY:
            values[column] = tuple(" ".join(f.split()) for f in cell.split(BETWEEN) if f.strip())
        else:
            values[column] = " ".join(cell.split())
        if column in _ALLOWED:
            values[column] = value = cell.strip().lower()
            if value not in _ALLOWED[column]:
                raise ConfigError(
                    f"{place}: “{cell.strip()}” is no {column}; use one of "
                    + ", ".join(filter(None, _ALLOWED[column]))
                )
    if BETWEEN in str(values.get("preferred", "")):
        raise ConfigError(f"{place}: only one form can be preferred; put the others in accepted")
    return msgspec.convert(values, kind)
