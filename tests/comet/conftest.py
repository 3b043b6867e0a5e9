"""COMET lives in an environment of its own (``make test-comet``); without it these are skipped."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

# before anything imports huggingface_hub: these tests have no network
os.environ["HF_HUB_OFFLINE"] = "1"

from mtqa.workshop.random_comet import make_encoder, make_model
from tests.conftest import ARTICLES

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if find_spec("comet") is not None:
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason="COMET is not installed; run make test-comet"))


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of a model of some kind; each is made once."""
    folder = tmp_path_factory.mktemp("models")
    made: dict[str, Path] = {}

    def make(kind: str) -> Path:
        if not made:
            texts = [path.read_text(encoding="utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
            made["encoder"] = make_encoder(folder / "encoder", texts)
        if kind not in made:
            name, options = KINDS[kind]
            options = {"hidden_sizes": [16], "spread": 4.0, **options}
            made[kind] = make_model(folder / kind, made["encoder"], name, **options)
        return made[kind]

    return make
