"""A piece of HTML for a page of somebody else's: tables with classes, no script and no style.

Offsets stand on each row (``data-start``, ``data-end``: code points, half-open), so that a page can
mark the words in its own text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mtqa.model import ArticleReport
from mtqa.report.console import figures
from mtqa.report.formats import Run
from mtqa.report.html.safe import environment
from mtqa.report.phrases import say
from mtqa.report.places import Locator, title

_COLUMNS = ("line", "severity", "category", "text", "suggestion", "reason")


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The piece, in UTF-8 when it is written; nothing in an article acts in it."""
    return (
        environment()
        .get_template("fragment.html.j2")
        .render(
            ui=run.ui,
            columns=[say(key, run.ui) for key in _COLUMNS],
            articles=[_article(report, run) for report in reports],
        )
    )


def _article(report: ArticleReport, run: Run) -> dict[str, Any]:
    ui, locator = run.ui, Locator(report.article)
    rows = []
    for issue in report.issues:
        region = locator.region(issue.start, issue.end)
        place = f"{region.line}" if region.column is None else f"{region.line}:{region.column}"
        suggestion = {None: "–", "": say("delete", ui)}.get(issue.suggestion, issue.suggestion)
        kinds = (say(issue.severity, ui), say(issue.category, ui))
        rows.append(
            {
                "severity": issue.severity,
                "check": issue.check,
                "start": issue.start,
                "end": issue.end,
                "cells": (place, *kinds, issue.text, suggestion, issue.message_in(ui)),
            }
        )
    return {
        "verdict": report.verdict,
        "says": say(report.verdict, ui),
        "title": title(report.article),
        "figures": figures(report, ui),
        "rows": rows,
    }
