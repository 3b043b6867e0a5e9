"""``mtqa evaluate spans``: gold formats and figures."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_check import mtqa, one_line
from tests.conftest import ARTICLES

TEXT = "Trump l -a acuzat pe pe Putin. A plecat apoi în țară.\n"
SPANS = [
    {"start": 6, "end": 10, "text": "l -a", "category": "spacing", "severity": "minor"},
    {"start": 18, "end": 23, "text": "pe pe", "category": "addition", "severity": "minor"},
    {"start": 31, "end": 39, "text": "A plecat", "category": "grammar", "severity": "major"},
]


def write(folder: Path, spans: list[dict[str, object]], text: str = TEXT) -> Path:
    (folder / "a.ro.txt").write_text(text, encoding="utf-8")
    path = folder / "a.gold.jsonl"
    path.write_text(
        "".join(json.dumps({"id": "a", **span}) + "\n" for span in spans), encoding="utf-8"
    )
    return path


def figures(*words: str | Path) -> dict[str, dict[str, object]]:
    done = mtqa("evaluate", "spans", *words, "--json")
    assert done.returncode == 0, done.stderr
    loaded: dict[str, dict[str, object]] = json.loads(done.stdout)
    return loaded


def test_recall_precision_and_f1(tmp_path: Path) -> None:
    result = figures(write(tmp_path, SPANS), "--select", "spacing", "--select", "addition")
    total = result["total"]
    assert (total["gold"], total["found"], total["exact"], total["typed"]) == (3, 2, 2, 2)
    assert (total["issues"], total["true"], total["precision"]) == (2, 2, 1.0)
    assert total["recall"] == pytest.approx(2 / 3)
    assert total["f1"] == pytest.approx(0.8)


def test_a_false_issue_costs_precision(tmp_path: Path) -> None:
    result = figures(write(tmp_path, SPANS[:1]), "--select", "spacing", "--select", "addition")
    assert result["total"]["precision"] == 0.5
    listed = mtqa(
        "evaluate", "spans", tmp_path / "a.gold.jsonl", "--errors", "--select", "addition"
    ).stdout
    assert "false   a 18-23 addition.doubled-word: pe pe" in listed
    assert "missed  a 6-10 spacing: l -a" in listed


def test_articles_and_clean_texts() -> None:
    result = figures(*(ARTICLES / f"{name}.gold.jsonl" for name in ("02", "07", "09")))
    assert result["texts"] == 3
    assert result["total"]["gold"] == 29


def test_segments_beside_their_gold(tmp_path: Path) -> None:
    segments = [
        {"id": "s1", "src": "He left.", "mt": "El a a plecat de de aici."},
        {"id": "s2", "mt": "Da."},
    ]
    (tmp_path / "segments.jsonl").write_text("\n".join(map(json.dumps, segments)), encoding="utf-8")
    gold = tmp_path / "gold.jsonl"
    span = {
        "id": "s1",
        "start": 14,
        "end": 19,
        "text": "de de",
        "category": "addition",
        "severity": "minor",
    }
    gold.write_text(json.dumps(span), encoding="utf-8")
    result = figures(gold, "--select", "addition")
    assert (result["texts"], result["total"]["found"]) == (2, 1)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"start": 7}, "is not 'l -a'"),
        ({"category": "speling"}, "unknown category"),
        ({"start": "x"}, "no gold span"),
    ],
)
def test_broken_gold(tmp_path: Path, change: dict[str, object], said: str) -> None:
    path = write(tmp_path, [{**SPANS[0], **change}])
    assert said in one_line(mtqa("evaluate", "spans", path))


def test_gold_that_is_no_json(tmp_path: Path) -> None:
    path = write(tmp_path, SPANS)
    path.write_text("{\n", encoding="utf-8")
    assert f"{path}:1: not JSON" in one_line(mtqa("evaluate", "spans", path))


def test_gold_without_its_text(tmp_path: Path) -> None:
    path = write(tmp_path, SPANS)
    (tmp_path / "a.ro.txt").unlink()
    assert "--texts" in one_line(mtqa("evaluate", "spans", path))
