"""The configuration's names and terms compiled, and the issues that the style sheet overrules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TypeVar

from mtqa.glossary.entries import NameEntry, TermEntry
from mtqa.glossary.names import House
from mtqa.glossary.terms import Terminology
from mtqa.languages.ro import Document
from mtqa.model import Article, Category, Issue, Segment, SourceSpan, Span

#: What a sheet of names says nothing about.
_OTHER: frozenset[Category] = frozenset(
    ["omission", "addition", "boilerplate", "punctuation", "spacing"]
)
#: Checks that say which name belongs here, not how it is spelt.
_WHICH = frozenset(["names.source-replaced", "names.source-lost"])
_OWN = ("names.house-", "terms.")

Entries = TypeVar("Entries")
Compiled = TypeVar("Compiled")


def _remembered(make: Callable[[Entries], Compiled]) -> Callable[[Entries], Compiled]:
    """Compile entries once for as long as the same configuration is in use."""
    known: list[tuple[Entries, Compiled]] = []

    def compiled(entries: Entries) -> Compiled:
        for one, made in known:
            if one is entries:
                return made
        made = make(entries)
        known.insert(0, (entries, made))
        del known[8:]
        return made

    return compiled


@_remembered
def house(names: tuple[NameEntry, ...]) -> House:
    """The style sheet for names."""
    return House(names)


@_remembered
def terminology(terms: tuple[TermEntry, ...]) -> Terminology:
    """The glossary of terms."""
    return Terminology(terms)


class Overruled:
    """Says which issues of one article the style sheet overrules.

    Args:
        sheet: the style sheet.
        article: the article.
        target: its Romanian text.
        segments: the alignment.
        language: ISO 639-1 code of the source's language.
    """

    def __init__(
        self,
        sheet: House,
        article: Article,
        target: Document,
        segments: Sequence[Segment],
        language: str,
    ) -> None:
        self._sheet, self._source, self._language = sheet, article.source or "", language
        self._segments = segments
        self._uses = [use for use in sheet.uses(target) if use.good]

    def __call__(self, issue: Issue) -> bool:
        """Whether the issue marks what the house wants to see, or misses what stands there.

        That a form is right says nothing of whether it is the name that the source has here:
        there the sheet overrules only where it has that name, too.
        """
        if issue.category in _OTHER or issue.check.startswith(_OWN):
            return False
        if issue.check in _WHICH and issue.source_span is not None:
            return self._is_shown(issue.source_span)
        return any(use.start <= issue.start and issue.end <= use.end for use in self._uses)

    def _is_shown(self, span: SourceSpan) -> bool:
        """Whether the sheet's form of the source's name stands in the same segment."""
        meant = self._sheet.in_source(self._source, span.start, span.end, self._language)
        entries = [entry for _, entry in meant]
        beside: Sequence[Span] = next(
            (s.target for s in self._segments for a, b in s.source if a <= span.start < b), ()
        )
        return any(
            use.entry in entries and start <= use.start < end
            for use in self._uses
            for start, end in beside
        )

    def respelt(self, issue: Issue) -> Issue:
        """The issue, its suggestion spelt as the house does."""
        if issue.category != "name" or not issue.suggestion:
            return issue
        right = self._sheet.respelt(issue.suggestion)
        return issue if right == issue.suggestion else replace(issue, suggestion=right)
