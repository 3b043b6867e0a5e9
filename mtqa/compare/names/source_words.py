"""The words of a source text with their spans, what leans on them left out."""

from __future__ import annotations

import re

from mtqa.languages.tables import words as table

LETTERS = r"[^\W\d_]"
#: Letters with full stops (U.S.), but no initial glued to a surname (Al.I.Cuza); or a word.
_WORD = re.compile(
    rf"{LETTERS}(?:\.{LETTERS})+\.?(?!{LETTERS})|{LETTERS}+(?:[-\u2010\u2011'’&]{LETTERS}+|\d+)*"
)
#: The possessive, and verbs and negations that lean on a pronoun.
POSSESSIVE = re.compile(r"['’](?:[sS]|ve|m|d|ll|re|t)?$")
#: Articles, pronouns and prepositions that French and Italian elide before a word, but not what
#: begins a name itself: l'Ukraine and L'avocat, not L'Équipe or D'Artagnan.
_ELIDED = re.compile(
    rf"(?:[ldnscjmt]|qu|[dn]ell|all|dall|sull|un|quest|com|dov)['’](?={LETTERS}\w)|"
    rf"(?:[LDNSCJMT]|Qu|[DN]ell|All|Dall|Sull|Un|Quest|Com|Dov)['’](?=[^\W\d_A-ZÀ-Þ]\w)"
)


def words_of(text: str, language: str) -> tuple[tuple[int, int, str], ...]:
    """Every word with its half-open code-point span, without possessives and elided words.

    >>> words_of("Anna's", "en"), words_of("l'Ukraine", "fr")
    (((0, 4, 'Anna'),), ((2, 9, 'Ukraine'),))
    """
    found = []
    for match in _WORD.finditer(text):
        start, word = match.start(), match.group()
        if "'" not in word and "’" not in word:
            pass
        elif table(language).possessive or word[-2:] in ("'s", "’s"):
            word = POSSESSIVE.sub("", word)
        elif table(language).elides and (elided := _ELIDED.match(word)):
            start, word = start + elided.end(), word[elided.end() :]
        found.append((start, start + len(word), word))
    return tuple(found)
