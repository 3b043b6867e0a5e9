"""Builds the automata that `mtqa.knowledge.automaton` reads.

Minimal automaton from sorted words after Daciuk, Mihov, Watson and Watson (2000), "Incremental
construction of minimal acyclic finite-state automata"; packed into a double array first-fit.
The same words give the same bytes.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from mtqa.knowledge.automaton import MAGIC, SEPARATOR

_FINAL = 0x100
# A state: its arcs as label | final flag, target, label | final flag, target, ...
_State = tuple[int, ...]


def save(path: Path, words: Iterable[str], values: Mapping[str, int] | None = None) -> int:
    """Write `words` (plain members) and `values` (members with a number) to `path`.

    Returns:
        The size of the file in bytes.
    """
    values = values or {}
    members = set(words) | values.keys()
    alphabet = _alphabet(members, bool(values))
    codes = {ord(char): label for label, char in enumerate(alphabet, 1)}
    keys = [_encode(word, codes) for word in members]
    keys += [_encode(w + SEPARATOR, codes) + _digits(v, len(alphabet)) for w, v in values.items()]
    units = _pack(_minimise(sorted(keys)))
    if sys.byteorder == "big":
        units.byteswap()
    header = json.dumps({"alphabet": alphabet, "words": len(members)}, ensure_ascii=True)
    data = MAGIC + header.encode() + b"\n" + zlib.compress(units.tobytes(), 9)
    path.write_bytes(data)
    return len(data)


def _alphabet(words: Iterable[str], with_values: bool) -> str:
    """All characters, the most frequent first: low labels keep the double array dense."""
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(word)
    chars = sorted(counts, key=lambda char: (-counts[char], char))
    if with_values:
        chars.append(SEPARATOR)
        # Numbers are written in the alphabet; a tiny one would make them long.
        chars += [chr(0xE100 + i) for i in range(64 - len(chars))]
    if len(chars) > 255:
        raise ValueError(f"{len(chars)} different characters; at most 255 fit")
    return "".join(chars)


def _encode(word: str, codes: dict[int, int]) -> bytes:
    return bytes(map(codes.__getitem__, map(ord, word)))


def _digits(value: int, base: int) -> bytes:
    """A number as labels, two at least (a fixed width shares more states)."""
    out = [value % (base - 1) + 1]
    value //= base - 1
    while value or len(out) < 2:
        out.append(value % (base - 1) + 1)
        value //= base - 1
    return bytes(reversed(out))


def _minimise(keys: list[bytes]) -> list[_State]:
    """States of the minimal automaton, children before parents; the last one is the root."""
    register: dict[_State, int] = {(): 0}
    states: list[_State] = [()]
    path: list[list[int]] = [[]]
    previous = b""

    def freeze(depth: int) -> None:
        while len(path) > depth + 1:
            state = tuple(path.pop())
            number = register.get(state)
            if number is None:
                number = register[state] = len(states)
                states.append(state)
            path[-1][-1] = number

    for key in keys:
        if key == previous:
            continue
        shared, limit = 0, min(len(key), len(previous))
        while shared < limit and key[shared] == previous[shared]:
            shared += 1
        freeze(shared)
        for label in key[shared:]:
            path[-1] += (label, 0)
            path.append([])
        path[-2][-2] |= _FINAL
        previous = key
    freeze(0)
    states.append(tuple(path[0]))
    return states


def _pack(states: list[_State]) -> array[int]:
    """Lay the states out in a double array, larger states first: they are the hardest to place."""
    order = sorted(range(1, len(states)), key=lambda n: (-len(states[n]), n))
    floor = _Floor()
    bases = [0] * len(states)
    for number in order:
        bases[number] = floor.place([arc & 0xFF for arc in states[number][::2]])
    # Every base must be followed by room for 255 labels: a look-up may land anywhere there.
    units = array("I", bytes(4 * (((floor.taken.rfind(1) >> 8) + 1) << 8)))
    for number in order:
        state, base = states[number], bases[number]
        for arc, target in zip(state[::2], state[1::2], strict=True):
            units[base ^ (arc & 0xFF)] = arc | bases[target] << 9
    units[0] = bases[-1] << 9
    return units


class _Floor:
    """The free and taken units of a double array in the making."""

    def __init__(self) -> None:
        # Unit 0 belongs to the root's address, base 0 means "nothing behind".
        self.taken, self._bases = bytearray(b"\1"), bytearray(b"\1")
        self._start = 1

    def place(self, labels: list[int]) -> int:
        """The first base that nobody uses and whose units for `labels` are all free."""
        position, tries = self._start, 0
        while True:
            position = self.taken.find(0, position)
            if position < 0 or position + 512 > len(self.taken):
                position = self._start if position < 0 else position
                self.taken.extend(bytes(1 << 16))
                self._bases.extend(bytes(1 << 16))
                continue
            base = position ^ labels[0]
            if not self._bases[base] and not any(self.taken[base ^ label] for label in labels):
                break
            position += 1
            tries += 1
            # A stretch with few holes is given up, or the search would take minutes.
            if tries > 3000:
                self._start, tries = position - 1500, 0
        self._bases[base] = 1
        for label in labels:
            self.taken[base ^ label] = 1
        return base
