"""Stretches whose grammar has come apart: particles and articles with nothing to hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.grammar.nouns import is_adverbial
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.knowledge.lexicon import romanian
from mtqa.languages.ro.agreement import DIRECT, OBLIQUE, Word, WordList
from mtqa.model import Issue

_PREPOSITIONS = frozenset(
    """
        în la cu din despre prin sub spre pentru după fără între dintre printre de pe
        către asupra împotriva
    """.split()
)


_SOFT_HYPHEN = "\u00ad"


class StackedPrepositions(WordCheck):
    """Two prepositions in a row that Romanian never joins: "în la", "cu din", "pentru de"."""

    name = "garbled.prepositions"
    category = "garbled"
    severity = "major"
    confidence = 0.85

    _SECOND = frozenset("în la pe cu de din despre prin sub spre pentru către dintre".split())
    #: What may join: de la, pe la, pe sub, de pe, pe de o parte, fără de, de cu seară …
    _JOINED: ClassVar[dict[str, frozenset[str]]] = {
        "de": frozenset("la pe către sub prin spre cu".split()),
        "pe": frozenset("la sub de din".split()),
        "cu": frozenset(["de"]),  # cu de trei ori mai mult
        "după": frozenset(["de"]),
        "fără": frozenset(["de"]),
        "împotriva": frozenset(),
    }
    #: Adverbs and set phrases that begin with a preposition: cu de-a sila, în de ajuns.
    _PHRASES = frozenset("ajuns facto jure altfel toate".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._SECOND):
            if not index or not text.spaced(index) or not text[index].common:
                continue
            first, second = text[index - 1], text[index]
            if (
                first.lower not in _PREPOSITIONS
                or first.lower == second.lower  # a doubled word is another check's
                or not first.common
                or second.lower in self._JOINED.get(first.lower, ())
                or text.lower(index + 1) in self._PHRASES
                or text.hyphenated(index)
                or (second.lower == "sub" and self._is_figure(text, index + 1))  # la sub 15%
                or text.text[second.end : second.end + 1] == _SOFT_HYPHEN
                or text.lower(index - 2) == "să"  # să între în: misspelt, not garbled
            ):
                continue
            message = Message(
                f"“{first.text} {second.text}”: two prepositions that cannot follow each other.",
                f"„{first.text} {second.text}”: două prepoziții care nu pot sta alături.",
            )
            yield self.issue(view, first.start, second.end, message)

    @staticmethod
    def _is_figure(text: WordList, index: int) -> bool:
        return index < len(text) and text[index].text[0].isdecimal()


class BareDeterminer(WordCheck):
    """An article or "acest" with no noun: "au cerut un pentru școli", "această la", "unei."."""

    name = "garbled.determiner"
    category = "garbled"
    severity = "major"
    confidence = 0.85

    _DETERMINERS = frozenset(
        "un unui unei acest acestui niciun vreun fiecărui fiecărei nicio vreo".split()
    )
    _DEMONSTRATIVES = frozenset("această acestei acești".split())
    _ALL = _DETERMINERS | _DEMONSTRATIVES
    _AFTER = frozenset(
        """
            în la cu despre prin sub spre pentru fără între printre pe către asupra
            împotriva că să este sunt au va vor care un unui unei
        """.split()
    )

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._ALL):
            after = index + 1
            if after >= len(text) or not text[index].common or text[index - 1].text == "(":
                continue
            follows = text[after]
            bare = (
                text.spaced(after)
                and follows.common
                and (follows.lower in self._AFTER or self._is_auxiliary(text, index))
                and follows.lower != text.lower(index)  # a doubled word is another check's
            )
            ends = (
                follows.start == text[index].end
                and follows.text in ".!?,;:)"
                and text.lower(index) in self._DETERMINERS
                and text.text[follows.start : follows.start + 2] != ",,"
            )
            if bare or ends:
                message = Message(
                    f"“{text[index].text}” has no noun.",
                    f"„{text[index].text}” nu are substantiv.",
                )
                end = follows.end if bare else text[index].end
                start = text[index].start
                yield self.issue(view, start, end, message)

    @staticmethod
    def _is_auxiliary(text: WordList, index: int) -> bool:
        """Whether a verb follows "unui", "unei" at once: "unui a fost"."""
        return text.lower(index) in ("unui", "unei") and (
            text.lower(index + 1) in ("a", "au") and text.lower(index + 2) == "fost"
        )


class StrandedParticle(WordCheck):
    """A particle or pronoun that leans on a verb, with no verb: "să națiune", "se cu"."""

    name = "garbled.particle"
    category = "garbled"
    severity = "major"
    confidence = 0.85

    #: Prepositions that stand after the auxiliary only in "care a pe deplin meritat".
    _NEVER = frozenset("în la pe din spre despre pentru sub fără".split())
    _PARTICLES = frozenset("să se îl îi își îmi îți vei va vom veți vor aș ar".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("a",)):
            if (
                text.lower(index - 1) == "care"
                and text.lower(index + 1) in self._NEVER
                and not any("participle" in word.profile.moods for word in text[index : index + 6])
            ):
                message = Message("“a” has no verb.", "„a” nu are verb.")
                yield self.issue(view, text[index].start, text[index + 1].end, message)
        for index in text.at(self._PARTICLES):
            after = index + 1
            if after >= len(text) or not text[index].common or text[index - 1].text in "-—–":
                continue
            follows = text[after]
            if text.spaced(after) and follows.common:
                stranded = self._cannot_be_verb(text, after)
            else:
                stranded = (
                    follows.start == text[index].end
                    and follows.text in ".;!?"
                    and text.lower(index) in ("să", "îl", "își")
                )
            if stranded:
                message = Message(
                    f"“{text[index].text}” has no verb.", f"„{text[index].text}” nu are verb."
                )
                yield self.issue(view, text[index].start, follows.end, message)

    @staticmethod
    def _cannot_be_verb(text: WordList, index: int) -> bool:
        word, seen = text[index], text[index].profile
        if word.lower == "la" and text.lower(index - 1) == "să":
            return True  # the dictionary has it as a note of music too
        if word.lower in _PREPOSITIONS - {"între"} and seen.pos <= {"preposition", "other"}:
            return not text.hyphenated(index)
        articled = seen.only_noun and seen.noun == seen.noun_definite and bool(seen.noun & DIRECT)
        abstract = seen.only_noun and word.lower.endswith(("ție", "iune", "tate", "ment", "tatea"))
        return (articled and not word.lower.endswith("a")) or abstract


class PrepositionVerb(WordCheck):
    """A finite verb where a preposition wants a noun: "a intrat pe trece", "la sunt"."""

    name = "garbled.preposition-verb"
    category = "garbled"
    severity = "major"
    confidence = 0.85

    _PREPOSITIONS = frozenset(
        """
            în la cu din pe prin sub spre despre între către dintre dintr- într-
            printr- printre asupra lângă pentru
        """.split()
    )
    #: Zipf frequency from which on the verb is meant as it stands.
    _FREQUENT = 4.0
    #: Nouns that the dictionary knows only as verbs.
    _NOUNS = frozenset("tanga maria contra costa anime".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._PREPOSITIONS):
            after = index + 1
            if after >= len(text) or text[after].start - text[index].end > 1:
                continue
            verb, seen = text[after], text[after].profile
            if (
                verb.common
                and seen.only_verb
                and seen.finite
                and not seen.moods & {"participle", "gerund"}
                and verb.lower not in self._NOUNS
                and romanian().frequency(verb.lower)
                >= self._FREQUENT  # a rare one is a misspelling
                and not text.hyphenated(after)
                and text[index].common
            ):
                message = Message(
                    f"The verb “{verb.text}” cannot follow the preposition “{text[index].text}”.",
                    f"Verbul „{verb.text}” nu poate urma după prepoziția „{text[index].text}”.",
                )
                yield self.issue(view, text[index].start, verb.end, message)


class NounPile(WordCheck):
    """Nouns with the article one after the other at the head of a clause, no verb in between.

    So "soldații de stat recluziv raportul cu privire la". Adverbs of time (luna trecută
    guvernul a …) and names are left alone.
    """

    name = "garbled.noun-pile"
    category = "garbled"
    severity = "major"
    confidence = 0.85

    _OPENERS = frozenset("că iar dar unde când dacă".split())
    #: Most words looked at before the second noun.
    _LONGEST = 12
    _APPOSED = frozenset("numărul mass-media limba tipul fața până contele prințul".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for last in text.articled:
            first = self._first(text, last)
            if first is not None:
                message = Message(
                    "Nouns follow one another and nothing joins them.",
                    "Substantive înșirate, fără legătură între ele.",
                )
                yield self.issue(view, text[first].start, text[last].end, message)

    def _first(self, text: WordList, last: int) -> int | None:
        """The index of the articled noun that opens the clause, with only nouns between."""
        word = text[last]
        if (
            not word.common
            or is_adverbial(word.lower)
            or word.lower in self._APPOSED
            or text.hyphenated(last)
            or not text.spaced(last)
            or not self._is_nominal(text[last - 1])
            or text.lower(last - 1) == word.lower
            or (text.spaced(last + 1) and text[last + 1].text[0].isupper())  # contele Orlov
        ):
            return None
        for place in range(last - 1, max(-1, last - 1 - self._LONGEST), -1):
            before = text[place - 1].text if place else "."
            if before in ".,:;" or before.lower() in self._OPENERS:
                return place if self._heads(text, place) else None
            if not text.spaced(place) or not self._joins(text[place]):
                return None
        return None

    def _joins(self, word: Word) -> bool:
        return self._is_nominal(word) or word.lower in ("de", "din", "pentru")

    @staticmethod
    def _heads(text: WordList, index: int) -> bool:
        """Whether the word can only be a noun with the article (soldații), or its adjective."""
        seen = text[index].profile
        return (
            seen.only_nominal
            and bool(seen.noun & DIRECT)
            and seen.noun == seen.noun_definite
            and not seen.noun & OBLIQUE
            and not is_adverbial(text.lower(index))
            and text.lower(index) != "marea"  # marea majoritatea: a slip, no salad
            # an office or a campaign before its name: Serviciul administrarea patrimoniului
            and text.lower(index) not in word_set("nouns", "before a name")
        )

    @staticmethod
    def _is_nominal(word: Word) -> bool:
        """A noun, an adjective, or an unknown word that ends like an adjective."""
        if word.profile.known:
            return word.profile.only_nominal
        return word.common and word.lower.endswith(("iv", "ic", "al", "os", "ian", "ist", "esc"))


CHECKS = (
    NounPile,
    StackedPrepositions,
    BareDeterminer,
    StrandedParticle,
    PrepositionVerb,
)
