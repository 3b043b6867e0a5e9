"""Two runs compete for one output and are killed at random: ``python -m tests.corpus.kills N``.

Both are started at once with ``--resume``; one of them works, the other must be refused. Either, or
both, are killed with signal 9 at a random moment, and both are started again until the output is
whole. Then every row must be there, once, in order, and all bytes as if nobody had been killed.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from mtqa.corpus.command import Request, run
from mtqa.corpus.store import OutputError

#: A kill comes at most so many seconds after the start of a run: before, during or after its work.
LATEST = 0.6
WORKED, REFUSED = 0, 2


@dataclass
class Result:
    """What was seen.

    Attributes:
        kills: processes killed while they were at work.
        refused: runs that were told of another one.
        unnamed: those of them that were not told its process, as it had only just begun.
        outputs: outputs made whole.
        lost: rows that are missing in them, or stand there twice, or are others.
        broken: outputs that differ by a byte from those of a run in peace.
    """

    kills: int = 0
    refused: int = 0
    unnamed: int = 0
    outputs: int = 0
    lost: int = 0
    broken: list[str] = field(default_factory=list)


def _compete(request: Request, said: Path) -> None:
    """One of two runs, in a process of its own."""
    try:
        run(request)
    except OutputError as problem:
        said.write_text(str(problem), encoding="utf-8")
        os._exit(REFUSED)
    os._exit(WORKED)


def compete(
    request: Callable[[Path], Request],
    wanted: dict[str, bytes],
    content: Callable[[Path], dict[str, bytes]],
    folder: Path,
    number: int,
    seed: int,
    name: str,
) -> Result:
    """Kill until ``number`` processes have died at their work.

    Args:
        request: a run with ``--resume`` into an output.
        wanted: what a run in peace leaves there, by file.
        content: what is there, by file.
        folder: for the outputs.
        number: of kills.
        seed: of the dice.
        name: of each output.
    """
    context = multiprocessing.get_context("fork")
    dice, result = random.Random(seed), Result()
    while result.kills < number:
        out = folder / f"{result.outputs}" / name
        out.parent.mkdir(parents=True)
        whole = False
        while not whole:
            pair = [context.Process(target=_compete, args=(request(out), folder / f"said{side}"))
                    for side in (0, 1)]  # fmt: skip
            for process in pair:
                process.start()
            _kill(pair, dice, result)
            for process in pair:
                process.join()
            whole = _count(pair, folder, result)
        result.outputs += 1
        _compare(content(out), wanted, out, result)
    return result


def _kill(
    pair: list[multiprocessing.process.BaseProcess], dice: random.Random, result: Result
) -> None:
    """Kill one of the two or both at a random moment, or neither."""
    for process in dice.sample(pair, dice.choice([0, 1, 1, 2])):
        process.join(dice.uniform(0, LATEST))
        if process.is_alive() and process.pid is not None:
            os.kill(process.pid, signal.SIGKILL)


def _count(pair: list[multiprocessing.process.BaseProcess], folder: Path, result: Result) -> bool:
    """Count how both ended; whether one of them has finished the output."""
    worked = 0
    for side, process in enumerate(pair):
        result.kills += process.exitcode == -signal.SIGKILL
        if process.exitcode == REFUSED:
            said = (folder / f"said{side}").read_text(encoding="utf-8")
            if "exists and is whole" in said:  # the other had finished meanwhile
                worked += 1
                continue
            assert "another run is at work there" in said, said
            result.refused += 1
            result.unnamed += "(process " not in said
        worked += process.exitcode == WORKED
    return worked > 0


def _compare(found: dict[str, bytes], wanted: dict[str, bytes], out: Path, result: Result) -> None:
    for path, data in wanted.items():
        rows, there = data.splitlines(), found.get(path, b"").splitlines()
        result.lost += len(set(rows) ^ set(there)) + abs(len(there) - len(set(there)))
        if found.get(path) != data:
            result.broken.append(f"{out}: {path}")
    # a run that is killed after its work leaves its signature in the lock; the next one overwrites it
    more = [path for path in found.keys() - wanted.keys() if not path.startswith("run.lock")]
    result.broken += [f"{out}: {path} too many" for path in more]


def main() -> None:
    """Print what was seen."""
    os.environ["MTQA_QE"] = "off"
    from tests.corpus.test_run import content, request, write_news

    number = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        news = write_news(folder / "news.jsonl", 400)
        begun = time.monotonic()
        for name in ("out.jsonl", "scored"):
            run(request(news, folder / "peace" / name))
            wanted = content(folder / "peace" / name)
            seen = compete(lambda out: request(news, out, resume=True), wanted, content,
                           folder / name, number // 2, seed, name)  # fmt: skip
            print(name, seen, f"{time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
