"""``python -m mtqa.workshop.benches.checks``: mtqa's speed and quality beside LanguageTool's.

Speed is measured on one core. The sentences are human-written news from ``MTQA_DATA`` where it
is at hand; otherwise those of the shipped articles, each made new by changing its figures, because
LanguageTool answers repeated sentences from a cache. The two take turns, block by block, so that a
machine that slows down slows both.

The bitext is English news with a machine's Romanian: the last 1,000 segments of newstest2016 from
``MTQA_DATA``, after two thousand others that fill the caches; otherwise the segments of the shipped
articles with other figures.

Recall and precision are those on the errors of real translations that no rule was made for: the
part ``dev`` of ``ro-mqm``, in the folder ``gold`` beside ``MTQA_DATA``. They are left out where it
is not at hand.
"""

from __future__ import annotations

import os
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Generic, TypeVar

from mtqa.config import RULES_ALONE
from mtqa.workshop.development import ROOT, data_folder

if TYPE_CHECKING:
    from mtqa.evaluation.spans import SpanResult

SPECIMEN = ROOT / "seeds" / "moscova-coreea-de-nord.ro.txt"
SENTENCES = 2_000
BLOCKS = 8
SEGMENTS = 1_000
Item = TypeVar("Item")
#: A source and its translation.
Segment = tuple[str, str]

#: The gold that figures come from and nothing else, from the folder above the data.
_GOLD = Path("gold", "ro-mqm", "dev")
_FIGURE = re.compile(r"\d+")
#: A bitext in English and the Romanian of one system: what warms up, and what is timed.
_WARM_UP = (("flores-dev", "flores-test"), "opusmt")
_TIMED = (("newstest2016-tail",), "opusmt")
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
    for name, figure in (*_start_up(), *_throughput(), *_bitext(), *_accuracy()):
        table.add_row(name, Text(figure))
    Console(width=None if sys.stdout.isatty() else 100, highlight=False).print(table)


def _start_up() -> Iterator[tuple[str, str]]:
    """Wall time and memory of whole processes: the help text and the specimen, cold."""
    runs: list[tuple[str, list[str]]] = [("mtqa --help", ["--help"])]
    if SPECIMEN.is_file():
        words = ["check", str(SPECIMEN), "--qe", "off"]
        runs.append(("mtqa check, the specimen, cold start", words))
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

    checker = Checker(RULES_ALONE)
    texts = sentences()
    blocks = [texts[i::BLOCKS] for i in range(BLOCKS)]
    # both have loaded their dictionaries before the clock starts: the cold start is measured apart
    warm_up = SPECIMEN.read_text(encoding="utf-8") if SPECIMEN.is_file() else " ".join(texts[:50])
    checker.check(Article("warm-up", warm_up))
    ours = _Clock[str](lambda text: checker.check(Article("s", text)))
    peer = _language_tool(warm_up)
    for block in blocks:
        ours.run(block)
        if peer:
            peer.run(block)
    yield f"mtqa, {len(texts)} sentences, one core", f"{ours.rate:,.0f} sentences/s"
    articles = _Clock[str](lambda text: checker.check(Article("a", text)))
    articles.run(["\n".join(texts[i : i + 20]) for i in range(0, len(texts), 20)])
    yield "mtqa, the same in articles of 20", f"{20 * articles.rate:,.0f} sentences/s"
    if peer:
        yield "LanguageTool (lingotweaker), the same, one core", f"{peer.rate:,.0f} sentences/s"
        yield "mtqa is faster by", f"{ours.rate / peer.rate:.1f} times"
    else:
        yield "LanguageTool", "not installed (pip install mtqa[bench])"


def _bitext(number: int = SEGMENTS) -> Iterator[tuple[str, str]]:
    """Segments per second against an English source, every check on, as ``mtqa score`` runs it."""
    from mtqa import Article, Checker
    from mtqa.common.garbage import collect_rarely

    collect_rarely()
    origin, warm_up, pairs = bitext(number)
    checker = Checker(RULES_ALONE)
    clock = _Clock[Segment](
        lambda pair: checker.check(Article("s", pair[1], pair[0], source_lang="en"))
    )
    for pair in warm_up:
        clock.work(pair)
    clock.run(pairs)
    yield (
        f"bitext, all checks, one core ({len(pairs)} segments of {origin})",
        f"{clock.rate:,.0f} segments/s",
    )


def _accuracy() -> Iterator[tuple[str, str]]:
    """Recall and precision of both on the same gold, with 95 % intervals."""
    from mtqa import Checker
    from mtqa.errors import MissingExtra
    from mtqa.evaluation.gold import read_gold
    from mtqa.evaluation.languagetool import evaluate_languagetool
    from mtqa.evaluation.spans import evaluate_spans

    folder = data_folder().parent / _GOLD
    if not (folder / "gold.jsonl").is_file():
        yield f"errors found in {_GOLD.parent.name}/{_GOLD.name}", f"skipped: no folder {folder}"
        return
    texts = read_gold(folder)
    spans = sum(len(text.spans) for text in texts)
    where = f"{_GOLD.parent.name}/{_GOLD.name} ({spans} errors in {len(texts)} segments)"
    yield from _found(f"mtqa on {where}", evaluate_spans(Checker(RULES_ALONE), texts))
    try:
        yield from _found("LanguageTool on the same", evaluate_languagetool(texts))
    except MissingExtra as problem:
        yield "LanguageTool on the same", str(problem)


def _found(name: str, result: SpanResult) -> Iterator[tuple[str, str]]:
    """Recall and precision: ``0.082 [0.06, 0.11]``; a dash for what is undefined."""
    from mtqa.evaluation.intervals import intervals
    from mtqa.evaluation.spans import ALL

    figures = intervals(result.each).get(ALL, {})
    for figure in ("recall", "precision"):
        each = figures.get(figure)
        shown = f"{each.value:.3f} [{each.low:.2f}, {each.high:.2f}]" if each else "–"
        yield f"{name}: {figure}", shown


class _Clock(Generic[Item]):
    """Times one function over texts; the rate is that of all runs together."""

    def __init__(self, work: Callable[[Item], object]) -> None:
        self.work, self.count, self.seconds = work, 0, 0.0

    def run(self, texts: Sequence[Item]) -> None:
        start = time.perf_counter()
        for text in texts:
            self.work(text)
        self.seconds += time.perf_counter() - start
        self.count += len(texts)

    @property
    def rate(self) -> float:
        return self.count / self.seconds


def _language_tool(warm_up: str) -> _Clock[str] | None:
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
    from mtqa.languages.ro.sentences import split

    texts = [path.read_text(encoding="utf-8") for path in sorted(ROOT.glob("corpora/**/*.ro.txt"))]
    shipped = [text[start:end] for text in texts for start, end in split(text)]
    if not shipped:
        raise SystemExit("no sentences; set MTQA_DATA or run it in a checkout")
    chance = random.Random(1)
    return [
        _FIGURE.sub(lambda _: str(chance.randrange(10, 99)), f"{shipped[i % len(shipped)]} {i}.")
        for i in range(number)
    ]


def bitext(number: int = SEGMENTS) -> tuple[str, list[Segment], list[Segment]]:
    """Where the segments come from, those to warm up with, and those to time: at most `number`,
    each a pair of an English source and its Romanian translation.

    Raises:
        SystemExit: there are none.
    """
    warm_up, timed = _listed(*_WARM_UP), _listed(*_TIMED)
    if timed:
        return f"{_TIMED[0][0]} by {_TIMED[1]}", warm_up, timed[:number]
    shipped = list(_shipped_pairs())
    if not shipped:
        raise SystemExit("no bitext; set MTQA_DATA or run it in a checkout")
    chance = random.Random(1)
    varied = [_varied(shipped[i % len(shipped)], chance, i) for i in range(number)]
    return "the shipped articles, their figures changed", shipped, varied


def _listed(names: Sequence[str], system: str) -> list[Segment]:
    """The segments of bitexts of the development data; none where they are not at hand."""
    found: list[Segment] = []
    for name in names:
        path = data_folder() / "mt-en-ro" / name
        sides = path.with_name(f"{name}.en"), path.with_name(f"{name}.{system}.ro")
        if all(side.is_file() for side in sides):
            found += zip(*map(_lines, sides), strict=True)
    return found


def _shipped_pairs() -> Iterator[Segment]:
    """The sentences of the shipped English articles that stand for one sentence each."""
    for gold in sorted(ROOT.glob("corpora/**/*.align.tsv")):
        stem = gold.name.partition(".")[0]
        if not gold.with_name(f"{stem}.en.txt").is_file():
            continue
        source, target = (_lines(gold.with_name(f"{stem}.{s}.sents.txt")) for s in ("src", "tgt"))
        for row in _lines(gold):
            one, _, other = row.partition("\t")
            if one.isdecimal() and other.isdecimal():
                yield source[int(one)], target[int(other)]


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def _varied(pair: Segment, chance: random.Random, number: int) -> Segment:
    """The segment with other figures, the same ones on both sides, and its number at the end."""
    figures: dict[str, str] = {}

    def other(match: re.Match[str]) -> str:
        return figures.setdefault(match.group(), str(chance.randrange(10, 99)))

    source, target = (_FIGURE.sub(other, text) for text in pair)
    return f"{source} {number}.", f"{target} {number}."


if __name__ == "__main__":
    main()
