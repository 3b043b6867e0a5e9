"""The report that the desk opens: what it accepts, and what it says of the rest."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from mtqa import Article, Checker
from mtqa.errors import InputError
from mtqa.report.formats import Run, renderer
from mtqa.review.records import Incoming, read_report
from tests.review.desk import kluivert, written


def problems(path: Path) -> list[str]:
    return [str(item) for item in read_report(path) if isinstance(item, InputError)]


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_what_mtqa_check_writes_is_read(tmp_path: Path, checker: Checker, form: str) -> None:
    text = "Trump l -a acuzat pe Putin.\r\nUn gol 😀 de l -a marcat.\n"
    (tmp_path / "a.ro.txt").write_bytes(text.encode())
    report = checker.check(Article("a", text, meta={"target_path": "a.ro.txt"}))
    path = tmp_path / f"report.{form}"
    content = renderer(form)([report], Run(checker.signature, checker.config))
    assert isinstance(content, str)
    path.write_text(content, encoding="utf-8")
    (item,) = read_report(path)
    assert isinstance(item, Incoming)
    assert item.target == text
    assert [issue.text for issue in item.record.issues] == [i.text for i in report.issues]
    if form == "jsonl":  # its lines stand alone: text and both languages
        assert item.record.target == text
        assert item.record.issues[0].message_ro != item.record.issues[0].message


def bare(**changes: Any) -> dict[str, Any]:
    """A record that only names its text, as ``--format json`` writes it."""
    record = {**kluivert(), **changes}
    del record["target"], record["source"]
    return record


def test_texts_are_looked_for_from_the_report_s_folder(tmp_path: Path) -> None:
    (tmp_path / "sport").mkdir()
    (tmp_path / "sport" / "kluivert.ro.txt").write_text(kluivert()["target"], encoding="utf-8")
    (item,) = read_report(written(tmp_path / "r.jsonl", [bare()]))
    assert isinstance(item, Incoming)
    assert item.target == kluivert()["target"]


def test_a_refused_article_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    moved = kluivert("mutat")
    moved["issues"][1]["start"] += 1
    moved["issues"][1]["end"] += 1
    outside = kluivert("afara")
    outside["segments"][0]["target"] = [[0, 999]]
    path = written(tmp_path / "r.jsonl", [kluivert(), moved, bare(id="fără text"), outside])
    with path.open("a", encoding="utf-8") as file:
        file.write('{"id": "x"}\nnu e JSON\n\n')
    items = list(read_report(path))
    assert isinstance(items[0], Incoming)
    found = problems(path)
    assert [message.partition(": ")[0] for message in found] == [f"{path}:{n}" for n in range(2, 7)]
    assert "'Vincent Compania' at 48-64, but the text there reads 'incent Compania '" in found[0]
    assert "'sport/kluivert.ro.txt' of 'fără text' is not there" in found[1]
    assert "lies outside the text" in found[2]
    assert "missing required field issues" in found[3]
    assert "not JSON" in found[4]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", "empty"),
        ("{\n", "no report"),
        ('{"articles": 3}', "no report"),
        ('[{"id": 1}]', "no article report"),
    ],
)
def test_what_is_no_report_is_said_in_one_line(tmp_path: Path, content: str, expected: str) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(content, encoding="utf-8")
    try:
        found = problems(path)
    except InputError as problem:
        found = [str(problem)]
    (line,) = found
    assert expected in line
    assert line.count("\n") == 0 and ";" in line  # what is wrong; what to do


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "nu-este.jsonl"):
        with pytest.raises(InputError, match=r"name the report|check the path"):
            list(read_report(path))


def test_offsets_are_code_points_beyond_the_basic_plane(tmp_path: Path) -> None:
    record = {**kluivert(), "target": "😀😀 l -a", "source": None, "segments": []}
    record["issues"] = [{**record["issues"][0], "start": 3, "end": 7}]
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps(record), encoding="utf-8")  # escaped surrogate pairs
    (item,) = read_report(path)
    assert isinstance(item, Incoming)
