"""Words that do not agree in gender or number with the noun they belong to."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.languages.ro import determiners
from mtqa.languages.ro.agreement import (
    ADJECTIVAL,
    ANY,
    DIRECT,
    PLURAL,
    SINGULAR,
    WordList,
    cells,
    spread,
)
from mtqa.languages.ro.reinflect import adjective_in
from mtqa.model import Issue

#: Longest run of adjectives between a determiner and its noun.
_LONGEST = 4


class DeterminerAgreement(WordCheck):
    """An article, a pronoun or a numeral that does not agree with its noun: "primul repriză".

    Also seen through adjectives: "un vechi casă". The noun must be nothing but a noun, and must
    stand in lower case: names, figures and words that may be verbs say nothing.
    """

    name = "grammar.determiner"
    category = "grammar"
    confidence = 0.9

    #: Prepositions before which "o" is the article and no pronoun.
    _BEFORE_ARTICLE = frozenset(
        "într- dintr- printr- cu de la pe pentru despre spre prin ca după".split()
    )
    #: Nouns without inflection, or of another gender than the dictionary says.
    _INVARIABLE = frozenset("pizza colibri crevete kamikaze graffiti okapi față".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(determiners.CELLS):
            last = self._clash(text, index)
            if last is not None:
                yield self._report(view, text, index, last)

    def _clash(self, text: WordList, index: int) -> int | None:
        """The index of the noun or adjective that clashes with the determiner at `index`."""
        mask = determiners.CELLS[text[index].lower]
        for place in range(index + 1, min(index + 2 + _LONGEST, len(text))):
            word, seen = text[place], text[place].profile
            if not text.spaced(place) or not word.common or text.hyphenated(place):
                return None
            if len(word.text) == 1:
                return None  # prima e aplicabilă
            if not seen.only_nominal and not (seen.noun and self._is_noun_here(text, index, place)):
                return None
            if seen.noun & mask or seen.adjective_definite & mask or self._in_compound(text, place):
                return None
            if seen.adjective & mask:
                mask &= seen.adjective
                continue
            if self._is_exempt(text, index, place, mask):
                return None
            return place
        return None

    def _is_noun_here(self, text: WordList, index: int, place: int) -> bool:
        """Whether what follows the determiner can be no verb, although the dictionary has one."""
        determiner = text.lower(index)
        if determiner not in determiners.BOUND and not (
            determiner == "o" and text.lower(index - 1) in self._BEFORE_ARTICLE
        ):
            return False
        return not text[place].profile.pos & _FUNCTION

    @staticmethod
    def _in_compound(text: WordList, place: int) -> bool:
        """Whether a foreign word follows, so that the two may be one loan (disc jockeys)."""
        after = place + 1
        return (
            after < len(text)
            and text.spaced(after)
            and (text[after].common and not text[after].profile.known)
        )

    def _is_exempt(self, text: WordList, index: int, place: int, mask: int) -> bool:
        """Whether a clash proves nothing: a case slip further on, or a gap of the dictionary."""
        word, seen = text[place], text[place].profile
        if place > index + 1 and spread(mask) & seen.nominal:
            return True  # ultima donată spitalului
        if (
            text.lower(index) not in determiners.BOUND
            and text.lower(index) != "o"
            and (not seen.noun & ~seen.noun_definite)
        ):
            return True  # a pronoun: pe mulți vestea i-a surprins
        return (
            word.lower in self._INVARIABLE
            or word.lower.endswith("toare")
            or (
                word.lower.endswith("ii") and seen.noun == seen.noun_definite
            )  # filosofii: listed for filosof, not filosofie
            or (seen.noun == 0 and word.lower[-1] == "i")
        )

    def _report(self, view: View, text: WordList, index: int, last: int) -> Issue:
        first, noun = text[index], text[last]
        suggestion = None
        bare = noun.profile.noun & ~noun.profile.noun_definite
        other = determiners.other_form(first.lower, bare) if bare else None
        if other and last == index + 1:
            other = other.capitalize() if first.text[0].isupper() else other
            suggestion = f"{other} {noun.text}"
        message = Message(
            f"“{first.text}” does not agree with “{noun.text}” in gender, number or case.",
            f"„{first.text}” nu se acordă cu „{noun.text}” în gen, număr sau caz.",
        )
        return self.issue(view, first.start, noun.end, message, suggestion)


_FUNCTION = frozenset(
    """
    adverb preposition conjunction particle pronoun determiner numeral other
""".split()
)


def is_own_head(text: WordList, noun: int) -> bool:
    """Whether a noun with the article begins a phrase, so that what follows it is its own.

    No noun before it can own the adjective then: "oficialii meteorologice au spus".
    """
    before = noun - 1
    if not text[noun].profile.articled:
        return False
    if before < 0 or text[before].text in ".!?:;„":
        return True
    seen = text[before].profile
    return text.spaced(noun) and seen.finite and seen.only_verb


def agreeing(adjective: str, noun: int) -> str | None:
    """The form of an adjective that goes with a noun of these cells; None if that is not plain."""
    fitting = {cell for cell, mask in ADJECTIVAL.items() if noun & mask & DIRECT}
    if len(fitting) != 1:
        return None
    gender, number = fitting.pop()
    return adjective_in(adjective, gender, number)


class AdjectiveAgreement(WordCheck):
    """An adjective that does not agree with the noun before it: "prețuri scăzută".

    Silent where any word of the phrase before it could be what the adjective describes (agenția de
    știri rusă), and where the adjective has the form of an adverb (zonele fervent catolice).
    """

    name = "grammar.adjective"
    category = "grammar"
    confidence = 0.8

    #: Nouns of adverbial phrases (de obicei, din păcate, în continuare), and "e" for "este".
    _ADVERBIAL = frozenset(
        "e obicei păcate continuare totul timp timpul fapt general special parte rest".split()
    )
    #: Adjectives without inflection that the dictionary lists as inflecting.
    _INVARIABLE = ("antitanc", "antirachetă", "antigripal", "graffiti")
    #: Words that begin another clause.
    _BOUNDARIES = frozenset(
        """
            care ce că să când dacă cum unde sau dar însă iar precum decât deși
            deoarece căci
        """.split()
    )

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.adjectival:
            if index and self._clashes(text, index):
                noun, adjective = text[index - 1], text[index]
                message = Message(
                    f"“{adjective.text}” does not agree with “{noun.text}” in gender or number.",
                    f"„{adjective.text}” nu se acordă cu „{noun.text}” în gen sau număr.",
                )
                right = agreeing(adjective.lower, noun.profile.noun)
                suggestion = f"{noun.text} {right}" if right else None
                yield self.issue(view, noun.start, adjective.end, message, suggestion)

    def _clashes(self, text: WordList, index: int) -> bool:
        noun, adjective = text[index - 1], text[index]
        wanted = adjective.profile.adjective
        if (
            not noun.profile.only_noun
            or not text.spaced(index)
            or not (noun.common and adjective.common)
            or noun.lower in self._ADVERBIAL
            or adjective.lower in self._INVARIABLE
            or adjective.lower in _ALONE
            or wanted == adjective.profile.adjective_definite
            or wanted & _MASCULINE_SINGULAR
            or spread(noun.profile.noun) & wanted
            or noun.lower.endswith("toare")
        ):
            return False
        if not wanted & SINGULAR & DIRECT and self._is_coordinated(text, index):
            return False
        if self._belongs_right(text, index):
            return False
        return is_own_head(text, index - 1) or not spread(self._heads(text, index)) & wanted

    @staticmethod
    def _is_coordinated(text: WordList, index: int) -> bool:
        """Whether a plural adjective may sum up two nouns: un scaun sau o masă așezate."""
        return any(
            text.lower(place) in ("și", "sau", "ori", "nici") for place in range(index - 7, index)
        )

    @staticmethod
    def _belongs_right(text: WordList, index: int) -> bool:
        """Whether the adjective may stand before its noun (în prezent noua lege)."""
        if index + 1 >= len(text) or not text.spaced(index + 1):
            return text.hyphenated(index)
        following = text[index + 1]
        if not following.text[0].isalpha():
            return following.text[0].isdigit()
        if not following.profile.known or not following.common:
            return True
        return following.lower not in _LIGHT and bool(
            spread(following.profile.nominal) & text[index].profile.adjective
        )

    def _heads(self, text: WordList, index: int) -> int:
        """The cells of all that the adjective could belong to, back to the clause's beginning."""
        mask = 0
        for place in range(index - 1, max(-1, index - 26), -1):
            word, seen = text[place], text[place].profile
            if not word.text[0].isalnum():
                if word.text in '„“”"«»(),-%':
                    continue
                break
            if word.text[0].isdigit():
                mask |= PLURAL
            elif not seen.known or (
                not word.common and place and text[place - 1].text[0].isalnum()
            ):
                return ANY
            if word.lower in self._BOUNDARIES or (seen.finite and not seen.nominal):
                break
            mask |= seen.nominal
        return mask


_LIGHT = frozenset("de a la în care pe din cu".split())
#: They say something of the subject, wherever they stand: își dă seama singură.
_ALONE = frozenset("singur singură singuri singure".split())
_MASCULINE_SINGULAR = cells("m", "s")


CHECKS = (DeterminerAgreement, AdjectiveAgreement)
