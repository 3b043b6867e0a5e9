"""The aligner: two lists of sentences in, beads out.

First a path from the vectors of sentences alone, in a band found from coarse to fine; then a second
look in a narrow band with the words and clauses in context, where the encoder shows them; then
paragraphs that stand elsewhere. The recipe follows Gale and Church (1993: dynamic programming and
lengths), Vecalign (Thompson and Koehn 2019: sentence vectors, normalised costs, coarse to fine),
Bertalign (Liu and Zhu 2022: two passes) and SentAlign (Steingrimsson et al. 2023: a second look at
what was merged and dropped).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from mtqa.align.beads import Band, Bead, Floats, Ints, Path, search
from mtqa.align.coarse import rough_band
from mtqa.align.costs import Evidence, Texts, Weights, prepare
from mtqa.align.encoder import Encoder, Reader, by_name, centre
from mtqa.align.moves import Block, Step, blocks, widened
from mtqa.align.units import clause_spans, pair_of_units, word_spans
from mtqa.align.weights import MOVE, MOVE_CLAIM, Tuning, tuning

#: What leaving each source and each target sentence alone is worth.
Caps = tuple[Floats, Floats]

_ROUGH, _FINE = 12, 6
#: Likeness from which a pair tells the ratio of lengths.
_SURE = 0.4
#: More candidates for moved blocks than this are not tried: each costs a search.
_MOST_BLOCKS = 12
#: Texts with fewer sentences (both sides together) lean on the mean of sentences at large.
_SHORT = 24
#: Longer texts (both sides together) are aligned without words and clauses, for memory's sake.
_LONGEST_READ = 12_000
#: Lengths of both sides are compared after this much evidence (characters) for an equal ratio.
_RATIO_PRIOR = 500.0


@dataclass(frozen=True)
class Alignment:
    """The beads of two texts.

    Attributes:
        beads: every sentence of either side is in exactly one; ordered by source, a dropped-in
            target sentence where it stands in the target. Moved blocks are marked.
        likeness: mean similarity of the pairs, weighed by characters, unmatched text counting 0,
            on the side where it is higher. Near 0 for texts that have nothing in common.
        floor: what ``likeness`` must reach for the texts to count as translations.
    """

    beads: tuple[Bead, ...]
    likeness: float
    floor: float

    @property
    def related(self) -> bool:
        """Whether the two texts look like translations of each other."""
        return self.likeness >= self.floor

    @property
    def moved(self) -> tuple[tuple[Bead, ...], ...]:
        """The blocks that stand in another place, each as its beads."""
        found: list[list[Bead]] = []
        last: Bead | None = None
        for bead in self.beads:
            if bead.moved:
                follows = last is not None and last.moved and _follows(last, bead)
                found[-1].append(bead) if follows else found.append([bead])
            last = bead
        return tuple(map(tuple, found))

    def mirrored(self) -> Alignment:
        """The same with the sides swapped."""
        return replace(self, beads=_ordered([bead.mirrored() for bead in self.beads]))


def _follows(last: Bead, bead: Bead) -> bool:
    """Whether a moved bead goes on where the last one ended."""
    source = not last.source or not bead.source or bead.source[0] == last.source[-1] + 1
    target = not last.target or not bead.target or bead.target[0] == last.target[-1] + 1
    return source and target


@dataclass
class Aligner:
    """Aligns texts with one encoder; make it once, use it for any number of texts.

    Args:
        encoder: turns sentences into vectors; the best that is installed if not given.
        tuning: weights and thresholds; those learnt for the encoder if not given.
        moves: whether to look for paragraphs that stand elsewhere.

    >>> aligner = Aligner(by_name("lexical"))
    >>> found = aligner.align(["In 2019 Kovac left."], ["Kovac a plecat în 2019."])
    >>> [(bead.source, bead.target) for bead in found.beads]
    [((0,), (0,))]
    """

    encoder: Encoder = field(default_factory=lambda: by_name("auto"))
    tuning: Tuning | None = None
    moves: bool = True

    def __post_init__(self) -> None:
        if self.tuning is None:
            self.tuning = tuning(self.encoder.name)

    @cached_property
    def _centre(self) -> Floats:
        return centre(self.encoder)

    def align(
        self,
        source: Sequence[str],
        target: Sequence[str],
        *,
        source_breaks: Sequence[bool] | None = None,
        target_breaks: Sequence[bool] | None = None,
    ) -> Alignment:
        """Find the beads of two texts.

        Args:
            source: source sentences in order; may be empty.
            target: target sentences in order; may be empty.
            source_breaks: whether a paragraph ends after each source sentence, if known.
            target_breaks: the same for the target.

        Raises:
            ValueError: the breaks do not fit the sentences.
        """
        for side, breaks in ((source, source_breaks), (target, target_breaks)):
            if breaks is not None and len(breaks) != len(side):
                raise ValueError("one break per sentence is needed")
        if (len(source), list(source)) > (len(target), list(target)):
            # Rounding and ties must not depend on which side is called the source.
            swapped = self.align(
                target, source, source_breaks=target_breaks, target_breaks=source_breaks
            )
            return swapped.mirrored()
        assert self.tuning is not None
        if not source or not target:
            beads = [Bead((i,), ()) for i in range(len(source))]
            beads += [Bead((), (j,)) for j in range(len(target))]
            return Alignment(tuple(beads), 0.0, self.tuning.floor)
        texts = self._texts(source, target, source_breaks, target_breaks)
        steps, moved = self._align(texts)
        beads = [_bead(texts, step, step in moved) for step in steps]
        return Alignment(_ordered(beads), _likeness(texts, beads), self.tuning.floor)

    def _texts(
        self,
        source: Sequence[str],
        target: Sequence[str],
        source_breaks: Sequence[bool] | None,
        target_breaks: Sequence[bool] | None,
    ) -> Texts:
        """Encode both texts."""
        assert self.tuning is not None
        count = len(source) + len(target)
        units = {}
        if isinstance(self.encoder, Reader) and count <= _LONGEST_READ and self.tuning.fine:
            left, right = self.encoder.read(source), self.encoder.read(target)
            x = np.array([tokens.vector for tokens in left], np.float32)
            y = np.array([tokens.vector for tokens in right], np.float32)
            for kind, spans in (("words", word_spans), ("clauses", clause_spans)):
                units[kind] = pair_of_units(source, target, left, right, spans)
        else:
            x, y = self.encoder.encode(source), self.encoder.encode(target)
        return prepare(
            source,
            target,
            x,
            y,
            x_breaks=None if source_breaks is None else np.array(source_breaks, bool),
            y_breaks=None if target_breaks is None else np.array(target_breaks, bool),
            units=units,
            centre=self._centre if count < _SHORT else None,
        )

    def _align(self, texts: Texts) -> tuple[list[Step], set[Step]]:
        """The steps of the path, and of these the ones that belong to moved blocks."""
        path = self._plain(texts)
        texts = _scaled(texts, path)
        path = self._fine(texts, self._plain(texts))
        if not self.moves:
            return path.steps(), set()
        return self._with_moves(texts, path)

    def _plain(self, texts: Texts, caps: Caps | None = None) -> Path:
        """The path by sentence vectors, lengths and keys."""
        assert self.tuning is not None
        texts = replace(texts, units={})
        band = rough_band(texts.x, texts.y, _ROUGH)
        return _best(Evidence(texts, band), self.tuning.plain, caps)

    def _fine(self, texts: Texts, path: Path, caps: Caps | None = None) -> Path:
        """A second look near the path, with words and clauses."""
        assert self.tuning is not None
        if not texts.units or not self.tuning.fine:
            return path
        band = Band.around(path.corners, _FINE)
        return _best(Evidence(texts, band), self.tuning.fine, caps)

    def _caps(self, texts: Texts, path: Path) -> tuple[Caps, Caps]:
        """What leaving each sentence alone is worth in the whole, at the first and second look."""
        assert self.tuning is not None
        plain = replace(texts, units={})
        rough = Evidence(plain, rough_band(texts.x, texts.y, _ROUGH))
        first = rough.alone_scores(self.tuning.plain)
        if not texts.units or not self.tuning.fine:
            return first, first
        band = Band.around(path.corners, _FINE)
        return first, Evidence(texts, band).alone_scores(self.tuning.fine)

    def _with_moves(self, texts: Texts, path: Path) -> tuple[list[Step], set[Step]]:
        """Take moved blocks out of the path where that makes the whole worth more."""
        rows, columns = np.arange(len(texts.x)), np.arange(len(texts.y))
        steps = path.steps()
        moved: list[Step] = []
        found = blocks(steps, texts.x, texts.y, texts.x_chars)[:_MOST_BLOCKS]
        caps = self._caps(texts, path) if found else None
        for block in found:
            if not (_whole(rows, block.rows) and _whole(columns, block.columns)):
                continue
            block = self._grown(texts, block, path, rows, columns)
            inner, value = self._part(texts, np.array(block.rows), np.array(block.columns), caps)
            trimmed = _trimmed(inner)
            if trimmed is None:
                continue
            if trimmed != block:
                block = trimmed
                inner, value = self._part(
                    texts, np.array(block.rows), np.array(block.columns), caps
                )
            left = rows[~np.isin(rows, block.rows)]
            right = columns[~np.isin(columns, block.columns)]
            if not len(left) or not len(right):
                continue
            rest, worth = self._part(texts, left, right, caps)
            if worth + value - MOVE > path.value:
                moved += inner
                rows, columns = left, right
                path = replace(path, value=worth)
                steps = rest
        return [*steps, *moved], {step for step in moved if step[0] < step[1] and step[2] < step[3]}

    def _grown(self, texts: Texts, block: Block, path: Path, rows: Ints, columns: Ints) -> Block:
        """A block with those neighbours that nobody else has a claim on."""
        claimed_rows = np.ones(len(texts.x), bool)
        claimed_columns = np.ones(len(texts.y), bool)
        claimed_rows[rows], claimed_columns[columns] = False, False
        for i, k, j, q in path.steps():
            if i < k and j < q:
                alike = texts.x[i:k] @ texts.y[j:q].T
                claimed_rows[i:k] |= alike.max(axis=1) >= MOVE_CLAIM
                claimed_columns[j:q] |= alike.max(axis=0) >= MOVE_CLAIM
        return widened(block, ~claimed_rows, ~claimed_columns, texts.x, texts.y)

    def _part(
        self, texts: Texts, rows: Ints, columns: Ints, caps: tuple[Caps, Caps] | None
    ) -> tuple[list[Step], float]:
        """Align some sentences of both texts; steps are numbered as in the whole.

        A sentence must not become cheap to drop because its partner is not in the part."""
        part = texts.take(rows, columns)
        first, second = [(x[rows], y[columns]) for x, y in caps] if caps else (None, None)
        path = self._fine(part, self._plain(part, first), second)
        steps = []
        for i, k, j, q in path.steps():
            source = (int(rows[i]), int(rows[k - 1]) + 1) if i < k else (0, 0)
            target = (int(columns[j]), int(columns[q - 1]) + 1) if j < q else (0, 0)
            steps.append((*source, *target))
        return steps, path.value


def _best(evidence: Evidence, weights: Weights, caps: Caps | None) -> Path:
    """The best path under some weights; caps bound what leaving a sentence alone is worth."""
    scores, dropped, added = evidence.scores(weights)
    if caps:
        dropped, added = np.minimum(dropped, caps[0]), np.minimum(added, caps[1])
    return search(evidence.band, scores, dropped, added)


def _whole(left: Ints, wanted: range) -> bool:
    """Whether all wanted sentences are still there."""
    return bool(np.isin(np.array(wanted), left).all())


def _trimmed(steps: Sequence[Step]) -> Block | None:
    """What the filled beads of a block span; nothing if there are none."""
    filled = [step for step in steps if step[0] < step[1] and step[2] < step[3]]
    if not filled:
        return None
    return Block(
        range(min(i for i, _, _, _ in filled), max(k for _, k, _, _ in filled)),
        range(min(j for _, _, j, _ in filled), max(q for _, _, _, q in filled)),
    )


def _scaled(texts: Texts, path: Path) -> Texts:
    """The lengths of both sides on one scale, judged by the pairs that the path is sure of."""
    left, right = _RATIO_PRIOR, _RATIO_PRIOR
    for i, k, j, q in path.steps():
        if k - i == q - j == 1 and float(texts.x[i] @ texts.y[j]) >= _SURE:
            left += float(texts.x_chars[i])
            right += float(texts.y_chars[j])
    scale = np.float32(np.sqrt(right / left))
    return replace(texts, x_chars=texts.x_chars * scale, y_chars=texts.y_chars / scale)


def _bead(texts: Texts, step: Step, moved: bool) -> Bead:
    """A step as a bead with its score."""
    i, k, j, q = step
    score = None
    if i < k and j < q:
        left = texts.x_chars[i:k] @ texts.x[i:k]
        right = texts.y_chars[j:q] @ texts.y[j:q]
        length = float(np.linalg.norm(left) * np.linalg.norm(right))
        score = round(float(left @ right) / max(length, 1e-9), 4)
    return Bead(tuple(range(i, k)), tuple(range(j, q)), score, moved)


def _ordered(beads: Sequence[Bead]) -> tuple[Bead, ...]:
    """By source; a bead without one follows the bead of the target sentence before it."""
    filled = sorted((b for b in beads if b.source), key=lambda b: b.source)
    holder = {j: at for at, bead in enumerate(filled) for j in bead.target}
    place: dict[int, int] = {}
    for bead in sorted((b for b in beads if not b.source), key=lambda b: b.target):
        before = bead.target[0] - 1
        at = holder.get(before, place.get(before, -1))
        place[bead.target[-1]] = at
    keyed: list[tuple[int, tuple[int, ...], Bead]] = []
    keyed += [(at, (), bead) for at, bead in enumerate(filled)]
    keyed += [(place[b.target[-1]], b.target, b) for b in beads if not b.source]
    return tuple(bead for _, _, bead in sorted(keyed, key=lambda one: one[:2]))


def _likeness(texts: Texts, beads: Sequence[Bead]) -> float:
    """Mean score of the beads, weighed by characters, on the side where it is higher: a summary or
    an excerpt is like its source although most of the source has no counterpart."""
    left = right = 0.0
    for bead in beads:
        if bead.score is not None:
            worth = max(0.0, bead.score)
            left += worth * float(texts.x_chars[list(bead.source)].sum())
            right += worth * float(texts.y_chars[list(bead.target)].sum())
    return max(left / float(texts.x_chars.sum()), right / float(texts.y_chars.sum()))
