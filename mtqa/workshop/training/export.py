"""A trained estimator as the files that ship: an int8 ONNX graph, packed embeddings, a manifest."""

from __future__ import annotations

import copy
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn

from mtqa.align.e5 import packaged
from mtqa.align.e5_file import BYTES, PackedFile
from mtqa.scorers.qe.location import write_manifest
from mtqa.workshop.training.network import Estimator

_OPSET = 17


class _Graph(nn.Module):  # type: ignore[misc, unused-ignore]
    """What runs in the product: word embeddings in, so that the table can lie outside packed."""

    def __init__(self, model: Estimator) -> None:
        super().__init__()
        self.model = model

    def forward(
        self, embedded: torch.Tensor, sides: torch.Tensor, present: torch.Tensor
    ) -> tuple[torch.Tensor, torch.Tensor]:
        body = self.model.body.embeddings
        positions = body.position_embeddings.weight[: embedded.shape[1]].unsqueeze(0)
        hidden = body.LayerNorm(embedded + positions + body.token_type_embeddings.weight[0])
        scores, marks = self.model(hidden, sides, present)
        return scores, marks


class _ByRow(nn.Module):  # type: ignore[misc, unused-ignore]
    """A linear layer that reads each piece on a scale of its own.

    Activations are quantised with one step for all pieces of a batch. In the feed-forward layers a
    few pieces are far larger than the others, which then have few steps left. Divided by its
    largest value in front of the matrix, and multiplied by it behind, every piece has all of them;
    in exact arithmetic nothing changes.
    """

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__()
        self.weight, self.bias = linear.weight, linear.bias

    def forward(self, hidden: torch.Tensor) -> torch.Tensor:
        largest = hidden.abs().amax(-1, keepdim=True).clamp(min=1e-6)
        return (hidden / largest) @ self.weight.t() * largest + self.bias


def _by_row(model: Estimator) -> Estimator:
    """A copy of the network whose feed-forward layers read each piece on a scale of its own."""
    model = copy.deepcopy(model)
    for layer in model.body.encoder.layer:
        for part in (layer.intermediate, layer.output):
            part.dense = _ByRow(part.dense)
    return model


def export(model: Estimator, body: Path, folder: Path, manifest: dict[str, Any]) -> None:
    """Write ``model.onnx``, ``embeddings.npy``, ``tokenizer.json`` and ``model.json``.

    The embeddings were never trained, so that the 4 bits of the packed body are exact. The other
    matrices become int8 by row; activations are quantised as they come.

    Args:
        model: as trained.
        body: the folder that :func:`mtqa.workshop.training.body.make` wrote.
        folder: where to write.
        manifest: what ``model.json`` says.
    """
    folder.mkdir(parents=True, exist_ok=True)
    kept = np.array(json.loads((body / "kept.json").read_text(encoding="utf-8")))
    packed = PackedFile(packaged())
    blocks = packed.blocks("emb.word").reshape(packed.rows, -1, BYTES)
    np.save(folder / "embeddings.npy", blocks[kept])
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "whole.onnx"
        _write(model, packed.width, whole)
        _quantize(whole, folder / "model.onnx")
    shutil.copy(body / "tokenizer.json", folder / "tokenizer.json")
    write_manifest(folder, manifest)


def _write(model: Estimator, hidden: int, path: Path) -> None:
    graph = _Graph(_by_row(model.eval().float()))
    example = (torch.zeros(2, 9, hidden), torch.ones(2, 9, dtype=torch.long), torch.ones(2, 9))
    varying = {0: "pairs", 1: "pieces"}
    torch.onnx.export(
        graph,
        example,
        str(path),
        input_names=["embedded", "sides", "present"],
        output_names=["scores", "marks"],
        dynamic_axes={
            "embedded": varying,
            "sides": varying,
            "present": varying,
            "scores": {0: "pairs"},
            "marks": varying,
        },
        opset_version=_OPSET,
        dynamo=False,
    )


def _quantize(whole: Path, path: Path) -> None:
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        whole,
        path,
        weight_type=QuantType.QInt8,
        per_channel=True,
        # only the body's large matrices: the heads are small, and decide
        op_types_to_quantize=["MatMul"],
    )
