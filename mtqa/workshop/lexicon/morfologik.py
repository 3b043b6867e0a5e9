"""Reads the finite-state dictionaries of the morfologik project (``.dict``).

Two of its file versions exist in the wild and both are read here: FSA5 (version byte 0x05, fixed
width addresses) and CFSA2 (0xC6, variable width). The layout is the one documented in the
morfologik-stemming project's ``FSA5`` and ``CFSA2`` class descriptions; the code is our own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

_MAGIC = b"\\fsa"
_FSA5, _CFSA2 = 0x05, 0xC6

# (label, is_final, is_last, target or 0 for "no further node", offset of the next arc)
_Arc = tuple[int, bool, bool, int, int]
_ReadArc = Callable[[int], _Arc]


def sequences(path: Path) -> Iterator[bytes]:
    """Yield every byte sequence of the automaton at `path`, in the automaton's order.

    Raises:
        ValueError: the file is no FSA5 or CFSA2 automaton.
    """
    data = path.read_bytes()
    if data[:4] != _MAGIC:
        raise ValueError(f"{path}: not a morfologik automaton")
    if data[4] == _FSA5:
        read, root = _fsa5(data)
    elif data[4] == _CFSA2:
        read, root = _cfsa2(data)
    else:
        raise ValueError(f"{path}: unknown automaton version {data[4]:#x}")
    yield from _walk(read, root)


def _walk(read: _ReadArc, root: int) -> Iterator[bytes]:
    """Depth first over the automaton with an explicit stack: words may be long."""
    prefix = bytearray()
    stack: list[tuple[int, int]] = [(root, 0)]
    while stack:
        offset, depth = stack.pop()
        label, final, last, target, following = read(offset)
        if not last:
            stack.append((following, depth))
        del prefix[depth:]
        prefix.append(label)
        if final:
            yield bytes(prefix)
        if target:
            stack.append((target, depth + 1))


def _fsa5(data: bytes) -> tuple[_ReadArc, int]:
    """Arc reader and root of a version 5 automaton (flags in the low 3 bits of the address)."""
    arcs = data[8:]
    width, node_data = data[7] & 0x0F, data[7] >> 4

    def read(arc: int) -> _Arc:
        flags = arcs[arc + 1]
        if flags & 4:
            target = following = arc + 2
        else:
            target = int.from_bytes(arcs[arc + 1 : arc + 1 + width], "little") >> 3
            following = arc + 1 + width
        target = target + node_data if target else 0
        return arcs[arc], bool(flags & 1), bool(flags & 2), target, following

    # The first node holds one dummy arc; the arc after it points to the root.
    start = read(node_data)[4] + node_data
    return read, read(start)[3]


def _cfsa2(data: bytes) -> tuple[_ReadArc, int]:
    """Arc reader and root of a CFSA2 automaton (frequent labels in 5 bits, varint addresses)."""
    mapping = data[8 : 8 + data[7]]
    arcs = data[8 + data[7] :]

    def head(arc: int) -> tuple[int, int, int, int]:
        flags = arcs[arc]
        index = flags & 0x1F
        label, offset = (mapping[index], arc + 1) if index else (arcs[arc + 1], arc + 2)
        target = 0
        if not flags & 0x80:
            shift = 0
            while True:
                byte = arcs[offset]
                offset += 1
                target |= (byte & 0x7F) << shift
                shift += 7
                if byte < 0x80:
                    break
        return flags, label, target, offset

    def read(arc: int) -> _Arc:
        flags, label, target, following = head(arc)
        if flags & 0x80:
            # "Target follows": the target node starts after the last arc of this node.
            last, target = flags & 0x40, following
            while not last:
                other, _, _, target = head(target)
                last = other & 0x40
        return label, bool(flags & 0x20), bool(flags & 0x40), target, following

    return read, read(0)[3]
