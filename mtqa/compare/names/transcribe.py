"""Russian and Ukrainian surnames as Romanian papers transcribe them: Кравцов, Kravțov."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.languages.tables import letters

#: Endings that only Slavic surnames have, in the nominative.
_MASCULINE = re.compile(r"\w\w(?:[оеё]в|[сц]ь?кий|енко|[чщ]ук|[рлн]юк)$")
_FEMININE = re.compile(r"\w\w(?:[оеё]ва|[сц]кая|[сц]ька|енко|[чщ]ук|[рлн]юк)$")
#: Letters, by what stands before and after them where that matters, the first that fits.
_RULES = (
    ("щ(?=[еиіїйє])", "șc"), ("щ", "șci"), ("ч(?=[еиіїйє])", "c"), ("ч(?=а)", "ce"), ("ч", "ci"),
    ("[иі]й$|ый$", "i"), ("ье", "ie"), ("ьо", "io"), ("(?<=[чшщж])ё", "o"), ("(?<=ц)и", "î"),
    ("ё", "io"), ("є", "ie"), ("я", "ia"), ("ю", "iu"), ("ж", "j"), ("ш", "ș"), ("ц", "ț"),
    ("х", "h"), ("ґ", "g"), ("[ьъ’']", ""), ("ы", "î"), ("[иіїй]", "i"), ("[еэ]", "e"),
)  # fmt: skip
_PLAIN = dict(zip("абвдзклмнопрстуф", "abvdzklmnoprstuf", strict=True))
_LETTERS = re.compile("|".join(f"({letters})" for letters, _ in _RULES) + r"|г|\w")


def is_slavic_surname(given: str, surname: str) -> bool:
    """Whether a Cyrillic surname beside a given name is Slavic for sure and in the nominative.

    >>> is_slavic_surname("Алексей", "Кравцов"), is_slavic_surname("Алексея", "Кравцова")
    (True, False)
    >>> is_slavic_surname("Ольга", "Завьялова")
    True
    """
    lower = surname.lower()
    if given[-1:].lower() in ("а", "я"):
        return given.lower()[-2:] not in ("ея", "ия") and bool(_FEMININE.search(lower))
    return given[-1:].lower() not in ("ы", "и", "у", "ю", "е", "м", "о") and bool(
        _MASCULINE.search(lower)
    )


@lru_cache(maxsize=NAMES)
def transcribed(word: str, language: str) -> str:
    """The Cyrillic word as Romanian papers transcribe it.

    >>> transcribed("Хрущёв", "ru"), transcribed("Георгиев", "ru"), transcribed("Гнатюк", "uk")
    ('Hrușciov', 'Gheorghiev', 'Hnatiuk')
    """
    lower = word.lower()
    plain = _LETTERS.sub(lambda match: _sound(match, lower, language), lower)
    return plain.capitalize() if word[:1].isupper() else plain


def _sound(match: re.Match[str], word: str, language: str) -> str:
    letter = match.group()
    if match.lastindex:
        return _RULES[match.lastindex - 1][1]
    if letter == "г":
        soft = word[match.end() : match.end() + 1] in tuple("еиіїєё")
        return "h" if letters(language).h_for_g else "gh" if soft else "g"
    return _PLAIN.get(letter, letter)
