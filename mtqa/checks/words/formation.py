"""How words are made that no dictionary lists: endings on foreign stems, prefixes, suffixes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import NAMES, WORDS
from mtqa.knowledge import comma, foreign_words, romanian, without_marks
from mtqa.knowledge.handmade import word_list

#: Endings that Romanian hangs on foreign words and names.
ENDINGS = tuple(
    "ul ului uri urile urilor ii iilor ilor i a ei e ele elor le lor lui l ă "
    "ist istă iști iste".split()
)
#: Prefixes that make words which no dictionary lists in full.
_PREFIX = re.compile(
    r"(?:ne|re|pre|de|des|dez|co|sub|supra|bi|tri|anti|post|auto|super|inter|atot)(?=.{4})"
)
#: Romanian letters that an ending or a suffix brings along: they do not make the stem native.
_SUFFIX = re.compile(
    r"(?:ă|ată|ați|ate|ește|ească|ești|ească|iți|iții|ție|ții|ția|ției|țiile|țiilor|țiune|țiuni|ații|"
    r"ări|ării|ările|ărilor|ându|ând|ează|eață|ință|ințe|anță|ență|iști|iștii|iștilor|uță|uța|"
    r"ăți|ății|ețe|îi|ăm|ași|iași|ăț|aș|eș|ică|[țș](?:i|ii|ilor)|[țș]ion(?:al|ali|ist|iz|ar)\w*)$"
)


@lru_cache(maxsize=WORDS)
def is_coinage(form: str) -> bool:
    """Whether the form is a foreign word or name with a Romanian ending, or has a prefix.

    ``retailerului``, ``trumpist``, ``preplătit``; so is a plural in -ători with its article, which
    the dictionary lists for the masculine only (``trecătorile``).
    """
    if form.capitalize() in romanian() or form.removesuffix("le").endswith("ători"):
        return True
    for cut in ENDINGS:
        if form.endswith(cut) and len(form) - len(cut) >= 3:
            stem = form[: len(form) - len(cut)]
            if foreign_words().strengths(stem) or stem.capitalize() in romanian():
                return True
    match = _PREFIX.match(form)
    return match is not None and romanian().known(form[match.end() :])


#: Diminutives, and adjectives of what can be done, each with the stem before it.
_DIMINUTIVE = re.compile(
    r"(?P<stem>\w{3,}?)(?:[ui]?șor|[ui]?șoar|uț|uleț|eluș)"
    r"(?:ul|ului|ă|a|e|ei|ele|elor|i|ii|ilor|uri|urile|urilor)?$"
)
_SHORT_DIMINUTIVE = re.compile(r"(?P<stem>\w{4,})(?:el|eț|ică)$")
_POSSIBLE = re.compile(r"(?:ne)?(?P<stem>\w{4,})bil(?:ă|i|e|ul|a|ii|ele)?$")
#: Endings that a noun may have lost before the suffix, and how its last sound changed.
_LOST = ("", "ă", "e", "ie", "u", "iu")
_SOUNDS = (("j", "z"), ("ș", "s"), ("ț", "t"), ("z", "d"), ("", ""))


@lru_cache(maxsize=NAMES)
def is_formed(form: str) -> bool:
    """Whether the word is regularly made from a listed one, as many that no dictionary lists.

    Diminutives (``remorcuță``, ``chioșculeț``), adjectives in -bil of verbs (``depășibil``), and
    the short forms of verbs that have -ește too (``croncăne``, ``mărșăluie``).
    """
    words = romanian()
    match = _POSSIBLE.match(form)
    if match and any(words.analyses(match["stem"] + end) for end in ("", "ta", "re")):
        return True
    if form.endswith("e") and any(f"{form[:-1]}{end}" in words for end in ("ște", "ește", "iește")):
        return True
    match = _SHORT_DIMINUTIVE.match(form)
    if match and any(r.pos == "noun" and r.number == "s" for r in words.analyses(match["stem"])):
        return True
    match = _DIMINUTIVE.match(form)
    return match is not None and any(
        "noun" in {reading.pos for reading in words.analyses(stem + end)}
        for stem in _stems(match["stem"])
        for end in _LOST
    )


def _stems(stem: str) -> Iterator[str]:
    """The stem, also before its last sound (mânjișor: mânz) or vowel (găscuță: gâscă) changed."""
    for new, old in _SOUNDS:
        if stem.endswith(new):
            changed = stem.removesuffix(new) + old
            yield changed
            yield changed.replace("ă", "â", 1)


@lru_cache(maxsize=WORDS)
def has_native_letter(form: str) -> bool:
    """Whether the stem has one of ă â î ș ț.

    International terms have none outside of their suffix, and the native stock of words stands in
    the dictionary: an unknown word with such a stem is hardly a word.
    """
    stem = _SUFFIX.sub("", comma(form))
    return without_marks(stem) != stem


#: Those of a party, club or leader: pesediști, udemeriștii.
_MEMBER = re.compile(r"i(?:st|ști)\w{0,4}$")


@lru_cache(maxsize=1)
def _derived() -> re.Pattern[str]:
    """A word made of a listed one as any writer may: mansardare, hobanat, nepoliticositate."""
    return re.compile(rf"(?P<stem>\w{{5,}}?)(?:{'|'.join(word_list('word-formation', 'suffix'))})$")


def is_derived(form: str) -> bool:
    """Whether the form is a noun or an adjective of the dictionary with one more suffix."""
    if _MEMBER.search(form):
        return True
    match = _derived().match(form)
    return match is not None and any(
        reading.pos in ("noun", "adjective")
        for end in ("", "ă", "e", "ie")
        for reading in romanian().analyses(match["stem"] + end)
    )
