"""``python -m mtqa.workshop.benches.comet``: what COMET costs beside mtqa's checks, on one CPU.

The model has the size of wmt22-cometkiwi-da (565 million parameters) and random weights: its cost
is that of the real one, its scores mean nothing and are not shown. Both see the same segments,
those of the article pairs in ``corpora/articles``, each in a process of its own on one thread.
Needs the extra ``comet`` and 3 GB of disk.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from mtqa.scorers.protocol import Sample
from mtqa.workshop.development import ROOT

_ARTICLES = ROOT / "corpora" / "articles"
#: Each is timed this often; the median counts.
_TIMES = 3
_MODEL = ROOT / "models" / "mtqa-qe-ro" / "mtqa_qe_ro"


def segments() -> list[Sample]:
    """The aligned segments of the article pairs that are shipped."""
    from mtqa.config import Align, Config, Metrics
    from mtqa.pipeline import Checker
    from mtqa.readers import read_article
    from mtqa.scorers.article import segment_samples

    checker = Checker(Config(align=Align(encoder="lexical"), metrics=Metrics(qe="off")), force=True)
    found: list[Sample] = []
    for source in sorted(_ARTICLES.glob("*.??.txt")):
        name, language, _ = source.name.split(".")
        if language == "ro":
            continue
        article = read_article(source.with_name(f"{name}.ro.txt"), source, source_lang=language)
        found += segment_samples(article, checker.prepare(article).segments)
    return found


def measured(what: str, model: str) -> dict[str, Any]:
    """Speed and memory of one of ``mtqa``, ``qe`` and ``comet`` in this process."""
    from mtqa.config import Config, Metrics
    from mtqa.scorers.registry import by_name

    samples = segments()
    begun = time.perf_counter()
    names = {"mtqa": "mtqa", "qe": "qe", "comet": f"comet:{model}"}
    # the rules alone, or the model alone
    metric = by_name(names[what], Config(metrics=Metrics(qe=model if what == "qe" else "off")))
    metric.score(samples[:1])  # lists and weights are loaded with the first
    loaded = time.perf_counter() - begun
    times = []
    for _ in range(_TIMES):
        begun = time.process_time()
        metric.score(samples)
        times.append(time.process_time() - begun)
    return {
        "segments": len(samples),
        "load": loaded,
        "per second": len(samples) / sorted(times)[_TIMES // 2],
        "peak MB": _peak_megabytes(),
    }


def _peak_megabytes() -> float:
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def make_large(folder: Path) -> Path:
    """A model of CometKiwi's size; its tokenizer is trained on the very segments, so that it cuts
    words about as little as XLM-R's."""
    from mtqa.workshop.random_comet import LARGE, make_encoder, make_model

    texts = [text for s in segments() for text in (s.target, s.source or "")]
    encoder = make_encoder(folder / "encoder", texts, pieces=20_000, shape=LARGE)
    return make_model(
        folder / "cometkiwi-size",
        encoder,
        "unified_metric",
        input_segments=["mt", "src"],
        hidden_sizes=[3072, 1024],
    )


def _run(*arguments: str) -> dict[str, Any]:
    """A measurement in a process of its own, on one thread."""
    one_thread = {"OMP_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "HF_HUB_OFFLINE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "mtqa.workshop.benches.comet", *arguments],
        env={**os.environ, **one_thread},
        stdout=subprocess.PIPE,
        check=True,
    )
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}
    return found


def main(arguments: list[str]) -> None:
    """Measure both and print the table; with arguments, one of them."""
    if arguments and arguments[0] == "make":
        make_large(Path(arguments[1]))
        return
    if arguments:
        print(json.dumps(measured(*arguments)))
        return
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    with tempfile.TemporaryDirectory() as folder:
        _run("make", folder)
        results = {
            "mtqa, all checks": _run("mtqa", ""),
            "mtqa-qe-ro, 22 M parameters in 8 bit": _run("qe", str(_MODEL)),
            "COMET, 565 M parameters": _run("comet", f"{folder}/cometkiwi-size"),
        }
    titles = ("one CPU thread", "segments", "segments/s", "to the first score", "peak memory")
    rows = [
        (name, str(r["segments"]), f"{r['per second']:.1f}", f"{r['load']:.1f} s",
         f"{r['peak MB']:,.0f} MB")
        for name, r in results.items()
    ]  # fmt: skip
    Console(width=None if sys.stdout.isatty() else 120).print(columns_table(*titles, rows=rows))


if __name__ == "__main__":
    main(sys.argv[1:])
