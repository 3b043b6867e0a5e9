"""Months, weekdays and the clock in German (own compilation, 2026, CC0)."""

MONTHS = (
    "januar janner jan|februar feb|marz|april apr|mai|juni|juli|august aug|september sept sep|"
    "oktober okt|november nov|dezember dez"
)
WEEKDAYS = "montag+|dienstag+|mittwoch+|donnerstag+|freitag+|samstag+ sonnabend+|sonntag+"
DAYPARTS = "morgens vormittags|nachmittags abends"
CAPITALS = True
BEFORE_DECADE = "jahre[n]?"
AFTER_DECADE = r"er\b"
SPANS = (
    ("(?:eine[rn]? )?halben? Stunde", 0.5, "hour"),
    ("Viertelstunde", 0.25, "hour"),
    ("Dreiviertelstunde", 0.75, "hour"),
    ("halb(?:es|en) Jahr|Halbjahr", 0.5, "year"),
    ("halb(?:es|en) Jahrhundert", 0.5, "century"),
)
NOON = "Mittag|Mittags|mittags"
MIDNIGHT = "Mitternacht"
AFTER_HOUR = r"\s?Uhr\b(?: (?:(?P<am>morgens|früh|vormittags)|(?P<pm>nachmittags|abends)))?"
BEFORE_HOUR = r"\b(?:um|ab|bis|gegen)\s$"
