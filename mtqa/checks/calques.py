"""Calques and wrong senses that translation through English leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.checks.base import Check, Message, View
from mtqa.model import Issue
from mtqa.romanian import Document, Token
from mtqa.romanian.calques import CalqueHit, default_table

_CONFIDENCE = {"minor": 0.8, "major": 0.85, "critical": 0.85}


#: The table's marks around a lemma whose form is taken over.
_MARKUP = re.compile("[<>]")


def _sentences(document: Document) -> Iterator[Sequence[Token]]:
    """The tokens of each sentence."""
    tokens, first = document.tokens, 0
    for start, end in document.sentences:
        while first < len(tokens) and tokens[first].start < start:
            first += 1
        last = first
        while last < len(tokens) and tokens[last].start < end:
            last += 1
        if last > first:
            yield tokens[first:last]
        first = last


class Calque(Check):
    """An English idiom or sense rendered word for word: "în jurul ceasului" (around the clock)."""

    name = "mistranslation.calque"
    category = "mistranslation"
    severity = "minor"
    confidence = 0.8

    def find(self, view: View) -> Iterator[Issue]:
        table = default_table()
        topics = table.topics({t.text for t in view.target.tokens if t.text.isalpha()})
        for tokens in _sentences(view.target):
            for hit in table.find([token.text for token in tokens], topics=topics):
                yield self._issue(view, tokens, hit)

    def _issue(self, view: View, tokens: Sequence[Token], hit: CalqueHit) -> Issue:
        calque = hit.calque
        start, end = tokens[hit.start].start, tokens[hit.end - 1].end
        right = hit.suggestion or _MARKUP.sub("", calque.romanian).replace("{}", "…")
        message = Message(
            f"Calque of “{calque.origin}”; Romanian says “{right}”.",
            f"Calc după „{calque.origin}”; în română: „{right}”.",
        )
        suggestion = hit.suggestion
        if suggestion and view.article.target[start].isupper():
            suggestion = suggestion[0].upper() + suggestion[1:]
        return self.issue(
            view,
            start,
            end,
            message,
            suggestion,
            severity=calque.severity,  # type: ignore[arg-type]
            confidence=_CONFIDENCE[calque.severity],
            row=calque.id,
        )


CHECKS = (Calque,)
