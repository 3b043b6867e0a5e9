"""Figures in a format that is not Romanian: 41,500 for 41.500, 38.5 milioane for 38,5 milioane."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar

from mtqa.checks.base import Check, Message, View
from mtqa.knowledge.handmade import word_list
from mtqa.languages.ro.months import MONTHS
from mtqa.model import Issue

_SPACE = r"[ \u00a0\u202f]"


@lru_cache(maxsize=1)
def _units() -> str:
    """What a quantity is counted in, as a pattern."""
    return f"(?:{'|'.join(map(re.escape, word_list('units', 'decimal')))})(?!\\w)"


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    return re.compile(rf"{_SPACE}?{_units()}")


@lru_cache(maxsize=1)
def _counted() -> re.Pattern[str]:
    """People and things that come in whole numbers."""
    return re.compile(rf"{_SPACE}(?:{'|'.join(word_list('units', 'counted'))})")


@lru_cache(maxsize=1)
def _before_unit() -> re.Pattern[str]:
    """A figure with a full stop before a unit: the stop is a decimal point."""
    return re.compile(
        rf"(?<![\w.,:/-])(\d{{1,4}}\.\d{{1,2}}|\d{{1,3}}\.\d{{4,}})"
        rf"(?={_SPACE}?(?:de{_SPACE})?{_units()})"
    )


class ThousandsComma(Check):
    """An English thousands comma: "41,500 de spectatori" for "41.500 de spectatori"."""

    name = "number.thousands"
    category = "number"
    severity = "major"
    confidence = 0.93

    _GROUPED = re.compile(
        r"(?<![\w.,/:-])[$£€¥]?([1-9]\d{0,2}(?:,\d{3})+)(?![\d,]|\.\d*,|\w)(\.\d+)?"
    )

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        text = view.target.text
        for match in self._GROUPED.finditer(text):
            figure = match[1]
            if figure.count(",") == 1 and self._may_be_decimal(text, match):
                continue
            fixed = figure.replace(",", ".") + (match[2] or "").replace(".", ",")
            message = Message(
                f"English thousands comma; in Romanian “{fixed}”.",
                f"Virgulă de mii ca în engleză; în română „{fixed}”.",
            )
            end = match.end(2) if match[2] else match.end(1)
            yield self.issue(view, match.start(1), end, message, fixed)

    def _may_be_decimal(self, text: str, match: re.Match[str]) -> bool:
        """Whether a unit follows, or nothing shows that the figure counts something."""
        # 1,250 may be a decimal fraction when a unit follows directly; "de" never follows one
        if _unit().match(text, match.end()):
            return True
        if re.match(rf"{_SPACE}de ", text[match.end() : match.end() + 4]):
            return False
        if text[match.start()] in "$£€¥":
            return False
        return not _counted().match(text[match.end() : match.end() + 12])


class DecimalPoint(Check):
    """An English decimal point: "38.5 milioane" for "38,5 milioane", "0.67" for "0,67".

    Times (18.30), dates, versions and section numbers are left alone.
    """

    name = "number.decimal"
    category = "number"
    confidence = 0.93

    _BELOW_ONE = re.compile(r"(?<![\w.,:/-])(0\.\d+)(?![\d.]|,\d|\w)(?! (?:și|-|–) \d+\.\d\d)")
    _MONEY = re.compile(
        rf"(?<![\w.,:/-])(?:(?<=[$£€])(\d+\.\d{{1,2}})(?![\d.]|,\d)"
        rf"|(\d+\.\d{{2}})(?={_SPACE}(?:de{_SPACE})?(?:euro|dolari|lei|lire)(?!\w)))"
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        if "." not in text or not view.target.has_digits:
            return
        for pattern in (_before_unit(), self._BELOW_ONE, self._MONEY):
            for match in pattern.finditer(text):
                figure = match[1] or match[match.lastindex or 1]
                if self._is_time(figure, text, match):
                    continue
                fixed = figure.replace(".", ",")
                message = Message(
                    f"English decimal point; in Romanian “{fixed}”.",
                    f"Punct zecimal ca în engleză; în română „{fixed}”.",
                )
                yield self.issue(view, match.start(), match.start() + len(figure), message, fixed)

    def _is_time(self, figure: str, text: str, match: re.Match[str]) -> bool:
        """Whether the figure is a time of day or a version: "la 18.30 ore", "ora 9.15"."""
        before = text[max(0, match.start() - 12) : match.start()]
        if re.search(r"(?:[Vv]ersiun\w*|[Oo]r(?:a|ele|ei)) $", before):
            return True
        hours = re.match(rf"{_SPACE}?(?:de )?ore?\b", text[match.end() : match.end() + 8])
        return hours is not None and re.fullmatch(r"(?:1?\d|2[0-3])\.[0-5]\d", figure) is not None


class Ordinal(Check):
    """An English ordinal: "11th", "2nd"; Romanian writes "al 11-lea" or "11"."""

    name = "number.ordinal"
    category = "number"
    confidence = 0.9

    _ENGLISH = re.compile(r"(?<![\w.,-])(\d{1,4})(?:st|nd|rd|th)(?![\w-])")
    #: Streets, regiments and events keep their English name: 125th Street, 5th Avenue.
    _NAMED = re.compile(r"[ -](?:[A-Z]|of\b|century\b)")

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        text = view.target.text
        for match in self._ENGLISH.finditer(text):
            if self._NAMED.match(text, match.end()):
                continue
            month = re.match(rf"{_SPACE}(?:{MONTHS})\b", text[match.end() : match.end() + 12])
            fixed = match[1] if month else f"al {match[1]}-lea"
            message = Message(
                f"English ordinal; in Romanian “{fixed}”.",
                f"Numeral ordinal ca în engleză; în română „{fixed}”.",
            )
            yield self.issue(view, *match.span(), message, fixed if month else None)


class CurrencyBefore(Check):
    """A currency sign glued before a figure with its word after it: "$38 de dolari"."""

    name = "number.currency"
    category = "number"
    confidence = 0.95

    _NAMES: ClassVar[dict[str, str]] = {"$": "dolar", "£": "lir", "€": "euro"}
    _DOUBLE = re.compile(
        rf"(?<!\w)([$£€])({_SPACE}?\d[\d.,]*\d|\d)({_SPACE}(?:de{_SPACE})?(?:(?:milioane|miliarde|mii){_SPACE}(?:de{_SPACE})?)?(dolar|lir|euro)\w*)"
    )
    _PERCENT = re.compile(rf"(?<![\w%])%({_SPACE}?\d+(?:[.,]\d+)?)(?![\w%])")

    def find(self, view: View) -> Iterator[Issue]:
        if not any(sign in view.target.text for sign in "$£€%"):
            return
        text = view.target.text
        for match in self._DOUBLE.finditer(text):
            fixed = match[2].strip() + match[3]
            same = self._NAMES[match[1]] == match[4]
            message = Message(
                "The currency is named twice."
                if same
                else "Two different currencies on one figure.",
                "Moneda apare de două ori." if same else "Două monede diferite la aceeași cifră.",
            )
            yield self.issue(
                view,
                *match.span(),
                message,
                fixed if same else None,
                severity="minor" if same else "critical",
            )
        for match in self._PERCENT.finditer(text):
            fixed = match[1].strip() + "%"
            message = Message(
                f"The percent sign follows the figure: “{fixed}”.",
                f"Semnul % stă după cifră: „{fixed}”.",
            )
            yield self.issue(view, *match.span(), message, fixed)


CHECKS = (ThousandsComma, DecimalPoint, Ordinal, CurrencyBefore)
