"""Figures that a language says without a numeral: half an hour, a year and a half, noon."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.compare.figures.measures import SIZES
from mtqa.languages.tables import calendar

_DAY = 1440
_NOON, _MIDNIGHT = 720, 0


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple(
        (re.compile(rf"\b(?:{phrase})\b"), share * SIZES[unit][1])
        for phrase, share, unit in calendar(language).spans
    )


@lru_cache(maxsize=16)
def _clocks(language: str) -> tuple[re.Pattern[str], ...]:
    day = calendar(language)
    return tuple(re.compile(rf"\b(?:{words})\b") for words in (day.noon, day.midnight) if words)


def spans_of_time(text: str, language: str) -> tuple[float, ...]:
    """The spans of time that a text says without a figure, in seconds.

    >>> spans_of_time("It lasted half an hour.", "en")
    (1800.0,)
    """
    return tuple(size for phrase, size in _compiled(language) if phrase.search(text))


def times_of_day(text: str, language: str) -> frozenset[int]:
    """Noon and midnight, where a text names them, in minutes after midnight.

    >>> sorted(times_of_day("open from noon until midnight", "en"))
    [0, 720]
    """
    found = zip(_clocks(language), (_NOON, _MIDNIGHT), strict=False)
    return frozenset(minute for words, minute in found if words.search(text))


def same_time(minutes: float, named: frozenset[int]) -> bool:
    """Whether a time of day, also as 24.00, is one of those named."""
    return int(minutes) % _DAY in named
