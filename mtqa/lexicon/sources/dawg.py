"""Builds the automata that `mtqa.lexicon.automaton` reads.

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

from mtqa.lexicon.automaton import MAGIC, SEPARATOR

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
    bases = [0] * len(states)
    taken = bytearray(1 << 16)
    taken[0] = 1
    used_bases = bytearray(1 << 16)
    used_bases[0] = 1
    floor = 1
    for number in order:
        labels = [arc & 0xFF for arc in states[number][::2]]
        position = floor
        tries = 0
        while True:
            position = taken.find(0, position)
            if position < 0 or position + 512 > len(taken):
                taken.extend(bytes(1 << 16))
                used_bases.extend(bytes(1 << 16))
                position = max(position, floor)
                continue
            base = position ^ labels[0]
            if not used_bases[base] and not any(taken[base ^ label] for label in labels):
                break
            position += 1
            tries += 1
            if tries > 3000 and position > floor:
                floor, tries = position - 1500, 0
        bases[number] = base
        used_bases[base] = 1
        for label in labels:
            taken[base ^ label] = 1
    size = taken.rfind(1) + 1
    units = array("I", bytes(4 * (((size >> 8) + 1) << 8)))
    for number in order:
        state, base = states[number], bases[number]
        for arc, target in zip(state[::2], state[1::2], strict=True):
            units[base ^ (arc & 0xFF)] = arc | bases[target] << 9
    units[0] = bases[-1] << 9
    return units
