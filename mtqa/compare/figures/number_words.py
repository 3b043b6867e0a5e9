"""Number words of the nine languages: facts of grammar, written down by hand (2026, CC0).

One line a language and role; entries are divided by ``|``, each a value and its forms without
diacritics (Cyrillic as it is). Roles: ``n`` cardinal, ``o`` ordinal, ``x`` multiplier, ``v``
multiplier that stands alone for an uncertain many ("hundreds of"), ``f`` fraction, ``w`` a word
that may stand for a number and never must ("both", "double").

Why no library. text2num 3.1 is fast (0.01 ms a sentence) but refuses Romanian, Hungarian, Russian
and Ukrainian, and hands back a text without spans or units in which "half a million" has become
"half a 1000000". quantulum3 0.10 reads English only, at 2.4 ms a sentence; word2number reads
English only. dateparser finds dates in 1.4 ms a sentence, several times what all of this room takes
for everything. Babel knows one form of each month ("мая", "május"), not the inflected ones, and its
strict number parser takes "41,500" for 41.5 in Romanian without a word, which is what must be
noticed here.
"""

from __future__ import annotations

#: Endings of Slavic ordinals.
_RU = (
    "ый ий ой ая яя ое ого ому ым ом ой ую ые ых ыми его ьего ему им ем ье ья ью ьей ьи ьих".split()
)
_UK = "ий ій а я е є ого ому им ім ої ій у ю і їх их ими ьої ьому ьої ьою ьої ою".split()


def _ordinals(stems: str, endings: list[str]) -> str:
    entries = (entry.split() for entry in stems.split("|"))
    return "|".join(
        f"{value} " + " ".join(stem + end for stem in found for end in endings)
        for value, *found in entries
    )


NUMBERS: dict[str, dict[str, str]] = {
    "en": {
        "n": "0 zero|1 one|2 two|3 three|4 four|5 five|6 six|7 seven|8 eight|9 nine|10 ten|"
        "11 eleven|12 twelve|13 thirteen|14 fourteen|15 fifteen|16 sixteen|17 seventeen|"
        "18 eighteen|19 nineteen|20 twenty|30 thirty|40 forty fourty|50 fifty|60 sixty|"
        "70 seventy|80 eighty|90 ninety",
        "o": "1 first|2 second|3 third|4 fourth|5 fifth|6 sixth|7 seventh|8 eighth|9 ninth|"
        "10 tenth|11 eleventh|12 twelfth|13 thirteenth|14 fourteenth|15 fifteenth|16 sixteenth|"
        "17 seventeenth|18 eighteenth|19 nineteenth|20 twentieth|30 thirtieth|40 fortieth|"
        "50 fiftieth|60 sixtieth|70 seventieth|80 eightieth|90 ninetieth|100 hundredth",
        "x": "12 dozen|100 hundred|1000 thousand|1000000 million mn mln mil|"
        "1000000000 billion bn bln bil|"
        "1000000000000 trillion",
        "v": "10 tens|12 dozens|100 hundreds|1000 thousands|1000000 millions|1000000000 billions|"
        "1000000000000 trillions",
        "f": "0.5 half halves|0.25 quarter|0.75 three-quarters|0.3333 thirds|0.25 quarters|"
        "0.2 fifths",
        "w": "1 once single sole lone only|2 both twice double doubled doubles pair couple twin "
        "twins duo halved|3 thrice triple treble trio tripled|4 quadruple quartet|5 quintet",
    },
    "de": {
        "n": "0 null|1 ein eins eine einen einem einer eines|2 zwei zwo|3 drei dreien|4 vier "
        "vieren|"
        "5 funf|6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|12 zwolf|16 sechzehn|"
        "17 siebzehn|20 zwanzig|30 dreissig|60 sechzig|70 siebzig|1.5 anderthalb eineinhalb",
        "o": "1 erste ersten erster erstes erstem erstmals zuerst|3 dritte dritten dritter drittes "
        "drittem|7 siebte siebten siebter siebtes|8 achte achten achter achtes",
        "x": "12 dutzend|100 hundert|1000 tausend tsd|1000000 million millionen mio|"
        "1000000000 milliarde milliarden mrd|1000000000000 billion billionen|"
        "1000000000000000 billiarde billiarden",
        "v": "10 dutzende dutzenden|100 hunderte hunderten hunderter|1000 tausende tausenden "
        "tausender|10000 zehntausende zehntausenden|100000 hunderttausende hunderttausenden|"
        "1000000 abermillionen",
        "f": "0.5 halb halbe halben halbes halber halfte|0.25 viertel|0.3333 drittel|0.2 funftel|"
        "0.75 dreiviertel",
        "w": "1 einmal einzige einzigen einziger einziges einzig|2 beide beiden beider beides "
        "zweimal doppel doppelt doppelte doppelten paar zwilling zwillinge halbiert halbieren|"
        "3 dreimal dreifach dreifache trio|4 viermal vierfach",
    },
    "fr": {
        "n": "0 zero|1 un une|2 deux|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|9 neuf|10 dix|"
        "11 onze|12 douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt vingts|30 trente|"
        "40 quarante|50 cinquante|60 soixante|70 septante|80 huitante octante|90 nonante",
        "o": "1 premier premiere premiers premieres|2 deuxieme deuxiemes second seconde|"
        "3 troisieme troisiemes|4 quatrieme|5 cinquieme|6 sixieme|7 septieme|8 huitieme|"
        "9 neuvieme|10 dixieme|11 onzieme|12 douzieme|13 treizieme|14 quatorzieme|15 quinzieme|"
        "16 seizieme|20 vingtieme|30 trentieme|40 quarantieme|50 cinquantieme|60 soixantieme|"
        "100 centieme",
        "x": "100 cent cents|1000 mille|1000000 million millions mln|"
        "1000000000 milliard milliards mds mrd|1000000000000 billion billions",
        "v": "10 dizaines|12 douzaines|100 centaines|1000 milliers",
        "f": "0.5 demi demie moitie mi|0.25 quart quarts|0.3333 tiers",
        "w": "1 unique seul seule|2 double deuxiemement couple paire jumeaux jumelles duo doubler|"
        "3 triple trio|10 dizaine|12 douzaine|15 quinzaine|20 vingtaine|30 trentaine|"
        "40 quarantaine|50 cinquantaine|100 centaine|1000 millier",
    },
    "es": {
        "n": "0 cero|1 un uno una|2 dos|3 tres|4 cuatro|5 cinco|6 seis|7 siete|8 ocho|9 nueve|"
        "10 diez|11 once|12 doce|13 trece|14 catorce|15 quince|16 dieciseis|17 diecisiete|"
        "18 dieciocho|19 diecinueve|20 veinte|21 veintiun veintiuno veintiuna|22 veintidos|"
        "23 veintitres|24 veinticuatro|25 veinticinco|26 veintiseis|27 veintisiete|28 veintiocho|"
        "29 veintinueve|30 treinta|40 cuarenta|50 cincuenta|60 sesenta|70 setenta|80 ochenta|"
        "90 noventa|200 doscientos doscientas|300 trescientos trescientas|400 cuatrocientos "
        "cuatrocientas|500 quinientos quinientas|600 seiscientos seiscientas|700 setecientos "
        "setecientas|800 ochocientos ochocientas|900 novecientos novecientas",
        "o": "1 primer primera primero primeros primeras|2 segundo segunda|3 tercer tercera "
        "tercero|"
        "4 cuarto cuarta|5 quinto quinta|6 sexto sexta|7 septimo septima|8 octavo octava|"
        "9 noveno novena|10 decimo decima|11 undecimo|12 duodecimo|20 vigesimo vigesima|30 "
        "trigesimo trigesima|40 cuadragesimo cuadragesima|"
        "50 quincuagesimo",
        "x": "12 docena|100 cien ciento|1000 mil|1000000 millon millones|1000000000 millardo|"
        "1000000000000 billon billones",
        "v": "10 decenas|12 docenas|100 cientos centenares|1000 miles millares",
        "f": "0.5 medio media mitad|0.3333 tercio tercios|0.25 cuartos|0.2 quintos",
        "w": "1 unico unica solo sola|2 ambos ambas doble par pareja gemelos duplicar|3 triple "
        "trio|"
        "10 decena|100 centenar|1000 millar",
    },
    "it": {
        "n": "0 zero|1 un uno una|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|"
        "10 dieci|11 undici|12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|"
        "17 diciassette|18 diciotto|19 diciannove|20 venti|30 trenta|40 quaranta|50 cinquanta|"
        "60 sessanta|70 settanta|80 ottanta|90 novanta",
        "o": "1 primo prima primi prime|2 secondo seconda|3 terzo terza|4 quarto quarta|5 quinto "
        "quinta|6 sesto sesta|7 settimo settima|8 ottavo ottava|9 nono nona|10 decimo decima",
        "x": "12 dozzina|100 cento|1000 mille mila|1000000 milione milioni mln|"
        "1000000000 miliardo miliardi mld|1000000000000 bilione bilioni",
        "v": "10 decine|12 dozzine|100 centinaia|1000 migliaia",
        "f": "0.5 mezzo mezza meta|0.3333 terzi|0.25 quarti",
        "w": "1 unico unica solo sola|2 entrambi entrambe ambedue doppio doppia coppia gemelli "
        "paio|"
        "3 triplo tripla trio|10 decina|15 quindicina|20 ventina|30 trentina|40 quarantina|"
        "50 cinquantina|100 centinaio|1000 migliaio",
    },
    "hu": {
        "n": "0 nulla|1 egy|2 ket ketto|3 harom|4 negy|5 ot|6 hat|7 het|8 nyolc|9 kilenc|10 tiz|"
        "20 husz|30 harminc|40 negyven|50 otven|60 hatvan|70 hetven|80 nyolcvan|90 kilencven|"
        "12 tucat|1.5 masfel",
        "o": "1 elso elsokent eloszor|2 masodik|3 harmadik|4 negyedik|5 otodik|6 hatodik|7 hetedik|"
        "8 nyolcadik|9 kilencedik|10 tizedik|20 huszadik|30 harmincadik|100 szazadik",
        "x": "100 szaz|1000 ezer|1000000 millio+|1000000000 milliard+|1000000000000 billio",
        "v": "10 tucatnyi tizesek|100 szazak|1000 ezrek|1000000 milliok|10000 tizezrek",
        "f": "0.5 fel fele felet felen|0.3333 harmad harmada|0.25 negyed negyede",
        "w": "1 egyetlen egyszer|2 mindketten mindket mindketto ketszer ketszerese dupla par "
        "ketten|"
        "3 haromszor tripla harman|4 negyszer negyen|5 oten",
    },
    "ru": {
        "n": "0 ноль нуля|1 один одна одно одного одной одному одним одном одну|2 два две двух "
        "двум "
        "двумя|3 три трех трем тремя|4 четыре четырех четырем четырьмя|5 пять пяти пятью|6 шесть "
        "шести шестью|7 семь семи семью|8 восемь восьми восемью|9 девять девяти девятью|10 десять "
        "десяти десятью десяток|11 одиннадцать одиннадцати|12 двенадцать двенадцати|13 тринадцать "
        "тринадцати|14 четырнадцать четырнадцати|15 пятнадцать пятнадцати|16 шестнадцать "
        "шестнадцати|17 семнадцать семнадцати|18 восемнадцать восемнадцати|19 девятнадцать "
        "девятнадцати|20 двадцать двадцати|30 тридцать тридцати|40 сорок сорока|50 пятьдесят "
        "пятидесяти|60 шестьдесят шестидесяти|70 семьдесят семидесяти|80 восемьдесят восьмидесяти|"
        "90 девяносто девяноста|200 двести двухсот|300 триста трехсот|400 четыреста четырехсот|"
        "500 пятьсот пятисот|600 шестьсот шестисот|700 семьсот семисот|800 восемьсот восьмисот|"
        "900 девятьсот девятисот|1.5 полтора полторы",
        "o": _ordinals(
            "1 перв|2 втор|3 трет|4 четверт|5 пят|6 шест|7 седьм|8 восьм|9 девят|10 десят|"
            "11 одиннадцат|12 двенадцат|13 тринадцат|14 четырнадцат|15 пятнадцат|16 шестнадцат|"
            "17 семнадцат|18 восемнадцат|19 девятнадцат|20 двадцат|30 тридцат",
            _RU,
        ),
        "x": "100 сто ста|1000 тысяча тысячи тысяч тысячу тысячам тысячами тысячах тыс|"
        "1000000 миллион+ млн|"
        "1000000000 миллиард+ млрд|"
        "1000000000000 триллион триллиона триллионов трлн",
        "v": "10 десятки десятков|100 сотни сотен сотням|1000000 миллионы|1000000000 миллиарды",
        "f": "0.5 половина половину половины половине полу|0.3333 треть трети третью|"
        "0.25 четверть четверти",
        "w": "1 единственный единственная единственное единственного однажды|2 оба обе обоих "
        "обеих дважды двое двоих двойной двойная двойню пара пары пару вдвое|3 трижды трое троих "
        "тройной втрое|4 четверо четверых|5 пятеро пятерых|12 дюжина дюжину",
    },
    "uk": {
        "n": "0 нуль|1 один одна одне одного одної однієї одному одним одну|2 два дві двох двом "
        "двома|3 три трьох трьом трьома|4 чотири чотирьох чотирьом|5 п'ять п'яти п'ятьох|6 шість "
        "шести шістьох|7 сім семи|8 вісім восьми|9 дев'ять дев'яти|10 десять десяти десяток|"
        "11 одинадцять одинадцяти|12 дванадцять дванадцяти|13 тринадцять тринадцяти|"
        "14 чотирнадцять чотирнадцяти|15 п'ятнадцять п'ятнадцяти|16 шістнадцять шістнадцяти|"
        "17 сімнадцять сімнадцяти|18 вісімнадцять вісімнадцяти|19 дев'ятнадцять дев'ятнадцяти|"
        "20 двадцять двадцяти|30 тридцять тридцяти|40 сорок сорока|50 п'ятдесят п'ятдесяти|"
        "60 шістдесят шістдесяти|70 сімдесят сімдесяти|80 вісімдесят вісімдесяти|90 дев'яносто "
        "дев'яноста|200 двісті двохсот|300 триста трьохсот|400 чотириста|500 п'ятсот|600 шістсот|"
        "700 сімсот|800 вісімсот|900 дев'ятсот|1.5 півтора",
        "o": _ordinals(
            "1 перш|2 друг|3 трет|4 четверт|5 п'ят|6 шост|7 сьом|8 восьм|9 дев'ят|10 десят|"
            "11 одинадцят|12 дванадцят|13 тринадцят|14 чотирнадцят|15 п'ятнадцят|16 шістнадцят|"
            "17 сімнадцят|18 вісімнадцят|19 дев'ятнадцят|20 двадцят|30 тридцят",
            _UK,
        ),
        "x": "100 сто ста|1000 тисяча тисячі тисяч тисячу тис|"
        "1000000 мільйон+ млн|"
        "1000000000 мільярд+ млрд|"
        "1000000000000 трильйон трильйона трильйони трильйонів трлн",
        "v": "10 десятки десятків|100 сотні сотень",
        "f": "0.5 половина половину половини пів|0.3333 третина третину третини|"
        "0.25 чверть чверті",
        "w": "1 єдиний єдина єдине одного|2 обидва обидві обох двічі двоє подвійний подвійна пара "
        "пару удвічі вдвічі|3 тричі троє потрійний|4 четверо|5 п'ятеро",
    },
    "ro": {
        "n": "0 zero|1 un unu una o unei unui|2 doi doua|3 trei|4 patru|5 cinci|6 sase|7 sapte|"
        "8 opt|9 noua|10 zece|11 unsprezece unspe|12 doisprezece douasprezece|"
        "13 treisprezece|14 paisprezece patrusprezece|15 cincisprezece|16 saisprezece sasesprezece|"
        "17 saptesprezece|18 optsprezece|19 nouasprezece|20 douazeci|30 treizeci|40 patruzeci|"
        "50 cincizeci|60 saizeci|70 saptezeci|80 optzeci|90 nouazeci",
        "o": "1 primul prima primii primele primului primei primilor primelor prim intai intaia|"
        "2 doilea secund|3 treilea treia|4 patrulea patra|5 cincilea cincea|6 saselea sasea|"
        "7 saptelea saptea|8 optulea opta|9 noualea|10 zecelea zecea|11 unsprezecelea unsprezecea|"
        "12 doisprezecelea douasprezecea|13 treisprezecelea treisprezecea|14 paisprezecelea "
        "paisprezecea|15 cincisprezecelea cincisprezecea|16 saisprezecelea saisprezecea|"
        "17 saptesprezecelea saptesprezecea|18 optsprezecelea optsprezecea|19 nouasprezecelea "
        "nouasprezecea|20 douazecilea douazecea|30 treizecilea treizecea|100 sutalea suta",
        "x": "12 duzina duzini|100 suta sute sutei|1000 mie mii miilor|1000000 milion milioane "
        "milioanelor mil|"
        "1000000000 miliard miliarde miliardelor mld|1000000000000 trilion trilioane bilion "
        "bilioane trilioanelor",
        "v": "10 zeci zecile zecilor|100 sutele sutelor|1000 miile|1000000 milioanele|"
        "1000000000 miliardele",
        "f": "0.5 jumatate jumatatea jumatati jumatatii|0.3333 treime treimi treimea|0.25 sfert "
        "sferturi sfertul patrime patrimi|0.2 cincime cincimi",
        "w": "1 singur singura singurul singure unic unica unul unuia unic|2 ambele ambii amandoi "
        "amandoua ambelor ambilor dublu dubla dublul dublat dublarea dubleze dubleaza dublare "
        "pereche cuplu gemeni gemene geamana geaman perechi dubluri bi injumatatit|3 triplu tripla "
        "tripleze triplat trio|4 cvadruplu cvartet|5 cvintet",
    },
}  # fmt: skip

#: Words that may stand inside a number: "and" after a multiplier or a ten, "of" or "other"
#: before a multiplier ("six autres millions").
JOINTS: dict[str, str] = {
    "en": "and|other|more|further", "de": "und|weitere", "fr": "et|de|autres", "es": "y|de|otros",
    "it": "e|di|altri", "hu": "es", "ru": "и", "uk": "і", "ro": "și|si|şi|de|alte",
}  # fmt: skip
#: "and a half" behind a number.
AND_HALF: dict[str, str] = {
    "en": "and a half|and one-half", "de": "einhalb", "fr": "et demie?", "es": "y medi[ao]",
    "it": "e mezz[ao]", "hu": "és fél", "ru": "с половиной", "uk": "з половиною",
    "ro": "[sșş]i jum[aă]tate",
}  # fmt: skip
#: Pieces of compound number words, without diacritics, longest first when they are tried.
PIECES: dict[str, str] = {
    "de": "1 ein|2 zwei|3 drei|4 vier|5 funf|6 sechs|7 sieben|8 acht|9 neun|10 zehn|11 elf|"
    "12 zwolf|13 dreizehn|14 vierzehn|15 funfzehn|16 sechzehn|17 siebzehn|18 achtzehn|"
    "19 neunzehn|20 zwanzig|30 dreissig|40 vierzig|50 funfzig|60 sechzig|70 siebzig|80 achtzig|"
    "90 neunzig|100 hundert|1000 tausend|0 und",
    "it": "1 uno un|2 due|3 tre|4 quattro|5 cinque|6 sei|7 sette|8 otto|9 nove|10 dieci|11 undici|"
    "12 dodici|13 tredici|14 quattordici|15 quindici|16 sedici|17 diciassette|18 diciotto|"
    "19 diciannove|20 venti vent|30 trenta trent|40 quaranta quarant|50 cinquanta cinquant|"
    "60 sessanta sessant|70 settanta settant|80 ottanta ottant|90 novanta novant|"
    "100 cento cent|1000 mila mille",
    "hu": "1 egy|2 ketto ket|3 harom|4 negy|5 ot|6 hat|7 het|8 nyolc|9 kilenc|10 tizen tiz|"
    "20 huszon husz|30 harminc|40 negyven|50 otven|60 hatvan|70 hetven|80 nyolcvan|90 kilencven|"
    "100 szaz|1000 ezer ezr",
    "ru": "2 двух|3 трех|4 четырех|5 пяти|6 шести|7 семи|8 восьми|9 девяти|10 десяти|"
    "12 двенадцати|15 пятнадцати|20 двадцати|30 тридцати|40 сорока|50 пятидесяти|100 ста",
    "uk": "2 двох|3 трьох|4 чотирьох|5 п'яти|6 шести|7 семи|8 восьми|9 дев'яти|10 десяти|"
    "12 дванадцяти|15 п'ятнадцяти|20 двадцяти|30 тридцяти|40 сорока|50 п'ятдесяти|100 сто",
}
#: What may follow the pieces: the role of the whole, and the unit that the ending names.
TAILS: dict[str, tuple[tuple[str, str, str | None], ...]] = {
    "de": (
        (r"", "n", None),
        (r"s?te[nrsm]?", "o", None),
        (r"jahrig\w*", "n", "year"),
        (r"tagig\w*", "n", "day"),
        (r"stundig\w*", "n", "hour"),
        (r"minutig\w*", "n", "minute"),
        (r"monatig\w*", "n", "month"),
        (r"wochig\w*", "n", "week"),
        (r"e|en|er|mal|fach\w*|kopfig\w*|seitig\w*|er-?\w+", "n", None),
    ),
    "it": ((r"", "n", None), (r"esim[oaie]", "o", None), (r"enn[ei]", "n", "year")),
    "hu": (
        (r"", "n", None),
        (r"(?:a|o|e|o)?dik\w*", "o", None),
        (r"(?:ban|ben|bol|rol|ra|re|t|et|at|ot|nak|nek|val|vel|kor|an|en|on|szor|szer|ig|es|as|os)",
         "n", None),
        (r"eve[st]?\w*|eves\w*", "n", "year"),
    ),
    "ru": ((r"летн\w+|летие\w*|летия", "n", "year"), (r"дневн\w+", "n", "day"),
           (r"минутн\w+", "n", "minute"), (r"часов\w+", "n", "hour")),
    "uk": ((r"річн\w+|річчя", "n", "year"), (r"денн\w+", "n", "day"),
           (r"хвилинн\w+", "n", "minute"), (r"годинн\w+", "n", "hour")),
}  # fmt: skip
