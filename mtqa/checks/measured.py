"""The measured figures of each check: how often it was right on gold, and how often it rang on
human-written news. Made by ``python -m mtqa.metrics.measure``."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from typing import Any, NamedTuple


class Measured(NamedTuple):
    """What was seen of one check.

    Attributes:
        issues: issues it raised on the gold texts.
        true: of them, those that overlap a gold span.
        human: issues it raised on human-written news.
    """

    issues: int
    true: int
    human: int

    @property
    def precision(self) -> str:
        """``true/issues`` for a table, a dash if the check never rang on gold."""
        return f"{self.true}/{self.issues}" if self.issues else "–"


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole table as it was written, empty if there is none."""
    path = files("mtqa.checks") / "measured.json"
    if not path.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def measured(check: str) -> Measured | None:
    """The figures of one check, or None if it was never measured (a third-party check)."""
    row = table().get("checks", {}).get(check)
    return None if row is None else Measured(row["issues"], row["true"], row["human"])
