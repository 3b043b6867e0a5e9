"""The work on one chunk of a corpus: records in, finished files out, and a receipt.

The same function runs in this process, in a pool's worker and in a Ray actor, so that their results
are the same to the byte.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

import msgspec

from mtqa.checks.untranslated.text import is_told
from mtqa.config import Config
from mtqa.corpus.store import Store
from mtqa.errors import MtqaError
from mtqa.judgement.quality import Tally
from mtqa.model import ArticleReport
from mtqa.pipeline import Checker, Prepared
from mtqa.readers.records import Record, Reject
from mtqa.scorers.article import ArticleScores

Done = TypeVar("Done")

#: A text at least this long shows its language.
_TELLING = 200


@dataclass(frozen=True, slots=True)
class Chunk:
    """Consecutive records of a corpus.

    Attributes:
        number: that of its first row in the whole input, from 0; its files are named by it.
        rows: records and rejects, in order.
        digest: of the rows' content: a finished chunk is only kept if it still matches.
    """

    number: int
    rows: tuple[Record | Reject, ...]
    digest: str

    @classmethod
    def of(cls, rows: Iterable[Record | Reject]) -> Chunk:
        """A chunk of at least one row, with its digest."""
        listed = tuple(rows)
        return cls(listed[0].number, listed, _digest(listed))


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a finished chunk held; written last, it makes the chunk count.

    Attributes:
        number, digest: those of the chunk.
        signature: what the run was made with.
        records, rejected: how many rows were scored, and how many could not be.
        words, penalty, failed: as in :class:`mtqa.judgement.quality.Tally`.
        issues: number of issues by category and severity: ``[["name", "major", 3], …]``.
    """

    number: int
    digest: str
    signature: str
    records: int
    rejected: int
    words: int
    penalty: float
    failed: int
    issues: tuple[tuple[str, str, int], ...]

    @property
    def tally(self) -> Tally:
        """The counts, ready to be added up."""
        from collections import Counter

        issues = Counter({(category, severity): n for category, severity, n in self.issues})
        return Tally(self.records, self.failed, self.words, self.penalty, issues)


@dataclass(frozen=True, slots=True)
class Plan:
    """All that a worker needs to know; it travels to other processes and machines.

    Attributes:
        config: the user's options.
        signature: of the whole run.
        form: ``jsonl`` or ``parquet``.
        force: score text that does not look Romanian, or like a translation, all the same.
        keep: fields of the input that the output repeats.
        scores: the names of the metrics in use.
    """

    config: Config
    signature: str
    form: str
    force: bool = False
    keep: tuple[str, ...] = ()
    scores: tuple[str, ...] = ()


class Worker:
    """Scores chunks with one checker, made once, and writes their files."""

    def __init__(self, plan: Plan, store: Store) -> None:
        self.plan, self.store = plan, store
        self.checker = Checker(plan.config, force=plan.force)

    def __call__(
        self, chunk: Chunk, advanced: Callable[[int], None] = lambda rows: None
    ) -> Receipt:
        """Score a chunk and write what it holds.

        Args:
            chunk: the rows.
            advanced: told after every row how many of the chunk are done.

        Raises:
            OutputError: the files cannot be written.
        """
        reports: list[tuple[Record, ArticleReport]] = []
        rejects: list[Reject] = []
        for number, (row, done) in enumerate(self._scored(chunk.rows), 1):
            if isinstance(done, Reject):
                rejects.append(done)
            elif isinstance(row, Record):
                reports.append((row, done))
            advanced(number)
        return self.finish(chunk, reports, rejects)

    def score(self, record: Record) -> ArticleReport | Reject:
        """The report of a record, or why there is none."""
        prepared = self._prepared(record)
        if isinstance(prepared, Reject):
            return prepared
        return self._reported(record, prepared, self.checker.measure([prepared])[0])

    def _scored(
        self, rows: Sequence[Record | Reject]
    ) -> Iterator[tuple[Record | Reject, ArticleReport | Reject]]:
        """The rows in order, each with its report or with why it has none.

        Metrics see all rows at once; without any, a row is finished before the next is begun.
        """
        if not (self.checker.metrics or self.checker.adviser):
            yield from ((r, r if isinstance(r, Reject) else self.score(r)) for r in rows)
            return
        prepared = [row if isinstance(row, Reject) else self._prepared(row) for row in rows]
        ready = [item for item in prepared if isinstance(item, Prepared)]
        scores = iter(self.checker.measure(ready))
        if self.checker.adviser:
            self.checker.adviser.require_budget()  # a chunk that counts as done is wholly done
        for row, item in zip(rows, prepared, strict=True):
            if isinstance(row, Record) and isinstance(item, Prepared):
                yield row, self._reported(row, item, next(scores))
            elif isinstance(item, Reject):
                yield row, item

    def _reported(
        self, record: Record, prepared: Prepared, scores: ArticleScores
    ) -> ArticleReport | Reject:
        return _attempt(record, partial(self.checker.report, prepared, scores))

    def _prepared(self, record: Record) -> Prepared | Reject:
        return _attempt(record, partial(self._read, record))

    def _read(self, record: Record) -> Prepared | Reject:
        language = None if self.plan.force else _foreign(record.article.target)
        if language is not None and not is_told(record.article, self.checker.checks):
            return _reject(record, f"not Romanian{language}; --force scores it all the same")
        return self.checker.prepare(record.article)

    def finish(
        self,
        chunk: Chunk,
        reports: Sequence[tuple[Record, ArticleReport]],
        rejects: Sequence[Reject],
    ) -> Receipt:
        """Write the chunk's files, the receipt last."""
        from mtqa.corpus.output import rejected_lines, rendered

        for kind, data in rendered(self.plan, chunk.number, reports).items():
            self.store.write(kind, chunk.number, data)
        if rejects:
            self.store.write("rejected", chunk.number, rejected_lines(rejects))
        else:
            self.store.remove("rejected", chunk.number)  # those of rows that were repaired
        receipt = _receipt(chunk, self.plan.signature, reports, len(rejects))
        self.store.write("done", chunk.number, msgspec.json.encode(receipt) + b"\n")
        return receipt


def _attempt(record: Record, step: Callable[[], Done | Reject]) -> Done | Reject:
    """What a step makes of a record, or why it cannot."""
    try:
        return step()
    except MtqaError as problem:
        return _reject(record, str(problem))
    except RecursionError:
        return _reject(record, "nested too deeply")


def _receipt(
    chunk: Chunk, signature: str, reports: Sequence[tuple[Record, ArticleReport]], rejected: int
) -> Receipt:
    tally = sum((Tally.of(r.issues, r.words, r.verdict) for _, r in reports), Tally())
    return Receipt(
        chunk.number,
        chunk.digest,
        signature,
        len(reports),
        rejected,
        tally.words,
        tally.penalty,
        tally.failed,
        tuple((*key, number) for key, number in sorted(tally.issues.items())),
    )


def _foreign(text: str) -> str | None:
    """What language a long text looks like, if it is not Romanian (``""``: no guess)."""
    if len(text) < _TELLING:
        return None
    from mtqa.languages.ro.recognition import identify

    verdict = identify(text)
    if verdict.romanian:
        return None
    return f", it looks like {verdict.guess}" if verdict.guess else ""


def _reject(record: Record, reason: str) -> Reject:
    return Reject(record.number, record.place, reason, record.article.id)


def _digest(rows: Iterable[Record | Reject]) -> str:
    """A digest of everything in the rows that the result depends on, 16 hexadecimal digits."""
    seal = hashlib.sha256()
    for row in rows:
        seal.update(msgspec.msgpack.encode(_content(row)))
    return seal.hexdigest()[:16]


def _content(row: Record | Reject) -> tuple[Any, ...]:
    if isinstance(row, Reject):
        return (row.number, row.place, row.reason)
    a = row.article
    return (row.number, a.id, a.target, a.source, a.reference, a.source_lang, str(dict(a.meta)))
