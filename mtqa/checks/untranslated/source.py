"""Words of the source that stand in the translation as they are, or with a Romanian ending."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from rapidfuzz.distance import OSA

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_bare, odd, reading
from mtqa.checks.untranslated import sentences as source_sentences
from mtqa.checks.untranslated.sentences import is_left_sentence
from mtqa.checks.untranslated.target import is_explained
from mtqa.common.memory import WORDS
from mtqa.compare.coverage.beads import Bead
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.coverage.german import english as german_english
from mtqa.compare.coverage.grammar_words import is_grammar
from mtqa.compare.coverage.source_words import (
    EVERYDAY,
    LISTED,
    SHORTEST,
    WORD,
    SourceWords,
    is_compound,
    stems,
    strength,
)
from mtqa.knowledge import en_ro, foreign_words, romanian
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro import Token
from mtqa.languages.ro.recognition import language_name
from mtqa.languages.tables import words as words_of
from mtqa.model import Issue, Severity, SourceSpan

#: An odd word that stands more often than this in an article is its own term.
_OFTEN = 3
#: A word so long that one wrong letter does not hide it.
_LONG = 6


#: Adjectives of Latin and Greek make that Romanian has with its own endings: colorectale.
_LEARNED = re.compile(r"(?:[aeiou]\w*){3}(?:al|ar|ic|iv|oid)$")
_ADJECTIVE = frozenset(("ă", "e", "i"))


class _Leftover(Check):
    """Shared by the checks of single words and phrases."""

    category = "untranslated"
    severity = "major"
    needs_source = True
    spares_names = True

    def _runs(self, view: View) -> Iterator[tuple[Reading, Bead, SourceWords, int, int]]:
        """Runs of odd tokens that the bead's source has as well: first and last number."""
        article = view.beads
        if article is None:
            return
        text = reading(view)
        words: dict[int, SourceWords] = {}
        done = -1
        for index in text.odd:
            if index <= done:
                continue
            token = text.tokens[index]
            bead = article.at_target(token.start)
            if bead is None or not bead.source_spans:
                continue
            source = words.get(bead.number)
            if source is None:
                source = words[bead.number] = SourceWords(article, bead)
            if is_bare(token.text) and not text.is_marked(index):
                continue
            if self._origin(token, source):
                done = self._last(text, index, source)
                if not is_left_sentence(article, text, token.start):
                    yield text, bead, source, self._first(text, index, source), done

    def _origin(self, token: Token, source: SourceWords) -> str:
        raise NotImplementedError

    def _last(self, text: Reading, index: int, source: SourceWords) -> int:
        return index

    def _first(self, text: Reading, index: int, source: SourceWords) -> int:
        return index


class CopiedWord(_Leftover):
    """A word of the source stands in the translation as it is: "satisfied" for mulțumit.

    It stands in lower case in the source (or is a German noun), so it is no name there, unless the
    source has no capitals at all; loanwords that Romanian papers use, titles, quoted terms and
    units of measure are left alone.
    """

    name = "untranslated.copied"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        for text, _, source, first, last in self._runs(view):
            issue = self._judge(view, text, source, first, last)
            if issue is not None:
                yield issue

    def _origin(self, token: Token, source: SourceWords) -> str:
        lower = token.text.lower()
        if len(lower) < SHORTEST or lower not in source.spans or source.lowered:
            return ""
        if token.text[0].isupper() and not _is_word_with_capital(token.text, source):
            return ""
        if lower.endswith("s") and romanian().recent(lower[:-1]):
            return ""  # the English plural of a loanword
        if source.language == "en" and lower in en_ro().translations(lower):
            return ""  # the dictionary has the loanword: okra, lemur
        if strength(lower, source.language) < LISTED and not is_compound(lower, source.language):
            return ""
        return lower

    def _last(self, text: Reading, index: int, source: SourceWords) -> int:
        """The end of the run of copies: a word of both languages may stand inside."""
        last = ahead = index
        while text.joined(ahead) and ahead - last < 2:
            ahead += 1
            token = text.tokens[ahead]
            if token.text.lower() not in source.spans:
                break
            if odd(token.text) and self._origin(token, source):
                last = ahead
        return last

    def _judge(
        self, view: View, text: Reading, source: SourceWords, first: int, last: int
    ) -> Issue | None:
        start, end = text.tokens[first].start, text.tokens[last].end
        phrase = text.text[start:end]
        if _is_meant(text, first, last, source):
            return None
        words = (token.text for token in text.tokens[first : last + 1])
        if all(is_grammar(word, source.language) for word in words):
            return None
        rare = strength(phrase.lower(), source.language) < EVERYDAY
        if rare and first == last and text.counts[phrase.lower()] > _OFTEN:
            return None
        confidence = self.confidence
        if phrase[0].isupper() or text.quoted(start, end):
            confidence = 0.75
        return _issue(self, view, source, (start, end), phrase.lower(), confidence)


def _issue(
    check: Check,
    view: View,
    source: SourceWords,
    span: tuple[int, int],
    word: str,
    confidence: float,
) -> Issue:
    place = source.spans.get(word) or source.spans[word.split()[0]]
    origin = SourceSpan(*place, source.text[slice(*place)])
    english, romanian_name = language_name(source.language) or (
        "the source",
        "limba sursei",
    )
    found = translations(origin.text, source.language)[:3]
    hint = f"; perhaps {', '.join(found)}" if found else ""
    advice = f"; poate {', '.join(found)}" if found else ""
    severity: Severity = "major" if confidence >= 0.8 else "minor"
    message = Message(
        f"“{origin.text}” was left in {english}{hint}.",
        f"„{origin.text}” a rămas în {romanian_name}{advice}.",
    )
    return check.issue(
        view, *span, message, severity=severity, confidence=confidence, source_span=origin
    )


def _is_meant(text: Reading, first: int, last: int, source: SourceWords) -> bool:
    """Whether the words are a title, a term, a unit, or explained."""
    tokens = text.tokens
    start, end = tokens[first].start, tokens[last].end
    if text.in_loan_phrase(first, last) or is_explained(text.text, start, end):
        return True
    if _is_joined_loan(text, first, last, source):
        return True
    if text.ending_follows(last) and romanian().known(tokens[last].text):
        return True
    if first == last and tokens[first].text.lower() in word_set("units", "kept"):
        return True
    if _is_quoted_there(text.quoted(start, end), source):
        return True
    beside = [_is_strange_capital(text, place, step, source)
              for place, step in ((first, -1), (last, 1))]  # fmt: skip
    if _is_framed(text, first, last, source):
        return True
    if first == last and strength(tokens[first].text.lower(), source.language) >= EVERYDAY:
        return all(beside)
    return any(beside)


def _is_joined_loan(text: Reading, first: int, last: int, source: SourceWords) -> bool:
    """Whether the copy is a loanword written apart or with a hyphen more (tie break, off-side), or
    defines a loanword that the source has behind it too (employer branding)."""
    form = text.text[text.tokens[first].start : text.tokens[last].end].lower()
    if "-" in form and romanian().recent(form.replace("-", "")):
        return True
    after = text.neighbour(last, 1)
    if first != last or after is None or after.text.lower() not in source.spans:
        return False
    both = (form, after.text.lower())
    if any(romanian().recent(joint.join(both)) for joint in ("-", "")):
        return True
    gerund = both[1].endswith("ing") and romanian().recent(both[1])
    return gerund and f"{form} {both[1]}" in source.text.lower()


def _is_quoted_there(quotation: str, source: SourceWords) -> bool:
    """Whether the source has this quotation, or each of its few words: a term that was kept."""
    inner = quotation[1:-1].strip(" .,!?")
    words = WORD.findall(inner)
    if 0 < len(words) <= 3 and all(word.lower() in source.spans for word in words):
        return True
    if not inner or inner not in source.text:
        return False
    return re.search(rf"[\"„“«‘']{re.escape(inner)}[.,!?]?[\"”“»’']", source.text) is not None


def _is_word_with_capital(form: str, source: SourceWords) -> bool:
    """Whether a copy with a capital is a word all the same: it begins a sentence, or is a German
    noun that no other language has as well."""
    lower = form.lower()
    if not form[1:].islower() or lower in source.capital:
        return False
    if not words_of(source.language).capital_nouns:
        return True
    strengths = foreign_words().strengths(lower)
    own = strengths.get(source.language, 0.0)
    if own < 3.0:
        return False
    others = (v for code, v in strengths.items() if code != source.language)
    only_there = max(others, default=0.0) < own
    known = len(form) > 5 or (len(form) > 4 and bool(german_english(form)))
    return (only_there and known) or source.is_determined(form)


def _is_strange_capital(text: Reading, index: int, step: int, source: SourceWords) -> bool:
    """Whether a foreign word with a capital stands beside it that the source joins to it too."""
    token = text.neighbour(index, step)
    if token is None or not token.text[0].isupper() or not odd(token.text):
        return False
    if token.text.lower() in source.spans:
        return False  # a German noun
    pair = (token, text.tokens[index]) if step < 0 else (text.tokens[index], token)
    return f"{pair[0].text} {pair[1].text}" in source.text


def _is_framed(text: Reading, first: int, last: int, source: SourceWords) -> bool:
    """Whether words with a capital stand on both sides, here and in the source: Costa del Sol."""
    left, right = text.neighbour(first, -1), text.neighbour(last, 1)
    if not (left and right and left.text[0].isupper() and right.text[0].isupper()):
        return False
    return text.text[left.start : right.end] in source.text


class HalfTranslated(_Leftover):
    """A word of the source with a Romanian ending hung on: "unificationul" for unificarea.

    Loanwords are inflected like that, so the source must have the stem as an everyday word that
    no list of loanwords knows.
    """

    name = "untranslated.half"
    confidence = 0.88

    def find(self, view: View) -> Iterator[Issue]:
        for text, _, source, first, last in self._runs(view):
            token = text.tokens[first]
            stem = self._origin(token, source)
            if _is_meant(text, first, last, source):
                continue
            plain = strength(stem, source.language) >= EVERYDAY or not stem.endswith(("ing", "er"))
            confidence = self.confidence if plain else 0.72
            yield _issue(self, view, source, (token.start, token.end), stem, confidence)

    def _origin(self, token: Token, source: SourceWords) -> str:
        lower = token.text.lower()
        if lower in source.spans or lower in source.capital or len(lower) < 5:
            return ""
        if token.text[0].isupper() and not words_of(source.language).capital_nouns:
            return ""
        for stem in stems(lower):
            if _LEARNED.search(stem) and lower.removeprefix(stem) in _ADJECTIVE:
                return ""
            if stem in source.spans and _is_foreign_stem(stem, source.language):
                return stem
        return _misspelt(lower, source) if token.text.islower() else ""


def _misspelt(form: str, source: SourceWords) -> str:
    """The word of the source that the form is but for one letter, if it is near no Romanian one."""
    if len(form) < _LONG or not form.isalpha():
        return ""
    for word in source.spans:
        near = abs(len(word) - len(form)) < 2 and word[0] == form[0] and len(word) >= _LONG
        if not near or OSA.distance(word, form, score_cutoff=1) != 1:
            continue
        if _is_foreign_stem(word, source.language) and not romanian().suggest(form, 1):
            return word
    return ""


@lru_cache(maxsize=WORDS)
def _is_foreign_stem(stem: str, language: str) -> bool:
    """Whether the stem is a word of the language and none that Romanian uses."""
    if romanian().known(stem) or is_bare(stem) or len(stem) < 4:
        return False
    return strength(stem, language) >= 3.0


CHECKS = (CopiedWord, HalfTranslated, *source_sentences.CHECKS)
