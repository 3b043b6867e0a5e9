"""A model that ships as a network again, to be trained further."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from mtqa.align.e5 import packaged
from mtqa.align.e5_file import PackedFile
from mtqa.errors import MtqaError
from mtqa.workshop.training import body
from mtqa.workshop.training.network import Estimator

#: What the exporter and the quantiser call a matrix: by the module that multiplies with it, or by
#: its own name, turned round.
_MODULE = re.compile(r"/model/(?P<path>.+)/MatMul")
_TURNED = ".weight_Transposed"
#: What does not lie in the graph, and was never trained.
_PACKED = {"body.embeddings.word_embeddings.weight", "body.embeddings.token_type_embeddings.weight"}


def restored(model: Path, work: Path) -> Estimator:
    """The network whose export ``model`` is; its matrices keep the 8 bits they ship in.

    A model that was made before a head or a score was added gets it: a head begins as that for
    wrong words, a score as the judgement of people, which are the first of their kind.

    Args:
        model: the folder of a model.
        work: where its body is written, as :func:`mtqa.workshop.training.body.make` does.

    Raises:
        MtqaError: the folder holds no graph of such a network.
    """
    import onnx
    from onnx import numpy_helper

    _body_of(model, work)
    network = Estimator(body.load(work))
    graph = onnx.load(str(model / "model.onnx")).graph
    constants = {item.name: numpy_helper.to_array(item) for item in graph.initializer}
    found = {name.removeprefix("model."): value for name, value in constants.items()}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            name, matrix = _matrix(node, constants)
            found[name] = matrix
    state = network.state_dict()
    missing = state.keys() - found.keys() - _PACKED
    if missing:
        raise MtqaError(f"{model}: model.onnx lacks {min(missing)}; it is not of this network")
    trained = {
        name: _widened(torch.from_numpy(found[name].copy()), len(state[name]))
        for name in state
        if name in found
    }
    network.load_state_dict({**state, **trained})
    return network


def _widened(values: torch.Tensor, rows: int) -> torch.Tensor:
    """The values, their first row repeated until there are so many."""
    return torch.cat([values, *[values[:1]] * max(0, rows - len(values))])


def _body_of(model: Path, work: Path) -> None:
    """The tokenizer of a model, and which pieces of e5's it keeps."""
    work.mkdir(parents=True, exist_ok=True)
    shutil.copy(model / "tokenizer.json", work / "tokenizer.json")
    numbers = PackedFile(packaged()).pieces
    vocabulary = body.load_tokenizer(work).get_vocab()
    kept = [numbers[piece] for piece, _ in sorted(vocabulary.items(), key=lambda item: item[1])]
    (work / "kept.json").write_text(json.dumps(kept), encoding="utf-8")


def _matrix(node: Any, constants: dict[str, NDArray[Any]]) -> tuple[str, NDArray[np.float32]]:
    """The name and the weights of the matrix that a node multiplies with."""
    base = node.input[1].removesuffix("_quantized")
    whole = constants[f"{base}_quantized"].astype(np.float32)
    matrix = (whole - constants[f"{base}_zero_point"]) * constants[f"{base}_scale"]
    if base.endswith(_TURNED):
        name = base.removeprefix("model.").removesuffix("_Transposed")
    else:
        match = _MODULE.match(node.name)
        path = match["path"].replace("/", ".") if match else node.name
        # inside a Sequential the exporter writes its name twice
        path = re.sub(r"^marks\.marks\.", "marks.", path)
        name = ("body.encoder." if path.startswith("layer.") else "") + path + ".weight"
    return name, matrix.T.astype(np.float32)
