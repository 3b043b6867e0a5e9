"""How checks on the tree name what should agree, and the forms that do."""

from __future__ import annotations

from mtqa.checks.base import Message
from mtqa.languages.ro.agreement import DIRECT, cells
from mtqa.languages.ro.inflected import adjective
from mtqa.languages.ro.parse import Word

_GENDERS = {"f": ("feminine", "feminin"), "m": ("masculine", "masculin"), "n": ("neuter", "neutru")}
_NUMBERS = {"s": "singular", "p": "plural"}


def named(word: Word, mask: int) -> Message:
    """A word with its gender and number, where there is no doubt: ``“ușa” (feminine singular)``."""
    for number, said in _NUMBERS.items():
        for gender, (english, romanian) in _GENDERS.items():
            if mask and not mask & ~cells(gender, number):
                return Message(
                    f"“{word.text}” ({english} {said})", f"„{word.text}” ({romanian} {said})"
                )
        if mask and not mask & ~cells(numbers=number):
            return Message(f"“{word.text}” ({said})", f"„{word.text}” ({said})")
    return Message(f"“{word.text}”", f"„{word.text}”")


def as_written(model: str, form: str | None) -> str | None:
    """The form with a capital where the word that it stands for has one."""
    return form and (form[0].upper() + form[1:] if model[:1].isupper() else form)


def agreeing(word: Word, mask: int) -> str | None:
    """The form of an adjective or participle that agrees with cells; None if there is a choice."""
    form, oblique = word.text.lower(), not mask & DIRECT
    found = {
        adjective(form, "m" if (gender, number) in _MASCULINE else "f", number, oblique=oblique)
        for gender in "mnf"
        for number in "sp"
        if mask & cells(gender, number)
    }
    return as_written(word.text, found.pop()) if len(found) == 1 else None


#: What masculine forms of adjectives go with; feminine forms go with the rest.
_MASCULINE = (("m", "s"), ("n", "s"), ("m", "p"))

__all__ = ["agreeing", "as_written", "named"]
