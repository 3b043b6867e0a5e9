"""Bytes in: local files, standard input and remote paths, compressed or not, as a stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

from mtqa.errors import InputError, MissingExtra
from mtqa.readers.compressed import Damaged, decompressed
from mtqa.readers.text import is_cut_off

STDIN = "-"
#: A line of a corpus longer than this is no line: the file is binary, or has no line breaks.
MAX_LINE = 16_000_000


def is_remote(path: str) -> bool:
    """Whether the path is a URL that fsspec opens: ``s3://``, ``gs://``, ``https://`` …"""
    return "://" in path


@contextmanager
def opened(path: str) -> Iterator[BinaryIO]:
    """The decompressed bytes of a file; ``.gz`` and ``.zst`` are recognised by their ending.

    Raises:
        InputError: the file is missing, may not be read, breaks off, or is compressed and empty.
    """
    try:
        with _raw(path) as raw:
            yield decompressed(raw, path)
    except Damaged as problem:
        kind = "gzip" if path.endswith(".gz") else "Zstandard"
        raise InputError(path, f"damaged {kind} ({problem})", "copy the file again") from None
    except FileNotFoundError:
        raise InputError(path, "no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(path, "is a folder", "name its files, or use --input-format") from None
    except OSError as problem:
        reason = problem.strerror or str(problem)
        raise InputError(path, f"cannot be read ({reason})", "check the path") from None


@contextmanager
def _raw(path: str) -> Iterator[BinaryIO]:
    if path == STDIN:
        yield sys.stdin.buffer
    elif is_remote(path):
        with filesystem(path).open(path, "rb") as file:
            yield cast(BinaryIO, file)
    else:
        with Path(path).open("rb") as file:
            yield file


def filesystem(path: str):  # type: ignore[no-untyped-def]
    """fsspec's file system for a URL.

    Raises:
        MissingExtra: fsspec, or what it needs for this kind of URL, is not installed.
    """
    try:
        import fsspec
    except ImportError:
        raise MissingExtra("fsspec", "corpus") from None
    try:
        return fsspec.core.url_to_fs(path)[0]
    except (ImportError, ValueError) as problem:
        raise InputError(path, str(problem), "install what fsspec needs for it") from None


def lines(path: str) -> Iterator[tuple[int, bytes]]:
    """The lines of a file with their numbers from 1, line ends cut off.

    Only a line feed ends a line: other separators may stand inside a text.

    Raises:
        InputError: the file cannot be read, or has a line longer than 16 MB.
    """
    with opened(path) as file:
        number = 0
        while line := file.readline(MAX_LINE + 1):
            number += 1
            if len(line) > MAX_LINE:
                raise InputError(
                    f"{path}:{number}",
                    f"a line longer than {MAX_LINE // 1_000_000} MB",
                    "is it a file of lines?",
                )
            if number == 1:
                line = line.removeprefix(b"\xef\xbb\xbf")
            yield number, line.removesuffix(b"\n").removesuffix(b"\r")


def decoded(line: bytes) -> str | None:
    """The line as text, or None if it is not UTF-8."""
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return None


def not_utf8(line: bytes) -> str:
    """The reason for a line that is not UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError as problem:
        if is_cut_off(problem):
            return (
                f"UTF-8 cut off in its last letter (byte 0x{line[problem.start]:02x} at column "
                f"{problem.start + 1})"
            )
        return f"byte 0x{line[problem.start]:02x} at column {problem.start + 1} is not UTF-8"
    return "is UTF-8"
