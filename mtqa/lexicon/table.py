"""A read-only dictionary of text lines, held as one block and searched by halving.

Thousands of entries cost no Python objects until they are asked for: loading is one
decompression, a look-up some fifteen comparisons.
"""

from __future__ import annotations

import lzma
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path


class Table:
    """Key to text; keys hold no tab, keys and texts no newline.

    Args:
        block: lines ``key<TAB>text``, sorted by the bytes of their keys, each ended by a newline.
    """

    __slots__ = ("_block", "_remembered")

    def __init__(self, block: bytes) -> None:
        self._block = block
        # a text asks for the same words again and again; the search is twenty steps in Python
        self._remembered = lru_cache(maxsize=60_000)(self._get)

    def get(self, key: str) -> str | None:
        """The text of `key`, None where there is none."""
        return self._remembered(key)

    def _get(self, key: str) -> str | None:
        block, wanted = self._block, key.encode()
        low, high = 0, len(block)
        while low < high:
            start = block.rfind(b"\n", low, (low + high) // 2) + 1 or low
            tab = block.index(b"\t", start)
            found = block[start:tab]
            end = block.index(b"\n", tab)
            if found == wanted:
                return block[tab + 1 : end].decode()
            if found < wanted:
                low = end + 1
            else:
                high = start
        return None

    def __contains__(self, key: str) -> bool:
        return self.get(key) is not None

    def items(self) -> Iterator[tuple[str, str]]:
        """All entries in order."""
        for line in self._block.decode().splitlines():
            key, _, text = line.partition("\t")
            yield key, text


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
