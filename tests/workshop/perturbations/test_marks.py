"""The benchmark of quotations and mark-up."""

from __future__ import annotations

from pathlib import Path

from mtqa.checks.registry import select
from mtqa.workshop.perturbations.bitext import Pair, read_pairs
from mtqa.workshop.perturbations.marks import QUOTATIONS, WAYS, measure_recall

PAIR = Pair(
    "a",
    (
        "Storm",
        '"We will never accept this bad deal," said Merkel after meeting Macron.',
        "Nothing else was said.",
    ),
    (
        "Furtună",
        "„Nu vom accepta niciodată acest acord prost”, a declarat Merkel după întâlnirea cu Macron.",
        "Nu s-a mai spus nimic.",
    ),
    "en",
)


def test_every_corruption_of_an_article_is_found() -> None:
    results = measure_recall([PAIR], select(["quotes", "markup"]))
    assert list(results) == list(WAYS)
    for way, result in results.items():
        lines = 1 if way in QUOTATIONS else 3
        assert result.made == (0 if way == "tag-lost" else lines)
        assert result.found == result.made, (way, result.missed)


def test_corruptions_of_news_are_found(data: Path) -> None:
    pairs = read_pairs(data / "ntrex", "eng")[:6]
    results = measure_recall(pairs, select(["quotes", "markup"]))
    marks = [results[way] for way in WAYS if way not in QUOTATIONS]
    assert sum(r.found for r in marks) > 0.99 * sum(r.made for r in marks)
    quoted = [results[way] for way in QUOTATIONS[:4]]
    assert sum(r.found for r in quoted) > 0.9 * sum(r.made for r in quoted) > 0
