"""What the two sides of a bead say: content words, names and figures, with keys to meet under.

A source word and a target word are counterparts when they share a key. Keys do not depend on the
language: the stem of a Romanian lemma (of the target's word; of a translation of the source's),
the spelling of a name, the digits of a figure, the beginning of a cognate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from mtqa.align.surface import across_scripts
from mtqa.common.memory import EVERY_WORD, NAMES, WORDS
from mtqa.compare.coverage.bridge import translations
from mtqa.compare.coverage.german import english as german_english
from mtqa.compare.coverage.grammar_words import is_grammar
from mtqa.compare.names.keys import source_keys, target_keys, unmarked
from mtqa.knowledge import foreign_words, places, romanian
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro import Token

#: How a word is known: a name, a figure, a word with listed translations, one without.
Kind = Literal["name", "number", "listed", "unlisted"]

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[.,:]\d+)*")
_STEM = 5
_SHORT_STEM = 4
#: Romanian words for small figures.
_SMALL = dict(
    enumerate(
        "zero un doi trei patru cinci șase șapte opt nouă zece unsprezece doisprezece".split()
    )
)


class Word(NamedTuple):
    """A content word: its half-open code-point span in its text, kind, and keys."""

    start: int
    end: int
    text: str
    kind: Kind
    keys: frozenset[str]


def source_side(text: str, start: int, end: int, language: str) -> list[Word]:
    """The content words of ``text[start:end]``, a stretch of the source."""
    found = []
    last = -1  # where the word before ends
    for match in _WORD.finditer(text, start, end):
        begin, stop = match.span()
        form = match.group()
        if form[0].isdigit():
            found.append(Word(begin, stop, form, "number", _number_keys(form)))
        else:
            form = _content(form, language)
            if form:
                named = form[0].isupper() and begin != start and not _opens(text, last)
                kind, keys = _source_keys(form, language, named)
                found.append(Word(begin, begin + len(form), form, kind, keys))
        last = stop
    return found


@lru_cache(maxsize=WORDS)
def _content(form: str, language: str) -> str:
    """The word without what an apostrophe joins to it; empty if it is one of grammar."""
    if language == "en" and form.lower().replace("’", "'").endswith("n't"):
        return ""
    if ("'" in form or "’" in form) and (language == "en" or form.endswith(("'s", "’s"))):
        form = re.split("['’]", form)[0]
    return "" if is_grammar(form, language) else form


def _opens(text: str, last: int) -> bool:
    """Whether what follows the word that ends at `last` opens a sentence or a quotation, so that
    the next capital proves nothing; before the first word (-1) it does."""
    return last < 0 or (text[last : last + 2].strip()[:1] or "x") in "\n.!?:;\"“„«(‘'”»"


def target_side(tokens: Iterable[Token]) -> list[Word]:
    """The content words among the tokens of a stretch of the target."""
    found = []
    for token in tokens:
        form = token.text
        if form[0].isdigit():
            digits = re.match(r"[\d.,:]+", form)
            keys = _number_keys(digits.group().rstrip(".,:") if digits else form)
            found.append(Word(token.start, token.end, form, "number", keys))
        elif form[0].isalpha():
            known = _target_content(form)
            if known is not None:
                found.append(Word(token.start, token.end, form, *known))
    return found


@lru_cache(maxsize=NAMES)
def _number_keys(form: str) -> frozenset[str]:
    digits = re.sub(r"\D", "", form)
    keys = {"#" + (digits.lstrip("0") or "0")}
    if digits.isdigit() and len(digits) < 3 and int(digits) in _SMALL:
        keys.add(stem(_SMALL[int(digits)]))
    parts = re.split(r"\D", form)
    if len(parts) > 1:
        keys.add("#" + (parts[0].lstrip("0") or "0"))
    return frozenset(keys)


@lru_cache(maxsize=EVERY_WORD)
def stem(lemma: str) -> str:
    """What the forms and near relatives of a Romanian lemma share."""
    plain = unmarked(lemma)
    if len(plain) > _STEM:
        return plain[:_STEM]
    return plain[: max(3, len(plain) - 1)] if len(plain) >= _SHORT_STEM else plain


@lru_cache(maxsize=WORDS)
def _source_keys(form: str, language: str, named: bool) -> tuple[Kind, frozenset[str]]:
    keys = {"@" + key for key in source_keys(form)} if form[0].isupper() else set()
    lemmas = translations(form, language)
    for lemma in lemmas:
        keys.update(stem(part) for part in lemma.split() if len(part) > 2)
    if form[0].isupper():
        keys.update(_place_keys(form))
    cognate = across_scripts(form)
    if len(cognate) >= _SHORT_STEM:
        keys.add("~" + cognate[:_STEM])
    if language == "de":
        for meaning in german_english(form):
            near = across_scripts(meaning)
            if len(near) >= _SHORT_STEM:
                keys.add("~" + near[:_STEM])
        strange = form.isupper() or not foreign_words().strength(form, "de")
        named = form[0].isupper() and not lemmas and strange
    if named:
        return "name", frozenset(keys)
    return ("listed" if lemmas else "unlisted"), frozenset(keys)


def _place_keys(form: str) -> set[str]:
    """Keys of the Romanian names, adjectives and inhabitants of the places the word may name."""
    keys: set[str] = set()
    for entry in places().find(form):
        keys.update("@" + key for part in entry.name.split() for key in target_keys(part))
        place = places().get(entry.name)
        for paradigm in (*place.adjectives, *place.inhabitants) if place else ():
            keys.add(stem(paradigm[0]))
    return keys


@lru_cache(maxsize=EVERY_WORD)
def _target_content(form: str) -> tuple[Kind, frozenset[str]] | None:
    """Kind and keys of a Romanian word; ``None`` if it is one of grammar."""
    return None if is_grammar(comma(form.strip("-")), "ro") else _target_keys(form)


def _target_keys(form: str) -> tuple[Kind, frozenset[str]]:
    plain = comma(form)
    lemmas = romanian().lemmas(plain) or (plain.lower(),)
    keys = {stem(lemma) for lemma in lemmas}
    keys.add(stem(plain.lower()))
    capital = form[0].isupper()
    if capital:
        keys.update("@" + key for key in target_keys(plain))
    cognate = across_scripts(plain)
    if len(cognate) >= _SHORT_STEM:
        keys.add("~" + cognate[:_STEM])
    if capital and not romanian().known(plain.lower()):
        return "name", frozenset(keys)
    return ("listed" if romanian().known(plain.lower()) else "unlisted"), frozenset(keys)
