"""A pronoun that doubles the object and does not agree with it: "îl va înfrunta pe actrița"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.checks.base import Message, View
from mtqa.checks.wordwise import WordCheck
from mtqa.knowledge import places
from mtqa.knowledge.handmade import rows, word_set
from mtqa.languages.ro.agreement import WordList
from mtqa.model import Issue


@lru_cache(maxsize=1)
def _women() -> frozenset[str]:
    return frozenset(row["feminine"] for row in rows("gender"))


@lru_cache(maxsize=1)
def _men() -> frozenset[str]:
    return frozenset(row["masculine"] for row in rows("gender"))


class DoubledObject(WordCheck):
    """A pronoun of the other gender than the person it stands for: "îl va înfrunta pe actrița".

    Judged before nouns that are said of one gender only, inhabitants and women's first names.
    """

    name = "grammar.doubled-object"
    category = "grammar"
    confidence = 0.9

    _HIM = frozenset(("îl", "l-"))
    _HELPERS = frozenset("a au am ai va vor ar nu mai".split())
    _OTHER: ClassVar[dict[str, str]] = {"îl": "o", "o": "îl"}
    #: Words for women from countries and towns end so: cehoaica, americanca.
    _ENDINGS = ("oaica", "oaică", "eanca", "eancă")

    def search(self, view: View, text: WordList) -> Iterator[Issue]:
        for index in text.at(("îl", "l-", "o")):
            place = self._object(text, index)
            if place is None:
                continue
            him = text[index].lower in self._HIM
            if not (self._is_woman(text, place) if him else text[place].lower in _men()):
                continue
            noun, pronoun = text[place], text[index]
            right = self._OTHER.get(pronoun.lower)
            if right and pronoun.text[0].isupper():
                right = right.capitalize()
            shown = f": “{right}”" if right else ""
            message = Message(
                f"“{pronoun.text}” does not agree in gender with “{noun.text}”{shown}.",
                f"„{pronoun.text}” nu se acordă în gen cu „{noun.text}”{shown.replace('“', '„')}.",
            )
            yield self.issue(view, pronoun.start, pronoun.end, message, right)

    def _object(self, text: WordList, index: int) -> int | None:
        """The index of the noun after "pe" that the pronoun doubles: one verb lies between."""
        verbs = 0
        for place in range(index + 1, min(index + 5, len(text) - 1)):
            word = text[place]
            if word.lower == "pe":
                return place + 1 if verbs and text.spaced(place + 1) else None
            if word.lower in self._HELPERS:
                continue
            if not word.common or not word.profile.pos & {"verb", "participle", "adverb"}:
                return None
            verbs += bool(word.profile.pos & {"verb", "participle"})
        return None

    def _is_woman(self, text: WordList, index: int) -> bool:
        word = text[index]
        if word.text[0].isupper():
            return word.lower in word_set("given-names", "feminine")
        if word.lower in _women() or word.lower.endswith(self._ENDINGS):
            return True
        place = places().demonym(word.lower)
        return place is not None and word.lower.endswith(("ca", "că"))


CHECKS = (DoubledObject,)
