"""What editors dismissed, as entries of a baseline: it stays quiet from then on."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from mtqa.model import Article, ArticleReport, Issue
from mtqa.review.store import Store
from mtqa.silence.baseline import Entry, entries


def dismissed(store: Store) -> Iterator[tuple[Article, list[Entry]]]:
    """Each article that was read from a file, and the entries of its dismissed issues."""
    with store.read() as db:
        rows = db.execute("SELECT * FROM articles WHERE path IS NOT NULL ORDER BY id").fetchall()
        for row in rows:
            issues = db.execute(
                "SELECT * FROM issues WHERE article = ? AND revision = ? AND origin = 'check'"
                " AND state != 'gone' ORDER BY start, \"end\", id",
                (row["id"], row["revision"]),
            ).fetchall()
            kept = [issue["state"] == "dismissed" for issue in issues]
            if any(kept):
                report = _report(row, issues)
                made = zip(entries(report), kept, strict=True)
                yield report.article, [entry for entry, quiet in made if quiet]


def _report(row: sqlite3.Row, issues: list[sqlite3.Row]) -> ArticleReport:
    meta = {"target_path": row["path"], **({"feed": row["feed"]} if row["entry"] else {})}
    return ArticleReport(
        Article(row["name"], row["target"], meta=meta),
        (),
        tuple(
            Issue(
                check=issue["check"],
                category=issue["category"],
                severity=issue["severity"],
                start=issue["start"],
                end=issue["end"],
                text=issue["text"],
                message=issue["message"],
            )
            for issue in issues
        ),
        row["words"],
        row["quality"],
        row["verdict"],
        "",
    )
