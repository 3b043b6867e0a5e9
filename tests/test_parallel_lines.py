"""Line n of one file belongs to line n of the other, whatever stands in the lines."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, mtqa

__all__ = ["mtqa"]
RO = (
    "Guvernul a aprobat bugetul.",
    "",
    "Trump l -a\u2028acuzat pe Putin.",
    "Premierul a plecat\x85ieri la\x0cMadrid,\x0bîn Spania.",
    " ",
    "Ultima\u2029propoziție a textului.",
)
EN = (
    "The government approved\u2029the budget.",
    "",
    "Trump accused Putin.",
    "The premier left\x0byesterday for Madrid,\x85Spain.",
    "",
    "The last sentence\u2028of the text.",
)


@pytest.fixture(autouse=True)
def files(tmp_path: Path) -> None:
    for name, lines in (("a.ro", RO), ("a.en", EN), ("a.ro.txt", RO), ("a.en.txt", EN)):
        (tmp_path / name).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="")
    (tmp_path / "documents").write_text("u\nu\nu\nd\nd\nd\n", encoding="utf-8")
    (tmp_path / "mtqa.toml").write_text(
        '[align]\nencoder = "lexical"\n[metrics]\nqe = "off"\n', encoding="utf-8"
    )


def test_check_aligned(mtqa: Command) -> None:
    done = mtqa("check", "a.ro.txt", "--source", "a.en.txt", "--aligned", "--format", "json")
    assert done.code < 2, done.err
    (article,) = json.loads(done.out)["articles"]
    shape = [(len(s["source"]), len(s["target"])) for s in article["segments"]]
    assert shape == [(1, 1), (0, 0), (1, 1), (1, 1), (0, 0), (1, 1)]
    assert "l -a" in [issue["text"] for issue in article["issues"]]


@pytest.mark.parametrize("form", ["html", "markdown", "sarif", "csv", "console"])
def test_empty_segments_in_reports(mtqa: Command, form: str) -> None:
    words = ("check", "a.ro.txt", "--source", "a.en.txt", "--aligned", "--format", form)
    assert mtqa(*words).code < 2


def test_score(mtqa: Command, tmp_path: Path) -> None:
    words = ("--source-lang", "en", "-q")
    assert mtqa("score", "a.ro", "--source", "a.en", "--out", "o.jsonl", *words).code == 0
    rows = [json.loads(line) for line in (tmp_path / "o.jsonl").open(encoding="utf-8")]
    assert [row["id"] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert [len(row["segments"]) for row in rows] == [1, 0, 1, 1, 0, 1]
    assert rows[2]["segments"][0]["target"] == [[0, len(RO[2])]]
    assert not (tmp_path / "o.rejected.jsonl").exists()
    assert mtqa("score", "a.ro", "--out", "p.jsonl", "-q").code == 0
    assert len((tmp_path / "p.jsonl").read_text("utf-8").splitlines()) == 6


def test_a_line_that_is_blank_on_one_side_is_rejected(mtqa: Command, tmp_path: Path) -> None:
    lines = [*EN[:1], "Something was said.", *EN[2:]]
    (tmp_path / "a.en").write_text("\n".join(lines) + "\n", encoding="utf-8")
    words = ("--max-rejected", "1", "-q")
    assert mtqa("score", "a.ro", "--source", "a.en", "--out", "o.jsonl", *words).code == 0
    (reject,) = map(json.loads, (tmp_path / "o.rejected.jsonl").open(encoding="utf-8"))
    assert (reject["id"], reject["reason"]) == ("2", "field 'target' is empty")


def test_evaluate_system(mtqa: Command) -> None:
    sides = ("--source", "a.en", "--reference", "a.ro", "--documents", "documents")
    done = mtqa("evaluate", "system", "x=a.ro", "y=a.ro", *sides, "--format", "json")
    assert done.code == 0, done.err
    first, second = json.loads(done.out)
    assert first["scores"]["bleu"] == pytest.approx(100)
    assert first["scores"] == second["scores"]


def test_evaluate_words(tmp_path: Path) -> None:
    from mtqa.evaluation.word_tags import read

    (tmp_path / "tags").write_text("OK OK OK OK\n\nOK BAD BAD OK OK OK\n", encoding="utf-8")
    (tmp_path / "ro").write_text("\n".join(RO[:3]) + "\n", encoding="utf-8")
    found = read(tmp_path / "ro", tmp_path / "tags")
    assert [len(segment.words) for segment in found] == [4, 0, 6]
