"""What the page's script reads: a run and its articles as compact JSON.

Offsets in it are UTF-16 code units, as JavaScript counts; an issue's text is cut from the article.
"""

from __future__ import annotations

import hashlib
import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mtqa import __version__
from mtqa.judgement.profiles import threshold
from mtqa.model import CATEGORIES, MQM, SEVERITIES, ArticleReport, Issue, Span
from mtqa.report.formats import Run
from mtqa.report.html.phrases import words
from mtqa.report.html.rows import has_source, rows, soft_breaks, spans_of
from mtqa.silence.fingerprints import fingerprints

_READABLE = re.compile(r"[\w./ -]{1,120}")
_TITLE = 140


class Tables:
    """Texts that many issues share, numbered in the order they are met."""

    def __init__(self) -> None:
        self.checks: dict[str, int] = {}
        self.messages: dict[tuple[str, str], int] = {}

    def check(self, name: str) -> int:
        """The number of a check's name."""
        return self.checks.setdefault(name, len(self.checks))

    def message(self, issue: Issue) -> int:
        """The number of an issue's reason, in both languages."""
        both = (issue.message, issue.message_in("ro"))
        return self.messages.setdefault(both, len(self.messages))


def run_data(reports: Sequence[ArticleReport], run: Run, tables: Tables) -> dict[str, Any]:
    """The run and a line for each article: all that the overview needs."""
    gate = run.config.gate
    return {
        "version": __version__,
        "signature": run.signature,
        "ui": run.ui,
        "profile": {"name": run.config.profile, "confidence": threshold(run.config)},
        "gate": {"quality": gate.min_quality, "critical": gate.max_critical},
        "categories": CATEGORIES,
        "severities": SEVERITIES,
        "mqm": MQM,
        "words": words(),
        "checks": list(tables.checks),
        "articles": [
            _line(report, key) for report, key in zip(reports, keys(reports), strict=True)
        ],
    }


def keys(reports: Iterable[ArticleReport]) -> list[str]:
    """What a link calls each article: its id where that is unique and safe, else a digest."""
    found: list[str] = []
    taken: Counter[str] = Counter()
    for report in reports:
        name = report.article.id
        taken[name] += 1
        if taken[name] > 1 or not _READABLE.fullmatch(name):
            label = f"{name}\x1f{taken[name]}"
            name = hashlib.sha256(label.encode("utf-8", "surrogatepass")).hexdigest()[:12]
        found.append(name)
    return found


def _line(report: ArticleReport, key: str) -> dict[str, Any]:
    """The overview's line about one article; counts are (category, severity, issues)."""
    counts = Counter((issue.category, issue.severity) for issue in report.issues)
    return {
        "key": key,
        "id": report.article.id,
        "path": path(report),
        "title": title(report),
        "fail": report.verdict == "fail",
        "quality": round(report.quality, 2),
        "words": report.words,
        "counts": [
            [CATEGORIES.index(category), SEVERITIES.index(severity), number]
            for (category, severity), number in sorted(counts.items())
        ],
    }


def path(report: ArticleReport) -> str:
    """Where the article was read from, or its id."""
    return str(report.article.meta.get("target_path") or report.article.id)


def title(report: ArticleReport) -> str:
    """The article's first line with words, clipped."""
    line = next((line for line in report.article.target.splitlines() if line.strip()), "")
    line = line.strip()
    return line if len(line) <= _TITLE else line[: _TITLE - 1].rstrip() + "…"


def article_data(report: ArticleReport, tables: Tables) -> dict[str, Any]:
    """One article: its texts, the rows that pair them, and its issues."""
    article = report.article
    source = (article.source or "") if has_source(report) else None
    target_place, source_place = utf16(article.target), utf16(source or "")

    def ends(span: Span, place: Callable[[int], int]) -> list[int]:
        return [place(span.start), place(span.end)]

    issue_keys = fingerprints(article.target, report.issues)
    return {
        "target": article.target,
        "source": source,
        "lang": article.source_lang,
        "scores": {
            name: round(score, 4) for name, score in report.scores.items() if math.isfinite(score)
        },
        "rows": [
            [
                row.target and ends(row.target, target_place),
                [ends(s, source_place) for s in row.source],
            ]
            for row in rows(report)
        ],
        "soft": [
            [place(n) for n in soft_breaks(text, spans_of(report.segments, side))]
            for text, side, place in (
                (article.target, "target", target_place),
                (source or "", "source", source_place),
            )
        ],
        "issues": [
            [*_issue(issue, tables, target_place, source_place), key]
            for issue, key in zip(report.issues, issue_keys, strict=True)
        ],
    }


def _issue(
    issue: Issue, tables: Tables, target: Callable[[int], int], source: Callable[[int], int]
) -> list[Any]:
    """An issue in the order in which ``data.js`` takes it apart."""
    place = issue.source_span
    return [
        tables.check(issue.check),
        CATEGORIES.index(issue.category),
        SEVERITIES.index(issue.severity),
        target(issue.start),
        target(issue.end),
        tables.message(issue),
        issue.suggestion,
        round(issue.confidence, 3),
        place and [source(place.start), source(place.end)],
        [_issue(other, tables, target, source) for other in _others(issue)],
    ]


def utf16(text: str) -> Callable[[int], int]:
    """Code-point offsets of ``text`` as offsets in UTF-16 code units."""
    if not text or max(text) <= "\uffff":
        return int
    astral = [n for n, character in enumerate(text) if character > "\uffff"]
    return lambda offset: offset + bisect_left(astral, offset)


def _others(issue: Issue) -> Iterator[Issue]:
    """The issues that this one stands for, those left out that say the same again."""
    said = {(issue.text, issue.suggestion, issue.message)}
    for other in issue.related:
        now = (other.text, other.suggestion, other.message)
        if now not in said:
            said.add(now)
            yield other
