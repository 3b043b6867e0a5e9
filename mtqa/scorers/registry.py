"""Metrics by their names: ``bleu``, ``chrf``, ``ter``, ``mtqa``, ``length``, ``cosine``, ``qe``,
``comet:MODEL``."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.scorers.protocol import Metric, Sample, Scores, require_texts
from mtqa.scorers.qe.location import folder_of
from mtqa.scorers.sacre import NAMES, SacreMetric

KNOWN = (*NAMES, "mtqa", "mtqa-target-only", "length", "cosine", "qe", "comet:MODEL")


def by_name(name: str, config: Config | None = None, *, gpus: int = 0) -> Metric:
    """The metric of this name.

    Args:
        name: one of :data:`KNOWN`; MODEL is a hub name or the path of a checkpoint.
        config: options of mtqa's own metrics.
        gpus: graphics processors for COMET.

    Raises:
        MtqaError: there is no such metric, or what it needs is missing.
    """
    if name in NAMES:
        return SacreMetric(name)
    if name in ("mtqa", "mtqa-target-only"):
        from mtqa.scorers.own import QualityMetric

        return QualityMetric(config, use_source=name == "mtqa")
    if name == "length":
        return LengthMetric()
    if name == "cosine":
        from mtqa.scorers.cosine import CosineMetric

        return CosineMetric()
    if name == "qe":
        from mtqa.scorers.qe.metric import QeMetric

        return QeMetric(folder_of(config.metrics.qe if config else "on"))
    if name.startswith("comet:"):
        from mtqa.scorers.comet import CometMetric

        return CometMetric(name.removeprefix("comet:"), gpus=gpus)
    raise MtqaError(f"unknown metric {name!r}; known: {', '.join(KNOWN)}")


class LengthMetric:
    """The plainest baseline: minus the difference of source and target in length, in per cent."""

    name = "length"
    version = __version__
    needs_source = True
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = True

    def score(self, samples: Sequence[Sample]) -> Scores:
        """At most 0, for texts of the same length."""
        require_texts(self, samples)
        each = [
            -100
            * abs(len(s.target) - len(s.source or ""))
            / max(len(s.target), len(s.source or ""))
            for s in samples
        ]
        return Scores(tuple(each), sum(each) / len(each) if each else 0.0, "length")
