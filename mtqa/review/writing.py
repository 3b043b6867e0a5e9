"""Writing in the translation: a stretch of it changes, its issues follow, and it is checked anew.

What was typed is a revision of its own, so that nothing is lost. Decisions on words that stand as
they stood are kept, here and in the rest of the article; what mtqa finds in the new words is an
open issue like any other.
"""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass
from typing import Any

import msgspec

from mtqa.errors import MtqaError
from mtqa.review import queue
from mtqa.review.anchors import Anchor, carry
from mtqa.review.checking import DeskChecker
from mtqa.review.decisions import (
    MOST,
    By,
    Conflict,
    Refused,
    done_before,
    last_event,
    record_event,
    the_article,
)
from mtqa.review.edits import Shift
from mtqa.review.loading import (
    fingerprinted,
    found_again,
    heading_of,
    insert_issue,
    recount,
    searchable,
)
from mtqa.review.records import IssueRecord
from mtqa.review.store import Store


@dataclass(frozen=True)
class Typed:
    """What an editor wrote, as a change of what the page shows of a stretch.

    Attributes:
        revision: the text that the editor saw.
        start, end: the stretch, code points of that text, half-open.
        first, last: what gives way, code points of the stretch as shown: with its corrections made.
        text: what stands there now.
        before: the stretch as the page shows it, if it says so; it is held against the desk's own.
    """

    revision: int
    start: int
    end: int
    first: int
    last: int
    text: str
    before: str | None = None


@dataclass(frozen=True)
class _Stretch:
    """A stretch of the present text: its place, its source, its headline, its old and new words."""

    start: int
    end: int
    source: str
    source_start: int
    headline: str
    before: str
    after: str


def write(
    store: Store, number: int, typed: Typed, by: By, checker: DeskChecker, undoes: int | None = None
) -> dict[str, Any]:
    """Take what was typed into the text, and check the stretch.

    Returns:
        The article's ``revision``, ``version`` and last ``event``, and where the ``start`` and
        ``end`` of the stretch are now.

    Raises:
        Unknown: no such article.
        Conflict: someone else has changed the same words.
        Refused: the change does not fit the text, or cannot be checked.
    """
    article = queue.article(store, number)
    stretch = _stretch(store, article, typed)
    try:
        found = _checked(checker, stretch, stretch.after, article)
        # what the check of the stretch alone never saw, it cannot take back
        known = _checked(checker, stretch, stretch.before, article)
    except MtqaError as problem:
        raise Refused(str(problem)) from None
    with store.write() as db:
        if done := done_before(db, by):
            return _state(the_article(db, number), done, stretch)
        row = the_article(db, number)
        if row["revision"] != article["revision"]:
            raise Conflict(last_event(db, article=number))
        _retype(db, row, stretch)
        _follow(db, row, stretch, found, known)
        event = _recorded(db, row, stretch, by, undoes)
        recount(db, number)
        return _state(the_article(db, number), event, stretch)


def unwrite(store: Store, event: sqlite3.Row, by: By, checker: DeskChecker) -> dict[str, Any]:
    """Put back what stood there before something was typed.

    Raises:
        Conflict: the words have been changed since.
        Refused: they cannot be checked.
    """
    before, after = json.loads(event["before"]), json.loads(event["after"])
    typed = Typed(
        after["revision"], after["start"], after["end"], 0, len(after["text"]), before["text"]
    )
    return write(store, event["article"], typed, by, checker, event["id"])


def _stretch(store: Store, article: dict[str, Any], typed: Typed) -> _Stretch:
    target: str = article["target"]
    start, end = typed.start, typed.end
    if typed.revision != article["revision"]:
        moved = _moved(store, article, typed)
        if moved is None:
            with store.read() as db:
                raise Conflict(last_event(db, article=article["id"]))
        start, end = moved
    if not 0 <= start <= end <= len(target):
        raise Refused(
            "the words lie outside the text; reload", "cuvintele nu sunt în text; reîncărcați"
        )
    before, holes = _shown(article, start, end)
    seen = typed.before is None or _same(before, typed.before)
    if not (seen and 0 <= typed.first <= typed.last <= len(before) and len(typed.text) <= MOST):
        raise Refused(
            "the change does not fit the text; reload", "modificarea nu se potrivește; reîncărcați"
        )
    after = before[: typed.first] + typed.text + before[typed.last :]
    grown = len(typed.text) - (typed.last - typed.first)
    for hole in reversed(holes):  # a word that was deleted leaves one space, not two
        place = hole if hole <= typed.first else hole + grown
        left, right = after[max(place - 1, 0) : place], after[place : place + 1]
        if left == " " and right in ("", *" ,.;:!?…)”"):
            after = after[: place - 1] + after[place:]
    source_start, source = _source(article, start, end)
    heading = heading_of(target)
    headline = "" if target[:start].strip() == "" else heading
    return _Stretch(start, end, source, source_start, headline, before, after)


def _same(text: str, shown: str) -> bool:
    """Whether a page shows a text; line ends and what would act are shown as something else."""
    return len(text) == len(shown) and all(
        a == b or b in " \u200b\ufffc" for a, b in zip(text, shown, strict=True)
    )


def _moved(store: Store, article: dict[str, Any], typed: Typed) -> tuple[int, int] | None:
    """Where the stretch stands in the present text, if its words stand as they stood."""
    with store.read() as db:
        seen = db.execute(
            "SELECT target FROM revisions WHERE article = ? AND number = ?",
            (article["id"], typed.revision),
        ).fetchone()
    return seen and Shift(seen["target"], article["target"]).span(typed.start, typed.end)


def _shown(article: dict[str, Any], start: int, end: int) -> tuple[str, list[int]]:
    """A stretch with its corrections made, as the page shows it, and where deletions left holes."""
    parts: list[str] = []
    holes: list[int] = []
    at = start
    for issue in article["issues_here"]:
        if issue["replacement"] is None or not start <= issue["start"] <= issue["end"] <= end:
            continue
        parts += (article["target"][at : issue["start"]], issue["replacement"])
        if not issue["replacement"]:
            holes.append(sum(map(len, parts)))
        at = issue["end"]
    return "".join((*parts, article["target"][at:end])), holes


def _source(article: dict[str, Any], start: int, end: int) -> tuple[int, str]:
    """What the stretch was translated from: the beginning of it in the source, and its text."""
    spans = [
        span
        for source, target in article["segments"]
        if any(a < end and start < b for a, b in target)
        for span in source
    ]
    if not article["source"] or not spans:
        return 0, ""
    first, last = min(a for a, _ in spans), max(b for _, b in spans)
    return first, article["source"][first:last]


def _checked(
    checker: DeskChecker, stretch: _Stretch, text: str, article: dict[str, Any]
) -> list[IssueRecord]:
    """The issues of the stretch with another text, at their places in the article."""
    if not any(map(str.isalnum, text)):
        return []
    found = checker.sentence(
        text, stretch.source, headline=stretch.headline, source_lang=article["source_lang"]
    )
    return [_placed(issue, stretch) for issue in found]


def _placed(issue: IssueRecord, stretch: _Stretch) -> IssueRecord:
    source = issue.source and msgspec.structs.replace(
        issue.source,
        start=issue.source.start + stretch.source_start,
        end=issue.source.end + stretch.source_start,
    )
    return msgspec.structs.replace(
        issue, start=issue.start + stretch.start, end=issue.end + stretch.start, source=source
    )


def _retype(db: sqlite3.Connection, row: sqlite3.Row, stretch: _Stretch) -> None:
    """The article's next revision."""
    target = row["target"][: stretch.start] + stretch.after + row["target"][stretch.end :]
    db.execute("INSERT INTO revisions VALUES (?, ?, ?)", (row["id"], row["revision"] + 1, target))
    segments = [[source, _spans(spans, stretch)] for source, spans in json.loads(row["segments"])]
    db.execute(
        "UPDATE articles SET revision = revision + 1, version = version + 1, finished = 0,"
        " target = ?, title = ?, folded = ?, segments = ? WHERE id = ?",
        (
            target,
            heading_of(target)[:200] or row["name"],
            searchable(f"{row['name']}\n{target}"),
            json.dumps(segments),
            row["id"],
        ),
    )


def _spans(spans: list[list[int]], stretch: _Stretch) -> list[list[int]]:
    """The spans of a bead after the change; those inside the stretch become one."""
    grown = len(stretch.after) - (stretch.end - stretch.start)
    out: list[list[int]] = []
    inside: list[list[int]] = []
    for a, b in spans:
        if b <= stretch.start:
            out.append([a, b])
        elif a >= stretch.end:
            out.append([a + grown, b + grown])
        else:
            inside.append([a, b])
    if inside:
        a, b = min(min(inside)[0], stretch.start), max(max(b for _, b in inside), stretch.end)
        if b + grown > a:
            out.append([a, b + grown])
    return sorted(out)


def _follow(
    db: sqlite3.Connection,
    row: sqlite3.Row,
    stretch: _Stretch,
    found: list[IssueRecord],
    known: list[IssueRecord],
) -> None:
    """The issues of the old text in the new one, and what the check has found there."""
    target = row["target"][: stretch.start] + stretch.after + row["target"][stretch.end :]
    grown = len(stretch.after) - (stretch.end - stretch.start)
    revision = row["revision"] + 1
    inside: list[sqlite3.Row] = []
    for issue in _issues(db, row):
        if issue["end"] <= stretch.start:
            _move(db, issue, revision, 0)
        elif issue["start"] >= stretch.end:
            _move(db, issue, revision, grown)
        elif issue["replacement"] is None:  # a correction is part of the words by now
            inside.append(issue)
    keys = fingerprinted(target, found)
    carried = carry(
        row["target"],
        [Anchor(o["check"], o["fingerprint"], o["start"], o["end"]) for o in inside],
        target,
        [Anchor(r.check, key, r.start, r.end) for r, key in zip(found, keys, strict=True)],
    )
    local = {(issue.check, issue.text) for issue in known}
    for index, issue in enumerate(inside):
        if index in carried.same:
            again = carried.same[index]
            found_again(db, issue["id"], revision, found[again], keys[again])
        elif index in carried.moved and (
            issue["state"] != "open"
            or issue["origin"] == "editor"
            or (issue["check"], issue["text"]) not in local
        ):
            _move(db, issue, revision, carried.moved[index][0] - issue["start"])
        elif issue["state"] == "open":
            db.execute(
                "UPDATE issues SET state = 'gone', version = version + 1 WHERE id = ?",
                (issue["id"],),
            )
    again_seen = set(carried.same.values())
    for index, record in enumerate(found):
        if index not in again_seen:
            insert_issue(db, row["id"], revision, record, keys[index])


def _issues(db: sqlite3.Connection, row: sqlite3.Row) -> list[sqlite3.Row]:
    return db.execute(
        "SELECT * FROM issues WHERE article = ? AND revision = ? AND state != 'gone'"
        " ORDER BY start",
        (row["id"], row["revision"]),
    ).fetchall()


def _move(db: sqlite3.Connection, issue: sqlite3.Row, revision: int, by: int) -> None:
    db.execute(
        'UPDATE issues SET revision = ?, start = start + ?, "end" = "end" + ? WHERE id = ?',
        (revision, by, by, issue["id"]),
    )


def _recorded(
    db: sqlite3.Connection, row: sqlite3.Row, stretch: _Stretch, by: By, undoes: int | None
) -> int:
    before = {"text": stretch.before, "revision": row["revision"]}
    after = {
        "text": stretch.after,
        "revision": row["revision"] + 1,
        "start": stretch.start,
        "end": stretch.start + len(stretch.after),
    }
    whole = {"id": None, "article": row["id"], "version": row["version"], **after, **before}
    return record_event(db, by, "type", whole, after, undoes=undoes, before=before)


def _state(row: sqlite3.Row, event: int, stretch: _Stretch) -> dict[str, Any]:
    return {
        "revision": row["revision"],
        "version": row["version"],
        "event": event,
        "start": stretch.start,
        "end": stretch.start + len(stretch.after),
    }
