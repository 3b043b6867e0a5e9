"""The command as a shell runs it, held to what every command must keep."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from typing import Any, NamedTuple

#: Seconds that a command in a process of its own may take.
_PATIENCE = 60
#: What mtqa says when one of its own checks has failed.
BROKEN_CHECK = re.compile(r"check '[^']*' (?:failed on|yields|marked \[)")


class Broken(Exception):
    """Something happened that must not; its text says what."""


class Hung(Broken):
    """A command does not come to an end."""


class Done(NamedTuple):
    """A command that has run."""

    code: int
    out: bytes
    err: str


def command(words: Sequence[str], *, stdin: bytes = b"") -> Done:
    """Run the command inside this process, as a shell would.

    Raises:
        Broken: it ends in a way that no command may.
    """
    from mtqa.cli import main

    streams = sys.argv, sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.argv = ["mtqa", *words]
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8")
    wrapped = sys.stdout, sys.stderr = (
        io.TextIOWrapper(out, encoding="utf-8", write_through=True),
        io.TextIOWrapper(err, encoding="utf-8", write_through=True),
    )
    code: Any = 0
    try:
        main()
    except SystemExit as stop:
        code = stop.code
    finally:
        for stream in wrapped:
            stream.flush()
        sys.argv, sys.stdin, sys.stdout, sys.stderr = streams
    done = Done(int(code or 0), out.getvalue(), err.getvalue().decode("utf-8", "replace"))
    return _required(done, words)


def process(words: Sequence[str]) -> Done:
    """Run the command in a process of its own.

    Raises:
        Broken: as :func:`command`, and if it takes too long.
    """
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        run = subprocess.run(
            [sys.executable, "-m", "mtqa", *words],
            capture_output=True,
            stdin=subprocess.DEVNULL,
            timeout=_PATIENCE,
            check=False,
            env=environment,
        )
    except subprocess.TimeoutExpired:
        raise Hung(f"mtqa {' '.join(words)}: more than {_PATIENCE} s") from None
    return _required(Done(run.returncode, run.stdout, run.stderr.decode("utf-8", "replace")), words)


def _required(done: Done, words: Sequence[str]) -> Done:
    """The same run.

    Raises:
        Broken: it ended in a way that no command may.
    """
    said = f"mtqa {' '.join(words)}: exit code {done.code}; {done.err[-1500:]}"
    if done.code not in (0, 1, 2):
        raise Broken(said)
    if "Traceback (most recent call last)" in done.err or "MTQA_DEBUG=1 shows where" in done.err:
        raise Broken(said)
    if BROKEN_CHECK.search(done.err) or "mtqa: the system:" in done.err:
        raise Broken(said)
    if done.code == 2 and not done.err.startswith("mtqa: "):
        raise Broken(f"nothing is said; {said}")
    return done
