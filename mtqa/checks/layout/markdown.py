"""Markdown against the source: links and emphasis that would no longer be read as such."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.nearest import nearest_word
from mtqa.model import Issue, Segment, SourceSpan, Span

#: What must stand in a source for there to be anything to compare.
_SIGNS = re.compile(r"\]\(|[*_~`]")
_LINK = re.compile(r"!?\[[^\[\]\n]{1,300}\]\(([^()\s]{1,500})\)")
#: A pair of signs around text, as CommonMark reads them: no white space just inside, no letter just
#: outside, which spares snake_case, footnotes and products.
_EMPHASIS = re.compile(
    r"(?<![\w*_~`\\])(\*{1,3}|_{1,3}|~~|`{1,2})(?![\s*_~`])"
    r"(?:[^\n*_~`]|(?<=\w)_(?=\w)){1,300}?(?<!\s)\1(?![\w*_~`])"
)


class Piece(NamedTuple):
    """A link or an emphasised stretch: its span, its address or sign, whether it is a link."""

    start: int
    end: int
    key: str
    link: bool


def pieces(text: str, spans: Sequence[Span]) -> Iterator[Piece]:
    """The Markdown in some stretches of a text; what stands in a link's brackets counts, too."""
    for start, end in spans:
        for match in _LINK.finditer(text, start, end):
            yield Piece(*match.span(), match[1], True)
        for match in _EMPHASIS.finditer(text, start, end):
            yield Piece(*match.span(), match[1], False)


class BrokenMarkdown(Check):
    """A Markdown link or emphasis of the source that is broken, or was lost.

    "[aici] (https://…)", "** text **" and a sign without its partner are shown as they stand.
    Emphasis that is missing altogether is noted with severity neutral.
    """

    name = "markup.markdown"
    category = "boilerplate"
    severity = "minor"
    confidence = 0.85
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        source = view.article.source or ""
        if not _SIGNS.search(source):
            return
        for segment in view.segments:
            if segment.source and segment.target:
                yield from self._compared(view, segment)

    def _compared(self, view: View, segment: Segment) -> Iterator[Issue]:
        text = view.article.target
        spare = Counter((one.key, one.link) for one in pieces(text, segment.target))
        missed: set[tuple[int, int]] = set()
        for one in pieces(view.article.source or "", segment.source):
            spare[one.key, one.link] -= 1
            if spare[one.key, one.link] >= 0:
                continue
            found = self._link(view, segment, one) if one.link else self._sign(view, segment, one)
            if found is not None and (found.start, found.end) not in missed:
                missed.add((found.start, found.end))
                yield found

    def _link(self, view: View, segment: Segment, one: Piece) -> Issue | None:
        """A link whose address still stands in the target, its brackets broken."""
        address = re.escape(one.key)
        for start, end in segment.target:
            for pattern, right in (
                (rf"\]\s*\(?\s*{address}\s*\)?", f"]({one.key})"),
                (rf"\(?\s*{address}\s*\)?", None),
            ):
                match = re.compile(pattern).search(view.article.target, start, end)
                if match:
                    return self._made(view, match.span(), _NO_LINK, right, one)
        if "://" in one.key:
            return None  # markup.lost has it
        return self._lost(view, segment, one, "link", "linkul")

    def _sign(self, view: View, segment: Segment, one: Piece) -> Issue | None:
        """Emphasis whose signs still stand in the target, but hold nothing."""
        sign = re.escape(one.key)
        alone = rf"(?<![*_~`\\\w])(?:{sign})(?![*_~`])|(?<![*_~`\\])(?:{sign})(?![*_~`\w])"
        for start, end in segment.target:
            loose = re.compile(rf"({alone})\s*([^\n*_~`]{{1,300}}?)\s*({alone})")
            for match in loose.finditer(view.article.target, start, end):
                if not _EMPHASIS.fullmatch(match.group()):
                    right = f"{one.key}{match[2]}{one.key}"
                    return self._made(view, match.span(), _LOOSE, right, one)
            single = re.compile(alone).search(view.article.target, start, end)
            if single and not _EMPHASIS.search(view.article.target, start, end):
                return self._made(view, single.span(), _SINGLE, None, one)
        return self._lost(view, segment, one, "emphasis", "evidențierea")

    def _lost(self, view: View, segment: Segment, one: Piece, what: str, ce: str) -> Issue | None:
        near = nearest_word(view, segment, one.start)
        if near is None:
            return None
        shown = (view.article.source or "")[one.start : one.end]
        message = Message(
            f"The Markdown {what} “{shown}” of the source is missing around here.",
            f"Lipsește aici {ce} Markdown „{shown}” din sursă.",
        )
        return self._made(view, near, message, None, one, neutral=not one.link)

    def _made(
        self,
        view: View,
        place: tuple[int, int],
        message: Message,
        right: str | None,
        one: Piece,
        *,
        neutral: bool = False,
    ) -> Issue:
        shown = (view.article.source or "")[one.start : one.end]
        return self.issue(
            view,
            *place,
            message,
            right,
            severity="neutral" if neutral else None,
            source_span=SourceSpan(one.start, one.end, shown),
        )


_NO_LINK = Message(
    "In the source this is a Markdown link, “[text](address)”; here it is none.",
    "În sursă acesta este un link Markdown, „[text](adresă)”; aici nu mai este.",
)
_LOOSE = Message(
    "White space just inside Markdown signs: they are shown as they stand.",
    "Spațiu lângă semnele Markdown: ele apar ca atare în text.",
)
_SINGLE = Message(
    "A Markdown sign without its partner: it is shown as it stands.",
    "Semn Markdown fără pereche: apare ca atare în text.",
)

CHECKS: tuple[type[Check], ...] = (BrokenMarkdown,)
