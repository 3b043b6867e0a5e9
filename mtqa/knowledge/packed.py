"""A read-only dictionary of text lines, held as one block and searched by halving.

Thousands of entries cost no Python objects until they are asked for: loading is one
decompression, a look-up one search in a few kilobytes.
"""

from __future__ import annotations

import lzma
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from mtqa.common.memory import WORDS

#: A key is looked for in about so many bytes.
_PAGE = 2_048


class Table:
    """Key to text; keys hold no tab, keys and texts no newline.

    Args:
        block: lines ``key<TAB>text``, sorted by the bytes of their keys, each ended by a newline.
    """

    __slots__ = ("_block", "_first", "_remembered", "_starts")

    def __init__(self, block: bytes) -> None:
        self._block = block
        self._starts = _pages(block)
        self._first = [block[start : block.index(b"\t", start)] for start in self._starts]
        # a text asks for the same words again and again
        self._remembered = lru_cache(maxsize=WORDS)(self._get)

    def get(self, key: str) -> str | None:
        """The text of `key`, None where there is none."""
        return self._remembered(key)

    def _get(self, key: str) -> str | None:
        block, wanted = self._block, key.encode()
        page = bisect_right(self._first, wanted) - 1
        if page < 0 or b"\t" in wanted or b"\n" in wanted:
            return None
        start = self._starts[page]
        end = self._starts[page + 1] if page + 1 < len(self._starts) else len(block)
        if self._first[page] != wanted:
            # the newline before the line, so that nothing is found inside a text or longer key
            start = block.find(b"\n" + wanted + b"\t", start, end) + 1
            if not start:
                return None
        start += len(wanted) + 1
        return block[start : block.index(b"\n", start)].decode()

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def items(self) -> Iterator[tuple[str, str]]:
        """All entries in order."""
        for line in self._block.decode().split("\n")[:-1]:
            key, _, text = line.partition("\t")
            yield key, text


def _pages(block: bytes) -> list[int]:
    """Where pages of about equal length begin: each at the beginning of a line."""
    starts = []
    start = 0
    while start < len(block):
        starts.append(start)
        start = block.find(b"\n", start + _PAGE) + 1 or len(block)
    return starts


def load(path: Path) -> Table:
    """Read the table that `save` wrote to `path`."""
    return Table(lzma.decompress(path.read_bytes()))


def save(path: Path, entries: Mapping[str, str]) -> int:
    """Write `entries`; the same entries give the same bytes.

    Returns:
        The size of the file in bytes.

    Raises:
        ValueError: a key holds a tab, or a key or text a newline.
    """
    for key, text in entries.items():
        if "\t" in key or "\n" in key or "\n" in text:
            raise ValueError(f"{key!r}: tabs and newlines cannot be stored")
    lines = sorted((key.encode(), text.encode()) for key, text in entries.items())
    block = b"".join(key + b"\t" + text + b"\n" for key, text in lines)
    data = lzma.compress(block, preset=9 | lzma.PRESET_EXTREME)
    path.write_bytes(data)
    return len(data)
