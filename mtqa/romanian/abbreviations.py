"""Abbreviations of Romanian news that end in a full stop without ending a sentence.

Hand-made from the abbreviation list of the orthographic dictionary (DOOM 3) and from news usage.
"""

from __future__ import annotations

#: A name, a number or a noun follows: never the end of a sentence.
LEADING = frozenset(
    """
    acad adj alin art av bd bl bul cap cca cf ch cit col conf cpt dl dle dna dlui dnei dv dr drd dnul
    ec ed ex exp fig gen ing înv jud lect loc lt lit mag mrs mr ms mt mun nr nrul op ord or par parag
    pag pct plt pl pr prep pres prof prot pt rd sc sf sft sft sg sgt sms sr st str subl șos șef șt tab
    tel trad univ vol vs ap arh asist aprox av cdor cms comp col conf dep dept ep et f.ex gl gr inc
    jr lt.col lt mr lct maj sen gov rep rev hon messrs mme mlle ste ft feat approx vers ver cod
    """.split()
)

#: May end a sentence or not: it does when a capital follows.
ENDING = frozenset("etc ș.a șamd ș.a.m.d s.a.m.d ltd co corp inc jr sr sa s.a s.r.l srl".split())

#: Shortened months and weekdays, followed by figures or a year.
DATES = frozenset(
    "ian feb febr mart apr iun iul aug sept sep oct nov noiemb dec lun mie joi vin sâm dum".split()
)


def ends_in_abbreviation(word: str) -> bool:
    """Whether ``word`` (without its full stop) is an abbreviation that a noun or name follows."""
    bare = word.lower().replace("ş", "ș").replace("ţ", "ț").replace("-", "")
    return bare in LEADING or bare in DATES
