"""Another form of a word: ``anunțate`` for anunțat where a feminine plural is wanted.

The dictionary analyses forms and lists none by lemma; the forms that begin alike are looked
through for the one with the tag wanted.
"""

from __future__ import annotations

from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.knowledge import Analysis, romanian

#: Letters that forms of a lemma must share at least; below that too many words begin alike.
_SHARED = 2
#: A form is longer than another by no more letters than this.
_LONGER = 6
#: Forms whose parts share no beginning.
_IRREGULAR = (
    "a au", "-a -au", "va vor", "este sunt", "e sunt", "era erau", "fusese fuseseră", "fu fură",
    "poate pot", "moare mor", "doare dor", "vine vin", "ia iau", "dă dau", "stă stau", "bea beau",
    "vrea vor", "are au",
)  # fmt: skip
_PAIRS = [(pair.split()[0], pair.split()[1]) for pair in _IRREGULAR]
#: Each form to that of the other number; the first row of a plural counts (au: a, vor: va).
_OTHER = {many: one for one, many in reversed(_PAIRS)} | dict(_PAIRS)


def verb(form: str, person: int, number: str) -> str | None:
    """The form of the verb in the same mood and tense for another person; None if not found.

    Args:
        form: finite, in lower case.
        person: 1, 2 or 3.
        number: ``s`` or ``p``.

    >>> verb("lovește", 3, "p")
    'lovesc'
    """
    if person == 3 and form in _OTHER:
        return _OTHER[form]
    for reading in romanian().analyses(form):
        tag = reading.tag
        if reading.pos == "verb" and reading.person:
            wanted = f"{tag[:2]}{number}{person}{tag[4:]}"
            found = _form(form, reading.lemma, wanted)
            if found:
                return found
    return None


def adjective(form: str, gender: str, number: str, *, oblique: bool = False) -> str | None:
    """The form of an adjective or participle, as definite as it is; None if not found.

    Args:
        form: in lower case.
        gender: ``m`` or ``f``.
        number: ``s`` or ``p``.
        oblique: whether genitive or dative is wanted.

    >>> adjective("anunțat", "f", "p")
    'anunțate'
    """
    for reading in romanian().analyses(form):
        if reading.pos != "adjective" and reading.mood != "participle":
            continue
        tag = f"{reading.tag[0]}{gender}{number}{reading.tag[3:]}"
        if reading.tag[4] in "ag":
            tag = f"{tag[:4]}{'g' if oblique else 'a'}{tag[5:]}"
        if oblique and not reading.definite and (gender, number) == ("f", "s"):
            tag = f"{tag[:2]}p{tag[3:4]}a{tag[5:]}" if tag[0] == "A" else f"{tag[:2]}p{tag[3:]}"
        elif oblique and not reading.definite and tag[4] == "g":
            tag = f"{tag[:4]}a{tag[5:]}"
        found = _form(form, reading.lemma, tag)
        if found:
            return found
    return None


@lru_cache(maxsize=NAMES)
def _form(form: str, lemma: str, tag: str) -> str | None:
    """The form of the lemma with exactly this tag; `form` is another form of it."""
    shared = next((n for n, (a, b) in enumerate(zip(form, lemma, strict=False)) if a != b), None)
    start = form[: min(len(form), len(lemma)) if shared is None else shared]
    wanted = Analysis(lemma, tag)
    for stem in dict.fromkeys((form[:4], start, start[:-1], form[:3])):
        if len(stem) < _SHARED + (stem != start):
            continue
        found = list(romanian().forms(wanted, stem, len(form) + _LONGER))
        if found:
            return max(found, key=lambda one: (romanian().frequency(one), one))
    return None
