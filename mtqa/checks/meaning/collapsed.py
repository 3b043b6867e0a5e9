"""Two words of the source that became one and the same: "graft and corruption" as "corupție și
corupție"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import PLURAL, WordList
from mtqa.model import Issue

_AND = frozenset(("și", "sau", "ori"))
#: Forms of "a fi" and "a exista" before "există cărți și cărți": not all are alike.
_THERE_ARE = frozenset(("există", "sunt", "e", "este", "erau", "era", "existau"))
#: What a clause begins with: "vrea pace și pace va avea".
_CLAUSE = frozenset(
    """
    nu va vor voi vei vom a au am ai ați ar aș fi e este sunt era erau fusese
    se s își și-a și-au îl îi le l i o le-au le-a
    """.split()
)
#: Prepositions that attach what tells the second word from the first: argint și argint de lege.
_ATTACHING = frozenset("de din cu fără al ai ale la pentru".split())
#: Before them the two are told from each other: diferența între copil și copil.
_BETWEEN_TWO = frozenset(("între", "dintre"))
#: Without one the source joins nothing: one promise after another.
_CONJUNCTIONS = frozenset(
    """
    and or nor & und oder sowie et ou y e o u ed és vagy meg и или і й та або а
    """.split()
)
_FUNCTION = frozenset("pronoun determiner numeral preposition conjunction particle other".split())
_WORD = re.compile(r"[^\W\d_]{3,}")
#: So many words may stand between the two that the source repeats: school and the night school.
_BETWEEN = 3
#: Words of the source are alike from so long a common beginning on.
_ALIKE = 5


class CollapsedPair(WordCheck):
    """A word joined with itself, two of the source having become one: "fraudă și fraudă".

    Emphasis (mii și mii, promisiuni și promisiuni) is left alone, and so is a second word that
    something tells from the first (director și director adjunct). With a source that joins words
    and repeats none, whatever is doubled counts.
    """

    name = "mistranslation.collapsed"
    category = "mistranslation"
    severity = "major"
    confidence = 0.85

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(_AND):
            if not _is_doubled(text, index):
                continue
            first = index - 1
            while text.lower(first - 1) == "," and text.lower(first - 2) == text.lower(first):
                first -= 2
            source = view.source_at(text[index].start)
            if self._is_meant(text, index, first < index - 1, source):
                continue
            word = text[index + 1].text
            message = Message(
                f"“{word}” is joined with itself; two words of the source became one.",
                f"„{word}” apare de două ori; două cuvinte din sursă au ajuns unul singur.",
            )
            yield self.issue(view, text[first].start, text[index + 1].end, message)

    @staticmethod
    def _is_meant(text: WordList, index: int, listed: bool, source: str | None) -> bool:
        """Whether the word may well stand twice; `listed`: it stands there three times."""
        word, after = text[index + 1], index + 2
        seen, following = word.profile, text.lower(after)
        if source is not None and (_repeats(source) or not _joins(source)):
            return True
        if listed:
            return False
        if following in _ATTACHING:
            return True
        if following in _CLAUSE or (after < len(text) and text[after].profile.only_verb):
            return True  # another clause begins
        if source is not None:
            return seen.finite and bool(seen.nominal)  # ia mătura și mătura curtea
        if seen.noun & PLURAL & ~seen.noun_definite and not seen.adjective:
            return True  # heaps of them: promisiuni și promisiuni
        before = "preposition" in text[index - 2].profile.pos if index > 1 else False
        if text.lower(index) != "și" or not (seen.only_nominal or (seen.noun and before)):
            return True
        return after < len(text) and _tells_apart(text, after)


def _is_doubled(text: WordList, index: int) -> bool:
    """Whether the same ordinary word stands before and behind the conjunction."""
    if not 0 < index < len(text) - 1 or text.lower(index - 1) != text.lower(index + 1):
        return False
    word = text[index + 1]
    return (
        word.common
        and len(word.text) >= 3
        and text.spaced(index)
        and text.spaced(index + 1)
        and not text.hyphenated(index + 1)
        and (index < 2 or text[index - 2].end < text[index - 1].start)  # sud-vest și vest
        and word.lower not in word_set("doubled", "joined")
        and bool(word.profile.nominal or word.profile.finite)
        and not word.profile.pos & _FUNCTION
        and text.lower(index - 2) not in _THERE_ARE | _BETWEEN_TWO
    )


def _tells_apart(text: WordList, after: int) -> bool:
    """Whether what follows may say which of the two the second word is."""
    word = text[after]
    if not word.text[0].isalpha():
        return word.text[0] not in ".,;:!?…)”»\"'–—"
    seen = word.profile
    return not word.common or not seen.known or bool(seen.nominal)


def _joins(source: str) -> bool:
    """Whether the source has a conjunction."""
    return not _CONJUNCTIONS.isdisjoint(source.casefold().split())


def _repeats(source: str) -> bool:
    """Whether the source has a word, or one much like it, twice within a few words."""
    words = [word.casefold() for word in _WORD.findall(source)]
    return any(
        _alike(one, other)
        for start in range(len(words))
        for one, other in combinations(words[start : start + _BETWEEN + 2], 2)
    )


def _alike(one: str, other: str) -> bool:
    """Same word, compound (Direktor, Vizedirektor) or form of it (child, children)."""
    if len(one) > len(other):
        one, other = other, one
    if len(one) <= 3:
        return False
    return one in other or (len(one) >= _ALIKE and one[:_ALIKE] == other[:_ALIKE])


CHECKS = (CollapsedPair,)
