"""MT systems side by side: metrics, mtqa's errors per 1,000 words, and what differs significantly.

Significance is the paired bootstrap (Koehn 2004) over documents: whole documents are drawn with
replacement, the same for every system, and the corpus score is computed anew from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from mtqa.errors import MissingExtra, MtqaError
from mtqa.judgement.quality import Tally
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.scorers.protocol import Metric, Sample, require_texts
from mtqa.scorers.sacre import SacreMetric

if TYPE_CHECKING:
    from numpy.typing import NDArray

SAMPLES = 1_000
#: What the errors of mtqa are called in the tables of figures.
ERRORS = "errors per 1,000 words"


@dataclass
class SystemResult:
    """One system's figures.

    Attributes:
        name: the system.
        scores: corpus score by metric.
        signatures: what each score was made with.
        tally: mtqa's issues over all segments.
        p: by metric, how probable so large a difference from the first system is by chance.
    """

    name: str
    scores: dict[str, float] = field(default_factory=dict)
    signatures: dict[str, str] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    p: dict[str, float] = field(default_factory=dict)

    @property
    def per_1000(self) -> dict[str, float]:
        """Issues per 1,000 words by category."""
        counts: Counter[str] = Counter()
        for (category, _), number in self.tally.issues.items():
            counts[category] += number
        return {name: 1000 * n / max(self.tally.words, 1) for name, n in sorted(counts.items())}


#: Sums by document, and the figure that they add up to: ``(documents × n, sums → score)``.
_Resampler = tuple[Any, Callable[[Any], float]]


def compare_systems(
    systems: Mapping[str, Sequence[Sample]],
    metrics: Sequence[Metric],
    checker: Checker,
    documents: Sequence[str] | None = None,
    *,
    seed: int = 2026,
) -> list[SystemResult]:
    """Score every system and compare each with the first.

    Args:
        systems: the segments of each, in the same order.
        metrics: what to compute beside mtqa's errors.
        checker: finds the errors.
        documents: the document of each segment; without it every segment is one. Segments without
            text on any side are left out.
        seed: of the bootstrap.

    Raises:
        MtqaError: the systems differ in their number of segments.
    """
    sizes = {name: len(samples) for name, samples in systems.items()}
    if len(set(sizes.values())) > 1 or (documents and len(documents) not in sizes.values()):
        listed = ", ".join(f"{name} {size}" for name, size in sizes.items())
        raise MtqaError(f"the systems differ in their number of segments: {listed}")
    for metric in metrics:
        for samples in systems.values():
            require_texts(metric, samples)
    groups = _groups(documents, next(iter(sizes.values())))
    systems, groups = _without_empty(systems, groups)
    results, resamplers = [], []
    for name, samples in systems.items():
        result, found = SystemResult(name), {}
        for metric in metrics:
            found[metric.name] = _score(result, metric, samples, groups)
        found[ERRORS] = _errors(result, checker, samples, groups)
        results.append(result)
        resamplers.append(found)
    _significance(results, resamplers, int(groups.max()) + 1, seed)
    return results


def _without_empty(
    systems: Mapping[str, Sequence[Sample]], groups: NDArray[Any]
) -> tuple[Mapping[str, Sequence[Sample]], NDArray[Any]]:
    """The segments that have text on some side in some system: the rest says nothing of any."""
    import numpy

    kept = [
        place
        for place in range(len(groups))
        if not all(samples[place].is_empty for samples in systems.values())
    ]
    if not kept:
        return systems, groups
    _, renumbered = numpy.unique(groups[kept], return_inverse=True)
    return {name: [listed[n] for n in kept] for name, listed in systems.items()}, renumbered


def _groups(documents: Sequence[str] | None, number: int) -> NDArray[Any]:
    """The number of each segment's document."""
    import numpy

    if not documents:
        return numpy.arange(number)
    order = {name: place for place, name in enumerate(dict.fromkeys(documents))}
    return numpy.array([order[name] for name in documents])


def _score(
    result: SystemResult, metric: Metric, samples: Sequence[Sample], groups: NDArray[Any]
) -> _Resampler:
    import numpy

    scores = metric.score(samples)
    result.scores[metric.name] = scores.corpus
    result.signatures[metric.name] = scores.signature
    if isinstance(metric, SacreMetric):
        return _summed(scores.statistics, groups), metric.from_statistics
    rows = numpy.column_stack((scores.segments, numpy.ones(len(samples))))
    return _summed(rows, groups), lambda sums: float(sums[0] / max(sums[1], 1))


def _errors(
    result: SystemResult, checker: Checker, samples: Sequence[Sample], groups: NDArray[Any]
) -> _Resampler:
    rows = []
    for number, sample in enumerate(samples):
        article = Article(str(number), sample.target, sample.source, source_lang=sample.source_lang)
        report = checker.check(article)
        result.tally += Tally.of(report.issues, report.words, report.verdict)
        rows.append((len(report.issues), report.words))
    issues = sum(row[0] for row in rows)
    result.scores[ERRORS] = 1000 * issues / max(result.tally.words, 1)
    result.signatures[ERRORS] = checker.signature
    return _summed(rows, groups), lambda sums: float(1000 * sums[0] / max(sums[1], 1))


def _summed(rows: Any, groups: NDArray[Any]) -> NDArray[Any]:
    """The rows of each document added up."""
    import numpy

    table = numpy.asarray(rows, float)
    sums = numpy.zeros((int(groups.max()) + 1, table.shape[1]))
    numpy.add.at(sums, groups, table)
    return sums


def _significance(
    results: list[SystemResult], resamplers: list[dict[str, _Resampler]], number: int, seed: int
) -> None:
    """Fill in the p-values of every system but the first."""
    import numpy

    chance = numpy.random.default_rng(seed)
    weights = numpy.stack(
        [
            numpy.bincount(chance.integers(0, number, number), minlength=number).astype(float)
            for _ in range(SAMPLES)
        ]
    )
    drawn = [
        {name: [score(sums) for sums in weights @ table] for name, (table, score) in found.items()}
        for found in resamplers
    ]
    for result, samples in zip(results[1:], drawn[1:], strict=True):
        for name, values in samples.items():
            difference = numpy.subtract(values, drawn[0][name])
            below = float((difference < 0).mean() + (difference == 0).mean() / 2)
            result.p[name] = min(1.0, 2 * min(below, 1 - below))


def spearman(results: Sequence[SystemResult], one: str, other: str) -> float:
    """Spearman's ρ of two metrics over systems.

    Raises:
        MtqaError: there are fewer than three systems.
    """
    if len(results) < 3:
        raise MtqaError("fewer than 3 systems; a rank correlation needs more")
    try:
        from scipy import stats
    except ImportError:
        raise MissingExtra("scipy", "metrics") from None
    values = [[result.scores[name] for result in results] for name in (one, other)]
    return float(stats.spearmanr(*values)[0])
