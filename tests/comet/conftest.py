"""COMET lives in an environment of its own (``make test-comet``); without it these are skipped."""

from __future__ import annotations

import os
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

# before anything imports huggingface_hub: these tests have no network
os.environ["HF_HUB_OFFLINE"] = "1"

from tests.comet.models import make_encoder, make_model


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
            made["encoder"] = make_encoder(folder / "encoder")
        if kind not in made:
            made[kind] = make_model(folder / kind, made["encoder"], kind)
        return made[kind]

    return make
