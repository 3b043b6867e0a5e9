"""Numbers in Hungarian, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 nulla|1 egy|2 ket ketto|3 harom|4 negy|5 ot|6 hat|7 het|8 nyolc|9 kilenc|10 tiz|20 husz|30 "
    "harminc|40 negyven|50 otven|60 hatvan|70 hetven|80 nyolcvan|90 kilencven|12 tucat|1.5 masfel"
)
ORDINALS = (
    "1 elso elsokent eloszor|2 masodik|3 harmadik|4 negyedik|5 otodik|6 hatodik|7 hetedik|8 "
    "nyolcadik|9 kilencedik|10 tizedik|20 huszadik|30 harmincadik|100 szazadik"
)
MULTIPLIERS = "100 szaz|1000 ezer|1000000 millio+|1000000000 milliard+|1000000000000 billio"
MANY = "10 tucatnyi tizesek|100 szazak|1000 ezrek|1000000 milliok|10000 tizezrek"
FRACTIONS = "0.5 fel fele felet felen|0.3333 harmad harmada|0.25 negyed negyede"
STANDINS = (
    "1 egyetlen egyszer|2 mindketten mindket mindketto ketszer ketszerese dupla par ketten|3 "
    "haromszor tripla harman|4 negyszer negyen|5 oten"
)
DOUBTFUL = "het hat"
CONJUNCTIONS = "es"
AND_AFTER_HUNDREDS = True
AND_HALF = "és fél"
PIECES = (
    "1 egy|2 ketto ket|3 harom|4 negy|5 ot|6 hat|7 het|8 nyolc|9 kilenc|10 tizen tiz|20 huszon "
    "husz|30 harminc|40 negyven|50 otven|60 hatvan|70 hetven|80 nyolcvan|90 kilencven|100 szaz|"
    "1000 ezer ezr"
)
TAILS = (
    ("", "n", None),
    (r"(?:a|o|e|o)?dik\w*", "o", None),
    (
        "(?:ban|ben|bol|rol|ra|re|t|et|at|ot|nak|nek|val|vel|kor|an|en|on|szor|szer|ig|es|as|os)",
        "n",
        None,
    ),
    (r"eve[st]?\w*|eves\w*", "n", "year"),
)
GROUP_ENDING = "s"
SUFFIXED = True
MINUS = "minus minusz"
ORDINAL_SIGN = r"\.(?= ?\w)|-?(?:ik|odik|edik|adik)\w*"
COORDINATION = "és"
BEFORE_CODES = r"járat|ügyszám|kód|szoba"
