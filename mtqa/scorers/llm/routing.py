"""Which segments a language model is asked about, where it is asked about a share of them.

Asking pays where errors are left that nobody else has found. On 900 annotated segments of
``ro-mqm/train`` the number of those is told best by how bad mtqa-qe-ro takes the segment for, times
the root of its length; how undecided the checks are adds a little, and counts where that model is
not installed. Segments of articles that fail the gate go a little before others: somebody will have
to work on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.model import Issue

#: How bad a segment is that mtqa-qe-ro has not seen: the mean of those that it has.
_UNSEEN = 0.17
#: What a check adds that is wholly undecided, of confidence one half.
_UNDECIDED = 0.1
#: By how much segments of an article that fails go before others.
_FAILS = 1.25


@dataclass(frozen=True, slots=True)
class Open:
    """What is known of a segment before the model is asked.

    Attributes:
        article: number of its article.
        words: of its target.
        qe: the score of mtqa-qe-ro, 0 to 100; None without one.
        issues: what begins in it, with calibrated confidences.
        fails: whether its article fails the gate.
    """

    article: int
    words: int
    qe: float | None
    issues: tuple[Issue, ...]
    fails: bool

    @property
    def doubt(self) -> float:
        """How much asking about it promises; only the order means anything."""
        bad = _UNSEEN if self.qe is None else 1 - self.qe / 100
        undecided = sum(4 * one.confidence * (1 - one.confidence) for one in self.issues)
        found: float = bad * self.words**0.5 + _UNDECIDED * undecided
        return found * (_FAILS if self.fails else 1)


def chosen(segments: Sequence[Open], share: float) -> list[int]:
    """The numbers of the segments to ask about, in order.

    Args:
        segments: all of them.
        share: above 0 up to 1; of any segments at all, one at least is asked about.
    """
    if share >= 1:
        return list(range(len(segments)))
    number = max(1, round(share * len(segments))) if segments else 0
    order = sorted(range(len(segments)), key=lambda n: (-segments[n].doubt, n))
    return sorted(order[:number])
