"""Which spelling a text follows: diacritics or none, comma or cedilla, both norms of î/â.

About a quarter of Romanian web text is typed without diacritics, and older systems write the
Turkish letters ş, ţ for ș, ț. Both are habits of a whole text, so they are judged per article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from mtqa.knowledge.handmade import rows
from mtqa.knowledge.spelling import comma, without_marks
from mtqa.languages.ro.letters import LETTER

_LETTERS = re.compile(LETTER)
#: Marks that even text typed without diacritics has: some newsrooms correct these words, and only
#: these, by machine.
_AUTOCORRECTED = re.compile(r"(?i)(?<![\w])(?:în|și|şi|într)(?![\w])")

#: Fewer letters than this say nothing about the writer's habit.
_ENOUGH_LETTERS = 60

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
        letters = sum(1 for _ in _LETTERS.finditer(text))
        return letters >= _ENOUGH_LETTERS or witnesses > 0
    # a bare text has the odd marked name; a marked text has the odd word typed without
    return 2 * witnesses > marked
