"""Which issues a report keeps that may not have them all: the worst."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from mtqa.model import SEVERITIES, ArticleReport, Issue


def rank(issue: Issue) -> tuple[int, float]:
    """What orders issues, the worst first: by severity, then by confidence."""
    return -SEVERITIES.index(issue.severity), -issue.confidence


def worst(reports: Sequence[ArticleReport], most: int) -> list[tuple[Issue, ...]]:
    """The issues of each article in reading order, at most so many in all.

    Args:
        reports: the articles.
        most: how many issues there may be; of issues that are equally bad the first are kept.
    """
    if sum(len(report.issues) for report in reports) <= most:
        return [tuple(report.issues) for report in reports]
    placed = [
        (rank(issue), number, place)
        for number, report in enumerate(reports)
        for place, issue in enumerate(report.issues)
    ]
    kept: list[list[int]] = [[] for _ in reports]
    for _, number, place in sorted(placed)[:most]:
        kept[number].append(place)
    return [
        tuple(report.issues[place] for place in sorted(places))
        for report, places in zip(reports, kept, strict=True)
    ]


def total(reports: Iterable[ArticleReport]) -> int:
    """How many issues there are."""
    return sum(len(report.issues) for report in reports)
