"""Hints: what would never be shown alone, and is worth hearing beside something else."""

from __future__ import annotations

from typing import NamedTuple

from mtqa.checks.base import View


class Hint(NamedTuple):
    """A content word of the target, half-open in code points, and whether a dictionary, a name or a
    likeness of letters links it to a word of the source; ``unlinked`` is the share of its segment's
    content words that nothing links."""

    start: int
    end: int
    linked: bool
    unlinked: float


def hints(view: View) -> list[Hint]:
    """The content words of the target in order of the segments; none without a source."""
    if view.beads is None:
        return []
    found: list[Hint] = []
    for bead in view.beads.beads:
        if not (bead.source_spans and bead.target_spans):
            continue
        links = bead.links
        linked = [partner >= 0 or n in links.echoed for n, partner in enumerate(links.backward)]
        share = linked.count(False) / max(1, len(linked))
        found += [
            Hint(word.start, word.end, its, share)
            for word, its in zip(links.target, linked, strict=True)
        ]
    return found
