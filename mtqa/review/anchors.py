"""What becomes of decisions when an article is checked again: the same issue keeps its decision.

An issue is the same if its fingerprint is (:mod:`mtqa.silence.fingerprints`), or if the same
check marks the same words at the place where the old ones went; the second carries decisions past
a correction made right beside them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mtqa.review.edits import Shift


class Anchor(NamedTuple):
    """Where an issue stands: its check, its fingerprint, its half-open span."""

    check: str
    fingerprint: str
    start: int
    end: int


class Carried(NamedTuple):
    """How the issues of two runs belong together.

    Attributes:
        same: index of the new issue for each old one that was found again.
        moved: the new span of each old issue whose words still stand but were not reported again.
    """

    same: Mapping[int, int]
    moved: Mapping[int, tuple[int, int]]


def carry(old_text: str, old: Sequence[Anchor], new_text: str, new: Sequence[Anchor]) -> Carried:
    """Pair the issues of the old text with those of the new one."""
    shift = Shift(old_text, new_text)
    by_print = {anchor.fingerprint: index for index, anchor in enumerate(new)}
    by_place = {(anchor.check, anchor.start, anchor.end): i for i, anchor in enumerate(new)}
    same: dict[int, int] = {}
    moved: dict[int, tuple[int, int]] = {}
    taken: set[int] = set()
    places = [shift.span(anchor.start, anchor.end) for anchor in old]
    for index, anchor in enumerate(old):
        place = places[index]
        found = by_place.get((anchor.check, *place)) if place else None
        if found is not None and found not in taken:
            same[index] = found
            taken.add(found)
    for index, anchor in enumerate(old):
        if index in same:
            continue
        found = by_print.get(anchor.fingerprint)
        if found is not None and found not in taken:
            same[index] = found
            taken.add(found)
            continue
        place = places[index]
        if place is not None:
            moved[index] = place
    return Carried(same, moved)
