"""Names in Latin letters that a translation spells by ear: "Erik Parcson" for Erik Parkson.

Romanian keeps a foreign name in Latin letters as it is, letter by letter; only marks may go. A
form that merely sounds alike is right where the name comes from another script (Zakharova,
Zaharova), where it is classical, or where the lists have it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.names.extract import SourceName
from mtqa.compare.names.forms import known_forms
from mtqa.compare.names.keys import UMLAUTS, is_cyrillic, unmarked
from mtqa.compare.names.slavic import is_slavic, is_transcribed
from mtqa.knowledge import people
from mtqa.knowledge.handmade import word_set
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import spelling_key

#: Endings and groups of letters of names from other scripts than the Cyrillic, in any
#: romanisation: Armenian, Turkic, Greek, Arabic and Persian, Chinese.
_ROMANISED = re.compile(
    r"(?:[iy]an|oglu|poulos|idis|akis|ullah|ï)$|^(?:al|el|bin|ibn|abu?|abd|mo?[hu]+am)|"
    r"kh|zh|dj|aa|q(?!u)|[aeiou]h[^aeiou]|y[aou]|j[au]$|uu|ou(?=[^drslt])|hs|xi|zs",
    re.IGNORECASE,
)


@lru_cache(maxsize=WORDS)
def _letters(word: str) -> frozenset[str]:
    lower = word.casefold().replace("'", "").replace("’", "")
    plain = {unmarked(lower), unmarked(lower.translate(UMLAUTS))}
    return frozenset(form.replace("-", "") for form in plain)


def is_by_letter(word: str, form: str) -> bool:
    """Whether the Romanian form, or a base of it, has the letters of the name, marks apart.

    >>> is_by_letter("Hackett", "Hackettului"), is_by_letter("Hackett", "Haket")
    (True, False)
    """
    pieces = form.split("-") if "-" in form else []
    forms = {form, *base_forms(form), *pieces}
    words = _letters(word) | _letters(word.removesuffix("s"))  # a genitive: Holts Team
    return any(not words.isdisjoint(_letters(base)) for base in forms if base)


@lru_cache(maxsize=WORDS)
def is_by_ear(word: str, form: str) -> bool:
    """Whether the form shares the sound of the name, but neither its letters nor those that
    Romanian transcribes a Slavic name by.

    >>> is_by_ear("Parkson", "Parcson"), is_by_ear("Busargin", "Busarghin")
    (True, False)
    """
    if is_by_letter(word, form) or is_transcribed(word, form) or not form[:1].isupper():
        return False
    heard = spelling_key(word)
    return any(spelling_key(base) == heard for base in {form, *base_forms(form)})


def _other_script() -> frozenset[str]:
    """Countries whose names reach other languages from another script."""
    return word_set("countries", "other script")


@lru_cache(maxsize=NAMES)
def _is_foreign_script(word: str, language: str) -> bool:
    """Whether the word bears the signs of a name from another script, or only people listed in
    such countries bear it."""
    if is_cyrillic(word) or is_slavic(word, language) or _ROMANISED.search(word):
        return True
    countries = {person.country for person in people().with_part(word)}
    return bool(countries - {"MD"}) and countries <= _other_script()


@lru_cache(maxsize=NAMES)
def _is_borne_abroad(word: str) -> bool:
    return any(person.country in _other_script() for person in people().with_part(word))


def keeps_letters(name: SourceName, place: int, language: str) -> bool:
    """Whether Romanian must spell this part of a person's name as the source does."""
    part = name.parts[place].text
    if len(part) < 4 or any(unmarked(form) != unmarked(part) for form in known_forms(part)):
        return False
    if _is_borne_abroad(part):
        return False
    return not any(_is_foreign_script(other.text, language) for other in name.parts)
