"""One run at a time on one output: a second one is refused, and told who is at work.

The lock is the operating system's, so that it ends with its process, however that one dies. For an
output on a disk it lies beside or in the output, and holds among all machines that share the disk;
for one at a URL it lies in this machine's folder for temporary files, and holds on this machine.
"""

from __future__ import annotations

import hashlib
import os
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import msgspec

from mtqa.corpus.store import OutputError
from mtqa.readers.streams import is_remote

#: Seconds after which a run is refused: one that has just taken the lock has signed it by then.
_PATIENCE = 0.2


@contextmanager
def held(out: str, beside: str) -> Iterator[None]:
    """Keep other runs away from an output.

    Args:
        out: path or URL of the output, for messages.
        beside: path or URL of the lock; its folder is made.

    Raises:
        OutputError: another run holds it, or it cannot be made.
    """
    from filelock import FileLock, Timeout

    path = _local(beside)
    holder = path.with_name(f"{path.name}.json")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(path, timeout=_PATIENCE)
        lock.acquire()
    except Timeout:
        raise OutputError(
            f"{out}: another run is at work there{_told(holder)}; wait for it, or stop it first"
        ) from None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise OutputError(f"{out}: cannot be written ({reason}); check the path") from None
    try:
        _sign(holder)
        yield
    finally:
        with suppress(OSError):
            holder.unlink(missing_ok=True)
        lock.release()  # the file stays: were it removed, two could hold two files of one name


def _local(beside: str) -> Path:
    if not is_remote(beside):
        return Path(beside)
    user = os.getuid() if hasattr(os, "getuid") else 0
    digest = hashlib.sha256(beside.encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir(), f"mtqa-{user}", f"{digest}.lock")


def _sign(holder: Path) -> None:
    """Write down who holds the lock; in one piece, as others read it at any time."""
    told = {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "since": datetime.now().astimezone().isoformat(" ", "seconds"),
    }
    aside = holder.with_name(f"{holder.name}.{os.getpid()}")
    with suppress(OSError):  # a lock that nobody signed is still one
        aside.write_bytes(msgspec.json.encode(told))
        aside.replace(holder)


def _told(holder: Path) -> str:
    """Who holds the lock: `` (process 71 on desk-2 since …)``; empty if that is not known."""
    try:
        told: dict[str, Any] = msgspec.json.decode(holder.read_bytes(), type=dict[str, Any])
        return f" (process {told['pid']} on {told['host']}, since {told['since']})"
    except (OSError, msgspec.DecodeError, KeyError):
        return ""


__all__ = ["held"]
