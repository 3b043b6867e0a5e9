"""A run of digits with its separators, read as a value in the manner of a language."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import WORDS
from mtqa.languages.tables import Numerals, numerals

_SPACES = re.compile(r"[ \u00a0\u202f']")


class Reading(NamedTuple):
    """What a run of digits may mean.

    Attributes:
        value: the likeliest value.
        others: other values that it may have.
        odd: the separators are not those of the language.
        parts: the figures that a colon, slash or hyphen divides, if one does.
        clock: minutes after midnight, if it can be a time of day.
    """

    value: float
    others: tuple[float, ...] = ()
    odd: bool = False
    parts: tuple[int, ...] = ()
    clock: int | None = None


@lru_cache(maxsize=WORDS)
def read(figure: str, language: str) -> Reading:
    """Read a figure such as ``41,500``, ``38.5``, ``40 000``, ``15:30`` or ``2.18.34``.

    Most languages take the comma for decimals, English the full stop, Spanish either. What only the
    other habit explains is read by that and marked as odd.

    >>> read("41,500", "en").value, read("41,500", "ro").value, read("41,500", "ro").others
    (41500.0, 41.5, (41500.0,))
    """
    table = numerals(language)
    if figure[0] == ".":
        return Reading(float("0" + figure), odd=table.decimal != ".")
    if ":" in figure:
        return _joined(figure, ":")
    plain = _SPACES.sub("", figure)
    if plain.isdecimal():
        return Reading(float(plain))
    marks = re.sub(r"\d", "", plain)
    if len(set(marks)) == 2 and marks.count(marks[-1]) == 1:
        whole, _, rest = plain.rpartition(marks[-1])
        value = float(whole.replace(marks[0], "") + "." + rest)
        return Reading(value, odd=marks[-1] != table.decimal and not table.either_decimal)
    if len(set(marks)) != 1:
        return Reading(float(re.sub(r"\D", "", plain)), parts=_numbers(plain))
    return _single(plain, marks[0], table, kept=language == "ro")


def _single(plain: str, mark: str, table: Numerals, *, kept: bool) -> Reading:
    """The reading of figures with one mark; `kept` where the source's format may have been."""
    groups = plain.split(mark)
    grouped = all(len(group) == 3 for group in groups[1:]) and len(groups[0]) <= 3
    whole = float("".join(groups)) if grouped and groups[0].strip("0") else None
    if len(groups) > 2:
        if whole is None:
            return Reading(float("".join(groups)), parts=_numbers(plain))
        return Reading(whole, odd=mark == table.decimal)
    fraction = float(".".join(groups))
    clock = _clock(groups) if len(groups[1]) == 2 else None
    if whole is None:
        odd = mark != table.decimal and not table.either_decimal
        return Reading(fraction, odd=odd, parts=_numbers(plain), clock=clock)
    if mark == table.decimal and not table.either_decimal:
        return Reading(fraction, (whole,), clock=clock)
    # where a translation keeps the source's format, its figure may be read the other way
    return Reading(whole, (fraction,) if kept or table.either_decimal else (), clock=clock)


def _joined(figure: str, mark: str) -> Reading:
    numbers = _numbers(figure)
    groups = re.sub(r"[.,].*", "", figure).split(mark)
    clock = _clock(groups) if len(groups) == 2 and len(groups[1]) == 2 else None
    return Reading(float("".join(re.findall(r"\d", figure))), parts=numbers, clock=clock)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(group) for group in re.findall(r"\d+", text))


def _clock(groups: list[str]) -> int | None:
    hour, minute = int(groups[0]), int(groups[1])
    return hour * 60 + minute if hour <= 24 and minute < 60 and len(groups[0]) <= 2 else None
