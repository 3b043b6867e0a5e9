"""A language model of a few kilobytes for llama.cpp, that always says the same.

Real servers are tested with it (``tests/scorers/llm/test_llama_cpp.py``): what travels, what the
server takes for a schema and how it counts is real, only the wisdom is not. It is a Llama of one
layer that adds nothing, so that each piece of the text leads to the next by the weights of the last
layer alone; pieces of the sentence lead along it, and everything else leads to its beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

#: Dimensions: one for each piece of the sentence, and one for everything else.
_SIZE = 64
_SURE = 8.0
_LETTERS = tuple(f"<0x{byte:02X}>" for byte in range(256))
_UNKNOWN, _BEGIN, _END = "<unk>", "<s>", "</s>"


def write(path: Path, sentence: Sequence[str]) -> None:
    """Write a model as a GGUF file; needs the package ``gguf``.

    Args:
        path: the file.
        sentence: what it says, in at most 62 pieces; no two are the same.

    Raises:
        ValueError: there are too many pieces, or two are the same.
    """
    from gguf import GGUFWriter, TokenType

    if len(sentence) > _SIZE - 2 or len(set(sentence)) < len(sentence):
        raise ValueError(f"a sentence has at most {_SIZE - 2} pieces, each another")
    tokens = [_UNKNOWN, _BEGIN, _END, *_LETTERS, *sentence]
    kinds = [TokenType.UNKNOWN, TokenType.CONTROL, TokenType.CONTROL]
    kinds += [TokenType.BYTE] * len(_LETTERS) + [TokenType.NORMAL] * len(sentence)
    writer = GGUFWriter(path, "llama")
    writer.add_name("tiny")
    writer.add_context_length(32_768)
    writer.add_embedding_length(_SIZE)
    writer.add_block_count(1)
    writer.add_feed_forward_length(_SIZE)
    writer.add_head_count(1)
    writer.add_layer_norm_rms_eps(1e-6)
    writer.add_vocab_size(len(tokens))
    writer.add_tokenizer_model("llama")
    writer.add_token_list(tokens)
    writer.add_token_scores([-1000.0] * len(tokens))
    writer.add_token_types(kinds)
    writer.add_add_space_prefix(False)  # the schema holds from the first letter on
    writer.add_unk_token_id(0)
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    for name, weights in _weights(tokens, len(sentence)).items():
        writer.add_tensor(f"{name}.weight", weights)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def _weights(tokens: Sequence[str], pieces: int) -> dict[str, NDArray[Any]]:
    """The weights by name: each token but the last leads to the next piece of the sentence.

    Args:
        tokens: all of them; the sentence is the last.
        pieces: how many pieces the sentence has.
    """
    import numpy

    first = len(tokens) - pieces
    embedded = numpy.zeros((len(tokens), _SIZE), numpy.float32)
    leading = numpy.zeros((len(tokens), _SIZE), numpy.float32)
    embedded[:first, 0] = 1
    for place in range(pieces):
        embedded[first + place, place + 1] = 1
        leading[first + place, place] = _SURE
    leading[tokens.index(_END), pieces] = _SURE
    norms = ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm")
    layers = ("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")
    nothing = numpy.zeros((_SIZE, _SIZE), numpy.float32)
    return {
        "token_embd": embedded,
        "output": leading,
        **{name: numpy.ones(_SIZE, numpy.float32) for name in norms},
        **{f"blk.0.{name}": nothing for name in layers},
    }
