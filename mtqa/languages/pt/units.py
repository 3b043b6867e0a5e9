"""Units and currencies in Portuguese (own compilation, 2026, CC0)."""

UNITS = (
    "percent porcento percentual percentuais|USD dolar dolares|GBp libra libras|EUR euro euros|"
    "cent centavo centavos centimo centimos|penny pence|JPY iene ienes|CNY yuan iuan yuans|"
    "RUB rublo rublos|CHF franco francos|UAH hryvnia grivnia|INR rupia rupias|BTC bitcoin bitcoins|"
    "km quilometro quilometros|metre metro metros m|cm centimetro centimetros|mm milimetro "
    "milimetros|mile milha milhas|foot pe pes|inch polegada polegadas|yard jarda jardas|kg quilo "
    "quilos quilograma quilogramas|gram grama gramas|tonne tonelada toneladas|ounce onca oncas|"
    "litre litro litros|gallon galao galoes|barrel barril barris|acre acre acres|hectare hectare "
    "hectares|celsius celsius|fahrenheit fahrenheit|degree grau graus|knot nos|second segundos|"
    "minute minuto minutos min|hour hora horas|day dia dias|week semana semanas|month mes meses|"
    "year ano anos|decade decada decadas|century seculo seculos|crown coroa coroas|dinar dinar "
    "dinares|dirham dirham dirhams|peso peso pesos|shekel shekel shekels"
)
PER_CENT = r"por cento\b"
SQUARE = "quadrad[oa]s?"
CUBIC = "cúbic[oa]s?"
BEFORE_AGE = "idade de"
