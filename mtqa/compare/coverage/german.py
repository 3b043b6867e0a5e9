"""German words by the English words they mean: the list, seen through endings and compounds.

German inflects, takes prefixes apart and joins nouns; a form is looked up as it stands, by its
stem (endings as in Caumanns 1999, umlauts and the ge- of participles taken away), and a compound
by its last part that the list has, and its first.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import WORDS
from mtqa.knowledge import foreign_words
from mtqa.knowledge.handmade import rows

_ENDINGS = ("ern", "em", "en", "er", "es", "e", "n", "s", "st", "test", "ten", "tet", "te", "t")
_PLAIN = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "s"})
_SHORTEST = 3
#: A part of a compound has so many letters at least.
_PART = 4
_PREFIXES = ("aus", "auf", "ab", "an", "ein", "vor", "zu", "nach", "weg", "hin", "her", "um", "mit")


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    return {row["german"]: tuple(row["english"].split("|")) for row in rows("german")}


@lru_cache(maxsize=1)
def _stems() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for form, english in _table().items():
        for stem in set(stems(form)):
            found.setdefault(stem, english)
    return found


def stems(form: str) -> Iterator[str]:
    """The stem of a form, then what is left without the ge- of a participle."""
    plain = form.lower().replace("ss", "s").translate(_PLAIN)
    for _ in range(2):
        cut = max((e for e in _ENDINGS if plain.endswith(e)), key=len, default="")
        if not cut or len(plain) - len(cut) < _SHORTEST:
            break
        plain = plain[: -len(cut)]
    yield plain
    if plain.startswith("ge") and len(plain) > _SHORTEST + 2:
        yield plain[2:]
    for prefix in _PREFIXES:
        if plain.startswith(prefix + "ge") and len(plain) > len(prefix) + 4:
            yield prefix + plain[len(prefix) + 2 :]
        if plain.startswith(prefix + "zu") and len(plain) > len(prefix) + 4:
            yield prefix + plain[len(prefix) + 2 :]


@lru_cache(maxsize=WORDS)
def english(form: str) -> tuple[str, ...]:
    """English words for the German form; empty where neither it nor a part is listed."""
    found = _simple(form)
    return found or _compound(form.lower())


def _simple(form: str) -> tuple[str, ...]:
    lower = form.lower()
    direct = _direct(lower) or (_direct(lower[2:]) if _is_participle(lower) else ())
    if direct:
        return direct
    for stem in stems(form):
        if stem in _stems():
            return _stems()[stem]
    return ()


def _is_participle(form: str) -> bool:
    """Whether the form looks like the participle of a weak verb: geöffnet, gearbeitet."""
    return form.startswith("ge") and form.endswith("t") and len(form) > 2 * _SHORTEST


def _direct(form: str) -> tuple[str, ...]:
    """What the list gives for the form itself, or with another ending."""
    table = _table()
    if form in table:
        return table[form]
    for ending in _ENDINGS:
        base = form.removesuffix(ending)
        if base == form or len(base) < _SHORTEST:
            continue
        for listed in (base, base + "e", base + "en", base + "n"):
            if listed in table:
                return table[listed]
    return ()


def _compound(form: str) -> tuple[str, ...]:
    """What the parts of a compound mean: both must be words, the last one a listed one."""
    for cut in range(_PART, len(form) - _PART + 1):
        last = _direct(form[cut:])
        if last:
            first = _direct(form[:cut]) or _direct(form[:cut].removesuffix("s"))
            if first or foreign_words().strength(form[:cut].removesuffix("s"), "de"):
                return (*last, *first)
    return ()
