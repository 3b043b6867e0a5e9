"""``python -m mtqa.workshop.benches.corpus``: throughput, memory and resuming of ``mtqa score``.

The segments are made from human-written news (``MTQA_DATA`` where it is at hand, else the shipped
articles), their figures changed so that each is new. Every measurement is a process of its own.
Memory is that of the largest process; it is measured with one quick check, since only the streaming
is in question, at sizes that the full set of checks would take hours for.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from mtqa.workshop.benches.checks import sentences

_FIGURE = re.compile(r"\d+")
_QUICK = ("--select", "spacing.hyphen")


def write_corpus(path: Path, size: int, seed: int = 1) -> None:
    """That many different segments as JSON Lines."""
    chance = random.Random(seed)
    texts = sentences(2_000)
    with path.open("w", encoding="utf-8") as file:
        for number in range(size):
            text = _FIGURE.sub(lambda _: str(chance.randrange(10, 99)), texts[number % len(texts)])
            record = {"id": str(number), "target": f"{text} {number}"}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


def main(words: list[str] | None = None) -> None:
    """Print the figures as a table."""
    os.environ["MTQA_QE"] = "off"  # the rules; the model has a benchmark of its own
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    parser = argparse.ArgumentParser(
        prog="python -m mtqa.workshop.benches.corpus", description=__doc__
    )
    parser.add_argument("--segments", type=int, default=10_000, help="for throughput")
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000, 1_000_000],
                        help="for memory")  # fmt: skip
    parser.add_argument("--ray", action="store_true", help="measure Ray beside the local engine")
    options = parser.parse_args(words)
    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    with TemporaryDirectory() as folder:
        rows = [*_throughput(Path(folder), options.segments, ray=options.ray)]
        rows += _memory(Path(folder), options.sizes)
        console.print(columns_table("measure", "seconds", "segments/s", "MB", rows=rows))


def _throughput(folder: Path, size: int, *, ray: bool) -> Iterator[tuple[str, ...]]:
    """All checks, one job and two; then the same run found finished; then Ray."""
    corpus = folder / "corpus.jsonl"
    write_corpus(corpus, size)
    # the start of Python and the lexicons is the same for any size: taken off
    small = folder / "small.jsonl"
    write_corpus(small, 1)
    start = _seconds(small, folder / "small")[0]
    one = 0.0
    for jobs in (1, 2):
        out = folder / f"jobs{jobs}"
        seconds, memory = _seconds(corpus, out, "--jobs", str(jobs))
        rate = size / (seconds - start)
        one = one or rate
        note = f", efficiency {rate / one / jobs:.2f}" if jobs > 1 else ""
        yield f"{jobs} job{'s' * (jobs > 1)}{note}", f"{seconds:.1f}", f"{rate:,.0f}", memory
    seconds, memory = _seconds(corpus, folder / "jobs1", "--resume")
    yield "resumed when all was finished", f"{seconds:.1f}", f"{size / seconds:,.0f}", memory
    if ray:
        seconds, memory = _seconds(corpus, folder / "ray", "--jobs", "2", "--engine", "ray")
        yield "Ray, 2 actors, start included", f"{seconds:.1f}", f"{size / seconds:,.0f}", memory


def _memory(folder: Path, sizes: list[int]) -> Iterator[tuple[str, ...]]:
    for size in sizes:
        corpus = folder / "corpus.jsonl"
        write_corpus(corpus, size)
        out = folder / "memory"
        seconds, memory = _seconds(corpus, out, *_QUICK)
        yield (
            f"{size:,} segments, one quick check",
            f"{seconds:.1f}",
            f"{size / seconds:,.0f}",
            memory,
        )
        shutil.rmtree(out)


def _seconds(corpus: Path, out: Path, *words: str) -> tuple[float, str]:
    """Wall seconds of a run, and the resident memory of its process in MB."""
    run = [sys.executable, "-c", _SCRIPT, str(corpus), "--out", str(out), "--quiet", *words]
    start = time.perf_counter()
    done = subprocess.run(run, capture_output=True, text=True, check=False)
    seconds = time.perf_counter() - start
    if done.returncode:
        raise SystemExit(f"mtqa.workshop.benches.corpus: {done.stderr.strip()}")
    return seconds, done.stdout.splitlines()[-1]


#: Runs ``mtqa score`` and prints the largest resident memory of the process, or of a child.
_SCRIPT = """
import resource, sys
from mtqa.cli import cli
cli.main(["score", *sys.argv[1:]], standalone_mode=False)
each = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
print(f"{max(resource.getrusage(who).ru_maxrss for who in each) / 1024:.0f}")
"""


if __name__ == "__main__":
    main()
