"""The figures of a text, read into values with their units and spans."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from mtqa.common.memory import SENTENCES
from mtqa.compare.figures.digits import read
from mtqa.compare.figures.patterns import half_behind
from mtqa.compare.figures.quantity import Quantity
from mtqa.compare.figures.signs import Mark, marks
from mtqa.compare.figures.spelled import spelled
from mtqa.compare.figures.surroundings import calendar, clocks, measured
from mtqa.languages.tables import numerals


@lru_cache(maxsize=16)
def _ordinal_sign(language: str) -> re.Pattern[str]:
    return re.compile(numerals(language).ordinal_sign or "(?!)")


@lru_cache(maxsize=16)
def _scale_letters(language: str) -> dict[str, float]:
    """Letters glued to a figure and what they stand for: 2.8bn, 125m, 30k."""
    return dict(numerals(language).scale_letters)


@lru_cache(maxsize=16)
def _between(language: str) -> re.Pattern[str] | None:
    """What stands between the two figures of a ratio: "one in four", "doi din zece"."""
    form = numerals(language).ratio
    return re.compile(rf"[ \u00a0](?:[^\W\d_]+[ \u00a0]){{0,2}}{form}[ \u00a0]") if form else None


#: Between a figure and its scale word: "400 something thousand", "20 de milioane", "5 Mio.".
_SCALE_GAP = (
    r"[\s\u00a0\u200b-]{0,3}"
    r"(?:de |\. ?|something |odd |other |more |autres |weitere |alte |și ceva de )?"
)
_SIGNS = ("$", "£", "€")
_JOIN = re.compile(r"\s?[-–—‑/:]\s?")


@lru_cache(maxsize=SENTENCES)
def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """The figures of a text in reading order.

    Args:
        text: any stretch of text; offsets count from its beginning.
        language: ISO 639-1 code, one of ``mtqa.compare.figures.LANGUAGES``.

    >>> [(q.value, q.unit) for q in quantities("It sold 281 shops for £125m.", "en")]
    [(281.0, None), (125000000.0, 'GBP')]
    """
    found = list(marks(text, language))
    if not found:
        return ()
    figures: list[Quantity] = []
    minuses = [mark.end for mark in found if mark.role == "-"]
    at = 0
    while at < len(found):
        mark = found[at]
        if mark.role == "a":
            quantity, at = spelled(text, found, at, language)
        else:
            quantity, at = _figure(text, found, at, language)
        if quantity is not None:
            figures.append(_signed(text, quantity, minuses))
    figures = _ratios(text, measured(text, found, figures, language), language)
    figures = clocks(text, found, figures, language)
    figures = _joined(text, figures, language)
    return tuple(calendar(text, found, figures, language))


def _ratios(text: str, figures: list[Quantity], language: str) -> list[Quantity]:
    """The figures with the per cent that two of them may mean: "one in four" is 25 %."""
    between = _between(language)
    if between is None:
        return figures
    for at in range(1, len(figures)):
        one, other = figures[at - 1 : at + 1]
        if 0 < one.value < other.value <= 100 and between.fullmatch(text[one.end : other.start]):
            share = round(100 * one.value / other.value, 1)
            figures[at] = other.but(others=(*other.others, share))
    return figures


def _signed(text: str, quantity: Quantity, minuses: list[int]) -> Quantity:
    """The quantity with the minus before it; ``minuses`` are the ends of all, in order."""
    place = bisect_right(minuses, quantity.start)
    end = minuses[place - 1] if place else -1
    at = quantity.start
    while at > end and text[at - 1] in " $£€":
        at -= 1
    return quantity.but(negative=True) if at == end else quantity


def _figure(text: str, found: list[Mark], at: int, language: str) -> tuple[Quantity | None, int]:
    """The quantity that begins with the digits, sign or Roman numeral at ``at``."""
    mark = found[at]
    if mark.role == "r":
        return Quantity("roman", mark.start, mark.end, mark.value, core_end=mark.end,
                        written=True, weak=True), at + 1  # fmt: skip
    if mark.role == "p":
        value = float(re.sub(r"\D", "", mark.text))
        return Quantity("digits", mark.start, mark.end, value, core_end=mark.end), at + 1
    if mark.role == "½":
        return Quantity("number", mark.start, mark.end, mark.value, core_end=mark.end), at + 1
    if mark.role != "#":
        return None, at + 1
    reading = read(mark.text, language)
    quantity = Quantity(
        "number" if len(reading.parts) < 3 else "digits",
        mark.start,
        mark.end,
        reading.value,
        reading.others,
        core_end=mark.end,
        clock=reading.clock,
        odd=reading.odd,
    )
    return _grown(text, found, at + 1, quantity, language)


def _grown(
    text: str, found: list[Mark], at: int, quantity: Quantity, language: str
) -> tuple[Quantity, int]:
    """The figure with what follows it: a fraction sign, an ordinal ending, a scale word."""
    following = found[at] if at < len(found) else None
    if following and following.role == "½" and text[quantity.end : following.start] in ("", " "):
        quantity = quantity.but(value=quantity.value + following.value, end=following.end)
        quantity, at = quantity.but(core_end=following.end), at + 1
    ordinal = _ordinal_sign(language).match(text, quantity.end)
    if ordinal and "." not in text[quantity.start : quantity.end]:
        return quantity.but(kind="ordinal"), at
    signed = text[quantity.start - 1 : quantity.start] in _SIGNS
    letters = re.match(r"[^\W\d_]{1,3}\b", text[quantity.end : quantity.end + 5])
    if signed and not letters:
        letters = re.match(r"[ -]M\b", text[quantity.end : quantity.end + 3])
    scale = _scale_letters(language).get(letters.group().lower().strip(" -")) if letters else None
    if letters and scale and (signed or letters.group() != "b"):
        return _with_letter(text, quantity, letters.group(), scale, at, found)
    while at < len(found):
        role = found[at].has("x") or found[at].has("v")
        gap = text[quantity.end : found[at].start]
        if role is None or not re.fullmatch(_SCALE_GAP, gap):
            break
        if role.value < 1000 and quantity.scale > 1:
            break
        quantity = _scaled(quantity, role.value, found[at].end)
        at += 1
    half = half_behind(language).match(text, quantity.end)
    if half:
        quantity = quantity.but(value=quantity.value + quantity.scale / 2, end=half.end())
    while at < len(found) and found[at].start < quantity.end:
        at += 1
    return quantity, at


def _with_letter(
    text: str, quantity: Quantity, letters: str, scale: float, at: int, found: list[Mark]
) -> tuple[Quantity, int]:
    """A figure with a scale letter: 125m are millions, or metres where no currency stands by."""
    end = quantity.end + len(letters)
    grown = _scaled(quantity, scale, end)
    if letters == "m" and text[quantity.start - 1 : quantity.start] not in _SIGNS:
        grown = grown.but(others=(*grown.others, quantity.value))
    while at < len(found) and found[at].start < end:
        at += 1
    return grown, at


def _scaled(quantity: Quantity, scale: float, end: int) -> Quantity:
    return quantity.but(
        value=quantity.value * scale,
        others=tuple(value * scale for value in quantity.others),
        scale=quantity.scale * scale,
        end=end,
        clock=None,
    )


def _joined(text: str, figures: list[Quantity], language: str) -> list[Quantity]:
    """Two figures that a hyphen, slash or colon joins: ranges, scores, years, dates."""
    result: list[Quantity] = []
    for quantity in figures:
        last = result[-1] if result else None
        if last is not None and _JOIN.fullmatch(text, last.end, quantity.start):
            result[-1], quantity = _parts(last, quantity)
        result.extend(_split(text, quantity, language))
    return result


def _parts(first: Quantity, second: Quantity) -> tuple[Quantity, Quantity]:
    if "time" in (first.kind, second.kind) or first.written or second.written:
        return first, second
    if 1000 <= first.value <= 2100 and second.value < 100 and second.scale == 1:
        century = first.value - first.value % 100
        second = second.but(others=(*second.others, century + second.value))
    if second.scale > 1 and first.scale == 1:
        first = first.but(others=(*first.others, first.value * second.scale))
    unit = first.unit or second.unit
    kinds = ("number", "part")
    one, other = ("part" if q.kind in kinds else q.kind for q in (first, second))
    return first.but(kind=one, unit=unit), second.but(kind=other, unit=second.unit or unit)


def _split(text: str, quantity: Quantity, language: str) -> list[Quantity]:
    """A token that a colon or full stops divide into figures of their own: 1:0, 11.07.2025."""
    figure = text[quantity.start : quantity.core_end]
    if quantity.kind not in ("number", "digits", "part") or quantity.scale > 1 or quantity.unit:
        return [quantity]
    score = re.fullmatch(r"\d{1,3}:\d{1,3}", figure) and quantity.clock is None
    date = re.fullmatch(r"(\d{1,2})\.(\d{1,2})\.(?:\d{4}|\d{2})", figure)
    if not score and not (date and int(date[1]) <= 31 and int(date[2]) <= 12):
        return [quantity]
    result = []
    for match in re.finditer(r"\d+", figure):
        start, end = quantity.start + match.start(), quantity.start + match.end()
        result.append(Quantity("part", start, end, float(match.group()), core_end=end))
    return result
