"""From probabilities of words to error spans: which words to mark, as what, how severely."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

from mtqa.judgement.calibration import shifted
from mtqa.model import Category, ModelSpan, Severity, Span
from mtqa.scorers.qe.estimator import Estimate, Missing, Word

#: What the kinds of :class:`~mtqa.scorers.qe.estimator.Word` are called, in their order.
_KINDS: tuple[Category, ...] = ("mistranslation", "grammar", "garbled", "name")

_Word = TypeVar("_Word", Word, Missing)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on the judge hears of a word. It decides what is shown, so that these are low.

    Attributes:
        seed: a word this probably wrong begins a span.
        grow: neighbours this probably wrong belong to it.
        garbled: a span this probably word salad is called that.
        major: a span this probably wrong is a major error, below a minor one; of a model that was
            not taught severity.
        severe: a span this probably part of a major error is one, below a minor one.
        omitted: words of the source this probably missing are an omission …
        omitted_words: … if so many of them follow each other.
        good: a segment with a score above this has no errors worth a mark.
        shift: what brings the model's probabilities to the share of marks that were right, on the
            scale of log-odds.
    """

    seed: float = 0.4
    grow: float = 0.3
    garbled: float = 0.5
    major: float = 0.9
    severe: float = 0.65
    omitted: float = 0.9
    omitted_words: int = 4
    good: float = 9.0
    shift: float = 0.0

    @classmethod
    def of(cls, table: Mapping[str, float]) -> Thresholds:
        """The thresholds of a manifest."""
        values = {name: table[name] for name in table if name in cls.__dataclass_fields__}
        return cls(**values)  # type: ignore[arg-type]


def spans(estimate: Estimate, thresholds: Thresholds) -> Iterator[ModelSpan]:
    """The error spans of a segment's target, in reading order; omissions last.

    Args:
        estimate: what the model says of it.
        thresholds: from where on it is believed.
    """
    if estimate.score > thresholds.good:
        return
    for run in _runs(estimate.words, lambda word: word.bad >= thresholds.grow):
        bad = max(word.bad for word in run)
        if bad < thresholds.seed:
            continue
        category, severity = _kind(run, thresholds)
        sure = shifted(bad, thresholds.shift)
        yield ModelSpan(run[0].start, run[-1].end, severity, sure, category, "qe")
    for gap in _runs(estimate.missing, lambda word: word.omitted >= thresholds.omitted):
        place = _place(estimate, gap) if len(gap) >= thresholds.omitted_words else None
        if place is not None:
            source = Span(gap[0].start, gap[-1].end)
            sure = sum(word.omitted for word in gap) / len(gap)
            yield ModelSpan(place.start, place.end, "major", sure, "omission", "qe", source)


def _kind(run: Sequence[Word], thresholds: Thresholds) -> tuple[Category, Severity]:
    """What kind of error a run is, and how much harm it does."""
    kinds = [max(word.kinds[kind] for word in run) for kind in range(len(_KINDS))]
    if not any(kinds):  # a model that was not taught kinds knows word salad alone
        salad = len(run) > 1 and max(word.garbled for word in run) >= thresholds.garbled
        worse = salad or max(word.bad for word in run) >= thresholds.major
        return "garbled" if salad else "mistranslation", "major" if worse else "minor"
    severe = max(word.severe for word in run)
    return _KINDS[kinds.index(max(kinds))], "major" if severe >= thresholds.severe else "minor"


def _runs(words: Sequence[_Word], belongs: Callable[[_Word], bool]) -> Iterator[list[_Word]]:
    """The longest stretches of words that all belong."""
    for inside, run in groupby(words, belongs):
        if inside:
            yield list(run)


def _place(estimate: Estimate, gap: Sequence[Missing]) -> Word | None:
    """The word of the target behind which the gap lies, if both sides say things in one order."""
    words, source = estimate.words, estimate.missing
    if not words:
        return None
    before = sum(word.end <= gap[0].start for word in source)
    kept = max(1, len(source) - len(gap))
    return words[min(len(words) - 1, max(0, round(before / kept * len(words)) - 1))]
