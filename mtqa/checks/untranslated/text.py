"""A translation that is none: the text, or most of it, is in another language."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import is_bare, odd
from mtqa.compare.coverage.source_words import WORD
from mtqa.compare.names.keys import unmarked
from mtqa.languages.ro import Document
from mtqa.languages.ro.recognition import function_words, language_name
from mtqa.languages.sentences import detect
from mtqa.model import Article, Issue

#: Fewer ordinary words than this say nothing.
_LEAST = 4
#: So many are enough where no function words tell the language: in a copy of the source, elsewhere.
_SOME, _MANY = 8, 20
#: In capitals names look like other words (LOS ANGELES, LAS VEGAS): it takes so many different
#: function words to tell a language there.
_DIFFERENT = 4
#: Share of the words that are ordinary ones in running text.
_RUNNING = 0.6
#: Share of the ordinary words that are no Romanian ones: of human Romanian sentences one in a
#: thousand has a third, of sentences in other languages nearly all.
_STRANGE, _VERY_STRANGE, _NATIVE = 0.3, 0.6, 0.2
#: Share of the words that the source has too, from which a text is its copy.
_COPIED = 0.8
#: Share of Romanian among the sentences that does not make a text a mixed one.
_TRACE = 0.05
#: The language of a script that no other language of the news is written in.
SCRIPTS = {
    "GREEK": "el", "HEBREW": "he", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja",
    "CJK": "zh", "GEORGIAN": "ka", "ARMENIAN": "hy", "ARABIC": "ar",
    "DEVANAGARI": "hi", "THAI": "th",
}  # fmt: skip


class Stretch(NamedTuple):
    """Foreign text in a target.

    Attributes:
        start, end: half-open span in code points.
        language: ISO 639-1 code, empty if it cannot be told.
        left: whether that is the language of the source.
        sentences: how many sentences it has.
        whole: whether it is the whole text.
    """

    start: int
    end: int
    language: str
    left: bool
    sentences: int
    whole: bool


class UntranslatedText(Check):
    """The text, or most of it, is not in Romanian: it was not translated, or into another language.

    Ordinary words decide, those in lower case: lists of names, tables of results and headlines in
    capitals have none to speak of, and a text without diacritics is Romanian all the same. A word
    or two prove nothing. Single sentences in a Romanian article are left to other checks.

    The penalty is that of a critical error in each of the sentences.
    """

    name = "untranslated.text"
    category = "untranslated"
    severity = "critical"
    confidence = 0.99
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        article = view.article
        for stretch in foreign_stretches(view.target, article.source or "", article.source_lang):
            issue = self.issue(view, stretch.start, stretch.end, _message(stretch))
            yield replace(issue, factor=stretch.sentences)


def is_told(article: Article, checks: Sequence[Check]) -> bool:
    """Whether a target in another language is an error that will be reported, and no reason to
    refuse the article: it has a source, which is not itself the Romanian text, and the check runs.
    """
    source = article.source or ""
    if not source.strip() or detect(source) == "ro":
        return False
    return any(check.name == UntranslatedText.name for check in checks)


def foreign_stretches(
    target: Document, source: str = "", source_language: str | None = None
) -> tuple[Stretch, ...]:
    """What of a text is foreign: nothing, the whole, or stretches that are together most of it.

    Args:
        target: the text that should be Romanian.
        source: the source text, if there is one.
        source_language: ISO 639-1 code of its language; detected if not given.
    """
    capitals = _is_in_capitals(target.text)
    read = str.lower if capitals else str
    if not target.sentences or not _may_be_foreign(read(target.text)):
        return ()
    sides = [_side(read(target.text[start:end])) for start, end in target.sentences]
    foreign = sum(-words for words in sides if words < 0)
    native = sum(words for words in sides if words > 0)
    if foreign <= native:
        return ()
    theirs = _Source.of(source, source_language)
    runs = [(0, len(sides))] if native <= _TRACE * foreign else _runs(sides)
    found = []
    for first, last in runs:
        start, end = target.sentences[first][0], target.sentences[last - 1][1]
        language = _language(read(target.text[start:end]), theirs, _DIFFERENT if capitals else 1)
        if language is not None:
            left = language == theirs.language != ""
            found.append(
                Stretch(start, end, language, left, last - first, last - first == len(sides))
            )
    return tuple(found)


class _Source(NamedTuple):
    """What a copy is told by: the words of the source, and its language if that is known."""

    words: frozenset[str]
    language: str

    @classmethod
    def of(cls, text: str, language: str | None) -> _Source:
        known = language or detect(text) or ""
        words = frozenset(map(unmarked, WORD.findall(text)))
        return cls(words, "" if known == "ro" else known)


def _runs(sides: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of foreign sentences, those between two that say nothing taken along."""
    at = 0
    for native, group in groupby(sides, lambda words: words > 0):
        run = list(group)
        telling = [place for place, words in enumerate(run) if words < 0]
        if not native and telling:
            yield at + telling[0], at + telling[-1] + 1
        at += len(run)


def _words(text: str) -> tuple[list[str], list[str], int]:
    """The words, of these the ordinary ones, and how many of them are not Romanian."""
    words = WORD.findall(text.replace("\u00ad", ""))
    ordinary = [word for word in words if word == word.lower()]
    strange = sum(odd(word) and not is_bare(word) for word in ordinary)
    return words, ordinary, strange


def _is_in_capitals(text: str) -> bool:
    """Whether no word of a text of some length has a lower-case letter."""
    return text.isupper() and len(WORD.findall(text)) >= _MANY


def _may_be_foreign(text: str) -> bool:
    """Whether it is worth a look by sentences."""
    words, ordinary, strange = _words(text)
    if len(ordinary) < _LEAST:
        return len(words) >= _LEAST and any(map(script_of, words))
    return strange >= _STRANGE / 2 * len(ordinary) or sum(map(bool, map(script_of, words))) > 2


def _side(sentence: str) -> int:
    """The number of words of a sentence: negative if it is foreign, 0 if that cannot be told."""
    words, ordinary, strange = _words(sentence)
    if 2 * sum(map(bool, map(script_of, words))) > len(words):
        return -len(words)
    if len(ordinary) < _LEAST - 1:
        return 0
    if strange >= _STRANGE * len(ordinary):
        return -len(words)
    return len(words) if strange <= _NATIVE * len(ordinary) else 0


def _language(text: str, source: _Source, different: int) -> str | None:
    """The language of a foreign text, empty if it cannot be told; None if too little is foreign."""
    words, ordinary, strange = _words(text)
    copied = sum(unmarked(word) in source.words for word in words) >= _COPIED * len(words)
    scripts = Counter(filter(None, map(script_of, words)))
    if scripts.total() > max(2, len(words) / 2):
        script = scripts.most_common(1)[0][0]
        found = detect(text) or "" if script == "CYRILLIC" else SCRIPTS.get(script, "")
        return source.language or found if copied else found
    if len(ordinary) < _LEAST or strange < _STRANGE * len(ordinary):
        return None
    found = function_words(words, different)
    if not found:
        # running text, and no list: names of plants and animals are in lower case by half
        enough = len(ordinary) >= max(_SOME if copied else _MANY, _RUNNING * len(words))
        if not enough or strange < _VERY_STRANGE * len(ordinary):
            return None
    return source.language or found if copied else found


def script_of(word: str) -> str:
    """The script of a word, by its Unicode name; empty if it is Latin."""
    if word.isascii() or ord(word[0]) < 0x370:
        return ""
    script = unicodedata.name(word[0], "").partition(" ")[0]
    return "" if script in ("LATIN", "FULLWIDTH", "MODIFIER") else script


def _message(stretch: Stretch) -> Message:
    what, ro = ("The text", "Textul") if stretch.whole else ("This part", "Această parte")
    names = language_name(stretch.language)
    if stretch.left:
        left, limba = names or ("the language of the source", "limba sursei")
        return Message(f"{what} was left in {left}.", f"{ro} a rămas în {limba}.")
    if names:
        return Message(
            f"{what} is in {names[0]}, not in Romanian.",
            f"{ro} este în {names[1]}, nu în română.",
        )
    return Message(f"{what} is not in Romanian.", f"{ro} nu este în română.")


CHECKS = (UntranslatedText,)
