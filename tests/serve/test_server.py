"""The server as users start it, with the clients that they have."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.serve.running import Running

TEXT = "😀 Apoi a plecat.\nPreședintele l -a acuzat pe pe ministru."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    running = Running(tmp_path_factory.mktemp("serve"), "--workers", "1")
    yield running
    running.stop()


@pytest.fixture
def fragile(tmp_path: Path) -> Iterator[Running]:
    """One worker that is up again soon."""
    running = Running(tmp_path, "--workers", "1", "--select", "spacing", "--timeout", "3")
    yield running
    if running.process.poll() is None:
        running.stop()


def test_language_tool_python_finds_and_corrects(server: Running) -> None:
    client = pytest.importorskip("language_tool_python")
    tool = client.LanguageTool("ro-RO", remote_server=server.url)
    found = tool.check(TEXT)
    assert [(TEXT[m.offset : m.offset + m.error_length], m.replacements) for m in found] == [
        ("l -a", ["l-a"]),
        ("pe pe", ["pe"]),
    ]
    assert tool.correct(TEXT) == "😀 Apoi a plecat.\nPreședintele l-a acuzat pe ministru."
    tool.disabled_rules = {"spacing.hyphen"}
    assert [m.rule_id for m in tool.check(TEXT)] == [found[1].rule_id]
    tool.picky = True
    assert found[1].rule_id in [m.rule_id for m in tool.check(TEXT)]
    tool.close()


def test_pylanguagetool_finds(server: Running) -> None:
    api = pytest.importorskip("pylanguagetool").api
    base = f"{server.url}/v2/"
    assert api.get_languages(base)[0]["longCode"] == "ro-RO"
    (first, _) = api.check(TEXT, base, "ro")["matches"]
    context = first["context"]
    assert (
        context["text"]
        .encode("utf-16-le")[2 * context["offset"] :]
        .decode("utf-16-le")[: context["length"]]
        == "l -a"
    )
    only = api.check(TEXT, base, "auto", enabled_categories="TYPOGRAPHY", enabled_only=True)
    assert [match["rule"]["id"] for match in only["matches"]] == ["spacing.hyphen"]
    with pytest.raises(ValueError, match="use ro, ro-RO or auto"):
        api.check(TEXT, base, "en-US")


def test_libreoffices_own_client_finds(server: Running, tmp_path: Path) -> None:
    python, driver = Path("/usr/bin/python3"), Path(__file__).parent / "office.py"
    if not shutil.which("soffice") or not Path("/usr/lib/python3/dist-packages/uno.py").exists():
        pytest.skip("LibreOffice and its Python are not installed")
    done = subprocess.run(
        [python, driver, f"mtqa-{os.getpid()}", TEXT, f"{server.url}/v2"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
    )
    found = json.loads(done.stdout)
    assert found["knows"]
    units = TEXT.encode("utf-16-le")
    marked = [
        units[2 * one["start"] :][: 2 * one["length"]].decode("utf-16-le")
        for one in found["errors"]
    ]
    assert marked == ["l -a", "pe pe"]
    assert [one["suggestions"] for one in found["errors"]] == [["l-a"], ["pe"]]


def test_a_client_that_dawdles_holds_up_nobody(server: Running) -> None:
    dawdling = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(40)]
    for number, one in enumerate(dawdling):
        one.sendall(b"POST /v2/check HTTP/1.1\r\nHost: x\r\nContent-Length: 99\r\n"[: 9 + number])
    assert server.lt(TEXT).status_code == 200
    for one in dawdling:
        one.close()


def test_a_worker_that_hangs_is_ended_and_replaced(fragile: Running) -> None:
    (hung,) = fragile.workers()
    os.kill(hung, signal.SIGSTOP)
    late = fragile.lt(TEXT)
    assert late.status_code == 504
    assert "more than 3 s" in late.text
    assert len(fragile.lt(TEXT).json()["matches"]) == 1
    assert fragile.workers() != [hung]


def test_killed_workers_lose_nobodys_request(fragile: Running) -> None:
    """The soak of the workshop does this a hundred times, under load."""
    with ThreadPoolExecutor(6) as clients:
        for _ in range(2):
            asked = [clients.submit(fragile.lt, TEXT) for _ in range(6)]
            for pid in fragile.workers():
                os.kill(pid, signal.SIGKILL)
            answers = [one.result() for one in asked]
            assert {one.status_code for one in answers} <= {200, 500, 503}
            assert fragile.lt(TEXT).status_code == 200
    shown = fragile.client.get("/metrics").text
    assert 'mtqa_workers_ended_total{reason="died"} 2.0' in shown


def test_at_the_end_what_was_begun_is_answered(fragile: Running) -> None:
    (worker,) = fragile.workers()
    os.kill(worker, signal.SIGSTOP)
    with ThreadPoolExecutor(1) as clients:
        asked = clients.submit(fragile.lt, TEXT)
        while "mtqa_workers_busy 1.0" not in fragile.client.get("/metrics").text:
            pass
        fragile.process.send_signal(signal.SIGTERM)
        os.kill(worker, signal.SIGCONT)
        assert asked.result().status_code == 200
    assert fragile.process.wait() == 0
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)
    assert "Traceback" not in fragile.said


@pytest.mark.parametrize(
    ("options", "why"),
    [
        (["--select", "spaces"], "unknown check 'spaces'"),
        (["--cors-origin", "*"], "name an origin"),
        (["--token-file", "empty"], "empty; write a long random word into it"),
        (["--baseline", "none.json"], "none.json: cannot be read"),
        (["--host", "203.0.113.1"], "cannot listen there"),
    ],
)
def test_what_keeps_it_from_starting_is_one_line(
    tmp_path: Path, options: list[str], why: str
) -> None:
    (tmp_path / "empty").write_text("\n")
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", "serve", *options],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 2
    assert why in done.stderr
    assert done.stderr.count("\n") == 1
