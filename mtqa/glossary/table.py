"""Name sheets and glossaries in CSV: a row an entry, several forms in a cell divided by ``|``.

Columns may stand in any order; comma, semicolon and tab all divide them, as spreadsheets of
different countries write them. A line that begins with ``#`` is a comment; a form that begins so
stands in quotation marks. In a form ``|`` is written ``\\|``, and a backslash twice.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import TypeVar

import msgspec

from mtqa.common.files import read_whole
from mtqa.common.spreadsheets import plain
from mtqa.errors import ConfigError
from mtqa.glossary.entries import GENDERS, KINDS, NameEntry, Placed, TermEntry

#: Divides the forms in one cell.
BETWEEN = "|"
_COMMENT = "#"
_ESCAPED = re.compile(r"\\([\\|])")
_FORM = re.compile(r"(?:\\[\\|]|[^|])+")
#: Characters in a cell: more than any article has.
_LONGEST = 10_000_000
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
    csv.field_size_limit(_LONGEST)
    lines = _Lines(text)
    rows = csv.reader(lines, delimiter=_delimiter(text), strict=True)
    columns: tuple[str, ...] = ()
    try:
        while (cells := lines.row(rows)) is not None:
            place = f"{path}:{lines.first}"
            if not any(cell.strip() for cell in cells):
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
        raise ConfigError(f"{path}:{lines.first}: not valid CSV: {problem}; mend it") from None
    if not columns:
        raise ConfigError(f"{path}: empty; the first row names the columns: preferred, accepted …")


class _Lines:
    """The lines of a file for the csv module, without comments, and where each row begins."""

    def __init__(self, text: str) -> None:
        self._lines = io.StringIO(text, newline="")
        self._number, self._fresh = 0, True
        self.first = 0

    def __iter__(self) -> _Lines:
        return self

    def __next__(self) -> str:
        line = self._next()
        while self._fresh and line.startswith(_COMMENT):
            line = self._next()
        if self._fresh:
            self.first, self._fresh = self._number, False
        return line

    def _next(self) -> str:
        line = next(self._lines)
        self._number += 1
        return line

    def row(self, rows: Iterator[list[str]]) -> list[str] | None:
        """The next row, ``None`` after the last; :attr:`first` is the number of its first line."""
        self._fresh = True
        return next(rows, None)


def cell(forms: Iterable[str]) -> str:
    """Forms as one cell, which :func:`read_table` takes apart again."""
    return BETWEEN.join(re.sub(r"[\\|]", r"\\\g<0>", form) for form in forms)


def _forms(text: str) -> tuple[str, ...]:
    """The forms of a cell."""
    cut = (_ESCAPED.sub(r"\1", form) for form in _FORM.findall(text))
    return tuple(" ".join(form.split()) for form in cut if form.strip())


def _text(path: Path) -> str:
    try:
        data = read_whole(path)
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the path
        reason = getattr(problem, "strerror", None) or problem
        raise ConfigError(f"{path}: cannot be read ({reason}); check the path") from None
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        line = data[: problem.start].count(b"\n") + 1
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
            values[column] = _forms(cell)
        elif column == "preferred":
            values[column] = _preferred(cell, place)
        else:
            values[column] = " ".join(cell.split())
        if column in _ALLOWED:
            values[column] = value = cell.strip().lower()
            if value not in _ALLOWED[column]:
                raise ConfigError(
                    f"{place}: “{cell.strip()}” is no {column}; use one of "
                    + ", ".join(filter(None, _ALLOWED[column]))
                )
    return msgspec.convert(values, kind)


def _preferred(text: str, place: str) -> str:
    forms = _forms(text)
    if len(forms) > 1:
        raise ConfigError(f"{place}: only one form can be preferred; put the others in accepted")
    return forms[0] if forms else ""
