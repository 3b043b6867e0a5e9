"""Numbers in English, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 zero|1 one|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|11 eleven|12 "
    "twelve|13 thirteen|14 fourteen|15 fifteen|16 sixteen|17 seventeen|18 eighteen|19 nineteen|20 "
    "twenty|30 thirty|40 forty fourty|50 fifty|60 sixty|70 seventy|80 eighty|90 ninety"
)
ORDINALS = (
    "1 first|2 second|3 third|4 fourth|5 fifth|6 sixth|7 seventh|8 eighth|9 ninth|10 tenth|11 "
    "eleventh|12 twelfth|13 thirteenth|14 fourteenth|15 fifteenth|16 sixteenth|17 seventeenth|18 "
    "eighteenth|19 nineteenth|20 twentieth|30 thirtieth|40 fortieth|50 fiftieth|60 sixtieth|70 "
    "seventieth|80 eightieth|90 ninetieth|100 hundredth"
)
MULTIPLIERS = (
    "12 dozen|100 hundred|1000 thousand|1000000 million mn mln mil|1000000000 billion bn bln bil|"
    "1000000000000 trillion"
)
MANY = (
    "10 tens|12 dozens|100 hundreds|1000 thousands|1000000 millions|1000000000 billions|"
    "1000000000000 trillions"
)
FRACTIONS = (
    "0.5 half halves|0.25 quarter|0.75 three-quarters|0.3333 thirds|0.25 quarters|0.2 fifths"
)
STANDINS = (
    "1 once single sole lone only|2 both twice double doubled doubles pair couple twin twins duo "
    "halved|3 thrice triple treble trio tripled|4 quadruple quartet|5 quintet"
)
CONJUNCTIONS = "and"
JOINTS = "other more further"
AND_AFTER_HUNDREDS = True
AND_HALF = "and a half|and one-half"
DECIMAL = "."
SCALE_LETTERS = (
    ("m", 1e6),
    ("mn", 1e6),
    ("mln", 1e6),
    ("bn", 1e9),
    ("b", 1e9),
    ("k", 1e3),
    ("tn", 1e12),
    ("trn", 1e12),
)
ORDINAL_SIGN = r"(?:st|nd|rd|th)\b"
COORDINATION = "to|and|or"
RATIO = "(?:in|out of|of|in every|out of every)"
BEFORE_CODES = (
    r"nos?\.|numbers?|flights?|case|file|room|code|PIN|ID|serial|licen[cs]e|invoice|ticket"
)
