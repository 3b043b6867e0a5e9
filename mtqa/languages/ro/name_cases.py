"""One case form of a name for another's: ``Kiewului`` for Kiev is ``Kievului``.

:mod:`mtqa.languages.ro.names` says which forms may be a name's; here each form has its slot, so
that the same slot of another name can be given back.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from mtqa.common.memory import NAMES
from mtqa.languages.ro.names import case_forms

#: Nominative without article, with it (Kievul), genitive and dative (Kievului, Moscovei), and the
#: indefinite form of a name in -a (o Moscovă).
Slot = Literal["base", "definite", "genitive", "indefinite"]

_ENDINGS: dict[str, Slot] = {"ul": "definite", "l": "definite", "ului": "genitive",
                             "lui": "genitive"}  # fmt: skip
_GENITIVES = ("ei", "ii", "ăi")
_HYPHENATED = frozenset("eioyéíóúáàèìòùöüőű")


@lru_cache(maxsize=NAMES)
def slots(name: str) -> dict[str, Slot]:
    """The case forms of one word of a name, each with its slot; plurals and vocatives left out.

    >>> slots("Kiev")["Kievului"]
    'genitive'
    >>> slots("Moscova")["Moscovei"]
    'genitive'
    """
    found: dict[str, Slot] = {name: "base"}
    for form in case_forms(name) - {name}:
        if form.startswith(name):
            slot = _ENDINGS.get(form[len(name) :].lstrip("-"))
            if slot:
                found[form] = slot
        if name[-1:] == "a" and form not in found:
            if form.endswith(_GENITIVES):
                found[form] = "genitive"
            elif form == name[:-1] + "ă":
                found[form] = "indefinite"
    if name[-1:] == "e":
        found |= {name + "i": "genitive", name[:-1] + "ei": "genitive"}
    if name[-2:] == "ca":
        found[name[:-1] + "ii"] = "genitive"
    if name[-1:] == "ă":
        found |= {name[:-1] + "a": "definite", name[:-1] + "ei": "genitive"}
    return found


def slot_of(form: str, *bases: str) -> Slot:
    """The case of a form of a name that may have one of these nominatives, told by its ending
    where it is a form of none.

    >>> slot_of("Kyivului", "Kiev", "Kyiv"), slot_of("Bielorusiei", "Belarus")
    ('genitive', 'genitive')
    """
    for base in bases:
        found = slots(base).get(form)
        if found:
            return found
    return "genitive" if form.endswith(("ului", "ei", "iei")) else "base"


def in_slot(name: str, slot: Slot, *, like: str = "", person: bool = False) -> str:
    """The form of a word of a name in a slot.

    Args:
        name: the word in the nominative.
        slot: the case wanted.
        like: a form of another name; if it takes its ending after a hyphen, so does this one.
        person: a foreign name of a person, which takes ``lui`` in front.

    >>> in_slot("Kiev", "genitive")
    'Kievului'
    >>> in_slot("Moscova", "genitive", like="Moskaului")
    'Moscovei'
    """
    if slot == "base":
        return name
    last = name[-1:].lower()
    if person and slot == "genitive" and last != "a":
        return f"lui {name}"
    if last in "aă":
        return name[:-1] + _feminine(name, slot, person)
    if slot == "indefinite":
        return name
    ending = "ul" if slot == "definite" else "ului"
    if last == "u":
        return name + ending[1:]
    return f"{name}-{ending}" if "-" in like or last in _HYPHENATED else name + ending


def _feminine(name: str, slot: Slot, person: bool) -> str:
    """What takes the place of the final vowel."""
    if slot == "indefinite":
        return "ă"
    if slot == "definite":
        return "a"
    stem = name[:-1]
    if stem.endswith("e"):
        return "i"  # Coreea, Coreei
    if stem.endswith("c") and not person:
        return "ii"  # America, Americii, but Anca, Ancăi
    return "ăi" if stem.endswith(("c", "g")) else "ei"
