"""Sentences and clauses in another language, whether there is a source or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, reading
from mtqa.checks.untranslated.passages import Passage, is_strange, passages, strength
from mtqa.checks.untranslated.target import is_announced, is_explained
from mtqa.knowledge.foreign import LANGUAGES
from mtqa.languages.ro.recognition import function_words, language_name
from mtqa.model import Issue, Severity

#: So many words make a sentence that nobody takes for a name or a term.
_SENTENCE, _CLAUSE = 5, 5
_MARK = re.compile('[„“”«»"]')
#: A title of a work may have so many words, a quotation that was left on purpose fewer than that.
_TITLE, _QUOTED = 7, 8
#: From this Zipf frequency on a word is common.
_COMMON = 3.0
#: From two strange words on this much is enough, with one it takes more.
_ENOUGH, _SURE = 4.4, 6.5
#: One word of so many is strange in any text that is not Romanian.
_SHARE = 5
#: So many words of a language that is not listed, half of them strange; one fewer if all are.
_UNLISTED, _MOSTLY = 5, 0.5
#: Languages that are quoted, and what is read into Romanian dialects and old texts.
_KEPT = frozenset(["la", "ro"])


class ForeignPassage(Check):
    """A sentence or clause in another language: "Los vecinos se quejan del ruido."

    Names, titles of works, short quotations, loanwords and what is explained or announced as
    foreign are left alone, and so is Latin.
    """

    name = "untranslated.passage"
    category = "untranslated"
    severity = "major"
    confidence = 0.96

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        if text.unreadable:
            return
        for passage in passages(view):
            code = _language(text, passage)
            if code is None or _is_meant(view, text, passage, code):
                continue
            yield self._issue(view, text, passage, code)

    def _issue(self, view: View, text: Reading, passage: Passage, code: str) -> Issue:
        names = language_name(code) or ("another language", "altă limbă")
        what, ce = ("sentence", "Propoziția") if passage.whole else ("passage", "Pasajul")
        message = Message(f"The {what} is in {names[0]}.", f"{ce} este în {names[1]}.")
        severity: Severity = "major"
        confidence = self.confidence if passage.words >= _CLAUSE else 0.93
        if text.quoted(passage.start, passage.end):
            confidence = 0.88
        elif passage.whole and passage.words >= _SENTENCE:
            severity, confidence = "critical", 0.98
        end = passage.end
        if passage.whole and view.target.text[end : end + 1] in (".", "!", "?", "…"):
            end += 1
        return self.issue(
            view, passage.start, end, message, severity=severity, confidence=confidence
        )


def _language(text: Reading, passage: Passage) -> str | None:
    """The language of a passage that is in another one, empty if it has no name here; None if it
    may be Romanian, or Latin."""
    strange = passage.strange - _borrowed(text, passage)
    if passage.language in _KEPT or not _is_foreign(passage, strange):
        return None
    words = text.text[passage.start : passage.end]
    found = function_words(re.findall(r"[^\W\d_]+", words), 2)
    if found or passage.language in LANGUAGES:
        return found or passage.language
    import py3langid

    code: str = py3langid.classify(words)[0]
    return None if code in _KEPT else code


def _is_foreign(passage: Passage, strange: int) -> bool:
    """Whether so many strange words among its words make it one of another language."""
    if passage.language in LANGUAGES:
        least = _ENOUGH if strange > 1 else _SURE
        few = passage.words < 3 or strange * _SHARE < passage.words
        return not few and strange > 0 and passage.weight >= least
    if passage.words < _UNLISTED:
        return passage.words == strange == _UNLISTED - 1
    return strange >= _MOSTLY * passage.words


def _borrowed(text: Reading, passage: Passage) -> int:
    """How many of the strange words are part of a loan phrase: pole position."""
    return sum(
        is_strange(text.tokens[index].text.lower()) and text.in_loan_phrase(index, index)
        for index in range(passage.first, passage.last + 1)
    )


def _is_meant(view: View, text: Reading, passage: Passage, code: str) -> bool:
    """Whether the passage is to stand in its language: a title, a quotation, a gloss."""
    start, end = passage.start, passage.end
    quotation = text.quoted(start, end)
    if is_explained(text.text, start, end) or is_in_source(view, start, end, code):
        return True
    beside = text.text[max(0, start - 1) : start] + text.text[end : end + 1]
    if not quotation and passage.words < _QUOTED and _MARK.search(beside):
        return True  # the other mark is missing, or far away
    if quotation:
        place = text.text.find(quotation, max(0, start - len(quotation)))
        return passage.words < _QUOTED or is_announced(text.text, place)
    return not passage.whole and passage.words <= _TITLE and _is_title(text, passage)


def _is_title(text: Reading, passage: Passage) -> bool:
    """Whether a word with a capital leads to the passage or goes on from it that is a common word
    of its language and no name: Voyage au bout de la nuit, Eye of the Tiger."""
    if text.tokens[passage.first].text[0].isupper() and not text.initial(passage.first):
        return True
    beside = (text.neighbour(passage.first, -1), text.neighbour(passage.last, 1))
    capitals = [t.text for t in beside if t is not None and t.text[0].isupper()]
    if capitals and passage.words < _CLAUSE and text.tokens[passage.first].text[0].isupper():
        return True
    return any(
        strength(word.lower(), passage.language) >= _COMMON and not is_listed_name(word)
        for word in capitals
    )


def is_in_source(view: View, start: int, end: int, code: str) -> bool:
    """Whether the source has the passage as well and is in another language itself."""
    source = view.article.source
    if not source or view.source_language == code:
        return False
    return view.target.text[start:end] in source


CHECKS = (ForeignPassage,)
