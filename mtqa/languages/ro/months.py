"""Months and weekdays, as alternatives for regular expressions and as sets."""

from __future__ import annotations

MONTH_NAMES = (
    "ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie "
    "decembrie"
).split()
WEEKDAYS = "luni marți miercuri joi vineri sâmbătă duminică".split()
MONTHS = "|".join(MONTH_NAMES)
