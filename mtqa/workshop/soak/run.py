"""A run: inputs handed to a worker, everything counted, whatever failed saved for a replay."""

from __future__ import annotations

import json
import multiprocessing
import os
import re
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from mtqa.workshop.soak.inputs import KINDS, rotation
from mtqa.workshop.soak.worker import Bench, Outcome, serve

#: Seconds of processor time for an input, and how many times as much on the clock.
LIMIT, _CLOCK = 60.0, 4
#: Seconds between two writes of the state.
_OFTEN = 10.0
#: Inputs that are saved of one failure; more of them say nothing new.
_SAVED = 5


@dataclass
class Count:
    """What became of the inputs of a kind, and why some were refused, figures left out."""

    inputs: int = 0
    read: int = 0
    refused: int = 0
    crashes: int = 0
    hangs: int = 0
    slowest: float = 0.0
    slowest_input: int = 0
    peak: float = 0.0
    reasons: Counter[str] = field(default_factory=Counter)

    def add(self, outcome: Outcome, number: int) -> None:
        """Count one more."""
        self.inputs += 1
        if outcome.seconds > self.slowest:
            self.slowest_input = number
        if outcome.ending == "refused":
            self.reasons[re.sub(r"\d+|[“'\"].*?[”'\"]", "*", outcome.problem)[:70]] += 1
        name = {"crash": "crashes", "hang": "hangs"}.get(outcome.ending, outcome.ending)
        setattr(self, name, getattr(self, name) + 1)
        self.slowest = max(self.slowest, outcome.seconds)
        self.peak = max(self.peak, outcome.peak)


@dataclass
class Soak:
    """A run and where it stands.

    Attributes:
        out: folder of the state and of failing inputs.
        seed: makes the inputs, with their numbers.
        limit: seconds of processor time that an input may take.
        before: called in every worker before its first input.
        counts: by kind.
        failures: how often each failure was met, by its kind and its last words.
    """

    out: Path
    seed: int = 2026
    limit: float = LIMIT
    before: Callable[[], None] | None = None
    counts: dict[str, Count] = field(default_factory=dict)
    failures: Counter[str] = field(default_factory=Counter)
    _held: Worker | None = field(default=None, init=False)

    @property
    def failed(self) -> bool:
        """Whether something crashed or hung."""
        return any(count.crashes or count.hangs for count in self.counts.values())

    def run(self, inputs: int | None = None, seconds: float | None = None, first: int = 0) -> None:
        """Try so many inputs, or go on for so long, from that number on.

        Raises:
            Unmade: an input cannot be made.
        """
        begun = written = time.monotonic()
        try:
            for number, kind in _schedule(first):
                elapsed = time.monotonic() - begun
                if number - first == inputs or (seconds is not None and elapsed > seconds):
                    break
                self._count(kind, number, self._tried((kind, number)))
                if time.monotonic() - written > _OFTEN:
                    written = time.monotonic()
                    self._write(elapsed, finished=False)
            self._write(time.monotonic() - begun, finished=True)
        finally:
            self.close()

    def replay(self, path: Path) -> Outcome:
        """Try a saved input once more."""
        try:
            return self._tried(path.absolute())
        finally:
            self.close()

    def close(self) -> None:
        """End the worker."""
        if self._held:
            self._held.close()
            self._held = None

    def _worker(self) -> Worker:
        if self._held is None:
            self.out.mkdir(parents=True, exist_ok=True)
            self._held = Worker(Bench(self.out.absolute(), self.before), self.seed)
        return self._held

    def _tried(self, asked: Any) -> Outcome:
        return self._worker().tried(asked, self.limit)

    def _count(self, kind: str, number: int, outcome: Outcome) -> None:
        self.counts.setdefault(kind, Count()).add(outcome, number)
        if outcome.ending not in ("crash", "hang"):
            return
        said = f"{kind}: {signature(outcome.problem)}"
        self.failures[said] += 1
        if self.failures[said] > _SAVED:
            return
        current = json.loads((self.out / "current.json").read_text("ascii"))
        current["problem"] = outcome.problem
        name = re.sub(r"\W+", "-", kind)
        path = self.out / "failing" / f"{name}-{number}.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(current, indent=1), "ascii")

    def _write(self, elapsed: float, *, finished: bool) -> None:
        state = {
            "seed": self.seed,
            "seconds": round(elapsed),
            "finished": finished,
            "inputs": sum(count.inputs for count in self.counts.values()),
            "kinds": {kind: _plain(self.counts[kind]) for kind in KINDS if kind in self.counts},
            "failures": dict(self.failures.most_common()),
        }
        path = self.out / "state.json"
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(state, ensure_ascii=True, indent=1), "ascii")
        beside.replace(path)


def _plain(count: Count) -> dict[str, Any]:
    """A count for the state's file, with its most frequent reasons."""
    return {**asdict(count), "reasons": dict(count.reasons.most_common(8))}


class Unmade(Exception):
    """The run itself is broken: an input cannot be made."""


class Worker:
    """A process that tries inputs; begun anew when it has died or been stopped."""

    def __init__(self, bench: Bench, seed: int) -> None:
        self._bench, self._seed = bench, seed
        self._begin()

    def _begin(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=serve, args=(theirs, self._bench, self._seed), daemon=False
        )
        self._process.start()
        theirs.close()

    def tried(self, asked: Any, limit: float) -> Outcome:
        """What becomes of an input: a kind and a number, or the path of a saved one."""
        if not self._process.is_alive():  # the input before was the last one it saw
            self._begin()
        self._ours.send(asked)
        try:
            unmade = self._ours.recv()
        except EOFError:
            unmade = f"{asked}: the process died of making it"
        if unmade:
            raise Unmade(unmade)
        begun, used = time.monotonic(), self._seconds()
        try:
            while not self._ours.poll(1.0):
                clock = time.monotonic() - begun
                if self._seconds() - used > limit or clock > _CLOCK * limit:
                    return self._stopped(clock)
            outcome: Outcome = self._ours.recv()
            return outcome
        except (EOFError, ConnectionResetError):
            self._process.join()
            said = f"the process died (exit code {self._process.exitcode})"
            return Outcome("crash", said, time.monotonic() - begun)

    def _stopped(self, clock: float) -> Outcome:
        """The worker hangs: it says where, and ends."""
        pid = self._process.pid
        if pid and hasattr(signal, "SIGUSR1"):
            os.kill(pid, signal.SIGUSR1)
            self._process.join(1.0)
        self._process.kill()
        self._process.join()
        said = self._bench.stacks.read_text()
        return Outcome("hang", f"more than {clock:.0f} s\n{said}", clock)

    def _seconds(self) -> float:
        """Processor time of the worker; the clock's where the system does not say it."""
        try:
            stat = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8", "replace")
            user, system = stat.rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        except (OSError, ValueError):
            return time.monotonic()

    def close(self) -> None:
        """Let it end."""
        with suppress(OSError):
            self._ours.send(None)
        self._process.join(10)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()


def signature(problem: str) -> str:
    """What tells one failure from another: the last place in mtqa's code, and the last words."""
    places = re.findall(r'File "[^"]*?(mtqa/[^"]+)", line (\d+)', problem)
    own = [f"{path}:{line}" for path, line in places if "workshop/soak" not in path]
    lines = problem.strip().splitlines() or [""]
    last = re.sub(r"\d+", "0", lines[-1])[:160]
    return f"{own[-1]} {last}" if own else last


def _schedule(first: int) -> Iterator[tuple[int, str]]:
    kinds, number = rotation(), first
    while True:
        yield number, kinds[number % len(kinds)]
        number += 1


HEADER = (*"kind inputs handled read refused crashes hangs".split(), "slowest s", "peak MB")


def table(counts: dict[str, Count]) -> str:
    """The table of a run, in Markdown."""
    rows = [row(kind, counts[kind]) for kind in KINDS if kind in counts]
    rows.append(row("all", _total(counts.values())))
    lines = ["| " + " | ".join(HEADER) + " |", "|---" + "|---:" * (len(HEADER) - 1) + "|"]
    lines += ["| " + " | ".join(cells) + " |" for cells in rows]
    return "\n".join(lines) + "\n"


def row(kind: str, count: Count) -> tuple[str, ...]:
    """A row of the table: handled is what was read or refused in words."""
    numbers = [count.inputs, count.read + count.refused, count.read, count.refused]
    numbers += [count.crashes, count.hangs]
    return (
        kind,
        *(f"{number:,}" for number in numbers),
        f"{count.slowest:.1f}",
        f"{count.peak:.0f}",
    )


def _total(counts: Iterable[Count]) -> Count:
    total = Count()
    for count in counts:
        for name in ("inputs", "read", "refused", "crashes", "hangs"):
            setattr(total, name, getattr(total, name) + getattr(count, name))
        total.slowest = max(total.slowest, count.slowest)
        total.peak = max(total.peak, count.peak)
    return total
