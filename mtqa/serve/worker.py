"""A worker process: its own side, which checks, and the front's, which asks and may end it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

from mtqa.common.garbage import collect_rarely
from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.serve.jobs import Answer, Job
from mtqa.silence.baseline import Known

#: How much less of the processor the worker for long texts gets.
_NICE = 10


class House(NamedTuple):
    """What a worker needs to know of the house; it travels to other processes.

    Attributes:
        config: its options.
        known: its baseline, if it has one.
        baseline: the baseline's file.
    """

    config: Config
    known: Known | None = None
    baseline: str = ""


class Broken(MtqaError):
    """A worker that cannot begin, and why; the next one could not either."""


class Worker:
    """The front's side of a worker process. Its methods block: they are called in threads.

    Args:
        house: what to check under.
        gentle: whether it leaves the processor to others.
    """

    def __init__(self, house: House, *, gentle: bool = False) -> None:
        # spawned, not forked: threads of libraries in this process would not survive a fork
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_main, args=(theirs, house, gentle), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid or 0

    def ready(self) -> None:
        """Wait until it takes jobs.

        Raises:
            Broken: it cannot, for a reason that the user can put right.
            EOFError: it died.
        """
        try:
            problem = self._ours.recv()
        except OSError:
            raise EOFError from None
        if problem is not None:
            raise Broken(problem)

    def ask(self, job: Job) -> Answer:
        """The answer to a job.

        Raises:
            EOFError: it died.
        """
        try:
            self._ours.send(job)
            found: Answer = self._ours.recv()
        except OSError:
            raise EOFError from None
        return found

    def wait(self) -> None:
        """Wait until it is dead."""
        wait([self._process.sentinel])

    def end(self) -> None:
        """End it at once."""
        with suppress(ValueError, OSError):
            self._process.kill()

    def bury(self) -> None:
        """Give back what the system keeps of it; it is ended first."""
        self.end()
        self._process.join()
        self._process.close()
        self._ours.close()


def _main(front: Connection[Any, Any], house: House, gentle: bool) -> None:
    """Make a clerk, and let it work until the front has gone."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")  # one thread per worker: two would fight for the core
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):  # the front ends it when all is answered
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_IGN)
    if gentle and hasattr(os, "nice"):
        os.nice(_NICE)
    collect_rarely()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    from mtqa.serve.clerk import Clerk

    try:
        clerk = Clerk(house.config, house.known, house.baseline)
        clerk.warm()
    except MtqaError as problem:
        front.send(str(problem))
        return
    front.send(None)
    with suppress(EOFError, OSError):
        while True:
            front.send(clerk.do(front.recv()))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
