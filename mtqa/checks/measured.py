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
        found: gold spans that its issues overlap, if that was counted.
        gold: all gold spans of its category, if they were counted.
    """

    issues: int
    true: int
    human: int
    found: int | None = None
    gold: int | None = None

    @property
    def precision(self) -> str:
        """``true/issues`` for a table, a dash if the check never rang on gold."""
        return f"{self.true}/{self.issues}" if self.issues else "–"

    @property
    def recall(self) -> str:
        """``found/gold`` for a table, a dash if there was nothing to find."""
        return f"{self.found}/{self.gold}" if self.found is not None and self.gold else "–"


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
    if row is None:
        return None
    return Measured(row["issues"], row["true"], row["human"], row.get("found"), row.get("gold"))


def measured_on() -> str:
    """The data behind the figures in a sentence, empty if nothing was measured."""
    if not table():
        return ""
    sets = table()["gold"]
    texts = sum(row["texts"] for row in sets.values())
    spans = sum(row["total"]["gold"] for row in sets.values())
    pairs = sum(row["sentences"] for row in table().get("human with source", {}).values())
    return (
        f"right: issues that overlap a gold span, of all it raised; found: gold spans it marks, of "
        f"all of its category. Gold: {spans} spans in {texts} texts ({', '.join(sets)}), in sight "
        f"while the checks were written. human: issues on {table()['human']['sentences']:,} "
        f"sentences that people wrote; of checks that need the source, on {pairs:,} pairs."
    )
