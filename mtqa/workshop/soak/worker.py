"""A process that tries inputs one after the other; its parent outlives whatever kills it."""

from __future__ import annotations

import faulthandler
import os
import signal
import time
import traceback
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from mtqa.workshop.soak.given import Input
from mtqa.workshop.soak.inputs import made
from mtqa.workshop.soak.shell import Hung
from mtqa.workshop.soak.trials import tried

#: Gigabytes that a worker may ask for: an input that wants more fails, and not the machine.
_MEMORY = 12


@dataclass(frozen=True)
class Outcome:
    """What became of an input.

    Attributes:
        ending: ``read``, ``refused``, ``crash`` or ``hang``.
        problem: of a crash or hang: what happened.
        seconds: how long it took.
        peak: the most memory that the process had meanwhile, in megabytes.
    """

    ending: str
    problem: str = ""
    seconds: float = 0.0
    peak: float = 0.0


@dataclass(frozen=True)
class Bench:
    """Where a worker puts what must outlive it.

    Attributes:
        folder: for the input in work, and what it was doing when it was stopped.
        before: called before the first input.
    """

    folder: Path
    before: Callable[[], None] | None = None

    @property
    def current(self) -> Path:
        """The input in work, packed."""
        return self.folder / "current.json"

    @property
    def stacks(self) -> Path:
        """Where the process was when the signal came."""
        return self.folder / "stacks.txt"


def serve(connection: Connection, bench: Bench, seed: int) -> None:
    """Try what the parent asks for: a kind and a number, or a packed input; ``None`` ends it."""
    _limit_memory()
    os.environ["MTQA_QE"] = "off"
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        os.environ.pop(name, None)
    if bench.before:
        bench.before()
    with bench.stacks.open("w") as stacks:
        if hasattr(signal, "SIGUSR1"):
            faulthandler.register(signal.SIGUSR1, file=stacks)
        while (asked := connection.recv()) is not None:
            try:
                given = (
                    Input.unpacked(asked)
                    if isinstance(asked, Path)
                    else made(asked[0], seed, asked[1])
                )
                bench.current.write_text(given.packed(seed), "ascii")
            except Exception:
                connection.send(f"{asked}: {traceback.format_exc()}")
                return
            connection.send("")
            connection.send(_outcome(given))


def _outcome(given: Input) -> Outcome:
    _forget_peak()
    begun = time.monotonic()
    ending, problem = "crash", ""
    with TemporaryDirectory(prefix="soak-", ignore_cleanup_errors=True) as folder:
        try:
            problem = tried(given, Path(folder))
            ending = "refused" if problem else "read"
        except Hung as hung:
            ending, problem = "hang", str(hung)
        except Exception:
            problem = traceback.format_exc(limit=-25)
    return Outcome(ending, problem, time.monotonic() - begun, peak_megabytes())


def peak_megabytes() -> float:
    """The most memory that this process has had, since it last forgot it where it can."""
    try:
        for line in Path("/proc/self/status").read_text("ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) / 1_024
    except OSError:
        pass
    import resource
    import sys

    unit = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit


def _forget_peak() -> None:
    """Begin to measure anew; only Linux can."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "ascii")


def _limit_memory() -> None:
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY << 30, _MEMORY << 30))
    except (ImportError, OSError, ValueError):
        pass
