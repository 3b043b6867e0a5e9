"""A run removes its own files and no others, keeps off its inputs, and is alone at its output."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path

import pytest

from mtqa.corpus.command import run
from mtqa.corpus.lock import held
from mtqa.corpus.store import OutputError
from mtqa.errors import InputError
from mtqa.readers.inputs import Inputs
from tests.cli.test_check import mtqa, one_line
from tests.corpus.kills import compete
from tests.corpus.test_run import content, request, write_news


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """A folder of a newsroom: its articles, notes, and a summary of somebody else's."""
    folder = tmp_path / "archive"
    (folder / "articles").mkdir(parents=True)
    write_news(folder / "news.jsonl")
    (folder / "notes.txt").write_text("A se păstra.", encoding="utf-8")
    (folder / "articles" / "part-000000.jsonl").write_text("{}\n", encoding="utf-8")
    return folder


@pytest.mark.parametrize("overwrite", [True, False])
def test_a_folder_that_no_run_has_written_is_left_alone(archive: Path, overwrite: bool) -> None:
    before = content(archive)
    with pytest.raises(OutputError, match=r"archive: has \S+ but no run.json.*name another folder"):
        run(request(archive / "news.jsonl", archive, overwrite=overwrite))
    assert before.items() <= content(archive).items()


def test_the_command_of_the_accident(tmp_path: Path) -> None:
    (tmp_path / "archive").mkdir()
    news = write_news(tmp_path / "archive" / "news.jsonl")
    done = mtqa("score", news, "--out", news.parent, "--overwrite")
    assert done.returncode == 2
    assert "has news.jsonl but no run.json" in one_line(done)
    assert news.read_bytes().count(b"\n") == 60


@pytest.mark.parametrize("name", ["out.jsonl", "scored"])
def test_overwriting_takes_only_what_a_run_wrote(tmp_path: Path, name: str) -> None:
    news = write_news(tmp_path / "news.jsonl")
    out = tmp_path / "there" / name
    out.parent.mkdir()
    run(request(news, out))
    wanted = content(out)
    beside = out.parent / "notes.txt" if out.is_file() else out / "articles" / "notes.txt"
    beside.write_text("A se păstra.", encoding="utf-8")
    run(request(news, out, overwrite=True))
    assert beside.read_text(encoding="utf-8") == "A se păstra."
    beside.unlink()
    assert content(out) == wanted


def test_overwriting_with_fewer_rows_leaves_none_of_the_old(tmp_path: Path) -> None:
    news, out = write_news(tmp_path / "news.jsonl"), tmp_path / "scored"
    run(request(news, out))
    news.write_text('{"target": "Un singur text."}\n', encoding="utf-8")
    run(request(news, out, overwrite=True))
    run(request(news, tmp_path / "fresh"))
    assert content(out) == content(tmp_path / "fresh")


@pytest.mark.parametrize("name", ["out.jsonl", "scored"])
def test_inputs_that_cannot_be_read_cost_nobody_the_old_output(tmp_path: Path, name: str) -> None:
    out = tmp_path / name
    run(request(write_news(tmp_path / "news.jsonl"), out))
    before = content(out)
    broken = tmp_path / "news.tmx"
    broken.write_text("<tmx><body>", encoding="utf-8")
    with pytest.raises(InputError, match="no XML"):
        run(request(broken, out, overwrite=True))
    assert content(out) == before


@pytest.mark.parametrize(
    ("given", "out"),
    [
        ("scored/articles/part-000000000.jsonl", "scored"),
        ("scored/../scored/rejected/part-000000035.jsonl", "scored"),
        ("out.jsonl", "out.jsonl"),
        ("out.rejected.jsonl", "out.jsonl"),
        ("out.rejected.jsonl", "out.jsonl.gz"),
    ],
)
@pytest.mark.parametrize("overwrite", [True, False])
def test_no_output_over_an_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, out: str, overwrite: bool
) -> None:
    monkeypatch.chdir(tmp_path)
    news = write_news(tmp_path / "news.jsonl")
    for name in ("scored", "out.jsonl"):
        run(request(news, tmp_path / name))
    before = Path(given).read_bytes()
    with pytest.raises(OutputError, match=re.escape(f"--out {out}: the input {given} is one of")):
        run(request(Path(given), Path(out), overwrite=overwrite))
    assert Path(given).read_bytes() == before


def test_nor_over_the_source_of_an_input(tmp_path: Path) -> None:
    for name in ("a.ro", "a.summary.json"):
        (tmp_path / name).write_text("Bună ziua.\n", encoding="utf-8")
    inputs = Inputs((str(tmp_path / "a.ro"),), sources=(str(tmp_path / "a.summary.json"),))
    with pytest.raises(OutputError, match=r"the input .*a\.summary\.json is one of the files"):
        run(replace(request(tmp_path / "a.ro", tmp_path / "a.jsonl"), inputs=inputs))


def test_nor_reading_what_is_being_written(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    run(request(write_news(tmp_path / "news.jsonl"), tmp_path / "all" / "a", form="parquet"))
    with pytest.raises(OutputError, match=r"the input .*all is one of the files"):
        run(request(tmp_path / "all", tmp_path / "all" / "b", form="parquet"))


@pytest.mark.parametrize("beside", ["out.rejected.jsonl", "out.summary.json"])
def test_files_beside_the_output_that_no_run_has_written(tmp_path: Path, beside: str) -> None:
    mine = tmp_path / beside
    mine.write_text('{"what": "notes"}\n', encoding="utf-8")
    with pytest.raises(OutputError, match=f"{beside}: is not of a run; move it"):
        run(request(write_news(tmp_path / "news.jsonl"), tmp_path / "out.jsonl"))
    assert mine.read_text(encoding="utf-8") == '{"what": "notes"}\n'


@pytest.mark.parametrize("overwrite", [True, False])
def test_an_output_that_no_run_has_written(tmp_path: Path, overwrite: bool) -> None:
    news, mine = write_news(tmp_path / "news.jsonl"), tmp_path / "other.jsonl"
    mine.write_text('{"target": "Al meu."}\n', encoding="utf-8")
    with pytest.raises(OutputError, match=r"has no other\.summary\.json beside it"):
        run(request(news, mine, overwrite=overwrite))
    assert mine.read_text(encoding="utf-8") == '{"target": "Al meu."}\n'


def test_an_empty_file_and_an_empty_folder_may_be_written_to(tmp_path: Path) -> None:
    news = write_news(tmp_path / "news.jsonl")
    (tmp_path / "out.jsonl").touch()
    (tmp_path / "scored").mkdir()
    for name in ("out.jsonl", "scored"):
        run(request(news, tmp_path / name, overwrite=True))
    assert (tmp_path / "scored" / "summary.json").exists()
    assert (tmp_path / "out.jsonl").stat().st_size


def test_the_old_output_stays_until_the_new_one_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    news, out = write_news(tmp_path / "news.jsonl"), tmp_path / "out.jsonl"
    run(request(news, out))
    before = out.read_bytes()
    monkeypatch.setattr("mtqa.corpus.run._drop_surplus", _full)
    with pytest.raises(OutputError, match="full"):
        run(request(news, out, overwrite=True))
    assert out.read_bytes() == before
    monkeypatch.undo()
    run(request(news, out, resume=True))
    assert out.read_bytes() == before and not out.with_name("out.jsonl.parts").exists()


def test_a_whole_output_is_not_touched_by_a_run_that_finds_everything_done(tmp_path: Path) -> None:
    news, out = write_news(tmp_path / "news.jsonl"), tmp_path / "scored"
    run(request(news, out))
    before = {path: path.stat().st_ino for path in out.rglob("*") if path.suffix == ".json"}
    run(request(news, out, resume=True))
    assert before == {path: path.stat().st_ino for path in out.rglob("*") if path.suffix == ".json"}


def _full(*given: object) -> None:
    raise OutputError("the disk is full")


@pytest.mark.parametrize(("name", "option"), [("out.jsonl", "--overwrite"), ("scored", "--resume")])
def test_a_second_run_is_refused_and_told_of_the_first(
    tmp_path: Path, name: str, option: str
) -> None:
    news, out = write_news(tmp_path / "news.jsonl"), tmp_path / name
    with held(str(out), request(news, out).place.lock):
        done = mtqa("score", news, "--out", out, option)
        assert done.returncode == 2
        assert re.search(
            rf"{name}: another run is at work there \(process {os.getpid()} on \S+, since \d{{4}}-"
            r".*\); wait for it, or stop it first",
            one_line(done),
        )
    assert mtqa("score", news, "--out", out, option).returncode == 0


def test_a_lock_whose_owner_did_not_sign_holds_too(tmp_path: Path) -> None:
    lock = tmp_path / "scored" / "run.lock"
    with held("scored", str(lock)):
        lock.with_name("run.lock.json").write_bytes(b"{")
        with pytest.raises(OutputError, match="scored: another run is at work there; wait"):
            held("scored", str(lock)).__enter__()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("name", ["out.jsonl", "scored"])
def test_two_runs_that_compete_and_are_killed_lose_nothing(tmp_path: Path, name: str) -> None:
    news = write_news(tmp_path / "news.jsonl", 300)
    run(request(news, tmp_path / "peace" / name))
    wanted = content(tmp_path / "peace" / name)
    seen = compete(lambda out: request(news, out, resume=True), wanted, content,
                   tmp_path / "killed", 3, 2026, name)  # fmt: skip
    assert seen.kills >= 3 and seen.outputs
    assert (seen.lost, seen.broken) == (0, [])


def test_sources_by_a_pattern(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"a.ro": "A plecat marți.", "a.en": "He left.", "b.ro": "A venit."}.items():
        (tmp_path / name).write_text(f"{text}\n", encoding="utf-8")
    done = mtqa(
        "score", "a.ro", "b.ro", "--source", "{name}.en", "--out", "o.jsonl", "-q", cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, "mtqa: note: without a source: 1 of 2 (b.ro)\n")
