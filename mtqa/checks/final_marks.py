"""The mark at the end of a line, against the source's: a headline, a question stays what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue, Segment, SourceSpan, Span

_STOPS = ".!?…:;,"
_CLOSERS = "”\"»“’')]* \u00a0"


class FinalMark(Check):
    """A full stop added to a headline of the source, a question mark lost or made up.

    A longer line of the source without its full stop is no headline but a slip of its author.
    """

    name = "punctuation.final"
    category = "punctuation"
    severity = "minor"
    confidence = 0.85
    needs_source = True

    #: An abbreviation at the end of a headline keeps its full stop: "Ltd.", "S.U.A."
    _SHORTEST = 4
    #: A headline has so many words at most, and is one sentence.
    _LONGEST = 18

    def find(self, view: View) -> Iterator[Issue]:
        source, target = view.article.source or "", view.target.text
        for segment in view.segments:
            one, other = _end(source, segment.source), _end(target, segment.target)
            if one is None or other is None:
                continue
            wanted, found = source[one], target[other]
            message = self._judge(wanted, found, target[: other + 1])
            if message is None or (wanted != "?" and not self._is_headline(source, segment)):
                continue
            right = found + "?" if found.isalnum() else "?" if wanted == "?" else ""
            span = SourceSpan(one, one + 1, wanted)
            yield self.issue(view, other, other + 1, message, right, source_span=span)

    def _judge(self, wanted: str, found: str, target: str) -> Message | None:
        if wanted.isalnum() and found in ".?" and not self._is_abbreviation(target):
            return Message(
                f"The source's line has no “{found}” at its end.",
                f"În sursă rândul nu se termină cu „{found}”.",
            )
        asks = "?" in target[-4:]
        if wanted == "?" and not asks and (found == "." or found.isalnum()):
            return Message("The source asks a question here.", "În sursă este o întrebare.")
        return None

    def _is_headline(self, source: str, segment: Segment) -> bool:
        text = source[segment.source[0].start : segment.source[-1].end]
        stops = any(f"{mark} " in text for mark in ".!?;")
        return not stops and text.count(" ") < self._LONGEST and "\n" not in text

    def _is_abbreviation(self, target: str) -> bool:
        last = target.split()[-1].rstrip("?")
        return last.endswith(".") and (len(last) <= self._SHORTEST or "." in last[:-1])


def _end(text: str, spans: Sequence[Span]) -> int | None:
    """The offset of the last letter or mark, closing quotes and brackets left out, where the
    segment ends a line; ``None`` if the line goes on or ends in another sign."""
    if not spans or text[spans[-1].end : spans[-1].end + 1].strip(_CLOSERS + "\r\n"):
        return None
    following = text[spans[-1].end :].partition("\n")[0]
    if following.strip():
        return None
    body = text[spans[-1].start : spans[-1].end].rstrip(_CLOSERS)
    if not body or not (body[-1].isalnum() or body[-1] in _STOPS):
        return None
    return spans[-1].start + len(body) - 1


CHECKS: tuple[type[Check], ...] = (FinalMark,)
