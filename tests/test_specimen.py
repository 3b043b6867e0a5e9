"""The specimen article: what mtqa was made for."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from mtqa import Article, ArticleReport, Checker
from mtqa.evaluation.gold import read_gold
from mtqa.evaluation.spans import evaluate_spans
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def table(checker: Checker, specimen: str) -> ArticleReport:
    return checker.check(Article("specimen", specimen))


def test_the_blunders_are_found(table: ArticleReport) -> None:
    by_text = {issue.text: issue for issue in table.issues}
    name = by_text["Choe, fiul Hui"]
    assert (name.category, name.severity, name.suggestion) == ("name", "critical", "Choe Son Hui")
    assert by_text["Pyongyangs"].category == "name"
    assert by_text["Kommentare (0)"].category == "boilerplate"
    assert by_text["Tass.invitație"].category == "spacing"
    assert by_text["Serviciului Secret"].category == "casing"


def test_the_typography_is_counted(table: ArticleReport) -> None:
    count = Counter(issue.category for issue in table.issues)
    assert count["spacing"] == 9
    assert count["casing"] >= 8
    assert count["addition"] == 1


def test_the_article_fails_the_gate(table: ArticleReport) -> None:
    assert table.verdict == "fail"
    assert 0 < table.quality < 100


def test_the_clean_article_is_silent(checker: Checker) -> None:
    (text,) = read_gold(ROOT / "corpora" / "articles" / "09.gold.jsonl")
    report = checker.check(text.article)
    assert [(issue.check, issue.text) for issue in report.issues] == []
    assert (report.quality, report.verdict) == (100.0, "pass")


def test_precision_and_recall_on_the_specimen(checker: Checker, gold: Path) -> None:
    texts = read_gold(gold / "seed.gold.jsonl", [ROOT / "seeds"])
    result = evaluate_spans(checker, texts)
    assert result.total.precision is not None
    assert result.total.precision >= 0.90
    for category in ("spacing", "casing", "addition", "boilerplate"):
        assert result.categories[category].recall == 1.0, category


MEANING = ("mistranslation", "omission", "grammar")
SURFACE = ("name", "untranslated", "addition", "garbled", "spacing", "casing", "boilerplate")


def test_the_romanian_alone_gives_the_surface_away(checker: Checker, gold: Path) -> None:
    result = evaluate_spans(checker, read_gold(gold / "seed.gold.jsonl", [ROOT / "seeds"]))
    surface = sum(result.categories[name].found for name in SURFACE)
    assert surface >= 25  # of 30
    assert result.total.found - surface >= 1  # of 34: meaning needs the source


def test_what_needs_a_dictionary(table: ArticleReport) -> None:
    found = {issue.text: (issue.category, issue.suggestion) for issue in table.issues}
    assert found["rus-north-coreene"] == ("garbled", "ruso-nord-coreene")
    assert found["Uhraine"] == ("name", "Ucraina")
    assert found["Evident New Tactics"][0] == "untranslated"


def test_machine_translated_segments(checker: Checker, gold: Path) -> None:
    result = evaluate_spans(checker, read_gold(gold / "mt-dev" / "gold.jsonl"), with_source=False)
    assert result.total.precision is not None
    assert result.total.precision >= 0.70


def test_gold_articles(checker: Checker) -> None:
    texts = [
        text
        for name in ("02", "07", "09")
        for text in read_gold(ROOT / "corpora" / "articles" / f"{name}.gold.jsonl")
    ]
    result = evaluate_spans(checker, texts)
    assert result.total.precision is not None
    assert result.total.precision >= 0.90
    assert result.categories["spacing"].recall == 1.0
    assert result.categories["addition"].recall == 1.0
    found = sum(c.found for name, c in result.categories.items() if name not in MEANING)
    spans = sum(c.gold for name, c in result.categories.items() if name not in MEANING)
    assert found >= 0.7 * spans


def test_shipped_gold_is_valid() -> None:
    for path in sorted((ROOT / "corpora" / "articles").glob("*.gold.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            assert set(json.loads(line)) >= {"id", "start", "end", "text", "category", "severity"}
