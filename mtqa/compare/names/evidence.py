"""Small questions about one word: is it a translation, a wrong form, a stranger, a title?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.names.extract import SourceName, SourceText
from mtqa.compare.names.keys import places_called, unmarked
from mtqa.compare.names.likeness import Relation, relation
from mtqa.knowledge import en_ro, people, places, romanian
from mtqa.knowledge.handmade import rows, word_set
from mtqa.knowledge.places import case_bases
from mtqa.languages.ro import Token
from mtqa.languages.ro.name_words import english_senses, german_senses
from mtqa.languages.ro.names import base_forms
from mtqa.languages.ro.transliteration import spelling_key

Fault = Literal[
    "literal",
    "near",
    "truncated",
    "swelled",
    "genitive",
    "replaced",
    "lost",
    "exonym",
    "marks",
    "invented",
    "kind",
    "order",
    "gender",
    "institution",
]
#: The words that stand for one word of a name (none where a phrase does), or None: nothing does.
Shown = list[Token] | None

#: Endings of English words for peoples and creeds, which Romanian renders freely.
_DEMONYM = re.compile(r"(?:ian|ican|ean|ish|ese|ist|crat|ite|ity|ism|Olympic)s?$|-|PhD")

#: Endings of words for peoples and languages beside the name of a place.
_PEOPLE = re.compile(r"(?:ans?|is?|ese|ic|ish|siders?|orse)$")
#: Likeness in per cent from which two names are taken for spellings of one.
_ALIKE = 65
#: First sounds that spellings confuse.
_FIRST = {"h": "k", "g": "k", "j": "i", "c": "k", "z": "s", "b": "v", "f": "v", "d": "t"}
#: Words that begin alike in so many letters may be of one stem.
_STEM = 4
#: Zipf frequency from which a Romanian word is an everyday one.
_EVERYDAY = 2.5
#: Zipf frequency from which a listed name is an ordinary word first.
_FREQUENT = 5.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is wrong with one name.

    Attributes:
        fault: the kind of error.
        start, end: half-open code-point span in the target.
        suggestion: what should stand there, ``None`` where nothing replaces the span.
        source_start, source_end: the name, or the part of it, in the source.
        certain: the evidence leaves little doubt.
        mild: a pronoun or a word for an office stands for a lost name.
        brand: the name is a firm's, a band's, a team's or a paper's.
    """

    fault: Fault
    start: int
    end: int
    suggestion: str | None
    source_start: int
    source_end: int
    certain: bool = True
    mild: bool = False
    brand: bool = False

    def overlaps(self, name: SourceName) -> bool:
        """Whether it is about words of the name."""
        return self.source_start < name.end and name.start < self.source_end


@lru_cache(maxsize=WORDS)
def translates(part: str, word: str) -> bool:
    """Whether the Romanian word is what a machine makes of the name's part as a word."""
    lower = word.lower()
    if not is_native(lower):
        return False
    lemmas = {lower, *romanian().lemmas(lower)}
    senses = {sense.rpartition(" ")[2] for sense in en_ro().translations(part.lower())}
    if not lemmas.isdisjoint(senses.union(german_senses(part), english_senses(part))):
        return True
    return part.lower() in en_ro().english(lower)


@lru_cache(maxsize=WORDS)
def is_plain_word(form: str) -> bool:
    """Whether a capitalised word is an everyday Romanian noun or adjective and nobody's name, so
    that where a surname must stand it can only be a translation of it."""
    lower = form.lower()
    if is_listed(form) or form in romanian() or romanian().frequency(lower) < _EVERYDAY:
        return False
    return any(reading.pos in ("noun", "adjective") for reading in romanian().analyses(lower))


@lru_cache(maxsize=WORDS)
def is_demonym(word: str) -> bool:
    """Whether the English word may name a people or creed: Catalan, Tory, Methodist."""
    listed = word_set("peoples", "people", "en")
    if _DEMONYM.search(word) or word in listed or (word[-1:] == "s" and word[:-1] in listed):
        return True
    return _PEOPLE.search(word) is not None and unmarked(word)[:4] in _place_beginnings()


@lru_cache(maxsize=1)
def _place_beginnings() -> frozenset[str]:
    forms = (form for place in places() for form in (place.name, *(f for _, f in place.foreign)))
    return frozenset(unmarked(form)[:4] for form in forms)


@lru_cache(maxsize=WORDS)
def is_native(word: str) -> bool:
    """Whether the word is Romanian, perhaps typed without its marks."""
    if romanian().known(word):
        return True
    lower = word.lower()
    return unmarked(word) == lower and bool(romanian().folded(lower))


def is_variant(name: str, form: str, least: float = _ALIKE) -> bool:
    """Whether two names sound alike enough to be spellings of one: Krushchev, Hrușcev."""
    from rapidfuzz.fuzz import ratio

    one, other = sound(name), sound(form)
    return _FIRST.get(one[:1], one[:1]) == _FIRST.get(other[:1], other[:1]) and (
        ratio(one, other) >= least
    )


@lru_cache(maxsize=WORDS)
def sounds_same(name: str, form: str) -> bool:
    """Whether the form is the Romanian spelling of a foreign or classical name: Aristarchus,
    Aristarh; Eskimo, Eschimo."""
    return sound(name) in (sound(form), sound(hardened(form)))


def hardened(form: str) -> str:
    """The Romanian word with the letter k for ch before e and i."""
    return re.sub(r"ch(?=[ei])", "k", form.lower())


@lru_cache(maxsize=WORDS)
def sound(word: str) -> str:
    """How the word sounds, near enough for comparing spellings."""
    plain = spelling_key(word).replace("ph", "f").replace("th", "t").replace("ou", "u")
    plain = plain.replace("kh", "h").replace("ks", "x")
    return re.sub(r"(?:us|os)$", "", plain)


@lru_cache(maxsize=1)
def native_acronyms() -> frozenset[str]:
    """What Romanian calls states, unions and things by their letters: SUA."""
    return frozenset(row["acronym"] for row in rows("acronyms") if row["kind"] == "romanian")


def is_title(word: str) -> bool:
    """Whether the word stands before names as a matter of course."""
    return word.lower() in word_set("roles", "beside a name")


@lru_cache(maxsize=WORDS)
def is_listed(word: str) -> bool:
    """Whether the capitalised word is a listed person's or place's."""
    return people().is_part(word) or places().is_place(word) or word in romanian()


@lru_cache(maxsize=WORDS)
def is_strange(word: str) -> bool:
    """Whether the capitalised word can only be a name: no Romanian word, no people's name."""
    if people().is_part(word) or places().is_place(word):
        return romanian().frequency(word) < _FREQUENT or word in romanian()
    if places().demonym(word) or word.lower() in romanian():
        return False
    return word in romanian() or not is_native(word)


@lru_cache(maxsize=WORDS)
def is_wrong_form(word: str, fault: Relation, *, framed: bool, initial: bool) -> bool:
    """Whether a word that looks like a name of the source is no word or name of its own."""
    if initial and is_native(word) and not framed:
        return False
    if framed or fault == "genitive":
        return True
    if fault == "swelled" and (is_listed(word) or is_native(word)):
        return False
    if fault in ("swelled", "truncated") and len(word) > 2 and not initial:
        return True
    return not is_listed(word) and not is_native(word)


def is_common_stem(word: str, keys: frozenset[str]) -> bool:
    """Whether a word of the source begins as this one does."""
    return unmarked(word)[:_STEM] in _beginnings(keys)


@lru_cache(maxsize=8)
def _beginnings(keys: frozenset[str]) -> frozenset[str]:
    """What the words begin with, in up to four letters."""
    return frozenset(key[:length] for key in keys for length in range(_STEM + 1))


def is_explained_by(word: str, keys: frozenset[str]) -> bool:
    """Whether the Romanian word is a translation or a cognate of one of the source's words."""
    if len(word) < 3 or word in native_acronyms() or is_common_stem(word, keys):
        return True
    lower = word.lower()
    return any(
        unmarked(sense) in keys
        for lemma in {lower, *romanian().lemmas(lower)}
        for sense in en_ro().english(lemma)
    )


def is_place(word: str) -> bool:
    """Whether the word is a listed place, in any case form."""
    return places().is_place(word)


@lru_cache(maxsize=NAMES)
def is_state(word: str) -> bool:
    """Whether the word, in any case form, is a country, which a translator may add at will."""
    return any(
        entry.curated and entry.kind == "country"
        for base in base_forms(word)
        for entry in places_called(base)
    )


@lru_cache(maxsize=NAMES)
def is_common_place(word: str) -> bool:
    """Whether the word, in any case form, is a place of the hand-made list, which may be added."""
    bases = {*base_forms(word), *case_bases(word)}
    return any(entry.curated for base in bases for entry in places_called(base))


@lru_cache(maxsize=NAMES)
def is_mere_place(name: str) -> bool:
    """Whether the name is a listed place's and nobody's."""
    return is_common_place(name) and not any(people().is_part(word) for word in name.split())


@lru_cache(maxsize=NAMES)
def homelands(word: str) -> frozenset[str]:
    """Keys of the Romanian names of the places that the English word, or its people, names.

    >>> "grecia" in homelands("Greek")
    True
    """
    found: set[str] = set()
    for sense in en_ro().translations(word):
        place = places().demonym(sense.rpartition(" ")[2])
        if place is not None:
            for form in (place.name, *place.accepted):
                found.update(map(unmarked, form.split()))
    for entry in places_called(word):
        place = places().get(entry.name)
        for form in (entry.name, *(place.accepted if place else ())):
            found.update(map(unmarked, form.split()))
    return frozenset(found)


@lru_cache(maxsize=WORDS)
def is_cognate(part: str, word: str) -> bool:
    """Whether the Romanian word is the source's word with another ending: Guardian, Gardianul."""
    from rapidfuzz.distance import OSA

    lemmas = romanian().lemmas(word.lower())
    return len(part) > 5 and any(OSA.distance(part.lower(), lemma) < 2 for lemma in lemmas)


#: Places that no Romanian paper leaves in their foreign form.
_TURNED = frozenset(["country", "capital", "city", "region", "continent", "river", "sea"])


@lru_cache(maxsize=NAMES)
def exonym(word: str, language: str) -> str | None:
    """The Romanian name of a place of which no Romanian paper keeps the foreign one."""
    found = places_called(word)
    entries = [entry for entry in found if entry.curated]
    if any(entry.language == "ro" for entry in found) or people().is_part(word):
        return None
    if len({entry.name for entry in entries}) != 1 or entries[0].kind not in _TURNED:
        return None
    if entries[0].language not in (language, "en") or word in romanian():
        return None
    name = entries[0].name
    return None if unmarked(name)[:-1] == unmarked(word)[:-1] else name


def is_german_genitive(name: SourceName, place: int, source: SourceText) -> bool:
    """Whether the part bears the German genitive: "Eugen Polanskis Elf", "Merkels Kabinett"."""
    text = name.parts[place].text
    if not text.endswith("s") or text.endswith("ss") or len(text) < 5 or people().is_part(text):
        return False
    following = name.parts[place + 1 : place + 2]
    if not following or not following[0].common or name.parts[place].common:
        return False
    if places_called(name.text[: name.parts[place].end - name.start]):
        return False
    return people().is_part(text[:-1]) or source.has_name(text[:-1])


@lru_cache(maxsize=NAMES)
def is_swelled(word: str, form: str) -> bool:
    """Whether the form is the word with letters behind it that make no Romanian word."""
    if relation(word, form) != "swelled" or word.isupper():
        return False
    return not is_native(form) and not is_listed(form) and form[-1] not in "aeiău"


@lru_cache(maxsize=1)
def _marked() -> dict[str, str]:
    """Romanian names that are written with marks and never without, by their bare form."""
    marked: dict[str, str] = {}
    bare: set[str] = set()
    for person in people():
        home = person.country in ("RO", "MD")
        for part in (part for spelling in person.spellings for part in spelling.split()):
            if home and unmarked(part) != part.casefold() and len(part) > 4:
                marked[unmarked(part)] = part
            elif unmarked(part) == part.casefold():
                bare.add(unmarked(part))
    return {key: name for key, name in marked.items() if key not in bare}


MARKS = re.compile("[ăâîșțşţ]", re.IGNORECASE)


def native_marks(word: str, form: str) -> str | None:
    """The Romanian name with its marks, if the target's form has lost them.

    Args:
        word: as the source has it, with or without marks.
        form: as the target has it.
    """
    if unmarked(form) != form.casefold() or unmarked(word) != form.casefold():
        return None
    if MARKS.search(word):
        return word
    right = _marked().get(form.casefold())
    return right if right and form not in romanian() else None
