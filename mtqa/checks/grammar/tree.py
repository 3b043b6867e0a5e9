"""The common part of checks on the tree, and how they name what should agree."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from mtqa.checks.base import Check, Message, View
from mtqa.languages.ro.agreement import DIRECT, cells
from mtqa.languages.ro.inflected import adjective
from mtqa.languages.ro.parse import Parse, Word
from mtqa.model import Issue


class TreeCheck(Check):
    """A check that reads the tree; silent in texts typed without diacritics.

    Without its marks nearly every form is another word's, and what the parser makes of it is a
    guess.
    """

    category = "grammar"
    needs_parser = True
    needs_diacritics = True

    def find(self, view: View) -> Iterator[Issue]:
        parse = view.target.analysis
        if parse is None or view.target.orthography.bare:
            return iter(())
        return self.search(view, parse)

    @abstractmethod
    def search(self, view: View, parse: Parse) -> Iterator[Issue]:
        """The issues of one article with this tree."""


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

__all__ = ["TreeCheck", "agreeing", "as_written", "named"]
