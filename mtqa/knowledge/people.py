"""People, institutions, media and loanwords of the news, from the hand-made lists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from mtqa.knowledge.handmade import FOLDER, rows


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the news.

    Attributes:
        name: as Romanian papers write it.
        variants: other spellings in use in Romania, none of them an error.
        gender: ``m``, ``f`` or ``x``.
        country: ISO 3166-1 code.
        role: a broad field such as politician, football, culture.
    """

    name: str
    variants: tuple[str, ...]
    gender: str
    country: str
    role: str

    @property
    def spellings(self) -> tuple[str, ...]:
        """The name and its variants."""
        return (self.name, *self.variants)


class People:
    """The listed people, by full name and by any part of it (exact, with capitals and marks)."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._all = tuple(people)
        self._full: dict[str, list[Person]] = {}
        self._parts: dict[str, list[Person]] = {}
        for person in self._all:
            parts = set()
            for spelling in person.spellings:
                self._full.setdefault(spelling, []).append(person)
                parts.update(spelling.split())
            for part in parts:
                if part[0].isupper():
                    self._parts.setdefault(part, []).append(person)

    def __iter__(self) -> Iterator[Person]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def find(self, name: str) -> tuple[Person, ...]:
        """The people with this full name, in any listed spelling."""
        return tuple(self._full.get(name, ()))

    def with_part(self, part: str) -> tuple[Person, ...]:
        """The people of whose name `part` (``Putin``, ``Jong``) is a word."""
        return tuple(self._parts.get(part, ()))

    def is_part(self, word: str) -> bool:
        """Whether the word is part of a listed person's name."""
        return word in self._parts


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution: its English name, the Romanian one, their acronyms (or ``""``), a kind."""

    english: str
    romanian: str
    english_acronym: str
    romanian_acronym: str
    kind: str


@dataclass(frozen=True, slots=True)
class Medium:
    """A newspaper, agency, network or platform, which Romanian leaves untranslated."""

    name: str
    country: str
    kind: str
    short_forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loanword:
    """A foreign word or phrase that Romanian news uses: its language code(s) and its field."""

    form: str
    origin: str
    note: str


@lru_cache(maxsize=1)
def people(folder: Path = FOLDER) -> People:
    """The people of ``people.tsv``."""
    return People(
        Person(row["name"], _split(row["variants"]), row["gender"], row["country"], row["role"])
        for row in rows("people", folder)
    )


@lru_cache(maxsize=1)
def institutions(folder: Path = FOLDER) -> tuple[Institution, ...]:
    """The institutions of ``institutions.tsv``; one English name may have several rows."""
    return tuple(
        Institution(row["en"], row["ro"], row["acronym_en"], row["acronym_ro"], row["kind"])
        for row in rows("institutions", folder)
    )


@lru_cache(maxsize=1)
def media(folder: Path = FOLDER) -> tuple[Medium, ...]:
    """The media of ``media.tsv``."""
    return tuple(
        Medium(row["name"], row["country"], row["kind"], _split(row["short_forms"]))
        for row in rows("media", folder)
    )


@lru_cache(maxsize=1)
def loanwords(folder: Path = FOLDER) -> dict[str, Loanword]:
    """The accepted loanwords of ``loanwords.tsv`` by form, inflected forms and phrases included."""
    return {
        row["form"]: Loanword(row["form"], row["origin"], row["note"])
        for row in rows("loanwords", folder)
    }


def _split(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())
