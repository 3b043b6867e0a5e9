"""What every metric is: segments in, a score for each and one for all out, and a signature."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from mtqa.errors import MtqaError
from mtqa.model import ModelSpan, WordMark


@dataclass(frozen=True, slots=True)
class Sample:
    """One segment or article to score: the Romanian, and what it is held against.

    Attributes:
        target: the machine's translation.
        source: what was translated, if known.
        reference: a human translation, if known.
        source_lang: ISO 639-1 code of the source, if known.
    """

    target: str
    source: str | None = None
    reference: str | None = None
    source_lang: str | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on any side."""
        return not any(text and text.strip() for text in (self.target, self.source, self.reference))


@dataclass(frozen=True, slots=True)
class Scores:
    """What a metric says.

    Attributes:
        segments: a score for each sample, in order.
        corpus: the score of all together; not always the mean of the segments'.
        signature: what the scores were made with: without it they cannot be compared.
        spans: for each sample the error spans of metrics that give them, offsets into its target;
            empty for metrics that give none.
        words: for each sample its words as an error tagger sees them, offsets into its target;
            empty for metrics that tag none.
        statistics: for each sample what adds up to a corpus score, of metrics that have such sums.
    """

    segments: tuple[float, ...]
    corpus: float
    signature: str
    spans: tuple[tuple[ModelSpan, ...], ...] = ()
    words: tuple[tuple[WordMark, ...], ...] = ()
    statistics: Sequence[Sequence[float]] = field(default=(), repr=False, compare=False)


class Metric(Protocol):
    """A number about translations. Higher is better unless ``lower_is_better``.

    ``version`` is that of the program behind it; ``takes_reference`` says whether it looks at a
    reference where there is one, ``needs_reference`` whether it cannot do without;
    ``segments_average`` whether the corpus score is the mean of the segments'.
    """

    name: str
    version: str
    needs_source: bool
    needs_reference: bool
    takes_reference: bool
    lower_is_better: bool
    segments_average: bool

    def score(self, samples: Sequence[Sample]) -> Scores:
        """The scores of samples.

        Raises:
            MissingText: a sample lacks the source or the reference that the metric needs.
        """


class MissingText(MtqaError):
    """A metric needs a source or a reference that a sample does not have."""


def require_texts(metric: Metric, samples: Sequence[Sample]) -> None:
    """Make sure that every sample has what the metric needs; an empty one needs nothing.

    Raises:
        MissingText: one has not; the first is named by its number.
    """
    needed = {"source": metric.needs_source, "reference": metric.needs_reference}
    for number, sample in enumerate(samples, 1):
        if sample.is_empty:
            continue
        for part, need in needed.items():
            if need and not getattr(sample, part):
                raise MissingText(
                    f"segment {number} has no {part}, which {metric.name} needs; "
                    f"give one for every segment or leave the metric out"
                )
