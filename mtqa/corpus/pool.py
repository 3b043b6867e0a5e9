"""Worker processes on one machine: bounded work in flight, and no record lost to a crash."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing.sharedctypes import RawArray
from typing import TYPE_CHECKING

from mtqa.common.garbage import collect_rarely
from mtqa.corpus.store import OutputError, Store
from mtqa.corpus.work import Chunk, Plan, Receipt, Worker
from mtqa.errors import MtqaError
from mtqa.readers.records import Record, Reject

if TYPE_CHECKING:
    import ctypes

    Counts = ctypes.Array[ctypes.c_longlong]

#: Chunks handed out for each worker: one in work and one waiting, so that none is ever idle.
_AHEAD = 2
#: Seconds after which the rows of chunks in work are counted again.
_TICK = 0.5
#: Told how many rows are done of the chunks that are still in work.
Advanced = Callable[[int], None]
Engine = Callable[[Iterable[Chunk], Advanced], Iterator[Receipt]]

_worker: Worker | None = None
#: How many rows of each chunk in work are done; every place has one writer, so that no lock can be
#: left behind by a worker that dies.
_done: Counts | None = None


def serial(plan: Plan, store: Store) -> Engine:
    """Work in this process, one chunk after the other."""
    worker = Worker(plan, store)
    return lambda chunks, advanced: (worker(chunk, advanced) for chunk in chunks)


def pooled(plan: Plan, store: Store, jobs: int) -> Engine:
    """Work in ``jobs`` processes; receipts come as chunks are finished, in any order."""
    return lambda chunks, advanced: _run(plan, store, jobs, iter(chunks), advanced)


def _run(
    plan: Plan, store: Store, jobs: int, chunks: Iterator[Chunk], advanced: Advanced
) -> Iterator[Receipt]:
    while True:
        flight = _Flight(plan, store, jobs)
        try:
            yield from flight.receipts(chunks, advanced)
            return
        except BrokenProcessPool:
            suspects = flight.chunks
        finally:
            flight.land()
        advanced(0)
        for chunk in suspects:
            yield _carefully(plan, store, chunk)


class _Flight:
    """A pool and the chunks that it has in work; one that breaks leaves them to the next."""

    def __init__(self, plan: Plan, store: Store, jobs: int) -> None:
        self._done = _counts(_AHEAD * jobs)
        self._pool = _pool(plan, store, jobs, self._done)
        self._free = list(range(len(self._done)))
        self._running: dict[Future[Receipt], tuple[Chunk, int]] = {}
        self._handed: list[Chunk] = []
        self._whole = False

    @property
    def chunks(self) -> list[Chunk]:
        """The chunks drawn and not finished, in order: none is lost if the pool breaks."""
        running = (chunk for chunk, _ in self._running.values())
        return sorted((*running, *self._handed), key=lambda chunk: chunk.number)

    def receipts(self, chunks: Iterator[Chunk], advanced: Advanced) -> Iterator[Receipt]:
        """The receipts of all chunks as they come."""
        while True:
            self._feed(chunks)
            if not self._running:
                self._whole = True
                return
            finished, _ = wait(self._running, timeout=_TICK, return_when=FIRST_COMPLETED)
            for future in finished:
                receipt = future.result()
                self._free.append(self._running.pop(future)[1])
                yield receipt
            advanced(sum(self._done[place] for _, place in self._running.values()))

    def _feed(self, chunks: Iterator[Chunk]) -> None:
        for chunk in islice(chunks, len(self._free)):
            self._handed.append(chunk)
            place = self._free.pop()
            self._done[place] = 0
            self._running[self._pool.submit(_work, chunk, place)] = chunk, place
            self._handed.pop()

    def land(self) -> None:
        """End the pool, and do not wait for what nobody will ask for."""
        self._pool.shutdown(wait=self._whole, cancel_futures=True)


def _carefully(plan: Plan, store: Store, chunk: Chunk) -> Receipt:
    """A chunk whose worker died: as it is once more, then without the records that kill it."""
    done = _counts(1)
    with suppress(BrokenProcessPool), _pool(plan, store, 1, done) as pool:
        return pool.submit(_work, chunk, 0).result()
    rows: list[Record | Reject] = []
    pool = _pool(plan, store, 1, done)
    for row in chunk.rows:
        if isinstance(row, Record):
            try:
                pool.submit(_probe, row).result()
            except BrokenProcessPool:
                pool = _pool(plan, store, 1, done)
                reason = "the worker died of it (out of memory?)"
                rows.append(Reject(row.number, row.place, reason, row.article.id))
                continue
        rows.append(row)
    pool.shutdown()
    with _pool(plan, store, 1, done) as pool:
        return pool.submit(_work, replace(chunk, rows=tuple(rows)), 0).result()


def _counts(number: int) -> Counts:
    """Numbers that all processes see."""
    counts: Counts = RawArray("q", number)
    return counts


def _pool(plan: Plan, store: Store, jobs: int, done: Counts) -> ProcessPoolExecutor:
    # spawned, not forked: threads of libraries in this process would not survive a fork
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(plan, store, done))


def _begin(plan: Plan, store: Store, done: Counts) -> None:
    """Make the worker of this process; it ends with its parent, however that one dies."""
    global _worker, _done
    _done = done
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # one thread per worker: two would fight for the core
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    collect_rarely()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _worker = Worker(plan, store)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _work(chunk: Chunk, place: int) -> Receipt:
    worker, done = _worker, _done
    if worker is None or done is None:
        raise RuntimeError("the worker was not made")
    try:
        return worker(chunk, partial(done.__setitem__, place))
    except MtqaError as problem:
        raise OutputError(str(problem)) from None  # one that survives the way between processes


def _probe(record: Record) -> None:
    """Score a record only to see whether the process survives it."""
    if _worker is not None:
        _worker.score(record)
