"""Cardinal numbers in running Romanian text, in figures and words, and whether "de" follows them.

Facts of grammar (Gramatica de bază a limbii române, 2010, on the numeral): from 20 on "de" stands
between the number and what it counts, by its last two figures; after sută, mie, milion, miliard it
always does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from mtqa.languages.ro.agreement import WordList

_UNITS = frozenset(
    """
        un una unu o doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece
        douăsprezece treisprezece paisprezece cincisprezece șaisprezece șaptesprezece optsprezece
        nouăsprezece
    """.split()
)
_TENS = frozenset(
    "douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci optzeci nouăzeci".split()
)
#: Words that multiply: what they count has "de", and so have those of the second row themselves.
SCALES = frozenset("sută sute mie mii milion milioane miliard miliarde bilioane trilioane".split())
GREAT = frozenset("mii milioane miliarde bilioane trilioane".split())
#: Of the scales those that count by themselves: zeci de case, sute de oameni.
_ALONE = frozenset("zeci sute mii milioane miliarde".split())
#: Units that may also be articles, pronouns or another word (nouă case is "new" too): they are
#: numbers only within a longer one.
_DOUBTFUL = frozenset("un una unu o nouă".split())
_GROUPED = re.compile(r"\d{1,3}(?:[.\u00a0\u202f]\d{3})+\Z")

#: Ordinals in words, masculine (after al) and feminine (after a), ``|`` between two pairs.
ORDINALS = """
    doilea doua|treilea treia|patrulea patra|cincilea cincea|șaselea șasea|șaptelea șaptea
    |optulea opta|nouălea noua|zecelea zecea|unsprezecelea unsprezecea
    |doisprezecelea douăsprezecea|treisprezecelea treisprezecea|paisprezecelea paisprezecea
    |cincisprezecelea cincisprezecea|șaisprezecelea șaisprezecea|șaptesprezecelea șaptesprezecea
    |optsprezecelea optsprezecea|nouăsprezecelea nouăsprezecea|douăzecilea douăzecea
    |treizecilea treizecea|sutălea suta
"""


class Cardinal(NamedTuple):
    """A number: half-open range of word indices, and whether "de" follows it.

    Attributes:
        first, end: indices into the words.
        value: in figures alone, the whole number; None with words or decimals.
        wants_de: whether "de" stands between it and what it counts.
        gap: index of the scale before which "de" is missing (50 milioane), or None.
    """

    first: int
    end: int
    value: int | None
    wants_de: bool
    gap: int | None


def value(text: str) -> int | None:
    """The whole number that a token writes in figures, None for decimals and everything else."""
    if text.isdecimal() and len(text) < 10:
        return int(text)
    return int(re.sub(r"\D", "", text)) if _GROUPED.match(text) else None


def takes_de(number: int) -> bool:
    """Whether "de" stands after the number: from 20 on, by its last two figures.

    >>> takes_de(25), takes_de(119), takes_de(2000)
    (True, False, True)
    """
    return number >= 20 and (number % 100 >= 20 or number % 100 == 0)


def cardinals(text: WordList) -> Iterator[Cardinal]:
    """The numbers of a text in order; decimals are none, unless a word for thousands follows."""
    index = 0
    while index < len(text):
        found = _at(text, index)
        if found is None:
            index += 1
            continue
        yield found
        index = found.end


def _at(text: WordList, index: int) -> Cardinal | None:
    """The number that begins at `index`."""
    word = text[index]
    if word.text[0].isdecimal():
        return _figures(text, index)
    lower = word.lower
    if lower in _ALONE or lower in _TENS:
        return _words(text, index, None, lower not in _UNITS)
    if lower in _UNITS:
        scaled = text.spaced(index + 1) and text.lower(index + 1) in SCALES
        if scaled or lower not in _DOUBTFUL:
            return _words(text, index, None, False)
    return None


def _figures(text: WordList, index: int) -> Cardinal | None:
    number = value(text[index].text)
    decimal = number is None and text[index].text.replace(",", "").isdecimal()
    if number is None and not decimal:
        return None
    after = index + 1
    if text.spaced(after) and text.lower(after) in GREAT:
        missing = number is not None and takes_de(number)
        return _words(text, index, after if missing else None, True)
    if (
        text.spaced(after + 1)
        and text.lower(after) == "de"
        and text.lower(after + 1) in GREAT
        and not decimal
    ):
        return _words(text, index, None, True)
    return None if number is None else Cardinal(index, after, number, takes_de(number), None)


def _words(text: WordList, first: int, gap: int | None, wants: bool) -> Cardinal:
    """The number of words from `first` on, as far as it goes."""
    end = first + 1
    while text.spaced(end):
        lower, last = text.lower(end), text.lower(end - 1)
        if lower == "și" and last in _TENS and text.lower(end + 1) in _UNITS:
            end += 2
            wants = True
        elif _goes_on(lower, last):
            end, wants = end + 1, True
        elif lower in _UNITS - _DOUBTFUL and last in SCALES:
            end, wants = end + 1, False
        elif lower == "de" and text.lower(end + 1) in GREAT and text.spaced(end + 1) and wants:
            end += 2
        else:
            break
    return Cardinal(first, end, None, wants, gap)


def _goes_on(word: str, last: str) -> bool:
    """Whether a word that multiplies, or a ten, may follow the number's last word."""
    if word in SCALES:
        return last not in _TENS and last not in GREAT
    return word in _TENS and last in SCALES
