"""Kinds of corruption of figures: what machine translation and careless hands do to them.

Each spoils one figure of a human translation that the source line has too. To be found again, a
figure of the target must stand in the source with the same digits, whatever their separators; the
checks' own reading of figures takes no part in that.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import pairwise

from mtqa.languages.ro.months import MONTH_NAMES, MONTHS, WEEKDAYS
from mtqa.workshop.perturbations.bitext import Corruption

CHECKS = ("number",)

_FIGURE = re.compile(r"(?<![\w.,:/'’-])\d+(?:[.,]\d+)*(?![\w/:]|[.,]\d)")
_SOURCE = re.compile(r"(?<![\w/])\d+(?:[.,:\u00a0 ]\d+)*")
_WORDS = "patru cinci șase șapte opt zece unsprezece doisprezece".split()
_ORDINALS = "patrulea cincilea șaselea șaptelea optulea nouălea zecelea".split()
_SOURCE_WORDS = {
    "en": "four five six seven eight ten eleven twelve".split(),
    "de": "vier fünf sechs sieben acht zehn elf zwölf".split(),
}
_SOURCE_ORDINALS = {
    "en": "fourth fifth sixth seventh eighth ninth tenth".split(),
    "de": "viert fünft sechst siebt acht neunt zehnt".split(),
}
_SCALES = {"milioane": "miliarde", "miliarde": "milioane", "mii": "milioane", "milion": "miliard",
           "miliard": "milion"}  # fmt: skip
_MONEY = {"dolari": "euro", "euro": "dolari", "lire sterline": "dolari", "lire": "dolari"}
_UNITS = {"kilometri": "mile", "km": "mile", "metri": "kilometri", "ani": "luni", "luni": "ani",
          "zile": "săptămâni", "ore": "zile", "minute": "ore", "kg": "tone", "mile": "kilometri",
          "săptămâni": "luni", "cm": "metri", "secunde": "minute", "tone": "kilograme"}  # fmt: skip
_SPACE = r"[ \u00a0]"

Spoil = Callable[[str, str, random.Random], "tuple[int, int, str] | None"]


def _digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def _shared(source: str, target: str) -> Iterator[tuple[re.Match[str], re.Match[str]]]:
    """Figures that stand exactly once on both sides, source and target match."""
    left = [m for m in _SOURCE.finditer(source) if _digits(m.group())]
    for match in _FIGURE.finditer(target):
        digits = _digits(match.group())
        same = [m for m in left if _digits(m.group()) == digits]
        again = [m for m in _FIGURE.finditer(target) if _digits(m.group()) == digits]
        if len(same) == len(again) == 1:
            yield same[0], match


def _corruption(
    source: re.Match[str], target: str, start: int, end: int, spoilt: str
) -> Corruption | None:
    if target[start:end] == spoilt:
        return None
    text = target[:start] + spoilt + target[end:]
    return Corruption(0, source.group(), *source.span(), start, start + len(spoilt), text)


def _figure(
    change: Callable[[str, random.Random], str | None],
    source: str, target: str, language: str, chance: random.Random,
) -> Corruption | None:  # fmt: skip
    """A shared figure with its digits changed."""
    found = list(_shared(source, target))
    chance.shuffle(found)
    for one, other in found:
        spoilt = change(other.group(), chance)
        if spoilt is not None and spoilt != other.group():
            return _corruption(one, target, *other.span(), spoilt)
    return None


def _place(figure: str, chance: random.Random) -> int:
    return chance.choice([i for i, c in enumerate(figure) if c.isdigit()])


def _digit_changed(figure: str, chance: random.Random) -> str | None:
    at = _place(figure, chance)
    new = chance.choice([c for c in "123456789" if c != figure[at]])
    return figure[:at] + new + figure[at + 1 :]


def _digit_dropped(figure: str, chance: random.Random) -> str | None:
    if not figure.isdigit() or len(figure) < 2:
        return None
    at = _place(figure, chance)
    short = figure[:at] + figure[at + 1 :]
    return short if short[0] != "0" and short != figure else None


def _digit_added(figure: str, chance: random.Random) -> str | None:
    at = _place(figure, chance)
    return figure[:at] + chance.choice("123456789") + figure[at:] if figure.isdigit() else None


def _zero_added(figure: str, chance: random.Random) -> str | None:
    return figure + "0" if figure.isdigit() else None


def _zero_dropped(figure: str, chance: random.Random) -> str | None:
    return figure[:-1] if figure.endswith("0") and len(figure) > 1 else None


def _decimal_shifted(figure: str, chance: random.Random) -> str | None:
    match = re.fullmatch(r"(\d+),(\d{1,2})", figure)
    if not match:
        return None
    return chance.choice([match[1] + match[2], "0," + match[1] + match[2]]).lstrip("0") or None


def _thousands_comma(figure: str, chance: random.Random) -> str | None:
    return figure.replace(".", ",") if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", figure) else None


def _year_changed(figure: str, chance: random.Random) -> str | None:
    if not re.fullmatch(r"(?:1[5-9]|20)\d\d", figure):
        return None
    return str(int(figure) + chance.choice([-10, -3, -1, 1, 3, 10]))


def _around(
    pattern: str, spoil: Callable[[re.Match[str], random.Random], str | None],
    source: str, target: str, language: str, chance: random.Random,
) -> Corruption | None:  # fmt: skip
    """A shared figure with what stands after it: group 1 of the pattern is spoilt."""
    found = list(_shared(source, target))
    chance.shuffle(found)
    for one, other in found:
        match = re.compile(pattern).match(target, other.end())
        spoilt = spoil(match, chance) if match else None
        if match and spoilt is not None:
            start, end = match.span(1)
            if not spoilt:  # the figure is what shows the loss
                gone = target[:start] + target[end:]
                return Corruption(0, one.group(), *one.span(), *other.span(), gone)
            return _corruption(one, target, start, end, spoilt)
    return None


def _table(words: Mapping[str, str]) -> tuple[str, Callable[..., str | None]]:
    longest = "|".join(sorted(words, key=len, reverse=True))
    return longest, lambda match, chance: words[match[1]]


_DE = rf"{_SPACE}(?:de{_SPACE})?"
_SCALED = rf"(?:{_DE}(?:milioane|miliarde|mii))?"
_SCALE_WORDS, _to_scale = _table(_SCALES)
_MONEY_WORDS, _to_money = _table(_MONEY)
_UNIT_WORDS, _to_unit = _table(_UNITS)


def _nothing(match: re.Match[str], chance: random.Random) -> str:
    return ""


def _deleted(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    found = list(_shared(source, target))
    if not found:
        return None
    one, other = chance.choice(found)
    end = other.end() + (1 if target[other.end() : other.end() + 1] == " " else 0)
    text = target[: other.start()] + target[end:]
    return Corruption(0, one.group(), *one.span(), other.start(), other.start(), text)


def _swapped(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    for (one, first), (_, second) in pairwise(_shared(source, target)):
        a, b = first.group(), second.group()
        between = target[first.end() : second.start()]
        spoilt = b + between + a
        return _corruption(one, target, first.start(), second.end(), spoilt)
    return None


def _swallowed(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    for one, other in _shared(source, target):
        sign = source[one.start() - 1 : one.start()]
        if sign in ("$", "£", "€"):
            digit = {"$": "5", "£": "4", "€": "6"}[sign]
            return _corruption(one, target, *other.span(), digit + other.group())
    return None


def _listed(
    pattern: str, words: list[str], source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """A month or weekday replaced by another; every source names the same day of the calendar."""
    found = list(re.finditer(pattern, target))
    names = _SOURCE_DAYS if words is WEEKDAYS else _SOURCE_MONTHS
    for match in found:
        known = names[language][words.index(match[1])] if language in names else None
        one = re.search(rf"\b{known}", source) if known else None
        if one and len(found) == 1:
            other = chance.choice([word for word in words if word != match[1]])
            return _corruption(one, target, *match.span(1), other)
    return None


_SOURCE_DAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
    "de": "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split(),
}
_SOURCE_MONTHS = {
    "en": "January February March April May June July August September October November "
    "December".split(),
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November "
    "Dezember".split(),
}


def _day(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    for one, other in _shared(source, target):
        day = other.group()
        if re.match(rf"{_SPACE}(?:{MONTHS})\b", target[other.end() :]) and int(day) < 32:
            new = chance.choice([n for n in range(1, 29) if n != int(day)])
            return _corruption(one, target, *other.span(), str(new))
    return None


def _time(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    times = {
        "en": r"\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?",
        "de": r"\d{1,2}[.:]\d\d\sUhr|\d{1,2}\sUhr",
    }
    one = re.search(times.get(language, r"(?!)"), source)
    other = re.search(r"(?<!\d)([01]?\d|2[0-4])([:.][0-5]\d)(?!\d)", target)
    if not one or not other:
        return None
    hour = int(other[1])
    new = hour - 12 if hour > 12 else chance.choice([h for h in range(1, 12) if h != hour])
    return _corruption(one, target, *other.span(), f"{new}{other[2]}")


def _spelt(
    words: list[str], table: Mapping[str, list[str]], source: str, target: str, language: str,
    chance: random.Random,
) -> Corruption | None:  # fmt: skip
    """A number word replaced by another, where the source has its word too."""
    for match in re.finditer(r"[^\W\d_]+", target):
        if match.group() in words and language in table:
            known = table[language][words.index(match.group())]
            one = re.search(rf"(?i)\b{known}\b" if table is _SOURCE_WORDS else rf"(?i)\b{known}",
                            source)  # fmt: skip
            if one and target.count(match.group()) == 1:
                other = chance.choice([word for word in words if word != match.group()])
                return _corruption(one, target, *match.span(), other)
    return None


def _joined(
    pattern: str, source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """The second figure of a range or score changed."""
    for match in re.finditer(pattern, target):
        one = re.search(rf"\b{match[1]}\D{{1,8}}{match[2]}\b|\b{match[2]}\D{{1,8}}{match[1]}\b",
                        source)  # fmt: skip
        if one:
            new = int(match[2]) + chance.choice([1, 2, 3, 5])
            return _corruption(one, target, *match.span(2), str(new))
    return None


def _added(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    places = list(re.finditer(r"[a-zăâîșț]{4,}(?= de | din | pentru |,)", target))
    one = re.search(r"\w+", source)
    if not places or not one:
        return None
    at = chance.choice(places).end()
    figure = str(chance.choice([17, 23, 46, 58, 64, 93, 140, 350, 2600]))
    while figure in source:
        figure = str(int(figure) + 7)
    figure = f" ({figure})"
    text = target[:at] + figure + target[at:]
    return Corruption(0, one.group(), *one.span(), at, at + len(figure), text)


def _signed(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
    """A minus lost, or, news having few of them, gained before a share or temperature."""
    for one, other in _shared(source, target):
        if target[other.start() - 1 : other.start()] in ("-", "−"):
            return _corruption(one, target, other.start() - 1, other.end(), other.group())
        after = target[other.end() : other.end() + 9]
        if re.match(rf"{_SPACE}?%|{_DE}(?:grade|puncte|milioan)", after):
            return _corruption(one, target, *other.span(), "-" + other.group())
    return None


WAYS: dict[str, Callable[[str, str, str, random.Random], Corruption | None]] = {
    "digit-changed": partial(_figure, _digit_changed),
    "digit-dropped": partial(_figure, _digit_dropped),
    "digit-added": partial(_figure, _digit_added),
    "zero-added": partial(_figure, _zero_added),
    "zero-dropped": partial(_figure, _zero_dropped),
    "decimal-shifted": partial(_figure, _decimal_shifted),
    "thousands-comma": partial(_figure, _thousands_comma),
    "year-changed": partial(_figure, _year_changed),
    "day-changed": _day,
    "month-changed": partial(
        _listed, rf"(?:(?<=\d )|(?<=în )|(?<=luna )|(?<=lunii ))({MONTHS})\b(?! mult)", MONTH_NAMES
    ),
    "weekday-changed": partial(_listed, rf"\b({'|'.join(WEEKDAYS)})\b", WEEKDAYS),
    "time-changed": _time,
    "swapped": _swapped,
    "deleted": _deleted,
    "added": _added,
    "scale-changed": partial(_around, rf"{_DE}({_SCALE_WORDS})\b", _to_scale),
    "scale-dropped": partial(_around, rf"({_DE}(?:milioane|miliarde|mii))\b", _nothing),
    "currency-changed": partial(_around, rf"{_SCALED}{_DE}({_MONEY_WORDS})\b", _to_money),
    "currency-lost": partial(
        _around, rf"{_SCALED}({_DE}(?:{_MONEY_WORDS}|de dolari)(?: americani)?)\b", _nothing
    ),
    "currency-swallowed": _swallowed,
    "percent-lost": partial(_around, rf"({_SPACE}?%|{_SPACE}la sută)", _nothing),
    "unit-changed": partial(_around, rf"{_DE}({_UNIT_WORDS})\b", _to_unit),
    "range-changed": partial(
        _joined, r"(?<![\d.,])(\d{1,3})(?: și | - |-|–| la | sau )(\d{1,3})(?=[ %](?:de |la sută|"
        r"cm|km|ani|metri|minute|ore|zile|milioane)?)",
    ),
    "score-changed": partial(_joined, r"(?<![\d.,-])(\d{1,3})(?: ?[-–:] ?)(\d{1,3})(?![\d.,-])"),
    "word-changed": partial(_spelt, _WORDS, _SOURCE_WORDS),
    "ordinal-changed": partial(_spelt, _ORDINALS, _SOURCE_ORDINALS),
    "sign": _signed,
}  # fmt: skip
