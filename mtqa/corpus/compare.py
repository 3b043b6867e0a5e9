"""Two scored runs side by side: which issues are new, gone or common, and is one run better.

Significance is the paired bootstrap of Koehn (2004, "Statistical significance tests for machine
translation evaluation"), with articles as the units: whole articles are drawn with replacement, the
same ones from both runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mtqa.corpus.scored import ScoredArticle, ScoredIssue
from mtqa.errors import MtqaError

SAMPLES = 1_000


@dataclass
class Side:
    """One run's figures over the articles that both have."""

    words: int = 0
    penalty: float = 0
    failed: int = 0
    issues: Counter[str] = field(default_factory=Counter)

    def add(self, article: ScoredArticle) -> None:
        """Count an article."""
        self.words += article.words
        self.penalty += _penalty(article)
        self.failed += article.verdict == "fail"
        self.issues.update(issue.category for issue in article.issues)

    @property
    def quality(self) -> float:
        """100 × (1 − Σ weight / words), clipped at 0."""
        return max(0.0, 100 * (1 - self.penalty / max(self.words, 1)))

    @property
    def per_1000(self) -> float:
        """Issues per 1,000 words."""
        return 1000 * sum(self.issues.values()) / max(self.words, 1)


@dataclass
class Change:
    """The issues of one article that only one of the runs has."""

    id: str
    new: list[ScoredIssue]
    gone: list[ScoredIssue]


@dataclass
class Comparison:
    """Two runs compared.

    Attributes:
        a, b: the runs' figures.
        articles: how many both have.
        only_a, only_b: ids that only one of them has.
        common, new, gone: issues by category that both have, only B, only A.
        changes: the articles whose issues differ, in the order of A.
        p_quality, p_issues: two-sided probability that so large a difference in quality, or in
            issues per 1,000 words, comes from the choice of articles.
    """

    a: Side = field(default_factory=Side)
    b: Side = field(default_factory=Side)
    articles: int = 0
    only_a: list[str] = field(default_factory=list)
    only_b: list[str] = field(default_factory=list)
    common: Counter[str] = field(default_factory=Counter)
    new: Counter[str] = field(default_factory=Counter)
    gone: Counter[str] = field(default_factory=Counter)
    changes: list[Change] = field(default_factory=list)
    p_quality: float = 1.0
    p_issues: float = 1.0

    def as_dict(self) -> dict[str, Any]:
        """The comparison for JSON."""
        sides = {
            name: {
                "quality": round(side.quality, 2),
                "words": side.words,
                "failed": side.failed,
                "issues": sum(side.issues.values()),
                "per_1000_words": round(side.per_1000, 3),
            }
            for name, side in (("a", self.a), ("b", self.b))
        }
        counts = {name: dict(getattr(self, name)) for name in ("common", "new", "gone")}
        return {
            "articles": self.articles,
            "only_a": self.only_a,
            "only_b": self.only_b,
            **sides,
            **counts,
            "p_quality": round(self.p_quality, 4),
            "p_issues": round(self.p_issues, 4),
            "changes": [
                {
                    "id": change.id,
                    "new": [_plain(issue) for issue in change.new],
                    "gone": [_plain(issue) for issue in change.gone],
                }
                for change in self.changes
            ],
        }


def _plain(issue: ScoredIssue) -> dict[str, str]:
    return {"check": issue.check, "severity": issue.severity, "text": issue.text}


def compare(
    a: Iterable[ScoredArticle], b: Iterable[ScoredArticle], *, seed: int = 2026
) -> Comparison:
    """Compare two runs over the articles that both have, paired by their ids.

    Raises:
        MtqaError: an id stands twice in one run, or the runs have none in common.
    """
    first, second = _by_id(a, "the first run"), _by_id(b, "the second run")
    result = Comparison()
    result.only_a = [name for name in first if name not in second]
    result.only_b = [name for name in second if name not in first]
    pairs = [(article, second[name]) for name, article in first.items() if name in second]
    if not pairs:
        raise MtqaError("the runs have no article in common; records are paired by their id")
    for left, right in pairs:
        _add(result, left, right)
    result.articles = len(pairs)
    result.p_quality, result.p_issues = _bootstrap(pairs, seed)
    return result


def _by_id(articles: Iterable[ScoredArticle], which: str) -> dict[str, ScoredArticle]:
    table: dict[str, ScoredArticle] = {}
    for article in articles:
        if article.id in table:
            raise MtqaError(f"{which} has two articles with the id {article.id!r}; give them ids")
        table[article.id] = article
    return table


def _add(result: Comparison, left: ScoredArticle, right: ScoredArticle) -> None:
    result.a.add(left)
    result.b.add(right)
    before, after = Counter(left.issues), Counter(right.issues)
    gone, new = before - after, after - before
    for counts, issues in (
        (result.common, before & after),
        (result.gone, gone),
        (result.new, new),
    ):
        for issue, number in issues.items():
            counts[issue.category] += number
    if gone or new:
        result.changes.append(Change(left.id, list(new.elements()), list(gone.elements())))


def _penalty(article: ScoredArticle) -> float:
    return sum(issue.weight for issue in article.issues)


def _bootstrap(pairs: list[tuple[ScoredArticle, ScoredArticle]], seed: int) -> tuple[float, float]:
    """Two-sided p-values of the differences in penalty and in issues per word."""
    import numpy

    figures = numpy.array(
        [
            (a.words, b.words, _penalty(a), _penalty(b), len(a.issues), len(b.issues))
            for a, b in pairs
        ],
        dtype=float,
    )
    chance = numpy.random.default_rng(seed)
    sums = numpy.empty((SAMPLES, 6))
    for row in range(SAMPLES):
        drawn = numpy.bincount(
            chance.integers(0, len(pairs), len(pairs)), minlength=len(pairs)
        ).astype(float)
        sums[row] = drawn @ figures
    words = numpy.maximum(sums[:, :2], 1)
    return _p(sums[:, 2:4] / words), _p(sums[:, 4:] / words)


def _p(rates: Any) -> float:
    """Twice the share of samples on the smaller side of zero; ties count half."""
    difference = rates[:, 0] - rates[:, 1]
    below = float((difference < 0).mean() + (difference == 0).mean() / 2)
    return min(1.0, 2 * min(below, 1 - below))
