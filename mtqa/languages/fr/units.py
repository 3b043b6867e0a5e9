"""Units and currencies in French (own compilation, 2026, CC0)."""

UNITS = (
    "percent pourcent pourcentage|USD dollar dollars|GBP sterling|GBp livre livres|EUR euro euros|"
    "cent centime centimes|penny pence|JPY yen yens|CNY yuan yuans|RUB rouble roubles|UAH hryvnia|"
    "CHF franc francs|RON lei|KRW won|km kilometre kilometres|metre metre metres|cm centimetre "
    "centimetres|mm millimetre millimetres|mile mile miles mille milles|foot pied pieds|inch "
    "pouce pouces|yard yard yards|kg kilo kilos kilogramme kilogrammes|gram gramme grammes|tonne "
    "tonne tonnes|litre litre litres|gallon gallon gallons|barrel baril barils|acre acre acres|"
    "hectare hectare hectares|celsius celsius|fahrenheit fahrenheit|degree degre degres|knot "
    "noeuds|second seconde secondes|minute minute minutes|hour heure heures|day jour jours|week "
    "semaine semaines|month mois|year an ans annee annees|decade decennie decennies|century "
    "siecle siecles|crown couronne couronnes|peso peso pesos|dinar dinar dinars|dirham dirham "
    "dirhams|shekel shekel shekels"
)
PER_CENT = r"pour[ -]cent\b"
SQUARE = "carr[ée]s?"
CUBIC = "cubes?"
