"""Numbers in Italian, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 zero|1 un uno una|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 "
    "undici|12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|"
    "19 diciannove|20 venti|30 trenta|40 quaranta|50 cinquanta|60 sessanta|70 settanta|80 ottanta|"
    "90 novanta"
)
ORDINALS = (
    "1 primo prima primi prime|2 secondo seconda|3 terzo terza|4 quarto quarta|5 quinto quinta|6 "
    "sesto sesta|7 settimo settima|8 ottavo ottava|9 nono nona|10 decimo decima"
)
MULTIPLIERS = (
    "12 dozzina|100 cento|1000 mille mila|1000000 milione milioni mln|1000000000 miliardo "
    "miliardi mld|1000000000000 bilione bilioni"
)
MANY = "10 decine|12 dozzine|100 centinaia|1000 migliaia"
FRACTIONS = "0.5 mezzo mezza meta|0.3333 terzi|0.25 quarti"
STANDINS = (
    "1 unico unica solo sola|2 entrambi entrambe ambedue doppio doppia coppia gemelli paio|3 "
    "triplo tripla trio|10 decina|15 quindicina|20 ventina|30 trentina|40 quarantina|50 "
    "cinquantina|100 centinaio|1000 migliaio"
)
DOUBTFUL = "sei"
PLURALS = "milioni|miliardi|bilioni|mila"
CONJUNCTIONS = "e"
JOINTS = "di altri"
AND_HALF = "e mezz[ao]"
PIECES = (
    "1 uno un|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 undici|12 "
    "dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|19 "
    "diciannove|20 venti vent|30 trenta trent|40 quaranta quarant|50 cinquanta cinquant|60 "
    "sessanta sessant|70 settanta settant|80 ottanta ottant|90 novanta novant|100 cento cent|1000 "
    "mila mille"
)
TAILS = (
    ("", "n", None),
    ("esim[oaie]", "o", None),
    ("enn[ei]", "n", "year"),
)
MINUS = "minus meno"
ORDINAL_SIGN = r"[º°ªᵃᵒ]|\^"
COORDINATION = "e|a|o"
RATIO = "su"
BEFORE_CODES = r"n\.|nr\.|numero|volo|fascicolo|stanza|codice|fattura"
