"""Words that negate in Italian (own compilation, 2026, CC0)."""

STRONG = "non nessuno nessun nessuna niente nulla"
LOOSE = (
    "non solo|non soltanto|non meno|se non|non appena|non che|non ancora|non tutti|non sempre|"
    "nulla osta|non a caso"
)
WEAK = (
    "senza né neanche nemmeno neppure mai poco pochi solo soltanto manca mancare mancanza negare "
    "rifiutare evitare impedire vietare tranne salvo finché meno contro impossibile ma nonostante "
    "fallire troppo appena"
)
