"""Where a run's files lie: parts named by the first row of their chunk, each whole or absent.

OUT/run.json                      what the run was made with
OUT/articles/part-000000000.…     one file a chunk and kind
OUT/issues/part-000000000.…
OUT/rejected/part-000000000.jsonl
OUT/done/part-000000000.json      the chunk's receipt, written last
OUT/summary.json                  the corpus table, once everything is done
OUT/run.lock                      held while a run is at work here
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec

from mtqa.errors import MtqaError
from mtqa.readers.streams import filesystem, is_remote

#: What chunks leave, in folders of these names. A receipt comes last and goes first, so that none
#: stands for files that are not there.
KINDS = ("done", "articles", "issues", "rejected")
_TOP = ("summary.json", "run.json")
LOCK = "run.lock"
_ASIDE = r"\.(?P<of>.+)\.[0-9a-f]{8}"
_PART = re.compile(r"part-(?P<number>\d{6,})\.(?:jsonl|parquet|json)")


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
        except (FileNotFoundError, NotADirectoryError):
            return None

    def numbers(self, kind: str) -> list[int]:
        """The chunks that have a file of this kind, in order."""
        found = map(_PART.fullmatch, self.names(kind))
        return sorted({int(match["number"]) for match in found if match})

    def names(self, kind: str = "") -> Iterator[str]:
        """The names in the folder of a kind, or in the run's own."""
        folder = f"{self.root}/{kind}" if kind else self.root
        if is_remote(folder):
            system = filesystem(folder)
            if system.exists(folder):
                listed = system.ls(folder, detail=False)
                yield from (entry.rstrip("/").rpartition("/")[2] for entry in listed)
        elif Path(folder).is_dir():
            yield from (entry.name for entry in Path(folder).iterdir())

    def remove(self, kind: str, number: int) -> None:
        """Remove a file of a chunk, if it is there."""
        self._remove(self.path(kind, number))

    def _remove(self, path: str) -> None:
        if is_remote(path):
            system = filesystem(path)
            if system.exists(path):
                system.rm_file(path)
        else:
            Path(path).unlink(missing_ok=True)

    @property
    def is_run(self) -> bool:
        """Whether a run has been begun here: what is in the folder is then its own."""
        return signature(self.read(f"{self.root}/run.json")) is not None

    def run_names(self) -> Iterator[str]:
        """What lies here under a name that runs use, whoever wrote it."""
        return (name for name in self.names() if name in (*KINDS, *_TOP))

    def other_names(self) -> Iterator[str]:
        """What lies here and is no trace of a run that was stopped before its first file."""
        traces = "|".join(map(re.escape, _TOP))
        return (name for name in self.names() if not (
            name.startswith(LOCK) or (_written(name, traces) and name not in _TOP)))  # fmt: skip

    def sweep(self) -> None:
        """Remove what was being written when a run was killed; call it while nobody else writes.

        Raises:
            OutputError: something cannot be removed.
        """
        self._clear(whole=False)

    def clear(self) -> None:
        """Remove what runs have written here and nothing else; the folders too, if that is all.

        Raises:
            OutputError: something cannot be removed.
        """
        self._clear(whole=True)
        for folder in (*(f"{self.root}/{kind}" for kind in KINDS), self.root):
            self._leave(folder)

    def _clear(self, *, whole: bool) -> None:
        patterns = {**dict.fromkeys(KINDS, _PART.pattern), "": "|".join(map(re.escape, _TOP))}
        try:
            for kind, pattern in patterns.items():
                # run.json, the mark of a run, goes last
                for name in sorted(self.names(kind), key="run.json".__eq__):
                    if _written(name, pattern) and (whole or name.startswith(".")):
                        self._remove(
                            f"{self.root}/{kind}/{name}" if kind else f"{self.root}/{name}"
                        )
        except OSError as problem:
            reason = problem.strerror or str(problem)
            raise OutputError(f"{self.root}: cannot be removed ({reason})") from None

    def _leave(self, folder: str) -> None:
        """Remove a folder that is empty; at a URL there are none."""
        if not is_remote(folder):
            with suppress(OSError):
                Path(folder).rmdir()


def _written(name: str, pattern: str) -> bool:
    """Whether a run gave a file this name: whole, or while it was being written."""
    aside = re.fullmatch(_ASIDE, name)
    return re.fullmatch(pattern, aside["of"] if aside else name) is not None


def signature(found: bytes | None) -> str | None:
    """What the run was made with whose ``run.json`` or summary this is; None if it is neither."""
    try:
        read = msgspec.json.decode(found or b"")
        return str(read["signature"])
    except (msgspec.DecodeError, ValueError, KeyError, TypeError, RecursionError):
        return None


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
