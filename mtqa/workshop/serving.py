"""A server under load, for benches and soaks: started as users start it, and clients that cost next
to nothing, since they share the processors with it."""

from __future__ import annotations

import asyncio
import os
import random
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlencode

import msgspec

from mtqa.workshop.development import data_folder
from mtqa.workshop.samples import ROOT

#: Seconds after which an answer is called a hang.
HANG = 300.0
_FIGURE = re.compile(r"\d+")
_HOST = "127.0.0.1"


class Server:
    """``mtqa serve`` in a process of its own, until :meth:`stop`; its log goes nowhere."""

    def __init__(self, folder: Path, *options: str) -> None:
        import socket

        with socket.socket() as free:
            free.bind((_HOST, 0))
            self.port: int = free.getsockname()[1]
        self._process = subprocess.Popen(
            [sys.executable, "-m", "mtqa", "serve", "--port", str(self.port), "--no-log", *options],
            cwd=folder,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert self._process.stdout is not None
        if "mtqa serves" not in self._process.stdout.readline():
            raise RuntimeError("the server did not start")

    @property
    def pid(self) -> int:
        """The process that owns the socket."""
        return self._process.pid

    def stop(self) -> int:
        """End it in good order; its exit code."""
        self._process.terminate()
        return self._process.wait()


@dataclass
class Seen:
    """What clients saw.

    Attributes:
        seconds: how long each answered request took.
        statuses: how often each status came; "lost" is no answer, "hung" one that was given up.
    """

    seconds: list[float] = field(default_factory=list)
    statuses: Counter[str] = field(default_factory=Counter)

    def share(self, part: float) -> float:
        """The time in seconds that this part of the requests took at most; nan for none."""
        listed = sorted(self.seconds)
        return listed[min(len(listed) - 1, int(part * len(listed)))] if listed else float("nan")


class Client:
    """One connection that is kept, and opened anew when it breaks.

    Args:
        port: the server's, on this machine.
        address: the client's own.
    """

    def __init__(self, port: int, address: str = _HOST) -> None:
        self._port, self._address = port, address
        self._reader: asyncio.StreamReader | None = None
        self._writer: asyncio.StreamWriter | None = None

    async def ask(self, request: bytes) -> tuple[int, bytes]:
        """Status and body of the answer.

        Raises:
            OSError: there is none.
        """
        if self._writer is None or self._reader is None or self._reader.at_eof():
            await self.close()
            self._reader, self._writer = await asyncio.open_connection(
                _HOST, self._port, local_addr=(self._address, 0)
            )
        reader, writer = self._reader, self._writer
        try:
            writer.write(request)
            await writer.drain()
            head = await reader.readuntil(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: *(\d+)", head)
            body = await reader.readexactly(int(length[1]) if length else 0)
        except (asyncio.IncompleteReadError, OSError) as problem:
            await self.close()
            raise OSError(str(problem)) from None
        if re.search(rb"(?i)connection: *close", head):
            await self.close()
        return int(head.split(b" ", 2)[1]), body

    async def close(self) -> None:
        """Leave."""
        if self._writer is not None:
            self._writer.close()
            with suppress(OSError):
                await self._writer.wait_closed()
        self._reader = self._writer = None


def languagetool(text: str) -> bytes:
    """A request in LanguageTool's protocol."""
    body = urlencode({"language": "ro", "text": text}).encode()
    return _post("/v2/check", "application/x-www-form-urlencoded", body)


def own(target: str, source: str) -> bytes:
    """A request of ours, with the source."""
    body = msgspec.json.encode({"target": target, "source": source, "source_lang": "en"})
    return _post("/v1/check", "application/json", body)


def get(path: str) -> bytes:
    """A request without a body."""
    return f"GET {path} HTTP/1.1\r\nHost: {_HOST}\r\n\r\n".encode()


def _post(path: str, kind: str, body: bytes) -> bytes:
    head = f"POST {path} HTTP/1.1\r\nHost: {_HOST}\r\nContent-Type: {kind}\r\n"
    return f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body


async def client(
    port: int, requests: Callable[[], bytes], until: Callable[[], bool], seen: Seen, address: str
) -> None:
    """Ask one thing after the other, as fast as it is answered; whoever is told that the server is
    busy comes back a little later."""
    one = Client(port, address)
    while not until():
        begun = time.monotonic()
        try:
            status, _ = await asyncio.wait_for(one.ask(requests()), HANG)
        except (asyncio.TimeoutError, TimeoutError):
            seen.statuses["hung"] += 1
            await one.close()
            continue
        except OSError:
            seen.statuses["lost"] += 1
            continue
        seen.statuses[str(status)] += 1
        if status == 200:
            seen.seconds.append(time.monotonic() - begun)
        else:
            await asyncio.sleep(0.2)
    await one.close()


@dataclass(frozen=True)
class Texts:
    """Pairs of texts, Romanian and English, their figures changed so that each is new.

    Attributes:
        pairs: target and source.
        chance: makes the figures.
    """

    pairs: tuple[tuple[str, str], ...]
    chance: random.Random

    def pair(self) -> tuple[str, str]:
        """One of them, the same figure in both where it was the same."""
        target, source = self.chance.choice(self.pairs)
        changed: dict[str, str] = {}

        def other(found: re.Match[str]) -> str:
            return changed.setdefault(found[0], str(self.chance.randrange(10, 99)))

        return _FIGURE.sub(other, target), _FIGURE.sub(other, source)


def sentences() -> Texts:
    """Sentences of 22 to 28 words."""
    pairs = tuple(pair for pair in _lines() if 22 <= len(pair[0].split()) <= 28)
    return Texts(pairs, random.Random(1))


def articles() -> Texts:
    """Articles of some 300 words: sentences in a row, a line each."""
    found: list[tuple[str, str]] = []
    held: list[tuple[str, str]] = []
    for pair in _lines():
        held.append(pair)
        if sum(len(target.split()) for target, _ in held) >= 300:
            targets, sources = zip(*held, strict=True)
            found.append(("\n".join(targets), "\n".join(sources)))
            held.clear()
    return Texts(tuple(found), random.Random(1))


def _lines() -> list[tuple[str, str]]:
    """News that people translated, sentence by sentence (NTREX, with MTQA_DATA); else the shipped
    pair that has one sentence for each."""
    news = data_folder() / "ntrex"
    names = (news / "ron.txt", news / "eng.txt")
    if not all(name.is_file() for name in names):
        folder = ROOT / "corpora" / "articles"
        names = (folder / "02.tgt.sents.txt", folder / "02.src.sents.txt")
    target, source = (name.read_text("utf-8").splitlines() for name in names)
    return list(zip(target, source, strict=True))
