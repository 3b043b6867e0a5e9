"""Words of no Romanian list, all evidence on each weighed together by what it was worth elsewhere.

The evidence (:mod:`mtqa.checks.words.evidence`) is looked at once an article; the strongest of it
says what kind of fault the word is, and so which of the four checks speaks.
"""

from __future__ import annotations

from abc import abstractmethod
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import cased, reading
from mtqa.checks.once import once_per_article
from mtqa.checks.words.evidence import Evidence, candidates, weigh
from mtqa.checks.words.halves import mended
from mtqa.checks.words.source import Likeness, Side, SourceWord, plain, side
from mtqa.checks.words.typos import Slip
from mtqa.checks.words.worth import worth
from mtqa.knowledge import comma, en_ro
from mtqa.languages.tables import words
from mtqa.model import Issue, SourceSpan

#: Likeness to a name of the source from which that name is what should stand there.
_SAME_NAME = 0.8
#: From this probability a word counts as gravely as annotators count its kind.
_GRAVE = 0.8
#: Letters of a compound of the source, and of the part that was left of it.
_LONG, _SHARED = 9, 5
#: How probable it is that such a half is wrong.
_HALF = 0.8
#: Zipf frequency from which a word is what a hasty hand meant.
_COMMON = 4.0


class Strange(NamedTuple):
    """One word that is worth an issue.

    Attributes:
        evidence: on the word.
        probability: that an editor would change it.
        kind: the category of the fault.
        suggestion: what should stand there, where that is clear.
    """

    evidence: Evidence
    probability: float
    kind: str
    suggestion: str | None


@once_per_article
def strange(view: View) -> Iterator[Strange]:
    """The words of an article that are probably wrong."""
    text = reading(view)
    sides, table = _Sides(view), worth()
    for index in candidates(text, view.target):
        source = sides.at(text.tokens[index].start)
        evidence = weigh(text, index, source)
        sourced = evidence.likeness is not None
        probability = table.probability(evidence.features, evidence.situation, sourced)
        if source is not None and _is_half_compound(evidence, source):
            probability = max(probability, _HALF)
        if probability >= table.speaks_from(evidence.group, sourced):
            yield Strange(evidence, probability, *_kind(evidence))


def _is_half_compound(evidence: Evidence, source: Side) -> bool:
    """Whether one part of a long compound of the source stands before a Romanian word.

    Annotated translations are from English, which has no such compounds, so nothing is learnt of
    them; in human translations from German and Hungarian no such word was seen.
    """
    likeness = evidence.likeness
    if likeness is None or likeness.word is None or not words(source.language).compounds:
        return False
    found, other = plain(evidence.text), likeness.word.plain
    return (
        bool(likeness.features.get("half of the source"))
        and len(other) >= _LONG
        and found[:_SHARED] == other[:_SHARED]
    )


class _Sides:
    """The source of each segment of an article, read when a word of it is asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._segments = [s for s in view.segments if s.source and s.target]
        self._starts = [segment.target[0].start for segment in self._segments]
        self._read: dict[int, Side | None] = {}

    def at(self, offset: int) -> Side | None:
        """The source of the word at an offset of the target; None where there is none to compare
        it with."""
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or offset >= self._segments[place].target[-1].end:
            return None
        if place not in self._read:
            source = self._segments[place].source
            self._read[place] = side(
                self._view.article.source or "",
                source[0].start,
                source[-1].end,
                self._view.source_language,
            )
        return self._read[place]


def _kind(evidence: Evidence) -> tuple[str, str | None]:
    """The category of the fault that the strongest evidence speaks for, and what should stand."""
    likeness, form = evidence.likeness, comma(evidence.text)
    low = form.lower()
    if evidence.near is not None and plain(evidence.near.word) == plain(low):
        return "spelling", cased(evidence.near.word, form)
    if likeness is not None and likeness.kind.startswith("copied"):
        return _kind_of_copy(likeness)
    if likeness is not None and likeness.features.get("half of the source"):
        return "garbled", None
    name = None if likeness is None or evidence.situation == "lower" else likeness.word
    if likeness is not None and name is not None and _is_name(name):
        return "name", _name(plain(low), likeness, name)
    if evidence.near is not None and _is_typo(evidence.near):
        return "spelling", cased(evidence.near.word, form)
    half = evidence.features.get("hyphen") and evidence.features.get("foreign and Romanian part")
    return "garbled", mended(low) if half else None


def _is_typo(near: Slip) -> bool:
    """Whether the word is more probably a slip of the keyboard than an invention."""
    if near.frequency >= _COMMON and near.place != "first" and near.kind not in ("key", "other"):
        return True
    return bool(near.frequency) and near.place == "inside" and near.kind != "other"


def _kind_of_copy(likeness: Likeness) -> tuple[str, str | None]:
    """The kind of a word that stands in the source too, perhaps without its ending."""
    ending = "ending" in likeness.kind
    if likeness.romanian:
        return "name", None if ending else likeness.romanian
    name = likeness.word is not None and _is_name(likeness.word)
    return ("name" if name and ending else "untranslated"), None


def _is_name(word: SourceWord) -> bool:
    """Whether the word of the source has a capital of its own, or may have one."""
    return word.text[0].isupper() and not (word.opens and en_ro().translations(word.text.lower()))


def _name(low: str, likeness: Likeness, word: SourceWord) -> str | None:
    """The source's name, with the Romanian ending that the word hung on it."""
    features = likeness.features
    if low.startswith(word.plain) and not features.get("letters added"):
        return None
    if features.get("letters added") or features.get("one letter off"):
        return word.text + likeness.ending
    alike = features.get("likeness", 0.0) >= _SAME_NAME and not likeness.ending
    return word.text if alike else None


class _StrangeWord(Check):
    """What the four checks share."""

    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        for word in strange(view):
            if word.kind == self.category:
                evidence = word.evidence
                yield self.issue(
                    view,
                    evidence.start,
                    evidence.end,
                    self.reason(word),
                    word.suggestion,
                    severity="minor" if word.probability < _GRAVE else None,
                    confidence=round(word.probability, 3),
                    source_span=_source_span(view, evidence),
                )

    @abstractmethod
    def reason(self, word: Strange) -> Message:
        """Why the word is strange, for an editor."""


def _source_span(view: View, evidence: Evidence) -> SourceSpan | None:
    """The word of the source that the word comes from, or is most like."""
    if view.article.source is None or evidence.likeness is None or evidence.likeness.word is None:
        return None
    word = evidence.likeness.word
    return SourceSpan(word.start, word.end, view.article.source[word.start : word.end])


class StrangeSpelling(_StrangeWord):
    """A word of no dictionary that one letter or mark makes a Romanian one: "avăndu" for "avându".

    How sure that is comes from everything known of the word: its letters, the words around it, its
    likeness to dictionary words and to the source, each weighed on annotated translations.
    """

    name = "spelling.strange-word"
    category = "spelling"
    severity = "minor"
    confidence = 0.8
    spares_names = True

    def reason(self, word: Strange) -> Message:
        return Message(
            f"No Romanian word; probably “{word.suggestion}”.",
            f"Cuvântul nu există; probabil „{word.suggestion}”.",
        )


class StrangeCopy(_StrangeWord):
    """A word of the source, kept as it is or given a Romanian ending: "tunafish", "setupuri".

    Loanwords, terms and names that Romanian keeps weigh against it, so that it speaks of what an
    editor would translate.
    """

    name = "untranslated.strange-word"
    category = "untranslated"
    severity = "major"
    confidence = 0.8
    spares_names = True

    def reason(self, word: Strange) -> Message:
        likeness = word.evidence.likeness
        found = None if likeness is None else likeness.word
        source = found.text if found else word.evidence.text
        known = word.evidence.features.get("translatable")
        meanings = ", ".join(en_ro().translations(source.lower())[:3] if known else ())
        hint, sfat = (f"; perhaps {meanings}", f"; poate {meanings}") if meanings else ("", "")
        if likeness is not None and "ending" in likeness.kind:
            return Message(
                f"“{source}” of the source with a Romanian ending is no Romanian word{hint}.",
                f"„{source}” din sursă cu terminație românească nu e un cuvânt românesc{sfat}.",
            )
        return Message(
            f"No Romanian word, left as it stands in the source{hint}.",
            f"Nu e un cuvânt românesc, a rămas ca în sursă{sfat}.",
        )


class StrangeName(_StrangeWord):
    """A name that no list has, and that the source spells otherwise: "Cuenomo" for "Cuomo"."""

    name = "names.strange-word"
    category = "name"
    severity = "major"
    confidence = 0.8

    def reason(self, word: Strange) -> Message:
        likeness = word.evidence.likeness
        source = likeness.word.text if likeness is not None and likeness.word else ""
        if likeness is not None and likeness.romanian:
            return Message(
                f"“{source}” has a name of its own in Romanian: “{likeness.romanian}”.",
                f"„{source}” are alt nume în română: „{likeness.romanian}”.",
            )
        return Message(
            f"No known name; the source has “{source}”.",
            f"Nume necunoscut; în sursă stă „{source}”.",
        )


class StrangeInvention(_StrangeWord):
    """A word of no language at hand, which nothing in the source explains: "plangandrii"."""

    name = "garbled.strange-word"
    category = "garbled"
    severity = "major"
    confidence = 0.8
    spares_names = True

    def reason(self, word: Strange) -> Message:
        likeness = word.evidence.likeness
        if word.evidence.features.get("hyphen between known words"):
            return Message(
                "These words make no compound in Romanian.",
                "Aceste cuvinte nu formează un compus în română.",
            )
        text, found = word.evidence.text, None if likeness is None else likeness.word
        if found is not None:
            return Message(
                f"“{text}” is no Romanian word; the source has “{found.text}”.",
                f"„{text}” nu este un cuvânt românesc; sursa are „{found.text}”.",
            )
        explained = "" if likeness is None else ", and nothing in the source resembles it"
        explicat = "" if likeness is None else " și nimic din sursă nu îi seamănă"
        return Message(
            f"“{text}” is no Romanian word{explained}.",
            f"„{text}” nu este un cuvânt românesc{explicat}.",
        )


CHECKS = (StrangeSpelling, StrangeCopy, StrangeName, StrangeInvention)
