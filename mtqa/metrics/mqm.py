"""The MQM quality score and the verdict of the quality gate.

The score is the linear one of MQM (Lommel, Uszkoreit and Burchardt 2014): penalties by severity,
normalised by the number of words, subtracted from 100.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from mtqa.config import Gate
from mtqa.model import SEVERITIES, Issue, Verdict


@dataclass(frozen=True)
class Tally:
    """Counts that add up over articles, shards and runs.

    Attributes:
        articles: number of articles.
        failed: number of them that failed the gate.
        words: target words.
        penalty: sum of MQM weights.
        issues: number of issues by ``(category, severity)``.
    """

    articles: int = 0
    failed: int = 0
    words: int = 0
    penalty: int = 0
    issues: Counter[tuple[str, str]] = field(default_factory=Counter)

    @classmethod
    def of(cls, issues: Iterable[Issue], words: int, verdict: Verdict) -> Tally:
        """The tally of one article."""
        listed = tuple(issues)
        return cls(
            articles=1,
            failed=int(verdict == "fail"),
            words=words,
            penalty=sum(issue.weight for issue in listed),
            issues=Counter((issue.category, issue.severity) for issue in listed),
        )

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.articles + other.articles,
            self.failed + other.failed,
            self.words + other.words,
            self.penalty + other.penalty,
            self.issues + other.issues,
        )

    @property
    def quality(self) -> float:
        """Quality of everything tallied, weighted by words."""
        return _score(self.penalty, self.words)


def quality(issues: Iterable[Issue], words: int) -> float:
    """100 × (1 − Σ weight / words), clipped at 0; a text without words has no flaws to weigh."""
    return _score(sum(issue.weight for issue in issues), words)


def _score(penalty: int, words: int) -> float:
    return max(0.0, 100.0 * (1 - penalty / max(words, 1)))


def verdict(issues: Iterable[Issue], score: float, gate: Gate) -> Verdict:
    """Whether an article with these issues and this quality passes the gate."""
    if gate.fail_on == "never":
        return "pass"
    listed = tuple(issues)
    if gate.fail_on and any(
        SEVERITIES.index(issue.severity) >= SEVERITIES.index(gate.fail_on) for issue in listed
    ):
        return "fail"
    critical = sum(
        issue.severity == "critical" and issue.confidence >= gate.critical_confidence
        for issue in listed
    )
    return "fail" if critical > gate.max_critical or score < gate.min_quality else "pass"
