"""The desk's database: SQLite in WAL mode, every write on disk before it is confirmed.

``synchronous=FULL`` syncs the log at each commit: what was acknowledged survives ``kill -9`` and a
power cut. Texts and offsets are stored as they were read.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timezone
from pathlib import Path
from threading import RLock

from mtqa.errors import InputError
from mtqa.review.migrations import APPLICATION, MIGRATIONS

_HEADER = b"SQLite format 3\x00"
#: What reading a damaged file ends in: SQLite's own errors, text that is none, columns of JSON.
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError)


class Gone(sqlite3.OperationalError):
    """The file of an open database is no longer there, or another."""


@contextmanager
def sound(path: Path) -> Iterator[None]:
    """Use a store inside this: a file that turns out to be damaged, or a full disk, is an error
    that names the file.

    Raises:
        InputError: it is.
    """
    try:
        yield
    except DAMAGE as problem:
        full = "full" in str(problem) or "readonly" in str(problem) or "locked" in str(problem)
        reason = "cannot be written" if full else "is damaged"
        cure = (
            "make room, or another program leave it"
            if full
            else "take a copy of it, or another --db"
        )
        raise InputError(str(path), f"{reason} ({problem})", cure) from None


class Store:
    """One open database; safe to use from several threads, and beside other processes.

    Args:
        path: the file; made if it is not there.
        must_exist: refuse to make a new one.

    Raises:
        InputError: the file cannot be opened, is no review database, or is of a newer mtqa.
    """

    def __init__(self, path: Path, *, must_exist: bool = False) -> None:
        self.path = path
        self._lock = RLock()
        self._file: tuple[int, int] | None = None
        if must_exist and not path.is_file():
            raise InputError(str(path), "no such file", "name the --db of `mtqa review`")
        _require_sqlite(path, empty=not must_exist)
        try:
            self._db = _connect(path)
            try:
                self._require_ours()
                self._migrate()
                if not must_exist:
                    self._require_writable()
            except BaseException:
                self._db.close()
                raise
        except sqlite3.OperationalError as problem:
            if "readonly" in str(problem):
                raise InputError(
                    str(path), "may not be written to", "check its permissions, or copy it"
                ) from None
            raise InputError(
                str(path), f"cannot be opened ({problem})", "check the folder and its permissions"
            ) from None
        except DAMAGE:
            raise InputError(
                str(path), "is no review database", "name another file with --db"
            ) from None

        self._file = _file(path)

    def close(self) -> None:
        """Fold the log into the file and close it."""
        with self._lock:
            self._db.close()

    @contextmanager
    def read(self) -> Iterator[sqlite3.Connection]:
        """The connection for queries that belong together: they see one state."""
        with self._lock:
            self._db.execute("BEGIN")
            try:
                yield self._db
            finally:
                self._db.execute("COMMIT")

    @contextmanager
    def write(self) -> Iterator[sqlite3.Connection]:
        """A transaction: on disk when the block ends, or nothing of it if the block raises."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield self._db
                self._require_there()
                self._db.execute("COMMIT")
            except BaseException:
                # a full disk may have ended the transaction already
                if self._db.in_transaction:
                    self._db.execute("ROLLBACK")
                raise

    def _require_there(self) -> None:
        """Refuse to write into a file that has been removed or replaced: SQLite would go on for
        ever in what nobody can open any more.

        Raises:
            Gone: it has.
        """
        if self._file is not None and _file(self.path) != self._file:
            raise Gone(f"{self.path} has been removed or replaced")

    def _require_writable(self) -> None:
        """Say at the start, not at the first decision, that none can be kept.

        Raises:
            InputError: nothing can be written.
        """
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
            finally:
                self._db.execute("ROLLBACK")
        except sqlite3.OperationalError as problem:
            if "readonly" not in str(problem):
                raise
            raise InputError(
                str(self.path), "may not be written to", "check its permissions, or copy it"
            ) from None

    def _require_ours(self) -> None:
        """Leave the files of others as they are."""
        ours = _pragma(self._db, "application_id") == APPLICATION
        empty = not self._db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if not ours and not empty:
            raise sqlite3.DatabaseError("not ours")

    def _migrate(self) -> None:
        """Bring the tables up to date, each version in a transaction of its own."""
        version = _pragma(self._db, "user_version")
        if version > len(MIGRATIONS):
            raise InputError(
                str(self.path),
                f"was written by a newer mtqa (version {version} of the tables)",
                "update mtqa, or name another file with --db",
            )
        self._db.execute("PRAGMA journal_mode = WAL")
        for number in range(version, len(MIGRATIONS)):
            # looked at again inside the lock: another process may have been faster
            self._db.execute("BEGIN IMMEDIATE")
            self._db.execute("COMMIT")
            if _pragma(self._db, "user_version") > number:
                continue
            self._db.executescript(
                f"BEGIN IMMEDIATE;\n{MIGRATIONS[number]}\n"
                f"PRAGMA application_id = {APPLICATION};\n"
                f"PRAGMA user_version = {number + 1};\nCOMMIT;"
            )


def _require_sqlite(path: Path, *, empty: bool) -> None:
    """Leave files alone that SQLite would write over, for they have hardly a byte.

    Raises:
        InputError: the file is no database.
    """
    if not path.is_file() or (empty and not path.stat().st_size):
        return
    with path.open("rb") as file:
        if file.read(len(_HEADER)) != _HEADER:
            raise InputError(str(path), "is no review database", "name another file with --db")


def _file(path: Path) -> tuple[int, int] | None:
    """What a path is: device and number of the file; ``None`` if it is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _connect(path: Path) -> sqlite3.Connection:
    db = sqlite3.connect(path, isolation_level=None, check_same_thread=False, timeout=10)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA synchronous = FULL")
    db.execute("PRAGMA foreign_keys = ON")
    return db


def _pragma(db: sqlite3.Connection, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])


def now() -> str:
    """The time of an event: UTC, to the millisecond."""
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")
