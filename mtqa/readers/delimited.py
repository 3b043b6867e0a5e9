"""CSV and TSV with a header line, quoted as RFC 4180 says; TSV unquoted as corpora have it."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from mtqa.errors import InputError
from mtqa.readers.records import MAX_CHARACTERS, Columns, Raw
from mtqa.readers.streams import lines, not_utf8

#: A row with quotation marks around whole fields alone, by what divides them. Spreadsheets divide
#: by semicolons where the comma divides whole numbers from fractions, as in Romania.
_CLEAN: dict[str, re.Pattern[str]] = {}
for _by in ",;\t":
    _FIELD = rf'(?:"[^"]*(?:""[^"]*)*"|[^"{_by}\r\n]*)'
    _CLEAN[_by] = re.compile(rf"{_FIELD}(?:{_by}{_FIELD})*\r?\n?")
#: A first line with which spreadsheets say it themselves.
_SAID = re.compile(r'"?sep=([,;\t])"?\r?\n')


def read(path: str, columns: Columns, delimiter: str) -> Iterator[Raw]:
    """The rows of a file under its header; a ragged row becomes a row with a problem.

    Raises:
        InputError: there is no header, a name is in it twice, or the target's column is missing.
    """
    if delimiter == ",":
        yield from _csv(path, columns)
    else:
        yield from _tsv(path, columns)


def _tsv(path: str, columns: Columns) -> Iterator[Raw]:
    """Tab-separated fields; quotation marks are text, as corpora have it."""
    header: list[str] | None = None
    for line in map(_Line.of, lines(path)):
        if line.text == "\n" and header is not None:
            continue
        row = line.text[:-1].split("\t") if line.text != "\n" else []
        if header is None:
            header = _header(path, row, columns)
        else:
            yield _row(f"{path}:{line.number}", header, row, line.problem)
    if header is None:
        _header(path, [], columns)


def _csv(path: str, columns: Columns) -> Iterator[Raw]:
    csv.field_size_limit(4 * MAX_CHARACTERS)
    rows = _Rows(path, columns)
    first = rows.next()
    if first is not None and first.problem:
        raise InputError(f"{path}:1", f"no CSV: {first.problem}", "is it a CSV file?")
    header = _header(path, first.cells if first else [], columns)
    while (row := rows.next()) is not None:
        place = f"{path}:{row.number}"
        if row.is_doubtful(len(header)):
            problem = row.problem or _ragged(row.cells, header)
            last = rows.recover(row, len(header))
            over = f" (lines {row.number} to {last})" if last > row.number else ""
            yield Raw(place, problem=f"no CSV: {problem}{over}")
        elif row.cells or row.broken:
            yield _row(place, header, row.cells, row.broken)


def _row(place: str, header: list[str], row: list[str], broken: str | None) -> Raw:
    if broken:
        return Raw(place, problem=broken)
    if len(row) != len(header):
        return Raw(place, problem=_ragged(row, header))
    return Raw(place, {name: value for name, value in zip(header, row, strict=True) if value})


def _ragged(row: list[str], header: list[str]) -> str:
    return f"{len(row)} fields, the header has {len(header)}"


def _header(path: str, header: list[str], columns: Columns) -> list[str]:
    if not header:
        raise InputError(path, "empty", "give a file with a header line")
    double = next((name for name in header if header.count(name) > 1), None)
    if double is not None:
        raise InputError(f"{path}:1", f"two columns are called {double!r}", "rename one")
    if columns.target not in header:
        raise InputError(
            f"{path}:1",
            f"no column {columns.target!r}; columns here: {', '.join(header)}",
            "name it with --target-column",
        )
    return header


class _Line(NamedTuple):
    """A line of the file with its number, and what is wrong with its bytes."""

    number: int
    text: str
    problem: str | None

    @classmethod
    def of(cls, read: tuple[int, bytes]) -> _Line:
        number, line = read
        try:
            return cls(number, line.decode("utf-8") + "\n", None)
        except UnicodeDecodeError:
            return cls(number, line.decode("utf-8", "replace") + "\n", not_utf8(line))


@dataclass(frozen=True, slots=True)
class _CsvRow:
    """A row, or the lines in which no row was found."""

    lines: tuple[_Line, ...]
    cells: list[str]
    problem: str | None = None

    @property
    def number(self) -> int:
        return self.lines[0].number

    @property
    def broken(self) -> str | None:
        return next((line.problem for line in self.lines if line.problem), None)

    def is_doubtful(self, width: int) -> bool:
        """Whether there may be rows in it, or the next line may still belong to it."""
        return self.problem is not None or (len(self.lines) > 1 and len(self.cells) != width)

    def is_clean(self, width: int, by: str) -> bool:
        """Whether nothing in it looks like a piece of something else."""
        text = "".join(line.text for line in self.lines)
        return len(self.cells) == width and _CLEAN[by].fullmatch(text) is not None


def _divider(header: str, columns: Columns) -> str:
    """What divides the fields: the comma, unless the target's column shows with another alone."""
    for by in ",;\t":
        if columns.target in next(csv.reader([header.strip()], delimiter=by), []):
            return by
    return ","


class _Rows:
    """The rows of a CSV file. The lines of a bad one can be read once more: a quotation mark that
    is never closed swallows rows that are as good as any."""

    def __init__(self, path: str, columns: Columns) -> None:
        self._lines = map(_Line.of, lines(path))
        first = next(self._lines, None)
        said = _SAID.fullmatch(first.text) if first else None
        if said:
            first = next(self._lines, None)
        self._again: deque[_Line] = deque([first] if first else [])
        self._taken: list[_Line] = []
        self._by = said[1] if said else _divider(first.text if first else "", columns)
        self._rows = csv.reader(self, strict=True, delimiter=self._by)

    def __iter__(self) -> _Rows:
        return self

    def __next__(self) -> str:
        """The next line, for the csv module."""
        line = self._again.popleft() if self._again else next(self._lines)
        self._taken.append(line)
        return line.text

    def next(self) -> _CsvRow | None:
        """The next row, ``None`` after the last."""
        self._taken = []
        try:
            cells = next(self._rows, None)
        except csv.Error as problem:
            said = str(problem)
            if said == "unexpected end of data":
                said = "a quotation mark is opened and not closed"
            return _CsvRow(tuple(self._taken), [], said)
        return None if cells is None else _CsvRow(tuple(self._taken), cells)

    def recover(self, bad: _CsvRow, width: int) -> int:
        """Go on behind a bad row, at the next line where a whole row of that many cells begins.

        Returns:
            The number of the last line that is left out.
        """
        while True:
            last = bad.number
            self._again.extendleft(reversed(bad.lines[1:]))
            row = self.next()
            if row is None:
                return last
            if row.is_clean(width, self._by):
                self._again.extendleft(reversed(row.lines))
                return last
            bad = row
