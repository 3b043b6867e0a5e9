"""``python -m mtqa.bench``: how fast mtqa is, side by side with LanguageTool, in one run.

Everything is measured on one core. The sentences are human-written news from ``MTQA_DATA`` where it
is at hand; otherwise those of the shipped articles, each made new by changing its figures, because
LanguageTool answers repeated sentences from a cache. The two take turns, block by block, so that a
machine that slows down slows both.
"""

from __future__ import annotations

import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

from mtqa.config import Config, Metrics
from mtqa.development import ROOT, data_folder

SPECIMEN = ROOT / "seeds" / "moscova-coreea-de-nord.ro.txt"
SENTENCES = 2_000
BLOCKS = 8
_FIGURE = re.compile(r"\d+")
_NEWS = ("ntrex/ron.txt", "mt-en-ro/flores-dev.ro", "mt-en-ro/flores-test.ro")


def main() -> None:
    """Print the figures as a table."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    table = Table("measure", "figure", box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False)
    table.columns[1].justify = "right"
    for name, figure in (*_start_up(), *_throughput()):
        table.add_row(name, Text(figure))
    Console(width=None if sys.stdout.isatty() else 100, highlight=False).print(table)


def _start_up() -> Iterator[tuple[str, str]]:
    """Wall time and memory of whole processes: the help text and the specimen, cold."""
    runs: list[tuple[str, list[str]]] = [("mtqa --help", ["--help"])]
    if SPECIMEN.is_file():
        runs.append(("mtqa check, the specimen, cold start", ["check", str(SPECIMEN)]))
    for name, words in runs:
        seconds = median(_run(words)[0] for _ in range(5))
        memory = max(_run(words)[1] for _ in range(2))
        yield name, f"{seconds:.2f} s, {memory:.0f} MB"


def _run(words: list[str]) -> tuple[float, float]:
    """Wall seconds of one process, and the largest resident memory of any so far in MB."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "mtqa", *words], capture_output=True, check=False)
    elapsed = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return elapsed, peak / (1024 if sys.platform != "darwin" else 1024 * 1024)


def _throughput() -> Iterator[tuple[str, str]]:
    """Sentences per second of mtqa and LanguageTool over the same sentences, block by block."""
    from mtqa import Article, Checker

    checker = Checker(Config(metrics=Metrics(qe="off")))
    texts = sentences()
    blocks = [texts[i::BLOCKS] for i in range(BLOCKS)]
    # both have loaded their dictionaries before the clock starts: the cold start is measured apart
    warm_up = SPECIMEN.read_text(encoding="utf-8") if SPECIMEN.is_file() else " ".join(texts[:50])
    checker.check(Article("warm-up", warm_up))
    ours = _Clock(lambda text: checker.check(Article("s", text)))
    peer = _language_tool(warm_up)
    for block in blocks:
        ours.run(block)
        if peer:
            peer.run(block)
    yield f"mtqa, {len(texts)} sentences, one core", f"{ours.rate:,.0f} sentences/s"
    articles = _Clock(lambda text: checker.check(Article("a", text)))
    articles.run(["\n".join(texts[i : i + 20]) for i in range(0, len(texts), 20)])
    yield "mtqa, the same in articles of 20", f"{20 * articles.rate:,.0f} sentences/s"
    if peer:
        yield "LanguageTool (lingotweaker), the same, one core", f"{peer.rate:,.0f} sentences/s"
        yield "mtqa is faster by", f"{ours.rate / peer.rate:.1f} times"
    else:
        yield "LanguageTool", "not installed (pip install mtqa[bench])"


class _Clock:
    """Times one function over texts; the rate is that of all runs together."""

    def __init__(self, work: Callable[[str], object]) -> None:
        self.work, self.count, self.seconds = work, 0, 0.0

    def run(self, texts: list[str]) -> None:
        start = time.perf_counter()
        for text in texts:
            self.work(text)
        self.seconds += time.perf_counter() - start
        self.count += len(texts)

    @property
    def rate(self) -> float:
        return self.count / self.seconds


def _language_tool(warm_up: str) -> _Clock | None:
    try:
        import lt_py
    except ImportError:
        return None
    engine = lt_py.Engine("ro-RO")
    engine.check(warm_up)
    return _Clock(engine.check)


def sentences(number: int = SENTENCES) -> list[str]:
    """That many different sentences of human-written Romanian news."""
    data = data_folder()
    found = [
        line
        for name in _NEWS
        if (data / name).is_file()
        for line in (data / name).read_text(encoding="utf-8").splitlines()
        if line
    ]
    if len(found) >= number:
        return random.Random(1).sample(found, number)
    from mtqa.romanian.sentences import split

    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("corpora/**/*.ro.txt"))]
    shipped = [text[start:end] for text in texts for start, end in split(text)]
    if not shipped:
        raise SystemExit("mtqa.bench: no sentences; set MTQA_DATA or run it in a checkout")
    chance = random.Random(1)
    return [
        _FIGURE.sub(lambda _: str(chance.randrange(10, 99)), f"{shipped[i % len(shipped)]} {i}.")
        for i in range(number)
    ]


if __name__ == "__main__":
    main()
