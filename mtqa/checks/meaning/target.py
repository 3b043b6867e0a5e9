"""Calques and wrong senses that translation through English leaves behind."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.compare.meaning.keyed_words import Words, romanian_keys, words
from mtqa.compare.meaning.rules import Calqued, calque_book
from mtqa.model import Issue


class Calque(Check):
    """An English idiom or sense rendered word for word: "incendii sălbatice" (wildfires)."""

    name = "mistranslation.calque"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.85
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        book, text = calque_book(), view.target.text
        openings = [token.start for token in view.target.tokens if book.may_open(token.text)]
        for start, end in view.target.sentences if openings else ():
            if any(start <= place < end for place in openings):
                for hit in book.find(Words(words(text, start, end, romanian_keys), text)):
                    yield self._issue(view, hit)

    def _issue(self, view: View, hit: Calqued) -> Issue:
        row = hit.row
        message = Message(
            f"Calque of “{row.name}”; Romanian says “{row.shown}”.",
            f"Calc după „{row.name}”; în română: „{row.shown}”.",
        )
        return self.issue(
            view,
            hit.start,
            hit.end,
            message,
            severity=row.severity,  # type: ignore[arg-type]
            row=row.name,
        )


CHECKS = (Calque,)
