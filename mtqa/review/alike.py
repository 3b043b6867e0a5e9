"""One issue and its likes: decided in one go, moved, and what was decided on the same words."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from mtqa.review.decisions import (
    By,
    Conflict,
    Decision,
    Refused,
    Unknown,
    decide_here,
    done_before,
    last_event,
    record_event,
    set_columns,
    the_article,
)
from mtqa.review.store import Store

#: Most issues that are decided in one go.
_MOST = 2_000
#: Earlier decisions shown beside an issue.
_SHOWN = 3

_ALIKE = (
    'FROM issues i JOIN articles a ON a.id = i.article AND a.revision = i.revision WHERE i."check"'
    " = :check AND i.text = :text AND i.suggestion IS :suggestion AND i.state = 'open'"
    " AND i.id != :id"
)


def _row(db: sqlite3.Connection, issue: int) -> sqlite3.Row:
    row: sqlite3.Row | None = db.execute("SELECT * FROM issues WHERE id = ?", (issue,)).fetchone()
    if row is None:
        raise Unknown(f"no issue {issue} on this desk")
    return row


def _key(row: sqlite3.Row) -> dict[str, Any]:
    return {name: row[name] for name in ("id", "check", "text", "suggestion")}


def count(store: Store, issue: int) -> dict[str, int]:
    """How many undecided issues are like this one: same check, same words, same suggestion.

    Returns:
        ``here``, those in its article; ``everywhere``; and in how many ``articles``.
    """
    with store.read() as db:
        row = _row(db, issue)
        found = db.execute(
            "SELECT COUNT(*) AS everywhere, COALESCE(SUM(i.article = :article), 0) AS here,"
            f" COUNT(DISTINCT i.article) AS articles {_ALIKE}",
            {**_key(row), "article": row["article"]},
        ).fetchone()
    return dict(found)


def decide_all(store: Store, issue: int, version: int, everywhere: bool, by: By) -> dict[str, int]:
    """Decide an issue and its likes: as it was decided, or by its suggestion if it is open.

    Returns:
        ``event``, the first one, and how many issues were ``made`` and ``left`` out (because their
        words are corrected already).

    Raises:
        Unknown: no such issue.
        Conflict: it has changed since the editor saw it.
        Refused: it is open and has no suggestion.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return {"event": done, "made": 0, "left": 0}
        row = _row(db, issue)
        decision = _as_decided(row)
        if row["version"] != version:
            raise Conflict(last_event(db, issue=issue), issue)
        where = "" if everywhere else " AND i.article = :article"
        likes: list[sqlite3.Row] = db.execute(
            f"SELECT i.* {_ALIKE}{where} ORDER BY i.article, i.start LIMIT {_MOST}",
            {**_key(row), "article": row["article"]},
        ).fetchall()
        if row["state"] == "open":
            likes.insert(0, row)
        return _decide_each(
            db, likes, decision, replace(by, group=by.request or f"{issue}-{version}")
        )


def _as_decided(row: sqlite3.Row) -> Decision:
    """The decision that stands on an issue."""
    action = {"accepted": "accept", "dismissed": "dismiss", "applied": "apply", "edited": "edit"}
    if row["state"] != "open":
        return Decision(
            action[row["state"]], 0, reason=row["reason"], replacement=row["replacement"]
        )
    if row["suggestion"] is None:
        raise Refused(
            "decide this one first; its likes follow it",
            "decideți întâi aici; celelalte urmează decizia",
        )
    return Decision("apply", 0)


def _decide_each(
    db: sqlite3.Connection, rows: Iterable[sqlite3.Row], decision: Decision, by: By
) -> dict[str, int]:
    made = left = event = 0
    for row in rows:
        try:
            number = decide_here(db, row, replace(decision, version=row["version"]), by)
        except Refused:
            left += 1
            continue
        event, made, by = event or number, made + 1, replace(by, request="")
    return {"event": event, "made": made, "left": left}


def move(store: Store, issue: int, version: int, start: int, end: int, by: By) -> int:
    """Mark other words than the check did: wider, narrower, or beside.

    The suggestion grows with the words; where it does not fit them any more it is dropped.

    Returns:
        The number of the event.

    Raises:
        Unknown: no such issue.
        Conflict: it has changed since the editor saw it.
        Refused: it is corrected already, or the words lie outside the text.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return done
        row = _row(db, issue)
        article = the_article(db, row["article"])
        if row["version"] != version or row["revision"] != article["revision"]:
            raise Conflict(last_event(db, issue=issue), issue)
        target = article["target"]
        if not 0 <= start < end <= len(target):
            raise Refused("the words lie outside the text", "cuvintele nu sunt în text")
        if row["replacement"] is not None:
            raise Refused("it is corrected; undo that first", "este corectată; anulați întâi")
        suggestion = None
        if row["suggestion"] is not None and start <= row["start"] and row["end"] <= end:
            suggestion = target[start : row["start"]] + row["suggestion"] + target[row["end"] : end]
        after = {
            "start": start, "end": end, "text": target[start:end], "suggestion": suggestion,
            "alternatives": "[]", "born": row["revision"], "born_start": start, "born_end": end,
        }  # fmt: skip
        set_columns(db, issue, after)
        return record_event(db, by, "move", row, after)


def memory(store: Store, article: dict[str, Any]) -> dict[int, list[dict[str, Any]]]:
    """What was decided before on the same words, or on the same words of the source.

    Args:
        store: the desk.
        article: as :func:`mtqa.review.queue.article` has it.

    Returns:
        For each issue here that has some, the decisions, the most frequent first: ``state``,
        ``text``, ``replacement``, ``reason``, ``number`` of times, and the ``editor`` of the last.
    """
    found: dict[int, list[dict[str, Any]]] = {}
    with store.read() as db:
        for issue in article["issues_here"]:
            words = {name: issue[name] for name in ("id", "text", "told")}
            rows = db.execute(_MEMORY, words)
            if earlier := [dict(row) for row in rows]:
                found[issue["id"]] = earlier
    return found


_MEMORY = f"""
    SELECT g.*, (SELECT editor FROM events WHERE issue = g.last ORDER BY id DESC LIMIT 1) AS editor
    FROM (SELECT i.state, i.text, i.replacement, i.reason, COUNT(*) AS number, MAX(i.id) AS last
    FROM issues i WHERE i.id IN (SELECT id FROM issues WHERE text = :text
        UNION SELECT id FROM issues WHERE told = :told AND told != '')
        AND i.state NOT IN ('open', 'gone') AND i.id != :id
    GROUP BY i.state, i.text, i.replacement, i.reason) g ORDER BY number DESC, last DESC
    LIMIT {_SHOWN}
"""


def alternatives(issue: dict[str, Any]) -> list[str]:
    """The corrections that an issue offers, its suggestion first."""
    first = [] if issue["suggestion"] is None else [issue["suggestion"]]
    return [*first, *json.loads(issue["alternatives"])]
