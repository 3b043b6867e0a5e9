"""Units, currencies and per cent in nine languages, and how units convert (2026, CC0).

Forms are without diacritics (Cyrillic as it is); ``+`` ends a stem that takes any ending. Exchange
rates are no facts of language: amounts of different currencies are never converted.
"""

from __future__ import annotations

#: What every language writes the same: symbols and abbreviations.
SYMBOLS = {
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₽": "RUB", "₴": "UAH", "%": "percent",
    "‰": "permille", "°": "degree", "usd": "USD", "eur": "EUR", "gbp": "GBP", "ron": "RON",
    "chf": "CHF", "rub": "RUB", "uah": "UAH", "jpy": "JPY", "cny": "CNY", "aud": "AUD",
    "cad": "CAD", "huf": "HUF", "pln": "PLN", "km": "km", "cm": "cm", "mm": "mm", "kg": "kg",
    "mg": "mg", "ml": "ml", "ha": "hectare", "mph": "mile", "kmh": "km", "kw": "kW", "mw": "MW",
    "gw": "GW", "kwh": "kWh", "mwh": "MWh", "gb": "GB", "mb": "MB", "tb": "TB", "ghz": "GHz",
    "mhz": "MHz", "lbs": "pound", "lb": "pound", "ft": "foot", "oz": "ounce", "yd": "yard",
    "yds": "yard", "hrs": "hour", "км": "km", "кг": "kg", "см": "cm", "мм": "mm", "га": "hectare",
    "°c": "celsius", "°f": "fahrenheit",
}  # fmt: skip

_UNITS: dict[str, str] = {
    "en": "percent percent percentage pct pc|USD dollar dollars bucks buck|GBP quid sterling|"
    "GBp pound pounds|EUR euro euros|cent cent cents|penny pence penny pennies|JPY yen|"
    "CNY yuan renminbi|RUB ruble rubles rouble roubles|UAH hryvnia hryvnias|INR rupee rupees|"
    "RON lei leu|BTC bitcoin bitcoins|CHF francs franc|PLN zloty zlotys|TRY lira liras|"
    "KRW won|ZAR rand|HUF forint forints|"
    "km kilometer kilometers kilometre kilometres|metre meter meters metre metres m|"
    "cm centimeter centimeters centimetre centimetres|mm millimeter millimeters millimetres|"
    "mile mile miles mi|foot foot feet|inch inch inches|yard yard yards|kg kilogram kilograms kilo "
    "kilos kilogramme kilogrammes|gram gram grams gramme grammes|tonne tonne tonnes|ton ton tons|"
    "ounce ounce ounces|stone stone|litre litre litres liter liters|gallon gallon gallons|pint "
    "pint pints|barrel barrel barrels|acre acre acres|hectare hectare hectares|celsius celsius "
    "centigrade|fahrenheit fahrenheit|degree degree degrees|knot knots|"
    "second second seconds sec secs|minute minute minutes min mins|hour hour hours|day day days|"
    "week week weeks wk wks|month month months|year year years yr yrs|decade decade decades|"
    "century century "
    "centuries|fortnight fortnight fortnights",
    "de": "percent prozent prozentpunkt prozentpunkte prozentpunkten prozentig+ prozentige|"
    "USD dollar dollars|GBp pfund|EUR euro euros|cent cent cents|penny pence|JPY yen|CNY yuan|"
    "RUB rubel|UAH hrywnja|CHF franken|RON lei|HUF forint|KRW won|"
    "km kilometer kilometern|metre meter metern|cm zentimeter zentimetern|mm millimeter|"
    "mile meile meilen|foot fuss|inch zoll|yard yard yards|kg kilo kilogramm kilos|gram gramm|"
    "tonne tonne tonnen|litre liter litern|gallon gallone gallonen|barrel barrel|acre acre acres|"
    "hectare hektar|celsius celsius|fahrenheit fahrenheit|degree grad|knot knoten|"
    "second sekunde sekunden|minute minute minuten|hour stunde stunden std|day tag tage tagen "
    "tages|week woche wochen|month monat monate monaten monats|year jahr jahre jahren jahres "
    "jahrig+|decade jahrzehnt jahrzehnte jahrzehnten|century jahrhundert jahrhunderts "
    "jahrhunderte jahrhunderten",
    "fr": "percent pourcent pourcentage|USD dollar dollars|GBP sterling|GBp livre livres|EUR euro "
    "euros|cent centime centimes|penny pence|JPY yen yens|CNY yuan yuans|RUB rouble roubles|"
    "UAH hryvnia|CHF franc francs|RON lei|KRW won|"
    "km kilometre kilometres|metre metre metres|cm centimetre centimetres|mm millimetre "
    "millimetres|mile mile miles mille milles|foot pied pieds|inch pouce pouces|yard yard yards|"
    "kg kilo kilos kilogramme kilogrammes|gram gramme grammes|tonne tonne tonnes|litre litre "
    "litres|gallon gallon gallons|barrel baril barils|acre acre acres|hectare hectare hectares|"
    "celsius celsius|fahrenheit fahrenheit|degree degre degres|knot noeuds|"
    "second seconde secondes|minute minute minutes|hour heure heures|day jour jours|week semaine "
    "semaines|month mois|year an ans annee annees|decade decennie decennies|century siecle siecles",
    "es": "percent porciento porcentual porcentuales|USD dolar dolares|GBp libra libras|"
    "EUR euro euros|cent centavo centavos centimos centimo|penny peniques|JPY yen yenes|CNY yuan "
    "yuanes|RUB rublo rublos|CHF franco francos|KRW won|"
    "km kilometro kilometros|metre metro metros|cm centimetro centimetros|mm milimetro milimetros|"
    "mile milla millas|foot pie pies|inch pulgada pulgadas|yard yarda yardas|kg kilo kilos "
    "kilogramo kilogramos|gram gramo gramos|tonne tonelada toneladas|litre litro litros|gallon "
    "galon galones|barrel barril barriles|acre acre acres|hectare hectarea hectareas|celsius "
    "celsius|fahrenheit fahrenheit|degree grado grados|knot nudos|second segundos|minute minuto "
    "minutos|hour hora horas|day dia dias|week semana semanas|month mes meses|year ano anos|decade "
    "decada decadas decenio|century siglo siglos",
    "it": "percent percento percentuale percentuali|USD dollaro dollari|GBP sterlina sterline|"
    "EUR euro|cent centesimi centesimo|penny pence|JPY yen|CNY yuan|RUB rublo rubli|CHF franco "
    "franchi|KRW won|km chilometro chilometri|metre metro metri|cm centimetro centimetri|mm "
    "millimetri|mile miglio miglia|foot piede piedi|inch pollice pollici|yard iarda iarde|kg chilo "
    "chili chilogrammo chilogrammi|gram grammo grammi|tonne tonnellata tonnellate|litre litro "
    "litri|gallon gallone galloni|barrel barile barili|acre acro acri|hectare ettaro ettari|"
    "celsius celsius|fahrenheit fahrenheit|degree grado gradi|knot nodi|second secondi|minute "
    "minuto minuti|hour ora ore|day giorno giorni giornate|week settimana settimane|month mese "
    "mesi|year anno anni|decade decennio decenni|century secolo secoli",
    "hu": "percent szazalek+|USD dollar+|GBp font fontot fonttal fontra fontba fontert|EUR euro+|"
    "cent cent centes|penny penny|JPY jen|"
    "CNY juan|RUB rubel+|HUF forint+|CHF frank|km kilometer+|metre meter+|cm centimeter+ centi|"
    "mm millimeter+|mile merfold+|foot lab labnyi|inch huvelyk+|yard yard+|kg kilogramm+ kilo "
    "kilos kilot|gram gramm+|tonne tonna tonnat tonnas|litre liter+|gallon gallon+|barrel hordo "
    "hordot|hectare hektar+|celsius celsius|fahrenheit fahrenheit|degree fok fokos fokot|"
    "second masodperc+|minute perc perces percig percet percben percnyi perccel|"
    "hour ora oras orat oraval oran oraja oranyi|day nap napos napot nappal napja napon napig "
    "napnyi|week het hetes hetet hettel hete hetnyi heten|month honap+ honapos|year ev eves evet "
    "evvel eve even evig evnyi evben evre evek+ esztendos eveseket evesen|decade evtized+|century "
    "evszazad+ szazad+",
    "ru": "percent процент+|USD доллар+|GBp фунт+|GBP стерлинг+|EUR евро|cent цент цента центов "
    "центы|penny пенс пенса пенсов|"
    "JPY иен+|CNY юан+|RUB рубл+ руб|UAH грив+|CHF франк+|km километр+|metre метр метра метров "
    "метры метрах метрам метровый метровой метровая метре м|cm сантиметр+|mm миллиметр+|"
    "mile миля мили миль милях милями милям|"
    "foot фут фута футов футы футовый футовая|inch дюйм+|yard ярд+|"
    "kg килограмм+ кило|gram грамм+|tonne тонн+|litre литр+|"
    "gallon галлон+|barrel баррел+|acre акр+|hectare гектар+|celsius цельси+|fahrenheit "
    "фаренгейт+|degree градус+|second секунд+|minute минут+ минутн+|hour час часа часов часам "
    "часами часах часовой часовая|day день дня дней дням дневн+|week недел+|month месяц+|"
    "year год года году годом годы годов лет летн+ летие летия летию|decade десятилети+|"
    "century век века веке веков столети+",
    "uk": "percent відсот+ процент+|USD долар+|GBp фунт+|GBP стерлінг+|EUR євро|cent цент цента "
    "центів центи|penny "
    "пенс пенсів|JPY єн+|CNY юан+|RUB рубл+|UAH грив+|km кілометр+|"
    "metre метр метра метрів метри метрах метрам м|"
    "cm сантиметр+|mm міліметр+|mile миля милі миль милях милями милям|"
    "foot фут фути футів футах|inch дюйм+|yard ярд+|kg кілограм+ "
    "кіло|gram грам+|tonne тонн+|litre літр+|gallon галон+|barrel барел+|acre акр+|hectare "
    "гектар+|celsius цельсі+|fahrenheit фаренгейт+|degree градус+|second секунд+|minute хвилин+|"
    "hour годин+|day день дня днів дням денн+ діб доба добу|week тижд+ тижн+|month місяц+ місяч+|"
    "year рік року років роки роком році річн+ річчя|decade десятиліт+ десятирічч+|century століт+",
    "ro": "percent procent procente procentual procentuale procentului procentaj sutime|"
    "USD dolar dolari dolarul dolarului dolarilor|GBP lira lire lirelor sterlina sterline|"
    "EUR euro|cent cent centi|penny penny pence penni|JPY yen yeni yenul yenului yenilor yenuri|"
    "CNY yuan yuani|RUB rubla ruble "
    "rublelor|UAH grivna grivne hrivne|INR rupie rupii|RON leu lei leului leilor|BTC bitcoin "
    "bitcoini|CHF franc franci|PLN zlot zloti|TRY lira|KRW woni won|ZAR rand ranzi|HUF forint "
    "forinti|km kilometru kilometri kilometrul kilometrilor|metre metru metri metrul metrilor m|"
    "cm centimetru centimetri|mm milimetru milimetri|mile mila mile milelor|foot picior picioare|"
    "inch inch inchi inci tol toli|yard yard yarzi iarzi|kg kilogram kilograme kilogramul "
    "kilogramelor kilograma kile kil|gram gram grame|tonne tona tone tonelor|pound livra livre|"
    "ounce uncie uncii|litre litru litri litrul|gallon galon galoane|pint halba halbe pinta pinte|"
    "barrel baril barili|acre acru acri|hectare hectar hectare hectarelor|celsius celsius|"
    "fahrenheit fahrenheit|degree grad grade gradul gradelor|knot nod noduri|"
    "second secunda secunde secundei secundelor|minute minut minute minutul minutului minutele "
    "minutelor|hour ora ore orei orele orelor|day zi zile ziua zilei zilele zilelor|week saptamana "
    "saptamani saptamanii saptamanilor saptamanile|month luna lunii lunilor lunile luni|year an "
    "ani anul anului anii anilor|decade deceniu decenii deceniul deceniului deceniile deceniilor|"
    "century secol secole secolul secolului secolele|fortnight chenzina",
}  # fmt: skip

#: Currencies of more than one country; which one the context says, or an adjective behind it.
_SHARED: dict[str, str] = {
    "en": "crown crown crowns krona kronor krone kroner koruna|peso peso pesos|dinar dinar dinars|"
    "dirham dirham dirhams|shekel shekel shekels",
    "de": "crown krone kronen|peso peso pesos|dinar dinar dinare|dirham dirham|shekel schekel",
    "fr": "crown couronne couronnes|peso peso pesos|dinar dinar dinars|dirham dirham dirhams|"
    "shekel shekel shekels",
    "es": "crown corona coronas|dinar dinar dinares|dirham dirham dirhams",
    "it": "crown corona corone|dinar dinaro dinari|dirham dirham",
    "hu": "crown korona koronat koronas koronara koronaba koronaert|peso peso|dinar dinar+",
    "ru": "crown крон крона кроны кроне крону|peso песо|dinar динар+|dirham дирхам+|shekel шекел+",
    "uk": "crown крон крона крони кроні крону|peso песо|dinar динар+|dirham дирхам+|shekel шекел+",
    "ro": "crown coroana coroane coroanele coroanelor coroanei|peso peso pesos|"
    "dinar dinar dinari dinarilor|dirham dirham dirhami|shekel sekel sekeli shekel shekeli",
}
UNITS = {code: f"{words}|{_SHARED[code]}" for code, words in _UNITS.items()}

#: Dimension and size in its base unit. Pounds are weight or money until the other text decides.
SIZES: dict[str, tuple[str, float]] = {
    "mm": ("length", 0.001), "cm": ("length", 0.01), "metre": ("length", 1.0),
    "km": ("length", 1000.0), "inch": ("length", 0.0254), "foot": ("length", 0.3048),
    "yard": ("length", 0.9144), "mile": ("length", 1609.344), "knot": ("length", 1852.0),
    "mg": ("mass", 1e-6), "gram": ("mass", 0.001), "kg": ("mass", 1.0), "tonne": ("mass", 1000.0),
    "ton": ("mass", 907.185), "pound": ("mass", 0.453592), "ounce": ("mass", 0.0283495),
    "stone": ("mass", 6.35029), "GBp": ("mass", 0.453592),
    "acre": ("area", 4046.86), "hectare": ("area", 1e4), "mm²": ("area", 1e-6),
    "cm²": ("area", 1e-4), "metre²": ("area", 1.0), "km²": ("area", 1e6),
    "inch²": ("area", 0.00064516), "foot²": ("area", 0.092903), "yard²": ("area", 0.836127),
    "mile²": ("area", 2589988.0),
    "ml": ("volume", 1e-6), "litre": ("volume", 0.001), "gallon": ("volume", 0.00378541),
    "pint": ("volume", 0.000568261), "barrel": ("volume", 0.158987), "cm³": ("volume", 1e-6),
    "metre³": ("volume", 1.0), "foot³": ("volume", 0.0283168), "km³": ("volume", 1e9),
    "second": ("time", 1.0), "minute": ("time", 60.0), "hour": ("time", 3600.0),
    "day": ("time", 86400.0), "week": ("time", 604800.0), "fortnight": ("time", 1209600.0),
    "month": ("time", 2629800.0), "year": ("time", 31557600.0), "decade": ("time", 315576000.0),
    "century": ("time", 3155760000.0),
    "kW": ("power", 1e3), "MW": ("power", 1e6), "GW": ("power", 1e9),
    "kWh": ("energy", 1.0), "MWh": ("energy", 1e3),
    "MB": ("data", 1.0), "GB": ("data", 1e3), "TB": ("data", 1e6),
    "MHz": ("frequency", 1.0), "GHz": ("frequency", 1e3),
    "celsius": ("temperature", 1.0), "fahrenheit": ("temperature", 5 / 9),
    "degree": ("temperature", 1.0),
    "percent": ("share", 1.0), "permille": ("share", 0.1),
    "cent": ("money", 0.01), "penny": ("money", 0.01),
}  # fmt: skip
CURRENCIES = frozenset("USD GBP EUR JPY CNY RUB UAH INR RON BTC CHF PLN TRY KRW ZAR HUF AUD CAD "
                       "NZD HKD SGD GBp crown peso dinar dirham shekel".split())  # fmt: skip
#: A unit behind one of these prefixes or before one of these words is an area or a volume.
SQUARE = (r"sq|square|quadrat|carr[ée]s?|cuadrad[oa]s?|quadrat[oi]|négyzet|кв|квадрат\w*|"
          r"pătra[tțţ][ei]?|patrat[ei]?|mp")  # fmt: skip
CUBIC = r"cubic|cu|kubik|cubes?|cúbicos?|cub[io]|köb|куб\w*|cubi?"

#: What Romanian calls them: after a figure from 2 to 19, and how the sign is written.
ROMANIAN: dict[str, str] = {
    "USD": "dolari", "GBP": "lire sterline", "GBp": "lire sterline", "EUR": "euro",
    "JPY": "yeni", "CNY": "yuani", "RUB": "ruble", "UAH": "hrivne", "INR": "rupii", "RON": "lei",
    "crown": "coroane", "peso": "pesos", "dinar": "dinari", "dirham": "dirhami",
    "shekel": "șekeli", "BTC": "bitcoini", "CHF": "franci", "PLN": "zloți",
    "TRY": "lire turcești", "KRW": "woni", "ZAR": "ranzi", "HUF": "forinți",
    "AUD": "dolari australieni", "CAD": "dolari canadieni",
    "cent": "cenți", "penny": "penny", "percent": "%", "km": "kilometri", "metre": "metri",
    "cm": "centimetri", "mm": "milimetri", "mile": "mile", "foot": "picioare", "inch": "inci",
    "yard": "yarzi", "kg": "kilograme", "gram": "grame", "tonne": "tone", "ton": "tone",
    "pound": "livre", "ounce": "uncii", "litre": "litri", "gallon": "galoane", "barrel": "barili",
    "acre": "acri", "hectare": "hectare", "degree": "grade", "celsius": "grade Celsius",
    "fahrenheit": "grade Fahrenheit", "second": "secunde", "minute": "minute", "hour": "ore",
    "day": "zile", "week": "săptămâni", "month": "luni", "year": "ani", "decade": "decenii",
    "century": "secole",
}  # fmt: skip
