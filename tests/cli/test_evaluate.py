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


def folder(tmp_path: Path) -> Path:
    """Four annotated segments with scores and corrections, as ro-mqm has them."""
    segments = [
        {"id": "s1", "source": "He saw Ion.", "target": "El îl vede pe pe Ion.", "score": 60},
        {"id": "s2", "source": "Yes.", "target": "Da.", "score": 100},
        {"id": "s3", "source": "She slept.", "target": "Ea a dormit de de ieri.", "score": 50},
        {"id": "s4", "source": "No.", "target": "Nu, , nu.", "score": 80},
    ]
    gold = [
        {"id": "s1", "start": 11, "end": 16, "text": "pe pe", "category": "addition",
         "severity": "major", "suggestion": "pe"},
        {"id": "s3", "start": 12, "end": 17, "text": "de de", "category": "addition",
         "severity": "minor", "suggestion": "chiar de"},
    ]  # fmt: skip
    for name, records in (("segments", segments), ("gold", gold)):
        lines = "\n".join(json.dumps(record) for record in records)
        (tmp_path / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_a_folder_of_segments_with_scores_and_corrections(tmp_path: Path) -> None:
    result = figures(folder(tmp_path), "--select", "addition.doubled-word")
    assert (result["texts"], result["total"]["found"]) == (4, 2)
    assert result["total"]["right"] == 1, "one of the two suggestions is what the annotator wrote"
    assert result["major_and_critical"]["gold"] == 1
    low, high = result["intervals"]["all"]["recall"]
    assert 0 <= low <= result["total"]["recall"] <= high <= 1
    quality = result["kendall"]["quality"]
    assert quality["texts"] == 4
    assert quality["value"] > 0, "what has an error scores below what has none"


def test_a_score_that_is_no_number_is_named(tmp_path: Path) -> None:
    segment = {"id": "s1", "target": "Da.", "score": "good"}
    (tmp_path / "segments.jsonl").write_text(json.dumps(segment), encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    done = mtqa("evaluate", "spans", tmp_path)
    assert done.returncode == 2
    assert "segments.jsonl:1: 'good' is no score" in one_line(done)


def test_the_cedilla_is_counted_apart(tmp_path: Path) -> None:
    text = "Guvernul a anunţat azi azi o reformă.\n"
    spans = [
        {"start": 11, "end": 18, "text": "anunţat", "category": "spelling", "severity": "minor"},
        {"start": 19, "end": 26, "text": "azi azi", "category": "addition", "severity": "minor"},
    ]
    chosen = ("--select", "spelling.cedilla", "--select", "addition.doubled-word")
    result = figures(write(tmp_path, spans, text), *chosen)
    assert (result["total"]["gold"], result["total"]["found"]) == (2, 2)
    bare = result["without_cedillas"]
    assert (bare["gold"], bare["found"], bare["issues"]) == (1, 1, 1)


def test_languagetool_on_the_same_texts(tmp_path: Path) -> None:
    pytest.importorskip("lt_py")
    where = folder(tmp_path)
    result = figures(where, "--select", "addition.doubled-word", "--against", "languagetool")
    assert result["languagetool"]["texts"] == 4
    assert result["languagetool"]["total"]["gold"] == result["total"]["gold"]
    shown = mtqa("evaluate", "spans", where, "--against", "languagetool").stdout
    assert "LT recall" in shown


@pytest.mark.parametrize("more", [("--score", "mine"), ("--metric", "length")])
def test_scores_in_parquet(tmp_path: Path, more: tuple[str, ...]) -> None:
    pyarrow = pytest.importorskip("pyarrow", reason="the extra corpus is not installed")
    pytest.importorskip("scipy", reason="the extra metrics is not installed")
    from pyarrow import parquet

    rows = [
        {"target": f"Au venit {n} oameni.", "source": "x" * n, "human": n, "mine": n}
        for n in range(1, 6)
    ]
    parquet.write_table(pyarrow.Table.from_pylist(rows), tmp_path / "scores.parquet")
    done = mtqa("evaluate", "metrics", tmp_path / "scores.parquet", *more, "--qe", "off")
    assert done.returncode == 0, done.stderr
    assert "5 segments" in done.stdout
