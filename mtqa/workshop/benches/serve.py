"""``python -m mtqa.workshop.benches.serve``: how much ``mtqa serve`` takes, and what a hostile
client does to the others.

Sentences of some 25 words and articles of some 300, with and without their source, from 1, 8 and 64
clients that ask without a pause; the load comes from the same processors as the answers. Then eight
clients with sentences, alone and beside one that sends the longest texts, bodies without an end and
heads that never finish, all at once (left out with fewer clients). The last column is what front
and workers together have had of the processor for each request.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from mtqa.serve.limits import Limits
from mtqa.workshop.serving import (
    Client,
    Seen,
    Server,
    articles,
    client,
    get,
    languagetool,
    own,
    sentences,
)

_MEMORY = re.compile(rb'mtqa_worker_memory_bytes\{pid="(\d+)"\} ([0-9.e+]+)')
#: Addresses of this machine, so that the server can tell the hostile client from the others.
_OTHERS, _HOSTILE = "127.0.0.1", "127.0.0.66"
_SLOW, _LONG, _ENDLESS = 40, 4, 4
Requests = Callable[[], bytes]


def kinds() -> dict[str, Requests]:
    """What clients send, by its name."""
    short, long = sentences(), articles()
    return {
        "sentence": lambda: languagetool(short.pair()[0]),
        "sentence and source": lambda: own(*short.pair()),
        "article": lambda: languagetool(long.pair()[0]),
        "article and source": lambda: own(*long.pair()),
    }


async def load(port: int, requests: Requests, clients: int, seconds: float) -> tuple[Seen, float]:
    """What so many clients see in so many seconds, and how long it took until all had answers."""
    seen, begun = Seen(), time.monotonic()
    end = begun + seconds
    asking = [
        client(port, requests, lambda: time.monotonic() > end, seen, _OTHERS)
        for _ in range(clients)
    ]
    await asyncio.gather(*asking)
    return seen, time.monotonic() - begun


async def beside(port: int, requests: Requests, clients: int, seconds: float) -> Seen:
    """What clients see beside a hostile one."""
    attacks = [asyncio.create_task(_long(port)) for _ in range(_LONG)]
    attacks += [asyncio.create_task(_endless(port)) for _ in range(_ENDLESS)]
    attacks += [asyncio.create_task(_slow(port)) for _ in range(_SLOW)]
    seen, _ = await load(port, requests, clients, seconds)
    for attack in attacks:
        attack.cancel()
    await asyncio.gather(*attacks, return_exceptions=True)
    return seen


async def _long(port: int) -> None:
    """The longest texts that are taken, one after the other."""
    texts, one = articles(), Client(port, _HOSTILE)
    while True:
        text = "\n".join(texts.pair()[0] for _ in range(40))[: Limits().chars]
        with suppress(OSError):
            await one.ask(languagetool(text))


async def _endless(port: int) -> None:
    """Bodies that go on until the server has had enough."""
    head = b"POST /v2/check HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
    chunk = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(_OTHERS, port, local_addr=(_HOSTILE, 0))
            try:
                writer.write(head)
                while not writer.is_closing():
                    writer.write(chunk)
                    await writer.drain()
            finally:
                writer.close()


async def _slow(port: int) -> None:
    """A letter a second, and again when the server has closed the connection."""
    letters = (
        b"POST /v2/check HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n" + b"a" * 99_999
    )
    while True:
        with suppress(OSError):
            _, writer = await asyncio.open_connection(_OTHERS, port, local_addr=(_HOSTILE, 0))
            try:
                for letter in letters:
                    writer.write(bytes((letter,)))
                    await writer.drain()
                    await asyncio.sleep(1)
            finally:
                writer.close()


async def workers(port: int) -> dict[int, float]:
    """The workers by their processes, with the megabytes that each holds."""
    one = Client(port)
    _, page = await one.ask(get("/metrics"))
    await one.close()
    return {int(pid): float(held) / 1e6 for pid, held in _MEMORY.findall(page)}


async def _spent(server: Server) -> float:
    """The seconds of processor that front and workers have had (Linux)."""
    ticks = 0
    for pid in (server.pid, *await workers(server.port)):
        line = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(line[11]) + int(line[12])
    return ticks / os.sysconf("SC_CLK_TCK")


async def _measured(server: Server, seconds: float, clients: list[int]) -> None:
    head = ("what", "clients", "requests", "per second", "p50", "p95", "p99", "not answered")
    print(f"| {' | '.join(head)} | processor |")
    print(f"|---|{'---:|' * len(head)}")
    port, made = server.port, kinds()
    for name, requests in made.items():
        for number in clients:
            begun = await _spent(server)
            seen, took = await load(port, requests, number, seconds)
            each = 1000 * (await _spent(server) - begun) / max(1, len(seen.seconds))
            print(f"{_row(name, number, seen, took)} {each:.0f} ms |", flush=True)
    held = ", ".join(f"{size:.0f}" for size in (await workers(port)).values())
    print(f"\nmemory of the workers: {held} MB", flush=True)
    if max(clients) < 8:
        return
    alone, _ = await load(port, made["sentence"], 8, seconds)
    hostile = await beside(port, made["sentence"], 8, seconds)
    before, after = alone.share(0.95), hostile.share(0.95)
    print(
        f"8 clients with sentences: p95 {1000 * before:.0f} ms alone ({len(alone.seconds)} "
        f"requests), {1000 * after:.0f} ms beside a hostile client ({len(hostile.seconds)}), "
        f"{after / before:.2f} times; answers other than 200: {_missed(hostile)}"
    )


def _row(name: str, clients: int, seen: Seen, took: float) -> str:
    times = " | ".join(_time(seen.share(part)) for part in (0.5, 0.95, 0.99))
    number = len(seen.seconds)
    rate = number / took
    return f"| {name} | {clients} | {number} | {rate:.1f} | {times} | {_missed(seen)} |"


def _missed(seen: Seen) -> int:
    return seen.statuses.total() - seen.statuses["200"]


def _time(seconds: float) -> str:
    return f"{1000 * seconds:.0f} ms" if seconds < 10 else f"{seconds:.1f} s"


def main(words: list[str] | None = None) -> None:
    """Print what was measured, as a table of Markdown."""
    parser = argparse.ArgumentParser(
        prog="python -m mtqa.workshop.benches.serve", description=__doc__
    )
    parser.add_argument("--seconds", type=float, default=10, help="of each row (default 10)")
    parser.add_argument("--workers", type=int, default=2, help="of the server (default 2)")
    parser.add_argument("--clients", type=int, nargs="*", default=[1, 8, 64])
    options = parser.parse_args(words)
    with TemporaryDirectory() as folder:
        server = Server(Path(folder), "--workers", str(options.workers))
        try:
            asyncio.run(_measured(server, options.seconds, options.clients))
        finally:
            server.stop()


if __name__ == "__main__":
    main()
