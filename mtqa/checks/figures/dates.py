"""Dates in an order that is not Romanian: "07/25/2025", "septembrie 4, 2023"; stray full stops."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.languages.ro.months import MONTHS, WEEKDAYS
from mtqa.model import Issue

_SPACE = r"[ \u00a0\u202f]"


class AmericanDate(Check):
    """A date with the month first: "07/25/2025" for "25.07.2025"."""

    name = "number.date"
    category = "number"
    severity = "major"
    confidence = 0.95

    _DATE = re.compile(r"(?<![\w/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?![\w/-])")

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        for match in self._DATE.finditer(view.target.text):
            month, day = int(match[1]), int(match[3])
            if len(match[4]) == 2 and match[2] == ".":
                continue  # 2.18.34 is the time of a marathon
            if not (1 <= month <= 12 and 12 < day <= 31):
                continue
            fixed = f"{day:02}.{month:02}.{match[4]}"
            message = Message(
                f"American date, month first; in Romanian “{fixed}”.",
                f"Dată în format american, cu luna înainte; în română „{fixed}”.",
            )
            yield self.issue(view, *match.span(), message, fixed)


@lru_cache(maxsize=1)
def _month_first() -> re.Pattern[str]:
    """A month before its day, with the second day of a range and the year where they follow."""
    return re.compile(
        rf"(?<![\w-])(?P<month>{MONTHS}){_SPACE}(?P<days>\d{{1,2}}(?:[-–]\d{{1,2}})?)"
        rf"(?:,?{_SPACE}(?P<year>(?:1[5-9]|20)\d\d))?(?![\w%‰°/-]|[.,:]\d|{_SPACE}?%)",
        re.IGNORECASE,
    )


_COUNTING = re.compile(rf"{_SPACE}(?:de|mii|milioane|miliarde|la sută)\b")


class MonthFirst(Check):
    """The day stands behind its month, as in English: "septembrie 4, 2023" for "4 septembrie 2023".

    A figure that counts something ("în august 12 persoane") and a month that has its day before it
    ("11 septembrie 20 de victime") are left alone.
    """

    name = "number.month-first"
    category = "number"
    severity = "major"
    confidence = 0.93

    #: What leads to a day, and never to a month alone.
    _LEAD = re.compile(
        rf"(?i)(?:\b(?:pe|data de|până pe|între|dintre|de pe|zilei de|{'|'.join(WEEKDAYS)})|"
        rf"\b(?:{'|'.join(WEEKDAYS)}),){_SPACE}$"
    )
    #: What may stand behind a whole date: a mark, the end, a word that no figure counts.
    _CLOSED = re.compile(
        rf"\s*(?:$|[.;:!?)\]”\"»…–—\n]|,(?!{_SPACE}?\d))|"
        rf"{_SPACE}(?:la|în|pe|până|cu|pentru|și|sau|după|când|că|prin|lângă|ora|a|va|este|era)\b"
    )
    _DAY_BEFORE = re.compile(rf"\d(?:-a|-lea)?\.?{_SPACE}$")

    def find(self, view: View) -> Iterator[Issue]:
        if not view.target.has_digits:
            return
        text = view.target.text
        for match in _month_first().finditer(text):
            before = text[max(0, match.start() - 16) : match.start()]
            days = [int(day) for day in re.split("[-–]", match["days"])]
            if self._DAY_BEFORE.search(before) or not all(1 <= day <= 31 for day in days):
                continue
            if self._is_date(text, before, match):
                yield self._issue(view, match)

    def _is_date(self, text: str, before: str, match: re.Match[str]) -> bool:
        """Whether the figure is the day of the month: a year follows, or what stands before leads
        to a day, or nothing stands behind it that it could count."""
        led = self._LEAD.search(before) is not None
        closed = self._CLOSED.match(text, match.end()) is not None
        if self._counts(text, match):
            return False
        if match["month"].lower() == "mai":  # "nu mai 5, ci zece"
            return led and (closed or match["year"] is not None)
        return led or closed or match["year"] is not None

    @staticmethod
    def _counts(text: str, match: re.Match[str]) -> bool:
        """Whether the figure counts what follows: "20 de", "12 mii"."""
        if match["year"]:
            return False
        return _COUNTING.match(text, match.end()) is not None

    def _issue(self, view: View, match: re.Match[str]) -> Issue:
        fixed = f"{match['days']} {match['month'].lower()}"
        fixed += f" {match['year']}" if match["year"] else ""
        message = Message(
            f"The day stands before the month: “{fixed}”.",
            f"Ziua stă înaintea lunii: „{fixed}”.",
        )
        return self.issue(view, *match.span(), message, fixed)


class StopAfterMonth(Check):
    """The full stop of a foreign abbreviation survives behind a whole month: "6 ianuarie. 2021"."""

    name = "number.month-stop"
    category = "punctuation"
    severity = "minor"
    confidence = 0.9

    _STOP = re.compile(
        rf"(?<!\w)(?:{MONTHS})(\.)(?={_SPACE}(?:\d{{4}}\b(?!{_SPACE}?[-–:])|[a-zăâîșț]))"
    )
    _DATED = re.compile(rf"\d{_SPACE}$")

    def find(self, view: View) -> Iterator[Issue]:
        text = view.target.text
        for match in self._STOP.finditer(text):
            following = text[match.end() :].lstrip()
            if following[0].isdigit() and not self._DATED.search(text, 0, match.start()):
                continue
            message = Message(
                "The full stop of a foreign abbreviation stands behind the month.",
                "După numele lunii a rămas punctul unei abrevieri străine.",
            )
            yield self.issue(view, match.start(1), match.end(1), message, "")


CHECKS = (AmericanDate, MonthFirst, StopAfterMonth)
