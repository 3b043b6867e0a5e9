"""What the desk shows: the queue with its filters, one article with its issues, the progress."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass
from typing import Any

from mtqa.model import SEVERITIES
from mtqa.review.decisions import Unknown, last_event
from mtqa.review.edits import Edit, corrected
from mtqa.review.loading import searchable
from mtqa.review.store import Store

#: Articles on one page of the queue.
PAGE = 50

STATUSES = ("todo", "new", "begun", "done", "clean", "all")

SEVEREST = "severity"
#: How the queue can be ordered: what decides, what comes first, then the order of arrival.
ORDERS = {
    SEVEREST: "-a.rank",
    "quality": "a.quality",
    "age": "a.added",
    "feed": "a.feed",
    "assigned": "a.assigned",
}

#: An article's status: finished by hand, nothing flagged, all decided, none, or some.
_STATUS = (
    "CASE WHEN a.finished THEN 'done' WHEN a.issues = 0 THEN 'clean' WHEN a.open = 0 THEN 'done'"
    " WHEN a.open = a.issues THEN 'new' ELSE 'begun' END"
)


@dataclass(frozen=True)
class Filter:
    """Which articles of the queue to show; an empty field does not filter.

    Attributes:
        status: one of :data:`STATUSES`; ``todo`` is what is neither done nor clean.
        q: words to look for in name and text, without regard to case and diacritics.
        category: articles with an issue of it.
        severity: articles with an issue of it.
        check: articles with an issue of that check, or of that family.
        feed: articles of that feed.
        assigned: articles of that editor.
        sort: one of :data:`ORDERS`.
    """

    status: str = "todo"
    q: str = ""
    category: str = ""
    severity: str = ""
    check: str = ""
    feed: str = ""
    assigned: str = ""
    sort: str = SEVEREST

    def query(self, **more: Any) -> dict[str, Any]:
        """The fields that differ from the default, for an address."""
        plain = asdict(Filter())
        fields = {name: value for name, value in asdict(self).items() if value != plain[name]}
        return {**fields, **{name: value for name, value in more.items() if value}}


def page(store: Store, wanted: Filter, number: int = 0) -> dict[str, Any]:
    """One page of the queue, the last one for a number beyond it, and how many articles there are
    in all."""
    where, values = _where(wanted)
    with store.read() as db:
        total = db.execute(f"SELECT COUNT(*) FROM articles a WHERE {where}", values).fetchone()[0]
        pages = -(-total // PAGE)
        number = max(0, min(number, pages - 1))
        rows = db.execute(
            f"SELECT a.id, a.name, a.title, a.feed, a.quality, a.words, a.issues, a.open,"
            f" a.assigned, a.source IS NOT NULL AS paired, {_STATUS} AS status"
            f" FROM articles a WHERE {where}"
            f" ORDER BY {ORDERS[wanted.sort]}, a.id LIMIT ? OFFSET ?",
            (*values, PAGE, number * PAGE),
        ).fetchall()
        articles = [dict(row) for row in rows]
        counts = _severities(db, [article["id"] for article in articles])
    for article in articles:
        article["severities"] = counts.get(article["id"], {})
    return {"articles": articles, "total": total, "page": number, "pages": pages}


def _where(wanted: Filter) -> tuple[str, list[Any]]:
    """The condition on ``articles a`` and its values."""
    parts, values = ["1"], []
    if wanted.status == "todo":
        parts.append(f"{_STATUS} IN ('new', 'begun')")
    elif wanted.status in STATUSES[1:-1]:
        parts.append(f"{_STATUS} = ?")
        values.append(wanted.status)
    for word in searchable(wanted.q).split():
        parts.append("a.folded LIKE ? ESCAPE '\\'")
        values.append(f"%{_literal(word)}%")
    for column in ("feed", "assigned"):
        if getattr(wanted, column):
            parts.append(f"a.{column} = ?")
            values.append(getattr(wanted, column))
    issue = []
    for column in ("category", "severity"):
        if getattr(wanted, column):
            issue.append(f"i.{column} = ?")
            values.append(getattr(wanted, column))
    if wanted.check:
        issue.append('(i."check" = ? OR i."check" LIKE ? ESCAPE \'\\\')')
        values += [wanted.check, f"{_literal(wanted.check)}.%"]
    if issue:
        parts.append(
            "EXISTS (SELECT 1 FROM issues i WHERE i.article = a.id AND i.state != 'gone'"
            f" AND {' AND '.join(issue)})"
        )
    return " AND ".join(parts), values


def _literal(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _severities(db: sqlite3.Connection, articles: list[int]) -> dict[int, dict[str, int]]:
    """The number of issues by severity of each article."""
    marks = ",".join("?" * len(articles))
    counts: dict[int, dict[str, int]] = {}
    for row in db.execute(
        f"SELECT article, severity, COUNT(*) AS n FROM issues WHERE article IN ({marks})"
        " AND state != 'gone' GROUP BY article, severity",
        articles,
    ):
        counts.setdefault(row["article"], {})[row["severity"]] = row["n"]
    return counts


def choices(store: Store) -> dict[str, list[tuple[str, int]]]:
    """What the filters offer, each with its number of articles."""
    with store.read() as db:
        found: dict[str, list[tuple[str, int]]] = {
            "feed": [
                (row[0], row[1])
                for row in db.execute("SELECT feed, COUNT(*) FROM articles GROUP BY 1 ORDER BY 1")
            ],
            "assigned": [
                (row[0], row[1])
                for row in db.execute(
                    "SELECT assigned, COUNT(*) FROM articles WHERE assigned != '' GROUP BY 1"
                    " ORDER BY 1"
                )
            ],
        }
        for column in ("category", "severity", "check"):
            found[column] = [
                (row[0], row[1])
                for row in db.execute(
                    f'SELECT "{column}", COUNT(DISTINCT article) FROM issues'
                    " WHERE state != 'gone' AND \"check\" != 'editor' GROUP BY 1 ORDER BY 1"
                )
            ]
    found["severity"].sort(key=lambda item: -SEVERITIES.index(item[0]))
    return found


def progress(store: Store) -> dict[str, int]:
    """How far the morning's work is."""
    with store.read() as db:
        row = db.execute(
            f"SELECT COUNT(*) AS articles, COALESCE(SUM({_STATUS} = 'done'), 0) AS done,"
            f" COALESCE(SUM({_STATUS} = 'clean'), 0) AS clean,"
            " COALESCE(SUM(issues), 0) AS issues, COALESCE(SUM(open), 0) AS open FROM articles a"
        ).fetchone()
    return dict(row)


def neighbours(store: Store, article: int, wanted: Filter) -> dict[str, int | None]:
    """The article before and after this one in the filtered queue, whatever its own status is."""
    where, values = _where(wanted)
    key = ORDERS[wanted.sort]
    found: dict[str, int | None] = {}
    with store.read() as db:
        own = db.execute(f"SELECT {key} FROM articles a WHERE a.id = ?", (article,)).fetchone()
        if own is None:
            raise Unknown(f"no article {article} on this desk")
        for name, beyond, order in (("previous", "<", "DESC"), ("next", ">", "")):
            row = db.execute(
                f"SELECT a.id FROM articles a WHERE {where} AND ({key}, a.id) {beyond} (?, ?)"
                f" ORDER BY {key} {order}, a.id {order} LIMIT 1",
                (*values, own[0], article),
            ).fetchone()
            found[name] = row and int(row["id"])
    return found


def article(store: Store, number: int) -> dict[str, Any]:
    """One article: its text, its issues in reading order, its corrected text.

    Raises:
        Unknown: no such article.
    """
    with store.read() as db:
        row = db.execute(
            f"SELECT a.*, {_STATUS} AS status FROM articles a WHERE a.id = ?", (number,)
        ).fetchone()
        if row is None:
            raise Unknown(f"no article {number} on this desk")
        issues = db.execute(
            "SELECT * FROM issues WHERE article = ? AND revision = ? AND state != 'gone'"
            ' ORDER BY start, "end"',
            (number, row["revision"]),
        ).fetchall()
        first = db.execute(
            "SELECT target FROM revisions WHERE article = ? AND number = 0", (number,)
        ).fetchone()
        event = db.execute("SELECT MAX(id) FROM events").fetchone()[0] or 0
    found = dict(row)
    found["segments"] = json.loads(row["segments"])
    found["original"] = first["target"]
    found["issues_here"] = [dict(issue) for issue in issues]
    found["corrected"] = corrected_text(row["target"], found["issues_here"])
    found["event"] = event
    return found


def corrected_text(target: str, issues: list[dict[str, Any]]) -> str:
    """The text with the corrections of its issues made."""
    return corrected(
        target,
        [
            Edit(issue["start"], issue["end"], issue["replacement"])
            for issue in issues
            if issue["replacement"] is not None
        ],
    )


def issue(store: Store, number: int) -> dict[str, Any]:
    """One issue as it stands, with its article's counts and who touched it last.

    Raises:
        Unknown: no such issue.
    """
    with store.read() as db:
        row = db.execute("SELECT * FROM issues WHERE id = ?", (number,)).fetchone()
        if row is None:
            raise Unknown(f"no issue {number} on this desk")
        by = last_event(db, issue=number)
        counts = db.execute(
            f"SELECT a.id, a.issues, a.open, a.finished, a.version, a.revision, {_STATUS} AS status"
            " FROM articles a WHERE id = ?",
            (row["article"],),
        ).fetchone()
    return {"issue": dict(row), "by": by, "article": dict(counts)}


def changes(store: Store, number: int, since: int, window: str) -> dict[str, Any]:
    """What other windows did to an article after the event ``since``."""
    with store.read() as db:
        rows = db.execute(
            'SELECT id, issue, editor, "window", kind FROM events WHERE article = ? AND id > ?'
            " ORDER BY id",
            (number, since),
        ).fetchall()
        others = {row["issue"]: row for row in rows if row["window"] != window}
        issues = []
        for key, event in others.items():
            found = db.execute("SELECT * FROM issues WHERE id = ?", (key,)).fetchone()
            if found:
                issues.append({**dict(found), "by": event["editor"], "kind": event["kind"]})
        version = db.execute(
            "SELECT version, revision, open, issues, finished FROM articles WHERE id = ?", (number,)
        ).fetchone()
    if version is None:
        raise Unknown(f"no article {number} on this desk")
    added = any(row["kind"] in ("add", "recheck") for row in others.values())
    return {
        "event": rows[-1]["id"] if rows else since,
        "issues": issues,
        "reload": added,
        "article": dict(version),
    }
