"""The rows of the tables, as plain dictionaries: what every tabular format and pandas are fed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

from mtqa.judgement.quality import Tally
from mtqa.model import CATEGORIES, SEVERITIES, ArticleReport, Ui
from mtqa.report.places import Locator
from mtqa.silence.fingerprints import fingerprints

Row: TypeAlias = "dict[str, str | int | float | None]"

ARTICLE_COLUMNS: dict[str, type] = {
    "article": str,
    "target_path": str,
    "source_path": str,
    "verdict": str,
    "quality": float,
    "words": int,
    "issues": int,
    "suppressed": int,
    **dict.fromkeys(SEVERITIES, int),
    **dict.fromkeys(CATEGORIES, int),
}
ISSUE_COLUMNS: dict[str, type] = {
    "article": str,
    "target_path": str,
    "line": int,
    "column": int,
    "start": int,
    "end": int,
    "check": str,
    "category": str,
    "mqm": str,
    "severity": str,
    "text": str,
    "suggestion": str,
    "message": str,
    "confidence": float,
    "source_start": int,
    "source_end": int,
    "source_text": str,
    "fingerprint": str,
}
SUMMARY_COLUMNS: dict[str, type] = {
    "category": str,
    **dict.fromkeys(SEVERITIES, int),
    "issues": int,
    "articles": int,
    "per_1000_words": float,
}
COLUMNS = {"articles": ARTICLE_COLUMNS, "issues": ISSUE_COLUMNS, "summary": SUMMARY_COLUMNS}


def article_rows(reports: Iterable[ArticleReport]) -> list[Row]:
    """One row an article: verdict, quality, words, and its issues by severity and by category.

    Further scores of the article follow as columns ``score_NAME``.
    """
    rows = []
    for report in reports:
        severities = Counter(issue.severity for issue in report.issues)
        categories = Counter(issue.category for issue in report.issues)
        row: Row = {
            "article": report.article.id,
            "target_path": _text(report.article.meta.get("target_path")),
            "source_path": _text(report.article.meta.get("source_path")),
            "verdict": report.verdict,
            "quality": round(report.quality, 2),
            "words": report.words,
            "issues": len(report.issues),
            "suppressed": len(report.suppressed),
        }
        row |= {severity: severities[severity] for severity in SEVERITIES}
        row |= {category: categories[category] for category in CATEGORIES}
        row |= {f"score_{name}": score for name, score in report.scores.items()}
        rows.append(row)
    return rows


def issue_rows(reports: Iterable[ArticleReport], ui: Ui = "en") -> list[Row]:
    """One row an issue, in reading order; offsets are code points, lines and columns from 1.

    Entries of a feed have the line of the entry in the feed, and no column.
    """
    return [row for report in reports for row in _issues_of(report, ui)]


def _issues_of(report: ArticleReport, ui: Ui) -> Iterator[Row]:
    locator = Locator(report.article)
    keys = fingerprints(report.article.target, report.issues)
    for issue, key in zip(report.issues, keys, strict=True):
        region = locator.region(issue.start, issue.end)
        source = issue.source_span
        yield {
            "article": report.article.id,
            "target_path": _text(report.article.meta.get("target_path")),
            "line": region.line,
            "column": region.column,
            "start": issue.start,
            "end": issue.end,
            "check": issue.check,
            "category": issue.category,
            "mqm": issue.mqm,
            "severity": issue.severity,
            "text": issue.text,
            "suggestion": issue.suggestion,
            "message": issue.message_in(ui),
            "confidence": round(issue.confidence, 3),
            "source_start": None if source is None else source.start,
            "source_end": None if source is None else source.end,
            "source_text": None if source is None else source.text,
            "fingerprint": key,
        }


def summary_rows(reports: Iterable[ArticleReport]) -> list[Row]:
    """One row a category that has issues: how many of each severity, in how many articles, and
    per 1,000 words; then one row ``all``."""
    listed = tuple(reports)
    total = sum((Tally.of(r.issues, r.words, r.verdict) for r in listed), Tally())
    seen = Counter(c for r in listed for c in {issue.category for issue in r.issues})
    articles = {category: seen[category] for category in CATEGORIES if seen[category]}
    return [
        *(_sums(total, category, number) for category, number in articles.items()),
        _sums(total, "all", len(listed)),
    ]


def _sums(total: Tally, category: str, articles: int) -> Row:
    """The counts of one category, or of ``all``."""
    counts: Row = dict.fromkeys(SEVERITIES, 0)
    issues = 0
    for (kind, severity), number in total.issues.items():
        if category in (kind, "all"):
            counts[severity] = int(counts[severity] or 0) + number
            issues += number
    rate = round(1000 * issues / total.words, 2) if total.words else 0.0
    return {
        "category": category,
        **counts,
        "issues": issues,
        "articles": articles,
        "per_1000_words": rate,
    }


def rows(table: str, reports: Iterable[ArticleReport], ui: Ui = "en") -> list[Row]:
    """The rows of one of the tables ``articles``, ``issues`` and ``summary``."""
    if table == "issues":
        return issue_rows(reports, ui)
    return article_rows(reports) if table == "articles" else summary_rows(reports)


def columns(table: str, listed: Iterable[Row]) -> dict[str, type]:
    """The columns of a table with their types, also those that only some rows have (scores)."""
    further = {name: float for row in listed for name in row if name not in COLUMNS[table]}
    return {**COLUMNS[table], **further}


def _text(value: object) -> str | None:
    return None if value is None else str(value)
