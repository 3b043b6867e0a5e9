"""CSV and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from csv import DictWriter
from io import StringIO

from mtqa.model import ArticleReport
from mtqa.report.formats import Run
from mtqa.report.json import article
from mtqa.report.rows import columns, rows

#: A spreadsheet takes a cell that begins like this for a formula (OWASP, CSV Injection); white
#: space before it is skipped by some.
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def csv(reports: Sequence[ArticleReport], run: Run) -> str:
    """A table as CSV (RFC 4180), the issues unless another is asked for.

    Cells that a spreadsheet would take for a formula get an apostrophe in front.
    """
    table = run.table or "issues"
    listed = rows(table, reports, run.ui)
    out = StringIO()
    writer = DictWriter(out, list(columns(table, listed)), lineterminator="\r\n")
    writer.writeheader()
    for row in listed:
        writer.writerow({name: harmless(value) for name, value in row.items()})
    return out.getvalue()


def harmless(value: object) -> object:
    """``value``, text that a spreadsheet would take for a formula with an apostrophe before it."""
    if not isinstance(value, str):
        return value
    risky = value.startswith(("\t", "\r", "\n")) or value.lstrip().startswith(_FORMULA)
    return f"'{value}" if risky else value


def jsonl(reports: Sequence[ArticleReport], run: Run) -> str:
    """JSON lines: an article a line with its texts, or the rows of the table asked for."""
    if run.table is None:
        listed = [article(report, run.ui, texts=True) for report in reports]
    else:
        listed = [dict(row) for row in rows(run.table, reports, run.ui)]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in listed)
