"""BLEU, chrF++ and TER are those of the command ``sacrebleu``, to the last digit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mtqa.scorers.protocol import MissingText, Sample
from mtqa.scorers.sacre import NAMES, SacreMetric
from tests.conftest import ROOT

pytest.importorskip("sacrebleu", reason="the extra metrics is not installed")

REFERENCE = [
    "Președintele a declarat marți că va veni la București.",
    "Trump l-a acuzat pe Putin că mută linia frontului.",
    "41.500 de spectatori au văzut meciul.",
    "Da.",
]
TARGET = [
    "Președintele a spus marți că vine la București.",
    "Trump l -a acuzat pe Putin că mută frontul.",
    "41,500 spectatori au văzut meciul de pe stadion.",
    "Nu.",
]


def command(target: Path, reference: Path, *options: str) -> list[dict[str, object]]:
    """What the command prints for the three metrics."""
    words = [sys.executable, "-m", "sacrebleu", str(reference), "-i", str(target), "-m", *NAMES]
    words += ["--chrf-word-order", "2", "-f", "json", "-w", "12", *options]
    done = subprocess.run(
        words, capture_output=True, check=True, env={**os.environ, "PYTHONUTF8": "1"}
    )
    loaded: list[dict[str, object]] = json.loads(done.stdout)
    return loaded


def ours(target: list[str], reference: list[str]) -> list[tuple[float, str]]:
    samples = [Sample(t, None, r) for t, r in zip(target, reference, strict=True)]
    found = [SacreMetric(name).score(samples) for name in NAMES]
    return [(round(scores.corpus, 12), scores.signature) for scores in found]


def test_scores_and_signatures_are_the_command_s(tmp_path: Path) -> None:
    for name, lines in (("target", TARGET), ("reference", REFERENCE)):
        (tmp_path / name).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    printed = command(tmp_path / "target", tmp_path / "reference")
    for row, (score, signature) in zip(printed, ours(TARGET, REFERENCE), strict=True):
        assert row["score"] == score
        assert _parts(str(row["signature"])) == _parts(signature)
        assert 0 < score < 100


def _parts(signature: str) -> set[str]:
    """The command also says that it drew no bootstrap samples."""
    return {part for part in signature.split("|") if not part.startswith(("bs:", "rs:", "seed:"))}


def test_scores_of_the_systems_are_the_command_s() -> None:
    data = Path(os.environ.get("MTQA_DATA", ROOT.parent / "shared" / "data")) / "mt-en-ro"
    if not data.is_dir():
        pytest.skip("needs the development data; set MTQA_DATA to its folder")
    target, reference = data / "newstest2016-tail.nllb.ro", data / "newstest2016-tail.ro"
    texts = [path.read_text(encoding="utf-8").splitlines() for path in (target, reference)]
    printed = [row["score"] for row in command(target, reference)]
    assert printed == [score for score, _ in ours(*texts)]


def test_summed_statistics_give_the_same_score() -> None:
    samples = [Sample(t, None, r) for t, r in zip(TARGET, REFERENCE, strict=True)]
    for name in NAMES:
        metric = SacreMetric(name)
        scores = metric.score(samples)
        sums = [sum(column) for column in zip(*scores.statistics, strict=True)]
        assert metric.from_statistics(sums) == pytest.approx(scores.corpus, abs=1e-9)


def test_a_segment_scores_what_sacrebleu_gives_its_sentence() -> None:
    from sacrebleu.metrics import BLEU, CHRF, TER

    samples = [Sample(t, None, r) for t, r in zip(TARGET, REFERENCE, strict=True)]
    theirs = {"bleu": BLEU(effective_order=True), "chrf": CHRF(word_order=2), "ter": TER()}
    for name, metric in theirs.items():
        expected = [metric.sentence_score(s.target, [s.reference]).score for s in samples]
        assert list(SacreMetric(name).score(samples).segments) == expected


def test_a_perfect_translation() -> None:
    samples = [Sample(line, None, line) for line in REFERENCE]
    best = {name: SacreMetric(name).score(samples).corpus for name in NAMES}
    assert best == pytest.approx({"bleu": 100, "chrf": 100, "ter": 0})


def test_a_missing_reference_is_named_by_its_segment() -> None:
    with pytest.raises(MissingText, match="segment 2 has no reference, which chrf needs"):
        SacreMetric("chrf").score([Sample("Da.", None, "Da."), Sample("Nu.")])


def test_nothing_to_score() -> None:
    assert SacreMetric("bleu").score([]).segments == ()
