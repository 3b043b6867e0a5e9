"""``mtqa review`` and its neighbours as users run them: a clean end, a re-check, a baseline."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.review import queue
from mtqa.review.checking import DeskChecker
from mtqa.review.decisions import By, Conflict, Decision, Missed, add, decide
from mtqa.review.rechecking import recheck
from mtqa.review.store import Store
from tests.review.desk import Running, kluivert, record, written

pytest.importorskip("starlette")
pytest.importorskip("uvicorn")
ANA = By("Ana", "w")


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_a_signal_ends_the_desk_cleanly(tmp_path: Path, how: signal.Signals) -> None:
    report = written(tmp_path / "report.jsonl", [kluivert()])
    running = Running(report)
    assert "1 articles (1 new), 3 issues, 3 to decide" in running.printed
    assert running.base.startswith("http://127.0.0.1:")
    code = running.stop(how)
    assert "Traceback" not in running.printed
    assert code == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["report.jsonl", "report.review.db"]


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_connections_that_hang_do_not_keep_the_desk(tmp_path: Path, how: signal.Signals) -> None:
    running = Running(written(tmp_path / "report.jsonl", [kluivert()]))
    host, _, port = running.base.removeprefix("http://").partition(":")
    head = (
        f"POST /api/undo HTTP/1.1\r\nHost: {host}:{port}\r\nCookie: mtqa_desk_{port}="
        f"{running.token}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n"
    )
    hanging = [socket.create_connection((host, int(port))) for _ in range(3)]
    hanging[1].sendall(b"GET / HTTP/1.1\r\nHost: x")
    hanging[2].sendall(f"{head}\r\n5\r\n{{".encode())
    code = running.stop(how)
    assert code == 0
    assert "Traceback" not in running.printed and "ERROR" not in running.printed
    for connection in hanging:
        connection.close()


def test_a_database_that_may_not_be_written_to_is_named_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sqlite3

    from mtqa.review import store as store_module

    report = written(tmp_path / "report.jsonl", [kluivert()])
    path = tmp_path / "report.review.db"
    Store(path).close()

    def reading_only(given: Path) -> sqlite3.Connection:
        db = sqlite3.connect(f"file:{given}?mode=ro", uri=True, isolation_level=None)
        db.row_factory = sqlite3.Row
        return db

    monkeypatch.setattr(store_module, "_connect", reading_only)
    run = CliRunner().invoke(cli, ["review", str(report)])
    assert str(run.exception) == (
        f"{path}: may not be written to; check its permissions, or copy it"
    )


def test_a_port_that_is_taken_is_named_and_a_free_one_is_found(tmp_path: Path) -> None:
    report = written(tmp_path / "report.jsonl", [kluivert()])
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        port = busy.getsockname()[1]
        run = CliRunner().invoke(cli, ["review", str(report), "--port", str(port)])
        assert "cannot listen there" in str(run.exception)
    one, two = Running(report), Running(report, "--db", str(tmp_path / "two.db"))
    assert one.base != two.base
    one.stop(), two.stop()


@pytest.mark.parametrize(
    ("content", "problem"),
    [(None, "cannot be read"), ("", "empty"), ('{"id": 1}\n', "no article report")],
)
def test_a_report_that_is_none_leaves_no_database(
    tmp_path: Path, content: str | None, problem: str
) -> None:
    path = tmp_path / "report.jsonl"
    if content is not None:
        path.write_text(content)
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", "review", str(path)], capture_output=True, text=True
    )
    assert done.returncode == 2
    assert problem in done.stderr and done.stderr.count("\n") == 1
    assert not list(tmp_path.glob("*.db"))


def test_export_without_serving(tmp_path: Path, opened: Callable[..., Store]) -> None:
    store = opened(kluivert(), record("alt", "Un articol."))
    decide(store, 1, Decision("apply", 0), ANA)
    decide(store, 2, Decision("glossary", 0), ANA)
    decide(store, 3, Decision("accept", 0), ANA)
    arguments = ["review", str(tmp_path / "report.jsonl"), "--db", str(store.path)]
    run = CliRunner().invoke(cli, [*arguments, "--export", str(tmp_path / "work")])
    assert run.exit_code == 0, run.output
    assert "1 finished articles, 2 gold spans" in run.output
    work = tmp_path / "work"
    assert "kluivert: confirmed errors that nobody corrected: 1 (“38.5”)" in run.output
    (text,) = (work / "corrected").iterdir()
    assert text.name == "kluivert.ro.txt"
    assert text.read_text(encoding="utf-8").startswith("Bayern l-a transferat")
    assert "Vincent Compania,Vincent Kompany" in (work / "names.csv").read_text(encoding="utf-8")
    assert len((work / "gold.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_the_corrected_text_goes_back_into_its_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    text = "Trump l -a acuzat pe Putin.\r\nAtât.\r\n"
    for name, mark in (("a", ""), ("b", "\ufeff"), ("c", "")):
        Path(f"{name}.ro.txt").write_bytes((mark + text).encode())
    names = ("a.ro.txt", "b.ro.txt", "c.ro.txt")
    run = CliRunner()
    assert run.invoke(cli, ["check", *names, "-o", "report.jsonl"]).exit_code < 2
    assert run.invoke(cli, ["review", "report.jsonl", "--write"]).exit_code == 0
    assert Path("a.ro.txt").read_bytes() == text.encode()  # nothing is finished
    store = Store(tmp_path / "report.review.db")
    for issue in (1, 2, 3):
        decide(store, issue, Decision("apply", 0), ANA)
    store.close()
    Path("c.ro.txt").write_text("Altcineva l -a schimbat.\n", encoding="utf-8")
    done = run.invoke(cli, ["review", "report.jsonl", "--write"])
    assert done.exit_code == 2
    assert "c.ro.txt: has changed since it was checked" in done.output
    corrected = text.replace("l -a", "l-a")
    assert Path("a.ro.txt").read_bytes() == corrected.encode()
    assert Path("b.ro.txt").read_bytes() == b"\xef\xbb\xbf" + corrected.encode()
    assert "Altcineva" in Path("c.ro.txt").read_text(encoding="utf-8")
    again = run.invoke(cli, ["review", "report.jsonl", "--write"])
    assert "files written: 0" in again.output


def test_check_again_from_the_desk(opened: Callable[..., Store]) -> None:
    text = "Trump l -a acuzat pe Putin.\nPreședintele a spus că că vine.\n"
    store = opened(record("a", text, [{"text": "l -a", "suggestion": "l-a"}]))
    decide(store, 1, Decision("apply", 0), ANA)
    add(store, 1, Missed(0, 0, 5, "name", "minor"), ANA)
    recheck(store, 1, 0, ANA, DeskChecker())
    article = queue.article(store, 1)
    found = {issue["text"]: issue["state"] for issue in article["issues_here"]}
    assert found == {"Trump": "accepted", "că că": "open"}
    assert article["target"].startswith("Trump l-a acuzat")
    messages = [i["message_ro"] for i in article["issues_here"] if i["state"] == "open"]
    assert all(messages)
    with pytest.raises(Conflict):
        recheck(store, 1, 0, ANA, DeskChecker())


def test_what_editors_dismiss_becomes_a_baseline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.ro.txt").write_text("Trump l -a acuzat pe Putin. El l -a văzut.\n", "utf-8")
    run = CliRunner()
    assert run.invoke(cli, ["check", "a.ro.txt", "-o", "report.jsonl"]).exit_code < 2
    assert run.invoke(cli, ["review", "report.jsonl", "--export", "work"]).exit_code == 0
    store = Store(tmp_path / "report.review.db")
    decide(store, 1, Decision("dismiss", 0), ANA)
    decide(store, 2, Decision("accept", 0), ANA)
    store.close()
    for learnt in (1, 0):
        done = run.invoke(cli, ["baseline", "--from-db", "report.review.db"])
        assert f"{learnt} dismissed issues learnt" in done.output
    checked = run.invoke(
        cli, ["check", "a.ro.txt", "--baseline", "mtqa-baseline.json", "--format", "json"]
    )
    article = json.loads(checked.output[checked.output.index("{") :])["articles"][0]
    assert [issue["start"] for issue in article["issues"]] == [31]
    assert [issue["start"] for issue in article["suppressed"]] == [6]
    both = run.invoke(cli, ["baseline", "a.ro.txt", "--from-db", "report.review.db"])
    assert both.exit_code == 2


def test_kill_9_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    """A few kills here; ``python -m tests.review.kills 1000`` makes a thousand."""
    from tests.review.kills import kills

    result = kills(tmp_path, number=4, seed=7)
    assert result.acknowledged > 0
    assert result.lost == 0 and result.broken == 0


def test_the_database_is_synced_at_every_commit(opened: Callable[..., Store]) -> None:
    store = opened()
    with store.read() as db:
        assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert db.execute("PRAGMA synchronous").fetchone()[0] == 2
