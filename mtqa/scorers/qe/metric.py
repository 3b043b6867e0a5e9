"""mtqa's own model as a metric: the human judgement to expect, and error spans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from mtqa.model import WordMark
from mtqa.scorers.protocol import Sample, Scores, require_texts
from mtqa.scorers.qe.estimator import Estimate, Estimator, load
from mtqa.scorers.qe.location import folder_of
from mtqa.scorers.qe.spans import Thresholds, spans


class QeMetric:
    """The judgement that people would give, 0 to 100, and what is wrong.

    Reads the source where there is one, and does without where there is none.

    Args:
        folder: the model's; that of ``mtqa-qe-ro`` if not given.

    Raises:
        MtqaError: there is no model, or it cannot be loaded.
    """

    name = "qe"
    needs_source = False
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = True
    #: In an article the worst segments count more than their number.
    worst_count = True

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or folder_of("on")
        assert folder is not None
        self._estimator: Estimator = load(folder)
        manifest = self._estimator.manifest
        self.version = self._estimator.version
        self._slope, self._level = map(float, manifest.get("scale", (20.0, 70.0)))
        tables = manifest.get("thresholds", {})
        self._thresholds = {
            with_source: Thresholds.of(tables.get(name, {}))
            for with_source, name in ((True, "pair"), (False, "alone"))
        }

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Scores from 0 to 100; the corpus score is their mean."""
        require_texts(self, samples)
        texts = [(sample.target, sample.source or None) for sample in samples]
        found = self._estimator.estimate(texts)
        each = tuple(self._scaled(estimate) for estimate in found)
        marked = tuple(
            tuple(spans(estimate, self._thresholds[source is not None]))
            for (_, source), estimate in zip(texts, found, strict=True)
        )
        mean = sum(each) / len(each) if each else 0.0
        words = tuple(tuple(_words(estimate)) for estimate in found)
        return Scores(each, mean, f"qe|model:mtqa-qe-ro {self.version}", marked, words)

    def _scaled(self, estimate: Estimate) -> float:
        return min(100.0, max(0.0, self._level + self._slope * estimate.score))


def _words(estimate: Estimate) -> Iterator[WordMark]:
    """What the judge hears of every word."""
    score = estimate.scores[-1]
    for word in estimate.words:
        yield WordMark(word.start, word.end, word.bad, word.kinds, word.severe, score)
