"""Numbers in French, in words and figures (own compilation, 2026, CC0)."""

CARDINALS = (
    "0 zero|1 un une|2 deux|3 trois|4 quatre|5 cinq|6 six|7 sept|8 huit|9 neuf|10 dix|11 onze|12 "
    "douze|13 treize|14 quatorze|15 quinze|16 seize|20 vingt vingts|30 trente|40 quarante|50 "
    "cinquante|60 soixante|70 septante|80 huitante octante|90 nonante"
)
ORDINALS = (
    "1 premier premiere premiers premieres|2 deuxieme deuxiemes second seconde|3 troisieme "
    "troisiemes|4 quatrieme|5 cinquieme|6 sixieme|7 septieme|8 huitieme|9 neuvieme|10 dixieme|11 "
    "onzieme|12 douzieme|13 treizieme|14 quatorzieme|15 quinzieme|16 seizieme|20 vingtieme|30 "
    "trentieme|40 quarantieme|50 cinquantieme|60 soixantieme|100 centieme"
)
MULTIPLIERS = (
    "100 cent cents|1000 mille|1000000 million millions mln|1000000000 milliard milliards mds mrd|"
    "1000000000000 billion billions"
)
MANY = "10 dizaines|12 douzaines|100 centaines|1000 milliers"
FRACTIONS = "0.5 demi demie moitie mi|0.25 quart quarts|0.3333 tiers"
STANDINS = (
    "1 unique seul seule|2 double deuxiemement couple paire jumeaux jumelles duo doubler|3 triple "
    "trio|10 dizaine|12 douzaine|15 quinzaine|20 vingtaine|30 trentaine|40 quarantaine|50 "
    "cinquantaine|100 centaine|1000 millier"
)
DOUBTFUL = "neuf mille"
PLURALS = "millions|milliards|billions|cents"
CONJUNCTIONS = "et"
JOINTS = "de autres"
AND_HALF = "et demie?"
BY_TWENTIES = True
MINUS = "minus moins"
ORDINAL_SIGN = r"\s?(?:er|re|ère|e|è|ème|ième|nd|nde|ᵉ)\b"
COORDINATION = "à|et|ou"
RATIO = "sur"
BEFORE_CODES = r"n[°ºo]\.?|numéro|vol|dossier|chambre|code|facture"
