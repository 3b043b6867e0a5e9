"""Units and currencies in Italian (own compilation, 2026, CC0)."""

UNITS = (
    "percent percento percentuale percentuali|USD dollaro dollari|GBP sterlina sterline|EUR euro|"
    "cent centesimi centesimo|penny pence|JPY yen|CNY yuan|RUB rublo rubli|CHF franco franchi|KRW "
    "won|km chilometro chilometri|metre metro metri|cm centimetro centimetri|mm millimetri|mile "
    "miglio miglia|foot piede piedi|inch pollice pollici|yard iarda iarde|kg chilo chili "
    "chilogrammo chilogrammi|gram grammo grammi|tonne tonnellata tonnellate|litre litro litri|"
    "gallon gallone galloni|barrel barile barili|acre acro acri|hectare ettaro ettari|celsius "
    "celsius|fahrenheit fahrenheit|degree grado gradi|knot nodi|second secondi|minute minuto "
    "minuti|hour ora ore|day giorno giorni giornate|week settimana settimane|month mese mesi|year "
    "anno anni|decade decennio decenni|century secolo secoli|crown corona corone|dinar dinaro "
    "dinari|dirham dirham"
)
PER_CENT = r"per cento\b"
SQUARE = "quadrat[oi]"
CUBIC = "cub[io]"
BEFORE_AGE = "età di"
