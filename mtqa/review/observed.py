"""Each check's precision as its editors see it, with confidence intervals."""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from mtqa.review.store import Store

#: Fewer decisions say nothing about a check: of a hundred checks a few are unlucky at first.
ENOUGH = 8


@dataclass(frozen=True)
class Observed:
    """The decisions on one check's issues.

    Attributes:
        check: its name.
        right: issues that were accepted, or corrected.
        wrong: issues that were dismissed.
        open: issues not decided yet.
        reasons: how many were dismissed for which reason.
        confidence: the mean confidence that the check itself gave its decided issues.
    """

    check: str
    right: int
    wrong: int
    open: int
    reasons: dict[str, int]
    confidence: float | None

    @property
    def decided(self) -> int:
        """Issues that an editor has decided."""
        return self.right + self.wrong

    @property
    def precision(self) -> float | None:
        """Share of the decided issues that were right; None if none is decided."""
        return self.right / self.decided if self.decided else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The 95 % interval of the precision; None if none is decided."""
        return wilson(self.right, self.decided) if self.decided else None

    @property
    def verdict(self) -> str:
        """What the figures ask for: nothing yet, or a look at the check.

        ``noisy``: wrong more often than right, chance allowed for. ``overconfident``: the check
        claims more than the interval allows. ``good``: neither, and right more often than not.
        ``too few``: the decisions do not tell.
        """
        if self.interval is None or self.confidence is None:
            return ""
        if self.decided < ENOUGH:
            return "too few"
        low, high = self.interval
        if high < 0.5:
            return "noisy"
        if self.confidence > high:
            return "overconfident"
        return "good" if low > 0.5 else "too few"


def wilson(hits: int, trials: int, z: float = 1.959964) -> tuple[float, float]:
    """The score interval of a proportion (Wilson 1927): sound for few trials and near 0 and 1.

    >>> [round(bound, 3) for bound in wilson(8, 10)]
    [0.49, 0.943]
    """
    share = hits / trials
    spread = z * sqrt(share * (1 - share) / trials + z * z / (4 * trials * trials))
    centre = share + z * z / (2 * trials)
    scale = 1 + z * z / trials
    return max(0.0, (centre - spread) / scale), min(1.0, (centre + spread) / scale)


_DECISIONS = """
    SELECT "check",
        SUM(state IN ('accepted', 'applied', 'edited')) AS hits,
        SUM(state = 'dismissed') AS misses,
        SUM(state = 'open') AS undecided,
        AVG(CASE WHEN state != 'open' THEN confidence END) AS confidence
    FROM issues WHERE origin = 'check' AND state != 'gone' GROUP BY 1 ORDER BY 1
"""


def observed(store: Store) -> list[Observed]:
    """Every check that has issues on the desk, by name. Editors' own marks are no check's."""
    with store.read() as db:
        rows = db.execute(_DECISIONS).fetchall()
        reasons: dict[str, dict[str, int]] = {}
        for row in db.execute(
            'SELECT "check", reason, COUNT(*) AS n FROM issues'
            " WHERE origin = 'check' AND state = 'dismissed' GROUP BY 1, 2 ORDER BY 3 DESC"
        ):
            reasons.setdefault(row["check"], {})[row["reason"]] = row["n"]
    return [
        Observed(
            row["check"],
            row["hits"],
            row["misses"],
            row["undecided"],
            reasons.get(row["check"], {}),
            row["confidence"],
        )
        for row in rows
    ]
