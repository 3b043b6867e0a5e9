"""The benchmark measures what it says: segments with their source, new ones, and all checks on."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest

from mtqa.workshop.benches import checks as bench

SYSTEM = "opusmt"


@pytest.fixture
def no_data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("MTQA_DATA", str(tmp_path / "nowhere"))


@pytest.fixture
def data(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "mt-en-ro"
    folder.mkdir()
    monkeypatch.setenv("MTQA_DATA", str(tmp_path))
    for name, source, target in (
        ("flores-dev", "It rained.\n", "A plouat.\n"),
        ("newstest2016-tail", "It rained.\nIt snowed.\n", "A plouat.\nA nins.\n"),
    ):
        (folder / f"{name}.en").write_text(source, encoding="utf-8")
        (folder / f"{name}.{SYSTEM}.ro").write_text(target, encoding="utf-8")
    return folder


def test_the_bitext_is_that_of_the_data_where_it_is_at_hand(data: Path) -> None:
    origin, warm_up, pairs = bench.bitext()
    assert origin == "newstest2016-tail by opusmt"
    assert warm_up == [("It rained.", "A plouat.")]
    assert pairs == [("It rained.", "A plouat."), ("It snowed.", "A nins.")]
    assert bench.bitext(1)[2] == pairs[:1]


def test_sides_of_different_length_are_no_bitext(data: Path) -> None:
    (data / f"newstest2016-tail.{SYSTEM}.ro").write_text("A plouat.\n", encoding="utf-8")
    with pytest.raises(ValueError, match="zip"):
        bench.bitext()


@pytest.mark.usefixtures("no_data")
def test_without_data_the_shipped_articles_are_made_new() -> None:
    origin, warm_up, pairs = bench.bitext(100)
    assert origin == "the shipped articles, their figures changed"
    assert len(pairs) == len(set(pairs)) == 100
    assert 10 < len(warm_up) < 100, "the articles' sentences come round again"
    figures = re.compile(r"\d+")
    for number, pair in enumerate(pairs):
        shipped = warm_up[number % len(warm_up)]
        assert [figures.sub("", f"{side} .") for side in shipped] == [
            figures.sub("", side) for side in pair
        ]


@pytest.mark.usefixtures("no_data")
def test_a_figure_of_both_sides_stays_the_same_on_both() -> None:
    _, warm_up, pairs = bench.bitext(60)
    figures = re.compile(r"\d+")
    shared = 0
    for number, (source, target) in enumerate(pairs):
        before = [set(figures.findall(side)) for side in warm_up[number % len(warm_up)]]
        after = [set(figures.findall(side)) for side in (source, target)]
        if before[0] & before[1]:
            shared += 1
            assert (after[0] & after[1]) - {str(number)}
    assert shared


@pytest.mark.usefixtures("no_data")
def test_without_the_gold_it_says_so_and_goes_on(tmp_path: Path) -> None:
    ((name, figure),) = bench._accuracy()
    assert name == "errors found in ro-mqm/dev"
    assert figure == f"skipped: no folder {tmp_path / 'gold' / 'ro-mqm' / 'dev'}"


@pytest.fixture
def gold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Three segments, of which mtqa finds one error and LanguageTool another."""
    folder = tmp_path / "gold" / "ro-mqm" / "dev"
    folder.mkdir(parents=True)
    monkeypatch.setenv("MTQA_DATA", str(tmp_path / "data"))
    targets = [
        "Trump l -a acuzat pe Putin.",
        "Cartile noi costă 12 lei.",
        "Premierul a demisionat.",
    ]
    segments = [{"id": str(n), "target": target} for n, target in enumerate(targets)]
    error = {"category": "spelling", "severity": "minor"}
    spans = [
        {"id": "0", "start": 6, "end": 10, "text": "l -a", **error},
        {"id": "1", "start": 0, "end": 7, "text": "Cartile", **error},
    ]
    for name, rows in (("segments", segments), ("gold", spans)):
        lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        (folder / f"{name}.jsonl").write_text(lines, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("gold")
def test_recall_and_precision_of_both_stand_beside_the_speeds() -> None:
    pytest.importorskip("lt_py")
    rows = dict(bench._accuracy())
    where = "ro-mqm/dev (2 errors in 3 segments)"
    assert list(rows) == [
        f"mtqa on {where}: recall",
        f"mtqa on {where}: precision",
        "LanguageTool on the same: recall",
        "LanguageTool on the same: precision",
    ]
    assert all(re.fullmatch(r"\d\.\d{3} \[\d\.\d\d, \d\.\d\d\]", row) for row in rows.values())


@pytest.mark.usefixtures("gold")
def test_without_languagetool_mtqa_is_measured_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lt_py", None)
    *ours, (_, other) = bench._accuracy()
    assert len(ours) == 2
    assert "lingotweaker is not installed" in other


@pytest.mark.usefixtures("no_data")
def test_the_line_says_what_was_measured() -> None:
    ((name, figure),) = bench._bitext(5)
    assert name.startswith("bitext, all checks, one core (5 segments of the shipped articles")
    assert re.fullmatch(r"[\d,]+ segments/s", figure)
