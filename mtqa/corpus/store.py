"""Where a run's files lie: parts named by the first row of their chunk, each whole or absent.

OUT/run.json                      what the run was made with
OUT/articles/part-000000000.…     one file a chunk and kind
OUT/issues/part-000000000.…
OUT/rejected/part-000000000.jsonl
OUT/done/part-000000000.json      the chunk's receipt, written last
OUT/summary.json                  the corpus table, once everything is done
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

from mtqa.errors import MtqaError
from mtqa.readers.streams import filesystem, is_remote


class OutputError(MtqaError):
    """The output cannot be written, or is not what this run would continue."""


@dataclass(frozen=True, slots=True)
class Store:
    """The folder of a run, on a disk or at a URL; it travels to other processes.

    Attributes:
        root: path or URL of the folder.
        form: ending of the result files: ``jsonl`` or ``parquet``.
    """

    root: str
    form: str

    def path(self, kind: str, number: int) -> str:
        """Where the file of a chunk lies."""
        ending = {"rejected": "jsonl", "done": "json"}.get(kind, self.form)
        return f"{self.root}/{kind}/part-{number:09d}.{ending}"

    def write(self, kind: str, number: int, data: bytes) -> None:
        """Write one file of a chunk: whole or not at all.

        Raises:
            OutputError: the disk is full, or the folder may not be written to.
        """
        self.write_as(self.path(kind, number), data)

    def write_as(self, path: str, data: bytes) -> None:
        """Write a file of the run; a second attempt replaces the first.

        Raises:
            OutputError: as in :meth:`write`.
        """
        try:
            if is_remote(path):
                with filesystem(path).open(path, "wb") as file:  # an object appears as a whole
                    file.write(data)
            else:
                _replace(Path(path), data)
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise OutputError(
                f"{path}: cannot be written ({reason}); make room, then continue with --resume"
            ) from None

    def read(self, path: str) -> bytes | None:
        """The content of a file of the run, None if it is not there."""
        try:
            if is_remote(path):
                found: Any = filesystem(path).cat_file(path)
                return bytes(found)
            return Path(path).read_bytes()
        except FileNotFoundError:
            return None

    def numbers(self, kind: str) -> list[int]:
        """The chunks that have a file of this kind, in order."""
        return sorted(
            int(number)
            for name in self._names(kind)
            if name.startswith("part-") and (number := name[5:].partition(".")[0]).isdecimal()
        )

    def _names(self, kind: str) -> Iterator[str]:
        folder = f"{self.root}/{kind}"
        if is_remote(folder):
            system = filesystem(folder)
            if system.exists(folder):
                yield from (entry.rpartition("/")[2] for entry in system.ls(folder, detail=False))
        elif Path(folder).is_dir():
            yield from (entry.name for entry in Path(folder).iterdir())

    def remove(self, kind: str, number: int) -> None:
        """Remove a file of a chunk, if it is there."""
        path = self.path(kind, number)
        if is_remote(path):
            system = filesystem(path)
            if system.exists(path):
                system.rm_file(path)
        else:
            Path(path).unlink(missing_ok=True)


def _replace(path: Path, data: bytes) -> None:
    """Write aside, make sure that it is on the disk, then rename."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.{uuid4().hex[:8]}")
    try:
        with aside.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise
