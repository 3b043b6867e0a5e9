"""Undo: the last decision of a window taken back, as a new event; nothing is erased."""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from mtqa.review.decisions import (
    By,
    Conflict,
    Refused,
    done_before,
    last_event,
    record_event,
    require_room,
    set_columns,
    the_article,
)
from mtqa.review.loading import recount
from mtqa.review.store import Store

#: The last decision of a window (of an editor, where no window is named) that still stands.
_LAST = """
    SELECT e.* FROM events e LEFT JOIN events u ON u.undoes = e.id
    WHERE e."window" = ? AND (e."window" != '' OR e.editor = ?)
        AND e.undoes IS NULL AND u.id IS NULL AND e.kind != 'recheck'
    ORDER BY e.id DESC LIMIT 1
"""


def undo(store: Store, by: By) -> sqlite3.Row | None:
    """Take back the last decision of this window that still stands, as a new event.

    Returns:
        The undone event, or None if there is nothing to undo.

    Raises:
        Conflict: someone else has changed the same issue since; theirs is kept.
    """
    with store.write() as db:
        if done_before(db, by):
            return None
        event: sqlite3.Row | None = db.execute(
            _LAST,
            (by.window[:80], by.editor[:80]),
        ).fetchone()
        if event is None:
            return None
        before, after = json.loads(event["before"]), json.loads(event["after"])
        if event["issue"] is None:
            _unfinish(db, event, before, after, by)
        else:
            _restore(db, event, before, after, by)
        recount(db, event["article"])
        return event


def _restore(
    db: sqlite3.Connection,
    event: sqlite3.Row,
    before: dict[str, Any],
    after: dict[str, Any],
    by: By,
) -> None:
    row = db.execute("SELECT * FROM issues WHERE id = ?", (event["issue"],)).fetchone()
    article = the_article(db, event["article"])
    if row["version"] != after["version"]:
        raise Conflict(last_event(db, issue=row["id"]), row["id"])
    if row["revision"] != article["revision"]:
        raise Refused(
            "the article was checked again since; decide anew on its present text",
            "articolul a fost verificat din nou între timp; decideți pe textul actual",
        )
    if before.get("replacement") is not None:
        require_room(db, row, row["start"], row["end"], before["replacement"])
    set_columns(db, row["id"], before)
    record_event(db, by, "undo", row, before, undoes=event["id"])


def _unfinish(
    db: sqlite3.Connection,
    event: sqlite3.Row,
    before: dict[str, Any],
    after: dict[str, Any],
    by: By,
) -> None:
    row = the_article(db, event["article"])
    if row["version"] != after["version"]:
        raise Conflict(last_event(db, article=row["id"]))
    db.execute(
        "UPDATE articles SET finished = ?, version = version + 1 WHERE id = ?",
        (before["finished"], row["id"]),
    )
    seen = {"id": None, "article": row["id"], "version": row["version"], **after}
    record_event(db, by, "undo", seen, {"finished": before["finished"]}, undoes=event["id"])
