"""The files of a chunk: JSON Lines, or Parquet with a row an article and a row an issue."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from mtqa.errors import MissingExtra
from mtqa.model import ArticleReport
from mtqa.readers.records import Record, Reject
from mtqa.report.json import article
from mtqa.report.rows import ARTICLE_COLUMNS, ISSUE_COLUMNS, Row, article_rows, issue_rows

if TYPE_CHECKING:
    from mtqa.corpus.work import Plan

Scored = Sequence[tuple[Record, ArticleReport]]


def rendered(plan: Plan, number: int, scored: Scored) -> dict[str, bytes]:
    """The result files of a chunk by kind."""
    if plan.form == "parquet":
        return _parquet(plan, scored)
    return {"articles": b"".join(_line(plan, record, report) for record, report in scored)}


def _line(plan: Plan, record: Record, report: ArticleReport) -> bytes:
    row = article(report, plan.config.ui)
    if plan.keep:
        row["fields"] = {name: record.article.meta.get(name) for name in plan.keep}
    return msgspec.json.encode(row) + b"\n"


def rejected_lines(rejects: Iterable[Reject]) -> bytes:
    """A line a reject: its number in the input, its place, its id if it has one, the reason."""
    return b"".join(
        msgspec.json.encode({"number": r.number, "place": r.place, "id": r.id, "reason": r.reason})
        + b"\n"
        for r in rejects
    )


def _parquet(plan: Plan, scored: Scored) -> dict[str, bytes]:
    articles: list[dict[str, Any]] = []
    issues: list[dict[str, Any]] = []
    for record, report in scored:
        kept = {name: _text(record.article.meta.get(name)) for name in plan.keep}
        first = {"record": record.number}
        articles.extend(first | row | kept for row in article_rows([report]))
        issues.extend(first | row for row in issue_rows([report], plan.config.ui))
    # also the scores of articles for which there was nothing to score
    scores = dict.fromkeys((f"score_{name}" for name in plan.scores), float)
    further = {**scores, **dict.fromkeys(plan.keep, str)}
    return {
        "articles": _table(articles, {"record": int, **ARTICLE_COLUMNS, **further}, plan),
        "issues": _table(issues, {"record": int, **ISSUE_COLUMNS}, plan),
    }


def _table(rows: list[dict[str, Any]] | list[Row], columns: dict[str, type], plan: Plan) -> bytes:
    """The rows as a Parquet file whose schema does not depend on them."""
    from mtqa.report.parquet import packed

    try:
        return packed(rows, columns, plan.signature, "zstd")
    except ImportError:
        raise MissingExtra("pyarrow", "corpus") from None


def _text(value: object) -> str | None:
    return None if value is None else str(value)
