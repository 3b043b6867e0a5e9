"""Whether a run was lost or added: a logistic regression, its weights in JSON.

`python -m mtqa.workshop.coverage` makes the weights; ``weights.json`` names their data.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import exp, log
from pathlib import Path

from mtqa.compare.coverage.clauses import weights_for

#: Length of a Romanian translation by one code point of a source of any language.
_USUAL = 1.12
#: Beads shorter than this say nothing of the ratio; so many beads the usual ratio weighs.
_TOO_SHORT, _DRAW = 25, 5
_PATH = Path(__file__).parent / "weights.json"


@dataclass(frozen=True)
class Model:
    """What decides on runs.

    Attributes:
        seen: direction (``omission``, ``addition``), group of languages, then kind of word to how
            often it has a counterpart in a good translation.
        ratio: language to the usual length of a Romanian translation, by one code point.
        weights: direction, then language to the constant and the weights of the features.
        threshold: direction, then language to the score from which a run is reported.
    """

    seen: Mapping[str, Mapping[str, Mapping[str, float]]]
    ratio: Mapping[str, float]
    weights: Mapping[str, Mapping[str, Sequence[float]]]
    threshold: Mapping[str, Mapping[str, float]]

    def serves(self, language: str) -> bool:
        """Whether there are weights for the source's language."""
        return language in self.weights["omission"]

    def margin(self, direction: str, language: str, features: Sequence[float]) -> float:
        """How far above the threshold a run lies, in log odds; negative: not reported."""
        constant, *weights = self.weights[direction][language]
        total = constant + sum(w * x for w, x in zip(weights, features, strict=True))
        return total - self.threshold[direction][language]

    def usual_ratio(self, language: str, lengths: Iterable[tuple[int, int]]) -> float:
        """How long a translation is, by one code point of its source, in one article.

        Translators differ more from each other than sentences do, so the article's own median
        counts, drawn to the language's usual ratio where the article is short.
        """
        known = weights_for(language)
        usual = log(self.ratio.get(language) or (known.ratio if known else _USUAL))
        found = sorted(log(b / a) for a, b in lengths if a > _TOO_SHORT and b > 0)
        if not found:
            return exp(usual)
        middle = found[len(found) // 2]
        return exp((len(found) * middle + _DRAW * usual) / (len(found) + _DRAW))


def confidence(margin: float) -> float:
    """The confidence in a run that lies so far above the threshold."""
    return round(0.75 + 0.2 * (1 - exp(-margin / 3)), 2)


@lru_cache(maxsize=1)
def model() -> Model:
    """The model that comes with mtqa."""
    data = json.loads(_PATH.read_text(encoding="utf-8"))
    return Model(data["seen"], data["ratio"], data["weights"], data["threshold"])
