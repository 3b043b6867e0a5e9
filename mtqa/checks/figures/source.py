"""Figures, judged against the source: none is lost, changed, added or counted in something else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from mtqa.checks.base import Check, Message, View
from mtqa.checks.once import once
from mtqa.compare.figures.verdict import Verdict
from mtqa.model import Issue, Severity, SourceSpan


@once
def verdicts(view: View) -> Sequence[Verdict]:
    """What the source says of the target's figures, found once per article."""
    if view.pair is None:
        return ()
    found, judge = view.pair.figures, view.pair.figure_judge
    for segment, bead in zip(view.segments, judge.beads, strict=False):
        if bead.crowded:
            view.leave_out("too many figures to compare them with the source", segment)
    if not judge.far:
        view.leave_out("too many figures differ to look for each in the whole source")
    return found


class _FromSource(Check):
    """A fault of figures that the source shows. Subclasses say which ones and how to put it."""

    category = "number"
    severity: ClassVar[Severity] = "major"
    needs_source = True
    shared = staticmethod(verdicts)
    faults: ClassVar[tuple[str, ...]]
    message: ClassVar[Message]

    def find(self, view: View) -> Iterator[Issue]:
        for verdict in verdicts(view):
            if verdict.fault in self.faults:
                yield self._issue(view, verdict)

    def _issue(self, view: View, verdict: Verdict) -> Issue:
        source = view.article.source or ""
        figure = source[max(0, verdict.source_start) : max(0, verdict.source_end)]
        text = view.article.target[verdict.start : verdict.end]
        message = self._message(verdict)
        words = {"figure": figure, "text": text, "right": verdict.suggestion or figure}
        span = SourceSpan(verdict.source_start, verdict.source_end, figure)
        return self.issue(
            view,
            verdict.start,
            verdict.end,
            Message(message.en.format(**words), message.ro.format(**words)),
            verdict.suggestion,
            severity=None if verdict.grave else "major",
            confidence=self.confidence if verdict.certain else self.confidence * 0.8,
            source_span=span if verdict.source_start >= 0 else None,
        )

    def _message(self, verdict: Verdict) -> Message:
        return self.message


class MissingFigure(_FromSource):
    """A figure of the source is missing in the translation."""

    name = "number.missing"
    severity = "minor"
    confidence = 0.75
    faults = ("missing",)
    message = Message(
        "The source has “{figure}”; no figure says it here.",
        "Sursa are „{figure}”; nicio cifră nu îi corespunde aici.",
    )


class AlteredFigure(_FromSource):
    """A figure has another value than in the source: "95,2 milioane" for 92,5."""

    name = "number.altered"
    severity = "critical"
    confidence = 0.95
    faults = ("altered",)
    message = Message(
        "The source says “{figure}”, not “{text}”.",
        "Sursa spune „{figure}”, nu „{text}”.",
    )


class AddedFigure(_FromSource):
    """A figure of which the source knows nothing."""

    name = "number.added"
    confidence = 0.75
    faults = ("added",)
    message = Message(
        "The source has no figure “{text}”.",
        "Sursa nu are nicio cifră „{text}”.",
    )


class SwappedFigures(_FromSource):
    """Two figures of a sentence have changed places."""

    name = "number.swapped"
    severity = "critical"
    confidence = 0.88
    faults = ("swapped",)
    message = Message(
        "Two figures have changed places: the source has “{figure}” here.",
        "Două cifre și-au schimbat locul: sursa are aici „{figure}”.",
    )


class WrongScale(_FromSource):
    """Thousands, millions or billions are confused: "3 milioane" for 3 billion."""

    name = "number.scale"
    severity = "critical"
    confidence = 0.95
    faults = ("scale",)
    message = Message(
        "The source says “{figure}”: in Romanian “{right}”.",
        "Sursa spune „{figure}”: în română „{right}”.",
    )


class WrongUnit(_FromSource):
    """A figure is counted in another unit: "30 de kilometri" for 30 miles."""

    name = "number.unit"
    severity = "critical"
    confidence = 0.92
    faults = ("unit",)
    message = Message(
        "The source counts “{figure}” in another unit than “{text}”.",
        "Sursa numără „{figure}” în altă unitate decât „{text}”.",
    )


class WrongCurrency(_FromSource):
    """An amount is in another currency, or has lost or swallowed the currency's sign."""

    name = "number.currency-source"
    severity = "critical"
    confidence = 0.92
    faults = ("currency", "swallowed")
    message = Message(
        "The currency is not that of the source (“{figure}”): “{right}”.",
        "Moneda nu este cea din sursă („{figure}”): „{right}”.",
    )
    _SWALLOWED = Message(
        "The currency sign has become a digit: the source has “{figure}”.",
        "Semnul monedei a devenit cifră: sursa are „{figure}”.",
    )

    def _message(self, verdict: Verdict) -> Message:
        return self._SWALLOWED if verdict.fault == "swallowed" else self.message


class WrongDate(_FromSource):
    """A day, month, weekday or year is not that of the source."""

    name = "number.date-source"
    severity = "critical"
    confidence = 0.93
    faults = ("date",)
    message = Message(
        "The source has “{figure}”: “{right}”, not “{text}”.",
        "Sursa are „{figure}”: „{right}”, nu „{text}”.",
    )


class WrongTime(_FromSource):
    """A time of day is not that of the source: "ora 3" for 3 p.m."""

    name = "number.time"
    severity = "critical"
    confidence = 0.88
    faults = ("time",)
    message = Message(
        "The source has “{figure}”: “{right}”, not “{text}”.",
        "Sursa are „{figure}”: „{right}”, nu „{text}”.",
    )


class WrongPercent(_FromSource):
    """Per cent were lost or came from nowhere."""

    name = "number.percent"
    severity = "critical"
    confidence = 0.9
    faults = ("percent",)
    message = Message(
        "Per cent in one text only: “{right}”, not “{text}”.",
        "Procent doar într-unul dintre texte: „{right}”, nu „{text}”.",
    )


class WrongSign(_FromSource):
    """A minus was lost or came from nowhere."""

    name = "number.sign"
    severity = "critical"
    confidence = 0.9
    faults = ("sign",)
    message = Message(
        "Minus in one text only: “{right}”, not “{text}”.",
        "Minus doar într-unul dintre texte: „{right}”, nu „{text}”.",
    )


class WrongOrdinal(_FromSource):
    """An ordinal is not that of the source: "al șaptelea" for eighth."""

    name = "number.ordinal-source"
    severity = "critical"
    confidence = 0.9
    faults = ("ordinal",)
    message = Message(
        "The source has “{figure}”, not “{text}”.",
        "Sursa are „{figure}”, nu „{text}”.",
    )


class ForeignFormat(_FromSource):
    """A figure says the right value in the source's manner: "41,500" for 41.500."""

    name = "number.format-source"
    severity = "minor"
    confidence = 0.92
    faults = ("format",)
    message = Message(
        "Foreign format: in Romanian “{right}”.",
        "Format străin: în română „{right}”.",
    )


CHECKS: tuple[type[Check], ...] = (
    MissingFigure,
    AlteredFigure,
    AddedFigure,
    SwappedFigures,
    WrongScale,
    WrongUnit,
    WrongCurrency,
    WrongDate,
    WrongTime,
    WrongPercent,
    WrongSign,
    WrongOrdinal,
    ForeignFormat,
)
