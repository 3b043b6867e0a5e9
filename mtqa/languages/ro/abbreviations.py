"""Abbreviations of Romanian news that end in a full stop without ending a sentence.

Hand-made from the abbreviation list of the orthographic dictionary (DOOM 3) and from news usage.
"""

from __future__ import annotations

#: A name, a number or a noun follows: never the end of a sentence.
LEADING = frozenset(
    """
    acad adj alin ap approx aprox ar arh art asist av bd bl bul cap cca cdor cf ch cit cms cod col
    com comp conf cor cpt cv dep dept dl dle dlui dna dnei dnul dr drd dv ec ed ep et ex exp feat
    înreg temp max min
    fig ft gen gl gov gr hon ing înc înv jr jud lect lit loc lt maj mag messrs mlle mme mr mrs ms mt
    mun nr nrul op ord or pag par parag pct pl plt pr prep pres prof prot pt rd rep rev sc sen sf
    sft sg sgt sms sr st ste str subl șef șos șt tab tel trad univ v ver vers vol vs
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
