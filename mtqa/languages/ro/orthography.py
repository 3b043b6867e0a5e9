"""Which spelling a text follows: diacritics or none, comma or cedilla, both norms of î/â.

About a quarter of Romanian web text is typed without diacritics, and older systems write the
Turkish letters ş, ţ for ș, ț. Both are habits of a whole text, so they are judged per article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import foreign_words, romanian
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.spelling import comma, without_marks
from mtqa.languages.ro.letters import LETTER

_LETTERS = re.compile(LETTER)
#: Marks that even text typed without diacritics has: some newsrooms correct these words, and only
#: these, by machine.
_AUTOCORRECTED = re.compile(r"(?i)(?<![\w])(?:în|și|şi|într)(?![\w])")

#: So many letters without a single mark are a habit, whatever the words are: Romanian that is
#: written with diacritics has one in each 17 letters or so.
_ENOUGH_LETTERS = 300
_WORD = re.compile(rf"{LETTER}{{3,}}")

#: Text with ș, ț for the legacy ş, ţ; same length, so offsets hold.
to_comma = comma
#: Text without the Romanian diacritics; same length, so offsets hold.
strip_marks = without_marks


@lru_cache(maxsize=1)
def _witnesses() -> re.Pattern[str]:
    """Words that are never Romanian without their marks: the quickest witnesses of stripped
    text."""
    forms = "|".join(row["bare"] for row in rows("stripped") if row["kind"] == "witness")
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Orthography:
    """The spelling habit of one text.

    Attributes:
        bare: the text is written without diacritics throughout.
        cedillas: number of legacy letters ş, ţ.
        commas: number of letters ș, ț.
    """

    bare: bool
    cedillas: int
    commas: int

    @classmethod
    def of(cls, text: str) -> Orthography:
        """Judge ``text``."""
        marked = sum(map(text.count, _MARKS))
        cedillas = sum(map(text.count, "şţŞŢ"))
        commas = sum(map(text.count, "șțȘȚ"))
        return cls(_is_bare(text, marked), cedillas, commas)


_MARKS = "ăâîșțşţĂÂÎȘȚŞŢ"


def _is_bare(text: str, marked: int) -> bool:
    """Whether a text with ``marked`` marked letters was typed without diacritics."""
    if marked > 0.03 * len(text):
        return False
    if marked:
        marked -= len(_AUTOCORRECTED.findall(text))
    witnesses = len(_witnesses().findall(text))
    if marked == 0:
        return witnesses > 0 or _lacks_marks(text)
    # a bare text has the odd marked name; a marked text has the odd word typed without
    return 2 * witnesses > marked


def _lacks_marks(text: str) -> bool:
    """Whether a text without any mark lost them: it is long, or has a word that needs one."""
    if sum(1 for _ in _LETTERS.finditer(text)) >= _ENOUGH_LETTERS:
        return True
    return lacks_some(text)


def lacks_some(text: str) -> bool:
    """Whether a word of the text is one of Romanian only once it is marked."""
    return any(map(_needs_mark, _WORD.findall(text)))


@lru_cache(maxsize=WORDS)
def _needs_mark(word: str) -> bool:
    """Whether a word in lower case is of no dictionary, and one of Romanian once it is marked."""
    if not word.islower() or romanian().known(word) or foreign_words().strengths(word):
        return False
    # the article of a noun that is listed without it: parapanta, parapantă
    return any(form[-1] != "ă" or form[:-1] != word[:-1] for form in romanian().folded(word))
