"""Names by their letters on one side and spelled out on the other: AM, a member of the Assembly.

An acronym explains the words of the other side that it may stand for, so that they are neither
missing nor added: those with a capital, those with its initials in whatever order the language
puts them (a member, one word), and a gloss in brackets behind an acronym that the other side keeps
alone. Not in German, where every noun has a capital.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from mtqa.compare.coverage.content_words import Word
from mtqa.compare.coverage.runs import Run, Side
from mtqa.compare.names.evidence import native_acronyms
from mtqa.compare.names.keys import unmarked
from mtqa.knowledge.handmade import rows

_ACRONYM = re.compile(r"\b[A-ZĂÂÎȘȚÄÖÜ]{2,7}\b")
#: So many words an acronym must explain, and so many may be left over beyond the other side's.
_LEAST, _OVER = 2, 1
#: Behind an acronym its words stand in brackets.
_GLOSS = re.compile(r"\b[A-ZĂÂÎȘȚÄÖÜ]{2,7} \(([^()]*)(?:\)|$)")


@lru_cache(maxsize=1)
def _everyday() -> frozenset[str]:
    """Acronyms of every day, which each language forms for itself: they stand for no words that
    were left out."""
    return native_acronyms() | {row["acronym"] for row in rows("acronyms") if row["kind"] == "any"}


def is_acronym(form: str) -> bool:
    """Whether the word is written in capitals as acronyms are.

    >>> is_acronym("PSD"), is_acronym("I"), is_acronym("Paris")
    (True, False, False)
    """
    return _ACRONYM.fullmatch(form) is not None


def is_spelled_out(side: Side, other: Side, run: Run) -> bool:
    """Whether letters of the other side stand for most of the words of a run.

    Args:
        side: where the run is without counterpart.
        other: the other side of the bead.
        run: the run.
    """
    lost = [side.words[i] for i in range(run.first, run.last + 1) if side.partner[i] < 0]
    here, there = side.text[side.start : side.end], other.text[other.start : other.end]
    acronyms = set() if there.isupper() else set(_ACRONYM.findall(there))
    explained = {word.start for word in _glossed(side, lost)} if acronyms else set()
    known = set(_ACRONYM.findall(here))
    glossed = {form for form in acronyms if f"({form})" in here}
    new = acronyms - known - _everyday() | glossed
    capitals = [word for word in lost if word.text[0].isupper()]
    if len(capitals) >= _LEAST and new and (glossed or len(acronyms) > len(known)):
        explained.update(word.start for word in capitals)
        initials = set(unmarked("".join(new)))
        small = (word.start for word in lost if unmarked(word.text)[0] in initials)
        explained.update([start for start in small if start not in explained][:1])
    free = sum(1 for partner in other.partner if partner < 0)
    left = len(lost) - len(explained)
    return len(explained) >= _LEAST and (left < _LEAST or left <= free + _OVER)


def _glossed(side: Side, lost: Sequence[Word]) -> list[Word]:
    """The words that stand in brackets behind an acronym, and the acronym itself."""
    ends = dict(match.span() for match in _GLOSS.finditer(side.text, side.start, side.end))
    starts = list(ends)
    places = ((word, bisect_right(starts, word.start) - 1) for word in lost)
    return [word for word, at in places if at >= 0 and word.start < ends[starts[at]]]
