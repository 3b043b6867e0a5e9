"""Romanian letters: legacy cedillas, and diacritics stripped inside a text that has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge import places
from mtqa.knowledge.handmade import rows
from mtqa.languages.ro import Token
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


@lru_cache(maxsize=1)
def _stripped() -> dict[str, str]:
    """Words that exist in Romanian only with their marks, by their stripped form."""
    return {row["bare"]: row["marked"] for row in rows("stripped") if row["kind"] == "word"}


class StrippedDiacritics(Check):
    """A word without its diacritics in a text that otherwise has them: "dupa" for "după".

    Texts typed without any diacritics are recognised and left alone.
    """

    name = "spelling.diacritics"
    category = "spelling"
    confidence = 0.92

    #: Marked words that prove a habit: not those that editors' software corrects by itself.
    _MARKED = re.compile(r"(?!(?:în|și|şi|într)\b)\b\w*[ăâîșțşţ]\w*", re.IGNORECASE)

    def find(self, view: View) -> Iterator[Issue]:
        table = _stripped()
        tokens = view.target.tokens
        hits = [index for index, token in enumerate(tokens) if token.text.lower() in table]
        if not hits or view.target.orthography.bare:
            return
        for line in view.target.lines:
            here = [i for i in hits if line.start <= tokens[i].start < line.end]
            if here and self._is_marked(view.target.text, line.start, line.end, len(here)):
                for index in here:
                    if not self._is_foreign(view, index):
                        yield self._bare(view, tokens[index])

    def _is_marked(self, text: str, start: int, end: int, bare_words: int) -> bool:
        """Whether the paragraph has marks in earnest: a bare quotation in a marked article is
        a habit of whoever typed it, not a slip."""
        return len(self._MARKED.findall(text, start, end)) >= 2 * bare_words

    def _bare(self, view: View, token: Token) -> Issue:
        full = _stripped()[token.text.lower()]
        full = full.capitalize() if token.text[0].isupper() else full
        message = Message(
            f"Diacritics missing; write “{full}”.", f"Lipsesc diacriticele; se scrie „{full}”."
        )
        return self.issue(view, token.start, token.end, message, full)

    #: Surnames, places and musical notes: a capital may be theirs (Putin, Toti, Daca, Si).
    _NAMES_TOO = frozenset("putin toti daca asa cata situatia insa numar bucuresti romania".split())

    def _is_foreign(self, view: View, index: int) -> bool:
        """Whether the word stands inside a foreign name: "Sciences Po Asa", "Asa Butterfield"."""
        tokens = view.target.tokens
        token = tokens[index]
        if token.text.isupper() and len(token.text) > 1:
            return True
        before = tokens[index - 1].text if index else ""
        after = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.text[0].isupper():
            if token.text.lower() in self._NAMES_TOO:
                return True
            return after[:1].isupper() or not view.target.is_sentence_start(token.start)
        return before[:1].isupper() and after[:1].isupper() and token.text != "si"


CHECKS = (Cedilla, StrippedDiacritics)
