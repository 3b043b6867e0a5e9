"""What editors decide, as append-only events and the state that they lead to.

Every write names the version that the editor saw. If someone else was faster it is refused with
what now stands there, and nothing is overwritten. A request that arrives twice, because its answer
was lost, is done once.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from mtqa.errors import MtqaError
from mtqa.model import CATEGORIES, SEVERITIES
from mtqa.review.edits import Edit, overlaps
from mtqa.review.loading import recount
from mtqa.review.store import Store, now

#: Why an issue was dismissed; the first is what a bare dismissal means.
REASONS = ("correct", "name", "term", "quotation", "style", "other")

#: What an editor can do with an issue, and the state it leads to (None: the state stays).
ACTIONS: dict[str, str | None] = {
    "accept": "accepted",
    "dismiss": "dismissed",
    "glossary": "dismissed",
    "apply": "applied",
    "edit": "edited",
    "reopen": "open",
    "comment": None,
}

#: The columns of an issue that decisions change; an undo puts them back.
_DECIDED = ("state", "reason", "replacement", "comment", "category", "severity", "glossary")

#: Longest correction or comment, in code points.
MOST = 5_000


class Refused(MtqaError):
    """A request that makes no sense.

    Attributes:
        romanian: the reason in Romanian, for what an editor can run into; its text is in English.
    """

    def __init__(self, english: str, romanian: str = "") -> None:
        self.romanian = romanian or english
        super().__init__(english)


class Unknown(MtqaError):
    """The issue or article is not on the desk."""


class Conflict(MtqaError):
    """Someone else decided first.

    Attributes:
        by: the last event on the issue or article: who, when, what.
        issue: the issue as it stands now (None for a whole article).
    """

    def __init__(self, by: dict[str, Any] | None, issue: int | None = None) -> None:
        self.by, self.issue = by, issue
        super().__init__("changed by someone else meanwhile")


@dataclass(frozen=True)
class By:
    """Who decides: the editor's name, the browser window, and the request's own key.

    Attributes:
        editor: a name for people.
        window: undo goes back over the decisions of this window.
        request: a key that makes a repeated request harmless; "" for none.
        group: decisions of one group are undone together; "" for none.
    """

    editor: str = ""
    window: str = ""
    request: str = ""
    group: str = ""


@dataclass(frozen=True)
class Decision:
    """One decision on one issue.

    Attributes:
        action: one of :data:`ACTIONS`.
        version: the issue's version that the editor saw.
        reason: one of :data:`REASONS`, for a dismissal.
        replacement: the correction, for an edit.
        comment: a remark; None leaves the present one.
        category: the category the editor gives it; None leaves it.
        severity: the severity the editor gives it; None leaves it.
    """

    action: str
    version: int
    reason: str = ""
    replacement: str | None = None
    comment: str | None = None
    category: str | None = None
    severity: str | None = None


@dataclass(frozen=True)
class Missed:
    """An error that no check found, marked by an editor: a half-open span of the article's text."""

    revision: int
    start: int
    end: int
    category: str
    severity: str
    comment: str = ""
    replacement: str | None = None


def decide(store: Store, issue: int, decision: Decision, by: By) -> int:
    """Decide on an issue.

    Returns:
        The number of the event; it is on disk.

    Raises:
        Unknown: no such issue.
        Conflict: the issue has changed since the editor saw it.
        Refused: the decision is malformed or impossible here.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return done
        row = db.execute("SELECT * FROM issues WHERE id = ?", (issue,)).fetchone()
        if row is None:
            raise Unknown(f"no issue {issue} on this desk")
        return decide_here(db, row, decision, by)


def decide_here(db: sqlite3.Connection, row: sqlite3.Row, decision: Decision, by: By) -> int:
    """The same inside a transaction, of an issue's row.

    Raises:
        Conflict, Refused: as :func:`decide`.
    """
    article = the_article(db, row["article"])
    if row["version"] != decision.version or row["revision"] != article["revision"]:
        raise Conflict(last_event(db, issue=row["id"]), row["id"])
    after = _decided(row, decision)
    if after["replacement"] is not None:
        require_room(db, row, row["start"], row["end"], after["replacement"])
    set_columns(db, row["id"], after)
    event = record_event(db, by, decision.action, row, after)
    recount(db, row["article"])
    return event


def _decided(row: sqlite3.Row, decision: Decision) -> dict[str, Any]:
    """The columns after the decision."""
    if decision.action not in ACTIONS:
        raise Refused(f"unknown action {decision.action!r}; known: {', '.join(ACTIONS)}")
    _require_known(decision.category, decision.severity)
    after = {name: row[name] for name in _DECIDED}
    for name in ("comment", "category", "severity"):
        given = getattr(decision, name)
        if given is not None:
            after[name] = _short(given)
    state = ACTIONS[decision.action]
    if state is None:
        return after
    after.update(state=state, reason="", replacement=None, glossary="")
    if decision.action == "apply":
        if row["suggestion"] is None:
            raise Refused(
                "this issue comes without a suggestion; edit it instead",
                "problema nu are o propunere; corectați-o",
            )
        after["replacement"] = row["suggestion"]
    elif decision.action == "edit":
        if decision.replacement is None:
            raise Refused("an edit needs its replacement")
        after["replacement"] = _short(decision.replacement)
    elif state == "dismissed":
        after.update(_dismissed(row, decision))
    return after


def _dismissed(row: sqlite3.Row, decision: Decision) -> dict[str, str]:
    """The reason of a dismissal, and whether the house's glossary takes the words."""
    if decision.action == "glossary":
        if not any(map(str.isalnum, row["text"])):
            raise Refused(
                "only words go into the glossary; dismiss it instead",
                "în glosar intră doar cuvinte; respingeți problema",
            )
        kind = "name" if row["category"] == "name" else "term"
        return {"reason": kind, "glossary": kind}
    reason = decision.reason or REASONS[0]
    if reason not in REASONS:
        raise Refused(f"unknown reason {reason!r}; known: {', '.join(REASONS)}")
    return {"reason": reason}


def _require_known(category: str | None, severity: str | None) -> None:
    if category is not None and category not in CATEGORIES:
        raise Refused(f"unknown category {category!r}; known: {', '.join(CATEGORIES)}")
    if severity is not None and severity not in SEVERITIES:
        raise Refused(f"unknown severity {severity!r}; known: {', '.join(SEVERITIES)}")


def _short(text: str) -> str:
    if len(text) > MOST:
        raise Refused(
            f"{len(text)} characters are too many; {MOST} at most",
            f"{len(text)} de caractere sunt prea multe; cel mult {MOST}",
        )
    return text


def require_room(db: sqlite3.Connection, row: Any, start: int, end: int, replacement: str) -> None:
    """No two corrections change the same words."""
    others = db.execute(
        'SELECT start, "end", replacement, text FROM issues WHERE article = ? AND revision = ?'
        " AND id != ? AND replacement IS NOT NULL AND state != 'gone'",
        (row["article"], row["revision"], row["id"]),
    ).fetchall()
    edits = {Edit(other["start"], other["end"], other["replacement"]): other for other in others}
    hit = overlaps(Edit(start, end, replacement), edits)
    if hit:
        text = edits[hit]["text"]
        raise Refused(
            f"“{text}” is corrected already; undo that first",
            f"„{text}” este deja corectat; anulați întâi acea corectură",
        )


def set_columns(db: sqlite3.Connection, issue: int, columns: dict[str, Any]) -> None:
    """Write the columns of an issue, which makes it a new version."""
    names = ", ".join(f'"{name}" = ?' for name in columns)
    db.execute(
        f"UPDATE issues SET {names}, version = version + 1 WHERE id = ?",
        (*columns.values(), issue),
    )


def record_event(
    db: sqlite3.Connection,
    by: By,
    kind: str,
    row: Any,
    after: dict[str, Any],
    undoes: int | None = None,
    before: dict[str, Any] | None = None,
) -> int:
    """Append the event; the version in it says which state an undo may put back."""
    before = before or {name: row[name] for name in after}
    after = {**after, "group": by.group} if by.group else after
    cursor = db.execute(
        'INSERT INTO events (at, editor, "window", article, issue, kind, before, after, undoes,'
        " request) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            now(),
            by.editor[:80],
            by.window[:80],
            row["article"],
            row["id"],
            kind,
            json.dumps(before, ensure_ascii=False),
            json.dumps({**after, "version": row["version"] + 1}, ensure_ascii=False),
            undoes,
            by.request or None,
        ),
    )
    return int(cursor.lastrowid or 0)


def done_before(db: sqlite3.Connection, by: By) -> int | None:
    """The event of a request that was carried out before."""
    if not by.request:
        return None
    row = db.execute("SELECT id FROM events WHERE request = ?", (by.request,)).fetchone()
    return row and int(row["id"])


def add(store: Store, article: int, missed: Missed, by: By) -> int:
    """Mark an error that no check found.

    Returns:
        The number of the event.

    Raises:
        Unknown: no such article.
        Conflict: the article was checked again since the editor saw it.
        Refused: the span lies outside the text, or a value is unknown.
    """
    with store.write() as db:
        if done := done_before(db, by):
            return done
        row = the_article(db, article)
        if row["revision"] != missed.revision:
            raise Conflict(last_event(db, article=article))
        _require_known(missed.category, missed.severity)
        if not 0 <= missed.start < missed.end <= len(row["target"]):
            raise Refused(
                "the marked words lie outside the text; reload and mark them again",
                "cuvintele marcate nu sunt în text; reîncărcați pagina și marcați din nou",
            )
        issue = _insert(db, row, missed)
        if missed.replacement is not None:
            require_room(db, issue, missed.start, missed.end, _short(missed.replacement))
        after = {name: issue[name] for name in _DECIDED}
        event = record_event(db, by, "add", {**dict(issue), "version": -1, "state": "gone"}, after)
        recount(db, article)
        return event


def _insert(db: sqlite3.Connection, article: sqlite3.Row, missed: Missed) -> sqlite3.Row:
    values = {
        "article": article["id"],
        "fingerprint": "",
        "origin": "editor",
        "revision": article["revision"],
        "start": missed.start,
        '"end"': missed.end,
        "born": article["revision"],
        "born_start": missed.start,
        "born_end": missed.end,
        '"check"': "editor",
        "category": missed.category,
        "severity": missed.severity,
        "text": article["target"][missed.start : missed.end],
        "message": "",
        "message_ro": "",
        "confidence": 1.0,
        "state": "accepted" if missed.replacement is None else "edited",
        "replacement": missed.replacement,
        "comment": _short(missed.comment),
    }
    cursor = db.execute(
        f"INSERT INTO issues ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )
    row: sqlite3.Row = db.execute(
        "SELECT * FROM issues WHERE id = ?", (cursor.lastrowid,)
    ).fetchone()
    return row


def the_article(db: sqlite3.Connection, article: int) -> sqlite3.Row:
    """The row of an article.

    Raises:
        Unknown: no such article.
    """
    row: sqlite3.Row | None = db.execute(
        "SELECT * FROM articles WHERE id = ?", (article,)
    ).fetchone()
    if row is None:
        raise Unknown(f"no article {article} on this desk")
    return row


def last_event(
    db: sqlite3.Connection, *, issue: int | None = None, article: int | None = None
) -> dict[str, Any] | None:
    """Who did what, when: the last event on an issue, or else on an article as a whole."""
    where, value = ("issue = ?", issue) if issue is not None else ("article = ?", article)
    row = db.execute(
        f'SELECT at, editor, "window", kind FROM events WHERE {where} ORDER BY id DESC LIMIT 1',
        (value,),
    ).fetchone()
    return dict(row) if row else None


def issue_of(store: Store, event: int) -> int | None:
    """The issue that an event speaks of; None for an event on a whole article."""
    with store.read() as db:
        row = db.execute("SELECT issue FROM events WHERE id = ?", (event,)).fetchone()
    return None if row is None or row["issue"] is None else int(row["issue"])
