"""Names of the target that nothing in their segment's source explains, and whose place they took.

A translator rarely writes a name that the source sentence does not have. What is no stranger: the
given name added to a surname, the country for its people ("Greek law", "legea Greciei"), an
acronym, a title, a clitic, another spelling of one of the source's names. Where a stranger stands
and a name of the source is missing, the one replaces the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from mtqa.common.memory import NAMES
from mtqa.compare.names.evidence import (
    Shown,
    is_common_stem,
    is_demonym,
    is_explained_by,
    is_native,
    is_place,
    is_state,
    is_strange,
    is_variant,
)
from mtqa.compare.names.extract import Part, SourceName, core, is_calendar
from mtqa.compare.names.keys import unmarked
from mtqa.compare.names.segment import SegmentNames
from mtqa.knowledge import foreign_words, places, romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import Token
from mtqa.languages.ro.names import base_forms

#: Acronyms, which Romanian forms by its own words: SRTv, SUA.
_INITIALS = re.compile(r"[A-ZĂÂÎȘȚ]{2}\w{0,4}$|[A-ZĂÂÎȘȚ\W]+$")
#: Outside English, whose order is nearest to the Romanian one, no farther apart than this share.
_APART = 0.5
#: How much nearer in place a name must be than another to outweigh one step of likelihood.
_STEP = 0.35


def is_no_name(word: str) -> bool:
    """Whether the word is a title before a name, a feast, or a unit named after somebody."""
    return word.lower() in word_set("capitalised", "no name")


@dataclass(frozen=True, slots=True)
class Stranger:
    """Capitalised words in a row that the segment's source does not explain.

    Attributes:
        tokens: the words.
        strong: one of them can only be a name; otherwise they are Romanian words with capitals.
        known: the article's source has one of them elsewhere.
    """

    tokens: tuple[Token, ...]
    strong: bool
    known: bool

    @property
    def span(self) -> tuple[int, int]:
        """Half-open code-point span in the target."""
        return self.tokens[0].start, self.tokens[-1].end


@dataclass(frozen=True, slots=True)
class Gap:
    """Words of a name of the source in a row that the target does not show.

    Attributes:
        name: the name.
        first, last: numbers of the first and last missing word.
        weight: 3 where a translation must show them, 2 where it should, 1 where it may not.
        whole: nothing of the name is shown.
    """

    name: SourceName
    first: int
    last: int
    weight: int
    whole: bool

    @property
    def start(self) -> int:
        """Where the missing words begin in the source."""
        return self.name.parts[self.first].start

    @property
    def end(self) -> int:
        """Where they end."""
        return self.name.parts[self.last].end

    @property
    def text(self) -> str:
        """The missing words as the source has them."""
        return self.name.piece(self.first, self.last)

    @property
    def parts(self) -> tuple[Part, ...]:
        """The missing words."""
        return self.name.parts[self.first : self.last + 1]


def strangers(segment: SegmentNames) -> list[Stranger]:
    """The strangers of a segment in reading order."""
    found = []
    for run in _runs(segment):
        if any(_is_place_of(t.text, segment) or _is_spelling(t.text, segment) for t in run):
            continue
        strong = any(_is_stranger(segment, token) for token in run)
        if strong or not any(is_explained_by(token.text, segment.words) for token in run):
            known = any(segment.article.source.has_name(base)
                        for token in run for base in base_forms(token.text))  # fmt: skip
            found.append(Stranger(tuple(run), strong, known))
    return [
        item for item in found if not (_is_expansion(segment, item) or _is_spelt_out(segment, item))
    ]


#: Capitals of an acronym, full stops between them or not; and a word cut short: NYC, P.G., Fla.
_ACRONYM = re.compile(r"\b(?:[A-Z]\.?){2,}")
_CUT_SHORT = re.compile(r"\b([A-Z][a-z]{2,3})\.")


def _is_spelt_out(segment: SegmentNames, stranger: Stranger) -> bool:
    """Whether the source has the name in letters only: "New York" for NYC, "Florida" for Fla."""
    said = segment.article.source.text[slice(*segment.span)]
    words = [token.text for token in stranger.tokens]
    initials = "".join(word[0].upper() for word in words)
    if len(words) > 1 and any(
        match.group().replace(".", "").startswith(initials) for match in _ACRONYM.finditer(said)
    ):
        return True
    return len(words) == 1 and any(
        unmarked(words[0]).startswith(unmarked(match[1])) for match in _CUT_SHORT.finditer(said)
    )


def _runs(segment: SegmentNames) -> Iterator[list[Token]]:
    run: list[Token] = []
    for token in segment.target.tokens:
        if not token.text[0].isupper():  # most words, and no names
            if run:
                yield run
                run = []
            continue
        if run and segment.text[run[-1].end : token.start] != " ":
            yield run
            run = []
        if _may_be_name(segment, token) and (
            run or token.start not in segment.starts or not is_native(token.text.lower())
        ):
            run.append(token)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _may_be_name(segment: SegmentNames, token: Token) -> bool:
    word = token.text
    if token.start in segment.used:
        return False
    if any(other.text in ("cel", "cea", "cei") for other in segment.neighbour(token, -1)):
        return False  # Erik cel Roșu
    if word[-1] in "-." or _INITIALS.match(word) or any(c.isdigit() or c == "&" for c in word):
        return False
    return not is_no_name(word) and segment.is_candidate(token)


def _is_stranger(segment: SegmentNames, token: Token) -> bool:
    """Whether the word can only be a name, one that the segment's source does not have."""
    word = token.text
    if len(word) < 3 or (token.start in segment.starts and is_native(word.lower())):
        return False
    if not is_strange(word) and not segment.article.source.has_name(word):
        return False
    if is_common_stem(word, segment.words) or unmarked(word) in segment.other_forms:
        return False
    beginnings = {unmarked(name)[:3] for _, _, name in segment.capitals}
    return not (is_place(word) and unmarked(word)[:3] in beginnings)


def _is_spelling(word: str, segment: SegmentNames) -> bool:
    """Whether the source has the name in another spelling."""
    return any(is_variant(name, word) for _, _, name in segment.capitals)


def _is_place_of(word: str, segment: SegmentNames) -> bool:
    """Whether the source names the people or language of the place: Greek, Grecia."""
    stem = unmarked(word)[:6]
    if len(stem) > 5 and stem in segment.homeland_stems:
        return True
    return any(
        unmarked(base) in segment.homelands or not segment.homelands.isdisjoint(_place_words(base))
        for base in base_forms(word)
    )


@lru_cache(maxsize=NAMES)
def _place_words(word: str) -> frozenset[str]:
    """The names of the place that the word names, in all languages."""
    place = places().get(word)
    return frozenset(unmarked(form) for _, form in place.foreign) if place else frozenset()


def _is_expansion(segment: SegmentNames, stranger: Stranger) -> bool:
    """Whether the words complete a name that the source gives shorter: "Theresa" for Mrs May."""
    first, last = stranger.tokens[0], stranger.tokens[-1]
    for token, step, beside in ((last, 1, -1), (first, -1, 1)):
        for other in segment.neighbour(token, step):
            for _, shown in segment.names:
                for place, tokens in enumerate(shown):
                    if tokens and other in tokens:
                        missing = place + beside
                        whole = not 0 <= missing < len(shown) or shown[missing] is not None
                        return whole and all(found is not None for found in shown)
    return False


def gaps(segment: SegmentNames, weigh: dict[SourceName, int]) -> list[Gap]:
    """The missing words of the segment's names.

    Args:
        segment: the segment.
        weigh: weight of the names that are missing altogether; the others weigh by their words.
    """
    found = []
    for name, shown in segment.names:
        if name in weigh:
            first = len(name.parts) - len(core(name).parts)
            if weigh[name] and any(
                _counts(segment, part, len(name.parts) > 1) for part in name.parts
            ):
                found.append(Gap(name, first, len(name.parts) - 1, weigh[name], True))
        else:
            found += _partial(segment, name, shown)
    return found


def _partial(segment: SegmentNames, name: SourceName, shown: Sequence[Shown]) -> Iterator[Gap]:
    """The runs of missing words of a name of which others are shown."""
    several = len(name.parts) > 1
    missing = [tokens is None and _counts(segment, part, several)
               for part, tokens in zip(name.parts, shown, strict=True)]  # fmt: skip
    first = 0
    for is_missing, run in groupby(missing):
        last = first + len(list(run))
        if is_missing:
            yield Gap(name, first, last - 1, _weight(name.parts[first:last]), False)
        first = last


def _counts(segment: SegmentNames, part: Part, several: bool) -> bool:
    if is_calendar(part.text) and (not several or part.text != "May"):
        return False
    if is_no_name(part.text.rstrip(".")) or "." in part.text or part.acronym:
        return False
    if several and is_demonym(part.text):
        return False
    return not (part.common and segment.is_translated(part))


def _weight(parts: Sequence[Part]) -> int:
    solid = [part for part in parts if not part.common and not part.acronym]
    return 3 if any(not part.initial for part in solid) else 2 if solid else 1


def pairs(
    segment: SegmentNames, strangers: Sequence[Stranger], gaps: Sequence[Gap]
) -> Iterator[tuple[Stranger, Gap]]:
    """Which stranger took the place of which missing name: the likeliest pairs first."""
    left, size = segment.span[0], max(1, segment.span[1] - segment.span[0])
    tokens = segment.target.tokens
    origin, length = tokens[0].start, max(1, tokens[-1].end - tokens[0].start)
    ranked = []
    for one, stranger in enumerate(strangers):
        for other, gap in enumerate(gaps):
            beside = _is_beside(segment, stranger, gap)
            if not _may_fill(stranger, gap, beside):
                continue
            apart = abs((stranger.tokens[0].start - origin) / length - (gap.start - left) / size)
            if apart > _APART and segment.language != "en" and not beside:
                continue
            ranked.append((apart - _STEP * (gap.weight + 4 * beside), one, other))
    taken: set[int] = set()
    given: set[int] = set()
    for _, one, other in sorted(ranked):
        if one not in taken and other not in given:
            taken.add(one)
            given.add(other)
            yield strangers[one], gaps[other]


def _may_fill(stranger: Stranger, gap: Gap, beside: bool) -> bool:
    """Whether the evidence is enough: the weaker the gap, the stronger the stranger must be."""
    if gap.weight == 3 and not stranger.strong:
        foreign = any(_is_borrowed(token.text.lower()) for token in stranger.tokens)
        return foreign and gap.whole and not all(part.common for part in gap.parts)
    if gap.weight == 3:
        return True
    ordinary = all(_is_inflected(token.text.lower()) for token in stranger.tokens)
    if ordinary and len(gap.parts) == 1 and gap.parts[0].common:
        return False  # ordinary words with capitals on both sides: Crown Office, Coroanei
    if not stranger.known and all(is_demonym(part.text) for part in gap.parts):
        return False
    if not stranger.strong or (is_state(stranger.tokens[-1].text) and not beside):
        return False
    return gap.whole or beside


def _is_inflected(word: str) -> bool:
    """Whether the word is a form of a Romanian word, and not the one that dictionaries list."""
    lemmas = romanian().lemmas(word)
    return bool(lemmas) and word not in lemmas


@lru_cache(maxsize=NAMES)
def _is_borrowed(word: str) -> bool:
    """Whether Romanian has the word from outside or of late: Brexit, Boutique, Google."""
    return foreign_words().strength(word, "en") > 0 or romanian().recent(word)


def _is_beside(segment: SegmentNames, stranger: Stranger, gap: Gap) -> bool:
    """Whether the stranger stands beside a word of the name of which others are missing."""
    shown = segment.shown[id(gap.name)]
    around = {
        other.start
        for token, step in ((stranger.tokens[0], -1), (stranger.tokens[-1], 1))
        for other in segment.neighbour(token, step)
    }
    edges = (*shown[max(0, gap.first - 1) : gap.first], *shown[gap.last + 1 : gap.last + 2])
    return any(token.start in around for tokens in edges for token in tokens or ())


__all__ = ["Gap", "Stranger", "gaps", "pairs", "strangers"]
