"""What is known of each language, read from its folder: words, numerals, calendar, units, negators,
names, letters.

A folder ``languages/<xx>/`` is a language (ISO 639-1). Each of its modules holds plain constants;
here stands, once, what each is called, what it means and what holds where a language says nothing:
the constant ``MONTHS`` of ``hu/calendar.py`` is ``calendar("hu").months``. Nothing else in the
package has a table by language, so that another folder is another source language.

What little is known of languages without a folder stands in `others`, by the same names.

Word lists are texts of words divided by spaces. In lists of figures, months and units a word is
without diacritics (Cyrillic as it is), and ``+`` ends a stem that takes any ending. Patterns are
regular expressions; they are compiled by those who use them.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from typing import TypeVar

from mtqa.languages import others

_HERE = "mtqa.languages"


@dataclass(frozen=True, slots=True)
class Words:
    """Common words of a language, and what its words are like.

    Attributes:
        rank: of two languages that a text fits equally well the one with the lower rank is named.
        name: of the language, in English and in Romanian; empty where there is none to tell.
        frequent: short frequent words, by which the language of a text is detected.
        telling: function words by which a text is told from a Romanian one.
        abbreviations: words before a full stop that do not end a sentence.
        before_ordinals: words after which a small number with a full stop is an ordinal.
        grammar: words that a translation may render by anything or nothing; a language without
            counts its most frequent words as such.
        auxiliaries: what may stand between a subject and its verb; without, roles are not read.
        attribution: pattern of an attribution set off from what is said ("he said,").
        saying: pattern of anything that may be a saying.
        clauses: words and phrases that begin a clause or a phrase set off, divided by ``|``.
        leftover: machines leave its words, halves of compounds and names of places in Romanian
            texts: the Zipf frequency from which an unknown word there is taken for one; 0 where
            they do not.
        hanging: so many letters its cases hang on a name.
        listed: a lexicon leads from its words to Romanian ones.
        compounds: it writes compounds as one word.
        capital_nouns: it writes every noun with a capital.
        possessive: ``'s`` is an ending.
        free_order: its sentences are turned round in translation.
        elides: articles and prepositions lean on the next word: l', dell'.
        agreement: endings of plural and feminine, longest first.
        endings: what inflection hangs on the stem of a term, longest first.
    """

    rank: int = 100
    name: tuple[str, str] = ("", "")
    frequent: str = ""
    telling: str = ""
    abbreviations: str = ""
    before_ordinals: str = ""
    grammar: str = ""
    auxiliaries: str = ""
    attribution: str = ""
    saying: str = ""
    clauses: str = ""
    leftover: float = 0.0
    hanging: int = 0
    listed: bool = False
    compounds: bool = False
    capital_nouns: bool = False
    possessive: bool = False
    free_order: bool = False
    elides: bool = False
    agreement: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Numerals:
    """Numbers in words, and how figures are written.

    The lists are entries divided by ``|``, each a value and its forms: ``2 two|3 three``.

    Attributes:
        cardinals, ordinals: one and first.
        ordinal_endings: where there are some, the forms of `ordinals` are stems that take each.
        multipliers: hundred, million.
        many: multipliers that stand alone for an uncertain many: hundreds.
        fractions: half.
        standins: words that may stand for a number and never must: both, double.
        doubtful: forms that are another word more often.
        plurals: pattern of multipliers that stand alone in the plural as an uncertain many.
        conjunctions: "and" inside a number.
        joints: other words inside a number, before a multiplier: "six autres millions".
        and_after_hundreds: "and" stands after hundreds only, not after tens.
        and_everywhere: "and" stands after thousands, hundreds and tens alike.
        and_half: pattern of "and a half" behind a number.
        by_twenties: soixante-dix, quatre-vingts.
        pieces: of numbers written as one word; none where there are none.
        tails: what may follow the pieces: pattern, role of the whole (``n`` cardinal, ``o``
            ordinal), and the unit that it names: *-jährig*.
        group_ending: the ending that makes a group of a number up to ten: hu. "négyes".
        suffixed: case endings hang on digits by a hyphen: hu. "85-öt".
        minus: words for the sign.
        decimal: the sign before decimals.
        either_decimal: the other sign is as common.
        scale_letters: letters glued to a figure, and what they multiply it by: 125m.
        ordinal_sign: pattern of what makes an ordinal of digits.
        coordination: pattern of what stands between two figures with one unit: "10 or 15 miles".
        ratio: pattern of what stands between the figures of a ratio: "one in four".
        before_codes: pattern of words before digits that identify and count nothing: "no. 4187".
    """

    cardinals: str = ""
    ordinals: str = ""
    ordinal_endings: str = ""
    multipliers: str = ""
    many: str = ""
    fractions: str = ""
    standins: str = ""
    doubtful: str = ""
    plurals: str = ""
    conjunctions: str = ""
    joints: str = ""
    and_after_hundreds: bool = False
    and_everywhere: bool = False
    and_half: str = ""
    by_twenties: bool = False
    pieces: str = ""
    tails: tuple[tuple[str, str, str | None], ...] = ()
    group_ending: str = ""
    suffixed: bool = False
    minus: str = "minus"
    decimal: str = ","
    either_decimal: bool = False
    scale_letters: tuple[tuple[str, float], ...] = ()
    ordinal_sign: str = ""
    coordination: str = ""
    ratio: str = ""
    before_codes: str = ""


@dataclass(frozen=True, slots=True)
class Calendar:
    """Months, weekdays and the clock.

    Attributes:
        months: January to December, divided by ``|``.
        weekdays: Monday to Sunday.
        weekday_ending: what a hyphen joins to a weekday: pt. *segunda-feira*; the weekdays have it.
        dayparts: words that put an hour before noon ``|`` after it.
        doubtful: forms that are another word more often, so that their company must show them.
        capitals: months and weekdays have a capital.
        before_month: pattern of what stands before a month where it may be another word.
        before_decade: pattern of what stands before a decade of two digits: "anii 80".
        after_decade: pattern of its ending: "80s".
        spans: pattern of a span of time said without a numeral, how much, of which unit.
        noon, midnight: patterns of words.
        after_hour: pattern of what stands behind an hour, with groups ``am`` and ``pm`` (and
            ``am2``, ``pm2``, which may be empty).
        before_hour: pattern of what leads to an hour and ends where it begins.
        morning, evening: the same for parts of the day that stand before the hour.
        hours_may_last: a bare hour may as well be a duration: "15 heures".
        twelve_hours: an hour without a part of the day may be either.
    """

    months: str = ""
    weekdays: str = ""
    weekday_ending: str = ""
    dayparts: str = "|"
    doubtful: str = ""
    capitals: bool = False
    before_month: str = ""
    before_decade: str = ""
    after_decade: str = ""
    spans: tuple[tuple[str, float, str], ...] = ()
    noon: str = ""
    midnight: str = ""
    after_hour: str = ""
    before_hour: str = ""
    morning: str = ""
    evening: str = ""
    hours_may_last: bool = False
    twelve_hours: bool = False


@dataclass(frozen=True, slots=True)
class Units:
    """Units and currencies.

    Attributes:
        units: entries divided by ``|``: the unit's code and its forms.
        per_cent: pattern of "per cent" in several words.
        square, cubic: patterns of what makes an area or a volume of a unit of length.
        before_age: pattern of words that lead to somebody's age.
        written: what the language calls a unit after a figure from 2 to 19: ``USD`` to "dolari".
    """

    units: str = ""
    per_cent: str = ""
    square: str = ""
    cubic: str = ""
    before_age: str = ""
    written: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Negators:
    """Words that negate.

    Attributes:
        strong: a negation that a translation must show.
        loose: phrases with a strong word that it need not show, divided by ``|``.
        weak: words that Romanian may render with a negation, or that may render one; ``*`` ends a
            beginning.
        prefixes, suffixes: of negative words.
        not_negative: beginnings of words that only look as if they had such a prefix.
        halves: strong words that negate only after one of `before_halves`: fr. "ne … pas".
        before_halves: those.
        sure: the weak words were weighed on texts; in other languages a verdict is only a hint.
        reach: a weak word speaks for a negation as far away as this share of its side.
        after: …and as far towards the end: a German verb that denies may stand there.
    """

    strong: str = ""
    loose: str = ""
    weak: str = ""
    prefixes: str = ""
    suffixes: str = ""
    not_negative: str = ""
    halves: str = ""
    before_halves: str = ""
    sure: bool = False
    reach: float = 1.0
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Names:
    """How names are written.

    Attributes:
        surname_first: people's surnames stand first.
        inflected: names take case endings.
        genitive_s: the genitive hangs an -s on a name.
        cut: so many letters of a case ending are cut from a name to find it; 0 where none are.
        trade: pattern of the stems of trades, which stand before the name of a firm.
        before_towns: pattern of what stands before the name of a town only.
        titles_of_men, titles_of_women: words right before a name that tell the person's gender.
    """

    surname_first: bool = False
    inflected: bool = False
    genitive_s: bool = False
    cut: int = 0
    trade: str = ""
    before_towns: str = ""
    titles_of_men: str = ""
    titles_of_women: str = ""


@dataclass(frozen=True, slots=True)
class Letters:
    """The script, and which sounds its letters stand for.

    Attributes:
        cyrillic: the script is Cyrillic, and names are put into Latin letters to be judged.
        own: letters that tell the language from others of its script.
        slavic_endings: pattern of endings of Slavic surnames as the language romanises them, beside
            those that all have.
        slavic_sounds: how the language writes the sounds of Slavic names: pattern of letters and
            the sound, the first that fits counts; without, the English ones.
        slavic_spelling: pattern of letters that only this language puts into Slavic names, and
            Romanian never does.
        h_for_g: г is transcribed as h.
    """

    cyrillic: bool = False
    own: str = ""
    slavic_endings: str = ""
    slavic_sounds: tuple[tuple[str, str], ...] = ()
    slavic_spelling: str = ""
    h_for_g: bool = False


_Table = TypeVar("_Table")


def _reader(table: type[_Table]) -> Callable[[str], _Table]:
    """What reads the module that is called like the table, in the folder of a language."""
    name = table.__name__.lower()

    @lru_cache(maxsize=256)
    def read(code: str) -> _Table:
        found = getattr(others, name.upper(), {}).get(code, {})
        if code in folders() and find_spec(f"{_HERE}.{code}.{name}") is not None:
            module = import_module(f"{_HERE}.{code}.{name}")
            keys = (field.name for field in fields(table))  # type: ignore[arg-type]
            found = {
                key: getattr(module, key.upper()) for key in keys if hasattr(module, key.upper())
            }
        return table(**found)

    return read


words: Callable[[str], Words] = _reader(Words)
numerals: Callable[[str], Numerals] = _reader(Numerals)
calendar: Callable[[str], Calendar] = _reader(Calendar)
units: Callable[[str], Units] = _reader(Units)
negators: Callable[[str], Negators] = _reader(Negators)
names: Callable[[str], Names] = _reader(Names)
letters: Callable[[str], Letters] = _reader(Letters)


@lru_cache(maxsize=1)
def folders() -> frozenset[str]:
    """The ISO 639-1 codes of the languages that have a folder here."""
    package = import_module(_HERE)
    return frozenset(found.name for found in pkgutil.iter_modules(package.__path__) if found.ispkg)


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The same in the order of their rank."""
    return tuple(sorted(folders(), key=lambda code: (words(code).rank, code)))


@lru_cache(maxsize=1)
def known() -> tuple[str, ...]:
    """The same, and behind them the languages of which there are but a few words."""
    return (*languages(), *(code for code in others.WORDS if code not in folders()))


@lru_cache(maxsize=1)
def left_in_romanian() -> dict[str, float]:
    """Code to `Words.leftover`, of the languages that have it."""
    return {code: words(code).leftover for code in languages() if words(code).leftover}


def alternatives(patterns: Iterable[str]) -> str:
    """One pattern for whatever one of several matches; an empty one matches nothing."""
    return "|".join(filter(None, patterns)) or "(?!)"
