"""How well a score agrees with human scores: meta-evaluation of metrics at segment level.

Pearson's r, Spearman's ρ, Kendall's τ-b, and the pairwise accuracy with tie calibration of Deutsch,
Foster and Freitag (2023, "Ties matter: meta-evaluating modern metrics with pairwise accuracy and
tie calibration"): the share of pairs that the metric orders, or ties, as people do, two scores
counting as tied when they differ by no more than the ε that suits the metric best.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mtqa.errors import MissingExtra, MtqaError

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

SAMPLES = 500
#: More pairs than this (those of 1,000 segments) are sampled for the accuracy.
_PAIRS = 500_000


@dataclass(frozen=True, slots=True)
class Interval:
    """A figure with its 95 % confidence interval by bootstrap over segments."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.value:.3f} [{self.low:.3f}, {self.high:.3f}]"


@dataclass(frozen=True, slots=True)
class Agreement:
    """The agreement of a metric with people.

    Attributes:
        segments: how many scores were compared.
        pearson, spearman, kendall: correlations, with intervals.
        accuracy: pairwise accuracy with ties calibrated; its interval keeps ε.
        epsilon: the difference up to which the metric's scores count as tied.
    """

    segments: int
    pearson: Interval
    spearman: Interval
    kendall: Interval
    accuracy: Interval
    epsilon: float


def agreement(scores: Sequence[float], human: Sequence[float], *, seed: int = 2026) -> Agreement:
    """Compare scores with human ones, higher being better in both.

    Raises:
        MtqaError: the lists differ in length or have fewer than three scores.
        MissingExtra: scipy is not installed.
    """
    if len(scores) != len(human):
        raise MtqaError(f"{len(scores)} scores but {len(human)} human scores; give one for each")
    if len(scores) < 3:
        raise MtqaError("fewer than 3 scores; correlations need more")
    try:
        import numpy
        from scipy import stats
    except ImportError:
        raise MissingExtra("scipy", "metrics") from None
    ours, theirs = numpy.asarray(scores, float), numpy.asarray(human, float)
    chance = numpy.random.default_rng(seed)
    drawn = chance.integers(0, len(ours), (SAMPLES, len(ours)))

    def interval(function: Callable[[Any, Any], Any]) -> Interval:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a constant sample: see _finite
            samples = [_finite(function(ours[rows], theirs[rows])[0]) for rows in drawn]
            return _interval(_finite(function(ours, theirs)[0]), samples)

    left, right = _pairs(len(ours), chance)
    apart = ours[left] - ours[right], theirs[left] - theirs[right]
    accuracy, epsilon = pairwise_accuracy(*apart)
    agreed = _agreed(*apart, epsilon)
    weights = (numpy.bincount(rows, minlength=len(ours)) for rows in drawn)
    pairs = (weight[left] * weight[right] for weight in weights)
    return Agreement(
        len(ours),
        interval(stats.pearsonr),
        interval(stats.spearmanr),
        interval(stats.kendalltau),
        _interval(accuracy, [float(many @ agreed) / max(int(many.sum()), 1) for many in pairs]),
        epsilon,
    )


def _interval(value: float, samples: Sequence[float]) -> Interval:
    import numpy

    low, high = numpy.percentile(samples, (2.5, 97.5))
    return Interval(value, float(low), float(high))


def _finite(value: float) -> float:
    """A constant score agrees with nothing: its correlation is 0, not undefined."""
    return float(value) if value == value else 0.0


def pairwise_accuracy(
    ours_apart: NDArray[numpy.float64], theirs_apart: NDArray[numpy.float64]
) -> tuple[float, float]:
    """The best accuracy over all ε, and that ε.

    Args:
        ours_apart: for each pair of segments the difference of the metric's scores.
        theirs_apart: the difference of the human scores.

    Sorting the pairs by how far the metric's scores lie apart makes every ε a cut: pairs below it
    are tied for the metric, right if people tie them too; pairs above it are ordered, right if
    people order them the same way.
    """
    import numpy as np

    order = np.argsort(np.abs(ours_apart), kind="stable")
    distance = np.abs(ours_apart)[order]
    tied = (theirs_apart == 0)[order]
    ordered = (np.sign(ours_apart) == np.sign(theirs_apart))[order] & ~tied & (distance > 0)
    below = np.concatenate(([0], np.cumsum(tied)))
    above = ordered.sum() - np.concatenate(([0], np.cumsum(ordered)))
    # a cut must not divide equal distances
    allowed = np.concatenate(([distance[0] > 0], distance[1:] > distance[:-1], [True]))
    right_ones = np.where(allowed, below + above, -1)
    best = int(np.argmax(right_ones))
    return float(right_ones[best] / len(order)), float(distance[best - 1]) if best else 0.0


def _agreed(ours_apart: Any, theirs_apart: Any, epsilon: float) -> Any:
    """Which pairs the metric orders or ties as people do."""
    import numpy as np

    ours = np.where(np.abs(ours_apart) <= epsilon, 0, np.sign(ours_apart))
    return ours == np.sign(theirs_apart)


def _pairs(number: int, chance: numpy.random.Generator) -> tuple[Any, Any]:
    import numpy as np

    if number * (number - 1) // 2 <= _PAIRS:
        return np.triu_indices(number, 1)
    left = chance.integers(0, number, _PAIRS)
    right = (left + chance.integers(1, number, _PAIRS)) % number
    return left, right
