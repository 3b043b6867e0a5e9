"""Clauses and sentences of the source that the translation lacks, and what it has too much."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.checks.base import Check, Message, View
from mtqa.checks.once import once_per_article
from mtqa.compare.coverage.attribution import lost_attributions
from mtqa.compare.coverage.gap import Gap
from mtqa.compare.coverage.judge import gaps
from mtqa.compare.coverage.repeated import repeated
from mtqa.model import Issue, Severity, SourceSpan

#: So many content words make a clause that misinforms by its absence.
_MAJOR = 5
#: …and so many one that tells what nobody said.
_INVENTED = 4
_LONGEST = 90


@once_per_article
def omissions(view: View) -> Iterator[Gap]:
    """What the translation lacks, looked for once per article."""
    article = view.beads
    if article is None:
        return
    yield from gaps(article, "omission")
    for bead, segment in zip(article.beads, view.segments, strict=True):
        if bead.crowded:
            view.leave_out("too many words without counterpart to say what is missing", segment)


@once_per_article
def additions(view: View) -> Iterator[Gap]:
    """What it has too much, looked for once per article."""
    article = view.beads
    yield from gaps(article, "addition") if article is not None else ()


def _excerpt(text: str) -> str:
    """``text`` on one line, its middle left out where it is long."""
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    return f"{plain[: _LONGEST - 25].rsplit(' ', 1)[0]} … {plain[-20:].split(' ', 1)[-1]}"


class _Coverage(Check):
    """Shared by the checks of what is missing and what is too much."""

    needs_source = True

    def _issues(
        self, view: View, found: Sequence[Gap], whole: bool, message: Message
    ) -> Iterator[Issue]:
        for gap in found:
            if gap.whole is whole and not gap.clause:
                yield self._issue(view, gap, message)

    def _issue(self, view: View, gap: Gap, message: Message) -> Issue:
        source = view.article.source or ""
        missing = source[gap.source.start : gap.source.end]
        invented = gap.kind == "addition" and gap.clause and gap.words >= _INVENTED
        serious = gap.whole or invented or (gap.kind == "omission" and gap.words >= _MAJOR)
        severity: Severity = self.severity if serious else "minor"
        text = {"text": _excerpt(missing)}
        return self.issue(
            view,
            *gap.target,
            Message(message.en.format(**text), message.ro.format(**text)),
            None if gap.kind == "omission" else "",
            severity=severity,
            confidence=gap.confidence,
            source_span=SourceSpan(*gap.source, missing) if missing else None,
        )


class LostSentence(_Coverage):
    """A sentence of the source has no counterpart in the translation."""

    name = "omission.sentence"
    category = "omission"
    severity = "critical"
    confidence = 0.9
    shared = staticmethod(omissions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message(
            "The sentence “{text}” is missing here.", "Aici lipsește propoziția „{text}”."
        )
        yield from self._issues(view, omissions(view), True, message)


class LostClause(_Coverage):
    """A clause or longer phrase of the source has no counterpart in the translation."""

    name = "omission.clause"
    category = "omission"
    severity = "major"
    confidence = 0.85
    shared = staticmethod(omissions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message("“{text}” is missing here.", "Aici lipsește „{text}”.")
        yield from self._issues(view, omissions(view), False, message)


class UnsaidClause(_Coverage):
    """A clause of the source that nothing in the translation says: "who had no ticket"."""

    name = "omission.unsaid"
    category = "omission"
    severity = "major"
    confidence = 0.8
    shared = staticmethod(omissions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message(
            "Nothing here says “{text}”, as the source does.",
            "Nimic nu spune aici „{text}”, ca în sursă.",
        )
        for gap in omissions(view):
            if gap.clause:
                yield self._issue(view, gap, message)


class LostAttribution(Check):
    """Who said it is missing: the source names its speaker, the translation states a fact."""

    name = "omission.attribution"
    category = "omission"
    severity = "minor"
    confidence = 0.8
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        article = view.beads
        for source, target in lost_attributions(article) if article is not None else ():
            text = view.article.source or ""
            missing = text[source.start : source.end]
            yield self.issue(
                view,
                *target,
                Message(
                    f"The attribution “{_excerpt(missing)}” is missing.",
                    f"Lipsește atribuirea „{_excerpt(missing)}”.",
                ),
                source_span=SourceSpan(*source, missing),
            )


class AddedSentence(_Coverage):
    """A sentence of the translation has no counterpart in the source."""

    name = "addition.invented-sentence"
    category = "addition"
    severity = "major"
    confidence = 0.85
    shared = staticmethod(additions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message(
            "Nothing in the source says this sentence.", "Nimic din sursă nu spune această frază."
        )
        yield from self._issues(view, additions(view), True, message)


class AddedClause(_Coverage):
    """A clause or longer phrase of the translation has no counterpart in the source."""

    name = "addition.clause"
    category = "addition"
    severity = "major"
    confidence = 0.8
    shared = staticmethod(additions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message("Nothing in the source says this.", "Nimic din sursă nu spune asta.")
        yield from self._issues(view, additions(view), False, message)


class InventedClause(_Coverage):
    """A clause that nothing in the source says: ", în ciuda protestelor comercianților,"."""

    name = "addition.unsaid"
    category = "addition"
    severity = "major"
    confidence = 0.8
    shared = staticmethod(additions)

    def find(self, view: View) -> Iterator[Issue]:
        message = Message(
            "Nothing in the source says this clause.", "Nimic din sursă nu spune acest lucru."
        )
        for gap in additions(view):
            if gap.clause:
                yield self._issue(view, gap, message)


class RepeatedClause(Check):
    """A clause stands twice in the translation and once in the source."""

    name = "addition.repeated"
    category = "addition"
    severity = "major"
    confidence = 0.93
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        article = view.beads
        for start, end in repeated(article) if article is not None else ():
            message = Message(
                "This already stands in the sentence; the source has it once.",
                "Textul apare deja în frază; sursa îl are o singură dată.",
            )
            yield self.issue(view, start, end, message, "")


CHECKS = (
    LostSentence,
    LostClause,
    UnsaidClause,
    LostAttribution,
    AddedSentence,
    AddedClause,
    InventedClause,
    RepeatedClause,
)
