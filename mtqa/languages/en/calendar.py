"""Months, weekdays and the clock in English (own compilation, 2026, CC0)."""

MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept "
    "sep|october oct|november nov|december dec"
)
WEEKDAYS = (
    "monday mondays mon|tuesday tuesdays tues|wednesday wednesdays|thursday thursdays thurs|"
    "friday fridays|saturday saturdays|sunday sundays"
)
DAYPARTS = "am a.m|pm p.m"
DOUBTFUL = "may march mar sun sat mon jan dec jun sep"
CAPITALS = True
BEFORE_MONTH = "in|since|until|till|of|by|last|next|this|early|late|mid|from|through"
AFTER_DECADE = r"['’]?s\b"
SPANS = (
    ("half (?:an|the) hour|half-hour", 0.5, "hour"),
    ("(?:a )?quarter of an hour", 0.25, "hour"),
    ("three[ -]quarters of an hour", 0.75, "hour"),
    ("(?:an|one) hour and a half", 1.5, "hour"),
    ("half (?:a|the) year", 0.5, "year"),
    ("(?:a|one) year and a half", 1.5, "year"),
    ("half (?:a|the) century", 0.5, "century"),
    ("(?:a|one) minute and a half", 1.5, "minute"),
    ("half a minute", 0.5, "minute"),
)
NOON = "noon|midday"
MIDNIGHT = "midnight"
AFTER_HOUR = r"\s?(?:(?P<am>a\.?m\b\.?)|(?P<pm>p\.?m\b\.?)|o['’]clock)"
BEFORE_HOUR = r"\b(?:at|by|until|from|till)\s$"
TWELVE_HOURS = True
