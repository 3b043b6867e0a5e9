"""mtqa's own quality as a metric: 100 minus the weight of what the checks find, per word."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import __version__
from mtqa.config import Config
from mtqa.judgement.quality import Tally
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.scorers.protocol import Sample, Scores


class QualityMetric:
    """The MQM quality of the issues that mtqa finds; needs neither source nor reference.

    Args:
        config: the checker's options.
        use_source: whether the checks see the source where there is one.
    """

    name = "mtqa"
    version = __version__
    needs_source = False
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = False

    def __init__(self, config: Config | None = None, *, use_source: bool = True) -> None:
        self._checker = Checker(config, force=True)
        self._use_source = use_source
        if not use_source:
            self.name = "mtqa-target-only"

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Quality from 0 to 100; that of all together weighs each by its words."""
        each, total = [], Tally()
        prepared = [
            self._checker.prepare(
                Article(
                    str(number),
                    sample.target,
                    sample.source if self._use_source else None,
                    source_lang=sample.source_lang,
                )
            )
            for number, sample in enumerate(samples)
        ]
        for item, measured in zip(prepared, self._checker.measure(prepared), strict=True):
            report = self._checker.report(item, measured)
            each.append(report.quality)
            total += Tally.of(report.issues, report.words, report.verdict)
        return Scores(tuple(each), total.quality, self._checker.signature)
