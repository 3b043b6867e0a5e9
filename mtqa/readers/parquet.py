"""Parquet: a file, or a partitioned data set in a folder, row group by row group."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from mtqa.errors import InputError, MissingExtra
from mtqa.readers.records import Columns, Raw
from mtqa.readers.streams import filesystem, is_remote

_ROWS = 4_096


def read(path: str, columns: Columns) -> Iterator[Raw]:
    """The rows of a file or of all the files of a data set, in the order of their names.

    Raises:
        InputError: it is no Parquet, or the target's column is missing.
    """
    dataset, names = _dataset(path)
    if columns.target not in names:
        raise InputError(
            path,
            f"no column {columns.target!r}; columns here: {', '.join(names)}",
            "name it with --target-column",
        )
    asked = (columns.id, columns.target, columns.source, columns.reference, columns.source_lang)
    wanted = [name for name in dict.fromkeys((*asked, *columns.keep)) if name in names]
    yield from _rows(path, dataset, wanted)


def _rows(path: str, dataset: Any, wanted: list[str]) -> Iterator[Raw]:
    import pyarrow

    number = 0
    try:
        # read ahead as little as possible: memory stays flat whatever the size
        batches = dataset.to_batches(
            columns=wanted, batch_size=_ROWS, batch_readahead=1, fragment_readahead=1
        )
        for batch in batches:
            for row in batch.to_pylist():
                number += 1
                yield Raw(f"{path}:row {number}", _plain(row))
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise InputError(path, f"damaged Parquet ({problem})", "write the file anew") from None


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if value is not None}


def _dataset(path: str) -> tuple[Any, list[str]]:
    """The file or folder, and the names of its columns."""
    try:
        import pyarrow
        from pyarrow import dataset
    except ImportError:
        raise MissingExtra("pyarrow", "corpus") from None
    try:
        if is_remote(path):
            place = path.partition("://")[2]
            found = dataset.dataset(place, format="parquet", filesystem=filesystem(path))
        else:
            found = dataset.dataset(path, format="parquet", partitioning="hive")
        return found, found.schema.names
    except FileNotFoundError:
        raise InputError(path, "no such file", "check the path") from None
    except (pyarrow.ArrowException, OSError, UnicodeDecodeError) as problem:
        raise InputError(path, f"no Parquet ({problem})", "check the file") from None
