"""``niciun`` and ``nicio`` written in two words, as before the spelling dictionary of 2005."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.agreement import WordList
from mtqa.model import Issue

_ARTICLES = frozenset("un o unui unei".split())
_PRONOUNS = frozenset("unul una unuia uneia".split())
_COPULAS = frozenset("e este era sunt erau fi".split())
#: What a clause may begin with: se știe că nu e nici o legătură.
_OPENERS = frozenset("că dacă iar dar însă și unde aici acolo deși căci care".split())
_ENDS = frozenset(".!?…;")
#: Determiners and adverbs that may stand before the noun: nici un alt motiv, nici un fel.
_BEFORE = frozenset("alt altă mai prea așa astfel asemenea singur singură fel".split())


class NegativeDeterminer(WordCheck):
    """ "Nici un" and "nici o" where they mean "no": "nu există nici un motiv" for "niciun motiv".

    Two words are right where "nici" joins (nici un băiat, nici o fată) or means "not even" (nu a
    stat nici o oră).
    """

    name = "spelling.nici-un"
    category = "spelling"
    severity = "minor"
    confidence = 0.9

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("nici",)):
            article = text.lower(index + 1)
            if not text.spaced(index + 1) or text.hyphenated(index + 1):
                continue
            denies = (article in _ARTICLES and self._is_determiner(text, index)) or (
                article in _PRONOUNS and text.lower(index + 2) in ("dintre", "din", "nu")
            )
            if not denies or _joins(text, index) or _describes(text, index):
                continue
            first, last = text[index], text[index + 1]
            joined = first.text + article
            message = Message(
                f"Written as one word where it means “no”: “{joined}”.",
                f"Se scrie într-un cuvânt când nu înseamnă „nici măcar”: „{joined}”.",
            )
            yield self.issue(view, first.start, last.end, message, joined)

    @staticmethod
    def _is_determiner(text: WordList, index: int) -> bool:
        """Whether a noun that is not counted follows, and no verb: nici o vede."""
        after = index + 2
        if after >= len(text) or not text.spaced(after) or not text[after].common:
            return False
        word = text[after]
        if word.lower in _BEFORE:
            return True
        verb = word.profile.finite and text.lower(index + 1) == "o"
        counted = word.lower in word_set("units", "not one")  # nu a stat nici o oră: not even one
        return bool(word.profile.nominal) and not verb and not counted


def _describes(text: WordList, index: int) -> bool:
    """Whether the noun may say what the subject is not: ministrul nu este nici un expert."""
    if text.lower(index - 1) not in _COPULAS or text.lower(index - 2) != "nu":
        return False
    subject = index > 2 and text[index - 3].text[0].isalpha()
    return (subject and text.lower(index - 3) not in _OPENERS) or "ci" in (
        text.lower(place) for place in range(index, len(text))
    )


def _joins(text: WordList, index: int) -> bool:
    """Whether the sentence has another "nici", so that both mean "neither" and "nor"."""
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(text) and text[place].text not in _ENDS:
            if text.lower(place) == "nici":
                return True
            place += step
    return False


CHECKS = (NegativeDeterminer,)
