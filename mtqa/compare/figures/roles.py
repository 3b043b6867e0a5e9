"""What a word says about figures: a number, an ordinal, a unit, a month, a part of the day.

Why no library. text2num 3.1 is fast (0.01 ms a sentence) but refuses Romanian, Hungarian, Russian
and Ukrainian, and hands back a text without spans or units in which "half a million" has become
"half a 1000000". quantulum3 0.10 reads English only, at 2.4 ms a sentence; word2number reads
English only. dateparser finds dates in 1.4 ms a sentence, several times what all of this room takes
for everything. Babel knows one form of each month ("мая", "május"), not the inflected ones, and its
strict number parser takes "41,500" for 41.5 in Romanian without a word, which is what must be
noticed here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD, NAMES
from mtqa.compare.figures.measures import SYMBOLS
from mtqa.languages.tables import calendar, languages, letters, numerals, units

LANGUAGES = tuple(code for code in languages() if numerals(code).cardinals)


class Role(NamedTuple):
    """One reading of a word.

    Attributes:
        role: ``n`` cardinal, ``o`` ordinal, ``x`` multiplier, ``v`` multiplier that stands alone
            for an uncertain many, ``f`` fraction, ``w`` a word that may stand for a number; ``u``
            unit, ``m`` month, ``d`` weekday, ``t`` part of the day.
        value: the value, number of the month or weekday, or 0 and 12 for before and after noon.
        unit: the unit, or the unit that a compound number ends with.
        doubtful: the word is something else more often.
    """

    role: str
    value: float
    unit: str | None = None
    doubtful: bool = False


@lru_cache(maxsize=EVERY_WORD)
def plain_word(word: str, language: str) -> str:
    """A word in lower case without diacritics; Cyrillic keeps its letters but for ё."""
    lower = word.lower().replace("’", "'")
    if letters(language).cyrillic:
        return lower.replace("ё", "е")
    if lower.isascii():
        return lower
    plain = unicodedata.normalize("NFKD", lower.replace("ß", "ss"))
    return "".join(c for c in plain if not unicodedata.combining(c))


def roles(word: str, language: str) -> tuple[Role, ...]:
    """Everything that a word may say about figures; empty for all other words.

    >>> roles("fünfundzwanzig", "de")
    (Role(role='n', value=25, unit=None, doubtful=False),)
    """
    exact, stems = _table(language)
    key = plain_word(word, language)
    found = exact.get(key, ())
    for length in range(3, min(len(key), _longest_stem(language)) + 1):
        stem = key[:length]
        if stem in stems:
            found += stems[stem]
    if not any(role.role in "nox" for role in found):
        found += tuple(_compound(key, language))
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=16)
def _longest_stem(language: str) -> int:
    return max(map(len, _table(language)[1]), default=0)


@lru_cache(maxsize=16)
def _table(
    language: str,
) -> tuple[dict[str, tuple[Role, ...]], dict[str, tuple[Role, ...]]]:
    """The words of a language, whole and as stems, with their roles."""
    exact: dict[str, tuple[Role, ...]] = {}
    stems: dict[str, tuple[Role, ...]] = {}
    for form, role in _entries(language):
        table, key = (stems, form[:-1]) if form.endswith("+") else (exact, form)
        table[key] = (*table.get(key, ()), role)
    return exact, stems


def _entries(language: str) -> Iterator[tuple[str, Role]]:
    yield from _numbers(language)
    for symbol, unit in SYMBOLS.items():
        yield symbol, Role("u", 0, unit)
    for unit, forms in _rows(units(language).units):
        for form in forms:
            yield plain_word(form, language), Role("u", 0, unit)
    days = calendar(language)
    doubtful = frozenset(days.doubtful.split())
    for kind, words in (("m", days.months), ("d", days.weekdays)):
        for number, row in enumerate(words.split("|"), 1):
            for form in row.split():
                yield form, Role(kind, number, None, form in doubtful)
    for half, row in zip((0, 12), days.dayparts.split("|"), strict=True):
        for form in row.split():
            yield plain_word(form, language), Role("t", half)


def _numbers(language: str) -> Iterator[tuple[str, Role]]:
    table = numerals(language)
    unsure = table.doubtful.split()
    kinds = (("n", table.cardinals), ("o", table.ordinals), ("x", table.multipliers),
             ("v", table.many), ("f", table.fractions), ("w", table.standins))  # fmt: skip
    for role, entries in kinds:
        endings = table.ordinal_endings.split() if role == "o" else []
        for value, forms in _rows(entries):
            for form in (stem + end for stem in forms for end in endings or [""]):
                yield form, Role(role, float(value), None, form in unsure)


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for entry in table.split("|") if table else ():
        name, *forms = entry.split()
        yield name, forms


#: No number is written as a longer word.
_LONGEST = 100


@lru_cache(maxsize=16)
def _pieces(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    values = {
        form: int(value) for value, forms in _rows(numerals(language).pieces) for form in forms
    }
    longest = "|".join(sorted(values, key=len, reverse=True))
    tails = "|".join(f"(?:{tail})" for tail, _, _ in numerals(language).tails)
    return re.compile(rf"((?:{longest})+)({tails})$"), re.compile(longest), values


def _compound(key: str, language: str) -> Iterator[Role]:
    """The readings of a number written as one word: fünfundzwanzig, trentacinque, huszonöt."""
    table = numerals(language)
    if not table.pieces or not 4 <= len(key) <= _LONGEST:
        return
    whole, piece, values = _pieces(language)
    match = whole.match(key)
    if not match:
        return
    parts = piece.findall(match[1])
    value = _sum([values[form] for form in parts])
    if value is None:
        return
    unsure = len(parts) == 1 and parts[0] in table.doubtful.split()
    for tail, role, unit in table.tails:
        if re.fullmatch(tail, match[2]):
            if len(parts) == 1 and value <= 10 and match[2][-1:] == (table.group_ending or None):
                role = "w"  # "négyes" is a foursome
            yield Role(role, value, unit, unsure)
            return


def _sum(parts: list[int]) -> int | None:
    """The value of the pieces in order; ``None`` where they make no number."""
    total = current = 0
    for part in parts:
        tens = current % 100
        if part == 1000:
            total, current = total + max(current, 1) * 1000, 0
        elif part == 100 and tens < 10:
            current = current - tens + max(tens, 1) * 100
        elif part == 0:
            continue
        elif (
            tens == 0
            or (tens >= 10 and tens % 10 == 0 and part < 10)
            or (tens < 10 and part >= 20 and part % 10 == 0)
        ):
            current += part
        else:
            return None
    return total + current


_ROMAN = re.compile(r"(?=[XVI]{2}|X?L)(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?=$|e$|er$|ème$|-|ea$)")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


@lru_cache(maxsize=NAMES)
def roman_value(word: str) -> int | None:
    """The value of a Roman numeral of two letters or more, up to 89.

    >>> roman_value("XXI"), roman_value("MIX")
    (21, None)
    """
    match = _ROMAN.match(word)
    if not match or not match.group() or not word[0].isupper():
        return None
    values = [_ROMAN_VALUES[c] for c in match.group()] + [0]
    pairs = pairwise(values)
    return sum(-one if one < following else one for one, following in pairs)
