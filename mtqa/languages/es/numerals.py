"""Numbers in Spanish, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 cero|1 un uno una|2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|10 diez|11 "
    "once|12 doce|13 trece|14 catorce|15 quince|16 dieciseis|17 diecisiete|18 dieciocho|19 "
    "diecinueve|20 veinte|21 veintiun veintiuno veintiuna|22 veintidos|23 veintitres|24 "
    "veinticuatro|25 veinticinco|26 veintiseis|27 veintisiete|28 veintiocho|29 veintinueve|30 "
    "treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|90 noventa|200 doscientos "
    "doscientas|300 trescientos trescientas|400 cuatrocientos cuatrocientas|500 quinientos "
    "quinientas|600 seiscientos seiscientas|700 setecientos setecientas|800 ochocientos "
    "ochocientas|900 novecientos novecientas"
)
ORDINALS = (
    "1 primer primera primero primeros primeras|2 segundo segunda|3 tercer tercera tercero|4 "
    "cuarto cuarta|5 quinto quinta|6 sexto sexta|7 septimo septima|8 octavo octava|9 noveno "
    "novena|10 decimo decima|11 undecimo|12 duodecimo|20 vigesimo vigesima|30 trigesimo trigesima|"
    "40 cuadragesimo cuadragesima|50 quincuagesimo"
)
MULTIPLIERS = (
    "12 docena|100 cien ciento|1000 mil|1000000 millon millones|1000000000 millardo|1000000000000 "
    "billon billones"
)
MANY = "10 decenas|12 docenas|100 cientos centenares|1000 miles millares"
FRACTIONS = "0.5 medio media mitad|0.3333 tercio tercios|0.25 cuartos|0.2 quintos"
STANDINS = (
    "1 unico unica solo sola|2 ambos ambas doble par pareja gemelos duplicar|3 triple trio|10 "
    "decena|100 centenar|1000 millar"
)
PLURALS = "millones|billones"
CONJUNCTIONS = "y"
JOINTS = "de otros"
AND_HALF = "y medi[ao]"
MINUS = "minus menos"
EITHER_DECIMAL = True
ORDINAL_SIGN = r"\.?[ºªo°]\.?|\.(?:er|o|a)\b"
COORDINATION = "y|a|o|e"
RATIO = "(?:de cada|de)"
BEFORE_CODES = r"n[°ºo]\.|n\.º|núm\.|número|vuelo|expediente|habitación|código|factura"
