"""Words of other languages that were left in the Romanian text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_bare, is_listed_name, odd, reading
from mtqa.common.memory import WORDS
from mtqa.knowledge import en_ro, foreign_words, romanian
from mtqa.knowledge.handmade import word_list, word_set
from mtqa.languages.ro import Token
from mtqa.languages.tables import left_in_romanian
from mtqa.languages.tables import words as words_of
from mtqa.model import Issue, Severity

#: An English word that the lexicon cannot translate (sikh, blogging) must be more frequent.
_UNTRANSLATABLE = 4.5
#: Rarer words, and those in -ing, are the ones that Romanian borrows.
_EVERYDAY = 4.5
_SHORTEST = 4
#: What may stand between a word that announces another and that other.
_BETWEEN = r"(?:\s+(?:și|de|drept|ca|sub|în|prin|la|limba|simplu|pur|popular|uneori|adesea))*\s*"
_OPENERS, _CLOSERS = "„“«\"'‘(", "”“»\"'’)"


@lru_cache(maxsize=WORDS)
def language_of(form: str) -> str:
    """The language (``en``, ``de``, ``fr``) whose plain word the unknown ``form`` is, or ``""``."""
    if "-" in form:
        parts = form.split("-")
        known = all(len(p) > 1 and foreign_words().strength(p, "en") >= 3 for p in parts)
        return "en" if known and any(map(odd, parts)) and len(set(parts)) > 1 else ""
    if len(form) < _SHORTEST or is_bare(form):
        return ""
    strengths = foreign_words().strengths(form)
    fitting = {
        c: strengths[c] for c, floor in left_in_romanian().items() if strengths.get(c, 0.0) >= floor
    }
    if not fitting or max(strengths.values()) > max(fitting.values()) + 1:
        return ""  # rather Italian or Spanish: a Romanian word with a slip
    if any(form[:-1] + ending in romanian() for ending in ("", "ă")):
        return ""  # a form of a Romanian word that the dictionary lacks: obsolet, obsolete
    best = max(fitting, key=lambda code: fitting[code])
    if best == "en" and fitting["en"] < _UNTRANSLATABLE and not en_ro().translations(form):
        return ""
    return best


@lru_cache(maxsize=1)
def _metalanguage() -> re.Pattern[str]:
    """Words that announce that a foreign word is meant as a word."""
    words = "|".join(word_list("metalanguage", "announcing"))
    return re.compile(rf"\b(?:{words}){_BETWEEN}[„\"«“(]?\s*$", re.IGNORECASE)


def _belongs(token: Token, language: str) -> bool:
    """Whether a word beside a foreign one is part of the same phrase."""
    return odd(token.text) and foreign_words().strength(token.text, language) > 0


class ForeignWord(Check):
    """A word or phrase of another language in lower case: "satisfied", "bullshit".

    Loanwords that Romanian papers use, words explained or quoted as words, titles, and foreign
    words that carry a Romanian ending (summit-ul) are left alone.
    """

    name = "untranslated.word"
    category = "untranslated"
    spares_names = True
    needs_diacritics = True
    severity = "major"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        done = -1
        for index in text.odd:
            form = text.tokens[index].text
            if index <= done or not form.islower():
                continue
            language = language_of(form)
            if language and not text.ending_follows(index):
                first, done = _run(text, index, language)
                issue = self._judge(view, text, first, done, language)
                if issue:
                    yield issue

    def _judge(
        self, view: View, text: Reading, first: int, last: int, language: str
    ) -> Issue | None:
        tokens = text.tokens
        start, end = tokens[first].start, tokens[last].end
        phrase = text.text[start:end]
        if text.in_loan_phrase(first, last) or text.ending_follows(last):
            return None
        if _in_title(text, first, last) or is_explained(text.text, start, end):
            return None
        if _is_counted(text, first):
            return None
        strength = foreign_words().strength(phrase, language)
        plain = strength >= _EVERYDAY and not phrase.endswith("ing")
        confidence = self.confidence if first < last or plain else 0.75
        quotation = text.quoted(start, end)
        if quotation:
            if len(quotation) > len(phrase) + 4 and _mostly_foreign(quotation):
                return None
            if len(quotation) <= len(phrase) + 4:
                if first != last or strength < 3.5:
                    return None
                confidence = 0.65
        if first == last and text.counts[phrase.lower()] > 2:
            return None  # the article's own term
        severity: Severity | None = "minor" if confidence < 0.8 else None
        return self.issue(
            view, start, end, _message(phrase, language), None,
            severity=severity, confidence=confidence,
        )  # fmt: skip


def _run(text: Reading, index: int, language: str) -> tuple[int, int]:
    """First and last token of the foreign phrase around the token.

    A word that Romanian has too (``pit``, ``of``) is taken along between two foreign ones.
    """
    return index - _extent(text, index, language, -1), index + _extent(text, index, language, 1)


def _extent(text: Reading, index: int, language: str, step: int) -> int:
    """How many tokens of the phrase stand before (-1) or after (1) the token."""
    taken = ahead = 0
    while ahead - taken < 2:
        token = text.neighbour(index + step * ahead, step)
        if token is None or not foreign_words().strength(token.text, language):
            break
        ahead += 1
        if _belongs(token, language):
            taken = ahead
    return taken


def _is_counted(text: Reading, index: int) -> bool:
    """Whether a number stands before the word: a unit or currency (130 pence)."""
    before = text.neighbour(index, -1)
    if before is not None and before.text == "de":
        before = text.neighbour(index - 1, -1)
    return before is not None and before.text[0].isdigit()


def _in_title(text: Reading, first: int, last: int) -> bool:
    """Whether a capitalised foreign word stands in or beside the phrase: a title, a name."""
    left = _edge(text, first)
    before, after = text.neighbour(left, -1), text.neighbour(last, 1)
    if any(token.text[0].isupper() for token in text.tokens[first : last + 1]):
        return True
    if before is not None and before.text[0].isupper() and odd(before.text):
        return True
    return after is not None and after.text[0].isupper() and odd(after.text) and len(after.text) > 1


def _edge(text: Reading, index: int) -> int:
    """The first token after the capital from which foreign words lead up to the token, or the
    token itself: ``Voyage`` ``au bout de la nuit``."""
    for left in range(index, max(0, index - 6), -1):
        before = text.neighbour(left, -1)
        if before is None or before.text[0].isupper():
            return left
        if not foreign_words().strengths(before.text):
            break
    return index


def is_explained(text: str, start: int, end: int) -> bool:
    """Whether the word is meant as a word: announced, glossed, or a gloss itself."""
    after = text[end : end + 3]
    if after.startswith(" (") or after.lstrip('”"»“').startswith(" ("):
        return True
    if text[max(0, start - 2) : start].strip()[-1:] in {"(", "'", "’"}:
        return True
    return is_announced(text, start)


def is_announced(text: str, start: int) -> bool:
    """Whether a word before the place announces a title, a name or a word meant as a word."""
    return _metalanguage().search(text, max(0, start - 60), start) is not None


def _mostly_foreign(quotation: str) -> bool:
    words = re.findall(r"[^\W\d_]{2,}", quotation)
    return sum(map(odd, words)) * 2 >= len(words)


def _message(phrase: str, language: str) -> Message:
    english, romanian_name = words_of(language).name
    found = en_ro().translations(phrase)[:3] if language == "en" else ()
    hint = f"; perhaps {', '.join(found)}" if found else ""
    sfat = f"; poate {', '.join(found)}" if found else ""
    return Message(f"Left in {english}{hint}.", f"Rămas în {romanian_name}{sfat}.")


#: What announces a noun: a name does not follow an indefinite article.
_DETERMINERS = frozenset(
    "un o unui unei niște acest această acestui acestei aceste acestor fiecare alt altă alte vreun "
    "vreo niciun nicio orice multe mulți câteva câțiva asemenea".split()
)


class ForeignPhrase(Check):
    """A phrase of foreign words with capitals that is no name: "un Gutachten", "un Strong Message".

    An indefinite article or a demonstrative stands before it, so that a noun was to follow, and
    every word of it is an everyday word of the other language.
    """

    name = "untranslated.phrase"
    category = "untranslated"
    spares_names = True
    needs_diacritics = True
    severity = "major"
    confidence = 0.9

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        done = -1
        for index in text.odd:
            form = text.tokens[index].text
            if index > done and form[0].isupper() and form[1:].islower():
                first, done = self._bounds(text, index)
                language = self._language(text, first, done)
                if language:
                    start, end = text.tokens[first].start, text.tokens[done].end
                    message = _message(text.text[start:end], language)
                    yield self.issue(view, start, end, message)

    def _bounds(self, text: Reading, index: int) -> tuple[int, int]:
        """The run of capitalised words around the token."""
        first = last = index
        while text.joined(last) and _is_capitalised(text.tokens[last + 1]):
            last += 1
        while first and text.joined(first - 1) and _is_capitalised(text.tokens[first - 1]):
            first -= 1
        if first < index and text.tokens[first].text.lower() in _DETERMINERS:
            first += 1  # the article that begins the sentence
        return first, last

    def _language(self, text: Reading, first: int, last: int) -> str:
        words = [token.text for token in text.tokens[first : last + 1]]
        start, end = text.tokens[first].start, text.tokens[last].end
        if text.quoted(start, end) or text.ending_follows(last):
            return ""
        if text.initial(first):
            return ""
        before = text.neighbour(first, -1)
        if before is None or before.text.lower() not in _DETERMINERS:
            return ""
        if any(is_listed_name(word) for word in words) or text.in_loan_phrase(first, last):
            return ""
        if len(words) == 1:
            return "de" if _is_german_noun(words[0]) else ""
        if words[-1].lower() in word_set("name-heads", "named") or words[-1].isupper():
            return ""  # an institution, a product or a title
        english = foreign_words()
        plain = all(english.strength(word, "en") >= 3 for word in words)
        return "en" if plain and _is_modifier(words[0]) else ""


def _is_capitalised(token: Token) -> bool:
    return token.text[0].isupper() and token.text.isalpha()


def _is_modifier(word: str) -> bool:
    """Whether the English word can be an adjective or adverb."""
    return bool(en_ro().translations(word.lower(), "a") or en_ro().translations(word.lower(), "r"))


def _is_german_noun(word: str) -> bool:
    """Whether the capitalised word is an everyday German noun and no word of another language."""
    strengths = foreign_words().strengths(word)
    own = strengths.get("de", 0.0)
    others = max((v for code, v in strengths.items() if code != "de"), default=0.0)
    return len(word) > 5 and own >= 3.5 and others < own - 1


CHECKS = (ForeignWord, ForeignPhrase)
