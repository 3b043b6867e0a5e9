"""CSV and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from csv import DictWriter
from io import StringIO

from mtqa.common.spreadsheets import harmless
from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.json import article
from mtqa.report.rows import columns, rows


def csv(reports: Sequence[ArticleReport], run: Run) -> str:
    """A table as CSV (RFC 4180), the issues unless another is asked for.

    What a spreadsheet would take for a formula gets an apostrophe in front.
    """
    table = run.table or "issues"
    listed = rows(table, reports, run.ui)
    out = StringIO()
    writer = DictWriter(out, list(columns(table, listed)), lineterminator="\r\n")
    writer.writeheader()
    for row in listed:
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return out.getvalue()


def jsonl(reports: Sequence[ArticleReport], run: Run) -> str:
    """JSON lines: an article a line with its texts, or the rows of the table asked for."""
    if run.table is None:
        listed = [article(report, run.ui, texts=True) for report in reports]
    else:
        listed = [dict(row) for row in rows(run.table, reports, run.ui)]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in listed)
