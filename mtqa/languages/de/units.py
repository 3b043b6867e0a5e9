"""Units and currencies in German (own compilation, 2026, CC0)."""

UNITS = (
    "percent prozent prozentpunkt prozentpunkte prozentpunkten prozentig+ prozentige|USD dollar "
    "dollars|GBp pfund|EUR euro euros|cent cent cents|penny pence|JPY yen|CNY yuan|RUB rubel|UAH "
    "hrywnja|CHF franken|RON lei|HUF forint|KRW won|km kilometer kilometern|metre meter metern|cm "
    "zentimeter zentimetern|mm millimeter|mile meile meilen|foot fuss|inch zoll|yard yard yards|"
    "kg kilo kilogramm kilos|gram gramm|tonne tonne tonnen|litre liter litern|gallon gallone "
    "gallonen|barrel barrel|acre acre acres|hectare hektar|celsius celsius|fahrenheit fahrenheit|"
    "degree grad|knot knoten|second sekunde sekunden|minute minute minuten|hour stunde stunden "
    "std|day tag tage tagen tages|week woche wochen|month monat monate monaten monats|year jahr "
    "jahre jahren jahres jahrig+|decade jahrzehnt jahrzehnte jahrzehnten|century jahrhundert "
    "jahrhunderts jahrhunderte jahrhunderten|crown krone kronen|peso peso pesos|dinar dinar "
    "dinare|dirham dirham|shekel schekel"
)
SQUARE = "quadrat"
CUBIC = "kubik"
BEFORE_AGE = "Alter von"
