"""Whole sentences in another language, and names of bodies made of ordinary English words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, odd, reading
from mtqa.common.memory import SENTENCES
from mtqa.compare.coverage.beads import ArticleBeads
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.coverage.grammar_words import is_grammar
from mtqa.compare.coverage.source_words import WORD
from mtqa.compare.names.keys import is_cyrillic, unmarked
from mtqa.knowledge import foreign_words, romanian
from mtqa.knowledge.foreign import LANGUAGES
from mtqa.knowledge.handmade import word_set
from mtqa.languages.sentences import detect
from mtqa.languages.tables import words as words_of
from mtqa.model import Issue, SourceSpan

#: A word so long that two wrong letters do not hide it.
_LONG = 6
_TITLE_RUN = re.compile(
    r"[A-Z][a-z]+(?:['’]s?)?(?: (?:(?:of|for|on|and|the) )*[A-Z][a-z]+(?:['’]s?)?)+"
)


class CopiedTitle(Check):
    """The name of a body or contest, made of ordinary words, was left: "National Workers Union".

    Its words mean something in English and the head is one that Romanian papers translate.
    """

    name = "untranslated.title"
    category = "untranslated"
    confidence = 0.75
    needs_source = True

    def find(self, view: View) -> Iterator[Issue]:
        article = view.beads
        if article is None or article.language != "en":
            return
        text = reading(view)
        for match in _TITLE_RUN.finditer(view.target.text) if text.odd else ():
            start, end = match.span()
            bead = article.at_target(start)
            if bead is None or not bead.source_spans or text.quoted(start, end):
                continue
            place = article.source.find(match.group(), *bead.source)
            if place < 0:  # without the word that begins the sentence
                start += match.group().index(" ") + 1
                place = article.source.find(view.target.text[start:end], *bead.source)
            title = view.target.text[start:end]
            if place < 0 or not _is_translatable(title):
                continue
            if not is_left_sentence(article, text, start):
                yield self._issue(view, start, end, place)

    def _issue(self, view: View, start: int, end: int, place: int) -> Issue:
        title = view.target.text[start:end]
        message = Message(f"“{title}” was left in English.", f"„{title}” a rămas în engleză.")
        origin = SourceSpan(place, place + end - start, title)
        return self.issue(view, start, end, message, source_span=origin)


def _is_translatable(title: str) -> bool:
    words = [re.sub(r"['’]s?$", "", word) for word in title.split()]
    if len(words) < 2:
        return False
    if not {words[-1].lower(), words[0].lower()} & _heads() or not any(map(odd, words)):
        return False
    return all(
        translations(word.lower(), "en") or is_grammar(word, "en") or _is_bent(word)
        for word in words
    )


def _heads() -> frozenset[str]:
    """Heads of names of bodies and contests that Romanian papers translate."""
    return word_set("name-heads", "body or contest")


def _is_bent(word: str) -> bool:
    """Whether the word is a misspelling of a head: Comitee."""
    return any(word[0].lower() == head[0] and OSA.distance(word.lower(), head) <= 2
               for head in _heads() if len(head) > _LONG)  # fmt: skip


def is_left_sentence(article: ArticleBeads, text: Reading, offset: int) -> bool:
    """Whether the sentence at the offset was left in another language as a whole."""
    span = _sentence_at(article, offset)
    return span is not None and bool(_language_of_sentence(text.text[slice(*span)]))


def _sentence_at(article: ArticleBeads, offset: int) -> tuple[int, int] | None:
    sentences = article.target.sentences
    place = bisect_right(sentences, (offset, len(article.target.text) + 1)) - 1
    return sentences[place] if place >= 0 and sentences[place][1] > offset else None


@lru_cache(maxsize=SENTENCES)
def _language_of_sentence(sentence: str) -> str:
    """The language that most words of a sentence of some length are in, if it is not Romanian."""
    words = WORD.findall(sentence)
    lower = [w for w in words if w.islower()]
    strange = sum(map(odd, lower))
    if len(lower) < 3 or strange < 2 or strange * 3 < len(lower):
        return ""
    if sum(map(is_cyrillic, words)) * 2 > len(words):
        return detect(sentence) or "ru"
    counts = {
        code: sum(foreign_words().strength(w, code) >= 3 for w in lower) for code in LANGUAGES
    }
    best = max(counts, key=lambda code: counts[code])
    own = sum(map(romanian().known, lower))
    return best if counts[best] * 4 >= len(lower) * 3 and counts[best] > own else ""


class _LeftSentence(Check):
    """Shared by the checks of whole sentences."""

    category = "untranslated"
    severity = "critical"
    needs_source = True

    def _sentences(self, view: View) -> Iterator[tuple[int, int, str, ArticleBeads]]:
        article = view.beads
        if article is None:
            return
        text = reading(view)
        done = -1
        for index in text.odd:
            start = text.tokens[index].start
            if start < done:
                continue
            span = _sentence_at(article, start)
            if span is None:
                continue
            done = span[1]
            language = _language_of_sentence(text.text[slice(*span)])
            if language:
                yield *span, language, article


class LeftSentence(_LeftSentence):
    """A whole sentence was left in the language of the source."""

    name = "untranslated.sentence"
    confidence = 0.96

    def find(self, view: View) -> Iterator[Issue]:
        for start, end, language, article in self._sentences(view):
            sentence = view.target.text[start:end]
            copied = _share_copied(article, start, sentence)
            if copied >= 0.6 and language == article.language:
                names = words_of(language).name
                bead = article.at_target(start)
                span = bead.source if bead is not None else None
                yield self.issue(
                    view, start, end,
                    Message(f"The sentence was left in {names[0]}.",
                            f"Propoziția a rămas în {names[1]}."),
                    source_span=SourceSpan(*span, article.source[slice(*span)]) if span else None,
                )  # fmt: skip


class ThirdLanguage(_LeftSentence):
    """A sentence in a language that is neither Romanian nor the source's."""

    name = "untranslated.third-language"
    confidence = 0.9

    def find(self, view: View) -> Iterator[Issue]:
        for start, end, language, article in self._sentences(view):
            sentence = view.target.text[start:end]
            if language == article.language or _share_copied(article, start, sentence) >= 0.5:
                continue
            names = words_of(language).name
            yield self.issue(
                view, start, end,
                Message(f"The sentence is in {names[0]}.", f"Propoziția este în {names[1]}."),
            )  # fmt: skip


def _share_copied(article: ArticleBeads, offset: int, sentence: str) -> float:
    """The share of the sentence's words that the source of its bead has as well."""
    bead = article.at_target(offset)
    spans = bead.source_spans if bead is not None else ()
    theirs = {unmarked(w) for s in spans for w in WORD.findall(article.source[s.start : s.end])}
    ours = WORD.findall(sentence)
    return sum(unmarked(word) in theirs for word in ours) / max(1, len(ours))


CHECKS = (CopiedTitle, LeftSentence, ThirdLanguage)
