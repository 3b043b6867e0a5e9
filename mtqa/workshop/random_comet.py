"""COMET models with random weights: real to load and to run, for tests and for measuring cost.

Their scores mean nothing. A model is laid out like one from the hub (``hparams.yaml`` and
``checkpoints/model.ckpt``); its encoder is a folder with a tokenizer, trained on given texts, and
the configuration of an XLM-R of any size.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

_SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
_NAMES = {
    "bos_token": "<s>",
    "cls_token": "<s>",
    "eos_token": "</s>",
    "sep_token": "</s>",
    "pad_token": "<pad>",
    "unk_token": "<unk>",
    "mask_token": "<mask>",
}
#: The shape of the smallest encoder that does everything a large one does.
TINY: Mapping[str, int] = {
    "hidden_size": 32,
    "num_hidden_layers": 2,
    "num_attention_heads": 2,
    "intermediate_size": 64,
    "max_position_embeddings": 130,
}
#: XLM-R large, the encoder of wmt22-cometkiwi-da (InfoXLM has the same shape).
LARGE: Mapping[str, int] = {
    "vocab_size": 250_002,
    "hidden_size": 1024,
    "num_hidden_layers": 24,
    "num_attention_heads": 16,
    "intermediate_size": 4096,
    "max_position_embeddings": 514,
}


def make_encoder(
    folder: Path, texts: Iterable[str], *, pieces: int = 1500, shape: Mapping[str, int] = TINY
) -> Path:
    """An encoder without weights.

    Args:
        folder: where it is made.
        texts: what its tokenizer is trained on.
        pieces: how many pieces the tokenizer knows at most.
        shape: options of ``XLMRobertaConfig``.
    """
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import XLMRobertaConfig

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=pieces, special_tokens=_SPECIAL, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    longest = shape["max_position_embeddings"] - 2
    settings = {**_NAMES, "tokenizer_class": "XLMRobertaTokenizer", "model_max_length": longest}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings), encoding="utf-8")
    vocabulary = {"vocab_size": tokenizer.get_vocab_size()}
    XLMRobertaConfig(**{**vocabulary, **shape}, pad_token_id=1).save_pretrained(folder)
    return folder


def make_model(
    folder: Path, encoder: Path, name: str, *, spread: float = 1.0, **options: Any
) -> Path:
    """A model of one of COMET's classes, the same each time.

    Args:
        folder: where it is made.
        encoder: what :func:`make_encoder` has made.
        name: the class, as ``comet.models.str2model`` calls it.
        spread: what the random weights are multiplied by; small ones give every text nearly the
            same score.
        options: the class's own.
    """
    import pytorch_lightning
    import torch
    from comet.models import str2model

    torch.manual_seed(2026)
    model = str2model[name](
        encoder_model="XLM-RoBERTa",
        pretrained_model=str(encoder),
        load_pretrained_weights=False,
        local_files_only=True,
        **options,
    )
    with torch.no_grad():
        for weights in model.parameters():
            weights.mul_(spread)
    (folder / "checkpoints").mkdir(parents=True)
    checkpoint = {
        "state_dict": model.state_dict(),
        "hyper_parameters": dict(model.hparams),
        "pytorch-lightning_version": pytorch_lightning.__version__,
    }
    torch.save(checkpoint, folder / "checkpoints" / "model.ckpt")
    (folder / "hparams.yaml").write_text(f"class_identifier: {name}\n", encoding="utf-8")
    return folder
