"""Whether a figure of the source and one of the target say the same."""

from __future__ import annotations

from functools import lru_cache
from math import floor, log10

from mtqa.compare.figures.measures import CURRENCIES, SIZES
from mtqa.compare.figures.quantity import Quantity, equal

_NUMERIC = frozenset(["number", "ordinal", "vague", "part", "roman", "digits"])
#: How far a conversion may be off, relative, beside the rounding of the figure itself.
_TOLERANCE = 0.06
_HALF_DAY = 720
#: "Two thirds" may be 66 %: the decimals are cut as often as rounded.
_CUT = 0.7


def difference(source: Quantity, target: Quantity) -> float | None:
    """How different two figures look that say the same; ``None`` if they do not.

    0 is the same value and unit, below 1 nothing contradicts, below 2 another reading of one of
    them is needed, below 3 a conversion, from 3 on the values are equal and the units are not.
    """
    kinds = {source.kind, target.kind}
    if kinds & {"month", "weekday"}:
        return _calendar(source, target)
    if "time" in kinds:
        return _time(source, target)
    if not kinds <= _NUMERIC:
        return None
    if "part" in kinds and (source.weak or target.weak):
        return None
    if source.day != target.day and (source.weak or target.weak):
        return None  # "1 October" is not "o zi"
    if "vague" in kinds and len(kinds) > 1 and not (source.weak and target.weak):
        return 2.5 if equal(source.value, target.value) else None
    return _numeric(source, target)


def _calendar(source: Quantity, target: Quantity) -> float | None:
    if source.value != target.value or (
        "weekday" in (source.kind, target.kind) and (source.kind != target.kind)
    ):
        return None
    if source.kind == target.kind:
        return 0.0
    other = target if source.kind == "month" else source
    return 1.0 if other.kind == "part" else None


def _time(source: Quantity, target: Quantity) -> float | None:
    if source.kind == target.kind:
        if source.value == target.value:
            return 0.0
        sure = source.half is not None and target.half is not None
        return 0.5 if not sure and _same_hour(source.value, target.value) else None
    time, other = (source, target) if source.kind == "time" else (target, source)
    if other.clock is not None:
        return 1.0 if _same_hour(time.value, other.clock) else None
    if other.kind in _NUMERIC and other.scale == 1:
        whole = time.value % 60 == 0 and other.value <= 24
        return 1.5 if whole and _same_hour(time.value, other.value * 60) else None
    return None


def _same_hour(one: float, other: float) -> bool:
    return (one - other) % _HALF_DAY == 0


def _numeric(source: Quantity, target: Quantity) -> float | None:
    best = min(
        (
            (i > 0) + (j > 0) * 1.0
            for i, one in enumerate(source.values)
            for j, other in enumerate(target.values)
            if equal(one, other)
        ),
        default=None,
    )
    if best is not None:
        return best * 0.9 + _unit_difference(source.unit, target.unit)
    if (
        source.unit
        and target.unit
        and (converts(source, target) or (source.unit == target.unit and _rounded(source, target)))
    ):
        return 2.5
    if (
        target.value < 1
        and source.kind == "ordinal"
        and abs(target.value * source.value - 1) < 0.01
    ):
        return 2.0  # "a fifth"
    every = source.kind == "ordinal" and target.unit == "percent"
    if every and abs(target.value * source.value - 100) < 1:
        return 2.5  # "jeder Vierte"
    for part, share in ((source, target), (target, source)):
        off = abs(part.value * 100 - share.value)
        if part.value < 1 and share.unit == "percent" and off < (_CUT if part.written else 0.5):
            return 2.5
        if part.value < 1 and part.written and abs(part.value - share.value) < 0.005:
            return 2.0
    return None


def _unit_difference(source: str | None, target: str | None) -> float:
    if source == target:
        return 0.0
    if source is None or target is None:
        return 0.5
    return 0.1 if same_unit(source, target) else 3.0


def same_unit(source: str, target: str) -> bool:
    """Whether two units are one, or may be: pounds of money and of weight are one word."""
    pair = {source, target}
    if len(pair) == 1:
        return True
    return (
        pair <= {"GBp", "GBP"}
        or pair <= {"GBp", "pound"}
        or pair <= {"ton", "tonne"}
        or ("degree" in pair and all(unit in ("degree", "celsius", "fahrenheit") for unit in pair))
        or pair <= {"cent", "penny"}
        or pair <= {"percent", "degree"}
    )


def is_currency(unit: str | None) -> bool:
    """Whether the unit is money (pounds may be)."""
    return unit in CURRENCIES


@lru_cache(maxsize=4096)
def _step(value: float, scale: float) -> float:
    """The value of the last significant digit of a figure: 1 for 48, 10 for 620, 0.1 for 2.5."""
    figure = value / scale
    if figure == 0:
        return scale
    for power in range(floor(log10(figure)), -4, -1):
        if equal(round(figure / 10**power) * 10**power, figure):
            return float(10**power * scale)
    return scale


def converts(source: Quantity, target: Quantity) -> bool:
    """Whether the target is the source in another unit of the same dimension, rounded.

    >>> miles = Quantity("number", 0, 2, 30.0, unit="mile")
    >>> converts(miles, Quantity("number", 0, 2, 48.0, unit="km"))
    True
    """
    if source.unit == target.unit or source.unit not in SIZES or target.unit not in SIZES:
        return source.unit == target.unit == "degree" and _degrees(source, target)
    dimension, size = SIZES[source.unit]
    other, unit = SIZES[target.unit]
    if dimension != other:
        return False
    if dimension == "temperature":
        return _degrees(source, target)
    exact = source.value * size / unit
    return _near(exact, target) or _near(target.value * unit / size, source)


def _near(exact: float, figure: Quantity) -> bool:
    off = abs(exact - figure.value)
    return off <= _TOLERANCE * exact or off <= _step(figure.value, figure.scale) / 2 + 1e-9


def _rounded(source: Quantity, target: Quantity) -> bool:
    """Whether a measured length, weight or the like was only rounded: 25,4 cm to 25 cm."""
    dimension = SIZES.get(source.unit or "", ("", 0.0))[0]
    if dimension not in ("length", "mass", "area", "volume") or target.value == 0:
        return False
    step = _step(target.value, target.scale)
    off = abs(source.value - target.value)
    return (
        step > _step(source.value, source.scale)
        and off <= step / 2
        and off <= 2 * _TOLERANCE * source.value
    )


#: What people convert between systems of units, and then round as they like.
_MEASURES = frozenset(["length", "mass", "area", "volume", "temperature"])
#: So far apart, relative, two measures may lie that are one on the way through a third unit: 200
#: miles are "300 km" in one translation and "320 km" in another.
_LOOSE = 0.08


def may_be_measured(source: Quantity, target: Quantity) -> bool:
    """Whether two different figures measure a length, weight or the like, so that the one may be
    the other converted or rounded, well or badly: "250 kg" and "300 kg", not "340 m" and "430 m".
    """
    one, other = (SIZES.get(q.unit or "", ("", 0.0))[0] for q in (source, target))
    if one not in _MEASURES or one != other:
        return False
    if source.unit != target.unit:
        return True
    off, least = abs(source.value - target.value), min(source.value, target.value)
    coarse = max(_step(q.value, q.scale) for q in (source, target))
    return off <= _LOOSE * least or (off <= coarse / 2 and least > 0)


def _degrees(source: Quantity, target: Quantity) -> bool:
    one, other = (-q.value if q.negative else q.value for q in (source, target))
    return any(
        abs(celsius - (fahrenheit - 32) * 5 / 9) <= 1.01
        for fahrenheit, celsius in ((one, other), (other, one))
    )
