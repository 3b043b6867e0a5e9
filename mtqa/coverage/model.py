"""The probability that a run was lost or added: a logistic regression, its weights in JSON.

`python -m mtqa.coverage.train` makes the weights; ``weights.json`` names their data.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp
from pathlib import Path

_PATH = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Model:
    """What decides on runs.

    Attributes:
        seen: direction (``omission``, ``addition``), group of languages, then kind of word to how
            often it has a counterpart in a good translation.
        ratio: language to the usual length of a Romanian translation, by one code point.
        weights: direction to the constant and the weights of the features.
    """

    seen: Mapping[str, Mapping[str, Mapping[str, float]]]
    ratio: Mapping[str, float]
    weights: Mapping[str, Sequence[float]]

    def probability(self, direction: str, features: Sequence[float]) -> float:
        """The probability that the run with these features is an omission or addition."""
        constant, *weights = self.weights[direction]
        total = constant + sum(w * x for w, x in zip(weights, features, strict=True))
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def model() -> Model:
    """The model that comes with mtqa."""
    data = json.loads(_PATH.read_text(encoding="utf-8"))
    return Model(data["seen"], data["ratio"], data["weights"])
