"""Slavic names as another alphabet or language has them: a case ending kept, a foreign spelling;
and names of any source that were translated as the words that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, reading
from mtqa.checks.words.halves import key
from mtqa.common.memory import NAMES
from mtqa.compare.names.cyrillic import consonants, stems
from mtqa.compare.names.evidence import exonym
from mtqa.compare.names.slavic import is_slavic
from mtqa.compare.names.transcribe import transcribed
from mtqa.knowledge.handmade import rows
from mtqa.languages.tables import letters, names
from mtqa.model import Issue

_CAPITAL = re.compile(r"[^\W\d_a-zа-яёіїєґ][^\W\d_]+(?:[-'’][^\W\d_]+)*")
#: Endings of the cases that only Slavic surnames have so, each with that of the nominative.
_CASES = tuple(
    (re.compile(rf"(?<=.)(?:{stem}){ending}$"), len(ending), right)
    for stem, ending, right in (
        ("[оеёє]в|[иі]н|їн", "ым", ""), ("[оеёє]в|[иії]н", "им", ""), ("[оеёє]в|[иії]н", "у", ""),
        ("[оеёє]в|[иії]н", "ой", "а"), ("[оеёє]в|[иії]н", "ою", "а"), ("[ії]в|[оеє]в", "ым", ""),
        ("енк|[чйґ]к", "ом", "о"), ("енк|[чйґ]к", "у", "о"), ("[кчщ]ук|[рлн]юк|ич", "ом", ""),
        ("[кчщ]ук|[рлн]юк|ич", "ем", ""), ("[кчщ]ук|[рлн]юк", "ові", ""), ("енк", "ові", "о"),
        ("[сц]ь?к", "им", "ий"), ("[сц]ь?к", "ому", "ий"), ("[сц]ь?к", "ого", "ий"),
    )
)  # fmt: skip


@lru_cache(maxsize=NAMES)
def nominative(word: str) -> str | None:
    """The Cyrillic surname of which the word is an oblique case that shows; None if it is none.

    >>> nominative("Кравцовым"), nominative("Шевченком"), nominative("Кравцов")
    ('Кравцов', 'Шевченко', None)
    """
    for pattern, size, right in _CASES:
        if pattern.search(word):
            return word[:-size] + right
    return None


def _is_heard(latin: str, word: str, form: str) -> bool:
    """Whether the form is the Cyrillic word, its ending included, in any transliteration."""
    return key(latin) == key(form) or (
        key(latin)[-2:] == key(form)[-2:] and consonants(word) == consonants(form)
    )


class KeptCase(Check):
    """A Slavic name keeps the case of the source: "cu Kravțovîm", where Romanian has Kravțov."""

    name = "names.source-case"
    category = "name"
    needs_source = True
    severity = "major"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        language = view.source_language
        if view.article.source is None or not letters(language).cyrillic:
            return
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            if not token.text[0].isupper() or is_listed_name(token.text):
                continue
            source = view.source_at(token.start) or ""
            for word in _CAPITAL.findall(source):
                right = nominative(word)
                if right and _is_heard(transcribed(word, language), word, token.text):
                    name = transcribed(right, language)
                    message = Message(
                        f"“{token.text}” keeps the case ending of the source; the name is "
                        f"“{name}”.",
                        f"„{token.text}” păstrează terminația de caz din sursă; numele este "
                        f"„{name}”.",
                    )
                    yield self.issue(view, token.start, token.end, message, name)
                    break


class ForeignSpelling(Check):
    """A Slavic name is spelt as German or French does: "Jewgeni Kowaltschuk"."""

    name = "names.source-romanised"
    category = "name"
    needs_source = True
    severity = "minor"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        language = view.source_language
        spelling = letters(language).slavic_spelling
        if view.article.source is None or not spelling:
            return
        text, foreign = reading(view), re.compile(spelling, re.IGNORECASE)
        for index in text.names:
            token, after = text.tokens[index], text.neighbour(index, 1)
            if after is None or not after.text[0].isupper() or is_listed_name(after.text):
                continue
            whole = text.text[token.start : after.end]
            if not (is_slavic(token.text, language) or foreign.search(token.text)):
                continue
            if not is_slavic(after.text, language):
                continue
            if foreign.search(after.text) and whole in (view.source_at(token.start) or ""):
                message = Message(
                    f"“{whole}” is the spelling of the source's language for a Slavic name.",
                    f"„{whole}” este grafia din limba sursei pentru un nume slav.",
                )
                yield self.issue(view, token.start, after.end, message)


class KeptGenitive(Check):
    """A place keeps the German genitive where Romanian has a name of its own: "decizia Wiens"."""

    name = "names.source-place-genitive"
    category = "name"
    needs_source = True
    severity = "minor"
    confidence = 0.9

    def find(self, view: View) -> Iterator[Issue]:
        language = view.source_language
        if view.article.source is None or not names(language).genitive_s:
            return
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            if not token.text[0].isupper() or not token.text.endswith("s"):
                continue
            right = exonym(token.text[:-1], language)
            if right and token.text in (view.source_at(token.start) or ""):
                message = Message(
                    f"“{token.text}” is a foreign genitive; Romanian “{right}”.",
                    f"„{token.text}” este un genitiv străin; în română „{right}”.",
                )
                yield self.issue(view, token.start, token.end, message, right)


@lru_cache(maxsize=16)
def _meanings(language: str) -> dict[str, frozenset[str]]:
    """What names mean, by the key of the name."""
    return {
        key(row["name"]): frozenset(row["romanian"].split("|"))
        for row in rows("name-meanings")
        if row["language"] == language
    }


class TranslatedMeaning(Check):
    """A name that is a word of its language was translated: "Speranța Pavlova" (Надежда)."""

    name = "names.source-meaning"
    category = "name"
    needs_source = True
    severity = "critical"
    confidence = 0.88

    def find(self, view: View) -> Iterator[Issue]:
        meanings = _meanings(view.source_language)
        if view.article.source is None or not meanings:
            return
        text = reading(view)
        for index, token in enumerate(text.tokens):
            if not token.text[0].isupper() or not any(
                token.text.lower() in words for words in meanings.values()
            ):
                continue
            found = self._name(view, text, index, meanings)
            if found:
                message = Message(
                    f"“{token.text}” translates “{found}”, which is part of a name.",
                    f"„{token.text}” traduce „{found}”, care face parte dintr-un nume.",
                )
                yield self.issue(view, token.start, token.end, message, found)

    def _name(
        self, view: View, text: Reading, index: int, meanings: dict[str, frozenset[str]]
    ) -> str | None:
        """The name of the source that the word translates: the other part stands beside both."""
        language = view.source_language
        source = view.source_at(text.tokens[index].start) or ""
        beside = {key(n.text) for n in (text.neighbour(index, 1), text.neighbour(index, -1)) if n}
        listed = [(m.start(), m.end(), m.group()) for m in _CAPITAL.finditer(source)]
        for at, (start, end, word) in enumerate(listed):
            forms = {key(transcribed(stem, language)) for stem in _forms(word, language)}
            low = text.tokens[index].text.lower()
            meant = [form for form in forms if low in meanings.get(form, ())]
            others = [
                other
                for left, right, other in listed[max(0, at - 1) : at + 2]
                if source[end:left] == " " or source[right:start] == " "
            ]
            keys = {key(transcribed(s, language)) for o in others for s in _forms(o, language)}
            if meant and not keys.isdisjoint(beside):
                return transcribed(_nominative(word, meant[0], language), language)
        return None


def _forms(word: str, language: str) -> tuple[str, ...]:
    """The word, and what it may be in the nominative."""
    if not letters(language).cyrillic:
        return (word,)
    cut = [stem + end for stem in stems(word)[1:] for end in ("", "а", "я", "о")]
    return (word, *cut, *filter(None, [nominative(word)]))


def _nominative(word: str, meant: str, language: str) -> str:
    return next(f for f in _forms(word, language) if key(transcribed(f, language)) == meant)


CHECKS = (KeptCase, KeptGenitive, ForeignSpelling, TranslatedMeaning)
