"""The patterns of what stands around figures, compiled from the tables of the languages.

A pattern of one language is looked for in its texts; where a word says the same wherever it is met,
or a translation may have kept the source's, the patterns of all languages are one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.languages.tables import alternatives, languages, numerals, units
from mtqa.languages.tables import calendar as days


@lru_cache(maxsize=16)
def half_behind(language: str) -> re.Pattern[str]:
    """What adds a half to the number before it: "and a half"."""
    return re.compile(rf"[ \u00a0](?:{numerals(language).and_half or '(?!)'})\b")


@lru_cache(maxsize=16)
def per_cent(language: str) -> re.Pattern[str]:
    """The words for per cent, where a language has several for one."""
    return re.compile(rf"[ \u00a0-]?\u200b*{units(language).per_cent or '(?!)'}")


@lru_cache(maxsize=1)
def unit_gap() -> re.Pattern[str]:
    """Between a figure and its unit: nothing, a hyphen, "de", a word for area or volume."""
    return re.compile(
        rf"[\s\u00a0\u202f-]{{0,2}}\u200b*(?:de |di |d['’])?(?:(?P<square>{_square()})|"
        rf"(?P<cube>{_cubic()})|full|bonnes?|lung[ie])?\.?[ -]?"
    )


def _square() -> str:
    return alternatives(units(code).square for code in languages())


def _cubic() -> str:
    return alternatives(units(code).cubic for code in languages())


@lru_cache(maxsize=1)
def powers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What makes an area, and a volume, of a unit before it."""
    return re.compile(rf"[ -](?:{_square()})\b"), re.compile(rf"[ -](?:{_cubic()})\b")


@lru_cache(maxsize=1)
def aged() -> re.Pattern[str]:
    """An age that only commas show: "Simpson, 20, has been arrested"; or that a word shows."""
    words = alternatives(units(code).before_age for code in languages())
    return re.compile(rf"(?:\w, |\b(?:{words}) )$")


@lru_cache(maxsize=1)
def coordinated() -> re.Pattern[str]:
    """What stands between two figures with one unit: "10 or 15 miles"."""
    joints = alternatives(numerals(code).coordination for code in languages())
    return re.compile(rf"\s?(?:[-–—/]|{joints})\s?")


@lru_cache(maxsize=16)
def after_hour(language: str) -> re.Pattern[str]:
    """What makes a time of day of the hour before it; groups as in the tables."""
    return re.compile(days(language).after_hour or "(?!)")


@lru_cache(maxsize=16)
def before_hour(language: str) -> re.Pattern[str]:
    """What leads to a time of day."""
    return re.compile(days(language).before_hour or "(?!)")


@lru_cache(maxsize=16)
def dayparts(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Words for parts of the day that stand before the hour: before noon, and after it."""
    day = days(language)
    return re.compile(day.morning or "(?!)"), re.compile(day.evening or "(?!)")


@lru_cache(maxsize=1)
def before_month() -> re.Pattern[str]:
    """What leads to a month whose name is another word too."""
    words = alternatives(days(code).before_month for code in languages())
    return re.compile(rf"(?i)\b(?:{words})[ -]$")


@lru_cache(maxsize=1)
def after_decade() -> re.Pattern[str]:
    """The ending of a decade: "80s"."""
    return re.compile(alternatives(days(code).after_decade for code in languages()))


@lru_cache(maxsize=1)
def before_decade() -> re.Pattern[str]:
    """What leads to a decade: "anii 80"."""
    words = alternatives(days(code).before_decade for code in languages())
    return re.compile(rf"(?i)(?:{words})[ \u00a0](?:['’‘`][ \u00a0]?)?$")
