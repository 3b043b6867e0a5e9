"""Which reader for which input: by the ending of its name, or as the user says."""

from __future__ import annotations

import glob
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtqa.errors import InputError
from mtqa.readers.records import Columns, Raw
from mtqa.readers.streams import STDIN, filesystem, is_remote

FORMATS = ("jsonl", "csv", "tsv", "parquet", "tmx", "xliff", "lines", "folder")
_BY_ENDING = {
    "jsonl": "jsonl",
    "ndjson": "jsonl",
    "csv": "csv",
    "tsv": "tsv",
    "parquet": "parquet",
    "tmx": "tmx",
    "xlf": "xliff",
    "xliff": "xliff",
}
_COMPRESSED = ("gz", "zst", "zstd")


_COLUMNS = Columns()


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is to be scored.

    Attributes:
        paths: files, folders, URLs, or ``-``; patterns already expanded.
        format: one of :data:`FORMATS`, or None: by the ending of each name.
        columns: which field is what.
        sources, references: line-parallel partners of ``paths``, None where one has none; or
            empty.
    """

    paths: tuple[str, ...]
    format: str | None = None
    columns: Columns = _COLUMNS
    sources: tuple[str | None, ...] = ()
    references: tuple[str | None, ...] = ()

    def rows(self) -> Iterator[Raw]:
        """Every row of every input, in order.

        Raises:
            InputError: an input cannot be read at all.
        """
        for place, path in enumerate(self.paths):
            yield from self._rows(place, path)

    def _rows(self, place: int, path: str) -> Iterator[Raw]:
        from mtqa.readers import bitexts, delimited, folders, jsonl, parquet

        form = format_of(path, self.format)
        if form == "jsonl":
            yield from jsonl.read(path)
        elif form in ("csv", "tsv"):
            yield from delimited.read(path, self.columns, "," if form == "csv" else "\t")
        elif form == "parquet":
            yield from parquet.read(path, self.columns)
        elif form == "tmx":
            yield from bitexts.read_tmx(path, self.columns.language)
        elif form == "xliff":
            yield from bitexts.read_xliff(path)
        elif form == "folder":
            yield from folders.read(path)
        else:
            source = self.sources[place] if self.sources else None
            reference = self.references[place] if self.references else None
            # alone, a file's lines have their number for an id, so that the outputs of two systems
            # can be compared
            name = path if len(self.paths) > 1 else ""
            yield from bitexts.read_parallel(path, source, reference, name)


def format_of(path: str, asked: str | None = None) -> str:
    """The format of an input: as asked, or by its name; a folder holds articles or Parquet.

    >>> format_of("news/2024.jsonl.gz")
    'jsonl'
    >>> format_of("news.ro")
    'lines'
    """
    if asked is not None:
        return asked
    if not is_remote(path) and Path(path).is_dir():
        parts = Path(path).rglob("*.parquet")
        return "parquet" if next(parts, None) is not None else "folder"
    if path == STDIN:
        return "jsonl"
    names = path.rstrip("/").rpartition("/")[2].lower().split(".")
    if len(names) > 1 and names[-1] in _COMPRESSED:
        names.pop()
    return _BY_ENDING.get(names[-1], "lines") if len(names) > 1 else "lines"


def expanded(patterns: Sequence[str]) -> tuple[str, ...]:
    """The files that paths and patterns name, patterns in the order of their names.

    Raises:
        InputError: a pattern matches nothing, or a file is not there.
    """
    found: list[str] = []
    for pattern in patterns:
        if not glob.has_magic(pattern) or Path(pattern).exists():
            if pattern != STDIN and not is_remote(pattern) and not Path(pattern).exists():
                raise InputError(pattern, "no such file", "check the path")
            found.append(pattern)
            continue
        hits = sorted(_matches(pattern))
        if not hits:
            raise InputError(pattern, "matches no file", "check the pattern")
        found.extend(hits)
    return tuple(found)


def _matches(pattern: str) -> list[str]:
    if is_remote(pattern):
        protocol = pattern.partition("://")[0]
        hits = filesystem(pattern).glob(pattern)
        return [hit if is_remote(hit) else f"{protocol}://{hit}" for hit in hits]
    return glob.glob(pattern, recursive=True)  # noqa: PTH207  (absolute patterns too)
