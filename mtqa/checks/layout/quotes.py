"""Quotations against the source: kept, closed, in Romanian marks, by the same speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.align.quotes import MARKS, Quote, balanced, quotes
from mtqa.checks.base import Check, Message, View
from mtqa.checks.nearest import nearest_word
from mtqa.checks.once import once_per_article
from mtqa.knowledge.handmade import word_list
from mtqa.languages.ro.quotations import in_quotes
from mtqa.model import Issue, Segment, SourceSpan

_ANY = re.compile(rf"[{MARKS}]|''|(?<!\w)['‘‚’]\w|&quot;|(?m:^[–—-] )")

_ANY_MARK = re.compile(f"[{MARKS}]")

Paired = tuple[Segment, list[Quote]]


@once_per_article
def paired(view: View) -> Iterator[Paired]:
    """The segments with quotations in their source, each with these."""
    source = view.article.source or ""
    if not any(mark in source for mark in MARKS):
        return
    for segment in view.segments:
        if segment.source and segment.target:
            listed = [q for a, b in segment.source for q in quotes(source, a, b)]
            if listed:
                yield segment, listed


def _target(view: View, segment: Segment) -> str:
    return view.target.text[segment.target[0].start : segment.target[-1].end]


def _source_span(quote: Quote, view: View) -> SourceSpan:
    return SourceSpan(quote.start, quote.end, (view.article.source or "")[quote.start : quote.end])


@lru_cache(maxsize=1)
def _reported() -> re.Pattern[str]:
    """A Romanian verb of saying before reported speech: a spus că."""
    verbs = "|".join(word_list("attribution", "reported", "ro"))
    return re.compile(rf"(?i)\b(?:{verbs})\b[^.„]{{0,60}}\bcă\b")


class LostQuote(Check):
    """What somebody said in quotation marks in the source stands without them.

    Only whole sentences and long clauses; words and titles may lose their marks.
    """

    name = "quotes.lost"
    category = "punctuation"
    severity = "major"
    confidence = 0.8
    needs_source = True
    shared = staticmethod(paired)

    def find(self, view: View) -> Iterator[Issue]:
        for segment, listed in paired(view):
            quote = next((quote for quote in listed if quote.speech), None)
            text = _target(view, segment)
            if quote is None or _ANY.search(text) or len(text) < len(quote.text) // 2:
                continue
            begin = segment.target[0].start
            if in_quotes(view.target.text, begin) or self._is_quoted_around(view, segment):
                continue
            reported = _reported().search(text) is not None
            start, end = nearest_word(view, segment, quote.start)
            message = Message(
                "The source quotes these words; here the quotation marks are missing"
                + (" and the speech is reported." if reported else "."),
                "În sursă aceste cuvinte sunt un citat; aici lipsesc ghilimelele"
                + (", iar vorbirea este indirectă." if reported else "."),
            )
            yield self.issue(
                view, start, end, message,
                severity="minor" if reported else "major",
                source_span=_source_span(quote, view),
            )  # fmt: skip

    def _is_quoted_around(self, view: View, segment: Segment) -> bool:
        """Whether the marks stand just outside the segment: it was cut at another place."""
        text = view.target.text
        begin, stop = segment.target[0].start, segment.target[-1].end
        before, after = text[max(0, begin - 2) : begin], text[stop : stop + 2]
        around = before.rpartition("\n")[2] + after.partition("\n")[0]
        return any(mark in around for mark in MARKS)


class UnclosedQuote(Check):
    """A quotation that is whole in the source is opened and not closed, or closed unopened."""

    name = "quotes.unclosed"
    category = "punctuation"
    severity = "minor"
    confidence = 0.85
    needs_source = True
    shared = staticmethod(paired)

    _OPENING = "„«"
    _CLOSING = '”“»"'

    def find(self, view: View) -> Iterator[Issue]:
        source = view.article.source or ""
        for segment, listed in paired(view):
            if not balanced(source[segment.source[0].start : segment.source[-1].end]):
                continue
            begin = segment.target[0].start
            if in_quotes(view.target.text, begin):
                continue
            at = self._unpaired(_target(view, segment))
            if at is not None and not self._runs_on(view.target.text, begin + at, segment):
                mark = view.target.text[begin + at]
                message = Message(
                    f"The quotation mark “{mark}” has no partner; the source's quotation is whole.",
                    f"Ghilimelele „{mark}” nu au pereche; în sursă citatul este întreg.",
                )
                span = _source_span(listed[0], view)
                yield self.issue(view, begin + at, begin + at + 1, message, source_span=span)

    def _runs_on(self, text: str, at: int, segment: Segment) -> bool:
        """Whether the partner of the mark at ``at`` stands before or after the segment."""
        if text[at] in self._OPENING:
            following = _ANY_MARK.search(text, segment.target[-1].end)
            return following is not None and following.group() in self._CLOSING
        before = [char for char in text[: segment.target[0].start] if char in MARKS]
        return bool(before) and before[-1] in self._OPENING

    def _unpaired(self, text: str) -> int | None:
        """The offset of a mark without its partner, ``None`` if all have theirs."""
        opened: list[int] = []
        for at, char in enumerate(text):
            if char in self._OPENING or (char in '"“' and not opened):
                opened.append(at)
            elif char in self._CLOSING:
                if not opened:
                    return at
                opened.pop()
        return opened[0] if opened else None


class ForeignQuotes(Check):
    """English or German quotation marks: “text” or „text“ for „text”."""

    name = "quotes.marks"
    category = "punctuation"
    severity = "minor"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if "“" not in text:
            return
        for match in re.finditer(r"([„“])([^„“”\"\n]{1,1200})([“”])", text):
            if match[1] + match[3] == "„”":
                continue
            right = f"„{match[2]}”"
            message = Message(
                f"Foreign quotation marks {match[1]}…{match[3]}; Romanian „…”.",
                f"Ghilimele străine {match[1]}…{match[3]}; în română „…”.",
            )
            if len(match[2]) <= 60:
                yield self.issue(view, *match.span(), message, right)
                continue
            for group, mark in ((1, "„"), (3, "”")):
                if match[group] != mark:
                    yield self.issue(view, *match.span(group), message, mark)


CHECKS: tuple[type[Check], ...] = (LostQuote, UnclosedQuote, ForeignQuotes)
