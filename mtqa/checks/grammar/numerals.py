"""Numerals and the nouns they count: "25 soldați", "douăzeci și cinci elevi", "15 de oameni"."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import ADJECTIVAL, DIRECT, PLURAL, SINGULAR, WordList
from mtqa.languages.ro.counting import GREAT, Cardinal, cardinals
from mtqa.model import Issue

#: Distances that athletes run and swim: 100 metri garduri, 50 metri spate.
_RACES = frozenset((50, 100, 200, 400, 800, 1000, 1500, 3000, 5000, 10000))
#: What may stand before a number in a sentence, so that no table or list is read.
_LEADING = frozenset(
    ("preposition", "verb", "participle", "adverb", "conjunction", "particle", "pronoun")
)


class NumeralDe(WordCheck):
    """De missing after a numeral from 20 on, or superfluous below: "25 soldați", "15 de oameni".

    The last two figures decide: 101 dalmațieni, 2.005 oameni, 120 de case. Numbers in words count
    too (două sute angajați). Years, decimals, ranges, races and whatever stands in brackets are
    left alone, and so are units, money and points outside a sentence, as in a table.
    """

    name = "grammar.numeral-de"
    category = "grammar"
    confidence = 0.9
    #: Papers leave it out before lei and metri more often than elsewhere.
    _UNITS = 0.75

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for number in cardinals(text):
            if self._counts(text, number):
                yield from self._issues(view, text, number)

    @staticmethod
    def _counts(text: WordList, number: Cardinal) -> bool:
        """Whether the number may count what follows: no year, no part of a date or a formula."""
        index = number.first
        before = text[index - 1] if index else None
        if (number.value is not None and number.value < 2) or not text.spaced(number.end):
            return False
        year = number.value is not None and 1400 <= number.value < 2100
        if year and text[index].text.isdecimal():
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
            or (before.text[-1] == "." and len(before.text) > 1)  # art. 25
            or not (before.common or before.profile.known)
        )

    def _issues(self, view: View, text: WordList, number: Cardinal) -> Iterator[Issue]:
        last, after = number.end - 1, number.end
        if text.lower(after) == "de" and not number.wants_de:
            if text.spaced(after + 1) and self._is_counted(text, after + 1):
                yield self._superfluous(view, text, number)
            return
        missing = number.wants_de and self._misses(text, number)
        if not missing and number.gap is None:
            return
        if number.gap is not None and not missing and "." in text[number.first].text:
            return  # "3.123 milioane" may be a decimal
        if number.gap is not None and not missing and text.lower(after) != "de":
            return  # a table
        end = after if missing else last
        written = view.target.text[text[number.first].start : text[last].end]
        if number.gap is not None:
            at = text[number.gap].start - text[number.first].start
            written = f"{written[:at]}de {written[at:]}"
        suggestion = f"{written} de {text[after].text}" if missing else written
        counted = text[end].text
        message = Message(
            f"“de” is missing before “{counted}”: from twenty on, “de” stands after the numeral.",
            f"Lipsește „de” înainte de „{counted}”: de la douăzeci în sus, numeralul cere „de”.",
        )
        unit = text[end].lower in word_set("units", "without de")
        confidence = self._UNITS if unit else self.confidence
        yield self.issue(
            view, text[number.first].start, text[end].end, message, suggestion,
            confidence=confidence,
        )  # fmt: skip

    def _superfluous(self, view: View, text: WordList, number: Cardinal) -> Issue:
        start, noun = text[number.first].start, text[number.end + 1]
        numeral = view.target.text[start : text[number.end - 1].end]
        message = Message(
            f"No “de” after the numeral {numeral}.", f"După numeralul {numeral} nu se pune „de”."
        )
        return self.issue(view, start, noun.end, message, f"{numeral} {noun.text}")

    def _misses(self, text: WordList, number: Cardinal) -> bool:
        """Whether what follows the number is what it counts, in a sentence."""
        after = number.end
        if text.lower(after) in GREAT or not self._is_counted(text, after):
            return False
        if text.lower(after) not in word_set("units", "without de"):
            return True
        return self._is_sentence(text, number)

    @staticmethod
    def _is_sentence(text: WordList, number: Cardinal) -> bool:
        """Whether a unit is counted in a sentence: no table, race, rate or age in brackets."""
        index, after = number.first, number.end + 1
        if index == 0 or not text.spaced(index):
            return False
        before = text[index - 1]
        if not before.common or before.profile.pos.isdisjoint(_LEADING):
            return False
        if after < len(text) and text[after].text in ("/", "x", "×", "+", "-", "–"):
            return False
        return not (text.lower(number.end) == "metri" and number.value in _RACES)

    def _is_counted(self, text: WordList, index: int) -> bool:
        """Whether the word is a plural noun without article."""
        word, seen = text[index], text[index].profile
        return (
            word.common
            and (seen.only_noun or word.lower in GREAT or self._is_person(text, index))
            and bool(seen.noun & PLURAL & ~seen.noun_definite)
            and (word.lower == "euro" or not seen.noun & SINGULAR & DIRECT)
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
