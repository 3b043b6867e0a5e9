"""What stands around a figure and says what it counts: units, clock, calendar."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from mtqa.compare.figures.beside import Beside
from mtqa.compare.figures.measures import CURRENCIES, SIZES
from mtqa.compare.figures.patterns import (
    after_decade,
    after_hour,
    aged,
    before_decade,
    before_hour,
    before_month,
    coordinated,
    dayparts,
    half_behind,
    per_cent,
    powers,
    unit_gap,
)
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.roles import Role
from mtqa.compare.figures.signs import TIME_ZONE, Mark
from mtqa.languages.tables import calendar as days

_YEAR = re.compile(r"(?:1[0-9]|20)\d\d")
#: Between a figure and its currency, which an adjective may describe.
_MONEY_GAP = re.compile(
    r"[\s\u00a0\u202f-]{0,2}\u200b*(?:de |di |d['’])?(?:[^\W\d_]+\.?(?:[ -]|\.? ))?"
    r"(?:[A-Z]\.[ -]?)?"
)
_OTHER_DOLLARS = re.compile(r"(?i)(austral|австрал)|(canad|kanad|канад)")
_DOLLAR_BEFORE = {"A": "AUD", "C": "CAD", "CA": "CAD", "AU": "AUD", "NZ": "NZD", "HK": "HKD",
                  "S": "SGD", "US": "USD"}  # fmt: skip


def measured(
    text: str, found: list[Mark], figures: list[Quantity], language: str
) -> list[Quantity]:
    """The figures with the units, currencies and per cent that stand by them."""
    units = [(mark, role) for mark in found if (role := mark.has("u"))]
    ends = [mark.end for mark, _ in units]
    hundred = per_cent(language)
    result = []
    for place, figure in enumerate(figures):
        match = hundred.match(text, figure.end)
        if match:
            result.append(figure.but(unit="percent", unit_start=match.start() + 1,
                                     unit_end=match.end()))  # fmt: skip
            continue
        if result and figure.start < result[-1].unit_end and result[-1].unit == "percent":
            continue  # the hundred of "la sută"
        limit = figures[place + 1].start if place + 1 < len(figures) else len(text)
        counted = _with_age(text, _with_unit(text, units, ends, figure, limit))
        result.append(_with_half(text, counted, language))
    return _shared(text, _feet(text, result))


def _with_half(text: str, figure: Quantity, language: str) -> Quantity:
    """A figure whose half is said after its unit: "2 ani și jumătate"."""
    behind = figure.unit_end > figure.end
    half = half_behind(language).match(text, figure.unit_end) if behind else None
    return figure.but(value=figure.value + figure.scale / 2) if half else figure


_FEET = re.compile(r",?\s(?:and )?")


def _feet(text: str, figures: list[Quantity]) -> list[Quantity]:
    """Feet and inches that make one length: "6 feet 2 inches"."""
    result: list[Quantity] = []
    for figure in figures:
        last = result[-1] if result else None
        if (
            last
            and (last.unit, figure.unit) == ("foot", "inch")
            and figure.value < 12
            and (_FEET.fullmatch(text[max(last.end, last.unit_end) : figure.start]))
        ):
            result[-1] = last.but(value=last.value + figure.value / 12, end=figure.end,
                                  unit_end=figure.unit_end, core_end=figure.core_end)  # fmt: skip
        else:
            result.append(figure)
    return result


#: How far before a figure its unit may end, and how far after it begin.
_BEFORE_IT, _AFTER_IT = 2, 24


def _with_unit(
    text: str, units: list[tuple[Mark, Role]], ends: list[int], figure: Quantity, limit: int
) -> Quantity:
    """The figure with its unit, one of ``units``, which end at ``ends``; before ``limit``."""
    if figure.unit or figure.kind in ("digits", "roman"):
        return figure
    dated = _YEAR.fullmatch(text[figure.start : figure.end]) is not None
    colon = ":" in text[figure.start : figure.core_end]
    for mark, role in islice(units, bisect_left(ends, figure.start - _BEFORE_IT), None):
        unit = role.unit or ""
        if mark.start - figure.end > _AFTER_IT:
            break
        if mark.start >= figure.end and mark.end <= limit:
            gap = text[figure.end : mark.start]
            exact = unit_gap().fullmatch(gap)
            if unit == "year" and dated and "de" not in gap:
                continue  # "в 2014 году"
            if unit == "degree" and figure.kind == "ordinal" and not gap:
                continue  # "21° compleanno"
            if exact or (unit in CURRENCIES and _MONEY_GAP.fullmatch(gap)):
                unit = _exact_unit(text, unit, gap, mark, exact)
                clock = figure.clock if colon or unit == "hour" else None
                return figure.but(unit=unit, unit_start=mark.start, unit_end=mark.end, clock=clock)
        elif 0 <= figure.start - mark.end <= _BEFORE_IT and _leads(mark, text, figure):
            if unit == "USD":
                before = re.search(r"[A-Z]{1,2}$", text[max(0, mark.start - 3) : mark.start])
                country = before.group() if before else text[mark.end : figure.start]
                unit = _DOLLAR_BEFORE.get(country, unit)
            figure = figure.but(unit=unit, unit_start=mark.start, unit_end=mark.end, clock=None)
            return figure
    return figure


def _leads(mark: Mark, text: str, figure: Quantity) -> bool:
    """Whether the unit is one that may stand before its figure: £5, EUR 5."""
    gap = text[mark.end : figure.start]
    symbol = not mark.text[0].isalnum() and mark.text not in "%‰°"
    code = mark.text.isupper() and len(mark.text) == 3
    return ((symbol or code) and gap in ("", " ", "\u00a0")) or (symbol and gap in _DOLLAR_BEFORE)


def _exact_unit(text: str, unit: str, gap: str, mark: Mark, exact: re.Match[str] | None) -> str:
    """The unit with its power, or the dollar of which country."""
    if unit == "USD":
        match = _OTHER_DOLLARS.search(gap + text[mark.end : mark.end + 14])
        return unit if not match else "AUD" if match[1] else "CAD"
    if unit == "degree" and re.match(r"\s?[CF]\b", text[mark.end : mark.end + 3]):
        return "celsius" if "C" in text[mark.end : mark.end + 2] else "fahrenheit"
    if unit == "degree":
        following = text[mark.end : mark.end + 14].lower()
        return ("celsius" if "cels" in following or "цельс" in following
                else "fahrenheit" if "ahre" in following else unit)  # fmt: skip
    if f"{unit}²" in SIZES and ((exact and exact["square"]) or powers()[0].match(text, mark.end)
                                or text[mark.end : mark.end + 1] in ("²", "2")):  # fmt: skip
        return f"{unit}²"
    if f"{unit}³" in SIZES and ((exact and exact["cube"]) or powers()[1].match(text, mark.end)
                                or text[mark.end : mark.end + 1] in ("³", "3")):  # fmt: skip
        return f"{unit}³"
    return unit


_AGED_AFTER = re.compile(r"[,.)]?(?:\s|$)")


def _with_age(text: str, figure: Quantity) -> Quantity:
    """A figure that can only be somebody's age counts years."""
    if figure.unit or figure.kind != "number" or figure.scale > 1 or not 1 <= figure.value < 110:
        return figure
    before = aged().search(text[max(0, figure.start - 12) : figure.start])
    if before is None or figure.written or not _AGED_AFTER.match(text, figure.end):
        return figure
    comma = before.group().endswith(", ")
    if comma and (text[figure.end : figure.end + 1] != "," or not _is_name(text, figure.start)):
        return figure
    return figure.but(unit="year")


def _is_name(text: str, end: int) -> bool:
    return re.search(r"\b[^\W\d_a-zа-я]\w*, $", text[max(0, end - 24) : end]) is not None


def _shared(text: str, figures: list[Quantity]) -> list[Quantity]:
    """Units said once for several figures: "10 or 15 miles", "de 20 și 30 de ani"."""
    for at in range(len(figures) - 2, -1, -1):
        one, other = figures[at], figures[at + 1]
        if (
            (one.value == 1 and one.weak)
            or one.unit is not None
            or (not coordinated().fullmatch(text[one.end : other.start]))
        ):
            continue
        if _YEAR.fullmatch(text[one.start : one.end]) and other.value < 1000:
            continue  # "in 2003 and 43 percent in 2004"
        if other.unit and other.unit_start >= other.end:
            figures[at] = one = one.but(unit=other.unit)
        if other.scale > one.scale == 1:
            figures[at] = one.but(others=(*one.others, one.value * other.scale))
    return figures


_HOURS = re.compile(r"\s?h\s?([0-5]\d)\b")


def clocks(text: str, found: list[Mark], figures: list[Quantity], language: str) -> list[Quantity]:
    """The figures with times of the day read as such."""
    result: list[Quantity] = []
    for figure in figures:
        if result and figure.start < result[-1].end:
            continue  # the minutes of "15h30"
        result.append(_time(text, figure, language) if _may_be_time(text, figure) else figure)
    return result


def _may_be_time(text: str, figure: Quantity) -> bool:
    if figure.kind not in ("number", "part") or figure.scale > 1:
        return False
    if figure.unit and figure.unit != "hour":
        return False
    if len(text[figure.start : figure.end]) == 4 and TIME_ZONE.match(text, figure.end):
        return text[figure.start : figure.end].isdecimal() and figure.value % 100 < 60
    return figure.clock is not None or (figure.value <= 24 and figure.value == int(figure.value))


def _time(text: str, figure: Quantity, language: str) -> Quantity:
    if figure.clock is None and figure.value > 24:
        minutes = int(figure.value) // 100 * 60 + int(figure.value) % 100
        return _timed(figure, minutes, 24, figure.end, language)
    after = after_hour(language).match(text, figure.end)
    before = text[max(0, figure.start - 12) : figure.start]
    hours = _HOURS.match(text, figure.end)
    colon = ":" in text[figure.start : figure.core_end]
    lead = before_hour(language).search(before)
    sure = language == "ro" and lead is not None
    day = days(language)
    pointed = figure.clock is not None and lead is not None
    if not ((after and after.group()) or hours or (colon and figure.clock is not None) or sure
            or pointed):  # fmt: skip
        return figure.but(clock=int(figure.value) * 60) if figure.unit == "hour" else figure
    minutes = figure.clock if figure.clock is not None else int(figure.value) * 60
    end = figure.end
    if hours:
        minutes, end = int(figure.value) * 60 + int(hours[1]), hours.end()
    half = _half(before, after, language)
    if (
        not colon
        and not sure
        and half is None
        and not day.twelve_hours
        and not hours
        and (figure.unit == "hour" or (figure.clock is None and day.hours_may_last))
    ):
        return figure.but(clock=minutes)  # "15 heures" may as well be a duration
    return _timed(figure, minutes, half, end, language)


def _half(before: str, after: re.Match[str] | None, language: str) -> int | None:
    groups = after.groupdict() if after else {}
    if groups.get("am") or groups.get("am2") is not None or dayparts(language)[0].search(before):
        return 0
    if groups.get("pm") or groups.get("pm2") is not None or dayparts(language)[1].search(before):
        return 12
    if groups.get("pm") == "":
        return 12
    return None


def _timed(figure: Quantity, minutes: int, half: int | None, end: int, language: str) -> Quantity:
    hour = minutes // 60
    if half is None:
        half = 24 if not days(language).twelve_hours or hour > 12 else None
    if half == 12 and hour < 12:
        minutes += 720
    elif half == 0 and hour == 12:
        minutes -= 720
    return figure.but(kind="time", value=float(minutes), others=(), end=end, half=half,
                      clock=minutes, unit=None, odd=False)  # fmt: skip


def calendar(
    text: str, found: list[Mark], figures: list[Quantity], language: str
) -> Iterator[Quantity]:
    """The figures with short years completed, and the months and weekdays, in reading order."""
    taken = {at for figure in figures for at in range(figure.start, figure.end)}
    written = Beside(figure for figure in figures if not figure.written)
    found_days = [
        _day(text, mark, written, language)
        for mark in found
        if mark.has("md") and mark.start not in taken
    ]
    months = Beside(day for day in found_days if day is not None and day.kind == "month")
    completed = (_day_of_month(text, _year(text, figure), months) for figure in figures)
    yield from sorted(
        [*completed, *(day for day in found_days if day is not None)],
        key=lambda q: (q.start, q.end),
    )


def _day_of_month(text: str, figure: Quantity, months: Beside) -> Quantity:
    if not 1 <= figure.value <= 31 or figure.value % 1 or figure.unit or figure.scale > 1:
        return figure
    if figure.kind in ("number", "ordinal") and months.stands_by(text, figure.start, figure.end):
        return figure.but(day=True, weak=False)
    return figure


def _year(text: str, figure: Quantity) -> Quantity:
    """A year of two digits with the centuries it may belong to."""
    if not 10 <= figure.value < 100 or figure.kind not in ("number", "ordinal", "part"):
        return figure
    if figure.unit not in (None, "year"):
        return figure
    if figure.written:
        tens = re.search(r"[aeo]s$", text[figure.start : figure.end])  # hu. "nyolcvanas évek"
        lead = before_decade().search(text[max(0, figure.start - 12) : figure.start])
        if figure.value % 10 or not (lead or (tens and figure.unit == "year")):
            return figure
    quoted = text[figure.start - 1 : figure.start] in ("'", "’", "‘", "`")
    decade = figure.value % 10 == 0 and (
        after_decade().match(text, figure.end)
        or before_decade().search(text[max(0, figure.start - 12) : figure.start])
    )
    if not (quoted or decade or figure.written):
        return figure
    return figure.but(others=(*figure.others, 1900 + figure.value, 2000 + figure.value,
                              1800 + figure.value))  # fmt: skip


def _day(text: str, mark: Mark, figures: Beside, language: str) -> Quantity | None:
    """The month or weekday, unless the word is something else here."""
    role = mark.has("md")
    if role is None or (days(language).capitals and not mark.text[0].isupper()):
        return None
    kind = "month" if role.role == "m" else "weekday"
    near = figures.stands_by(text, mark.start, mark.end)
    lead = before_month().search(text[max(0, mark.start - 12) : mark.start]) is not None
    if language == "ro":
        lead = text.endswith(("luna ", "lunii "), 0, mark.start)
    if role.doubtful and kind == "month" and not near and not lead:
        return None
    return Quantity(kind, mark.start, mark.end, role.value, core_end=mark.end, written=True,  # type: ignore[arg-type]
                    weak=role.doubtful and not near)  # fmt: skip
