"""Figures that a language says without a numeral: half an hour, a year and a half, noon.

Facts of grammar, written down by hand (2026, CC0): for each language and phrase the hours, years
and so on that it means; parts of the day as minutes after midnight.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.compare.figures.unit_words import SIZES

#: Phrase to how much of which unit.
_SPANS: dict[str, tuple[tuple[str, float, str], ...]] = {
    "en": (
        (r"half (?:an|the) hour|half-hour", 0.5, "hour"),
        (r"(?:a )?quarter of an hour", 0.25, "hour"),
        (r"three[ -]quarters of an hour", 0.75, "hour"),
        (r"(?:an|one) hour and a half", 1.5, "hour"),
        (r"half (?:a|the) year", 0.5, "year"),
        (r"(?:a|one) year and a half", 1.5, "year"),
        (r"half (?:a|the) century", 0.5, "century"),
        (r"(?:a|one) minute and a half", 1.5, "minute"),
        (r"half a minute", 0.5, "minute"),
    ),
    "de": (
        (r"(?:eine[rn]? )?halben? Stunde", 0.5, "hour"),
        (r"Viertelstunde", 0.25, "hour"),
        (r"Dreiviertelstunde", 0.75, "hour"),
        (r"halb(?:es|en) Jahr|Halbjahr", 0.5, "year"),
        (r"halb(?:es|en) Jahrhundert", 0.5, "century"),
    ),
    "fr": (
        (r"demi-heure", 0.5, "hour"),
        (r"quart d['’]heure", 0.25, "hour"),
        (r"trois quarts d['’]heure", 0.75, "hour"),
        (r"une heure et demie", 1.5, "hour"),
        (r"un an et demi", 1.5, "year"),
        (r"demi-siècle", 0.5, "century"),
    ),
    "es": (
        (r"media hora", 0.5, "hour"),
        (r"cuarto de hora", 0.25, "hour"),
        (r"hora y media", 1.5, "hour"),
        (r"año y medio", 1.5, "year"),
        (r"medio siglo", 0.5, "century"),
    ),
    "it": (
        (r"mezz['’]ora|mezza ora", 0.5, "hour"),
        (r"quarto d['’]ora", 0.25, "hour"),
        (r"un['’]ora e mezzo", 1.5, "hour"),
        (r"un anno e mezzo", 1.5, "year"),
        (r"mezzo secolo", 0.5, "century"),
    ),
    "ro": (
        (r"jumătate de oră", 0.5, "hour"),
        (r"sfert de oră", 0.25, "hour"),
        (r"trei sferturi de oră", 0.75, "hour"),
        (r"o oră și jumătate", 1.5, "hour"),
        (r"jumătate de an", 0.5, "year"),
        (r"un an și jumătate", 1.5, "year"),
        (r"jumătate de secol", 0.5, "century"),
    ),
}
_DAY = 1440
_NOON, _MIDNIGHT = 720, 0
#: Words for noon, and for midnight.
_CLOCKS: dict[str, tuple[str, str]] = {
    "en": ("noon|midday", "midnight"), "de": ("Mittag|Mittags|mittags", "Mitternacht"),
    "fr": ("midi", "minuit"), "es": ("mediodía", "medianoche"),
    "it": ("mezzogiorno", "mezzanotte"), "hu": ("dél|délben|délig", "éjfél|éjfélkor|éjfélig"),
    "ru": ("полдень|полдня|полудня", "полночь|полуночи"),
    "uk": ("полудень|опівдні|полудня", "опівночі|півночі"),
    "ro": ("prânz|prânzul|amiază|amiaza", "miezul nopții"),
}  # fmt: skip


@lru_cache(maxsize=16)
def _compiled(language: str) -> tuple[tuple[re.Pattern[str], float], ...]:
    return tuple(
        (re.compile(rf"\b(?:{phrase})\b"), share * SIZES[unit][1])
        for phrase, share, unit in _SPANS.get(language, ())
    )


@lru_cache(maxsize=16)
def _clocks(language: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b(?:{words})\b") for words in _CLOCKS.get(language, ()))


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
