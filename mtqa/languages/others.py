"""The languages without a folder: what is known of them, a word or two, by the names of `tables`.

They are met in translations and beside the source's own (own compilation, 2026, CC0).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_Constants = Mapping[str, Mapping[str, Any]]

WORDS: _Constants = {
    "pl": {
        "name": ("Polish", "poloneză"),
        "frequent": (
            "w i na z że się do nie jest o jak po przez od za to ale był dla są oraz co tym jego"
        ),
        "telling": (
            "się nie jest na że do przez był dla jak po ale czy oraz są od jego także został"
        ),
        "hanging": 3,
    },
    "nl": {
        "name": ("Dutch", "neerlandeză"),
        "frequent": (
            "de het een en van in is dat op te zijn met voor niet aan er om ook als bij door"
        ),
        "telling": (
            "het een van en dat niet zijn op te voor met heeft ook werd aan door naar om bij"
        ),
    },
    "tr": {
        "name": ("Turkish", "turcă"),
        "telling": ("ve bir bu için ile olarak daha çok olan gibi kadar sonra ise değil olduğunu"),
        "hanging": 6,
    },
    "ca": {
        "name": ("Catalan", "catalană"),
        "telling": (
            "els les amb per és dels ha més aquest també són seva aquesta pel una que dues"
        ),
    },
    "hr": {
        "name": ("Croatian or Serbian", "croată sau sârbă"),
        "telling": (
            "je na su koji što nije iz ali kako za bio od koja biti će te nakon prema također"
        ),
    },
    "cs": {
        "name": ("Czech or Slovak", "cehă sau slovacă"),
        "telling": (
            "je na že pro jako ale byl která také jsou bylo podle nebo když jeho po ve při"
        ),
        "hanging": 3,
    },
    "sv": {
        "name": ("Swedish", "suedeză"),
        "telling": "och att det är som på för av med den har inte ett till från också var",
    },
    "da": {
        "name": ("Danish or Norwegian", "daneză sau norvegiană"),
        "telling": "og af til det er på som ikke med for den har blev også fra ved efter",
    },
    "sq": {
        "name": ("Albanian", "albaneză"),
        "telling": "të dhe në për një është me nga që ka janë ishte",
    },
    "la": {
        "name": ("Latin", "latină"),
    },
    "bg": {
        "name": ("Bulgarian", "bulgară"),
    },
    "el": {
        "name": ("Greek", "greacă"),
    },
    "he": {
        "name": ("Hebrew", "ebraică"),
    },
    "ar": {
        "name": ("Arabic", "arabă"),
    },
    "zh": {
        "name": ("Chinese", "chineză"),
    },
    "ja": {
        "name": ("Japanese", "japoneză"),
    },
    "ko": {
        "name": ("Korean", "coreeană"),
    },
    "fa": {
        "name": ("Persian", "persană"),
    },
    "hi": {
        "name": ("Hindi", "hindi"),
    },
    "th": {
        "name": ("Thai", "thailandeză"),
    },
    "be": {
        "name": ("Belarusian", "bielorusă"),
    },
    "mk": {
        "name": ("Macedonian", "macedoneană"),
    },
    "ka": {
        "name": ("Georgian", "georgiană"),
    },
    "hy": {
        "name": ("Armenian", "armeană"),
    },
    "gl": {
        "name": ("Galician", "galiciană"),
    },
    "oc": {
        "name": ("Occitan", "occitană"),
    },
    "sk": {
        "name": ("Slovak", "slovacă"),
    },
    "sl": {
        "name": ("Slovenian", "slovenă"),
    },
    "bs": {
        "name": ("Bosnian", "bosniacă"),
    },
    "sr": {
        "name": ("Serbian", "sârbă"),
    },
    "nb": {
        "name": ("Norwegian", "norvegiană"),
    },
    "no": {
        "name": ("Norwegian", "norvegiană"),
    },
    "fi": {
        "name": ("Finnish", "finlandeză"),
        "hanging": 5,
    },
    "et": {
        "name": ("Estonian", "estonă"),
    },
    "lt": {
        "name": ("Lithuanian", "lituaniană"),
    },
    "lv": {
        "name": ("Latvian", "letonă"),
    },
    "eu": {
        "name": ("Basque", "bască"),
    },
    "eo": {
        "name": ("Esperanto", "esperanto"),
    },
    "mt": {
        "name": ("Maltese", "malteză"),
    },
    "is": {
        "name": ("Icelandic", "islandeză"),
    },
    "vi": {
        "name": ("Vietnamese", "vietnameză"),
    },
    "id": {
        "name": ("Indonesian", "indoneziană"),
    },
}

NAMES: _Constants = {
    **{code: {"surname_first": True} for code in ("zh", "ja", "ko")},
    **{code: {"inflected": True} for code in "pl cs sk sr hr bg fi et tr".split()},
}

LETTERS: _Constants = {code: {"cyrillic": True} for code in ("bg", "be", "mk", "sr")}

#: Tables of which nothing is known for any of them.
NUMERALS: _Constants = {}
CALENDAR: _Constants = {}
UNITS: _Constants = {}
NEGATORS: _Constants = {}
