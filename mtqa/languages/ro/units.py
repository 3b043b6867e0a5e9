"""Units and currencies in Romanian (own compilation, 2026, CC0)."""

UNITS = (
    "percent procent procente procentual procentuale procentului procentaj sutime|USD dolar "
    "dolari dolarul dolarului dolarilor|GBP lira lire lirelor sterlina sterline|EUR euro|cent "
    "cent centi|penny penny pence penni|JPY yen yeni yenul yenului yenilor yenuri|CNY yuan yuani|"
    "RUB rubla ruble rublelor|UAH grivna grivne hrivne|INR rupie rupii|RON leu lei leului leilor|"
    "BTC bitcoin bitcoini|CHF franc franci|PLN zlot zloti|TRY lira|KRW woni won|ZAR rand ranzi|"
    "HUF forint forinti|km kilometru kilometri kilometrul kilometrilor|metre metru metri metrul "
    "metrilor m|cm centimetru centimetri|mm milimetru milimetri|mile mila mile milelor|foot "
    "picior picioare|inch inch inchi inci tol toli|yard yard yarzi iarzi|kg kilogram kilograme "
    "kilogramul kilogramelor kilograma kile kil|gram gram grame|tonne tona tone tonelor|pound "
    "livra livre|ounce uncie uncii|litre litru litri litrul|gallon galon galoane|pint halba halbe "
    "pinta pinte|barrel baril barili|acre acru acri|hectare hectar hectare hectarelor|celsius "
    "celsius|fahrenheit fahrenheit|degree grad grade gradul gradelor|knot nod noduri|second "
    "secunda secunde secundei secundelor|minute minut minute minutul minutului minutele minutelor|"
    "hour ora ore orei orele orelor|day zi zile ziua zilei zilele zilelor|week saptamana "
    "saptamani saptamanii saptamanilor saptamanile|month luna lunii lunilor lunile luni|year an "
    "ani anul anului anii anilor|decade deceniu decenii deceniul deceniului deceniile deceniilor|"
    "century secol secole secolul secolului secolele|fortnight chenzina|crown coroana coroane "
    "coroanele coroanelor coroanei|peso peso pesos|dinar dinar dinari dinarilor|dirham dirham "
    "dirhami|shekel sekel sekeli shekel shekeli"
)
PER_CENT = r"(?:la sut[ăa]\b|(?:de )?punct\w* procentual)"
SQUARE = "pătra[tțţ][ei]?|patrat[ei]?|mp"
CUBIC = "cubi?"
#: What a unit is called after a figure from 2 to 19, and how the sign is written.
WRITTEN = {
    "USD": "dolari",
    "GBP": "lire sterline",
    "GBp": "lire sterline",
    "EUR": "euro",
    "JPY": "yeni",
    "CNY": "yuani",
    "RUB": "ruble",
    "UAH": "hrivne",
    "INR": "rupii",
    "RON": "lei",
    "crown": "coroane",
    "peso": "pesos",
    "dinar": "dinari",
    "dirham": "dirhami",
    "shekel": "șekeli",
    "BTC": "bitcoini",
    "CHF": "franci",
    "PLN": "zloți",
    "TRY": "lire turcești",
    "KRW": "woni",
    "ZAR": "ranzi",
    "HUF": "forinți",
    "AUD": "dolari australieni",
    "CAD": "dolari canadieni",
    "cent": "cenți",
    "penny": "penny",
    "percent": "%",
    "km": "kilometri",
    "metre": "metri",
    "cm": "centimetri",
    "mm": "milimetri",
    "mile": "mile",
    "foot": "picioare",
    "inch": "inci",
    "yard": "yarzi",
    "kg": "kilograme",
    "gram": "grame",
    "tonne": "tone",
    "ton": "tone",
    "pound": "livre",
    "ounce": "uncii",
    "litre": "litri",
    "gallon": "galoane",
    "barrel": "barili",
    "acre": "acri",
    "hectare": "hectare",
    "degree": "grade",
    "celsius": "grade Celsius",
    "fahrenheit": "grade Fahrenheit",
    "second": "secunde",
    "minute": "minute",
    "hour": "ore",
    "day": "zile",
    "week": "săptămâni",
    "month": "luni",
    "year": "ani",
    "decade": "decenii",
    "century": "secole",
}
