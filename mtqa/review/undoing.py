"""Undo: the last decision of a window taken back, as a new event; nothing is erased."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
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
        AND e.undoes IS NULL AND u.id IS NULL AND e.kind NOT IN ('recheck', 'assign')
    ORDER BY e.id DESC LIMIT 1
"""


#: Decisions on the same issue (on the same article as a whole) after an event that still stand.
_LATER = """
    SELECT e.id FROM events e LEFT JOIN events u ON u.undoes = e.id
    WHERE e.article = ? AND e.issue IS ? AND e.id > ? AND e.undoes IS NULL AND u.id IS NULL
        AND e.kind != 'assign'
    LIMIT 1
"""


def undo(store: Store, by: By) -> sqlite3.Row | None:
    """Take back the last decision of this window that still stands, as a new event.

    Decisions on an issue are a pile: one is taken back only when those on top of it are.

    Returns:
        The undone event, or None if there is nothing to undo.

    Raises:
        Conflict: someone else has changed the same issue since; theirs is kept.
        Refused: the article was checked again since.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return _event(
                db, "SELECT u.* FROM events e JOIN events u ON u.id = e.undoes WHERE e.id = ?", done
            )
        event = _event(db, _LAST, by.window[:80], by.editor[:80])
        if event is None:
            return None
        if _event(db, _LATER, event["article"], event["issue"], event["id"]):
            raise Conflict(
                last_event(db, issue=event["issue"], article=event["article"]), event["issue"]
            )
        if event["kind"] == "type":
            return event  # whoever asked puts the words back, and has them checked
        for one in _together(db, event):
            before = json.loads(one["before"])
            if one["issue"] is None:
                _unfinish(db, one, before, by)
            else:
                _restore(db, one, before, by)
            recount(db, one["article"])
            by = replace(by, request="")  # the first event has the key
        return event


def _together(db: sqlite3.Connection, event: sqlite3.Row) -> list[sqlite3.Row]:
    """The event, and those that were made with it in one go and still stand on top."""
    group = json.loads(event["after"]).get("group")
    if not group:
        return [event]
    others = db.execute(
        "SELECT e.* FROM events e LEFT JOIN events u ON u.undoes = e.id"
        ' WHERE e."window" = ? AND e.id < ? AND e.undoes IS NULL AND u.id IS NULL'
        " AND json_extract(e.after, '$.group') = ? ORDER BY e.id DESC",
        (event["window"], event["id"], group),
    ).fetchall()
    return [event, *(one for one in others if not _covered(db, one))]


def _covered(db: sqlite3.Connection, event: sqlite3.Row) -> bool:
    """Whether the issue was decided anew since, or its article's text is another by now."""
    later = _event(db, _LATER, event["article"], event["issue"], event["id"])
    row = db.execute("SELECT revision FROM issues WHERE id = ?", (event["issue"],)).fetchone()
    return later is not None or row["revision"] != the_article(db, event["article"])["revision"]


def _event(db: sqlite3.Connection, query: str, *values: object) -> sqlite3.Row | None:
    found: sqlite3.Row | None = db.execute(query, values).fetchone()
    return found


def _restore(db: sqlite3.Connection, event: sqlite3.Row, before: dict[str, Any], by: By) -> None:
    row = db.execute("SELECT * FROM issues WHERE id = ?", (event["issue"],)).fetchone()
    if row["revision"] != the_article(db, event["article"])["revision"]:
        raise Refused(
            "the article was checked again since; decide anew on its present text",
            "articolul a fost verificat din nou între timp; decideți pe textul actual",
        )
    if before.get("replacement") is not None:
        require_room(db, row, row["start"], row["end"], before["replacement"])
    set_columns(db, row["id"], before)
    record_event(db, by, "undo", row, before, undoes=event["id"])


def _unfinish(db: sqlite3.Connection, event: sqlite3.Row, before: dict[str, Any], by: By) -> None:
    row = the_article(db, event["article"])
    db.execute(
        "UPDATE articles SET finished = ?, version = version + 1 WHERE id = ?",
        (before["finished"], row["id"]),
    )
    seen = {"id": None, "article": row["id"], "version": row["version"]}
    seen["finished"] = row["finished"]
    record_event(db, by, "undo", seen, {"finished": before["finished"]}, undoes=event["id"])
