"""What a name may be the name of: a person, a place, an organisation, a work, a product."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from mtqa.common.memory import WORDS
from mtqa.compare.names.keys import is_cyrillic, places_called, romanised
from mtqa.knowledge import institutions, media, people
from mtqa.languages.ro.transliteration import strip_accents
from mtqa.languages.tables import names, words

if TYPE_CHECKING:
    from mtqa.compare.names.extract import Part

Kind = Literal["person", "place", "organisation", "work", "product", "acronym", "name"]

#: Entity labels of the common spaCy pipelines.
LABELS: dict[str, Kind] = {
    "PERSON": "person", "PER": "person", "persName": "person", "GPE": "place", "LOC": "place",
    "FAC": "place", "FACILITY": "place", "ORG": "organisation", "ORGANIZATION": "organisation",
    "WORK_OF_ART": "work", "PRODUCT": "product",
}  # fmt: skip


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """First parts of listed people's names."""
    return frozenset(
        spelling.split()[0] for person in people() for spelling in person.spellings
        if " " in spelling
    )  # fmt: skip


@lru_cache(maxsize=WORDS)
def is_given(word: str) -> bool:
    """Whether listed people bear it as given name, in whatever letters and with any marks."""
    if is_cyrillic(word):
        return romanised(word) in given_names()
    return word in given_names() or strip_accents(word) in given_names()


@lru_cache(maxsize=1)
def _media() -> frozenset[str]:
    names = {medium.name for medium in media()}
    return frozenset(names | {name.removeprefix("The ") for name in names})


def is_medium(text: str) -> bool:
    """Whether this is the title of a listed newspaper, agency or network, its article apart."""
    return text in _media()


@lru_cache(maxsize=1)
def _institutions() -> frozenset[str]:
    return frozenset(item.english for item in institutions())


def is_given_alone(parts: tuple[Part, ...], language: str) -> bool:
    """Whether a given name and one word more stand inside a sentence, in a language that has no
    other capitals there: "la pianiste Claire Fontaine"."""
    if language == "en" or words(language).capital_nouns or len(parts) != 2:
        return False
    given = parts[-1] if names(language).surname_first else parts[0]
    joined = parts[1].start - parts[0].end == 1
    return joined and not parts[0].initial and is_given(given.text)


def kind_of(text: str, parts: tuple[Part, ...]) -> Kind:
    """What the name may be the name of, by the lists and by its words."""
    if len(parts) == 1 and parts[0].acronym:
        return "acronym"
    if is_medium(text) and not people().find(text):
        return "work"
    if text in _institutions():
        return "organisation"
    if is_cyrillic(text):
        return "name"
    if any(entry.curated for entry in places_called(text)):
        return "place"
    plain = text.split()
    given = 2 <= len(parts) <= 4 and len(plain) == len(parts) and is_given(parts[0].text)
    if given and not all(part.common for part in parts):
        return "person"
    if people().find(text):
        return "person"
    if places_called(text):
        return "place"
    if any(part.common for part in parts):
        return "organisation"
    return "name"
