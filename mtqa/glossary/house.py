"""The configuration's names and terms compiled, and the issues that the style sheet overrules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from mtqa.config import Names, Terms
from mtqa.glossary.names import House, Use
from mtqa.glossary.terms import Terminology
from mtqa.model import Article, Category, Issue, Segment, Span
from mtqa.romanian import Document

#: What a sheet of names says nothing about.
_OTHER: frozenset[Category] = frozenset(
    ["omission", "addition", "boilerplate", "punctuation", "spacing"]
)
#: Checks that say which name belongs here, not how it is spelt.
_WHICH = frozenset(["names.source-replaced", "names.source-lost"])
_OWN = ("names.house-", "terms.")

Section = TypeVar("Section")
Compiled = TypeVar("Compiled")


def _remembered(make: Callable[[Section], Compiled]) -> Callable[[Section], Compiled]:
    """Compile a section once for as long as the same configuration is in use."""
    known: list[tuple[Section, Compiled]] = []

    def compiled(section: Section) -> Compiled:
        for one, made in known:
            if one is section:
                return made
        made = make(section)
        known.insert(0, (section, made))
        del known[8:]
        return made

    return compiled


@_remembered
def house(names: Names) -> House:
    """The style sheet for names."""
    return House(names.entry)


@_remembered
def terminology(terms: Terms) -> Terminology:
    """The glossary of terms."""
    return Terminology(terms.entry)


class Overruled:
    """Says which issues of one article the style sheet overrules.

    Args:
        sheet: the style sheet.
        article: the article.
        target: its Romanian text.
        segments: the alignment.
    """

    def __init__(
        self, sheet: House, article: Article, target: Document, segments: Sequence[Segment]
    ) -> None:
        self._sheet, self._article = sheet, article
        self._segments = segments
        self._uses = [use for use in sheet.uses(target) if use.good]
        self._target = target

    def __call__(self, issue: Issue) -> bool:
        """Whether the issue marks what the house wants to see, or misses what stands there."""
        if issue.category in _OTHER or issue.check.startswith(_OWN):
            return False
        over = [use for use in self._uses if use.start <= issue.start and issue.end <= use.end]
        if issue.check in _WHICH:
            return self._is_shown(issue, over)
        return bool(over)

    def _is_shown(self, issue: Issue, over: Sequence[Use]) -> bool:
        """Whether the name that the source has here stands in the house's form."""
        span = issue.source_span
        if span is None:
            return bool(over)
        source = self._article.source or ""
        language = self._article.source_lang or "en"
        meant = self._sheet.in_source(source, span.start, span.end, language)
        entries = [entry for _, entry in meant]
        if any(use.entry in entries for use in (*over, *self._beside(span.start))):
            return True
        return not entries and any(not use.entry.source for use in over)

    def _beside(self, source_start: int) -> list[Use]:
        """The house's forms in the target of the segment with this place of the source."""
        spans: Sequence[Span] = next(
            (s.target for s in self._segments for a, b in s.source if a <= source_start < b), ()
        )
        return [use for use in self._uses if any(a <= use.start < b for a, b in spans)]

    def respelt(self, issue: Issue) -> Issue:
        """The issue, its suggestion spelt as the house does."""
        if issue.category != "name" or not issue.suggestion:
            return issue
        right = self._sheet.respelt(issue.suggestion)
        return issue if right == issue.suggestion else replace(issue, suggestion=right)
