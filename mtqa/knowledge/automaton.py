"""A set or map of words as a minimal automaton in a double array: a few hundred kB, fast to walk.

Words that share endings share states (a DAWG, built by `mtqa.workshop.lexicon.dawg`), and a state's
arcs lie in one array of 32-bit units, so a step is one index and one comparison (the double array
of Aoe 1989 in the XOR form of Yata's dawgdic). One unit holds

    bits 0-7   the label of the arc (1-255, an index into the automaton's own alphabet)
    bit  8     a word ends here
    bits 9-31  the base of the state behind the arc (0: nothing behind it)

and the arc of state `base` with `label` sits at index `base ^ label`. No two states share a base,
so the stored label alone tells whether an arc belongs to the state that asks for it.

A map is a set of `word + SEPARATOR + digits`, where digits are labels again.
"""

from __future__ import annotations

import json
import sys
import zlib
from array import array
from codecs import charmap_encode
from collections.abc import Iterator
from pathlib import Path

MAGIC = b"mtqa-automaton-1\n"
#: Stands between a word and its value; a private-use code point, so no text contains it.
SEPARATOR = "\ue000"
_LABEL, _FINAL = 0xFF, 0x100


class Automaton:
    """An immutable set (or map to small integers) of words.

    Args:
        alphabet: the character of label 1, of label 2 and so on; at most 255.
        units: the double array; unit 0 holds the base of the root.
    """

    __slots__ = ("_codes", "_labels", "_separator", "_values", "alphabet", "root", "units")

    def __init__(self, alphabet: str, units: array[int]) -> None:
        self.alphabet = alphabet
        self.units = units
        self.root = units[0] >> 9
        self._labels = {char: label for label, char in enumerate(alphabet, 1)}
        self._codes = {ord(char): label for char, label in self._labels.items()}
        self._separator = self._labels.get(SEPARATOR, 0)
        # words with one value and the same continuations share the state that holds it
        self._values: dict[int, int | None] = {}

    def _walk(self, word: str) -> int | None:
        """The unit of the last arc of `word`, None where the path breaks off."""
        try:
            labels = charmap_encode(word, "strict", self._codes)[0]
        except UnicodeEncodeError:
            return None
        units, unit, base = self.units, 0, self.root
        for label in labels:
            unit = units[base ^ label]
            if unit & _LABEL != label:
                return None
            base = unit >> 9
        return unit

    def __contains__(self, word: str) -> bool:
        unit = self._walk(word)
        return unit is not None and bool(unit & _FINAL)

    def value(self, word: str) -> int | None:
        """The number stored with `word`, None where there is none."""
        unit = self._walk(word)
        return None if unit is None else self.value_at(unit >> 9)

    def value_at(self, base: int) -> int | None:
        """The number stored with the word whose last arc leads to state `base`."""
        try:
            return self._values[base]
        except KeyError:
            value = self._values[base] = self._read_value(base)
            return value

    def _read_value(self, base: int) -> int | None:
        label, value = self._separator, 0
        unit = self.units[base ^ label] if base and label else 0
        if not label or unit & _LABEL != label:
            return None
        while not unit & _FINAL:
            label, unit = next(self._arcs(unit >> 9))
            value = value * (len(self.alphabet) - 1) + label - 1
        return value

    def _arcs(self, base: int) -> Iterator[tuple[int, int]]:
        if base:
            units = self.units
            for label in range(1, len(self.alphabet) + 1):
                unit = units[base ^ label]
                if unit & _LABEL == label:
                    yield label, unit

    def arcs(self, base: int) -> Iterator[tuple[str, int, bool]]:
        """The characters that may follow in state `base`: (character, next state, a word ends)."""
        for label, unit in self._arcs(base):
            if label != self._separator:
                yield self.alphabet[label - 1], unit >> 9, bool(unit & _FINAL)

    def labels(self, text: str) -> list[int]:
        """The label of each character, 0 for one that no word has."""
        return [self._labels.get(char, 0) for char in text]

    def completes(self, base: int, labels: list[int], at: int, final: bool) -> bool:
        """Whether `labels` from `at` on lead from state `base` to the end of a word; `final`
        says whether one ends at `base`, for where there is nothing left."""
        units = self.units
        for place in range(at, len(labels)):
            label = labels[place]
            if not base or not label:
                return False
            unit = units[base ^ label]
            if unit & _LABEL != label:
                return False
            base, final = unit >> 9, bool(unit & _FINAL)
        return final

    def step(self, base: int, char: str) -> tuple[int, bool] | None:
        """One step from state `base`: (next state, a word ends here), None where no arc leads."""
        label = self._labels.get(char)
        if label is None or not base:
            return None
        unit = self.units[base ^ label]
        return (unit >> 9, bool(unit & _FINAL)) if unit & _LABEL == label else None

    def words(self, prefix: str = "") -> Iterator[str]:
        """Every word that begins with `prefix`, in the order of the alphabet."""
        unit = self._walk(prefix)
        if unit is None:
            return
        if prefix and unit & _FINAL:
            yield prefix
        stack = [(prefix, unit >> 9 if prefix else self.root)]
        while stack:
            word, base = stack.pop()
            if word != prefix and word[-1:] == "\0":
                yield word[:-1]
                continue
            for char, after, final in reversed(list(self.arcs(base))):
                stack.append((word + char, after))
                if final:
                    stack.append((word + char + "\0", 0))


def load(path: Path) -> Automaton:
    """Read the automaton that `mtqa.workshop.lexicon.dawg.save` wrote to `path`.

    Raises:
        ValueError: the file is no automaton of this version.
    """
    data = path.read_bytes()
    if not data.startswith(MAGIC):
        raise ValueError(f"{path}: not a word automaton of this version of mtqa")
    start = data.index(b"\n", len(MAGIC)) + 1
    header = json.loads(data[len(MAGIC) : start])
    units = array("I")
    units.frombytes(zlib.decompress(data[start:]))
    if sys.byteorder == "big":
        units.byteswap()
    return Automaton(header["alphabet"], units)
