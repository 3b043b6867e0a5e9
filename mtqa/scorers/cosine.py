"""The plainest learned baseline: the cosine of the sentences' vectors."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.scorers.protocol import Sample, Scores, require_texts


class CosineMetric:
    """Cosine of target and source in multilingual-e5-small (Wang et al. 2024), times 100.

    Raises:
        MtqaError: the package with the model is not installed.
    """

    name = "cosine"
    version = __version__
    needs_source = True
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = True

    def __init__(self) -> None:
        from mtqa.align import by_name

        self._encoder = by_name("e5")

    def score(self, samples: Sequence[Sample]) -> Scores:
        """From -100 to 100; unrelated sentences have some 75."""
        require_texts(self, samples)
        targets = self._encoder.encode([sample.target for sample in samples])
        sources = self._encoder.encode([sample.source or "" for sample in samples])
        each = tuple(100 * float(t @ s) for t, s in zip(targets, sources, strict=True))
        return Scores(each, sum(each) / len(each) if each else 0.0, "cosine|model:e5-small")
