"""``python -m mtqa.workshop.soak.serve``: kill -9 of workers of ``mtqa serve``, under load.

Clients ask without a pause while one worker after the other is killed at random moments. Every
request must get an answer: a report, or a refusal with 5xx. The run fails if one got none, hung, or
was refused otherwise, and if the server does not end in good order.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import re
import signal
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from mtqa.workshop.serving import Client, Seen, Server, articles, client, get, languagetool

#: The longest pause between two kills, in seconds.
_PAUSE = 1.0
#: Kills between two lines that say how far it is.
_OFTEN = 10
_WORKER = re.compile(rb'mtqa_worker_memory_bytes\{pid="(\d+)"\}')


async def killed(port: int, kills: int, clients: int, chance: random.Random) -> Seen:
    """What clients see while so many workers are killed.

    Args:
        port: the server's.
        kills: how many.
        clients: that ask at once.
        chance: decides when and which.
    """
    seen, texts, done = Seen(), articles(), asyncio.Event()
    asking = [
        asyncio.create_task(
            client(port, lambda: languagetool(texts.pair()[0]), done.is_set, seen, "127.0.0.1")
        )
        for _ in range(clients)
    ]
    one = Client(port)
    left = kills
    while left:
        await asyncio.sleep(chance.uniform(0, _PAUSE))
        _, page = await one.ask(get("/metrics"))
        workers = [int(pid) for pid in _WORKER.findall(page)]
        if workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
            left -= 1
            if left % _OFTEN == 0:
                print(f"{kills - left} killed: {_told(seen)}", file=sys.stderr, flush=True)
    done.set()
    await asyncio.gather(*asking)
    await one.close()
    return seen


def main(words: list[str] | None = None) -> int:
    """Run, and print what was seen.

    Returns:
        0, or 1 if a request was lost.
    """
    parser = argparse.ArgumentParser(prog="python -m mtqa.workshop.soak.serve", description=__doc__)
    parser.add_argument("--kills", type=int, default=100, help="workers to kill (default 100)")
    parser.add_argument("--clients", type=int, default=8, help="that ask at once (default 8)")
    parser.add_argument("--workers", type=int, default=2, help="of the server (default 2)")
    parser.add_argument("--seed", type=int, default=2026, help="of the moments (default 2026)")
    options = parser.parse_args(words)
    begun = time.monotonic()
    with TemporaryDirectory() as folder:
        (Path(folder) / "mtqa.toml").write_text('[align]\nencoder = "lexical"\n', "ascii")
        server = Server(Path(folder), "--workers", str(options.workers))
        chance = random.Random(options.seed)
        try:
            seen = asyncio.run(killed(server.port, options.kills, options.clients, chance))
        finally:
            code = server.stop()
    wrong = [name for name in seen.statuses if name != "200" and not name.startswith("5")]
    print(
        f"{options.kills} workers killed in {time.monotonic() - begun:.0f} s: "
        f"{_told(seen)}; the slowest answer took {max(seen.seconds, default=0):.1f} s; the server "
        f"ended with {code}"
    )
    return int(bool(wrong) or code != 0)


def _told(seen: Seen) -> str:
    """How often each status came."""
    each = ", ".join(f"{number} x {name}" for name, number in sorted(seen.statuses.items()))
    return f"{seen.statuses.total()} requests, {each}"


if __name__ == "__main__":
    sys.exit(main())
