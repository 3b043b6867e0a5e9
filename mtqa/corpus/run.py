"""One run over a corpus: chunks handed to an engine, finished ones kept, everything counted."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from mtqa.corpus.pool import Advanced, Engine
from mtqa.corpus.store import KINDS, OutputError, Store
from mtqa.corpus.store import signature as signature_of
from mtqa.corpus.work import Chunk, Plan, Receipt
from mtqa.errors import MtqaError
from mtqa.judgement.quality import Tally
from mtqa.readers.records import Record, Reject

#: How the corpus is cut into chunks and what their files are called; told apart when resuming.
LAYOUT = 2
#: The largest chunk, in rows.
CHUNK = 500
#: A chunk is full with this many rows, or this much text of both sides in code points: an article,
#: or a few segments, so that every worker has its share of a small corpus.
_FEW_ROWS, _LITTLE_TEXT = 16, 4_000
#: Further on a chunk may hold this share of the rows before it, so that a large corpus has no more
#: files than it needs; but no more text than workers are busy with for a while.
_SHARE, _MUCH_TEXT = 64, 250_000
#: Seconds between two reports of rows whose chunks are still in work.
_TICK = 0.2
#: A share of rejects is judged from this many rows on, and at the end.
_ENOUGH = 200


@dataclass(frozen=True, slots=True)
class Limit:
    """How many rejects a run takes: a number, or a share of the rows so far."""

    number: int | None = None
    share: float | None = None

    @classmethod
    def parse(cls, text: str) -> Limit:
        """``"100"`` or ``"5%"``.

        Raises:
            ValueError: it is neither.
        """
        if text.endswith("%"):
            share = float(text[:-1]) / 100
            if not 0 <= share <= 1:
                raise ValueError(text)
            return cls(share=share)
        number = int(text)
        if number < 0:
            raise ValueError(text)
        return cls(number=number)

    def exceeded(self, rejected: int, rows: int, *, final: bool = False) -> bool:
        """Whether so many rejects among so many rows are too many.

        Args:
            rejected: the rejects so far.
            rows: the rows so far, rejects included.
            final: whether these are all; a share of the first few rows says nothing.
        """
        if self.number is not None:
            return rejected > self.number
        enough = final or rows >= _ENOUGH
        return self.share is not None and enough and rejected > self.share * rows


@dataclass
class Progress:
    """Where a run stands.

    Attributes:
        rows: rows done, kept ones included.
        kept: rows of chunks that an earlier run had finished.
        rejected: rows that could not be scored.
        chunks: chunks done.
        begun: rows done of chunks that are still in work.
        tally: the corpus table so far.
    """

    rows: int = 0
    kept: int = 0
    rejected: int = 0
    chunks: int = 0
    begun: int = 0
    tally: Tally = field(default_factory=Tally)

    def add(self, receipt: Receipt, *, kept: bool) -> None:
        """Count a finished chunk."""
        rows = receipt.records + receipt.rejected
        self.rows += rows
        self.kept += rows if kept else 0
        self.begun = max(0, self.begun - (0 if kept else rows))
        self.rejected += receipt.rejected
        self.chunks += 1
        self.tally = self.tally + receipt.tally


def chunked(rows: Iterable[Record | Reject], size: int = CHUNK) -> Iterator[Chunk]:
    """Consecutive rows in chunks of at most ``size``, small ones first.

    A chunk ends after every ``size``-th row of the input, whatever came before: a row that changes
    between two runs leaves the chunks of other stretches as they were.
    """
    chunk: list[Record | Reject] = []
    text = 0
    for row in rows:
        chunk.append(row)
        text += _length(row)
        if (row.number + 1) % size == 0 or _is_full(chunk, text):
            yield Chunk.of(chunk)
            chunk, text = [], 0
    if chunk:
        yield Chunk.of(chunk)


def _is_full(chunk: Sequence[Record | Reject], text: int) -> bool:
    share = chunk[0].number / _SHARE
    return len(chunk) >= max(_FEW_ROWS, share) or text >= min(
        _LITTLE_TEXT * max(1, share), _MUCH_TEXT
    )


def _length(row: Record | Reject) -> int:
    """How much text there is in a row, in code points."""
    if isinstance(row, Reject):
        return 0
    return len(row.article.target) + len(row.article.source or "")


def sign(signature: str, plan_config: Any, **options: object) -> str:
    """The signature of a run: the checker's, the configuration's digest, and the run's options."""
    digest = hashlib.sha256(msgspec.json.encode(plan_config, order="deterministic")).hexdigest()
    parts = [signature, f"config:{digest[:8]}"]
    parts += [f"{name}:{value}" for name, value in options.items()]
    return "|".join(parts)


def open_run(store: Store, plan: Plan, *, resume: bool) -> dict[int, Receipt]:
    """Begin a run, or find what an earlier one has finished.

    Returns:
        The receipts of finished chunks by number.

    Raises:
        OutputError: there is output already, or it was made with something else.
    """
    path = f"{store.root}/run.json"
    found = store.read(path)
    if found is None:
        made = {"signature": plan.signature, "layout": LAYOUT}
        store.write_as(path, msgspec.json.encode(made) + b"\n")
        return {}
    if not resume:
        raise OutputError(
            f"{store.root}: there is a run already; continue it with --resume, or remove it"
        )
    signature = signature_of(found) or "?"
    if signature != plan.signature:
        raise OutputError(
            f"{store.root}: was made with {_difference(signature, plan.signature)}; "
            "use the same settings, or another --out"
        )
    if _layout(found) != LAYOUT:
        raise OutputError(
            f"{store.root}: was begun by a version of mtqa that cut the corpus otherwise (layout "
            f"{_layout(found)}, not {LAYOUT}); go on with that version, or begin with --overwrite"
        )
    store.sweep()
    receipts = {}
    for number in store.numbers("done"):
        receipt = _receipt(store.read(store.path("done", number)))
        if receipt is not None and receipt.signature == plan.signature:
            receipts[number] = receipt
    return receipts


def _receipt(data: bytes | None) -> Receipt | None:
    try:
        return None if data is None else msgspec.json.decode(data, type=Receipt)
    except (msgspec.DecodeError, ValueError, RecursionError):
        return None


def _difference(old: str, new: str) -> str:
    """What differs between two signatures: ``version:0.1.0, not version:0.2.0``."""
    before, after = old.split("|"), new.split("|")
    pairs = [(a, b) for a, b in zip(before, after, strict=False) if a != b]
    return "; ".join(f"{a}, not {b}" for a, b in pairs) or "other settings"


def _layout(found: bytes) -> int:
    """How a run was cut; the first layout did not say."""
    layout = msgspec.json.decode(found).get("layout", 1)
    return layout if isinstance(layout, int) else 0


def execute(
    chunks: Iterable[Chunk],
    store: Store,
    engine: Engine,
    *,
    finished: dict[int, Receipt] | None = None,
    limit: Limit | None = None,
    watch: Callable[[Progress], None] = lambda progress: None,
) -> Progress:
    """Run the chunks that are not finished, and count all.

    Args:
        chunks: every chunk of the input, in order.
        store: where the files lie.
        engine: does the work.
        finished: receipts of an earlier run; a chunk whose digest matches is not computed again.
        limit: how many rejects there may be.
        watch: told after every chunk, and now and then of rows done in between.

    Raises:
        MtqaError: there are too many rejects, or a file cannot be read or written; what is
            finished stays.
    """
    progress, earlier, numbers = Progress(), finished or {}, set[int]()

    def fresh() -> Iterator[Chunk]:
        for chunk in chunks:
            numbers.add(chunk.number)
            receipt = earlier.get(chunk.number)
            if receipt is not None and receipt.digest == chunk.digest:
                progress.add(receipt, kept=True)
                watch(progress)
            else:
                yield chunk

    for receipt in engine(fresh(), _ticking(progress, watch)):
        progress.add(receipt, kept=False)
        watch(progress)
        _require_few(progress, limit, store)
    _drop_surplus(store, numbers)
    _require_some(store, progress)
    _require_few(progress, limit, store, final=True)
    return progress


def _require_few(
    progress: Progress, limit: Limit | None, store: Store, *, final: bool = False
) -> None:
    """Refuse to go on, or to finish, with too many rejects.

    Raises:
        MtqaError: there are.
    """
    if limit is not None and limit.exceeded(progress.rejected, progress.rows, final=final):
        raise MtqaError(
            f"{progress.rejected} of {progress.rows} rows rejected; see "
            f"{store.root}/rejected, then raise --max-rejected or repair the input and --resume"
        )


def _ticking(progress: Progress, watch: Callable[[Progress], None]) -> Advanced:
    """Counts the rows of chunks in work, and tells the watch now and then."""
    last = time.monotonic()

    def advanced(begun: int) -> None:
        nonlocal last
        progress.begun = begun
        now = time.monotonic()
        if now - last >= _TICK:
            last = now
            watch(progress)

    return advanced


def _require_some(store: Store, progress: Progress) -> None:
    """Refuse a run that has scored nothing at all of what there was.

    Raises:
        MtqaError: every row was rejected.
    """
    if not progress.rows or progress.rejected < progress.rows:
        return
    first = store.read(store.path("rejected", store.numbers("rejected")[0])) or b"\n"
    reject = msgspec.json.decode(first.splitlines()[0])
    rows = f"all {progress.rows} rows were" if progress.rows > 1 else "the only row was"
    raise MtqaError(
        f"{rows} rejected, nothing was scored ({reject['place']}: {reject['reason']}); see "
        f"{store.root}/rejected, then repair the input and --resume"
    )


def _drop_surplus(store: Store, numbers: Collection[int]) -> None:
    """Remove what an earlier run had of an input that was longer, or cut otherwise."""
    for kind in KINDS:
        for number in store.numbers(kind):
            if number not in numbers:
                store.remove(kind, number)
