"""``mtqa baseline --from-db``: what editors dismissed becomes known."""

from __future__ import annotations

from pathlib import Path

from mtqa.cli.inputs import baseline_key
from mtqa.report.files import write_whole
from mtqa.review.known import dismissed
from mtqa.review.store import Store, sound
from mtqa.silence.baseline import dumps, read


def learn(database: Path, baseline: Path) -> str:
    """Add the dismissed issues of a desk to a baseline, and say what was added.

    Args:
        database: of ``mtqa review``.
        baseline: the file; made if it is not there, otherwise its entries stay.

    Raises:
        InputError: the database is none, or the baseline cannot be written.
        ConfigError: the baseline is broken.
    """
    known = read(baseline) if baseline.is_file() else {}
    folder = baseline.absolute().parent
    store = Store(database, must_exist=True)
    added = 0
    try:
        with sound(database):
            found = list(dismissed(store))
    finally:
        store.close()
    for article, entries in found:
        key = baseline_key(article, folder)
        there = {entry.fingerprint for entry in known.get(key, ())}
        new = [entry for entry in entries if entry.fingerprint not in there]
        if new:
            known[key] = [*known.get(key, ()), *new]
            added += len(new)
    write_whole(baseline, dumps(known))
    articles = sum(map(bool, known.values()))
    return f"{baseline}: {added} dismissed issues learnt, {articles} articles in it"
