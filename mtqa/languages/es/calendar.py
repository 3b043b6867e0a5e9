"""Months, weekdays and the clock in Spanish (own compilation, 2026, CC0)."""

MONTHS = (
    "enero ene|febrero feb|marzo|abril abr|mayo|junio jun|julio jul|agosto ago|septiembre "
    "setiembre sept sep|octubre oct|noviembre nov|diciembre dic"
)
WEEKDAYS = "lunes|martes|miercoles|jueves|viernes|sabado sabados|domingo domingos"
DAYPARTS = "manana madrugada|tarde noche"
DOUBTFUL = "ago dic oct nov abr ene"
BEFORE_MONTH = "en|de"
BEFORE_DECADE = "años"
SPANS = (
    ("media hora", 0.5, "hour"),
    ("cuarto de hora", 0.25, "hour"),
    ("hora y media", 1.5, "hour"),
    ("año y medio", 1.5, "year"),
    ("medio siglo", 0.5, "century"),
)
NOON = "mediodía"
MIDNIGHT = "medianoche"
AFTER_HOUR = (
    r"(?:\s?h(?:oras|s)?\b)?\s?(?:de la (?:(?P<am>mañana|madrugada)|(?P<pm>tarde|noche))|p\. "
    r"?m\.(?P<pm2>)|a\. ?m\.(?P<am2>)|h\b|horas)"
)
BEFORE_HOUR = r"\blas?\s$"
HOURS_MAY_LAST = True
