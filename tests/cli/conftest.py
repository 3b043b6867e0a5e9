"""Run the command inside the test process: as a user meets it, without starting Python again."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from mtqa.cli import main


class Done(NamedTuple):
    """A finished run."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """The only line on standard error of a run that could not be done."""
        assert self.code == 2, self
        (line,) = self.err.splitlines()
        assert line.startswith("mtqa: ")
        return line


Command = Callable[..., Done]


@pytest.fixture
def mtqa(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> Iterator[Command]:
    """The command, run in an empty folder, outside any CI job."""
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_ACTIONS", "GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY", "CI_PROJECT_DIR"):
        monkeypatch.delenv(name, raising=False)

    def run(*words: str | Path, stdin: str = "") -> Done:
        monkeypatch.setattr(sys, "argv", ["mtqa", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capfd.readouterr()
        code: int | str | None = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code
        out, err = capfd.readouterr()
        return Done(int(code or 0), out, err)

    yield run
