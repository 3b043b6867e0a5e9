"""Names of files and words of articles that would act on a terminal or on GitHub's runner."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.report.formats import BINARY, FORMATS
from tests.cli.conftest import Command

HOSTILE = "##[add-mask]a \x1b[31m\u202e.ro.txt"
TEXT = "Ministrul ##[error]Choe, fiul Hui a ajuns \x1b[2Jmarți la Moscova, unde va discuta.\n"


@pytest.fixture
def hostile(tmp_path: Path) -> str:
    try:
        (tmp_path / HOSTILE).write_text(TEXT, encoding="utf-8")
    except OSError:
        pytest.skip("the file system has no such names")
    return HOSTILE


def acts(text: str) -> bool:
    """Whether something in a log acts; commands that mtqa means are whole lines of their own."""
    return "##[" in text or "\x1b" in text or "\u202e" in text


def test_names_on_the_terminal(
    mtqa: Command, hostile: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = mtqa("check", hostile, f"nu{hostile}", "--format", "github")
    assert done.code == 2
    assert "no such file" in done.err
    assert not acts(done.err + done.out)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert not acts(mtqa("check", f"nu{hostile}").err)
    assert "\x1b" not in mtqa("check", hostile).out


@pytest.mark.parametrize("form", sorted(FORMATS.keys() - BINARY))
def test_data_in_the_log_of_a_job(
    mtqa: Command,
    hostile: str,
    monkeypatch: pytest.MonkeyPatch,
    form: str,
) -> None:
    plain = mtqa("check", hostile, "--format", form).out
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    logged = mtqa("check", hostile, "--format", form).out
    if form != "console":  # there commands are switched off
        assert "##[" not in logged
    if form in ("json", "jsonl", "sarif", "gitlab"):
        assert (
            [json.loads(line) for line in logged.splitlines()]
            == [json.loads(line) for line in plain.splitlines()]
            if form == "jsonl"
            else json.loads(logged) == json.loads(plain)
        )


def test_commands_name_files_harmlessly(mtqa: Command, hostile: str) -> None:
    done = mtqa("baseline", hostile, "-o", f"b{hostile}.json")
    assert done.code == 0
    assert not acts(done.out + done.err)
    done = mtqa("evaluate", "system", f"{hostile}={hostile}", f"[/b]={hostile}", "--qe", "off")
    assert done.code == 0, done.err
    assert "[/b]" in done.out
    done = mtqa("score", f"nu{hostile}", "--out", f"o{hostile}")
    assert done.code == 2
    assert not acts(done.err)
