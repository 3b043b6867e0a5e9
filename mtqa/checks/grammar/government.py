"""The case that a preposition wants: "împotriva Rusia", "datorită ploile", "către ministrului"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro.agreement import DIRECT, OBLIQUE, WordList
from mtqa.languages.ro.reinflect import noun_in
from mtqa.model import Issue

_KINDS = ("genitive", "dative", "accusative")


@lru_cache(maxsize=1)
def locutions() -> dict[str, frozenset[str]]:
    """The nouns of locutions with the genitive, by the preposition before them."""
    found: dict[str, set[str]] = {}
    for row in rows("prepositions"):
        if row["kind"] not in _KINDS:
            found.setdefault(row["kind"], set()).update(row["words"].split("|"))
    return {first: frozenset(nouns) for first, nouns in found.items()}


@lru_cache(maxsize=1)
def _governors() -> frozenset[str]:
    one = word_set("prepositions", "genitive") | word_set("prepositions", "dative") | {"contra"}
    return one.union(*locutions().values())


class GenitiveAfterPreposition(WordCheck):
    """The nominative after a preposition that wants another case: "împotriva Rusia".

    The genitive stands after împotriva, asupra, deasupra and locutions such as în timpul, din
    cauza, prin intermediul; the dative after datorită, grație, conform, potrivit, contrar. "Contra"
    is judged before common nouns with the article only: sports pages and prices use it with any
    case.
    """

    name = "grammar.genitive"
    category = "grammar"
    confidence = 0.9

    _COUNTRY_ENDINGS = ("ia",)
    #: Before these "potrivit" and "contrar" are adjectives: în caz contrar, mai potrivit.
    _DEGREE = frozenset("mai cel foarte este fi prea caz sens mod cât".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(_governors()):
            kind = self._kind(text, index)
            if not kind or not text.spaced(index + 1) or not self._is_direct(text, index + 1):
                continue
            governor, noun = text[index], text[index + 1]
            if kind == "dative" and not noun.common:
                continue  # potrivit Ansa
            if governor.lower == "contra" and not (noun.common and noun.profile.articled):
                continue
            right = self._right(text, index + 1)
            case = {"genitive": ("genitive", "genitiv"), "dative": ("dative", "dativ")}[kind]
            shown = f", “{right}”" if right else ""
            message = Message(
                f"“{governor.text}” wants the {case[0]}{shown}, not “{noun.text}”.",
                f"„{governor.text}” cere cazul {case[1]}{shown.replace('“', '„')}, "
                f"nu „{noun.text}”.",
            )
            suggestion = f"{governor.text} {right}" if right else None
            yield self.issue(view, governor.start, noun.end, message, suggestion)

    def _kind(self, text: WordList, index: int) -> str:
        """The case that the word wants here, "" if it is no preposition."""
        lower, before = text.lower(index), text.lower(index - 1)
        if lower in word_set("prepositions", "dative"):
            adjective = before in self._DEGREE or (
                lower in ("potrivit", "contrar") and index and text[index - 1].profile.noun
            )
            return "" if adjective else "dative"
        if lower in word_set("prepositions", "genitive") or lower == "contra":
            return "genitive"
        return "genitive" if lower in locutions().get(before, ()) else ""

    def _is_direct(self, text: WordList, index: int) -> bool:
        """Whether the word is a noun that can be no genitive."""
        word, seen = text[index], text[index].profile
        if text.hyphenated(index) or word.lower in word_set("nouns", "uninflected") | {"era"}:
            return False
        if word.common:
            # no verb stands here (în timpul război); a bare noun has no genitive of its own
            return (
                bool(seen.noun) and seen.pos <= _NOUN_OR_VERB and not seen.noun_definite & OBLIQUE
            )
        follows = index + 1 < len(text) and text.spaced(index + 1) and text[index + 1].text
        if not word.text[1:].islower() or (follows and follows[0].isupper()):
            return False
        if seen.known:
            return seen.only_noun and not seen.noun & OBLIQUE and word.lower.endswith("a")
        return word.lower.endswith(self._COUNTRY_ENDINGS)

    @staticmethod
    def _right(text: WordList, index: int) -> str | None:
        """The noun in the genitive: Rusia, Rusiei; ploile, ploilor."""
        word = text[index]
        if word.text[0].isupper():
            return f"{word.text[:-1]}ei"
        return noun_in(word.lower, "oblique", True)


class DirectAfterPreposition(WordCheck):
    """A genitive or dative after a preposition that wants none: "de către președintelui".

    So after către, pentru, cu, la, în, din, de, pe and the like, for nouns and for determiners
    (pentru unei țări).
    """

    name = "grammar.accusative"
    category = "grammar"
    confidence = 0.9

    _DETERMINERS: ClassVar[dict[str, str]] = {
        "unui": "un", "unei": "o", "unor": "unele", "acestui": "acest", "acestei": "această",
        "acelui": "acel", "acelei": "acea", "niciunui": "niciun", "niciunei": "nicio",
    }  # fmt: skip
    _MODIFIERS = frozenset("din de al a ai ale care pentru".split())

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(word_set("prepositions", "accusative")):
            after = index + 1
            if (
                not text.spaced(after)
                or text.hyphenated(after)
                or not self._stands_free(text, index)
            ):
                continue
            word = text[after]
            right = self._DETERMINERS.get(word.lower)
            if right is None and not self._is_oblique(text, after):
                continue
            right = right or self._direct(text, after)
            shown = f": “{right}”" if right else ""
            message = Message(
                f"After “{text[index].text}” the noun is in the accusative{shown}, not in the "
                f"genitive or dative, as “{word.text}” is.",
                f"După „{text[index].text}” urmează acuzativul{shown.replace('“', '„')}, nu "
                f"genitivul sau dativul, ca „{word.text}”.",
            )
            suggestion = f"{text[index].text} {right}" if right else None
            yield self.issue(view, text[index].start, word.end, message, suggestion)

    @staticmethod
    def _stands_free(text: WordList, index: int) -> bool:
        """Whether the preposition is one: no part of a name, no letter, nothing before a hyphen."""
        return text[index].common or index == 0 or text[index - 1].text in ".!?:„"

    @staticmethod
    def _is_oblique(text: WordList, index: int) -> bool:
        """Whether the word can be nothing but a noun with the article in the genitive or dative."""
        word, seen = text[index], text[index].profile
        return (
            word.common
            and seen.only_noun
            and seen.noun == seen.noun_definite
            and not seen.noun & DIRECT
        )

    def _direct(self, text: WordList, index: int) -> str | None:
        """The noun in the accusative, with the article where something describes it."""
        after, described = index + 1, False
        if text.spaced(after):
            word = text[after]
            described = (
                word.lower in self._MODIFIERS
                or word.profile.only_adjectival
                or word.text[0].isupper()
                or bool(word.profile.only_noun and not word.profile.noun & DIRECT)
            )
        return noun_in(text.lower(index), "direct", described)


_NOUN_OR_VERB = frozenset(("noun", "verb"))


CHECKS = (GenitiveAfterPreposition, DirectAfterPreposition)
