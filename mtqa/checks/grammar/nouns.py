"""Nouns and what they belong to: "averea ministrul", "toate zgomotul", "cele mai înalți munți"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import ADJECTIVAL, PLURAL, WordList, cells
from mtqa.model import Issue


def is_adverbial(word: str) -> bool:
    """Whether the noun in the article stands as an adverb, or names what follows: luna trecută
    guvernul a …"""
    return word in word_set("nouns", "adverbial")


class MissingGenitive(WordCheck):
    """Two nouns with the article side by side: "averea ministrul" for "averea ministrului".

    Names, time (anul), kinship before a name, and verb phrases (a-și face apariția) are left alone,
    and so is what follows a verb, where the second noun may be the subject (și-a început
    activitatea salonul).
    """

    name = "grammar.noun-noun"
    category = "grammar"
    confidence = 0.85

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.articled:
            if text.spaced(index) and self._clashes(text, index):
                owned, owner = text[index - 1], text[index]
                message = Message(
                    f"“{owned.text} {owner.text}”: two nouns with the article, nothing joins them.",
                    f"„{owned.text} {owner.text}”: două substantive articulate, fără legătură.",
                )
                yield self.issue(
                    view, owned.start, owner.end, message, _genitive(owned.text, owner.text)
                )

    @staticmethod
    def _clashes(text: WordList, index: int) -> bool:
        first, second = text[index - 1], text[index]
        return (
            first.common
            and second.common
            and first.profile.articled
            and not is_adverbial(first.lower)
            and first.lower not in word_set("nouns", "idiom")
            and not is_adverbial(second.lower)
            and second.lower not in word_set("nouns", "apposed") | word_set("nouns", "uninflected")
            and first.lower != second.lower
            and text.lower(index - 2) != "cu"
            and not second.lower.endswith(("icii", "ogii", "ofii"))  # bunicii: also the genitive
            and not text.hyphenated(index)
            and not MissingGenitive._follows_verb(text, index - 1)
        )

    @staticmethod
    def _follows_verb(text: WordList, index: int) -> bool:
        """Whether the word before is a verb: a finite one, or a participle after its auxiliary."""
        before = index - 1
        if before < 0 or not text.spaced(index):
            return False
        seen = text[before].profile
        if seen.only_verb and (seen.finite or "gerund" in seen.moods):
            return text.lower(before) not in _COPULAS
        return "participle" in seen.moods and text.lower(before - 1).lstrip("-") in _AUXILIARIES


#: Their subject does not stand behind what they say of it: este ipocrizia …
_COPULAS = frozenset("este sunt era erau fie devine devin".split())
_AUXILIARIES = frozenset("am ai a au ați ar aș fi fost".split())


def _genitive(owned: str, owner: str) -> str | None:
    """The pair with the second noun in the genitive, where that is regular (statul → statului)."""
    return f"{owned} {owner}ui" if owner.endswith("ul") else None


class AllOfOne(WordCheck):
    """Toate or toți before a singular: "toate zgomotul" for "tot zgomotul"."""

    name = "grammar.all"
    category = "grammar"
    confidence = 0.9

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("toate", "toți")):
            if not text.spaced(index + 1):
                continue
            noun, seen = text[index + 1], text[index + 1].profile
            if noun.common and seen.articled and not seen.noun & PLURAL:
                masculine = bool(seen.noun & ADJECTIVAL["m", "s"])
                right = "tot" if masculine else "toată"
                message = Message(
                    f"“{text[index].text}” is plural, “{noun.text}” is not.",
                    f"„{text[index].text}” este la plural, „{noun.text}” nu.",
                )
                suggestion = f"{right} {noun.text}"
                yield self.issue(view, text[index].start, noun.end, message, suggestion)


class OneOf(WordCheck):
    """Unul for una or the reverse before "dintre": "unul dintre echipele".

    The gender is that of the plural noun that follows, for neuters the masculine. Also the
    article for the pronoun: "unei dintre" for "uneia dintre".
    """

    name = "grammar.one-of"
    category = "grammar"
    confidence = 0.92

    _OTHER: ClassVar[dict[str, str]] = {
        "unul": "una", "una": "unul", "unuia": "uneia", "uneia": "unuia",
        "niciunul": "niciuna", "niciuna": "niciunul",
    }  # fmt: skip
    _ARTICLES: ClassVar[dict[str, str]] = {"unui": "unuia", "unei": "uneia"}
    _FEMININE = frozenset("una uneia niciuna".split())
    _BETWEEN = frozenset(
        """
            cele cei mai cel foarte aceste acele marile primele ultimele două trei
            patru cinci
        """.split()
    )
    _MASCULINE = frozenset("cei acei acești primii ultimii".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._OTHER):
            if text.lower(index + 1) not in ("dintre", "din"):
                continue
            noun = self._noun(text, index)
            if noun is not None:
                yield self._report(view, text, index, noun)
        for index in text.at(self._ARTICLES):
            if text.lower(index + 1) == "dintre" and text.spaced(index + 1):
                yield self._article(view, text, index)

    def _article(self, view: View, text: WordList, index: int) -> Issue:
        """An article where the pronoun belongs: "unei dintre" for "uneia dintre"."""
        first, last = text[index], text[index + 1]
        pronoun = self._ARTICLES[first.lower]
        message = Message(
            f"Before “dintre” stands the pronoun “{pronoun}”.",
            f"Înainte de „dintre” stă pronumele „{pronoun}”.",
        )
        return self.issue(view, first.start, last.end, message, f"{pronoun} {last.text}")

    def _noun(self, text: WordList, index: int) -> int | None:
        """The index of the word that shows the other gender."""
        agreeing = cells("f") if text.lower(index) in self._FEMININE else cells("mn")
        for place in range(index + 2, min(index + 9, len(text))):
            word, seen = text[place], text[place].profile
            if not text.spaced(place) or (not word.common and not word.text.isdigit()):
                return None
            if word.lower in self._MASCULINE and agreeing == cells("f"):
                return place
            if word.lower in self._BETWEEN or word.text.isdigit() or seen.only_adjectival:
                continue
            if seen.adjective and seen.only_nominal and self._precedes_noun(text, place):
                continue
            wrong = seen.only_noun and seen.noun & PLURAL and not seen.noun & PLURAL & agreeing
            return place if wrong else None
        return None

    @staticmethod
    def _precedes_noun(text: WordList, place: int) -> bool:
        return text.spaced(place + 1) and text[place + 1].profile.only_noun

    def _report(self, view: View, text: WordList, index: int, noun: int) -> Issue:
        first, last = text[index], text[index + 1]
        other = self._OTHER[first.lower]
        other = other.capitalize() if first.text[0].isupper() else other
        message = Message(
            f"“{first.text}” does not agree in gender with “{text[noun].text}”.",
            f"„{first.text}” nu se acordă în gen cu „{text[noun].text}”.",
        )
        return self.issue(view, first.start, last.end, message, f"{other} {last.text}")


class ThoseAgreement(WordCheck):
    """The article cel, cea, cei, cele with "mai" or a numeral, and a noun that does not agree.

    So "cele zece martori", "cel mai mare clădire". Without a numeral or "mai" in between the
    word may be a pronoun (cei prezenți), and nothing is said.
    """

    name = "grammar.those"
    category = "grammar"
    confidence = 0.88

    _NUMERALS = frozenset(
        """
            mai doi două trei patru cinci șase șapte opt nouă zece unsprezece
            doisprezece douăsprezece treisprezece paisprezece cincisprezece
        """.split()
    )
    _CELLS: ClassVar[dict[str, int]] = {
        "cel": ADJECTIVAL["m", "s"],
        "cea": ADJECTIVAL["f", "s"],
        "cei": ADJECTIVAL["m", "p"],
        "cele": ADJECTIVAL["f", "p"],
    }
    _GENDER: ClassVar[dict[str, int]] = {"doi": ADJECTIVAL["m", "p"], "două": ADJECTIVAL["f", "p"]}

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(self._CELLS):
            last = self._clash(text, index)
            if last is not None:
                noun = text[last]
                message = Message(
                    f"“{text[index].text}” does not agree with “{noun.text}” in gender or number.",
                    f"„{text[index].text}” nu se acordă cu „{noun.text}” în gen sau număr.",
                )
                yield self.issue(view, text[index].start, noun.end, message)

    def _clash(self, text: WordList, index: int) -> int | None:
        mask = self._CELLS[text.lower(index)]
        place = index + 1
        while text.spaced(place) and (
            text.lower(place) in self._NUMERALS or text[place].text.isdecimal()
        ):
            mask &= self._GENDER.get(text.lower(place), mask)
            place += 1
        if place == index + 1:
            return None
        while text.spaced(place) and text[place].common and self._is_nominal(text, place):
            seen = text[place].profile
            if seen.noun & mask or text.hyphenated(place) or seen.adjective_definite & mask:
                return None
            if text.lower(place) in _FEMININE_TOO and mask & cells("f"):
                return None
            if not seen.adjective & mask:
                if not seen.noun and text.lower(index) in ("cel", "cea"):
                    return None  # filmele cel mai apreciate: an adverb
                exempt = not seen.noun and text.lower(place).endswith(("ti", "ni"))
                return None if exempt else place
            mask &= seen.adjective
            place += 1
        return None

    @staticmethod
    def _is_nominal(text: WordList, place: int) -> bool:
        """Whether the word is a noun or adjective; right after "mai" it is no verb either."""
        seen = text[place].profile
        if text.lower(place - 1) == "mai":
            return bool(seen.nominal) and seen.pos <= _AFTER_MAI
        return seen.only_nominal


#: Plurals of feminine nouns that the dictionary has for the masculine only.
_FEMININE_TOO = frozenset("trecători strecurători".split())
_AFTER_MAI = frozenset(("noun", "adjective", "participle", "verb"))


CHECKS = (OneOf, MissingGenitive, AllOfOne, ThoseAgreement)
