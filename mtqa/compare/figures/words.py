"""What a word says about figures: a number, an ordinal, a unit, a month, a part of the day."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD, NAMES
from mtqa.compare.figures.calendar_words import DAYPARTS, DOUBTFUL, MONTHS, WEEKDAYS
from mtqa.compare.figures.number_words import NUMBERS, PIECES, TAILS
from mtqa.compare.figures.unit_words import SYMBOLS, UNITS

LANGUAGES = tuple(NUMBERS)


class Role(NamedTuple):
    """One reading of a word.

    Attributes:
        role: ``n``, ``o``, ``x``, ``v``, ``f``, ``w`` as in the tables of number words; ``u`` unit,
            ``m`` month, ``d`` weekday, ``t`` part of the day.
        value: the value, number of the month or weekday, or 0 and 12 for before and after noon.
        unit: the unit, or the unit that a compound number ends with.
        doubtful: the word is something else more often.
    """

    role: str
    value: float
    unit: str | None = None
    doubtful: bool = False


#: Numbers that are another word more often: it. *sei* (you are), fr. *neuf* (new)
_DOUBTFUL_NUMBERS = {
    "it": frozenset(["sei"]),
    "fr": frozenset(["neuf", "mille"]),
    "hu": frozenset(["het", "hat"]),
    "ro": frozenset(["noua", "suta"]),
    "de": frozenset(["achten", "sieben"]),
}


@lru_cache(maxsize=EVERY_WORD)
def fold(word: str, language: str) -> str:
    """A word in lower case without diacritics; Cyrillic keeps its letters but for ё."""
    lower = word.lower().replace("’", "'")
    if language in ("ru", "uk"):
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
    key = fold(word, language)
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
    doubtful = DOUBTFUL.get(language, frozenset())
    unsure = _DOUBTFUL_NUMBERS.get(language, frozenset())
    for role, table in NUMBERS[language].items():
        for value, forms in _rows(table):
            for form in forms:
                yield form, Role(role, float(value), None, form in unsure)
    for symbol, unit in SYMBOLS.items():
        yield symbol, Role("u", 0, unit)
    for unit, forms in _rows(UNITS[language]):
        for form in forms:
            yield fold(form, language), Role("u", 0, unit)
    for kind, words in (("m", MONTHS[language]), ("d", WEEKDAYS[language])):
        for number, row in enumerate(words.split("|"), 1):
            for form in row.split():
                yield form, Role(kind, number, None, form in doubtful)
    for half, row in zip((0, 12), DAYPARTS[language].split("|"), strict=True):
        for form in row.split():
            yield fold(form, language), Role("t", half)


def _rows(table: str) -> Iterator[tuple[str, list[str]]]:
    for entry in table.split("|"):
        name, *forms = entry.split()
        yield name, forms


#: No number is written as a longer word.
_LONGEST = 100


@lru_cache(maxsize=16)
def _pieces(language: str) -> tuple[re.Pattern[str], re.Pattern[str], dict[str, int]]:
    values = {form: int(value) for value, forms in _rows(PIECES[language]) for form in forms}
    longest = "|".join(sorted(values, key=len, reverse=True))
    tails = "|".join(f"(?:{tail})" for tail, _, _ in TAILS[language])
    return re.compile(rf"((?:{longest})+)({tails})$"), re.compile(longest), values


def _compound(key: str, language: str) -> Iterator[Role]:
    """The readings of a number written as one word: fünfundzwanzig, trentacinque, huszonöt."""
    if language not in PIECES or not 4 <= len(key) <= _LONGEST:
        return
    whole, piece, values = _pieces(language)
    match = whole.match(key)
    if not match:
        return
    parts = piece.findall(match[1])
    value = _sum([values[form] for form in parts])
    if value is None:
        return
    unsure = len(parts) == 1 and parts[0] in _DOUBTFUL_NUMBERS.get(language, ())
    for tail, role, unit in TAILS[language]:
        if re.fullmatch(tail, match[2]):
            if language == "hu" and len(parts) == 1 and value <= 10 and match[2][-1:] == "s":
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
