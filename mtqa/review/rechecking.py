"""Checking an article again from the desk: its corrected text becomes the next revision."""

from __future__ import annotations

from mtqa.errors import MtqaError
from mtqa.review import queue
from mtqa.review.checking import DeskChecker
from mtqa.review.decisions import By, Conflict, Refused, last_event
from mtqa.review.loading import renew
from mtqa.review.records import Incoming
from mtqa.review.store import Store


def recheck(store: Store, number: int, version: int, by: By, checker: DeskChecker) -> None:
    """Check the corrected text; decisions on unchanged spans stay.

    Args:
        store: the desk.
        number: the article.
        version: the article's version that the editor saw.
        by: who asks.
        checker: checks it.

    Raises:
        Unknown: no such article.
        Conflict: someone decided while the check ran; nothing was changed.
        Refused: the check failed; the reason is its own.
    """
    article = queue.article(store, number)
    if article["version"] != version:
        with store.read() as db:
            raise Conflict(last_event(db, article=number))
    try:
        record = checker.article(article)
    except MtqaError as problem:
        raise Refused(str(problem)) from None
    with store.write() as db:
        row = db.execute("SELECT * FROM articles WHERE id = ?", (number,)).fetchone()
        touched = db.execute("SELECT MAX(id) FROM events WHERE article = ?", (number,)).fetchone()[
            0
        ]
        if (touched or 0) > article["event"] or row["version"] != version:
            raise Conflict(last_event(db, article=number))
        # the report on disk stays the one that was last opened: opening it again changes nothing
        item = Incoming(record, article["corrected"], row["source"], row["digest"])
        renew(db, row, item, editor=by.editor, window=by.window)
