"""Foreign names as Hungarian transcribes them: Dzsongun for Jong-un, Dzsavad for Javad.

Hungarians keep their own spelling everywhere, and no Hungarian name has ``dzs``, which stands for
the j of other languages; so a name with it has come from elsewhere.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.compare.names.keys import unmarked

#: Letters for sounds that other languages write otherwise, the longest first.
_LETTERS = (("dzs", "j"), ("cs", "ch"), ("sz", "s"), ("s", "sh"), ("j", "y"))
_CASES = re.compile(
    r"(?:[oea]?t|n[ae]k|v[ae]l|b[ae]n|b[ae]|r[ae]|r[oó]l|t[oó]l|b[oó]l|n[ae]l|h[oe]z|ert)$"
)


@lru_cache(maxsize=NAMES)
def from_hungarian(word: str) -> frozenset[str]:
    """What a Hungarian transcription stands for, without case endings, marks and capitals.

    >>> "jongun" in from_hungarian("Dzsongunt"), from_hungarian("Szalontai")
    (True, frozenset())
    """
    plain = unmarked(word)
    if "dzs" not in plain:
        return frozenset()
    found = set()
    for base in {plain, _CASES.sub("", plain)}:
        sounds = base
        for letters, sound in _LETTERS:
            sounds = sounds.replace(letters, sound.upper())
        found.add(sounds.lower())
    return frozenset(form for form in found if len(form) > 3)
