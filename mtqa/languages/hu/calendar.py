"""Months, weekdays and the clock in Hungarian (own compilation, 2026, CC0)."""

MONTHS = (
    "januar+ jan|februar+ febr|marcius+ marc|aprilis+ apr|majus+ maj|junius+ jun|julius+ jul|"
    "augusztus+ aug|szeptember+ szept|oktober+ okt|november+ nov|december+ dec"
)
WEEKDAYS = "hetfo+|kedd+|szerda+ szerdan|csutortok+|pentek+|szombat+|vasarnap+"
DAYPARTS = "delelott reggel hajnali hajnalban|delutan este"
DOUBTFUL = "nov dec okt apr jan"
AFTER_DECADE = r"-?(?:es|as|os)\b"
NOON = "dél|délben|délig"
MIDNIGHT = "éjfél|éjfélkor|éjfélig"
AFTER_HOUR = r"\s?(?:-?kor\b|órakor|óra\b)"
BEFORE_HOUR = r"(?:délután|este|délelőtt|reggel|hajnali)\s$"
MORNING = r"(?:reggel|hajnali|délelőtt)\s$"
EVENING = r"(?:délután|este)\s$"
HOURS_MAY_LAST = True
