"""Checking an article again from the desk: its corrected text becomes the next revision."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import msgspec

from mtqa.model import Profile
from mtqa.review import queue
from mtqa.review.decisions import By, Conflict, Refused, last_event
from mtqa.review.loading import renew
from mtqa.review.records import ArticleRecord, Incoming
from mtqa.review.store import Store

#: Without the working folder on the path: what lies beside the articles is no part of mtqa.
_CODE = "import sys; sys.path.pop(0); from mtqa.review.recheck import main; main()"

#: Seconds after which a check of one article is given up.
_PATIENCE = 300


def recheck(
    store: Store, number: int, version: int, by: By, profile: Profile | None = None
) -> None:
    """Check the corrected text; decisions on unchanged spans stay.

    Args:
        store: the desk.
        number: the article.
        version: the article's version that the editor saw.
        by: who asks.
        profile: how much the check shows; the configuration's if not given.

    Raises:
        Unknown: no such article.
        Conflict: someone decided while the check ran; nothing was changed.
        Refused: the check failed; the reason is its own.
    """
    article = queue.article(store, number)
    if article["version"] != version:
        with store.read() as db:
            raise Conflict(last_event(db, article=number))
    record = _checked(article, profile)
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


def _checked(article: dict[str, Any], profile: Profile | None) -> ArticleRecord:
    request = {
        "id": article["name"],
        "target": article["corrected"],
        "source": article["source"],
        "source_lang": article["source_lang"],
        "profile": profile,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-c", _CODE],
            input=json.dumps(request).encode(),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        raise Refused(f"the check could not be run ({type(problem).__name__})") from None
    if done.returncode:
        lines = done.stderr.decode(errors="replace").strip().splitlines()
        raise Refused(lines[-1][:300] if lines else f"the check ended with {done.returncode}")
    return msgspec.json.decode(done.stdout, type=ArticleRecord)
