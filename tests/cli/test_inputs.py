"""What ``mtqa check`` takes: folders, pages, feeds, sources by their names, many at once."""

from __future__ import annotations

import json
import os
import pty
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command

RO = "Președintele l -a acuzat pe ministru că a plecat marți la Madrid.\n"
EN = "The president accused the minister of leaving for Madrid on Tuesday.\n"
PAGE = f"""<html><head><title>x</title></head><body>
<h1>Vizită &icirc;n Spania</h1>
<p>{RO.strip()}</p></body></html>
"""


@pytest.fixture
def folder(tmp_path: Path, mtqa: Command) -> Path:
    """Articles in the working folder, one with its source."""
    for name, text in {"a.ro.txt": RO, "a.en.txt": EN, "b.ro.txt": RO, "c.en.txt": EN}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def sources(out: str) -> list[str | None]:
    return [row["source_path"] for row in json.loads(out)["articles"]]


def test_a_folder(mtqa: Command, folder: Path) -> None:
    done = mtqa("check", ".", "--format", "json")
    assert sources(done.out) == ["a.en.txt", None]
    assert done.err == "mtqa: note: .: without a translation: 1 (c.en.txt)\n"


@pytest.mark.parametrize("given", ["auto", "{name}.en.txt", "a.en.txt"])
def test_a_mixed_run(mtqa: Command, folder: Path, given: str) -> None:
    done = mtqa("check", "a.ro.txt", "b.ro.txt", "--source", given, "--format", "json")
    assert sources(done.out) == ["a.en.txt", None]
    assert done.err == "mtqa: note: without a source: 1 of 2 (b.ro.txt)\n"


def test_a_source_that_fits_none(mtqa: Command, folder: Path) -> None:
    line = mtqa("check", "a.ro.txt", "b.ro.txt", "--source", "c.en.txt").line
    assert line.startswith("mtqa: c.en.txt: fits none by its name (targets: 2, sources: 1)")


def test_several_processes_say_the_same(mtqa: Command, folder: Path) -> None:
    (folder / "d.ro.txt").write_text("<!-- mtqa: ignore x -->\n" + RO, encoding="utf-8")
    words = ("check", "a.ro.txt", "b.ro.txt", "d.ro.txt", "--source", "auto", "--format", "json")
    one, two = mtqa(*words), mtqa(*words, "--jobs", "2")
    assert one == two
    assert two.code == 2 and "d.ro.txt:1:" in two.err  # an error travels with its line


def test_a_page(mtqa: Command, folder: Path) -> None:
    (folder / "p.html").write_text(PAGE, encoding="utf-8")
    done = mtqa("check", "p.html", "--format", "github", "--report", "r.sarif")
    assert "file=p.html,line=3,endLine=3,col=17,endColumn=21" in done.out
    assert "Vizită în Spania" in mtqa("check", "p.html", "--format", "jsonl").out
    log = json.loads((folder / "r.sarif").read_text("utf-8"))
    (result,) = log["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (3, 17)
    assert "charOffset" not in region and "fixes" not in result
    (folder / "gol.html").write_text("<html><script>x</script></html>", encoding="utf-8")
    assert "a page without text" in mtqa("check", "gol.html").line


@pytest.mark.parametrize("name", ["stiri.rss", "stiri.atom", "stiri.xml"])
def test_a_feed_by_its_ending(mtqa: Command, folder: Path, name: str) -> None:
    item = f"<item><guid>unu</guid><title>Vizită</title><description>{RO}</description></item>"
    feed = f'<?xml version="1.0"?><rss version="2.0"><channel>{item}</channel></rss>'
    (folder / name).write_text(feed, encoding="utf-8")
    (row,) = json.loads(mtqa("check", name, "--format", "json").out)["articles"]
    assert (row["id"], row["feed"]["line"]) == ("unu", 1)
    assert "is a feed: --aligned" in mtqa("check", name, "--aligned").line
    # known issues of a feed's entries that are no more go, as with --feed
    mtqa("baseline", name)
    (folder / name).write_text(feed.replace("unu", "doi").replace("l -a", "l-a"), encoding="utf-8")
    assert "(0 new, 1 dropped)" in mtqa("baseline", "--prune", name).out


def test_a_corpus_is_told_where_it_belongs(mtqa: Command, folder: Path) -> None:
    (folder / "x.csv").write_text("target\nText\n", encoding="utf-8")
    assert "x.csv: a corpus by its ending (.csv); use `mtqa score`" in mtqa("check", "x.csv").line


def test_an_unknown_ending_of_the_output(mtqa: Command, folder: Path) -> None:
    assert "the ending names no format" in mtqa("check", "a.ro.txt", "-o", "r.htm").line
    assert not (folder / "r.htm").exists()
    assert mtqa("check", "a.ro.txt", "-o", "r.htm", "--format", "html").code in (0, 1)


def test_pruning_leaves_files_alone_that_were_not_in_the_run(mtqa: Command, folder: Path) -> None:
    mtqa("baseline", "a.ro.txt", "b.ro.txt")
    (folder / "a.ro.txt").write_text(RO.replace("l -a", "l-a"), encoding="utf-8")
    (folder / "b.ro.txt").rename(folder / "elsewhere")
    done = mtqa("check", "a.ro.txt", "--baseline", "mtqa-baseline.json")
    assert "stale entries: 1 (a.ro.txt “l -a”); `mtqa baseline --prune`" in done.err
    assert "entries of what is no longer there: 1 (b.ro.txt “l -a”)" in done.err
    assert "1 in 1 article (0 new, 1 dropped)" in mtqa("baseline", "--prune", "a.ro.txt").out
    assert "b.ro.txt" in (folder / "mtqa-baseline.json").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="there are no pseudo-terminals")
def test_a_bar_and_a_hint_for_people(
    mtqa: Command, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, theirs = pty.openpty()
    monkeypatch.setenv("TERM", "xterm")
    with os.fdopen(theirs, "w") as terminal:
        monkeypatch.setattr(sys, "stderr", terminal)
        mtqa("check", "a.ro.txt", "b.ro.txt", "b.ro.txt", "-o", "r.json")
        terminal.flush()
        said = os.read(ours, 100_000).decode()
        while "3/3" not in said:
            said += os.read(ours, 100_000).decode()
    monkeypatch.undo()
    os.close(ours)
    assert "sources lie beside (a.en.txt); --source auto checks with them" in said
