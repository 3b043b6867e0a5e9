"""Where a Romanian text goes over into another language, and which.

Each word of a sentence is weighed: how much likelier it is in the other language than in Romanian,
by the frequencies that both dictionaries give. The stretch whose weights add up to most is the
passage (the maximum subarray of Kadane, so one pass a language). Names, figures and signs weigh
nothing: they stand in either. Only sentences with a word that Romanian lacks, beside
another that is rather foreign, are weighed at all.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from mtqa.checks.base import View
from mtqa.checks.lexical import Reading, is_bare, is_listed_name, odd, reading
from mtqa.checks.once import once_per_article
from mtqa.common.memory import NAMES, WORDS
from mtqa.knowledge import foreign_words, romanian
from mtqa.knowledge.foreign import LANGUAGES
from mtqa.languages.ro import Token
from mtqa.languages.tables import known
from mtqa.languages.tables import words as words_of

#: What a Romanian word without a listed frequency has (Zipf), and a foreign one.
_RARE, _RARE_THERE = 2.0, 0.8
#: At least so frequent is a borrowed word that no count has.
_BORROWED = 4.0
#: No word weighs more for or against a language.
_MOST, _LEAST = 2.5, -3.0
#: A word with letters that no other language has ends a passage.
_OURS, _NEVER = re.compile("[ășț]"), -10.0
#: Letters of Romanian words that others lack.
_NATIVE = re.compile("[ăâîșț]")
#: What a function word of a language counts for whose words are not listed.
_TELLING = 6.5
#: Weight of a word that Romanian lacks in a language whose words are not listed, of one that a
#: listed language lacks too, though it has letters that Romanian has not, and of a word so short
#: that any language may have it.
_STRANGE, _MARKED, _ANY = 1.2, 1.0, -0.5
#: Weight of a noun with a capital, which may be a name, and the Zipf frequency that it must have.
_NOUN, _PLAIN = 1.0, 3.0
_SHORT = 2
#: So many names and signs may stand between two words of a passage.
_NEAR = 4
#: Of a sentence of some length so small a share may be words that Romanian has as well.
_REST, _LONG = 0.34, 5
#: Latin, which is quoted and not left over, has no list: its commonest words.
_LATIN = frozenset(
    "ad ab ac atque cum de deus ergo est et ex hoc homo in inter ipso nec nemo nihil nisi non nos "
    "omnia pax per pro quae qui quid quo quod sed semper sic sine sub sum vox vult".split()
)
#: Hyphens that only show where a line breaks, and letters that are not Latin.
_NO_WORD = re.compile("[\u00ad\u0370-\u1dff\u2c00-\ud7ff]")
_APOSTROPHE = re.compile("['’]")
_UNKNOWN_LETTER = re.compile("[^a-zăâîșțşţ\\W\\d_]")


class Passage(NamedTuple):
    """A stretch of one sentence in another language.

    Attributes:
        start, end: half-open span in code points.
        first, last: its first and last token.
        language: ISO 639-1 code; empty for one whose words are not listed.
        words: how many different words it has, names left out.
        strange: how many of these Romanian lacks, those with a capital left out.
        weight: how much likelier it is there than in Romanian, in powers of ten.
        whole: whether nothing else stands in the sentence but names and figures.
    """

    start: int
    end: int
    first: int
    last: int
    language: str
    words: int
    strange: int
    weight: float
    whole: bool


@once_per_article
def passages(view: View) -> Iterator[Passage]:
    """The passages of an article that may be in another language, in reading order; the checks
    decide which of them are."""
    text = reading(view)
    starts = [token.start for token in text.tokens]
    done = 0
    for index in text.odd:
        if index < done or not _is_suspect(text, index):
            continue
        sentences = view.target.sentences
        place = bisect_right(sentences, (starts[index], len(text.text))) - 1
        first, stop = (bisect_left(starts, offset) for offset in sentences[place])
        done = stop
        forms = [_form(token, number == 0) for number, token in enumerate(text.tokens[first:stop])]
        yield from _between(text, forms, first, 0, len(forms))


def _is_suspect(text: Reading, index: int) -> bool:
    """Whether a word that Romanian lacks has another beside it that is rather foreign too: without
    looking at every language, and so at a fraction of the cost."""
    token = text.tokens[index]
    form = token.text if token.text.islower() else token.text.lower() * text.initial(index)
    if not form or not is_strange(form):
        return False
    for step in (-1, 1):
        place = index + step
        while 0 <= place < len(text.tokens) and not text.tokens[place].text.islower():
            if abs(place - index) > _NEAR:
                break
            place += step
        if 0 <= place < len(text.tokens) and _is_foreign(text.tokens[place].text.lower()):
            return True
    return False


@lru_cache(maxsize=WORDS)
def _is_foreign(form: str) -> bool:
    """Whether a word in lower case is likelier in some other language than in Romanian."""
    if not form[0].isalpha():
        return False
    return is_strange(form) or max(strength(form, code) for code in codes()) > _frequency(form)


def _between(
    text: Reading, forms: Sequence[str], offset: int, left: int, right: int
) -> Iterator[Passage]:
    """The heaviest passage of part of a sentence, and those on either side of it."""
    weight, begin, end, code = max(heaviest(forms, code, left, right) for code in codes())
    if weight <= _MOST:
        return
    yield from _between(text, forms, offset, left, begin)
    yield _passage(text, forms, offset, (begin, end), code, weight)
    yield from _between(text, forms, offset, end, right)


def _passage(
    text: Reading,
    forms: Sequence[str],
    offset: int,
    span: tuple[int, int],
    code: str,
    weight: float,
) -> Passage:
    begin, end = span
    whole = _is_whole(forms, begin, end, code)
    if whole:
        begin, end = 0, len(forms)
    nouns = code in _with_capitals()
    inside = {form for form in forms[begin:end] if form and (nouns or form.islower())}
    first, last = offset + begin, offset + end - 1
    return Passage(
        text.tokens[first].start, text.tokens[last].end, first, last, code, len(inside),
        sum(is_strange(form) for form in inside if form.islower()), weight, whole,
    )  # fmt: skip


def _is_whole(forms: Sequence[str], begin: int, end: int, code: str) -> bool:
    """Whether the rest of the sentence is nothing but names and figures, or a few words that
    another language may have as well."""
    rest = [form for form in (*forms[:begin], *forms[end:]) if form.islower()]
    inside = sum(map(bool, forms[begin:end]))
    few = inside >= _LONG and len(rest) <= _REST * inside
    return not rest or (few and all(_may_be(form, code) for form in rest))


def _may_be(form: str, code: str) -> bool:
    return len(form) <= _SHORT or is_strange(form) or strength(form, code) > 0


def heaviest(forms: Sequence[str], code: str, left: int, right: int) -> tuple[float, int, int, str]:
    """Weight, beginning and end of the part whose words weigh most for the language."""
    best = (0.0, left, left, code)
    total, begin = 0.0, left
    for place in range(left, right):
        if not forms[place]:
            continue
        if total <= 0:
            total, begin = 0.0, place
        total += weight(forms[place], code)
        if total > best[0]:
            best = (total, begin, place + 1, code)
    return best


def _form(token: Token, lower: bool) -> str:
    """The word to weigh, in lower case unless it may be a German noun; empty for names, figures
    and signs."""
    form = token.text
    if (
        not form[0].isalpha()
        or _NO_WORD.search(form)
        or (len(form) == 1 and form.isupper() and not lower)
    ):
        return ""
    if (form[0].isupper() and not lower) or (len(form) > 1 and form.isupper()):
        return form if _is_noun(form) else ""
    if form[0].isupper() and form.lower() not in romanian() and not is_word(form.lower()):
        return ""
    return form.lower()


@lru_cache(maxsize=NAMES)
def _is_noun(form: str) -> bool:
    """Whether a word with a capital may be a noun of a language that writes these so."""
    if not form[1:].islower() or not is_strange(form) or is_listed_name(form):
        return False
    return any(strength(form.lower(), code) >= _PLAIN for code in _with_capitals())


@lru_cache(maxsize=1)
def _with_capitals() -> frozenset[str]:
    return frozenset(code for code in LANGUAGES if words_of(code).capital_nouns)


@lru_cache(maxsize=WORDS)
def is_word(form: str) -> bool:
    """Whether some language whose words are listed has the form in lower case."""
    return bool(foreign_words().strengths(form)) or any(form in _telling(c) for c in codes())


@lru_cache(maxsize=WORDS)
def is_strange(form: str) -> bool:
    """Whether it is a word of letters that Romanian lacks, with its diacritics and without."""
    return odd(form) and not is_bare(form)


@lru_cache(maxsize=WORDS)
def weight(form: str, code: str) -> float:
    """How much likelier a word in lower case is in a language than in Romanian, in powers of ten
    and within bounds."""
    if form[0].isupper():
        return _NOUN if code in _with_capitals() else 0.0
    there, strange = strength(form, code), is_strange(form)
    if not there and (_OURS if strange else _NATIVE).search(form):
        return _NEVER
    if strange and there:
        return min(_MOST, there - _RARE_THERE)
    if strange and code in LANGUAGES:
        return _MARKED if _UNKNOWN_LETTER.search(form) else 0.0
    if strange:
        return _STRANGE
    if not there and len(form) <= _SHORT:
        return _ANY
    return max(_LEAST, min(_MOST, (there or _RARE_THERE) - _frequency(form)))


def _frequency(form: str) -> float:
    """Zipf frequency in Romanian of a word that it has, perhaps without its diacritics."""
    least = _BORROWED if romanian().recent(form) else _RARE
    forms = (form, *_restored(form))
    return max(least, *map(romanian().frequency, forms))


def _restored(form: str) -> Sequence[str]:
    return romanian().folded(form) if is_bare(form) else ()


def strength(form: str, code: str) -> float:
    """Zipf frequency of a word in lower case in a language, 0.0 where it is none that we know."""
    if code not in LANGUAGES:
        return _TELLING if form in _telling(code) else 0.0
    found = foreign_words().strength(form, code)
    if found or not _APOSTROPHE.search(form):
        return found
    return max(foreign_words().strength(part, code) for part in _APOSTROPHE.split(form))


@lru_cache(maxsize=1)
def codes() -> tuple[str, ...]:
    """The languages that are weighed: those in Latin letters of which some words are known."""
    others = (code for code in known() if code not in (*LANGUAGES, "ro") and _telling(code))
    return (*LANGUAGES, *others, "la")


@lru_cache(maxsize=64)
def _telling(code: str) -> frozenset[str]:
    return _LATIN if code == "la" else frozenset(words_of(code).telling.split())
