"""95 % intervals of recall, precision and F1: the percentile bootstrap over texts (Efron 1979).

Texts are drawn, not spans: the errors of one text are no independent observations.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from mtqa.evaluation.agreement import Interval, agreement
from mtqa.evaluation.spans import SpanResult, Tally

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

SAMPLES = 1000
_SEED = 2026
_EMPTY = Tally(0, 0, 0, 0)


def intervals(each: Sequence[Mapping[str, Tally]]) -> dict[str, dict[str, Interval]]:
    """Row to ``recall``, ``precision``, ``f1`` with their intervals; what is undefined is left out.

    Args:
        each: of every text what its rows counted.
    """
    import numpy

    rows = sorted({name for text in each for name in text})
    if not rows:
        return {}
    counts = numpy.array([[text.get(row, _EMPTY) for row in rows] for text in each], float)
    texts = len(each)
    chance = numpy.random.default_rng(_SEED)
    drawn = chance.multinomial(texts, [1 / texts] * texts, size=SAMPLES).astype(float)
    sums = (drawn @ counts.reshape(texts, -1)).reshape(SAMPLES, len(rows), 4)
    once = counts.sum(axis=0)
    found: dict[str, dict[str, Interval]] = {}
    for index, row in enumerate(rows):
        ours, sampled = _figures(once[index]), _figures(sums[:, index])
        found[row] = {
            name: Interval(float(value), *_bounds(sampled[name]))
            for name, value in ours.items()
            if not numpy.isnan(value)
        }
    return found


def _figures(counts: NDArray[numpy.float64]) -> dict[str, NDArray[numpy.float64]]:
    import numpy

    gold, found, issues, true = (counts[..., index] for index in range(4))
    with numpy.errstate(divide="ignore", invalid="ignore"):
        recall, precision = found / gold, true / issues
        both = recall + precision
        f1 = numpy.where(both == 0, 0.0, 2 * recall * precision / both)
    return {"recall": recall, "precision": precision, "f1": f1}


def _bounds(values: NDArray[numpy.float64]) -> tuple[float, float]:
    import numpy

    low, high = numpy.nanpercentile(values, [2.5, 97.5])
    return float(low), float(high)


def kendall(result: SpanResult) -> dict[str, tuple[int, Interval]]:
    """Name of a score to the texts compared and its Kendall τ-b with the annotator's scores.

    Raises:
        MissingExtra: scipy is not installed.
    """
    places = [index for index, value in enumerate(result.human) if value is not None]
    human = [float(result.human[index] or 0) for index in places]
    if len(set(human)) < 3:
        return {}
    return {
        name: (len(human), agreement([values[index] for index in places], human).kendall)
        for name, values in result.scores.items()
        if len(values) == len(result.human)
    }
