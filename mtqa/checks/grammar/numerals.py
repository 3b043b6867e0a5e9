"""Numerals and the nouns they count: "25 soldați", "15 de oameni"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import ADJECTIVAL, DIRECT, PLURAL, SINGULAR, Word, WordList
from mtqa.model import Issue

_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+\Z")
_TENS = frozenset(
    "douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci".split()
)
_SMALL = frozenset(
    """
        doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece
        douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece
        optsprezece nouăsprezece
    """.split()
)
_THOUSANDS = frozenset("mii milioane miliarde".split())


def _value(text: str) -> int | None:
    """The whole number that a token writes in figures, None for decimals and everything else."""
    if text.isdecimal() and len(text) < 10:
        return int(text)
    return int(re.sub(r"\D", "", text)) if _GROUPED.match(text) else None


def _wants_de(number: int) -> bool:
    """Whether "de" stands after the number: from 20 on, by its last two figures."""
    return number >= 20 and (number % 100 >= 20 or number % 100 == 0)


class NumeralDe(WordCheck):
    """De missing after a numeral from 20 on, or superfluous below: "25 soldați", "15 de oameni".

    The last two figures decide: 101 dalmațieni, 2.005 oameni, 120 de case. Units, money, ages,
    years, decimals and whatever stands in brackets are left alone.
    """

    name = "grammar.numeral-de"
    category = "grammar"
    confidence = 0.9

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in range(len(text) - 1):
            word = text[index]
            number = _value(word.text) if word.text[0].isdecimal() else None
            if number is None:
                number = 20 if word.lower in _TENS else None
            if number is not None and self._counts(text, index, number):
                yield from self._issues(view, text, index, number)

    @staticmethod
    def _counts(text: WordList, index: int, number: int) -> bool:
        """Whether the number may count what follows: no year, no part of a date or a formula."""
        before = text[index - 1] if index else None
        if number < 2 or not text.spaced(index + 1):
            return False
        if text[index].text.isdecimal() and 1400 <= number < 2100:
            return False
        if before is None or before.end < text[index].start - 1:
            return True
        if not text.spaced(index):
            return before.text in '„“"«'  # not in brackets, nor after a fraction's stroke
        if before.profile.only_noun and not before.profile.noun & PLURAL:
            return False  # brigada 11 de infanterie
        return not (
            before.text[0].isdigit()
            or before.text in "-–—/⁄:+×("
            or not (before.common or before.profile.known)
        )

    def _issues(self, view: View, text: WordList, index: int, number: int) -> Iterator[Issue]:
        word, following = text[index], text[index + 1]
        if following.lower == "de" and not _wants_de(number):
            if text.spaced(index + 2) and self._is_counted(text, index + 2, units=True):
                yield self._superfluous(view, word.text, word.start, text[index + 2])
        elif _wants_de(number) and self._is_counted(text, index + 1):
            message = Message(
                f"“de” is missing after the numeral {word.text}.",
                f"Lipsește „de” după numeralul {word.text}.",
            )
            suggestion = f"{word.text} de {following.text}"
            yield self.issue(view, word.start, following.end, message, suggestion)

    def _superfluous(self, view: View, numeral: str, start: int, noun: Word) -> Issue:
        message = Message(
            f"No “de” after the numeral {numeral}.", f"După numeralul {numeral} nu se pune „de”."
        )
        return self.issue(view, start, noun.end, message, f"{numeral} {noun.text}")

    def _is_counted(self, text: WordList, index: int, units: bool = False) -> bool:
        """Whether the word is a plural noun that is counted by the piece (or a unit)."""
        word, seen = text[index], text[index].profile
        if word.lower in _THOUSANDS:
            # "50 miliarde dolari" leaves out both, as tables do
            # and "3.123 milioane" may be a decimal
            grouped = "." in text[index - 1].text
            return (text.lower(index + 1) == "de" and not grouped) or units
        return (
            word.common
            and (units or word.lower not in word_set("units", "without de"))
            and (seen.only_noun or self._is_person(text, index))
            and bool(seen.noun & PLURAL & ~seen.noun_definite)
            and not seen.noun & SINGULAR & DIRECT
        )

    @staticmethod
    def _is_person(text: WordList, index: int) -> bool:
        """Whether a form that may also be a verb or an adjective is a noun here.

        Those are soldați, copii, școli; adjectives may stand for a noun named before (iar 80
        răniți, cele 28 rămase), so they must be masculine and have no such word in front.
        """
        seen = text[index].profile
        if not seen.noun or not seen.pos <= _NOUN_HOMOGRAPHS:
            return False
        if not seen.adjective:
            return True
        masculine = bool(seen.noun & ADJECTIVAL["m", "p"])
        return masculine and text.lower(index - 2) not in ("iar", "și", "cei", "cele", "alți")


_NOUN_HOMOGRAPHS = frozenset(("noun", "adjective", "participle", "verb"))


CHECKS = (NumeralDe,)
