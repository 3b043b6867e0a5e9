"""The issues that editors have decided, one by one: what confidences can be fitted on."""

from __future__ import annotations

from mtqa.judgement.fitted import Decided
from mtqa.review.store import Store

_DECIDED = """
    SELECT "check", confidence, state IN ('accepted', 'applied', 'edited') AS right
    FROM issues WHERE origin = 'check' AND state NOT IN ('open', 'gone') ORDER BY id
"""


def decided(store: Store) -> list[Decided]:
    """Every decided issue of a check on the desk; dismissed ones were wrong, all others right."""
    with store.read() as db:
        rows = db.execute(_DECIDED).fetchall()
    return [Decided(row["check"], row["confidence"], bool(row["right"])) for row in rows]
