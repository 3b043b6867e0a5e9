"""GitLab code quality: a JSON list of issues, the artefact ``codequality`` of a job."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from typing import Any

from mtqa.model import ArticleReport, Severity
from mtqa.report.formats import Run
from mtqa.report.places import Locator, path
from mtqa.silence.fingerprints import fingerprints

_LEVELS: dict[Severity, str] = {
    "neutral": "info",
    "minor": "minor",
    "major": "major",
    "critical": "critical",
}


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The issues of a run."""
    listed = [row for report in reports for row in _rows(report, run)]
    return json.dumps(listed, ensure_ascii=False, indent=1) + "\n"


def _rows(report: ArticleReport, run: Run) -> Iterator[dict[str, Any]]:
    locator = Locator(report.article)
    file = path(report.article, run.root)
    keys = fingerprints(report.article.target, report.issues)
    for issue, key in zip(report.issues, keys, strict=True):
        region = locator.region(issue.start, issue.end)
        advice = f" → {issue.suggestion}" if issue.suggestion else ""
        # two files may hold the same sentence, GitLab wants every fingerprint once
        whole = hashlib.sha256(f"{file}\x1f{report.article.id}\x1f{key}".encode()).hexdigest()
        yield {
            "description": f"{issue.text}{advice}: {issue.message_in(run.ui)}",
            "check_name": issue.check,
            "fingerprint": whole,
            "severity": _LEVELS[issue.severity],
            "categories": ["Style"],
            "location": {
                "path": file,
                "lines": {"begin": region.line, "end": region.end_line},
            },
        }
