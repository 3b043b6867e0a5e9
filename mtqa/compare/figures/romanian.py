"""How Romanian writes a value: 41.500; 38,5 milioane; 25 de mii; 18.00."""

from __future__ import annotations

from mtqa.compare.figures.quantity import Quantity
from mtqa.languages.ro.months import MONTH_NAMES, WEEKDAYS
from mtqa.languages.tables import units

_SCALES = ((1e12, "trilion", "trilioane"), (1e9, "miliard", "miliarde"),
           (1e6, "milion", "milioane"), (1e3, "mie", "mii"))  # fmt: skip


def number(value: float, *, grouped: bool = True) -> str:
    """A value in digits, with full stops between thousands and a decimal comma.

    >>> number(41500), number(38.5), number(0.67)
    ('41.500', '38,5', '0,67')
    """
    text = f"{value:,.6f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    text = text.replace(",", "\u0000").replace(".", ",").replace("\u0000", "." if grouped else "")
    return text


def with_de(value: float) -> str:
    """ "de " where Romanian puts it between a number and what it counts: 20 de ani, 119 ani."""
    if value % 1 or value == 0:
        return ""
    rest = value % 100
    return "" if 1 <= rest <= 19 else "de "


def scaled(value: float, scale: float) -> str:
    """A value with its scale word.

    >>> scaled(38.5e6, 1e6), scaled(25e3, 1e3), scaled(1e9, 1e9)
    ('38,5 milioane', '25 de mii', 'un miliard')
    """
    for size, one, many in _SCALES:
        if scale >= size:
            figure = value / size
            if figure == 1:
                return f"{'o' if one == 'mie' else 'un'} {one}"
            return f"{number(figure)} {with_de(figure)}{many}"
    return number(value)


def time(minutes: float) -> str:
    """A time of day: 18.00."""
    return f"{int(minutes) // 60:02}.{int(minutes) % 60:02}"


def written(figure: Quantity) -> str:
    """The figure of another language as Romanian writes it, without its unit.

    >>> written(Quantity("month", 0, 4, 7.0))
    'iulie'
    """
    if figure.kind == "month":
        return MONTH_NAMES[int(figure.value) - 1]
    if figure.kind == "weekday":
        return WEEKDAYS[int(figure.value) - 1]
    if figure.kind == "time":
        return time(figure.value)
    sign = "-" if figure.negative else ""
    if figure.scale > 1:
        return sign + scaled(figure.value, figure.scale)
    plain = figure.value % 1 == 0 and 1000 <= figure.value <= 2100 and not figure.unit
    return sign + number(figure.value, grouped=not plain)


def unit(name: str) -> str | None:
    """The Romanian word of a unit or currency, in the plural."""
    return units("ro").written.get(name)
