"""Mark-up against the source: addresses, tags and placeholders survive translation as they are."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from mtqa.checks.base import Check, Message, View
from mtqa.checks.nearest import nearest_word
from mtqa.checks.once import once_per_article
from mtqa.languages.ro.markup import Kind, Mark, marks
from mtqa.model import Issue, Segment, Severity, SourceSpan, Span

Fault = Literal["lost", "altered", "added"]

_NAMES: dict[Kind, tuple[str, str]] = {
    "link": ("link", "Linkul"),
    "e-mail": ("e-mail address", "Adresa de e-mail"),
    "mention": ("user name", "Numele de utilizator"),
    "hashtag": ("hash tag", "Eticheta"),
    "tag": ("HTML tag", "Marcajul HTML"),
    "entity": ("HTML entity", "Entitatea HTML"),
    "placeholder": ("placeholder", "Substituentul"),
}
#: From this likeness on (0 to 100) one is the other, altered.
_ALIKE = 70.0
#: Marks with words in them, which a translator may have translated.
_WORDED: frozenset[Kind] = frozenset(["hashtag", "placeholder"])
#: Marks that begin with a sign, which may have got lost.
_SIGNED: frozenset[Kind] = frozenset(["hashtag", "mention"])
#: No broken form is looked for of longer ones.
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a piece of mark-up.

    Attributes:
        fault: lost, altered or added.
        source: it in the source, ``None`` if added.
        target: it in the target, ``None`` if lost.
        near: where in the target a lost one should stand: the span of the nearest word.
    """

    fault: Fault
    source: Mark | None
    target: Mark | None
    near: tuple[int, int]


@once_per_article
def verdicts(view: View) -> Iterator[Verdict]:
    """What became of the source's mark-up."""
    source = tuple(marks(view.article.source or ""))
    target = tuple(marks(view.target.text))
    if not source and not target:
        return
    lost, added = _unpaired(source, target)
    added = [m for m in added if m.kind != "entity"]  # garbled.entity has it
    homes = _Homes(view)
    for one in tuple(lost):
        other = _broken(one, homes, view.target.text) or _altered(one, added, homes)
        if other is not None:
            lost.remove(one)
            added = [mark for mark in added if mark.end <= other.start or other.end <= mark.start]
            yield Verdict("altered", one, other, other[:2])
    for one in _grave(lost, target):
        near = homes.near(one)
        if near is not None and _is_missed(one, view):
            yield Verdict("lost", one, None, near)
    for other in added:
        yield Verdict("added", None, other, other[:2])


def _unpaired(source: tuple[Mark, ...], target: tuple[Mark, ...]) -> tuple[list[Mark], list[Mark]]:
    """What the source has more often than the target, and the other way round; the last ones."""
    spare = Counter((mark.kind, mark.key) for mark in target)
    lost = []
    for mark in source:
        spare[mark.kind, mark.key] -= 1
        if spare[mark.kind, mark.key] < 0:
            lost.append(mark)
    added = []
    for mark in reversed(target):
        if spare[mark.kind, mark.key] > 0:
            spare[mark.kind, mark.key] -= 1
            added.append(mark)
    return lost, added[::-1]


def _grave(lost: list[Mark], target: tuple[Mark, ...]) -> Iterator[Mark]:
    """The lost marks without those that follow from one: a text stripped of all its tags."""
    kept = {mark.kind for mark in target}
    stripped = False
    for mark in lost:
        if mark.kind == "tag" and "tag" not in kept:
            if not stripped:
                yield mark
            stripped = True
        else:
            yield mark


def _broken(one: Mark, homes: _Homes, text: str) -> Mark | None:
    """The mark with white space, another case or without its sign: "% s", "@ MerPol", "MerPol"."""
    body = one.text[1:] if one.kind in _SIGNED else ""
    pattern = r"\s*".join(re.escape(char) for char in one.text if not char.isspace())
    before, after = _edges(one.text)
    wanted = before + pattern + after + (rf"|(?<![\w@#]){re.escape(body)}(?!\w)" if body else "")
    for start, end in homes.target_of(one) if len(one.text) < _LONGEST else ():
        match = re.compile(wanted, re.IGNORECASE).search(text, start, end)
        if match and _key_of(match.group()) != (one.kind, one.key):
            return Mark(*match.span(), match.group(), one.kind, match.group())
    return None


def _edges(text: str) -> tuple[str, str]:
    """What keeps a pattern from matching inside a longer word, before and after."""
    before = r"(?<!\w)" if text[0].isalnum() or text[0] in "@#" else ""
    return before, r"(?!\w)" if text[-1].isalnum() else ""


def _key_of(text: str) -> tuple[Kind, str] | None:
    return next(((mark.kind, mark.key) for mark in marks(text) if mark.text == text), None)


def _altered(one: Mark, added: list[Mark], homes: _Homes) -> Mark | None:
    """The mark of the aligned target that is this one, altered; the likeliest."""
    from rapidfuzz.fuzz import ratio

    best: tuple[float, Mark] | None = None
    for other in added:
        if other.kind != one.kind or not homes.belong_together(one, other):
            continue
        likeness = ratio(one.key, other.key)
        if likeness < _ALIKE and one.kind not in _WORDED:
            continue
        if best is None or likeness > best[0]:
            best = likeness, other
    return best and best[1]


def _is_missed(mark: Mark, view: View) -> bool:
    """Whether nothing in the target stands for the mark."""
    text = view.target.text
    if mark.kind == "link":
        return mark.key.partition("/")[0] not in text.lower()  # "pe mtqa.ro"
    if mark.kind == "entity":
        return mark.key.strip() != "" and mark.key not in text  # the letter itself is as good
    return True


class _Homes:
    """Which segment a place of the source or the target belongs to."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._source = sorted((a, b, n) for n, s in enumerate(view.segments) for a, b in s.source)
        self._target = sorted((a, b, n) for n, s in enumerate(view.segments) for a, b in s.target)

    def _home(self, spans: list[tuple[int, int, int]], offset: int) -> int | None:
        at = bisect_right(spans, offset, key=lambda span: span[0]) - 1
        return spans[at][2] if at >= 0 and offset < spans[at][1] else None

    def belong_together(self, one: Mark, other: Mark) -> bool:
        """Whether the source's and the target's mark stand in one segment."""
        home = self._home(self._source, one.start)
        return home is not None and home == self._home(self._target, other.start)

    def target_of(self, mark: Mark) -> Sequence[Span]:
        """The target of the segment with the source's mark."""
        home = self._home(self._source, mark.start)
        return () if home is None else self._view.segments[home].target

    def near(self, mark: Mark) -> tuple[int, int] | None:
        """The word of the target about as far on in the segment as the mark in the source's."""
        home = self._home(self._source, mark.start)
        segment: Segment | None = None if home is None else self._view.segments[home]
        if segment is None or not segment.target:
            return None  # the whole sentence is missing
        return nearest_word(self._view, segment, mark.start)


class _Markup(Check):
    """Subclasses say what became of the mark-up."""

    needs_source = True
    shared = staticmethod(verdicts)
    fault: ClassVar[Fault]
    en: ClassVar[str]
    ro: ClassVar[str]

    def find(self, view: View) -> Iterator[Issue]:
        for verdict in verdicts(view):
            if verdict.fault == self.fault:
                yield self._issue(view, verdict)

    def _issue(self, view: View, verdict: Verdict) -> Issue:
        mark = verdict.source or verdict.target
        assert mark is not None
        name, nume = _NAMES[mark.kind]
        one = verdict.source
        words = {"text": mark.text, "found": view.target.text[slice(*verdict.near)]}
        return self.issue(
            view,
            *verdict.near,
            Message(self.en.format(name=name, **words), self.ro.format(name=nume, **words)),
            self._suggestion(verdict),
            severity=_severity(verdict) or self.severity,
            source_span=SourceSpan(one.start, one.end, one.text) if one else None,
        )

    def _suggestion(self, verdict: Verdict) -> str | None:
        return None


def _severity(verdict: Verdict) -> Severity | None:
    """A hash tag in other words may be meant so, and one without its sign harms little."""
    one, other = verdict.source, verdict.target
    if one and other and one.kind == "hashtag":
        if other.text.casefold() == one.key[1:]:
            return "minor"
        return None if _alike(one, other) else "neutral"
    return "minor" if one and not other and one.kind in ("tag", "entity") else None


def _alike(one: Mark, other: Mark) -> bool:
    from rapidfuzz.fuzz import ratio

    return ratio(one.key, other.key) >= _ALIKE


class LostMarkup(_Markup):
    """A link, address, @-name, hash tag, HTML tag or placeholder of the source is missing."""

    name = "markup.lost"
    category = "omission"
    severity = "major"
    confidence = 0.85
    fault = "lost"
    en = "The {name} “{text}” of the source is missing around here."
    ro = "{name} „{text}” din sursă lipsește în acest loc."


class AlteredMarkup(_Markup):
    """A link, address, @-name, hash tag, HTML tag or placeholder is not as the source has it.

    A hash tag in quite other words, such as its translation, is noted with severity neutral.
    """

    name = "markup.altered"
    category = "boilerplate"
    severity = "major"
    confidence = 0.93
    fault = "altered"
    en = "The {name} of the source is “{text}”, not “{found}”."
    ro = "{name} din sursă este „{text}”, nu „{found}”."

    def _suggestion(self, verdict: Verdict) -> str | None:
        return verdict.source.text if verdict.source else None


class AddedMarkup(_Markup):
    """A link, address, @-name, hash tag, HTML tag or placeholder that the source does not have."""

    name = "markup.added"
    category = "addition"
    severity = "major"
    confidence = 0.8
    fault = "added"
    en = "The source has no {name} “{text}”."
    ro = "{name} „{text}” nu este în sursă."

    def _suggestion(self, verdict: Verdict) -> str | None:
        return ""


def is_from_source(view: View, start: int, end: int) -> bool:
    """Whether the mark-up at ``[start, end)`` of the target is the source's, kept as it should."""
    if not view.article.source:
        return False
    text = view.target.text[start:end]
    return text in view.article.source or any(
        mark.key == other.key
        for mark in marks(text)
        for other in marks(view.article.source)
        if mark.kind == other.kind
    )


CHECKS: tuple[type[Check], ...] = (LostMarkup, AlteredMarkup, AddedMarkup)
