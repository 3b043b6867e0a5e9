"""What is found about one place: where it is on both sides and what is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """A wrong meaning, with half-open code-point spans into both texts.

    Attributes:
        start, end: the words of the target that say something else than the source.
        source_start, source_end: the words of the source that they stand for.
        severity: how much harm it does.
        right: what Romanian says instead, for the message; ``""`` if that is not known.
        confidence: of the row that says so, where it has one of its own; 0 to 1.
        suggestion: what can stand in the place of the words as it is, if anything.
        row: the row of a table that says so, by its name.
        certain: the evidence leaves little doubt.
    """

    start: int
    end: int
    source_start: int
    source_end: int
    severity: str
    right: str = ""
    confidence: float | None = None
    suggestion: str | None = None
    row: str = ""
    certain: bool = True
