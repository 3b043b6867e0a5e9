"""The mark that ends a sentence, against the source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue, SourceSpan, Span

_CLOSERS = "\"“”„’'‘»«›)]\u00a0\u202f "
#: A dash may stand behind the mark where a speaker's words go on in the next line.
_DASHES = "–—"
_END = re.compile(rf"([.!?…:;。？！])[{re.escape(_CLOSERS + _DASHES)}]*$")
#: The first line of an article, up to this many words without a final mark, is its headline.
_HEADLINE_WORDS = 15
#: A line further down is a heading or a caption up to this many; a longer one lacks its mark.
_HEADING_WORDS = 8
#: The line breaks off: the sentence goes on in the next one, or the rest of it was lost.
_UNFINISHED = re.compile(
    rf"(?:[,(–—-]|\b(?:and|or|but|und|oder|aber|et|ou|mais|y|o|pero|e|ma|és|vagy|de|и|или|но|а|і|та|"
    rf"або|але))[{re.escape(_CLOSERS)}]*$"
)
#: A question behind a colon may be one that the source reports: "wondered whether …".
_REPORTED = re.compile(r":[^:]*$")


class FinalMark(Check):
    """A full stop or a question mark that the source does not have: a headline with a full stop.

    A sentence by itself may be anything, so a full stop is looked at in articles of several lines.
    """

    name = "punctuation.final-mark"
    category = "punctuation"
    confidence = 0.85
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        for segment in view.segments:
            if len(segment.source) == 1 and len(segment.target) == 1:
                yield from self._compare(view, segment.source[0], segment.target[0])

    def _compare(self, view: View, source: Span, target: Span) -> Iterator[Issue]:
        said = (view.article.source or "")[source.start : source.end]
        text = view.article.target[target.start : target.end]
        mark = _END.search(text)
        if mark is None or mark[1] not in ".?!":
            return
        given = _END.search(said)
        if given is None:
            if (
                (mark[1] == "." and len(view.target.lines) < 2)
                or not _is_headline(view.article.source or "", source)
                or _abbreviated(text, mark)
            ):
                return
            message = Message(
                f"The headline has no final “{mark[1]}” in the source.",
                f"Titlul nu are „{mark[1]}” la sfârșit în sursă.",
            )
            suggestion = ""
        elif _turns_to_question(given[1], mark[1], text):
            message = Message(
                "The source states this; it asks nothing.", "Sursa afirmă, nu întreabă."
            )
            suggestion = "."
        else:
            return
        start = target.start + mark.start(1)
        yield self.issue(
            view, start, start + 1, message, suggestion, source_span=_last_word(said, source)
        )


def _turns_to_question(given: str, mark: str, text: str) -> bool:
    """Whether a statement of the source became a question that nobody reports."""
    asks = given == "." and mark == "?" and text.endswith("?") and " " in text
    return asks and _REPORTED.search(text) is None


def _is_headline(source: str, span: Span) -> bool:
    """Whether the sentence is a short line of its own, and a whole one."""
    before = source[: span.start].rpartition("\n")[2]
    after = source[span.end :].partition("\n")[0]
    words = source[span.start : span.end].split()
    if before.strip() or after.strip() or any(word.endswith((".", "?", "!")) for word in words):
        return False  # not a line of its own, or one with a full stop forgotten at its end
    if _UNFINISHED.search(source[span.start : span.end].rstrip()):
        return False
    first = not source[: span.start].strip()
    return 1 < len(words) <= (_HEADLINE_WORDS if first else _HEADING_WORDS)


def _abbreviated(text: str, mark: re.Match[str]) -> bool:
    """Whether the stop belongs to an abbreviation: "S.U.A.", "etc."."""
    word = text[: mark.end(1)].rpartition(" ")[2]
    return word.count(".") > 1 or word.lower() in {"etc.", "nr.", "jr.", "sr.", "inc.", "co."}


def _last_word(said: str, span: Span) -> SourceSpan:
    text = said.rstrip()
    start = text.rfind(" ") + 1
    return SourceSpan(span.start + start, span.start + len(text), text[start:])


CHECKS: tuple[type[Check], ...] = (FinalMark,)
