"""Sentences of a bead that its other side lacks, told by which sentences fit by length.

A line with three sentences whose translation has two has lost one, or two of them were drawn
together. Which, their lengths and the words that are linked tell: the sentences of both sides are
aligned once more, inside the bead, with nothing but those (Gale and Church 1993). It is the same in
every language, and the same for a sentence too much.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log, sqrt

from mtqa.model import Span

#: What pairs of so many sentences of either side cost beside their lengths; alone is none.
_SHAPES = {(1, 1): 0.0, (2, 1): 0.3, (1, 2): 0.3, (3, 1): 0.8, (1, 3): 0.8}
_ALONE = 0.9
#: What one linked word takes off the cost of a pair, and how many of them count.
_LINK, _LINKS = 0.25, 3
#: What a sentence no word of which is linked adds to a pair of more than two, by whether a lexicon
#: leads from the source's words to Romanian ones.
_UNLINKED = {True: 0.5, False: 0.15}
#: Code points of a sentence whose length is told by its original's as well as usual.
_USUAL = 60
#: What leaves a sentence alone must cost so much less than all that leaves none, by the same.
_MARGIN = {True: 0.2, False: 0.5}
#: Groups of which the lengths differ by more (log) do not belong together.
_OFF = 0.5
#: More sentences than this are a text, which the aligner has divided as well as it can be.
_MOST = 12


def are_few(source: Sequence[Span], target: Sequence[Span]) -> bool:
    """Whether both sides have sentences, and so few that they can be paired by length."""
    return min(len(source), len(target)) > 0 and max(len(source), len(target)) <= _MOST


@dataclass(frozen=True, slots=True)
class Sentences:
    """The sentences of a bead and how many words of each pair of them are linked.

    Attributes:
        source, target: their spans.
        links: rows by source sentence, columns by target sentence.
        ratio: length of the target to be expected for one code point of the source.
        listed: whether a lexicon leads from the source's words to Romanian ones.
    """

    source: Sequence[Span]
    target: Sequence[Span]
    links: Sequence[Sequence[int]]
    ratio: float
    listed: bool = False

    def alone(self) -> tuple[list[int], list[int]]:
        """The numbers of the sentences of the source, and of the target, that have no counterpart;
        none where that is not clear."""
        best, path = self._path(alone=True)
        other, _ = self._path(alone=False)
        groups = [group for group in path if group[2] and group[3]]
        if best + _MARGIN[self.listed] > other or any(map(self._is_off, groups)):
            return [], []
        return (
            [i for i, _, a, b in path if a and not b],
            [j for _, j, a, b in path if b and not a],
        )

    def _path(self, *, alone: bool) -> tuple[float, list[tuple[int, int, int, int]]]:
        """The cheapest way to pair the sentences, and its groups: first source and target sentence
        and how many of each."""
        rows, columns = len(self.source), len(self.target)
        cost = [[inf] * (columns + 1) for _ in range(rows + 1)]
        back: dict[tuple[int, int], tuple[int, int]] = {}
        cost[0][0] = 0.0
        shapes = {**_SHAPES, (1, 0): _ALONE, (0, 1): _ALONE} if alone else _SHAPES
        for i in range(rows + 1):
            for j in range(columns + 1):
                for (a, b), extra in shapes.items() if cost[i][j] < inf else ():
                    if i + a > rows or j + b > columns:
                        continue
                    total = cost[i][j] + extra + (self._misfit(i, j, a, b) if a and b else 0.0)
                    if total < cost[i + a][j + b]:
                        cost[i + a][j + b] = total
                        back[i + a, j + b] = (a, b)
        if cost[rows][columns] == inf:
            return inf, []
        path, i, j = [], rows, columns
        while i or j:
            a, b = back[i, j]
            i, j = i - a, j - b
            path.append((i, j, a, b))
        return cost[rows][columns], path[::-1]

    def _misfit(self, i: int, j: int, a: int, b: int) -> float:
        linked = sum(self.links[k][m] for k in range(i, i + a) for m in range(j, j + b))
        off, length = self._off(i, j, a, b)
        cost = 2 * off * min(1.3, sqrt(length / _USUAL)) - _LINK * min(_LINKS, linked)
        if a + b > 2:
            rows = self.links[i : i + a] if a > 1 else ()
            columns = range(j, j + b) if b > 1 else ()
            unlinked = sum(not any(row) for row in rows)
            unlinked += sum(not any(row[m] for row in self.links) for m in columns)
            cost += _UNLINKED[self.listed] * unlinked
        return cost

    def _off(self, i: int, j: int, a: int, b: int) -> tuple[float, int]:
        there = sum(span.end - span.start for span in self.source[i : i + a])
        here = sum(span.end - span.start for span in self.target[j : j + b])
        return abs(log(max(1, here) / (max(1, there) * self.ratio))), max(here, there)

    def _is_off(self, group: tuple[int, int, int, int]) -> bool:
        off, length = self._off(*group)
        return off > _OFF * max(1.0, sqrt(_USUAL / 2 / max(1, length)))
