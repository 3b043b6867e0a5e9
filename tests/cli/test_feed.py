"""``mtqa check --feed``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.readers.test_feed import BODY, item, rss

GOOD = "<p>Președintele a plecat marți la Madrid, unde va discuta despre buget cu omologii.</p>"


@pytest.fixture
def feed(tmp_path: Path) -> Path:
    path = tmp_path / "ro.xml"
    marker = "<p>&lt;!-- mtqa: ignore-file spacing, number -- nimic --&gt;</p>"
    items = (item("bun", "Vizită la Madrid", GOOD), item("rău", "Transfer", BODY + marker))
    path.write_text(rss(*items), encoding="utf-8")
    return path


def test_entries_are_articles(mtqa: Command, feed: Path) -> None:
    done = mtqa("check", "--feed", "ro.xml", "--fail-on", "major")
    assert (done.code, done.err) == (1, "")
    assert "PASS  ro.xml#bun" in done.out
    assert "FAIL  ro.xml#rău" in done.out


def test_json_leads_back_to_the_content(mtqa: Command, feed: Path) -> None:
    rows = json.loads(mtqa("check", "--feed", "ro.xml", "--format", "json").out)["articles"]
    row = rows[1]
    assert row["feed"] == {"id": "rău", "link": "https://ziar.ro/rău", "line": 5}
    issues = [issue for issue in row["issues"] if issue["text"] in BODY]
    assert [issue["text"] for issue in issues] == ["l -a", "41,500"]
    for issue in issues:
        raw = issue["raw"]
        assert raw["field"] == "content"
        assert BODY[raw["start"] : raw["end"]] == issue["text"]


def test_annotations_stand_at_the_entry(mtqa: Command, feed: Path) -> None:
    done = mtqa("check", "--feed", "ro.xml", "--format", "github", "--report", "r.sarif")
    assert "::error file=ro.xml,line=5,endLine=5,title=" in done.out
    log = json.loads((feed.parent / "r.sarif").read_text("utf-8"))
    (first, *_) = log["runs"][0]["results"]
    assert first["locations"][0]["logicalLocations"] == [{"name": "rău", "kind": "entry"}]
    assert "fixes" not in first


def test_a_stranger_cannot_silence_an_issue(mtqa: Command, feed: Path) -> None:
    assert "l -a" in mtqa("check", "--feed", "ro.xml").out


def test_standard_input(mtqa: Command, feed: Path) -> None:
    done = mtqa("check", "--feed", "-", stdin=feed.read_text("utf-8"))
    assert "-#bun" in done.out


def test_notes_do_not_fail(mtqa: Command, feed: Path) -> None:
    feed.write_text(
        rss("<item><guid>gol</guid><title>Titlu</title></item>", item("bun", "Titlu", GOOD)),
        encoding="utf-8",
    )
    done = mtqa("check", "--feed", "ro.xml")
    assert done.code == 0
    assert done.err == "mtqa: note: ro.xml:4: entry gol has no content; it is left out\n"


def test_with_the_source_feed(mtqa: Command, feed: Path) -> None:
    english = "<p>The president left for Madrid on Tuesday, where he will discuss the budget.</p>"
    (feed.parent / "en.xml").write_text(
        rss(item("en", "A visit to Madrid", english), language="en"), encoding="utf-8"
    )
    (feed.parent / "mtqa.toml").write_text('[align]\nencoder = "lexical"\n', encoding="utf-8")
    (feed.parent / "p.csv").write_text("target,source\nbun,en\n", encoding="utf-8")
    done = mtqa(
        *("check", "--feed", "ro.xml", "--source-feed", "en.xml", "--pairs", "p.csv"),
        *("--format", "json", "--report", "r.sarif"),
    )
    assert "1 of 2 entries have no partner" in done.err
    (good, _) = json.loads(done.out)["articles"]
    assert good["source_path"] == "en.xml"
    assert any(segment["source"] for segment in good["segments"])


def test_a_baseline_of_a_feed(mtqa: Command, feed: Path) -> None:
    assert "known issues: 3 in 1 article (3 new" in mtqa("baseline", "--feed", "ro.xml").out
    again = ("check", "--feed", "ro.xml", "--baseline", "mtqa-baseline.json", "--fail-on", "minor")
    assert mtqa(*again).code == 0
    # the entry has left the feed
    feed.write_text(rss(item("bun", "Vizită la Madrid", GOOD)), encoding="utf-8")
    assert "no longer there: 3 (ro.xml#rău “" in mtqa(*again).err


def test_an_entry_that_cannot_be_read_is_named_and_the_others_are_checked(
    mtqa: Command, feed: Path
) -> None:
    bad = "<item><guid>x</guid><title>Titlu</b></title></item>"
    feed.write_text(rss(item("bun", "Titlu", GOOD), bad, item("alt", "D&D", GOOD)), "utf-8")
    done = mtqa("check", "--feed", "ro.xml", "--format", "json", "--report", "r.sarif")
    assert done.code == 2
    broken, mended = done.err.splitlines()
    assert broken == (
        "mtqa: ro.xml:5:35: not well-formed XML (mismatched tag); the entry is left out"
    )
    assert mended.startswith("mtqa: note: ro.xml:6:53: not well-formed XML")
    assert [row["id"] for row in json.loads(done.out)["articles"]] == ["bun", "alt"]
    (said,) = json.loads((feed.parent / "r.sarif").read_text("utf-8"))["runs"][0]["invocations"]
    assert "mismatched tag" in said["toolExecutionNotifications"][0]["message"]["text"]


def test_a_broken_feed(mtqa: Command, feed: Path) -> None:
    feed.write_text("<rss><channel>", encoding="utf-8")
    assert "ro.xml:1: not well-formed XML" in mtqa("check", "--feed", "ro.xml").line
