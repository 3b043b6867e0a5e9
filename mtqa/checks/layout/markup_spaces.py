"""White space at tags: where the source has a blank beside a tag, so has the translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.languages.ro.markup import Mark, marks
from mtqa.model import Issue, Span

Fault = Literal["lost", "moved", "doubled"]
#: Tags that begin a line or a cell of their own: white space beside them is nobody's concern.
_APART = frozenset(
    "blockquote br div figcaption figure h1 h2 h3 h4 h5 h6 hr iframe img li ol p pre table tbody "
    "td th thead tr ul video".split()
)
_NAME = re.compile(r"</?(\w+)")
_WORD = re.compile(r"\w+")


class Joint(NamedTuple):
    """A place where tags stand between two letters or white space.

    Attributes:
        key: the tags.
        start, end: half-open span of the tags; empty for codes that a reader has taken out.
        before, after: what stands on either side: ``" "`` for white space, a letter or digit, any
            other character, or ``""`` at the end of the text.
    """

    key: tuple[str, ...]
    start: int
    end: int
    before: str
    after: str

    @property
    def blanks(self) -> tuple[bool, bool]:
        """Whether there is white space before and after."""
        return self.before == " ", self.after == " "


def joints(text: str, spans: Sequence[Span]) -> Iterator[Joint]:
    """The joints of the tags in some stretches of a text, in order."""
    for start, end in spans:
        run: list[Mark] = []
        for mark in marks(text, start, end):
            if run and mark.start != run[-1].end:
                yield from _joint(text, run)
                run = []
            if mark.kind == "tag":
                run.append(mark)
        yield from _joint(text, run)


def _joint(text: str, run: Sequence[Mark]) -> Iterator[Joint]:
    names = [found[1].lower() for mark in run if (found := _NAME.match(mark.text))]
    if run and not _APART.intersection(names):
        start, end = run[0].start, run[-1].end
        key = tuple(mark.key for mark in run)
        yield Joint(key, start, end, _kind(text[max(0, start - 1) : start]), _kind(text[end:][:1]))


def _codes(text: str, codes: Sequence[tuple[str, int, bool]]) -> Iterator[Joint]:
    """The joints of codes that a reader has taken out."""
    places: dict[int, list[tuple[str, bool]]] = {}
    for key, at, glued in codes:
        places.setdefault(at, []).append((key, glued))
    for at, found in places.items():
        # a reader puts a blank between the words that a code stood between
        after = at + 1 if any(glued for _, glued in found) else at
        keys = tuple(key for key, _ in found)
        yield Joint(keys, at, at, _kind(text[max(0, at - 1) : at]), _kind(text[after : after + 1]))


def _kind(letter: str) -> str:
    return " " if letter.isspace() else letter


def faults(
    source: Sequence[Joint], target: Sequence[Joint]
) -> Iterator[tuple[Fault, Joint, Joint]]:
    """The joints of a target that have their blank elsewhere than the source's, with those."""
    known: dict[tuple[tuple[str, ...], int], Joint] = {}
    seen: Counter[tuple[str, ...]] = Counter()
    for joint in source:
        known[joint.key, seen[joint.key]] = joint
        seen[joint.key] += 1
    seen.clear()
    for joint in target:
        one = known.get((joint.key, seen[joint.key]))
        seen[joint.key] += 1
        fault = one and _fault(one, joint)
        if one is not None and fault:
            yield fault, one, joint


def _fault(one: Joint, other: Joint) -> Fault | None:
    if sum(one.blanks) != 1:
        return None
    if other.blanks == (True, True):
        return "doubled"
    if other.before.isalnum() and other.after.isalnum():
        return "lost"
    beside = other.after if other.before == " " else other.before
    if sum(other.blanks) == 1 and other.blanks != one.blanks and beside.isalnum():
        return "moved"
    return None


class TagSpace(Check):
    """A blank beside a tag or inline code is missing, doubled, or on the tag's other side.

    Compared with the source, in texts with HTML tags and in segments of TMX and XLIFF.
    """

    name = "markup.tag-space"
    category = "spacing"
    severity = "minor"
    confidence = 0.85
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        source, target = view.article.source or "", view.article.target
        inline = view.article.meta.get("inline")
        if inline:
            pair = (tuple(_codes(source, inline[0])), tuple(_codes(target, inline[1])))
            yield from self._issues(view, *pair)
        if "<" not in source or "<" not in target:
            return
        for segment in view.segments:
            left, right = joints(source, segment.source), joints(target, segment.target)
            yield from self._issues(view, tuple(left), tuple(right))

    def _issues(
        self, view: View, source: Sequence[Joint], target: Sequence[Joint]
    ) -> Iterator[Issue]:
        for fault, one, other in faults(source, target):
            before = one.blanks[0]
            if other.start == other.end:
                yield from self._at_code(view, fault, other, before)
            else:
                yield self._at_tag(view, fault, other, before)

    def _at_tag(self, view: View, fault: Fault, joint: Joint, before: bool) -> Issue:
        start, end = joint.start, joint.end
        tags = view.article.target[start:end]
        if fault == "doubled":
            start, end = (start, end + 1) if before else (start - 1, end)
            return self.issue(view, start, end, _MESSAGES[fault, before], tags)
        if fault == "moved":
            start, end = (start, end + 1) if before else (start - 1, end)
        right = f" {tags}" if before else f"{tags} "
        return self.issue(view, start, end, _MESSAGES[fault, before], right)

    def _at_code(self, view: View, fault: Fault, joint: Joint, before: bool) -> Iterator[Issue]:
        """An issue at a code that is not in the text: it marks the words beside it."""
        text, at = view.article.target, joint.start
        words = [word.span() for word in _WORD.finditer(text, max(0, at - 60), at + 60)]
        here = [(a, b) for a, b in words if a - 1 <= at <= b + 1]
        if not here:
            return
        start, end = here[0][0], here[-1][1]
        right = f"{text[start:at]} {text[at:end]}" if fault == "lost" and len(here) == 1 else None
        yield self.issue(view, start, end, _MESSAGES[fault, before], right)


def _message(fault: Fault, before: bool) -> Message:
    place, loc = ("before", "înaintea") if before else ("after", "după")
    marker, marcaj = "the tag", "marcajului" if before else "marcaj"
    if fault == "lost":
        return Message(
            f"The source has a blank {place} {marker} here.",
            f"În sursă există aici un spațiu {loc} {marcaj}.",
        )
    if fault == "moved":
        return Message(
            f"In the source the blank stands {place} {marker}.",
            f"În sursă spațiul stă {loc} {marcaj}.",
        )
    return Message(
        f"A blank on both sides of the tag; the source has one {place} it only.",
        f"Spațiu de ambele părți ale marcajului; sursa are doar unul {loc} el.",
    )


_FAULTS: tuple[Fault, ...] = ("lost", "moved", "doubled")
_MESSAGES = {
    (fault, before): _message(fault, before) for fault in _FAULTS for before in (True, False)
}

CHECKS: tuple[type[Check], ...] = (TagSpace,)
