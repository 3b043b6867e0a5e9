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
from itertools import islice

from mtqa.collector import collect_rarely
from mtqa.corpus.store import OutputError, Store
from mtqa.corpus.work import Chunk, Plan, Receipt, Worker
from mtqa.errors import MtqaError
from mtqa.readers.records import Record, Reject

#: Chunks handed out for each worker: one in work and one waiting, so that none is ever idle.
_AHEAD = 2
Engine = Callable[[Iterable[Chunk]], Iterator[Receipt]]

_worker: Worker | None = None


def serial(plan: Plan, store: Store) -> Engine:
    """Work in this process, one chunk after the other."""
    worker = Worker(plan, store)
    return lambda chunks: map(worker, chunks)


def pooled(plan: Plan, store: Store, jobs: int) -> Engine:
    """Work in ``jobs`` processes; receipts come as chunks are finished, in any order."""
    return lambda chunks: _run(plan, store, jobs, iter(chunks))


def _run(plan: Plan, store: Store, jobs: int, chunks: Iterator[Chunk]) -> Iterator[Receipt]:
    while True:
        pool = _pool(plan, store, jobs)
        running: dict[Future[Receipt], Chunk] = {}
        handed: list[Chunk] = []
        whole = False
        try:
            yield from _drain(pool, _ahead(chunks, jobs, running, handed), running)
            whole = True
            return
        except BrokenProcessPool:
            suspects = sorted((*running.values(), *handed), key=lambda chunk: chunk.number)
        finally:
            pool.shutdown(wait=whole, cancel_futures=True)
        for chunk in suspects:
            yield _carefully(plan, store, chunk)


def _ahead(
    chunks: Iterator[Chunk], jobs: int, running: dict[Future[Receipt], Chunk], handed: list[Chunk]
) -> Callable[[ProcessPoolExecutor], None]:
    """What keeps the pool fed: a chunk is in ``handed`` or ``running`` from when it is drawn, so
    that none is lost if the pool breaks in between."""

    def feed(pool: ProcessPoolExecutor) -> None:
        for chunk in islice(chunks, _AHEAD * jobs - len(running)):
            handed.append(chunk)
            running[pool.submit(_work, chunk)] = chunk
            handed.pop()

    return feed


def _drain(
    pool: ProcessPoolExecutor,
    feed: Callable[[ProcessPoolExecutor], None],
    running: dict[Future[Receipt], Chunk],
) -> Iterator[Receipt]:
    """The receipts of all chunks as they come."""
    while True:
        feed(pool)
        if not running:
            return
        done, _ = wait(running, return_when=FIRST_COMPLETED)
        for finished in done:
            receipt = finished.result()
            del running[finished]
            yield receipt


def _carefully(plan: Plan, store: Store, chunk: Chunk) -> Receipt:
    """A chunk whose worker died: as it is once more, then without the records that kill it."""
    with suppress(BrokenProcessPool), _pool(plan, store, 1) as pool:
        return pool.submit(_work, chunk).result()
    rows: list[Record | Reject] = []
    pool = _pool(plan, store, 1)
    for row in chunk.rows:
        if isinstance(row, Record):
            try:
                pool.submit(_probe, row).result()
            except BrokenProcessPool:
                pool = _pool(plan, store, 1)
                reason = "the worker died of it (out of memory?)"
                rows.append(Reject(row.number, row.place, reason, row.article.id))
                continue
        rows.append(row)
    pool.shutdown()
    with _pool(plan, store, 1) as pool:
        return pool.submit(_work, replace(chunk, rows=tuple(rows))).result()


def _pool(plan: Plan, store: Store, jobs: int) -> ProcessPoolExecutor:
    # spawned, not forked: threads of libraries in this process would not survive a fork
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(jobs, context, initializer=_begin, initargs=(plan, store))


def _begin(plan: Plan, store: Store) -> None:
    """Make the worker of this process; it ends with its parent, however that one dies."""
    global _worker
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


def _work(chunk: Chunk) -> Receipt:
    if _worker is None:
        raise RuntimeError("the worker was not made")
    try:
        return _worker(chunk)
    except MtqaError as problem:
        raise OutputError(str(problem)) from None  # one that survives the way between processes


def _probe(record: Record) -> None:
    """Score a record only to see whether the process survives it."""
    if _worker is not None:
        _worker.score(record)
