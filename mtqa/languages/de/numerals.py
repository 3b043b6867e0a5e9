"""Numbers in German, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 null|1 ein eins eine einen einem einer eines|2 zwei zwo|3 drei dreien|4 vier vieren|5 funf|"
    "6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|12 zwolf|16 sechzehn|17 siebzehn|20 zwanzig|30 "
    "dreissig|60 sechzig|70 siebzig|1.5 anderthalb eineinhalb"
)
ORDINALS = (
    "1 erste ersten erster erstes erstem erstmals zuerst|3 dritte dritten dritter drittes drittem|"
    "7 siebte siebten siebter siebtes|8 achte achten achter achtes"
)
MULTIPLIERS = (
    "12 dutzend|100 hundert|1000 tausend tsd|1000000 million millionen mio|1000000000 milliarde "
    "milliarden mrd|1000000000000 billion billionen|1000000000000000 billiarde billiarden"
)
MANY = (
    "10 dutzende dutzenden|100 hunderte hunderten hunderter|1000 tausende tausenden tausender|"
    "10000 zehntausende zehntausenden|100000 hunderttausende hunderttausenden|1000000 "
    "abermillionen"
)
FRACTIONS = (
    "0.5 halb halbe halben halbes halber halfte|0.25 viertel|0.3333 drittel|0.2 funftel|0.75 "
    "dreiviertel"
)
STANDINS = (
    "1 einmal einzige einzigen einziger einziges einzig|2 beide beiden beider beides zweimal "
    "doppel doppelt doppelte doppelten paar zwilling zwillinge halbiert halbieren|3 dreimal "
    "dreifach dreifache trio|4 viermal vierfach"
)
DOUBTFUL = "achten sieben"
PLURALS = "millionen|milliarden|billionen"
CONJUNCTIONS = "und"
JOINTS = "weitere"
AND_AFTER_HUNDREDS = True
AND_HALF = "einhalb"
PIECES = (
    "1 ein|2 zwei|3 drei|4 vier|5 funf|6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|12 zwolf|13 "
    "dreizehn|14 vierzehn|15 funfzehn|16 sechzehn|17 siebzehn|18 achtzehn|19 neunzehn|20 zwanzig|"
    "30 dreissig|40 vierzig|50 funfzig|60 sechzig|70 siebzig|80 achtzig|90 neunzig|100 hundert|"
    "1000 tausend|0 und"
)
TAILS = (
    ("", "n", None),
    ("s?te[nrsm]?", "o", None),
    (r"jahrig\w*", "n", "year"),
    (r"tagig\w*", "n", "day"),
    (r"stundig\w*", "n", "hour"),
    (r"minutig\w*", "n", "minute"),
    (r"monatig\w*", "n", "month"),
    (r"wochig\w*", "n", "week"),
    (r"e|en|er|mal|fach\w*|kopfig\w*|seitig\w*|er-?\w+", "n", None),
)
SCALE_LETTERS = (("k", 1e3),)
ORDINAL_SIGN = (
    r"\.(?= [A-ZÄÖÜ]?[a-zäöü])(?! (?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|"
    r"September|Oktober|November|Dezember)\b)"
)
COORDINATION = "bis|und|oder"
RATIO = "(?:von|aus)"
BEFORE_CODES = r"Nr\.|Nummer|Flug|Aktenzeichen|Zimmer|Code|PIN|Kennzeichen|Rechnung"
