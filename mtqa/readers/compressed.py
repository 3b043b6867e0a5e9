"""Compressed bytes as a stream that ends where the file says, and nowhere before.

A file that was cut while it was copied must not pass for a shorter one: what breaks off inside a
compressed frame, or has none at all, is damaged.
"""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, BinaryIO, cast

from mtqa.errors import MissingExtra

#: Bytes read at once. A byte of Zstandard may stand for 32 kB: what they become must fit in memory.
_STEP = 1_024
_CUT = "Compressed file ended before the end-of-stream marker was reached"


class Damaged(Exception):
    """Compressed bytes that break off or are no such bytes; its text says how."""


def decompressed(raw: BinaryIO, path: str) -> BinaryIO:
    """The bytes of a file as they were before compression, if its ending names one we know.

    Reading raises:
        Damaged: the file is empty, breaks off, or is not compressed so.

    Raises:
        MissingExtra: zstandard is needed and not installed.
    """
    if path.endswith(".gz"):
        return cast(BinaryIO, io.BufferedReader(_Gzip(raw)))
    if path.endswith((".zst", ".zstd")):
        return cast(BinaryIO, io.BufferedReader(_Zstandard(raw)))
    return raw


class _Stream(io.RawIOBase):
    """Bytes of another stream, decompressed by ``_more``."""

    def __init__(self) -> None:
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        room = memoryview(buffer)
        if not self._ready:
            self._ready = memoryview(self._more(len(room)))
        size = min(len(room), len(self._ready))
        room[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _more(self, size: int) -> bytes:
        """The next decompressed bytes, about ``size`` of them; none at the end."""
        raise NotImplementedError


class _Gzip(_Stream):
    def __init__(self, raw: BinaryIO) -> None:
        super().__init__()
        self._file = gzip.GzipFile(fileobj=cast(Any, _Filled(raw)))

    def _more(self, size: int) -> bytes:
        try:
            return self._file.read(size)
        except (EOFError, gzip.BadGzipFile, zlib.error) as problem:
            raise Damaged(str(problem)) from None


class _Zstandard(_Stream):
    """Frame by frame, as zstandard's own reader takes the end of the bytes for that of a frame."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__()
        try:
            import zstandard
        except ImportError:
            raise MissingExtra("zstandard", "corpus") from None
        self._raw, self._error = _Filled(raw), zstandard.ZstdError
        self._begin = zstandard.ZstdDecompressor().decompressobj
        self._frame: Any = None
        self._left = b""

    def _more(self, size: int) -> bytes:
        found = b""
        while not found:
            data = self._left or self._raw.read(_STEP)
            if not data:
                if self._frame is not None:
                    raise Damaged(_CUT)
                return b""
            try:
                self._frame = self._frame or self._begin()
                found = self._frame.decompress(data)
            except self._error as problem:
                raise Damaged(str(problem)) from None
            self._left = self._frame.unused_data if self._frame.eof else b""
            if self._frame.eof:
                self._frame = None
        return found


class _Filled:
    """A stream that is not empty."""

    def __init__(self, raw: BinaryIO) -> None:
        self._raw, self._begun = raw, False

    def read(self, size: int = -1) -> bytes:
        data = self._raw.read(size)
        if not data and size and not self._begun:
            raise Damaged("empty")
        self._begun = True
        return data
