"""Units and currencies in Spanish (own compilation, 2026, CC0)."""

UNITS = (
    "percent porciento porcentual porcentuales|USD dolar dolares|GBp libra libras|EUR euro euros|"
    "cent centavo centavos centimos centimo|penny peniques|JPY yen yenes|CNY yuan yuanes|RUB "
    "rublo rublos|CHF franco francos|KRW won|km kilometro kilometros|metre metro metros|cm "
    "centimetro centimetros|mm milimetro milimetros|mile milla millas|foot pie pies|inch pulgada "
    "pulgadas|yard yarda yardas|kg kilo kilos kilogramo kilogramos|gram gramo gramos|tonne "
    "tonelada toneladas|litre litro litros|gallon galon galones|barrel barril barriles|acre acre "
    "acres|hectare hectarea hectareas|celsius celsius|fahrenheit fahrenheit|degree grado grados|"
    "knot nudos|second segundos|minute minuto minutos|hour hora horas|day dia dias|week semana "
    "semanas|month mes meses|year ano anos|decade decada decadas decenio|century siglo siglos|"
    "crown corona coronas|dinar dinar dinares|dirham dirham dirhams"
)
PER_CENT = r"por ciento\b"
SQUARE = "cuadrad[oa]s?"
CUBIC = "cúbicos?"
BEFORE_AGE = "edad de"
