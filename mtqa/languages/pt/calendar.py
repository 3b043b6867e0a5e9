"""Months, weekdays and the clock in Portuguese (own compilation, 2026, CC0)."""

MONTHS = (
    "janeiro jan|fevereiro fev|marco mar|abril abr|maio mai|junho jun|julho jul|agosto ago|"
    "setembro set|outubro out|novembro nov|dezembro dez"
)
WEEKDAYS = (
    "segunda-feira|terca-feira terca|quarta-feira|quinta-feira|sexta-feira|sabado sabados|domingo "
    "domingos"
)
WEEKDAY_ENDING = "-feira"
DAYPARTS = "manha madrugada|tarde noite"
DOUBTFUL = "jan fev mar abr mai jun jul ago set out nov dez marco"
BEFORE_MONTH = "em|de|desde|até"
BEFORE_DECADE = "anos"
SPANS = (
    ("meia hora", 0.5, "hour"),
    ("quarto de hora", 0.25, "hour"),
    ("hora e meia", 1.5, "hour"),
    ("meio ano", 0.5, "year"),
    ("ano e meio", 1.5, "year"),
    ("meio século", 0.5, "century"),
)
NOON = "meio-dia"
MIDNIGHT = "meia-noite"
AFTER_HOUR = (
    r"(?:\s?h(?:oras|s)?\b)?\s?(?:d[ae] (?:(?P<am>manhã|madrugada)|(?P<pm>tarde|noite))|"
    r"h\b|horas)"
)
BEFORE_HOUR = r"(?:\bàs?|\bdas|\bpelas|\bà)\s$"
HOURS_MAY_LAST = True
