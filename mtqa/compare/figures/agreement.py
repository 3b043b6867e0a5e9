"""Figures whose values are equal and whose company is not: unit, currency, per cent, sign, form."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.compare.figures import romanian
from mtqa.compare.figures.compare import converts, is_currency, same_unit
from mtqa.compare.figures.match import Bead
from mtqa.compare.figures.measures import CURRENCIES, SIZES
from mtqa.compare.figures.quantity import Quantity, equal
from mtqa.compare.figures.verdict import Verdict

_NEGATIVE = re.compile(
    r"(?i)minus|negativ|\bsub\b|pierd|scăd|deficit|reduc|declin|mai puțin|[−–-]\s?\d"
)
#: From here on values are equal and units are not (see ``difference``).
_CONFLICT = 3.0
#: An age without a unit counts years: "Tyler was 13".
_SHORT_TIMES = frozenset(["month", "week", "day"])


def disagreements(bead: Bead) -> Iterator[Verdict]:
    """What is wrong with the pairs of a segment."""
    for s, t, cost in bead.pairs:
        if s.kind in ("month", "weekday") or t.kind in ("month", "weekday"):
            continue
        if "time" in (s.kind, t.kind):
            yield from _half_of_day(bead, s, t)
            continue
        if s.weak or t.weak:
            continue
        if s.unit != t.unit:
            yield from _units(bead, s, t, cost)
        if s.negative != t.negative:
            yield from _sign(bead, s, t)
        if not t.written:
            yield from _format(bead, s, t)


def _half_of_day(bead: Bead, s: Quantity, t: Quantity) -> Iterator[Verdict]:
    """An afternoon hour that Romanian now puts in the morning: "ora 3" for 3 p.m."""
    if s.kind != "time" or s.half != 12 or not s.value > 720 or t.clock is None:
        return
    if (t.kind == "time" and t.value == s.value) or t.half == 12 or t.clock >= 720:
        return
    if t.kind != "time" or bead.target.says(_AFTERNOON):
        return
    yield Verdict("time", t.start, t.end, romanian.time(s.value), s.start, s.end)


_AFTERNOON = re.compile(
    r"(?i)\b(?:seara|serii|după[- ]amiaz\w+|noaptea|nopții|prânz\w*|amiaz\w+|p\.?m)\b"
)


def _units(bead: Bead, s: Quantity, t: Quantity, cost: float) -> Iterator[Verdict]:
    one, other = s.unit, t.unit
    if one == "percent" or other == "percent":
        yield from _percent(bead, s, t)
    elif is_currency(one) or is_currency(other):
        yield from _currency(bead, s, t)
    elif one is None and other in _SHORT_TIMES and s.kind == "number" and not s.written:
        if not bead.source.has_unit(other or "") and s.clock is None:
            yield Verdict("unit", t.unit_start, t.unit_end, "ani", s.start, s.end, False)
    elif one in SIZES and other in SIZES and cost >= _CONFLICT and not converts(s, t):
        if s.unit_end > 0 and bead.source.text[s.unit_end : s.unit_end + 1] == "/":
            return  # "100 yards/meters"
        name = romanian.unit(one)
        yield (
            Verdict("unit", t.unit_start, t.unit_end, name, s.start, s.end)
            if (t.unit_start >= 0)
            else Verdict("unit", t.start, t.end, None, s.start, s.end)
        )


def _percent(bead: Bead, s: Quantity, t: Quantity) -> Iterator[Verdict]:
    if s.value < 1 or t.value < 1 or not (equal(s.value, t.value)):
        return
    if s.unit == "percent":
        if t.unit is not None or bead.target.count("percent") < bead.source.count("percent"):
            right = romanian.written(s) + "%"
            once = bead.target.count("percent") > 0  # "de la 3,36 % la 3,40"
            yield Verdict("percent", t.start, t.end, right, s.start, s.end, grave=not once)
    elif not bead.source.has_unit("percent") and not bead.source.says(_PER_CENT):
        yield Verdict("percent", t.start, max(t.end, t.unit_end), romanian.written(s),
                          s.start, s.end)  # fmt: skip


_PER_CENT = re.compile(r"(?i)\b(?:per|pour|por|pro)[ -]?(?:cent|ciento|zent)|point|puncte")


def _currency(bead: Bead, s: Quantity, t: Quantity) -> Iterator[Verdict]:
    one, other = s.unit, t.unit
    if is_currency(one) and is_currency(other):
        if same_unit(one or "", other or ""):
            return
        dollars = {"USD", "AUD", "CAD", "NZD", "HKD", "SGD"}
        if {one, other} <= dollars and "USD" in (one, other):
            return  # "dolari" of which country the context says
        if bead.source.has_unit(other or "") and bead.target.has_unit(one or ""):
            return  # both are named on both sides: a conversion in brackets
        name = romanian.unit(one or "")
        yield Verdict("currency", t.unit_start, t.unit_end, name, s.start, s.end)
    elif is_currency(one) and other is None and s.unit_start >= 0:
        weighed = one == "GBp" and any(map(bead.target.has_unit, ("kg", "gram", "tonne", "pound")))
        if not weighed and not _names_money(bead):
            right = romanian.written(s)
            de = romanian.with_de(s.value / s.scale) if s.scale == 1 else "de "
            name = romanian.unit(one or "")
            yield Verdict("currency", t.start, t.end, f"{right} {de}{name}" if name else None,
                          s.start, s.end, grave=False)  # fmt: skip


def _names_money(bead: Bead) -> bool:
    """Whether the target names any currency at all, or money."""
    return any(bead.target.has_unit(unit) for unit in CURRENCIES) or bead.target.says(_MONEY)


_MONEY = re.compile(r"(?i)\bban[iu]|valut|moned|bancnot")


def _sign(bead: Bead, s: Quantity, t: Quantity) -> Iterator[Verdict]:
    dash = bead.source.text[s.start - 1 : s.start] in ("-", "–")
    if dash and SIZES.get(s.unit or "", ("time",))[0] == "time":
        return  # "Volcano erupts -100,000 evacuated", "a course of treatment -16 weeks"
    if s.negative and not bead.target.says(_NEGATIVE):
        yield Verdict("sign", t.start, t.core_end, "-" + _core(bead, t), s.start, s.end)
    elif t.negative and not bead.source.says(_FOREIGN_NEGATIVE):
        yield Verdict("sign", t.start, t.core_end, _core(bead, t), s.start, s.end)


def _core(bead: Bead, t: Quantity) -> str:
    return bead.target.text[t.start : t.core_end]


_FOREIGN_NEGATIVE = re.compile(
    r"(?i)minus|moins|menos|meno|negativ|below|unter|sous|bajo|sotto|ниже|нижче|мінус|минус|[−–-]\s?\d"
)
_NUMBERED = re.compile(
    r"(?:\b[^\W\d_a-zăâîșț]\w*|"
    r"\b(?:figur|versiun|capitol|tabel|secțiun|articol|paragraf|punct)\w*) $"
)
_FIGURE = re.compile(r"\d+(?:[.,]\d+)+")


def _format(bead: Bead, s: Quantity, t: Quantity) -> Iterator[Verdict]:
    """A figure that says the right value in the manner of another language."""
    figure = _core(bead, t)
    if not _FIGURE.fullmatch(figure) or s.written or s.kind == "digits" or t.kind == "digits":
        return
    core = t.value / t.scale
    if _NUMBERED.search(bead.target.text[max(0, t.start - 24) : t.start]):
        return  # "Figura 1.1", "Windows 3.1"
    same = figure == bead.source.text[s.start : s.core_end] and "." in figure
    if same and t.scale == 1 and not t.odd:
        return  # a source that has "6.830" for 6,830 is at fault itself
    right = t.odd and equal(s.value, t.value)
    other = not equal(s.value, t.value) and any(equal(s.value, v) for v in t.others)
    if not right and not ((other and t.others and "," in figure) or (other and "." in figure)):
        return
    value = core if right else s.value / t.scale
    text = romanian.number(value)
    decimals = len(figure.rpartition(".")[2]) if right and "." in figure else 0
    if decimals and "," not in text:
        text += "," + "0" * decimals
    elif decimals:
        text += "0" * (decimals - len(text.rpartition(",")[2]))
    if text != figure:
        yield Verdict("format", t.start, t.core_end, text, s.start, s.end)
