"""Kill -9 the desk at random moments of a stream of decisions: ``python -m tests.review.kills N``.

A client decides as fast as it is answered and notes every acknowledged decision. After each kill
the desk is started again on the same database, and everything acknowledged must be there.
"""

from __future__ import annotations

import json
import os
import random
import re
import signal
import sqlite3
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

import mtqa.review.app
import mtqa.review.server
from mtqa.cli import cli
from tests.review.desk import kluivert, written

#: Articles on the desk; three issues each.
ARTICLES = 40
#: The longest stream of decisions before a kill.
LONGEST = 40
#: The kill comes at most so many seconds after the last of them was sent: before, during or after
#: it is written.
LATEST = 0.012


@dataclass
class Result:
    """What was seen."""

    kills: int = 0
    acknowledged: int = 0
    unanswered: int = 0
    lost: int = 0
    broken: int = 0


class Forked:
    """``mtqa review`` in a process of its own, forked from this one, which has imported it all."""

    def __init__(self, *arguments: str) -> None:
        reading, writing = os.pipe()
        self.process = os.fork()
        if not self.process:
            os.dup2(writing, 1)
            os.close(reading)
            sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
            try:
                cli.main(list(arguments), standalone_mode=False)
            finally:
                os._exit(1)
        os.close(writing)
        self.printed = open(reading, encoding="utf-8")  # noqa: SIM115, PTH123
        lines = iter(self.printed.readline, "")
        found = next(m for line in lines if (m := re.search(r"http://\S+token=(\S+)", line)))
        self.base, self.token = found[0].partition("/?")[0], found[1]


class Client:
    """Decides on random issues, and remembers what the desk confirmed."""

    def __init__(self, dice: random.Random) -> None:
        self.dice = dice
        self.confirmed: dict[int, tuple[str, int]] = {}
        self.answered = 0
        self.events = 0
        self.unanswered = 0
        self.versions: dict[int, int] = {}

    def stream(self, desk: Forked) -> None:
        """Decide a few times, and on until the desk, killed meanwhile, no longer answers."""
        left = self.dice.randint(1, LONGEST)
        killer = threading.Timer(
            self.dice.uniform(0, LATEST), os.kill, [desk.process, signal.SIGKILL]
        )
        opener = urllib.request.build_opener()
        cookie = f"mtqa_desk_{desk.base.rpartition(':')[2]}={desk.token}"
        page = urllib.request.Request(f"{desk.base}/", headers={"Cookie": cookie})
        try:
            with opener.open(page, timeout=10) as answer:
                csrf = answer.read().decode().partition('name="csrf" content="')[2][:64]
            headers = {
                "Cookie": cookie, "X-CSRF-Token": csrf, "Content-Type": "application/json",
            }  # fmt: skip
            while True:
                left -= 1
                if left == 0:
                    killer.start()
                self._decide(opener, desk.base, headers)
        except (OSError, ValueError, HTTPException):
            killer.join()

    def _decide(
        self, opener: urllib.request.OpenerDirector, base: str, headers: dict[str, str]
    ) -> None:
        issue = self.dice.randrange(1, ARTICLES * 3 + 1)
        action = self.dice.choice(["accept", "dismiss", "edit", "reopen"])
        body = {
            "action": action, "version": self.versions.get(issue, 0), "replacement": "x",
            "window": "kills", "request": f"{self.dice.random()}",
        }  # fmt: skip
        request = urllib.request.Request(
            f"{base}/api/issues/{issue}", json.dumps(body).encode(), headers, method="POST"
        )
        try:
            with opener.open(request, timeout=10) as answer:
                found = json.load(answer)["issue"]
        except urllib.error.HTTPError as refused:
            # decided just before a kill, the answer lost: learn what stands there
            found = json.load(refused)["issue"]
            self.versions[issue] = found["version"]
            return
        except (OSError, ValueError, HTTPException):
            self.unanswered += 1
            raise
        self.answered += 1
        self.versions[issue] = found["version"]
        self.confirmed[issue] = (found["state"], found["version"])


def check(database: Path, client: Client) -> tuple[int, bool]:
    """How many acknowledged decisions are missing, and whether the database is whole."""
    db = sqlite3.connect(database)
    rows = {row[0]: row[1:] for row in db.execute("SELECT id, state, version FROM issues")}
    events = db.execute("SELECT COUNT(*) FROM events").fetchone()[0]
    whole = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    db.close()
    # an unanswered decision may have come after: a later version is no loss, an earlier one is
    lost = sum(
        rows[issue][1] < version or (rows[issue][1] == version and rows[issue][0] != state)
        for issue, (state, version) in client.confirmed.items()
    )
    return lost + max(0, client.answered - events), whole


def kills(folder: Path, number: int, seed: int, progress: bool = False) -> Result:
    """Start, decide, kill, start again: ``number`` times."""
    # imported once, before the first fork
    assert mtqa.review.app and mtqa.review.server
    import starlette.middleware.errors
    import uvicorn.lifespan.off
    import uvicorn.protocols.http.auto

    assert uvicorn.protocols.http.auto and uvicorn.lifespan.off and starlette.middleware.errors
    report = written(folder / "report.jsonl", [kluivert(f"a{n}") for n in range(ARTICLES)])
    database = folder / "kills.db"
    dice = random.Random(seed)
    client, result = Client(dice), Result()
    for _ in range(number):
        desk = Forked("review", str(report), "--db", str(database))
        client.stream(desk)
        os.waitpid(desk.process, 0)
        desk.printed.close()
        lost, whole = check(database, client)
        result.kills += 1
        result.lost += lost
        result.broken += not whole
        if progress and result.kills % 50 == 0:
            print(result.kills, client.answered, result.lost, result.broken, flush=True)
    result.acknowledged, result.unanswered = client.answered, client.unanswered
    return result


def main() -> None:
    """Print what was seen."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        begun = time.monotonic()
        print(kills(Path(folder), number, seed, progress=True))
        print(f"{time.monotonic() - begun:.0f} s")


if __name__ == "__main__":
    main()
