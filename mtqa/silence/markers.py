"""Suppressions written into an article: ``<!-- mtqa: ignore CHECK -- reason -->``.

A marker on a line of its own speaks of the next line with text, one beside text of its own line;
``ignore-file`` speaks of the whole article. Several checks are divided by commas. The checks read
the article without its markers; every offset is then brought back to the text as read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace

from mtqa.errors import MtqaError
from mtqa.model import Article, ArticleReport, Issue, Segment, Span

_OPEN = re.compile(r"<!--[ \t]{0,9}mtqa:")
#: A marker ends on its line and holds no other; so the pattern is linear in any text.
_MARKER = re.compile(r"<!--[ \t]{0,9}mtqa:((?:(?!<!--|-->)[^\r\n])*)-->")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_FORM = "write <!-- mtqa: ignore CHECK -- reason -->"


class MarkerError(MtqaError):
    """A marker in the text that says nothing mtqa can follow."""

    def __init__(self, line: int, problem: str, cure: str = _FORM) -> None:
        self.line = line
        super().__init__(f"line {line}: {problem}; {cure}")


@dataclass(frozen=True, slots=True)
class Marker:
    """One suppression of a text.

    Attributes:
        line: line number of the marker itself, from 1.
        checks: checks, families or patterns.
        reason: why these issues stay quiet.
        scope: the half-open span of the text as read that it speaks of.
    """

    line: int
    checks: tuple[str, ...]
    reason: str
    scope: Span


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with markers.

    Attributes:
        text: the text without them, which is what the checks read.
        markers: the markers, in reading order.
        starts: where each stretch that was kept begins in ``text``.
        shifts: how far the text as read lies behind ``text`` from there on.
    """

    text: str
    markers: tuple[Marker, ...]
    starts: tuple[int, ...]
    shifts: tuple[int, ...]

    def back(self, offset: int) -> int:
        """The place in the text as read of the code point at ``offset`` of :attr:`text`."""
        return offset + self.shifts[bisect_right(self.starts, offset) - 1]

    def span(self, start: int, end: int) -> Span:
        """The half-open span in the text as read of a span of :attr:`text`."""
        return Span(self.back(start), self.back(end - 1) + 1 if end > start else self.back(start))

    def restored(self, report: ArticleReport, article: Article) -> ArticleReport:
        """The report of the text without markers as a report of the article as read."""
        return replace(
            report,
            article=article,
            segments=tuple(self._segment(segment) for segment in report.segments),
            issues=tuple(self._issue(issue, article.target) for issue in report.issues),
        )

    def _segment(self, segment: Segment) -> Segment:
        return replace(segment, target=tuple(self.span(*span) for span in segment.target))

    def _issue(self, issue: Issue, target: str) -> Issue:
        start, end = self.span(issue.start, issue.end)
        text = target[start:end]
        return replace(
            issue,
            start=start,
            end=end,
            text=text,
            # what would replace an issue that has a marker inside would delete the marker
            suggestion=issue.suggestion if text == issue.text else None,
            related=tuple(self._issue(other, target) for other in issue.related),
        )


def without_markers(text: str) -> str:
    """``text`` with the markers in it left out; for comparing words, not for offsets."""
    return _MARKER.sub(" ", text) if "mtqa:" in text else text


def read_markers(text: str) -> Marked | None:
    """The markers of a text, or None if it has none.

    Raises:
        MarkerError: a marker has no reason, names no check, or is not closed on its line.
    """
    if not _OPEN.search(text):
        return None
    lines = [match for match in _LINE.finditer(text) if match.group()]
    markers: list[Marker] = []
    cuts: list[tuple[int, int]] = []
    for number, line in enumerate(lines):
        found = list(_found(line.group(), number + 1))
        if not found:
            continue
        rest = without_markers(line.group())
        alone = not rest.strip()
        scope = _next(lines, number) if alone else Span(*line.span())
        for match in found:
            markers.append(_marker(match, number + 1, scope, len(text)))
        if alone:
            cuts.append(line.span())
        else:
            cuts += [_cut(line.group(), match, line.start()) for match in found]
    return _cut_out(text, tuple(markers), cuts)


def _found(line: str, number: int) -> Iterator[re.Match[str]]:
    """The markers of one line, each whole."""
    for opening in _OPEN.finditer(line):
        match = _MARKER.match(line, opening.start())
        if match is None:
            raise MarkerError(number, "a marker is not closed with --> on its line")
        yield match


def _marker(match: re.Match[str], number: int, scope: Span, length: int) -> Marker:
    said, _, reason = f"{match[1]} ".partition(" -- ")
    verb, *checks = said.replace(",", " ").split() or [""]
    if verb not in {"ignore", "ignore-file"}:
        raise MarkerError(number, f"a marker says {verb!r}, which mtqa does not know")
    if not checks:
        raise MarkerError(number, "a marker names no check")
    if not reason.strip():
        raise MarkerError(number, "a suppression without a reason")
    return Marker(
        number, tuple(checks), reason.strip(), Span(0, length) if verb == "ignore-file" else scope
    )


def _next(lines: list[re.Match[str]], number: int) -> Span:
    """The next line with text after line ``number`` (from 0)."""
    for line in lines[number + 1 :]:
        if without_markers(line.group()).strip():
            return Span(*line.span())
    return Span(lines[number].end(), lines[number].end())


def _cut(line: str, match: re.Match[str], at: int) -> tuple[int, int]:
    """A marker beside text, with the white space that set it apart."""
    start, end = match.span()
    while start and line[start - 1] in " \t":
        start -= 1
    if start == 0 or start == match.start():
        while end < len(line) and line[end] in " \t":
            end += 1
    return at + start, at + end


def _cut_out(text: str, markers: tuple[Marker, ...], cuts: list[tuple[int, int]]) -> Marked:
    kept, starts, shifts = [], [0], [0]
    length = position = 0
    for start, end in cuts:
        start = max(start, position)
        kept.append(text[position:start])
        length += start - position
        position = max(position, end)
        if starts[-1] == length:
            shifts[-1] = position - length
        else:
            starts.append(length)
            shifts.append(position - length)
    kept.append(text[position:])
    return Marked("".join(kept), markers, tuple(starts), tuple(shifts))
