"""Spellings of listed people's names: a foreign ending, a wrong letter, diacritics left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, reading
from mtqa.checks.names.translated import HOME, given_names
from mtqa.common.memory import NAMES
from mtqa.knowledge import foreign_words, people, romanian, without_marks
from mtqa.languages.ro import Token
from mtqa.languages.ro.transliteration import spelling_key
from mtqa.model import Issue, Severity


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    """Last parts of listed people's names of two parts or more."""
    return frozenset(
        spelling.rsplit(" ", 1)[1]
        for person in people()
        for spelling in person.spellings
        if " " in spelling
    )


class ForeignSuffix(Check):
    """A listed name with a foreign ending: "Eugen Polanskis" (German genitive), "Nadalen"."""

    name = "names.suffix"
    category = "name"
    severity = "major"
    confidence = 0.8

    _SWELLINGS = ("en", "s")
    _SHORTEST = 5

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            if not token.text[0].isupper() or len(token.text) < self._SHORTEST + 1:
                continue
            found = _swelled(token.text)
            if found and not self._is_excused(text, index, *found):
                base, ending = _stripped_names().get(found[0], found[0]), found[1]
                message = Message(
                    f"Foreign “-{ending}” in the name “{base}”.",
                    f"„-{ending}” străin în numele „{base}”.",
                )
                severity: Severity | None = "minor" if ending == "s" else None
                yield self.issue(view, token.start, token.end, message, base, severity=severity)

    def _is_excused(self, text: Reading, index: int, base: str, ending: str) -> bool:
        token = text.tokens[index]
        if text.ending_follows(index) or token.text.isupper():
            return True
        before, after = text.neighbour(index, -1), text.neighbour(index, 1)
        if base not in text.text.replace(token.text, ""):
            if text.counts[token.text.lower()] > 1:
                return True  # the name of somebody else
            owner = _is_owner(text, index) and not foreign_words().strengths(base)
            if ending == "s" and not (owner or _is_person(before, base)):
                return True  # many a surname and town ends so: Stubbs, Nemours
        if after is not None and after.text[0].isupper():
            return True
        if before is None or not before.text[0].isupper() or text.initial(index - 1):
            return False
        return before.text not in given_names()[1]


def _is_person(first: Token | None, surname: str) -> bool:
    """Whether a listed person bears the first name before the token and this surname."""
    return first is not None and any(
        spelling.endswith(f" {surname}")
        for person in people().with_part(first.text)
        for spelling in (person.name, *person.spellings)
    )


def _is_owner(text: Reading, index: int) -> bool:
    """Whether "lui" marks the name as a genitive, with or without a first name."""
    before = text.neighbour(index, -1)
    if before is not None and before.text in given_names()[1]:
        before = text.neighbour(index - 1, -1)
    return before is not None and before.text.lower() == "lui"


@lru_cache(maxsize=NAMES)
def _swelled(form: str) -> tuple[str, str] | None:
    """The listed surname or place inside the swelled form, and what swells it."""
    if is_listed_name(form) or foreign_words().strengths(form) or form in romanian():
        return None
    for ending in ForeignSuffix._SWELLINGS:
        for cut in range(len(form), len(form) - 4, -1):
            head = form[: cut - len(ending)]
            if not form[:cut].endswith(ending) or len(head) < 4 or head[-1:] == "s":
                continue
            base = head + form[cut:]
            if len(base) >= ForeignSuffix._SHORTEST and _is_bare_name(base, ending):
                return (base, ending) if cut == len(form) or ending != "s" else None
    return None


def _is_bare_name(base: str, ending: str) -> bool:
    """Whether the base is a surname of the news, and no first name or word that takes endings."""
    if base in given_names()[1] or not (base in _surnames() or base in _stripped_names()):
        return False
    return ending == "s" or not foreign_words().strengths(base)


class NameDiacritics(Check):
    """A Romanian name without its diacritics in a text that has them: "Tanase" for Tănase.

    Where the source writes the name so, names.source-marks has the word.
    """

    name = "names.diacritics"
    category = "name"
    needs_diacritics = True
    severity = "minor"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            full = _stripped_names().get(token.text)
            if not full or text.is_term(token.start, token.end):
                continue
            if text.in_loan_phrase(index, index):
                continue
            if re.search(rf"\b{token.text}\b", view.source_at(token.start) or ""):
                continue
            around = text.neighbour(index, -1), text.neighbour(index, 1)
            if around[0] is not None and around[0].text in _SAINTS:
                continue  # Santa Catalina
            if any(
                n is not None and n.text[0].isupper() and not people().is_part(n.text)
                for n in around
            ):
                continue  # a company: Pirelli Romania
            if text.is_marked(index) and not text.ending_follows(index):
                message = Message(
                    f"Diacritics missing in the name “{full}”.",
                    f"Lipsesc diacriticele din numele „{full}”.",
                )
                yield self.issue(view, token.start, token.end, message, full)


_SAINTS = frozenset(["San", "Santa", "Santo", "Saint", "Sainte", "Sankt", "São"])


@lru_cache(maxsize=1)
def _stripped_names() -> dict[str, str]:
    """Parts of Romanian names that have marks, by the form without them, if nobody is called so."""
    return {
        without_marks(part): part
        for person in people()
        if person.country in HOME
        for part in person.name.split()
        if without_marks(part) != part
        and part[0].isupper()
        and not people().is_part(without_marks(part))
    }


class NearPerson(Check):
    """A well-known person's surname with a wrong letter: "Vladimir Puten".

    The first name is right, and the spelling is no transliteration of the same name.
    """

    name = "names.near-person"
    category = "name"
    severity = "major"
    confidence = 0.8

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            form = text.tokens[index].text
            if len(form) < 6 or not form[0].isupper() or not form[1:].islower():
                continue
            before = text.neighbour(index, -1)
            if before is None or not people().is_part(before.text) or text.ending_follows(index):
                continue
            if text.name_beside(index, 1) or text.name_beside(index - 1, -1):
                continue
            meant = _near_person(before.text, form)
            if meant and text.counts[form.lower()] == 1:
                token = text.tokens[index]
                message = Message(
                    f"Differs by one letter from the name of {before.text} {meant}.",
                    f"Diferă cu o literă de numele {before.text} {meant}.",
                )
                yield self.issue(view, token.start, token.end, message, meant)


@lru_cache(maxsize=NAMES)
def _near_person(first: str, form: str) -> str | None:
    """The surname of the listed person with this first name from which the form differs."""
    from rapidfuzz.distance import OSA

    if is_listed_name(form):
        return None
    key = _sound(form)
    for person in people().with_part(first):
        given, _, surname = person.name.rpartition(" ")
        if person.country in HOME:
            continue  # Romanian surnames lie close together: Ionescu, Iovescu
        if given != first or len(surname) < 7 or surname[0] != form[0] or surname[-1] != form[-1]:
            continue
        if _sound(surname) == key or OSA.distance(form, surname, score_cutoff=1) != 1:
            continue
        if any(key == _sound(s.rpartition(" ")[2]) for s in person.spellings):
            continue
        return surname
    return None


def _sound(name: str) -> str:
    """The spelling key, French transliterations of Russian u included."""
    return spelling_key(name.replace("ou", "u"))


CHECKS = (ForeignSuffix, NameDiacritics, NearPerson)
