"""Codes of languages as files write them: two letters or three, with a region or without."""

from __future__ import annotations

import re

#: ISO 639-1 codes with those of ISO 639-2 and 639-3 for the same language, the old ones among them.
_THREE = """
ro ron rum mol mo|en eng|de deu ger|fr fra fre|es spa|it ita|pt por|nl nld dut|hu hun|ru rus|uk ukr
be bel|bg bul|sr srp scc|hr hrv scr|bs bos|sl slv|mk mkd mac|cs ces cze|sk slk slo|pl pol|lt lit
lv lav|et est|fi fin|sv swe|da dan|no nor|nb nob|nn nno|is isl ice|ga gle|cy cym wel|eu eus baq
ca cat|gl glg|oc oci|sq sqi alb|el ell gre|tr tur|ar ara|he heb iw|fa fas per|hi hin|ur urd|bn ben
zh zho chi cmn|ja jpn|ko kor|vi vie|th tha|id ind in|ms msa may|hy hye arm|ka kat geo|az aze|kk kaz
la lat|mt mlt|lb ltz|yi yid ji|sw swa|af afr|eo epo
"""
_CODES = {
    other: group.split()[0]
    for group in re.split(r"[|\n]", _THREE.strip())
    for other in group.split()
}


def language_code(text: str) -> str:
    """The ISO 639-1 code of a language, whatever stands for it: the first part of the tag in lower
    case for a language that has none, or that is not known.

    >>> [language_code(tag) for tag in ("RO_ro", "rum", "eng", "de-AT", "rup")]
    ['ro', 'ro', 'en', 'de', 'rup']
    """
    first = re.split(r"[-_.@]", text.strip(), maxsplit=1)[0].lower()
    return _CODES.get(first, first)
