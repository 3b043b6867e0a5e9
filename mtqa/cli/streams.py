"""The three streams of a command, whatever state the shell hands them over in."""

from __future__ import annotations

import errno
import io
import os
import sys

_NAMES = {"stdin": "standard input", "stdout": "standard output"}
#: What writing to a stream that is full, closed or gone says.
_OF_STREAMS = frozenset((errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT))


def prepare() -> None:
    """Make the streams safe to use: letters that a terminal's encoding lacks are printed as
    escapes; a stream that is closed says so when it is used, and standard error then is silent."""
    if sys.stdin is None:
        sys.stdin = io.TextIOWrapper(io.BufferedReader(_Closed("stdin")))
    if sys.stdout is None:
        sys.stdout = io.TextIOWrapper(io.BufferedWriter(_Closed("stdout")), encoding="utf-8")
    if sys.stderr is None:
        sys.stderr = _nowhere()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def drop_output() -> None:
    """Whatever is still waiting to be printed is forgotten: nobody can take it."""
    sys.stdout = _nowhere()


def named(problem: OSError) -> str:
    """What to call that which an error of the system is about."""
    if isinstance(problem.filename, str):
        return problem.filename
    return _NAMES["stdout"] if problem.errno in _OF_STREAMS else "the system"


def _nowhere() -> io.TextIOWrapper:
    return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123


class _Closed(io.RawIOBase):
    """A stream that the shell has closed."""

    def __init__(self, name: str) -> None:
        self._name = name

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        raise self._error()

    def write(self, data: object) -> int:
        raise self._error()

    def _error(self) -> OSError:
        return OSError(errno.EBADF, os.strerror(errno.EBADF), _NAMES[self._name])
