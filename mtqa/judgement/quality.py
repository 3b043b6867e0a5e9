"""The MQM quality score and the verdict of the quality gate.

The score is the linear one of MQM (Lommel, Uszkoreit and Burchardt 2014): penalties by severity,
normalised by the number of words, subtracted from 100. A headline is read by more people than the
text below it, so issues in it weigh more.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mtqa.config import Gate
from mtqa.languages.ro import Document
from mtqa.model import SEVERITIES, Issue, Span, Verdict


@dataclass(frozen=True)
class Tally:
    """Counts that add up over articles, shards and runs.

    Attributes:
        articles: number of articles.
        failed: number of them that failed the gate.
        words: target words.
        penalty: sum of MQM weights, those of the headline multiplied.
        issues: number of issues by ``(category, severity)``.
    """

    articles: int = 0
    failed: int = 0
    words: int = 0
    penalty: float = 0
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
    """100 × (1 − Σ weight / words), clipped at 0; a text without words has no flaws to weigh.

    A weight is the severity's MQM penalty, multiplied in the headline (:func:`weigh_headline`).
    """
    return _score(sum(issue.weight for issue in issues), words)


def headline(target: Document) -> Span | None:
    """The headline of an article: its first line, if more lines follow and it does not end like a
    sentence; ``None`` if there is none.

    >>> headline(Document("Moscova amenință\nRusia a transmis luni un avertisment."))
    Span(start=0, end=16)
    """
    lines = target.lines
    if len(lines) < 2 or not lines[0].headline or target.wrapped:
        return None
    return Span(lines[0].start, lines[0].end)


def weigh_headline(issues: Iterable[Issue], target: Document, weight: float) -> tuple[Issue, ...]:
    """The issues of one article, the penalty of those in its headline multiplied by ``weight``."""
    listed = tuple(issues)
    span = headline(target) if listed and weight != 1 else None
    if span is None:
        return listed
    return tuple(
        replace(issue, factor=issue.factor * weight)
        if span.start <= issue.start < span.end
        else issue
        for issue in listed
    )


def _score(penalty: float, words: int) -> float:
    return max(0.0, 100.0 * (1 - penalty / max(words, 1)))


#: Metrics of which less is better; the gate sets their highest value.
LOWER_IS_BETTER = frozenset({"ter"})


def verdict(
    issues: Iterable[Issue], score: float, gate: Gate, scores: Mapping[str, float] | None = None
) -> Verdict:
    """Whether an article with these issues, this quality and these further scores passes.

    What is called critical fails an article of any length, but for the ``max_critical`` that the
    user allows; one in the headline counts as many times as its penalty is multiplied, and never
    less than once.
    """
    if gate.fail_on == "never":
        return "pass"
    if short_of(scores or {}, gate):
        return "fail"
    listed = tuple(issues)
    if gate.fail_on and any(
        SEVERITIES.index(issue.severity) >= SEVERITIES.index(gate.fail_on) for issue in listed
    ):
        return "fail"
    critical = sum(max(1, issue.factor) for issue in listed if issue.severity == "critical")
    return "fail" if critical > gate.max_critical or score < gate.min_quality else "pass"


def short_of(scores: Mapping[str, float], gate: Gate) -> tuple[str, ...]:
    """The metrics whose score the gate does not let pass."""
    return tuple(
        name
        for name, value in scores.items()
        for limit in [gate.scores.get(name, gate.scores.get(name.partition(":")[0]))]
        # put so that a score that is no number does not pass
        if limit is not None and not (value <= limit if name in LOWER_IS_BETTER else value >= limit)
    )
