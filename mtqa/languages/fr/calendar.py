"""Months, weekdays and the clock in French (own compilation, 2026, CC0)."""

MONTHS = (
    "janvier janv|fevrier fevr|mars|avril avr|mai|juin|juillet juil|aout|septembre sept|octobre "
    "oct|novembre nov|decembre dec"
)
WEEKDAYS = (
    "lundi lundis|mardi mardis|mercredi mercredis|jeudi jeudis|vendredi vendredis|samedi samedis|"
    "dimanche dimanches"
)
DAYPARTS = "matin|soir"
DOUBTFUL = "mars mai"
BEFORE_MONTH = "en|de|du|depuis|dès|fin|début|jusqu['’]en"
BEFORE_DECADE = "années"
SPANS = (
    ("demi-heure", 0.5, "hour"),
    ("quart d['’]heure", 0.25, "hour"),
    ("trois quarts d['’]heure", 0.75, "hour"),
    ("une heure et demie", 1.5, "hour"),
    ("un an et demi", 1.5, "year"),
    ("demi-siècle", 0.5, "century"),
)
NOON = "midi"
MIDNIGHT = "minuit"
AFTER_HOUR = (
    r"\s?h(?:eures?)?\b(?P<m>)(?: du (?P<am>matin)|(?: de l['’]après-midi| du soir)(?P<pm>))?"
)
BEFORE_HOUR = r"(?:à|vers|dès)\s$"
HOURS_MAY_LAST = True
