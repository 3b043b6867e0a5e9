"""Terms as the house's glossary has them."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.nearest import nearest_word
from mtqa.glossary.house import terminology
from mtqa.glossary.running_words import words
from mtqa.glossary.terms import Terminology, TermUse, suggestion, word_keys
from mtqa.model import Issue, Segment, SourceSpan


class ForbiddenTerm(Check):
    """A term that the house's glossary forbids, in any of its forms.

    Where the glossary forbids it for a term of the source, and the source is there, only where the
    segment's source has that term: "locație" for venue, but not for location.
    """

    name = "terms.forbidden"
    category = "mistranslation"
    severity = "major"
    confidence = 0.9

    def find(self, view: View) -> Iterator[Issue]:
        glossary = terminology(view.config.terms.entry)
        if not glossary:
            return
        text = view.target.text
        meant = _Meant(view, glossary)
        for use in glossary.forbidden(text):
            if not meant(use):
                continue
            wanted = use.entry.preferred
            message = Message(
                f"The glossary forbids “{use.term}”"
                + (f"; it wants “{wanted}”." if wanted else "."),
                f"Glosarul interzice „{use.term}”"
                + (f"; termenul dorit este „{wanted}”." if wanted else "."),
            )
            yield self.issue(view, use.start, use.end, message, suggestion(use, text))


class _Meant:
    """Whether a forbidden term stands for the source term that it is forbidden for."""

    def __init__(self, view: View, glossary: Terminology) -> None:
        self._view, self._glossary = view, glossary

    def __call__(self, use: TermUse) -> bool:
        source, language = self._view.article.source, self._view.source_language
        if not source or not use.entry.source or use.entry.lang not in ("", language):
            return True
        homes = [s for s in self._view.segments if any(a <= use.start < b for a, b in s.target)]
        return not any(home.source for home in homes) or any(
            found.entry.source == use.entry.source
            for home in homes
            for a, b in home.source
            for found in self._glossary.in_source(source, a, b, language)
        )


class UnusedTerm(Check):
    """A term of the source is translated by none of the terms that the glossary has for it.

    Where the segment has a term that the glossary forbids, terms.forbidden says so alone.
    """

    name = "terms.not-used"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.75
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        glossary = terminology(view.config.terms.entry)
        source = view.article.source
        if not glossary or not source:
            return
        language = view.source_language
        forbidden = glossary.forbidden(view.target.text)
        for segment in view.segments:
            if not segment.target:
                continue
            found = [use for a, b in segment.source
                     for use in glossary.in_source(source, a, b, language)]  # fmt: skip
            keys = None
            for use in found:
                if not use.entry.good:
                    continue
                if keys is None:
                    cut = [w for a, b in segment.target for w in words(view.target.text, a, b)]
                    keys = word_keys(cut)
                if not glossary.is_rendered(use.entry, keys) and not _is_marked(
                    use, segment, forbidden
                ):
                    yield self._issue(view, segment, use)

    def _issue(self, view: View, segment: Segment, use: TermUse) -> Issue:
        start, end = nearest_word(view, segment, use.start)
        source = (view.article.source or "")[use.start : use.end]
        wanted = ", ".join(f"“{term}”" for term in use.entry.good)
        message = Message(
            f"The source has “{source}” around here; the glossary has {wanted} for it.",
            f"Sursa are aici „{source}”; în glosar: "
            + ", ".join(f"„{term}”" for term in use.entry.good)
            + ".",
        )
        span = SourceSpan(use.start, use.end, source)
        return self.issue(view, start, end, message, source_span=span)


def _is_marked(use: TermUse, segment: Segment, forbidden: list[TermUse]) -> bool:
    """Whether a forbidden rendering of the term stands in the segment."""
    bad = use.entry.forbidden
    return any(
        other.term in bad and start <= other.start < end
        for other in forbidden
        for start, end in segment.target
    )


CHECKS: tuple[type[Check], ...] = (ForbiddenTerm, UnusedTerm)
