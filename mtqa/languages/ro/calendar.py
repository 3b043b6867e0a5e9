"""Months, weekdays and the clock in Romanian (own compilation, 2026, CC0)."""

MONTHS = (
    "ianuarie ian|februarie feb|martie|aprilie apr|mai|iunie|iulie|august aug|septembrie sept|"
    "octombrie oct|noiembrie noi nov|decembrie dec"
)
WEEKDAYS = (
    "luni lunea|marti martea|miercuri miercurea|joi joia|vineri vinerea vinerii|sambata sambetei "
    "simbata|duminica duminicii"
)
DAYPARTS = "dimineata dimineții am a.m|seara dupa-amiaza amiaza pranz pm p.m seara"
DOUBTFUL = "mai luni noi dec nov ian oct apr feb aug"
BEFORE_MONTH = "luna|lunii|lună"
BEFORE_DECADE = "anii|anilor"
SPANS = (
    ("jumătate de oră", 0.5, "hour"),
    ("sfert de oră", 0.25, "hour"),
    ("trei sferturi de oră", 0.75, "hour"),
    ("o oră și jumătate", 1.5, "hour"),
    ("jumătate de an", 0.5, "year"),
    ("un an și jumătate", 1.5, "year"),
    ("jumătate de secol", 0.5, "century"),
)
NOON = "prânz|prânzul|amiază|amiaza"
MIDNIGHT = "miezul nopții"
AFTER_HOUR = (
    r"(?: ore)?,? (?:(?P<am>diminea[țţt]a|a\.?m\b)|(?P<pm>seara|dup[ăa][- ]amiaz[aă]|p\.?m\b))"
)
BEFORE_HOUR = r"(?i)\b(?:ora|orele|orei)\s$"
