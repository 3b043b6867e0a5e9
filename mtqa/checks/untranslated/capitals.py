"""Headlines, labels and fragments in capitals that were left in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import is_listed_name, is_loan_phrase, reading
from mtqa.checks.untranslated.clauses import is_in_source
from mtqa.checks.untranslated.passages import heaviest, is_strange, strength, weight
from mtqa.common.memory import WORDS
from mtqa.compare.coverage.grammar_words import is_grammar
from mtqa.knowledge import en_ro, foreign_words, romanian
from mtqa.knowledge.foreign import LANGUAGES
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.letters import LOWER, UPPER
from mtqa.languages.ro.recognition import language_name
from mtqa.model import Issue, Severity

#: Two words or more in capitals, and what may stand between them.
_SHOUTED = re.compile(
    rf"(?<![\w@#&/.-])[{UPPER}][{UPPER}'’]*(?: [{UPPER}][{UPPER}'’]*)+"
    rf"(?![\w&/]|[-’'][{LOWER}{UPPER}])"
)
#: A label before a colon.
_LABEL = re.compile(
    rf"(?:^|(?<=[.!?…] ))(?P<label>[{UPPER}]{{4,}}(?: [{UPPER}]{{2,}})*)(?=:)", re.M
)
_WORD = re.compile(r"[^\W\d_][\w'’]*")
_MARKS = "„“”«»\"'‘’("
#: English words that stand in names of bodies, works and products as often as in sentences.
_IN_NAMES = frozenset("of the and for on in to at by a an my your all new i de la le".split())
#: From this Zipf frequency on a word of a language without a dictionary is an ordinary one.
_ORDINARY = 4.0
#: From this one on a word is no mere name in a headline whose other words are ordinary.
_PLAIN = 3.0
#: From this one on it is one of grammar.
_GRAMMAR = 5.5
#: Fewer ordinary words are a name or nothing; so many are a sentence even without a verb. Names
#: are written with capitals as headlines are: there it takes a verb or pronoun as well.
_FEWEST, _SENTENCE = 2, 4
#: What the words of a line must weigh together, the share of them that has a capital, and the one
#: that is in capitals in a line that is.
_HEAVY, _CAPITALS, _SHOUTING = 6.0, 0.6, 0.75
#: A word that weighs less is Romanian.
_ROMANIAN = -1.5
#: A Romanian word of this Zipf frequency is an everyday one; a borrowed label is less sure.
_EVERYDAY, _LIGHT = 4.5, 0.89


class Part(NamedTuple):
    """Words in one language: half-open span in their text, its code, the words in lower case."""

    start: int
    end: int
    language: str
    words: tuple[str, ...]
    weight: float


class ForeignCapitals(Check):
    """A headline, label or fragment in capitals left in another language: "READ ALSO: …".

    At least two words must be ordinary ones there. They stand alone as a label or a line, or a verb
    or pronoun among them shows that they are no name. Names, borrowed phrases and what is quoted
    are left alone.
    """

    name = "untranslated.capitals"
    category = "untranslated"
    severity = "major"
    confidence = 0.93

    def find(self, view: View) -> Iterator[Issue]:
        yield from self._in_capitals(view)
        yield from self._labels(view)
        for line in view.target.lines:
            part = foreign_part(line.text) if line.headline and _is_titled(line.text) else None
            if part is None or part.weight < _HEAVY or not _is_headline(part):
                continue
            whole = len(part.words) == len(_WORD.findall(line.text)) and not _is_mixed(part)
            if whole and not _is_kept(view, part, line.start, line.end):
                yield self._issue(view, line.start, line.end, part.language, self.confidence)

    def _in_capitals(self, view: View) -> Iterator[Issue]:
        """Words that say something, and lines and labels of several words."""
        for match in _SHOUTED.finditer(view.target.text):
            part = foreign_part(match.group())
            if part is None or _is_short_name(part):
                continue
            start, end = match.start() + part.start, match.start() + part.end
            says = _says_something(part) and (len(part.words) > 2 or _in_shouting(view, start))
            told = says or _is_alone(view.target.text, start, end)
            if told and not _is_kept(view, part, start, end):
                yield self._issue(view, start, end, part.language, self.confidence)

    def _labels(self, view: View) -> Iterator[Issue]:
        """Labels that are told by their words, though each may be Romanian or a name: MORE NEWS."""
        for match in _LABEL.finditer(view.target.text):
            words = match["label"].lower().split()
            if len(words) == 1 and words[0] in word_set("news-labels", "alone"):
                found = foreign_words().strengths(words[0])
                code = max(found, key=lambda code: found[code], default="")
                yield self._issue(view, *match.span("label"), code, self.confidence)
            elif len(words) > 1 and _is_label(words) and not foreign_part(match["label"]):
                loan = is_loan_phrase(match["label"].lower())
                yield self._issue(
                    view, *match.span("label"), "en", _LIGHT if loan else self.confidence
                )

    def _issue(self, view: View, start: int, end: int, code: str, confidence: float) -> Issue:
        english, name = language_name(code) or ("another language", "altă limbă")
        message = Message(f"Left in {english}.", f"Rămas în {name}.")
        severity: Severity = "major" if confidence > _LIGHT else "minor"
        return self.issue(view, start, end, message, severity=severity, confidence=confidence)


@lru_cache(maxsize=WORDS)
def foreign_part(text: str) -> Part | None:
    """The words of a text in capitals that are ordinary ones of another language, from the first to
    the last of them; None if there are hardly any.

    >>> foreign_part("INTERVIUL WITH THE MAYOR")[:3]
    (10, 24, 'en')
    """
    found = list(_WORD.finditer(text))
    if not any(is_strange(match.group().lower()) for match in found):
        return None
    forms = [_form(match.group()) for match in found]
    total, begin, end, code = max(heaviest(forms, c, 0, len(forms)) for c in LANGUAGES)
    words = tuple(forms[begin:end])
    ordinary = [word for word in words if _is_ordinary(word, code)]
    strange = [word for word in words if word and is_strange(word)]
    if len(ordinary) < _FEWEST or not strange or any(_may_be_name(w, code) for w in strange):
        return None
    return Part(found[begin].start(), found[end - 1].end(), code, words, total)


def _form(word: str) -> str:
    """The word in lower case, empty for a name."""
    form = word.lower()
    plain = any(_is_ordinary(form, code) for code in LANGUAGES)
    return "" if is_listed_name(word.capitalize()) and not plain else form


@lru_cache(maxsize=WORDS)
def _is_ordinary(form: str, code: str) -> bool:
    """Whether a form in lower case is more than a name in the language."""
    if code == "en":
        plain = re.sub("n?['’](?:s|t|re|ve|ll|d|m)?$", "", form)
        return bool(en_ro().translations(plain)) or is_grammar(plain, code)
    return strength(form, code) >= _ORDINARY and not is_listed_name(form.capitalize())


def _may_be_name(form: str, code: str) -> bool:
    """Whether a strange form is no ordinary word, and a rare one or a listed name."""
    if _is_ordinary(form, code):
        return False
    return strength(form, code) < _PLAIN or is_listed_name(form.capitalize())


def _is_short_name(part: Part) -> bool:
    """Whether two words may be a person, or are of a language that shares its short words with
    Romanian."""
    if len(part.words) > 2:
        return False
    return part.language != "en" or any(is_listed_name(word.capitalize()) for word in part.words)


def _in_shouting(view: View, start: int) -> bool:
    """Whether most words of the line are in capitals."""
    text = view.target.text
    line = text[text.rfind("\n", 0, start) + 1 :].partition("\n")[0]
    words: Sequence[str] = _WORD.findall(line)
    return sum(word.isupper() for word in words) > _SHOUTING * len(words)


def _is_label(words: Sequence[str]) -> bool:
    """Whether all are words of labels, and one is no everyday word of Romanian papers: LIVE VIDEO
    is written in Romania."""
    if not word_set("news-labels", "label").issuperset(words):
        return False
    return any(romanian().frequency(word) < _EVERYDAY for word in words)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether the words are a label or a line: a colon or nothing stands behind them."""
    before = text[text.rfind("\n", 0, start) + 1 : start].rstrip(" |–—-•*")
    after = text[end : end + 1]
    begins = not before or before[-1] in ".!?…:"
    return begins and (after in ":\r\n|" or text[end : end + 3] in (" | ", " – ", " - "))


def _says_something(part: Part) -> bool:
    """Whether the words are no name: one of them is a verb or pronoun, or there are many."""
    content = [word for word in part.words if word and word not in _IN_NAMES]
    return _has_verb(part) or len(content) >= _SENTENCE


def _is_mixed(part: Part) -> bool:
    """Whether a word is none of the language, or rather a Romanian one."""
    return any(
        not strength(word, part.language) or weight(word, part.language) < _ROMANIAN
        for word in part.words
        if len(word) > 1
    )


def _is_headline(part: Part) -> bool:
    """Whether a line with capitals is no name: a verb or pronoun, or two words few names have."""
    return _has_verb(part) or sum(map(is_strange, filter(None, part.words))) * 2 >= _SENTENCE


def _has_verb(part: Part) -> bool:
    """Whether one is a word of grammar that names seldom have, or an English participle."""
    code = part.language
    return any(
        word not in _IN_NAMES
        and (_is_telling(word, code) or (code == "en" and _is_participle(word)))
        for word in part.words
    )


def _is_telling(word: str, code: str) -> bool:
    if not is_strange(word):
        return False
    return is_grammar(word, code) if code == "en" else strength(word, code) >= _GRAMMAR


def _is_participle(word: str) -> bool:
    """Whether it is an English form of a verb that is no word by itself: suspended, not breed."""
    if not word.endswith(("ed", "ing")) or not is_strange(word):
        return False
    itself = word in en_ro().lemmas(word) and en_ro().translations(word, "n")
    return bool(not itself and en_ro().translations(word, "v"))


def _is_titled(text: str) -> bool:
    """Whether most words of a line begin with a capital and go on in small letters."""
    words: Sequence[str] = _WORD.findall(text)
    titled = sum(word[0].isupper() and word[1:].islower() for word in words)
    return len(words) >= _SENTENCE and titled >= _CAPITALS * len(words)


def _is_kept(view: View, part: Part, start: int, end: int) -> bool:
    """Whether the words are quoted, borrowed, a name of a body or product, or the source's own."""
    text = view.target.text
    beside = text[max(0, start - 1) : start] + text[end : end + 1]
    if any(mark in _MARKS for mark in beside) or reading(view).quoted(start, end):
        return True
    phrase = text[start:end].lower()
    heads = word_set("name-heads", "named") | word_set("name-heads", "body or contest")
    label = set(part.words) <= word_set("news-labels", "label")
    named = part.words[-1] in heads and not label and not _has_verb(part)
    return named or is_loan_phrase(phrase) or is_in_source(view, start, end, part.language)


CHECKS = (ForeignCapitals,)
