"""Words that negate in Spanish (own compilation, 2026, CC0)."""

STRONG = "no nunca jamás nadie nada ningún ninguna ninguno"
LOOSE = (
    "no solo|no sólo|no solamente|no obstante|no menos|si no|no sea|nada más|no más|no es|no tan|"
    "más que nunca|no todos|aún no|todavía no|no siempre"
)
WEAK = (
    "sin ni tampoco apenas poco pocos solo sólo falta faltar negar niega negó rechazar evitar "
    "impedir prohibir salvo excepto hasta menos contra imposible sino pese fracasar pero "
    "demasiado otro antes dejar"
)
