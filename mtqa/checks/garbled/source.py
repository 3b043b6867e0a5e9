"""Words that no dictionary has and that nothing in the source explains."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz import fuzz, process

from mtqa.checks.base import Check, Message, View
from mtqa.checks.garbled.compounds import Invention
from mtqa.checks.lexical import has_native_letter, reading
from mtqa.knowledge import comma, romanian, without_marks
from mtqa.knowledge.handmade import word_list
from mtqa.languages.tables import words as table
from mtqa.model import Issue, Severity

#: Shorter words may be abbreviations or slang.
_SHORTEST = 5
_PLAIN = re.compile(r"[a-zăâîșț]+")
_WORD = re.compile(r"[^\W\d_]{3,}")
#: A learned loan (cicadofite, cycads) begins like the source's word or resembles it so much.
_BEGINNING, _LIKENESS = 4, 60.0
#: Those of a party, club or leader: pesediști, udemeriștii.
_MEMBER = re.compile(r"i(?:st|ști)\w{0,4}$")


class Unexplained(Check):
    """A word of no dictionary that resembles nothing in the source: "suizerii", "sasezeze".

    Words with Romanian letters need no source to be seen (garbled.word); a word without them may
    be a loan, of which the source would have the model.
    """

    name = "garbled.unexplained"
    category = "garbled"
    severity = "major"
    confidence = 0.8
    needs_source = True
    needs_diacritics = True
    spares_names = True

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        learned = table(view.source_language or "").learned  # German and Hungarian coin their own
        silent = text.unreadable or not text.odd or not learned
        for index in () if silent else text.odd:
            token = text.tokens[index]
            form = comma(token.text)
            if len(form) < _SHORTEST or not _PLAIN.fullmatch(form):
                continue
            if has_native_letter(form) or text.counts[token.text] > 1 or _is_learned(form):
                continue
            if is_derived(form) or not Invention.is_strange(text, index, form):
                continue
            source = view.source_at(token.start)
            if source and not _explained(form, source):
                message = Message(
                    f"“{form}” is not a Romanian word, and nothing in the source resembles it.",
                    f"„{form}” nu este un cuvânt românesc și nimic din sursă nu îi seamănă.",
                )
                # a slip of the keyboard is near a word; what is near to nothing is worse
                severity: Severity | None = "minor" if romanian().suggest(form, 1) else None
                yield self.issue(view, token.start, token.end, message, severity=severity)


def _is_learned(form: str) -> bool:
    """Whether the word needs no model: one of chemistry, medicine, units and their like."""
    return form.startswith(word_list("word-formation", "learned"))


@lru_cache(maxsize=1)
def _derived() -> re.Pattern[str]:
    """A word made of a listed one as any writer may: mansardare, hobanat, nepoliticositate."""
    return re.compile(rf"(?P<stem>\w{{5,}}?)(?:{'|'.join(word_list('word-formation', 'suffix'))})$")


def is_derived(form: str) -> bool:
    """Whether the form is a noun or an adjective of the dictionary with one more suffix."""
    if _MEMBER.search(form):
        return True
    match = _derived().match(form)
    return match is not None and any(
        reading.pos in ("noun", "adjective")
        for end in ("", "ă", "e", "ie")
        for reading in romanian().analyses(match["stem"] + end)
    )


def _explained(form: str, source: str) -> bool:
    """Whether a word of the source may be the model of the form."""
    plain = without_marks(form)
    words = [without_marks(word.lower()) for word in _WORD.findall(source)]
    if any(word[:_BEGINNING] == plain[:_BEGINNING] for word in words):
        return True
    return process.extractOne(plain, words, scorer=fuzz.ratio, score_cutoff=_LIKENESS) is not None


CHECKS = (Unexplained,)
