"""Which words of a segment stand for each other, and what a negation of either side denies.

A link is evidence: the very word that is negated on one side stands bare on the other. Only links
by a listed translation or a common spelling count here; words that merely share an English
meaning ("hate", "plăcea") may be opposites.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import NAMES
from mtqa.compare.coverage.content_words import source_side, target_side
from mtqa.compare.coverage.links import link
from mtqa.compare.meaning.keyed_words import Words
from mtqa.compare.meaning.pair import Pair
from mtqa.knowledge import romanian
from mtqa.languages.ro import Token

#: So many words after a negator, helpers not counted, are what it negates.
_SCOPE = 5
#: Romanian words between ``nu`` and what it denies: auxiliaries; verbs that say little by
#: themselves, by their infinitives; pronouns and adverbs.
_AUXILIARIES = frozenset("a am ai au ați va vor voi vei vom veți ar aș".split())
_LIGHT = frozenset("fi avea vrea putea trebui reuși face da lua pune rămâne deveni părea".split())
_HELPERS = frozenset(
    "mă m te îmi mi îți ți îl l îi i o ne n vă v le se s își mai prea tot chiar foarte să un "
    "cel cea cei cele".split()
)
#: What ends a stretch that one negation denies.
_ENDS = frozenset(',;:.!?()„”“"«»–—')
_STOPS = frozenset(".!?")
#: Words of more letters mostly carry content; where a sentence is missing, so many times fewer of
#: them are linked at most.
_CONTENT, _FEW = 3, 4
_CLAUSES = frozenset("and but or und aber oder that dass că și dar iar sau".split())


class Counterparts(NamedTuple):
    """Links of a pair, as indices into its words.

    Attributes:
        of_target: word of the target to the word of the source that it renders.
        of_source: the other way round.
    """

    of_target: Mapping[int, int]
    of_source: Mapping[int, int]


def counterparts(pair: Pair) -> Counterparts:
    """The linked words of a pair, found once."""
    if "counterparts" not in pair.memory:
        pair.memory["counterparts"] = _linked(pair)
    found: Counterparts = pair.memory["counterparts"]
    return found


def _linked(pair: Pair) -> Counterparts:
    if not pair.source or not pair.target:
        return Counterparts({}, {})
    source = source_side(pair.source_text, pair.source[0].start, pair.source[-1].end, pair.language)
    target = target_side(Token(word.start, word.end, word.text) for word in pair.target)
    links = link(source, target, pair.language)
    left = {word.start: index for index, word in enumerate(pair.source)}
    right = {word.start: index for index, word in enumerate(pair.target)}
    pairs = [
        (left[source[i].start], right[target[j].start])
        for i, j in enumerate(links.forward)
        if j >= 0
        and source[i].kind in ("listed", "unlisted")
        and source[i].keys & target[j].keys
        and source[i].start in left
        and target[j].start in right
    ]
    return Counterparts({t: s for s, t in pairs}, dict(pairs))


def denied(words: Words, index: int) -> int | None:
    """The word that the ``nu`` at `index` denies: the first after it that is no helper, within its
    clause and before any preposition, a verb or what a verb says; ``None`` if there is none."""
    verbal = False
    for place in _after(words, index):
        if _is_helper(words[place].text.lower()):
            verbal = verbal or words[place].text.lower() not in _HELPERS
            continue
        kinds = {reading.pos for reading in romanian().analyses(words[place].text.lower())}
        if "preposition" in kinds:
            return None
        if not kinds or kinds & {"verb", "noun", "adjective"}:
            return place if verbal or "verb" in kinds else None
    return None


@lru_cache(maxsize=NAMES)
def _is_helper(form: str) -> bool:
    """Whether a Romanian word stands between a negator and what it denies."""
    return form in _HELPERS | _AUXILIARIES or any(
        reading.pos == "verb" and reading.lemma in _LIGHT for reading in romanian().analyses(form)
    )


def affirmed(pair: Pair, index: int) -> int | None:
    """The word of the target that renders what the source's negator at `index` denies."""
    links = counterparts(pair).of_source
    after = [place for place in _after(pair.source, index) if place in links]
    if _is_missing(pair, index):
        return None
    if after:
        return links[after[0]]
    if pair.language != "de":
        return None
    # the verb of a German main clause stands before its "nicht"
    for place in range(index - 1, max(-1, index - 1 - _SCOPE), -1):
        if place in links and pair.source[place].text[0].islower():
            return links[place]
    return None


def _is_missing(pair: Pair, index: int) -> bool:
    """Whether the sentence around a word of the source has too few links to be translated at all:
    of what is missing nothing was affirmed."""
    if "missing" not in pair.memory:  # a sentence may have a thousand negators
        pair.memory["missing"] = list(_missing(pair.source, counterparts(pair).of_source))
    missing: list[bool] = pair.memory["missing"]
    return missing[index]


def _missing(words: Words, links: Mapping[int, int]) -> Iterator[bool]:
    """For each word of a side, whether its sentence has too few links."""
    places: list[int] = []
    for index in range(len(words)):
        places.append(index)
        if index == len(words) - 1 or _STOPS & set(words.joint(index)):
            content = [i for i in places if len(words[i].text) > _CONTENT]
            yield from [sum(i in links for i in places) * _FEW <= len(content)] * len(places)
            places = []


def _after(words: Words, index: int) -> Iterator[int]:
    """The places after a negator that it may reach."""
    left = _SCOPE
    for place in range(index, len(words) - 1):
        if _ENDS & set(words.joint(place).strip()[:1]) or not left:
            return
        yield place + 1
        left -= not _is_helper(words[place + 1].text.lower())


def is_one_clause(words: Words, first: int, last: int) -> bool:
    """Whether nothing between two words of a side ends a clause."""
    low, high = sorted((first, last))
    return not any(
        _ENDS & set(words.joint(place).strip()[:1]) or words[place].text.lower() in _CLAUSES
        for place in range(low, high)
    )
