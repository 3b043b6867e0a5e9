"""Numbers in Romanian, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 zero|1 un unu una o unei unui|2 doi doua|3 trei|4 patru|5 cinci|6 sase|7 sapte|8 opt|9 "
    "noua|10 zece|11 unsprezece unspe|12 doisprezece douasprezece|13 treisprezece|14 paisprezece "
    "patrusprezece|15 cincisprezece|16 saisprezece sasesprezece|17 saptesprezece|18 optsprezece|"
    "19 nouasprezece|20 douazeci|30 treizeci|40 patruzeci|50 cincizeci|60 saizeci|70 saptezeci|80 "
    "optzeci|90 nouazeci"
)
ORDINALS = (
    "1 primul prima primii primele primului primei primilor primelor prim intai intaia|2 doilea "
    "secund|3 treilea treia|4 patrulea patra|5 cincilea cincea|6 saselea sasea|7 saptelea saptea|"
    "8 optulea opta|9 noualea|10 zecelea zecea|11 unsprezecelea unsprezecea|12 doisprezecelea "
    "douasprezecea|13 treisprezecelea treisprezecea|14 paisprezecelea paisprezecea|15 "
    "cincisprezecelea cincisprezecea|16 saisprezecelea saisprezecea|17 saptesprezecelea "
    "saptesprezecea|18 optsprezecelea optsprezecea|19 nouasprezecelea nouasprezecea|20 "
    "douazecilea douazecea|30 treizecilea treizecea|100 sutalea suta"
)
MULTIPLIERS = (
    "12 duzina duzini|100 suta sute sutei|1000 mie mii miilor|1000000 milion milioane milioanelor "
    "mil|1000000000 miliard miliarde miliardelor mld|1000000000000 trilion trilioane bilion "
    "bilioane trilioanelor"
)
MANY = (
    "10 zeci zecile zecilor|100 sutele sutelor|1000 miile|1000000 milioanele|1000000000 miliardele"
)
FRACTIONS = (
    "0.5 jumatate jumatatea jumatati jumatatii|0.3333 treime treimi treimea|0.25 sfert sferturi "
    "sfertul patrime patrimi|0.2 cincime cincimi"
)
STANDINS = (
    "1 singur singura singurul singure unic unica unul unuia unic|2 ambele ambii amandoi amandoua "
    "ambelor ambilor dublu dubla dublul dublat dublarea dubleze dubleaza dublare pereche cuplu "
    "gemeni gemene geamana geaman perechi dubluri bi injumatatit|3 triplu tripla tripleze triplat "
    "trio|4 cvadruplu cvartet|5 cvintet"
)
DOUBTFUL = "noua suta"
PLURALS = r"sute|duzini|mii|milioane\w*|miliarde\w*|bilioane|trilioane"
CONJUNCTIONS = "și si şi"
JOINTS = "de alte"
AND_HALF = "[sșş]i jum[aă]tate"
SCALE_LETTERS = (("k", 1e3),)
ORDINAL_SIGN = r"-(?:lea|a)\b"
COORDINATION = "și|sau|la|până la|ori|minus"
RATIO = "(?:din|dintre|din fiecare|la)"
