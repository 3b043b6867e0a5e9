"""What models have answered, in a file of SQLite: nothing is asked twice, by any process or run.

An answer is found by a digest of all that the model was shown and told, so that a change of either
asks anew. Beside the answers stands what each run has used, which is how all processes of one run
keep to one budget.
"""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock

import msgspec

from mtqa.errors import MissingExtra, MtqaError
from mtqa.model import Ui
from mtqa.scorers.llm.answers import Said
from mtqa.scorers.llm.prompt import PROMPT_VERSION, Question

#: Seconds to wait for another process that writes.
_PATIENCE = 60
_TABLES = """
CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, said BLOB) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS runs (
    run TEXT PRIMARY KEY, tokens_in INTEGER NOT NULL DEFAULT 0,
    tokens_out INTEGER NOT NULL DEFAULT 0, reserved INTEGER NOT NULL DEFAULT 0,
    requests INTEGER NOT NULL DEFAULT 0, asked INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0, unanswered INTEGER NOT NULL DEFAULT 0
) WITHOUT ROWID;
"""


@dataclass(frozen=True, slots=True)
class Used:
    """What a run has used so far.

    Attributes:
        tokens_in, tokens_out: as the servers counted them.
        requests: that were sent, tries included.
        asked: segments that the model was asked about.
        known: segments whose answer was remembered.
        unanswered: segments that have no answer.
    """

    tokens_in: int = 0
    tokens_out: int = 0
    requests: int = 0
    asked: int = 0
    known: int = 0
    unanswered: int = 0

    @property
    def tokens(self) -> int:
        """In and out."""
        return self.tokens_in + self.tokens_out


class Cache:
    """A file of answers; any number of threads and processes may use it at once.

    Args:
        path: the file, made with its folder if it is not there.
        run: names the run whose use is counted.

    Raises:
        MtqaError: the file is damaged, or cannot be written.
    """

    def __init__(self, path: Path, run: str) -> None:
        self.path, self._run, self._lock = path, run, Lock()
        with self._sound():
            path.parent.mkdir(parents=True, exist_ok=True)
            # reasons and suggestions quote the articles: they are the user's own business
            os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
            self._base = sqlite3.connect(
                path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False
            )
            self._base.execute("PRAGMA journal_mode = WAL")
            self._base.execute("PRAGMA synchronous = NORMAL")
            self._base.executescript(_TABLES)
            self._base.execute("INSERT OR IGNORE INTO runs (run) VALUES (?)", (run,))

    def get(self, keys: Iterable[str]) -> dict[str, Said | None]:
        """The remembered answers; None where the model's answer could not be used."""
        found: dict[str, Said | None] = {}
        with self._sound():
            for key in dict.fromkeys(keys):
                row = self._base.execute(
                    "SELECT said FROM answers WHERE key = ?", (key,)
                ).fetchone()
                if row is not None:
                    found[key] = _decoded(row[0])
        return found

    def put(self, key: str, said: Said | None) -> None:
        """Remember an answer, or that there is none that can be used; it is on disk afterwards."""
        with self._sound():
            self._base.execute(
                "INSERT OR REPLACE INTO answers (key, said) VALUES (?, ?)",
                (key, None if said is None else msgspec.json.encode(said)),
            )

    def reserve(self, tokens: int, budget: int) -> bool:
        """Set tokens of the run aside; whether its budget has so many left (0: it has no end)."""
        with self._sound():
            changed = self._base.execute(
                "UPDATE runs SET reserved = reserved + ?, requests = requests + 1 WHERE run = ? "
                "AND (? = 0 OR tokens_in + tokens_out + reserved + ? <= ?)",
                (tokens, self._run, budget, tokens, budget),
            )
            return changed.rowcount == 1

    def settle(self, reserved: int, tokens_in: int, tokens_out: int) -> None:
        """Put what a request has used in the place of what was set aside for it."""
        with self._sound():
            self._base.execute(
                "UPDATE runs SET reserved = reserved - ?, tokens_in = tokens_in + ?, "
                "tokens_out = tokens_out + ? WHERE run = ?",
                (reserved, tokens_in, tokens_out, self._run),
            )

    def count(self, *, asked: int = 0, known: int = 0, unanswered: int = 0) -> None:
        """Count segments of the run."""
        with self._sound():
            self._base.execute(
                "UPDATE runs SET asked = asked + ?, known = known + ?, "
                "unanswered = unanswered + ? WHERE run = ?",
                (asked, known, unanswered, self._run),
            )

    def used(self) -> Used:
        """What the run has used so far, in all its processes."""
        with self._sound():
            row = self._base.execute(
                "SELECT tokens_in, tokens_out, requests, asked, known, unanswered "
                "FROM runs WHERE run = ?",
                (self._run,),
            ).fetchone()
        return Used(*row) if row else Used()

    @contextmanager
    def _sound(self) -> Iterator[None]:
        """One thread at a time, and one line where the file cannot be used."""
        try:
            with self._lock:
                yield
        except (sqlite3.Error, OSError) as problem:
            raise MtqaError(
                f"{self.path}: the model's answers cannot be kept there ({problem}); remove the "
                "file, or name another with judge.model.cache"
            ) from None


def _decoded(said: bytes | None) -> Said | None:
    if said is None:
        return None
    try:
        return msgspec.json.decode(said, type=Said)
    except msgspec.DecodeError:
        return None


def key_of(question: Question, model: str, ui: Ui, body: object = None) -> str:
    """The digest of all that a model is shown and told.

    Args:
        question: the segment.
        model: what the server calls the model.
        ui: the language of its reasons.
        body: further fields of the request.
    """
    whole = (PROMPT_VERSION, model, ui, question, body or {})
    return hashlib.sha256(msgspec.json.encode(whole, order="deterministic")).hexdigest()


def place_of(wanted: str) -> Path:
    """The file of the cache: the wanted one, or that in the user's cache folder."""
    if wanted:
        return Path(wanted).expanduser()
    try:
        from platformdirs import user_cache_path
    except ImportError:
        raise MissingExtra("platformdirs", "llm") from None
    return user_cache_path("mtqa", appauthor=False) / "language-model.sqlite"
