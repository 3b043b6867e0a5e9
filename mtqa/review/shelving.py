"""Whole articles: put away as done, given to an editor; and what happened to them."""

from __future__ import annotations

import json
from typing import Any

from mtqa.review.decisions import By, Conflict, done_before, last_event, record_event, the_article
from mtqa.review.store import Store

#: Longest name of an editor, in code points.
_NAME = 80
#: Events of an article that its history shows, the last ones.
_MOST = 500


def finish(store: Store, article: int, finished: bool, version: int, by: By) -> int:
    """Put an article away as done, or take it up again.

    Raises:
        Unknown: no such article.
        Conflict: someone else did, or it was checked again.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return done
        row = the_article(db, article)
        if row["version"] != version:
            raise Conflict(last_event(db, article=article))
        db.execute(
            "UPDATE articles SET finished = ?, version = version + 1 WHERE id = ?",
            (int(finished), article),
        )
        seen = {"id": None, "article": article, "version": version, "finished": row["finished"]}
        return record_event(
            db, by, "finish" if finished else "resume", seen, {"finished": int(finished)}
        )


def assign(store: Store, article: int, name: str, by: By) -> int:
    """Give an article to an editor, or to nobody with an empty name.

    Raises:
        Unknown: no such article.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return done
        row = the_article(db, article)
        name = " ".join(name.split())[:_NAME]
        db.execute("UPDATE articles SET assigned = ? WHERE id = ?", (name, article))
        seen = {"id": None, "article": article, "version": row["version"] - 1}
        seen["assigned"] = row["assigned"]
        return record_event(db, by, "assign", seen, {"assigned": name})


def editors(store: Store) -> list[str]:
    """Everybody who has decided something or has been given an article."""
    with store.read() as db:
        rows = db.execute(
            "SELECT DISTINCT editor FROM events UNION SELECT DISTINCT assigned FROM articles"
        ).fetchall()
    return sorted(row[0] for row in rows if row[0])


def history(store: Store, article: int) -> list[dict[str, Any]]:
    """What happened to an article, the last first: time, editor, what was done, to which words."""
    with store.read() as db:
        the_article(db, article)
        rows = db.execute(
            'SELECT e.at, e.editor, e.kind, e.before, e.after, e.undoes, i.text, i."check"'
            " FROM events e LEFT JOIN issues i ON i.id = e.issue WHERE e.article = ?"
            " ORDER BY e.id DESC LIMIT ?",
            (article, _MOST),
        ).fetchall()
    return [
        {**dict(row), "before": json.loads(row["before"]), "after": json.loads(row["after"])}
        for row in rows
    ]
