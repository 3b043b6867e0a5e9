"""The model as it ships, and checkers with it and without."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Checker
from mtqa.config import Config, Metrics
from mtqa.scorers.qe.estimator import Estimator, load

MODEL = Path(__file__).parents[3] / "models" / "mtqa-qe-ro" / "mtqa_qe_ro"


@pytest.fixture(scope="session")
def model() -> Path:
    return MODEL


@pytest.fixture(scope="session")
def estimator() -> Estimator:
    return load(MODEL)


@pytest.fixture(scope="session")
def with_model() -> Checker:
    return Checker(Config(metrics=Metrics(qe=str(MODEL))))
