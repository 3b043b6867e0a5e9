"""Recall and precision of issues against gold spans, by overlap and exact, by category.

Every text is tallied on its own, so that intervals come from a bootstrap over texts (see
:mod:`mtqa.evaluation.intervals`) and another checker, which knows only places, can be held against
the same gold.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from mtqa.evaluation.gold import GoldSpan, GoldText
from mtqa.model import CATEGORIES, SEVERITIES, ArticleReport, Issue
from mtqa.pipeline import Checker

#: The rows that are sums of others.
ALL, BARE, GRAVE = "all", "all without cedillas", "major and critical"
_CEDILLA_CHECK = "spelling.cedilla"
_CEDILLA = re.compile("[şţŞŢ]")
_SERIOUS = ("major", "critical")
#: What a correction may differ in and still be the same.
_LIKE = str.maketrans({"ş": "ș", "ţ": "ț", "Ş": "Ș", "Ţ": "Ț", "“": '"', "”": '"', "„": '"'})


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
        right: gold spans that a suggestion turns into what the annotator wrote.
    """

    gold: int = 0
    found: int = 0
    exact: int = 0
    typed: int = 0
    issues: int = 0
    true: int = 0
    right: int = 0

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

    def add(self, span: GoldSpan, touching: Sequence[Mark], target: str) -> None:
        """Count one gold span and the marks that overlap it."""
        self.gold += 1
        self.found += bool(touching)
        self.exact += any((m.start, m.end) == (span.start, span.end) for m in touching)
        self.typed += any(mark.category == span.category for mark in touching)
        self.right += any(_is_right(mark, span, target) for mark in touching)


class Mark(NamedTuple):
    """A place that a checker marks: half-open code points, and what it says of it, if anything."""

    start: int
    end: int
    check: str = ""
    category: str | None = None
    severity: str | None = None
    suggestion: str | None = None

    @classmethod
    def of(cls, issue: Issue) -> Mark:
        """An issue as a mark."""
        return cls(
            issue.start, issue.end, issue.check, issue.category, issue.severity, issue.suggestion
        )


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


class Tally(NamedTuple):
    """What a row counts in one text: what a bootstrap over texts adds up."""

    gold: int
    found: int
    issues: int
    true: int


@dataclass
class SpanResult:
    """The figures of one evaluation.

    Attributes:
        rows: sums, categories and severities by name.
        checks: what each check marked.
        each: of every text, in order, what its rows counted.
        human: of every text the annotator's score, None where there is none.
        scores: scores by name, of every text, in order; higher is better.
    """

    texts: int = 0
    words: int = 0
    signature: str = ""
    rows: dict[str, Counts] = field(default_factory=dict)
    checks: dict[str, Counts] = field(default_factory=dict)
    missed: list[Missed] = field(default_factory=list)
    false: list[FalseAlarm] = field(default_factory=list)
    each: list[dict[str, Tally]] = field(default_factory=list)
    human: list[float | None] = field(default_factory=list)
    scores: dict[str, list[float]] = field(default_factory=dict)

    @property
    def total(self) -> Counts:
        """Everything."""
        return self.rows.setdefault(ALL, Counts())

    @property
    def categories(self) -> Mapping[str, Counts]:
        """The rows of the categories, in their usual order."""
        return {name: self.rows.get(name, Counts()) for name in CATEGORIES}

    @property
    def severities(self) -> Mapping[str, Counts]:
        """The rows of the severities, the worst first."""
        return {name: self.rows.get(name, Counts()) for name in reversed(SEVERITIES)}


def evaluate_spans(
    checker: Checker, texts: Iterable[GoldText], *, with_source: bool = True
) -> SpanResult:
    """Check every text and hold the issues against its gold spans."""
    result = SpanResult(signature=checker.signature)
    listed = list(texts)
    articles = [
        text.article if with_source else replace(text.article, source=None) for text in listed
    ]
    for text, report in zip(listed, checker.check_all(articles), strict=True):
        article = report.article
        result.words += report.words
        _score(result, report)
        found = tally(result, text, [Mark.of(issue) for issue in report.issues])
        result.false += [
            FalseAlarm(article.id, issue)
            for issue, true in zip(report.issues, found, strict=True)
            if not true
        ]
    return result


def evaluate_marks(
    mark: Callable[[str], Iterable[Mark]], texts: Iterable[GoldText], signature: str
) -> SpanResult:
    """Hold another checker against the same gold: it sees the target alone and says where."""
    result = SpanResult(signature=signature)
    for text in texts:
        tally(result, text, list(mark(text.article.target)))
    return result


def _score(result: SpanResult, report: ArticleReport) -> None:
    for name, value in {"quality": report.quality, **report.scores}.items():
        result.scores.setdefault(name, []).append(value)


def tally(result: SpanResult, text: GoldText, marks: Sequence[Mark]) -> list[bool]:
    """Count one text; whether each mark overlaps a gold span."""
    result.texts += 1
    result.human.append(text.score)
    here: dict[str, Counts] = {}
    target = text.article.target
    for span in text.spans:
        touching = [mark for mark in marks if mark.start < span.end and span.start < mark.end]
        for row in _rows(span.category, span.severity):
            here.setdefault(row, Counts()).add(span, touching, target)
        if not (span.category == "spelling" and _CEDILLA.search(span.text)):
            others = [mark for mark in touching if mark.check != _CEDILLA_CHECK]
            here.setdefault(BARE, Counts()).add(span, others, target)
        for ringing in {mark.check for mark in touching}:
            result.checks.setdefault(ringing, Counts()).found += 1
        if not touching:
            result.missed.append(Missed(text.article.id, span))
    found = [any(m.start < s.end and s.start < m.end for s in text.spans) for m in marks]
    for mark, true in zip(marks, found, strict=True):
        rows = [here.setdefault(row, Counts()) for row in _rows(mark.category, mark.severity)]
        if mark.check != _CEDILLA_CHECK:
            rows.append(here.setdefault(BARE, Counts()))
        for counts in (*rows, result.checks.setdefault(mark.check, Counts())):
            counts.issues += 1
            counts.true += true
    _add(result, here)
    return found


def _rows(category: str | None, severity: str | None) -> list[str]:
    """The rows in which a span or a mark counts."""
    rows = [ALL, *(name for name in (category, severity) if name)]
    return [*rows, GRAVE] if severity in _SERIOUS else rows


def _add(result: SpanResult, here: Mapping[str, Counts]) -> None:
    for name, counts in here.items():
        row = result.rows.setdefault(name, Counts())
        for key, value in vars(counts).items():
            setattr(row, key, getattr(row, key) + value)
    result.each.append({name: Tally(c.gold, c.found, c.issues, c.true) for name, c in here.items()})


def _is_right(mark: Mark, span: GoldSpan, target: str) -> bool:
    """Whether mark and gold span, each with its suggestion in its place, read the same."""
    if mark.suggestion is None or span.suggestion is None:
        return False
    start, end = min(mark.start, span.start), max(mark.end, span.end)
    ours, theirs = (
        target[start : one.start] + (one.suggestion or "") + target[one.end : end]
        for one in (mark, span)
    )
    return _plain(ours) == _plain(theirs)


def _plain(text: str) -> str:
    return " ".join(text.translate(_LIKE).split())


def as_dict(result: SpanResult) -> dict[str, Any]:
    """The figures for JSON."""
    return {
        "texts": result.texts,
        "words": result.words,
        "signature": result.signature,
        "total": _figures(result.total),
        "without_cedillas": _figures(result.rows.get(BARE, Counts())),
        "major_and_critical": _figures(result.rows.get(GRAVE, Counts())),
        "categories": {name: _figures(counts) for name, counts in result.categories.items()},
        "severities": {name: _figures(counts) for name, counts in result.severities.items()},
        "checks": {name: _figures(counts) for name, counts in result.checks.items()},
    }


def _figures(counts: Counts) -> dict[str, float | int | None]:
    return {
        **vars(counts),
        "recall": counts.recall,
        "precision": counts.precision,
        "f1": counts.f1,
    }
