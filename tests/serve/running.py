"""A server as users start it, in a process of its own, on a free port of this machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from tests.conftest import ROOT


class Running:
    """``mtqa serve`` until :meth:`stop`; its log is in ``said``."""

    def __init__(self, folder: Path, *options: str, config: str = "", **environment: str) -> None:
        (folder / "mtqa.toml").write_text(config or '[align]\nencoder = "lexical"\n', "utf-8")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "mtqa", "serve", "--port", str(self.port), *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            stderr=(folder / "log").open("w", encoding="utf-8"),
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        )
        self._log = folder / "log"
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if "mtqa serves" not in line:
            self.process.wait()
            raise RuntimeError(self.said)
        self.client = httpx.Client(base_url=self.url, timeout=300)

    @property
    def said(self) -> str:
        """What it has logged."""
        return self._log.read_text("utf-8")

    def lt(self, text: str, **fields: str) -> httpx.Response:
        """LanguageTool's check of a text."""
        return self.client.post("/v2/check", data={"language": "ro", "text": text, **fields})

    def workers(self) -> list[int]:
        """The processes of the workers that are ready."""
        lines = self.client.get("/metrics").text.splitlines()
        shown = [line for line in lines if line.startswith("mtqa_worker_memory_bytes{")]
        return [int(line.split('pid="')[1].split('"')[0]) for line in shown]

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """End it and give back its exit code."""
        self.client.close()
        self.process.send_signal(how)
        code = self.process.wait()
        assert self.process.stdout is not None
        self.process.stdout.close()
        return code
