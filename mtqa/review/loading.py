"""A report into the desk's database; decisions made before are kept."""

from __future__ import annotations

import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any

from mtqa.errors import InputError
from mtqa.model import Issue
from mtqa.review.anchors import Anchor, carry
from mtqa.review.records import ArticleRecord, Incoming, IssueRecord
from mtqa.review.store import Store, now
from mtqa.silence.fingerprints import fingerprints


@dataclass
class Loaded:
    """What became of a report.

    Attributes:
        articles: articles of the report that are on the desk.
        new: of them, those that were not there before.
        changed: of them, those whose text or issues have changed since.
        refused: the articles that could not be taken, each with its reason.
    """

    articles: int = 0
    new: int = 0
    changed: int = 0
    refused: list[InputError] = field(default_factory=list)


def load(store: Store, articles: Iterable[Incoming | InputError]) -> Loaded:
    """Put a report on the desk, whole or not at all.

    An article that is there already is left alone if nothing changed; otherwise its issues are
    paired with the old ones and decisions on unchanged spans are kept.
    """
    loaded = Loaded()
    seen: set[str] = set()
    with store.write() as db:
        for item in articles:
            if isinstance(item, InputError):
                loaded.refused.append(item)
                continue
            key = _key(item.record)
            if key in seen:
                loaded.refused.append(
                    InputError(
                        item.record.id,
                        "stands twice in the report",
                        "give articles ids of their own",
                    )
                )
                continue
            seen.add(key)
            try:
                _put(db, key, item, loaded)
            except InputError as problem:
                loaded.refused.append(problem)
    return loaded


def _put(db: sqlite3.Connection, key: str, item: Incoming, loaded: Loaded) -> None:
    row = db.execute("SELECT * FROM articles WHERE key = ?", (key,)).fetchone()
    if row is None:
        _insert(db, key, item)
        loaded.new += 1
    elif row["digest"] != item.digest:
        older = db.execute(
            "SELECT 1 FROM revisions WHERE article = ? AND target = ? AND number < ?",
            (row["id"], item.target, row["revision"]),
        ).fetchone()
        if older and row["target"] != item.target:
            raise InputError(
                item.record.id,
                "the desk already has a later text than the report; it is kept as it stands",
                "check the corrected text, or start with another --db",
            )
        renew(db, row, item)
        loaded.changed += 1
    loaded.articles += 1


def _key(record: ArticleRecord) -> str:
    return f"{record.id}\n{record.target_path or ''}"


def _insert(db: sqlite3.Connection, key: str, item: Incoming) -> None:
    record = item.record
    values = {
        "key": key,
        "name": record.id,
        "path": record.target_path,
        "feed": _feed(record),
        "entry": int(isinstance(record.feed, dict)),
        "added": now(),
        "revision": 0,
        **_of_text(item),
    }
    columns = ", ".join(values)
    marks = ", ".join("?" * len(values))
    cursor = db.execute(
        f"INSERT INTO articles ({columns}) VALUES ({marks})", tuple(values.values())
    )
    article = int(cursor.lastrowid or 0)
    db.execute("INSERT INTO revisions VALUES (?, 0, ?)", (article, item.target))
    keys = fingerprinted(item.target, record.issues)
    for issue, fingerprint in zip(record.issues, keys, strict=True):
        insert_issue(db, article, 0, issue, fingerprint)
    recount(db, article)


def _feed(record: ArticleRecord) -> str:
    """The feed of an article: as it says, or the file or folder that it was read from."""
    if isinstance(record.feed, str):
        return record.feed
    path = PurePath(record.target_path or "")
    return path.name if isinstance(record.feed, dict) else path.parent.name


def _of_text(item: Incoming) -> dict[str, Any]:
    """The columns that follow the text and the report."""
    record = item.record
    return {
        "title": (heading_of(item.target) or record.id)[:200],
        "folded": searchable(f"{record.id}\n{item.target}"),
        "target": item.target,
        "source": item.source,
        "source_lang": record.source_lang,
        "segments": json.dumps([[seg.source, seg.target] for seg in record.segments]),
        "quality": record.quality,
        "words": record.words,
        "verdict": record.verdict,
        "digest": item.digest,
        "rank": _rank(record.issues),
    }


def heading_of(text: str) -> str:
    """The first line of a text that is not blank, "" if there is none."""
    return next((line.strip() for line in text.splitlines() if line.strip()), "")


def searchable(text: str) -> str:
    """The text for searching: lower case, no diacritics."""
    bare = unicodedata.normalize("NFD", text.casefold())
    return "".join(char for char in bare if not unicodedata.combining(char))


def _rank(issues: Iterable[IssueRecord]) -> int:
    """The place in the queue: critical issues first, then major, then minor ones."""
    severities: list[str] = [issue.severity for issue in issues]
    rank = 0
    for severity, room in (("critical", 1000), ("major", 10_000), ("minor", 100_000)):
        rank = rank * room + min(severities.count(severity), room - 1)
    return rank


def fingerprinted(target: str, issues: Iterable[IssueRecord]) -> tuple[str, ...]:
    """The fingerprint of each issue of a text."""
    return fingerprints(target, [_issue(issue) for issue in issues])


def _issue(record: IssueRecord) -> Issue:
    return Issue(
        check=record.check,
        category=record.category,
        severity=record.severity,
        start=record.start,
        end=record.end,
        text=record.text,
        message=record.message,
    )


def insert_issue(
    db: sqlite3.Connection, article: int, revision: int, issue: IssueRecord, fingerprint: str
) -> None:
    """A new issue of a revision of a text."""
    source = issue.source
    values = {
        "article": article,
        "fingerprint": fingerprint,
        "origin": "check",
        "revision": revision,
        "start": issue.start,
        '"end"': issue.end,
        "born": revision,
        "born_start": issue.start,
        "born_end": issue.end,
        '"check"': issue.check,
        "category": issue.category,
        "severity": issue.severity,
        "text": issue.text,
        "message": issue.message,
        "message_ro": issue.message_ro,
        "suggestion": issue.suggestion,
        "alternatives": json.dumps(issue.alternatives, ensure_ascii=False),
        "confidence": issue.confidence,
        "source_start": source and source.start,
        "source_end": source and source.end,
        "told": source.text if source else "",
    }
    db.execute(
        f"INSERT INTO issues ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})",
        tuple(values.values()),
    )


def renew(
    db: sqlite3.Connection, row: sqlite3.Row, item: Incoming, *, editor: str = "", window: str = ""
) -> None:
    """Take a new run of a known article: a new revision if its text is another."""
    article, revision = int(row["id"]), int(row["revision"])
    if item.target != row["target"]:
        revision += 1
        db.execute("INSERT INTO revisions VALUES (?, ?, ?)", (article, revision, item.target))
    values = {"revision": revision, "finished": 0, "version": row["version"] + 1, **_of_text(item)}
    db.execute(
        f"UPDATE articles SET {', '.join(f'{name} = ?' for name in values)} WHERE id = ?",
        (*values.values(), article),
    )
    _renew_issues(db, row, item, revision)
    db.execute(
        'INSERT INTO events (at, editor, "window", article, kind, before, after)'
        " VALUES (?, ?, ?, ?, 'recheck', ?, ?)",
        (
            now(),
            editor,
            window,
            article,
            json.dumps({"revision": row["revision"]}),
            json.dumps({"revision": revision}),
        ),
    )
    recount(db, article)


def _renew_issues(db: sqlite3.Connection, row: sqlite3.Row, item: Incoming, revision: int) -> None:
    old = db.execute(
        "SELECT * FROM issues WHERE article = ? AND revision = ? AND state != 'gone'"
        " ORDER BY start",
        (row["id"], row["revision"]),
    ).fetchall()
    records = item.record.issues
    keys = fingerprinted(item.target, records)
    carried = carry(
        row["target"],
        [Anchor(o["check"], o["fingerprint"], o["start"], o["end"]) for o in old],
        item.target,
        [Anchor(r.check, key, r.start, r.end) for r, key in zip(records, keys, strict=True)],
    )
    for index, issue in enumerate(old):
        if index in carried.same:
            found = carried.same[index]
            found_again(db, issue["id"], revision, records[found], keys[found])
        elif index in carried.moved and (issue["state"] != "open" or issue["origin"] == "editor"):
            start, end = carried.moved[index]
            db.execute(
                'UPDATE issues SET revision = ?, start = ?, "end" = ? WHERE id = ?',
                (revision, start, end, issue["id"]),
            )
        elif issue["state"] == "open":
            db.execute(
                "UPDATE issues SET state = 'gone', version = version + 1 WHERE id = ?",
                (issue["id"],),
            )
    again = set(carried.same.values())
    for index, record in enumerate(records):
        if index not in again:
            insert_issue(db, row["id"], revision, record, keys[index])


def found_again(
    db: sqlite3.Connection, issue: int, revision: int, record: IssueRecord, fingerprint: str
) -> None:
    """The same issue at its new place, worded as it is reported now."""
    source = record.source
    db.execute(
        'UPDATE issues SET revision = ?, start = ?, "end" = ?, fingerprint = ?, message = ?,'
        " message_ro = ?, suggestion = ?, confidence = ?, source_start = ?, source_end = ?"
        " WHERE id = ?",
        (
            revision,
            record.start,
            record.end,
            fingerprint,
            record.message,
            record.message_ro,
            record.suggestion,
            record.confidence,
            source and source.start,
            source and source.end,
            issue,
        ),
    )


def recount(db: sqlite3.Connection, article: int) -> None:
    """Bring an article's number of issues, and of undecided ones, up to date."""
    db.execute(
        "UPDATE articles SET (issues, open) = ("
        " SELECT COUNT(*), COALESCE(SUM(state = 'open'), 0) FROM issues"
        " WHERE article = articles.id AND state != 'gone') WHERE id = ?",
        (article,),
    )
