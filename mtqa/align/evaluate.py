"""Strict and lax precision, recall and F1 of an alignment, as the literature counts them.

The counting follows Thompson and Koehn (2019), who follow Sennrich and Volk (2010): a strict hit is
a bead that stands in the gold with both sides equal; a lax hit shares at least one sentence pair
with a gold bead. Precision is taken over every bead found, dropped and added sentences included;
recall over the gold beads with both sides filled.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: A bead as the evaluation sees it: source indices, target indices.
Indices = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True)
class Tally:
    """Counts of an evaluation; tallies add up over documents.

    Attributes:
        found: beads found.
        strict_found: of these, how many stand in the gold.
        lax_found: of these, how many share a sentence pair with the gold.
        gold: gold beads with both sides filled.
        strict_gold: of these, how many were found.
        lax_gold: of these, how many share a sentence pair with a bead found.
    """

    found: int = 0
    strict_found: int = 0
    lax_found: int = 0
    gold: int = 0
    strict_gold: int = 0
    lax_gold: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.found + other.found,
            self.strict_found + other.strict_found,
            self.lax_found + other.lax_found,
            self.gold + other.gold,
            self.strict_gold + other.strict_gold,
            self.lax_gold + other.lax_gold,
        )

    @property
    def strict(self) -> tuple[float, float, float]:
        """Strict precision, recall and F1; 0 where nothing was counted."""
        return _scores(self.strict_found, self.found, self.strict_gold, self.gold)

    @property
    def lax(self) -> tuple[float, float, float]:
        """Lax precision, recall and F1; 0 where nothing was counted."""
        return _scores(self.lax_found, self.found, self.lax_gold, self.gold)


def evaluate(found: Iterable[Indices], gold: Iterable[Indices]) -> Tally:
    """Compare the beads found with the gold beads of one pair of texts.

    Args:
        found: beads of the aligner; order does not matter, doubles count once.
        gold: the gold beads.
    """
    ours, theirs = _clean(found), _clean(gold)
    filled = {bead for bead in theirs if bead[0] and bead[1]}
    links = {(i, j) for source, target in theirs for i in source for j in target}
    our_links = {(i, j) for source, target in ours for i in source for j in target}
    strict = ours & theirs
    return Tally(
        found=len(ours),
        strict_found=len(strict),
        lax_found=sum(bead in theirs or _touches(bead, links) for bead in ours),
        gold=len(filled),
        strict_gold=len(filled & ours),
        lax_gold=sum(_touches(bead, our_links) for bead in filled),
    )


def _clean(beads: Iterable[Indices]) -> set[Indices]:
    ordered = {(tuple(sorted(source)), tuple(sorted(target))) for source, target in beads}
    return {bead for bead in ordered if bead[0] or bead[1]}


def _touches(bead: Indices, links: set[tuple[int, int]]) -> bool:
    return any((i, j) in links for i in bead[0] for j in bead[1])


def _scores(hits: int, found: int, kept: int, gold: int) -> tuple[float, float, float]:
    precision = hits / found if found else 0.0
    recall = kept / gold if gold else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def table(rows: Sequence[tuple[str, Tally]]) -> str:
    """The evaluation of several documents as a table of plain text."""
    width = max([len(name) for name, _ in rows] + [4])
    lines = [f"{'':{width}}  strict P     R     F1   lax P     R     F1   beads"]
    for name, tally in rows:
        strict, lax = tally.strict, tally.lax
        lines.append(
            f"{name:{width}}     "
            + " ".join(f"{v:5.3f}" for v in strict)
            + "   "
            + " ".join(f"{v:5.3f}" for v in lax)
            + f"   {tally.found}"
        )
    return "\n".join(lines)
