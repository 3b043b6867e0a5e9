"""Months, weekdays and the clock in Italian (own compilation, 2026, CC0)."""

MONTHS = (
    "gennaio gen|febbraio feb|marzo|aprile apr|maggio|giugno|luglio|agosto|settembre sett|ottobre "
    "ott|novembre nov|dicembre dic"
)
WEEKDAYS = "lunedi|martedi|mercoledi|giovedi|venerdi|sabato sabati|domenica domeniche"
DAYPARTS = "mattino mattina|pomeriggio sera"
DOUBTFUL = "gen nov dic"
BEFORE_DECADE = "anni"
SPANS = (
    ("mezz['’]ora|mezza ora", 0.5, "hour"),
    ("quarto d['’]ora", 0.25, "hour"),
    ("un['’]ora e mezzo", 1.5, "hour"),
    ("un anno e mezzo", 1.5, "year"),
    ("mezzo secolo", 0.5, "century"),
)
NOON = "mezzogiorno"
MIDNIGHT = "mezzanotte"
AFTER_HOUR = r"\s?(?:(?:di|del) (?:(?P<am>mattin[oa])|(?P<pm>pomeriggio|sera)))"
BEFORE_HOUR = r"\b(?:alle|ore|dalle|le)\s$"
