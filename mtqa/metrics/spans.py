"""Recall and precision of issues against gold spans, by overlap and exact, by category."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from mtqa.metrics.gold import GoldSpan, GoldText
from mtqa.model import CATEGORIES, SEVERITIES, Issue
from mtqa.pipeline import Checker


@dataclass
class Counts:
    """Tallies of one row; they add up.

    Attributes:
        gold: annotated spans.
        found: of them, those that an issue overlaps; of a check, gold spans of any kind that its
            issues overlap.
        exact: of them, those that an issue covers with the same two offsets.
        typed: of them, those that an issue of the same category overlaps.
        issues: reported issues.
        true: of them, those that overlap a gold span.
    """

    gold: int = 0
    found: int = 0
    exact: int = 0
    typed: int = 0
    issues: int = 0
    true: int = 0

    @property
    def recall(self) -> float | None:
        """Share of gold spans found; None where there is none."""
        return self.found / self.gold if self.gold else None

    @property
    def precision(self) -> float | None:
        """Share of issues that are true; None where there is none."""
        return self.true / self.issues if self.issues else None

    @property
    def f1(self) -> float | None:
        """Harmonic mean of recall and precision."""
        recall, precision = self.recall, self.precision
        if recall is None or precision is None:
            return None
        return 2 * recall * precision / (recall + precision) if recall + precision else 0.0


@dataclass(frozen=True)
class Missed:
    """A gold span that no issue overlaps."""

    id: str
    span: GoldSpan


@dataclass(frozen=True)
class FalseAlarm:
    """An issue that overlaps no gold span."""

    id: str
    issue: Issue


@dataclass
class SpanResult:
    """The figures of one evaluation."""

    texts: int = 0
    words: int = 0
    signature: str = ""
    total: Counts = field(default_factory=Counts)
    categories: dict[str, Counts] = field(default_factory=dict)
    severities: dict[str, Counts] = field(default_factory=dict)
    checks: dict[str, Counts] = field(default_factory=dict)
    missed: list[Missed] = field(default_factory=list)
    false: list[FalseAlarm] = field(default_factory=list)

    def as_dict(self) -> dict[str, Any]:
        """The figures for JSON."""
        return {
            "texts": self.texts,
            "words": self.words,
            "signature": self.signature,
            "total": _row(self.total),
            "categories": {name: _row(counts) for name, counts in self.categories.items()},
            "severities": {name: _row(counts) for name, counts in self.severities.items()},
            "checks": {name: _row(counts) for name, counts in self.checks.items()},
        }


def _row(counts: Counts) -> dict[str, float | int | None]:
    return {
        "gold": counts.gold,
        "found": counts.found,
        "exact": counts.exact,
        "typed": counts.typed,
        "issues": counts.issues,
        "true": counts.true,
        "recall": counts.recall,
        "precision": counts.precision,
        "f1": counts.f1,
    }


def evaluate_spans(
    checker: Checker, texts: Iterable[GoldText], *, with_source: bool = True
) -> SpanResult:
    """Check every text and hold the issues against its gold spans."""
    from dataclasses import replace

    result = SpanResult(
        signature=checker.signature,
        categories={category: Counts() for category in CATEGORIES},
        severities={severity: Counts() for severity in reversed(SEVERITIES)},
    )
    for text in texts:
        article = text.article if with_source else replace(text.article, source=None)
        report = checker.check(article)
        result.texts += 1
        result.words += report.words
        _tally(result, article.id, report.issues, text.spans)
    return result


def _tally(
    result: SpanResult, name: str, issues: tuple[Issue, ...], spans: tuple[GoldSpan, ...]
) -> None:
    for span in spans:
        touching = [issue for issue in issues if issue.start < span.end and span.start < issue.end]
        rows = (result.total, result.categories[span.category], result.severities[span.severity])
        for row in rows:
            row.gold += 1
            row.found += bool(touching)
            row.exact += any((i.start, i.end) == (span.start, span.end) for i in touching)
            row.typed += any(issue.category == span.category for issue in touching)
        for ringing in {issue.check for issue in touching}:
            result.checks.setdefault(ringing, Counts()).found += 1
        if not touching:
            result.missed.append(Missed(name, span))
    for issue in issues:
        true = any(issue.start < span.end and span.start < issue.end for span in spans)
        check = result.checks.setdefault(issue.check, Counts())
        for row in (
            result.total,
            result.categories[issue.category],
            result.severities[issue.severity],
            check,
        ):
            row.issues += 1
            row.true += true
        if not true:
            result.false.append(FalseAlarm(name, issue))
