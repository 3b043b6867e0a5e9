"""The JSON contract: what other programs read. Documented in
``docs/reference/json.md``, stable within 0.x."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

from mtqa import __version__
from mtqa.model import ArticleReport, Issue, Segment, Ui
from mtqa.report.formats import Run


def document(reports: Iterable[ArticleReport], run: Run) -> dict[str, Any]:
    """The whole run as plain dictionaries and lists."""
    return {
        "mtqa": __version__,
        "signature": run.signature,
        "profile": run.config.profile,
        "articles": [article(report, run.ui) for report in reports],
    }


def article(report: ArticleReport, ui: Ui = "en", *, texts: bool = False) -> dict[str, Any]:
    """One article; also one line of a scored corpus. Offsets are code points, half-open.

    Args:
        report: the article's report.
        ui: the language of the reasons.
        texts: add both texts, and the reasons in Romanian: all that `mtqa review` shows.
    """
    meta = report.article.meta
    record: dict[str, Any] = {
        "id": report.article.id,
        "target_path": meta.get("target_path"),
        "source_path": meta.get("source_path"),
        "verdict": report.verdict,
        "quality": round(report.quality, 2),
        "words": report.words,
        "scores": dict(report.scores),
        "segments": [_segment(segment) for segment in report.segments],
        "issues": [_issue(issue, ui) for issue in report.issues],
    }
    if texts:
        _add_texts(record, report)
    if report.suppressed:
        record["suppressed"] = [
            {**_issue(item.issue, ui), "by": item.by, "reason": item.reason}
            for item in report.suppressed
        ]
    if report.notes:
        record["notes"] = list(report.notes)
    if meta.get("feed") is not None:
        _add_entry(record, report)
    return record


def _add_texts(record: dict[str, Any], report: ArticleReport) -> None:
    """What makes the record stand without its files."""
    record["target"], record["source"] = report.article.target, report.article.source
    record["source_lang"] = report.article.source_lang
    for row, issue in zip(record["issues"], report.issues, strict=True):
        row["message_ro"] = issue.message_in("ro")
        if others := _alternatives(issue):
            row["alternatives"] = others


def _alternatives(issue: Issue) -> list[str]:
    """What else stands to choice: the suggestions of those it stands for, on the same words."""
    found = dict.fromkeys(
        other.suggestion
        for other in issue.related
        if (other.start, other.end) == (issue.start, issue.end) and other.suggestion is not None
    )
    return [one for one in found if one != issue.suggestion]


def _add_entry(record: dict[str, Any], report: ArticleReport) -> None:
    """What an article of a feed has beside: its entry, and each issue's place in its HTML."""
    entry = report.article.meta["feed"]
    record["feed"] = {"id": entry.id, "link": entry.link, "line": entry.line}
    for row, issue in zip(record["issues"], report.issues, strict=True):
        place = entry.locate(issue.start, issue.end)
        row["raw"] = place and {"field": place.field, "start": place.start, "end": place.end}


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The whole run as text, UTF-8 letters unescaped, ending in a line feed."""
    return json.dumps(document(reports, run), ensure_ascii=False, indent=1) + "\n"


def _segment(segment: Segment) -> dict[str, Any]:
    return {
        "source": [list(span) for span in segment.source],
        "target": [list(span) for span in segment.target],
        "score": segment.score,
    }


def _issue(issue: Issue, ui: Ui) -> dict[str, Any]:
    source = issue.source_span
    return {
        "check": issue.check,
        "category": issue.category,
        "mqm": issue.mqm,
        "severity": issue.severity,
        "start": issue.start,
        "end": issue.end,
        "text": issue.text,
        "message": issue.message_in(ui),
        "suggestion": issue.suggestion,
        "confidence": round(issue.confidence, 3),
        "source": source and {"start": source.start, "end": source.end, "text": source.text},
        "weight": issue.weight,
        **({"row": issue.row} if issue.row else {}),
    }
