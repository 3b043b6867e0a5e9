"""Ordinary words that are misspelt: not in the dictionary, and a common word is near."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import (
    Reading,
    has_native_letter,
    is_coinage,
    is_formed,
    is_listed_name,
    reading,
)
from mtqa.common.memory import NAMES
from mtqa.knowledge import comma, foreign_words, romanian, without_marks
from mtqa.model import Issue

_ROMANIAN = re.compile(r"[a-zăâîșț]+")
#: Shorter words have too many neighbours.
_SHORTEST = 5
#: A word without native letters may be a new loan, so that more must speak for a slip.
_LONG, _COMMON = 8, 3.5
#: So many letters at an end make a near word likely.
_TAIL = 3


#: The ending or the last letter written twice: petrolulului, exploziee.
_DOUBLED = re.compile(r"(ul)\1(ui)?$|([^iou])\3$")
_TRADE = re.compile("ari(?:i|lor)?$")
#: Short words that are left without a space; others would make two words of any ending.
_SHORT = frozenset("să și de la cu în pe că nu se ce care din sau a o un".split())


class Meant(NamedTuple):
    """The word that was meant, and how sure that is."""

    word: str
    confidence: float


@lru_cache(maxsize=NAMES)
def meant(form: str) -> Meant | None:
    """What the misspelt ``form`` (lower case, comma letters) was meant to be, None if unclear."""
    words = romanian()
    for word in words.folded(form):
        # the last letter alone may be a case ending that the dictionary lacks: arawaka, arawakă
        if word == form or not word.islower() or word[:-1] == form[:-1]:
            continue
        # an -ar may be a trade that the dictionary lacks: antrepozitarii, not antrepozitării
        if words.frequency(word) or not _TRADE.search(form):
            return Meant(word, 0.9 if words.frequency(word) >= 3 else 0.8)
    once = _DOUBLED.sub(r"\1\2\3", form)
    if once != form and once in words:
        return Meant(once, 0.85)
    return _native(form) if has_native_letter(form) else _loan(form)


def _native(form: str) -> Meant | None:
    """The word near an unknown one that cannot be a new loan: any near word will do."""
    words = romanian()
    if len(form) < _SHORTEST + 1:
        return None
    for word in words.suggest(form, 3):
        frequency = words.frequency(word)
        if word.islower() and (frequency or is_slip(form, word)):
            return Meant(word, 0.85 if frequency >= _COMMON else 0.75)
    if len(form) >= _LONG:
        for word in words.suggest(form, 3, limit=2.0):
            same = word[:_TAIL] == form[:_TAIL] and word[-2:] == form[-2:]
            if same and words.frequency(word):
                return Meant(word, 0.75)
        return _split(form)
    return None


def _split(form: str) -> Meant | None:
    """The two common words that were joined: ``interesată să``."""
    words = romanian()
    for cut in range(2, len(form) - 1):
        left, right = form[:cut], form[cut:]
        short = min(left, right, key=len)
        if left not in words or right not in words or (len(short) < 4 and short not in _SHORT):
            continue
        if min(words.frequency(left), words.frequency(right)) >= _COMMON:
            return Meant(f"{left} {right}", 0.75)
    return None


def _loan(form: str) -> Meant | None:
    """The common word of which an unknown one, perhaps a new loan, is clearly a slip."""
    if len(form) >= _LONG:
        for word in romanian().suggest(form, 3):
            if word.islower() and romanian().frequency(word) >= _COMMON and is_slip(form, word):
                return Meant(word, 0.8)
    return None


def is_slip(form: str, word: str) -> bool:
    """Whether one letter inside the word was doubled, dropped, added or swapped with the next.

    A difference at the end may be an inflection, one at the beginning another prefix.
    """
    start, end = _shared(form, word), _shared(form[::-1], word[::-1])
    return start >= 2 and end >= 2 and not (len(form) == len(word) and start + end == len(form) - 1)


def _shared(one: str, other: str) -> int:
    """Number of letters at the beginning that two words share."""
    pairs = zip(one, other, strict=False)
    return next((i for i, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


class Misspelling(Check):
    """A misspelt word: "părărească" for "părăsească".

    Names, loanwords, terms and words of other languages are left alone, and so is a text that is
    typed without diacritics.
    """

    name = "spelling.word"
    category = "spelling"
    spares_names = True
    needs_diacritics = True
    severity = "minor"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in () if text.unreadable else text.odd:
            token = text.tokens[index]
            form = comma(token.text)
            lower = form.lower()
            if len(form) < _SHORTEST or not _ROMANIAN.fullmatch(lower):
                continue
            if form != lower and not self._is_first(text, index, form):
                continue
            found = None if self._is_excused(text, index, lower) else meant(lower)
            if found:
                yield self._issue(view, token.start, token.end, found, form != lower)

    def _is_first(self, text: Reading, index: int, form: str) -> bool:
        """Whether the word has its capital only because it begins a sentence."""
        after = text.neighbour(index, 1)
        return (
            form[1:].islower()
            and (without_marks(form) == form or form[0] == "I")
            and text.initial(index)
            and after is not None
            and after.text[0].islower()
            and text.counts[form.lower()] == 1
            and any(
                word.islower() and (word[0] == "î" or without_marks(form) == form)
                for word in romanian().folded(form.lower())
            )
            and not is_listed_name(form)
            and all(word.islower() for word in romanian().folded(form))  # Brandusa, Brândușa
        )

    def _is_excused(self, text: Reading, index: int, form: str) -> bool:
        if foreign_words().strengths(form) or text.ending_follows(index):
            return True
        token = text.tokens[index]
        if is_coinage(form) or is_formed(form) or text.is_term(token.start, token.end):
            words = romanian()
            if not any(words.frequency(word) >= _COMMON for word in words.folded(form)):
                return True
        if text.counts[form] > 1 and not has_native_letter(form) and without_marks(form) == form:
            return True  # the article uses the word as a term
        if text.is_foreign_company(index) or text.in_loan_phrase(index, index):
            return True
        return meant(form) is None or not text.is_marked(index)

    def _issue(self, view: View, start: int, end: int, found: Meant, capital: bool) -> Issue:
        word = found.word.capitalize() if capital else found.word
        message = Message(
            f"No Romanian word; probably “{word}”.", f"Cuvântul nu există; probabil „{word}”."
        )
        return self.issue(view, start, end, message, word, confidence=found.confidence)


CHECKS = (Misspelling,)
