"""Tiny COMET models with random weights, made in seconds, so that loading and scoring are real.

Their scores mean nothing. Each is laid out like a model from the hub: ``hparams.yaml`` and
``checkpoints/model.ckpt``, and an encoder folder with a tokenizer trained on the shipped articles.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
_SPECIAL = ["<s>", "<pad>", "</s>", "<unk>", "<mask>"]
_UNIFIED = {
    "word_layer": 2,
    "word_level_training": True,
    "error_labels": ["minor", "major", "critical"],
    "cross_entropy_weights": [0.1, 1.0, 1.0, 1.0],
    "layer_transformation": "softmax",
}
#: Class and options of each kind of model.
KINDS: dict[str, tuple[str, dict[str, Any]]] = {
    "reference-based": ("regression_metric", {}),
    "reference-free": ("referenceless_regression_metric", {}),
    "unified": ("unified_metric", {**_UNIFIED, "input_segments": ["mt", "src"]}),
    "unified-three": ("unified_metric", {**_UNIFIED, "input_segments": ["mt", "src", "ref"]}),
    "target-only": ("unified_metric", {**_UNIFIED, "input_segments": ["mt"]}),
}


def make_encoder(folder: Path) -> Path:
    """A folder with an XLM-R tokenizer of 1,500 pieces and the configuration of a small encoder."""
    from tokenizers import Tokenizer, models, pre_tokenizers, processors, trainers
    from transformers import XLMRobertaConfig

    tokenizer = Tokenizer(models.BPE(unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace()
    trainer = trainers.BpeTrainer(vocab_size=1500, special_tokens=_SPECIAL, show_progress=False)
    tokenizer.train(
        [str(path) for path in sorted((ROOT / "corpora/articles").glob("*.txt"))], trainer
    )
    tokenizer.post_processor = processors.TemplateProcessing(
        single="<s> $A </s>",
        pair="<s> $A </s> </s> $B </s>",
        special_tokens=[("<s>", 0), ("</s>", 2)],
    )
    folder.mkdir(parents=True)
    tokenizer.save(str(folder / "tokenizer.json"))
    names = {"bos_token": "<s>", "eos_token": "</s>", "cls_token": "<s>", "sep_token": "</s>",
             "pad_token": "<pad>", "unk_token": "<unk>", "mask_token": "<mask>"}  # fmt: skip
    settings = {**names, "tokenizer_class": "XLMRobertaTokenizer", "model_max_length": 128}
    (folder / "tokenizer_config.json").write_text(json.dumps(settings))
    XLMRobertaConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=64,
        max_position_embeddings=130,
        pad_token_id=1,
    ).save_pretrained(folder)
    return folder


def make_model(folder: Path, encoder: Path, kind: str, seed: int = 2026) -> Path:
    """A model of one of :data:`KINDS` in ``folder``."""
    import pytorch_lightning
    import torch
    import yaml
    from comet.models import str2model

    name, options = KINDS[kind]
    torch.manual_seed(seed)
    model = str2model[name](
        encoder_model="XLM-RoBERTa",
        pretrained_model=str(encoder),
        load_pretrained_weights=False,
        local_files_only=True,
        hidden_sizes=[16],
        dropout=0.1,
        **options,
    )
    with torch.no_grad():
        for weights in model.parameters():
            # random weights as they come are all but zero, and every score the same
            weights.mul_(4)
    (folder / "checkpoints").mkdir(parents=True)
    checkpoint = {
        "state_dict": model.state_dict(),
        "hyper_parameters": dict(model.hparams),
        "pytorch-lightning_version": pytorch_lightning.__version__,
    }
    torch.save(checkpoint, folder / "checkpoints" / "model.ckpt")
    (folder / "hparams.yaml").write_text(yaml.safe_dump({"class_identifier": name}))
    return folder
