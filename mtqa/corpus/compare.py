"""Two scored runs side by side: which issues are new, gone or common, and is one run better.

Significance is the paired bootstrap of Koehn (2004, "Statistical significance tests for machine
translation evaluation"), with articles as the units: whole articles are drawn with replacement, the
same ones from both runs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from mtqa.corpus.scored import ScoredArticle, ScoredIssue
from mtqa.errors import MtqaError

SAMPLES = 1_000
#: With fewer articles no claim is made: the bootstrap of so few says "significant" too often. Of
#: equally good runs with the skewed penalties of news, "p < 0.05" came 13 times in 100 with 10
#: articles, 8 with 30, 7 with 100 (600 simulated pairs of runs each).
LEAST = 30
#: What a difference must be of its own standard error for p < 0.05 to be found four times in five.
_POWER = 1.96 + 0.84


class Significance(NamedTuple):
    """How far a difference between two runs can be believed.

    Attributes:
        p: two-sided probability that so large a difference comes from the choice of articles; None
            where there are too few of them to say.
        needed: about how many articles would show a difference of this size; None where there is
            none, or where it is significant already.
    """

    p: float | None = None
    needed: int | None = None


_UNKNOWN = Significance()


@dataclass
class Side:
    """One run's figures over the articles that both have."""

    words: int = 0
    penalty: float = 0
    failed: int = 0
    issues: Counter[str] = field(default_factory=Counter)
    qe: list[float] = field(default_factory=list)

    def add(self, article: ScoredArticle) -> None:
        """Count an article."""
        self.words += article.words
        self.penalty += _penalty(article)
        self.failed += article.verdict == "fail"
        self.issues.update(issue.category for issue in article.issues)

    @property
    def mean_qe(self) -> float | None:
        """The mean of mtqa's own model over the articles that both runs have scored with it."""
        return sum(self.qe) / len(self.qe) if self.qe else None

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
        on_quality, on_issues, on_qe: how far the difference in quality, in issues per word, and
            in the score of mtqa's own model, can be believed.
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
    on_quality: Significance = _UNKNOWN
    on_issues: Significance = _UNKNOWN
    on_qe: Significance = _UNKNOWN

    def as_dict(self) -> dict[str, Any]:
        """The comparison for JSON."""
        sides = {
            name: {
                "quality": round(side.quality, 2),
                "words": side.words,
                "failed": side.failed,
                "issues": sum(side.issues.values()),
                "per_1000_words": round(side.per_1000, 3),
                "qe": None if side.mean_qe is None else round(side.mean_qe, 2),
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
            **{
                key: value
                for name in ("quality", "issues", "qe")
                for key, value in _figures(name, getattr(self, f"on_{name}"))
            },
            "least_articles": LEAST,
            "changes": [
                {
                    "id": change.id,
                    "new": [_plain(issue) for issue in change.new],
                    "gone": [_plain(issue) for issue in change.gone],
                }
                for change in self.changes
            ],
        }


def _figures(name: str, found: Significance) -> Iterator[tuple[str, float | int | None]]:
    yield f"p_{name}", None if found.p is None else round(found.p, 4)
    yield f"needed_{name}", found.needed


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
    _judge(result, pairs, seed)
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


def _judge(result: Comparison, pairs: list[tuple[ScoredArticle, ScoredArticle]], seed: int) -> None:
    """How far the differences can be believed."""
    rows = [
        (a.words, b.words, _penalty(a), _penalty(b), len(a.issues), len(b.issues)) for a, b in pairs
    ]
    result.on_quality = _significance([(a, b, c, d) for a, b, c, d, _, _ in rows], seed)
    result.on_issues = _significance([(a, b, e, f) for a, b, _, _, e, f in rows], seed)
    scored = [(a.qe, b.qe) for a, b in pairs if a.qe is not None and b.qe is not None]
    result.a.qe, result.b.qe = [a for a, _ in scored], [b for _, b in scored]
    if scored:
        result.on_qe = _significance([(1, 1, a, b) for a, b in scored], seed)


def _significance(rows: Sequence[tuple[float, float, float, float]], seed: int) -> Significance:
    """Of the rates ``sum(row[2]) / sum(row[0])`` and ``sum(row[3]) / sum(row[1])``."""
    import numpy

    figures = numpy.array(rows, dtype=float)
    number = len(figures)
    chance = numpy.random.default_rng(seed)
    sums = numpy.empty((SAMPLES, 4))
    for row in range(SAMPLES):
        drawn = numpy.bincount(chance.integers(0, number, number), minlength=number)
        sums[row] = drawn.astype(float) @ figures
    rates = sums[:, 2:] / numpy.maximum(sums[:, :2], 1)
    difference = rates[:, 0] - rates[:, 1]
    mean, error = abs(float(difference.mean())), float(difference.std())
    p = _p(difference) if number >= LEAST else None
    if not mean or (p is not None and p < 0.05):
        return Significance(p)
    # the standard error falls with the root of the number of articles
    return Significance(p, max(LEAST, round(number * (_POWER * error / mean) ** 2)))


def _p(difference: Any) -> float:
    """Twice the share of samples on the smaller side of zero; ties count half."""
    below = float((difference < 0).mean() + (difference == 0).mean() / 2)
    return min(1.0, 2 * min(below, 1 - below))
