"""A run that is stopped anywhere goes on to the same bytes; nothing is lost, nothing done twice."""

from __future__ import annotations

import errno
import json
import multiprocessing
import os
import random
import re
import signal
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from mtqa import Config
from mtqa.config import RULES_ALONE
from mtqa.corpus import pool, store, watch
from mtqa.corpus.command import Request, run
from mtqa.corpus.run import Limit, Progress, chunked
from mtqa.corpus.store import OutputError, Store
from mtqa.corpus.work import Chunk, Worker
from mtqa.errors import MtqaError
from mtqa.readers.inputs import Inputs
from mtqa.readers.records import Columns, Raw, Record, records
from tests.cli.test_check import mtqa, one_line
from tests.corpus.test_readers import compressed

NEWS = (
    "Trump l -a acuzat pe Putin.",
    "Preşedintele a vorbit cu cu premierul.",
    "Guvernul a aprobat bugetul pe anul viitor.",
    "Au venit 41,500 de spectatori la meci.",
)


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """Sixty records, of which two cannot be scored."""
    return write_news(tmp_path / "news.jsonl")


def write_news(path: Path, size: int = 58) -> Path:
    """That many records, and two more that cannot be scored."""
    rows = [json.dumps({"id": f"n{i}", "target": f"{NEWS[i % 4]} {i}"}) for i in range(size)]
    rows.insert(20, "broken")
    rows.insert(40, json.dumps({"id": "empty", "target": ""}))
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def request(news: Path, out: Path, **options: object) -> Request:
    return Request(Inputs((str(news),)), Config(), str(out), chunk=7, quiet=True, **options)  # type: ignore[arg-type]


def content(out: Path) -> dict[str, bytes]:
    """What a run has left, by path."""
    if out.is_dir():
        files = [path for path in sorted(out.rglob("*")) if path.is_file()]
        return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}
    found = [
        path
        for path in sorted(out.parent.iterdir())
        if path.name.startswith(out.name.split(".")[0])
    ]
    return {path.name: path.read_bytes() for path in found}


def test_order_rejects_and_summary(news: Path, tmp_path: Path) -> None:
    progress, table = run(request(news, tmp_path / "out.jsonl"))
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").open(encoding="utf-8")]
    assert [row["id"] for row in rows] == [f"n{i}" for i in range(58)]
    assert rows[0]["issues"][0]["text"] == "l -a"
    rejects = [
        json.loads(line) for line in (tmp_path / "out.rejected.jsonl").open(encoding="utf-8")
    ]
    assert [(r["number"], r["id"]) for r in rejects] == [(20, None), (40, "empty")]
    assert progress.rows == 60 and table["records"] == 58 and table["rejected"] == 2
    assert table["issues"] == sum(len(row["issues"]) for row in rows)
    assert not (tmp_path / "out.jsonl.parts").exists()


def _killed(news: Path, out: Path, at: int, after: bool) -> None:
    """Run in a process that kills itself at its ``at``-th write, before or after it."""
    written = iter(range(10_000))
    write = Store.write_as

    def dying(self: Store, path: str, data: bytes) -> None:
        last = next(written) == at
        if last and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        write(self, path, data)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)

    Store.write_as = dying  # type: ignore[method-assign]
    run(request(news, out, resume=True))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
@pytest.mark.parametrize("form", ["out.jsonl", "folder"])
def test_killed_at_twenty_random_points_and_resumed(news: Path, tmp_path: Path, form: str) -> None:
    run(request(news, tmp_path / "whole" / form))
    wanted = content(tmp_path / "whole" / form)
    context = multiprocessing.get_context("fork")
    chance = random.Random(2026)
    for number in range(20):
        out = tmp_path / f"killed{number}" / form
        out.parent.mkdir()
        deaths = 0
        for _ in range(2):  # killed, resumed, killed again, resumed
            point, after = chance.randrange(12), chance.random() < 0.5
            process = context.Process(target=_killed, args=(news, out, point, after))
            process.start()
            process.join()
            deaths += process.exitcode == -signal.SIGKILL
        assert deaths
        if not out.is_file():
            run(request(news, out, resume=True))
        assert content(out) == wanted, f"point {number}"


def test_finished_chunks_are_not_computed_again(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(request(news, out))
    before = {path: path.stat().st_mtime_ns for path in (out / "articles").iterdir()}
    progress, _ = run(request(news, out, resume=True))
    assert progress.kept == progress.rows == 60
    assert {path: path.stat().st_mtime_ns for path in (out / "articles").iterdir()} == before


def test_a_changed_record_computes_its_chunk_alone(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(request(news, out))
    lines = news.read_text(encoding="utf-8").splitlines()
    lines[30] = json.dumps({"id": "new", "target": "Un text nou."})
    news.write_text("\n".join(lines[:50]) + "\n", encoding="utf-8")
    progress, table = run(request(news, out, resume=True))
    assert (progress.rows, progress.kept) == (50, 42)  # the changed chunk and the shorter last one
    run(request(news, tmp_path / "fresh"))
    assert content(out) == content(tmp_path / "fresh")
    assert table["records"] == 48


def test_rows_that_were_repaired_are_no_rejects_any_more(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(request(news, out))
    lines = news.read_text(encoding="utf-8").splitlines()
    lines[20] = lines[40] = json.dumps({"id": "new", "target": "Un text nou."})
    news.write_text("\n".join(lines) + "\n", encoding="utf-8")
    _, table = run(request(news, out, resume=True))
    assert table["rejected"] == 0 and not list((out / "rejected").iterdir())


def test_other_settings_are_refused(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run(request(news, out))
    with pytest.raises(OutputError, match="there is a run already; continue it with --resume"):
        run(request(news, out))
    other = Request(
        Inputs((str(news),)), Config(ui="ro"), str(out), chunk=7, resume=True, quiet=True
    )
    with pytest.raises(OutputError, match=r"was made with config:\w+, not config:\w+"):
        run(other)


def test_a_full_disk_keeps_what_is_finished(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(request(news, tmp_path / "whole"))
    left = iter([None] * 9)

    def full(number: int) -> None:
        if next(left, "full") is not None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(store.os, "fsync", full)
    out = tmp_path / "out"
    with pytest.raises(OutputError, match=r"No space left on device.*continue with --resume"):
        run(request(news, out))
    assert not list(out.rglob(".*")), "no half-written file is left"
    assert len(list((out / "done").iterdir())) == 3
    monkeypatch.undo()
    run(request(news, out, resume=True))
    assert content(out) == content(tmp_path / "whole")


@pytest.mark.parametrize("ending", ["gz", "zst"])
def test_an_input_that_was_cut_stops_the_run_and_keeps_what_is_finished(
    tmp_path: Path, ending: str
) -> None:
    whole = write_news(tmp_path / "news.jsonl", 4000).read_bytes()
    news, out = tmp_path / f"news.jsonl.{ending}", tmp_path / "out.jsonl"
    data = compressed(ending, whole)
    news.write_bytes(data[: len(data) * 3 // 4])
    command = ("score", news, "--out", out, "--chunk", "100", "--select", "spacing.hyphen", "-q")
    done = mtqa(*command)
    assert done.returncode == 2
    assert re.search(r"news\.jsonl\.\w+: damaged \w+ \(.*; copy the file again", one_line(done))
    receipts = (tmp_path / "out.jsonl.parts" / "done").iterdir()
    kept = sum(json.loads(receipt.read_bytes())["records"] for receipt in receipts)
    assert 0 < kept < 4000
    news.write_bytes(data)
    assert mtqa(*command, "--resume").returncode == 0
    assert out.read_bytes().count(b"\n") == 4000


def test_two_processes_give_the_same_bytes(news: Path, tmp_path: Path) -> None:
    for jobs in (1, 2):
        run(request(news, tmp_path / f"{jobs}", form="parquet", jobs=jobs))
    assert content(tmp_path / "1") == content(tmp_path / "2")


def test_parquet_has_a_row_an_article_and_a_row_an_issue(news: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    _, table = run(request(news, tmp_path / "out", form="parquet"))
    articles = parquet.read_table(tmp_path / "out" / "articles").to_pylist()
    issues = parquet.read_table(tmp_path / "out" / "issues").to_pylist()
    assert [row["record"] for row in articles] == [n for n in range(60) if n not in (20, 40)]
    assert len(issues) == table["issues"] == sum(row["issues"] for row in articles)
    first = issues[0]
    assert (first["record"], first["text"], first["suggestion"]) == (0, "l -a", "l-a")


class _Deadly(Worker):
    """A worker whose process dies of one record, as of one that needs too much memory."""

    def score(self, record: Record) -> object:  # type: ignore[override]
        if record.article.id == "n33":
            os._exit(9)
        return super().score(record)


def _begin_deadly(plan: object, store_: Store, done: Any) -> None:
    pool._worker, pool._done = _Deadly(plan, store_), done  # type: ignore[arg-type]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the worker is made by forking")
def test_a_record_that_kills_its_worker_is_rejected(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "_begin", _begin_deadly)
    fork = multiprocessing.get_context("fork")
    monkeypatch.setattr(pool.multiprocessing, "get_context", lambda name: fork)
    run(request(news, tmp_path / "out.jsonl", jobs=2))
    ids = [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").open(encoding="utf-8")]
    assert ids == [f"n{i}" for i in range(58) if i != 33]
    rejects = [
        json.loads(line) for line in (tmp_path / "out.rejected.jsonl").open(encoding="utf-8")
    ]
    assert [(r["id"], r["reason"]) for r in rejects if r["id"] == "n33"] == [
        ("n33", "the worker died of it (out of memory?)")
    ]


@pytest.mark.parametrize(
    ("text", "rejected", "rows", "exceeded"),
    [("2", 2, 60, False), ("1", 2, 60, True), ("5%", 30, 400, True), ("5%", 30, 100, False)],
)
def test_limits_of_rejects(text: str, rejected: int, rows: int, exceeded: bool) -> None:
    assert Limit.parse(text).exceeded(rejected, rows) is exceeded


def test_a_share_is_judged_at_the_end_of_a_small_corpus() -> None:
    limit = Limit.parse("20%")
    assert not limit.exceeded(1, 3)
    assert limit.exceeded(1, 3, final=True)
    assert not limit.exceeded(1, 5, final=True)
    assert not limit.exceeded(0, 0, final=True)


def test_too_many_rejects_stop_the_run(news: Path, tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"of .* rows rejected; .*raise --max-rejected"):
        run(request(news, tmp_path / "out", limit=Limit(number=0)))


def test_chunks_depend_on_their_content() -> None:
    def chunks(texts: list[str]) -> list[Chunk]:
        return list(chunked(records((Raw("a", {"target": t}) for t in texts), Columns()), 2))

    one, other = chunks(["a", "b", "c"]), chunks(["a", "b", "d"])
    assert [chunk.number for chunk in one] == [0, 2], "a chunk is called by its first row"
    assert one[0].digest == other[0].digest and one[1].digest != other[1].digest


def cut(lengths: list[int], size: int = 500) -> list[tuple[int, int]]:
    """First row and number of rows of each chunk of a corpus of texts of these lengths."""
    rows = records((Raw("a", {"target": "a" * length}) for length in lengths), Columns())
    return [(chunk.number, len(chunk.rows)) for chunk in chunked(rows, size)]


def test_every_article_of_a_small_corpus_is_a_piece_of_work_of_its_own() -> None:
    assert cut([5_000] * 60) == [(number, 1) for number in range(60)]


def test_segments_are_cut_small_first_and_larger_as_the_corpus_goes_on() -> None:
    sizes = [rows for _, rows in cut([100] * 40_000)]
    assert sizes[0] == 16 and max(sizes) == sizes[-1] == 500
    assert len(sizes) < 600, "a large corpus has no more files than it needs"
    assert sum(rows for _, rows in cut([100] * 40_000)) == 40_000


def test_no_chunk_holds_more_rows_than_was_asked_for() -> None:
    assert cut([10] * 20, 8) == [(0, 8), (8, 8), (16, 4)]


def test_a_changed_row_leaves_the_cuts_of_other_stretches_as_they_were() -> None:
    before, after = [100] * 2_000, [100] * 2_000
    after[3] = 100_000
    assert cut(before) != cut(after)
    assert [c for c in cut(before) if c[0] >= 500] == [c for c in cut(after) if c[0] >= 500]


def test_chunks_of_a_corpus_that_was_cut_otherwise_are_dropped(tmp_path: Path) -> None:
    """A long article in the first run, a short one in the second: the next ones move up to it."""
    news = tmp_path / "news.jsonl"
    long, short = "Miniștrii au aprobat și bugetul. " * 150, "Miniștrii au aprobat bugetul."
    for name, first in (("out", long), ("fresh", short), ("out", short)):
        texts = [first] + [f"Au venit {n} de oameni." for n in range(30, 40)]
        lines = [json.dumps({"target": text}) for text in texts]
        news.write_text("\n".join(lines) + "\n", encoding="utf-8")
        inputs = Inputs((str(news),))
        run(Request(inputs, Config(), str(tmp_path / name), resume=True, quiet=True))
    assert content(tmp_path / "out") == content(tmp_path / "fresh")


def test_a_run_that_was_cut_otherwise_by_an_older_version_is_not_continued(
    news: Path, tmp_path: Path
) -> None:
    run(request(news, tmp_path / "out"))
    begun = tmp_path / "out" / "run.json"
    made = json.loads(begun.read_bytes())
    begun.write_text(json.dumps({"signature": made["signature"]}), encoding="utf-8")
    with pytest.raises(OutputError, match=r"cut the corpus otherwise \(layout 1, not 2\)"):
        run(request(news, tmp_path / "out", resume=True))


@pytest.mark.parametrize("jobs", [1, 2])
def test_every_row_moves_the_bar(
    news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    seen: list[int] = []

    def watched(progress: Progress) -> None:
        seen.append(progress.rows + progress.begun)

    monkeypatch.setattr("mtqa.corpus.run._TICK", 0)
    monkeypatch.setattr(watch, "watching", lambda total, quiet: nullcontext(watched))
    run(request(news, tmp_path / "out", jobs=jobs))
    assert seen == sorted(seen) and seen[-1] == 60
    if jobs == 1:
        assert set(seen) == set(range(1, 61))


def test_a_run_that_scored_nothing_is_no_success(tmp_path: Path) -> None:
    news, out = tmp_path / "news.jsonl", tmp_path / "out.jsonl"
    news.write_text('{"text": "Bună ziua."}\n' * 3, encoding="utf-8")
    done = mtqa("score", news, "--out", out, "-q")
    assert one_line(done) == (
        f"mtqa: all 3 rows were rejected, nothing was scored ({news}:1: no field 'target'; fields "
        f"here: text); see {out}.parts/rejected, then repair the input and --resume"
    )
    news.write_text('{"target": "Bună ziua."}\n', encoding="utf-8")
    assert mtqa("score", news, "--out", out, "-q", "--resume").returncode == 0


def test_one_row_that_is_rejected_is_no_success_either(tmp_path: Path) -> None:
    done = mtqa("score", "-", "--out", tmp_path / "o.jsonl", stdin='{"target": " "}\n')
    assert "the only row was rejected" in one_line(done)


def test_what_was_not_translated_is_an_error_if_its_source_is_there(tmp_path: Path) -> None:
    news, out = tmp_path / "news.jsonl", tmp_path / "out.jsonl"
    english = (
        "The prime minister said on Tuesday that the deficit would be lower this year. The leaders "
        "of the opposition asked for a new vote in parliament, which is expected before the end of "
        "the month, and called the figures a work of fiction."
    )
    romanian = (
        "Premierul a declarat marți că deficitul va fi mai mic în acest an. Liderii opoziției au "
        "cerut un nou vot în parlament, care este așteptat înainte de sfârșitul lunii, și au numit "
        "cifrele o operă de ficțiune."
    )
    rows = [
        {"id": "copied", "target": english, "source": english},
        {"id": "swapped", "target": english, "source": romanian},
        {"id": "alone", "target": english},
        {"id": "fine", "target": romanian, "source": english},
    ]
    news.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    _, table = run(Request(Inputs((str(news),)), RULES_ALONE, str(out), quiet=True))
    scored = [json.loads(line) for line in out.open(encoding="utf-8")]
    assert [(row["id"], row["verdict"]) for row in scored] == [("copied", "fail"), ("fine", "pass")]
    critical = [
        [i["check"] for i in row["issues"] if i["severity"] == "critical"] for row in scored
    ]
    assert critical == [["untranslated.text"], []]
    rejects = (tmp_path / "out.rejected.jsonl").open(encoding="utf-8")
    assert [json.loads(line)["id"] for line in rejects] == ["swapped", "alone"]
    assert (table["records"], table["failed"], table["rejected"]) == (2, 1, 2)


def test_an_empty_input_is_finished_at_once(tmp_path: Path) -> None:
    done = mtqa("score", "-", "--out", tmp_path / "o.jsonl", "-q", stdin="")
    assert done.returncode == 0 and "0 records" in done.stdout


def test_the_command(news: Path, tmp_path: Path) -> None:
    out = tmp_path / "o.jsonl.gz"
    done = mtqa("score", news, "--out", out, "--chunk", "25", "--keep", "id", "-q")
    assert (done.returncode, done.stderr) == (0, "")
    assert "58 records" in done.stdout
    assert "exists and is whole; --overwrite" in one_line(mtqa("score", news, "--out", out))
    assert mtqa("score", news, "--out", out, "--overwrite", "-q").returncode == 0
    assert "no such file" in one_line(mtqa("score", tmp_path / "no.jsonl", "--out", out))
    assert "is one of the files that this would write over" in one_line(
        mtqa("score", news, "--out", news, "--overwrite")
    )
    assert news.stat().st_size


def test_standard_input_and_rejects_are_told(tmp_path: Path) -> None:
    lines = '{"target": "Bună ziua."}\nbroken\n'
    words = ("score", "-", "--out", tmp_path / "o.jsonl")
    said = one_line(mtqa(*words, stdin=lines))  # a small corpus is judged, too
    assert "1 of 2 rows rejected" in said and "raise --max-rejected" in said
    done = mtqa(*words, "--resume", "--max-rejected", "50%", stdin=lines)
    assert done.returncode == 0
    assert done.stderr == f"mtqa: 1 rows rejected: {tmp_path}/o.rejected.jsonl\n"
