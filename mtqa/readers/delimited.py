"""CSV and TSV with a header line, quoted as RFC 4180 says; TSV unquoted as corpora have it."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from mtqa.errors import InputError
from mtqa.readers.records import MAX_CHARACTERS, Columns, Raw
from mtqa.readers.streams import lines, not_utf8


def read(path: str, columns: Columns, delimiter: str) -> Iterator[Raw]:
    """The rows of a file under its header; a ragged row becomes a row with a problem.

    Raises:
        InputError: there is no header, a name is in it twice, or the target's column is missing.
    """
    csv.field_size_limit(4 * MAX_CHARACTERS)
    feed = _Feed(path)
    rows = csv.reader(feed, delimiter=delimiter, strict=True) if delimiter == "," else _tsv(feed)
    header = _header(path, rows, columns)
    while True:
        start = feed.number + 1
        try:
            row = next(rows)
        except StopIteration:
            return
        except csv.Error as problem:
            yield Raw(f"{path}:{start}", problem=f"no CSV: {problem}")
            continue
        finally:
            broken = feed.take_problem()
        if not row and broken is None:
            continue
        yield _row(f"{path}:{start}", header, row, broken)


def _row(place: str, header: list[str], row: list[str], broken: str | None) -> Raw:
    if broken:
        return Raw(place, problem=broken)
    if len(row) != len(header):
        return Raw(place, problem=f"{len(row)} fields, the header has {len(header)}")
    return Raw(place, {name: value for name, value in zip(header, row, strict=True) if value})


class _Feed:
    """The lines of a file as text for the csv module; bytes that are no UTF-8 are remembered."""

    def __init__(self, path: str) -> None:
        self._lines = lines(path)
        self.number = 0
        self._problem: str | None = None

    def __iter__(self) -> _Feed:
        return self

    def __next__(self) -> str:
        self.number, line = next(self._lines)
        try:
            return line.decode("utf-8") + "\n"
        except UnicodeDecodeError:
            self._problem = self._problem or not_utf8(line)
            return line.decode("utf-8", "replace") + "\n"

    def take_problem(self) -> str | None:
        """What was wrong with the lines read since the last call."""
        problem, self._problem = self._problem, None
        return problem


def _tsv(feed: _Feed) -> Iterator[list[str]]:
    """Tab-separated fields; quotation marks are text, as corpora have it."""
    for line in feed:
        yield line[:-1].split("\t") if line != "\n" else []


def _header(path: str, rows: Iterator[list[str]], columns: Columns) -> list[str]:
    try:
        header = next(rows, [])
    except csv.Error as problem:
        raise InputError(f"{path}:1", f"no CSV: {problem}", "is it a CSV file?") from None
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
