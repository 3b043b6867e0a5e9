"""The measured figures of each check: how often it was right on annotated translations, and how
often it rang on human-written news. Made by ``python -m mtqa.workshop.measure``."""

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
    path = files("mtqa.judgement") / "measured.json"
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
    learnt, human = table()["learnt"], table()["human"]["sentences"]
    pairs = sum(row["sentences"] for row in table()["human with source"].values())
    return (
        f"right: issues that overlap an annotated error, of all it raised; found: errors it marks, "
        f"of all of its category. Of {learnt['rows']['all']['gold']:,} errors in "
        f"{learnt['texts']:,} machine-translated segments that the rules were written and "
        f"calibrated with. human: issues on {human:,} sentences that people wrote; of checks that "
        f"need the source, on {pairs:,} pairs."
    )
