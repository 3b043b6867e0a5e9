"""Romanian letters: the legacy cedillas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import places
from mtqa.languages.ro.orthography import to_comma
from mtqa.model import Issue


class Cedilla(Check):
    """The letters ş, ţ with a cedilla for ș, ț with a comma below.

    A habit of a whole text, so it is reported once an article, at the first such word, with the
    number of words that need the same correction.
    """

    name = "spelling.cedilla"
    category = "spelling"
    confidence = 0.9

    _WORD = re.compile(r"[\w-]*[şţŞŢ][\w-]*")
    #: Turkish, Azerbaijani, Kurdish and Gagauz names write ş by right (Erdoğan's letters).
    _TURKISH = re.compile(r"[ğĞıİçÇöÖüÜəƏ]")

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.orthography.cedillas:
            return
        words = [
            match
            for match in self._WORD.finditer(view.target.text)
            if not self._is_turkish(match.group(), view)
        ]
        if not words:
            return
        more = len(words) - 1
        message = Message(
            "Letter with a cedilla (ş, ţ) for the Romanian ș, ț with a comma"
            + (f"; {more} more words of this article have it." if more else "."),
            "Literă cu sedilă (ş, ţ) în locul literelor românești ș, ț cu virgulă"
            + (f"; încă {more} cuvinte din articol o au." if more else "."),
        )
        yield self.issue(view, *words[0].span(), message, to_comma(words[0].group()))

    def _is_turkish(self, word: str, view: View) -> bool:
        """Whether the word is a Turkish name in a text that otherwise writes the comma letters."""
        habit = view.target.orthography
        if "ţ" in word.lower() or not word[:1].isupper():
            return False
        if self._TURKISH.search(word):
            return True
        if places().is_place(to_comma(word)):
            return False
        if habit.commas > habit.cedillas:
            return True
        return self._EVIDENCE.search(view.target.text) is None

    #: A cedilla that no Turkish name explains: a ţ, or a word in lower case.
    _EVIDENCE = re.compile(r"[ţŢ]|(?<!\w)[a-zăâîşţ][\w-]*ş|(?<!\w)ş")


CHECKS = (Cedilla,)
