"""What Romanian news may make of a source's name: its accepted forms, looked up in a target."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property, lru_cache

from mtqa.common.memory import NAMES, WORDS
from mtqa.compare.names.history import historical
from mtqa.compare.names.keys import (
    american,
    places_called,
    romanised,
    source_keys,
    target_keys,
    unmarked,
)
from mtqa.knowledge import Institution, en_ro, institutions, people, places, romanian
from mtqa.knowledge.handmade import rows
from mtqa.languages.ro import Token
from mtqa.languages.tables import names


def _feminine(word: str) -> tuple[str, ...]:
    """The other singular forms of a feminine name in -ă: Zeelandă, Zeelande, Zeelandei."""
    return tuple(word[:-1] + ending for ending in ("a", "e", "ei")) if word[-1:] == "ă" else ()


class TargetText:
    """The words of a stretch of Romanian, by their keys.

    Args:
        tokens: the words in reading order.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.tokens = tuple([token for token in tokens if token.text[:1].isalnum()])

    @cached_property
    def keys(self) -> dict[str, list[Token]]:
        """The words with a capital, and the longer ones in lower case, by their keys."""
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            text = token.text
            if text[0].isupper() or len(text) > 4:
                for key in target_keys(text):
                    found.setdefault(key, []).append(token)
        return found

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The words in lower case without any mark."""
        return tuple([unmarked(token.text) for token in self.tokens])

    @cached_property
    def places(self) -> dict[int, int]:
        """The number of the word that begins at an offset."""
        return {token.start: number for number, token in enumerate(self.tokens)}

    @cached_property
    def capitals(self) -> tuple[Token, ...]:
        """The words with a capital."""
        return tuple([token for token in self.tokens if token.text[0].isupper()])

    @cached_property
    def lemmas(self) -> dict[str, list[Token]]:
        """The words by their lemmas and by themselves in lower case."""
        found: dict[str, list[Token]] = {}
        for token in self.tokens:
            lower = token.text.lower()
            for lemma in {lower, *romanian().lemmas(lower)}:
                found.setdefault(lemma, []).append(token)
        return found

    def with_keys(self, keys: Iterable[str]) -> list[Token]:
        """The words that share one of the keys; in lower case only longer ones."""
        known = self.keys
        return [token for key in keys if key in known for token in known[key]]

    def forms_of(self, word: str) -> list[Token]:
        """The forms of a Romanian word, or the case forms of a name."""
        lower = word.lower()
        lemmas = {lower, *romanian().lemmas(lower)}
        found = [token for lemma in lemmas for token in self.lemmas.get(lemma, ())]
        return found or self.with_keys(
            key for form in (word, *_feminine(word)) for key in source_keys(form)
        )

    def name(self, name: str) -> list[Token] | None:
        """Case forms of all longer words of a name, ``None`` if one of them is not here."""
        words = [word for word in name.split() if len(word) > 3 or word[0].isupper()]
        found = [self.with_keys(source_keys(word)) for word in words]
        return [token for tokens in found for token in tokens] if found and all(found) else None

    def phrase(self, phrase: str) -> list[Token] | None:
        """The forms of all longer words of the phrase, ``None`` if one of them is not here."""
        words = [word for word in phrase.split() if len(word) > 3 or word[0].isupper()]
        found = [self.forms_of(word) for word in words]
        at = -1
        for tokens in found:  # in this order: "Europa Ligă" is not Liga Europa
            at = min((token.start for token in tokens if token.start > at), default=-1)
            if at < 0:
                return None
        return [token for tokens in found for token in tokens] or None


@lru_cache(maxsize=NAMES)
def _place_names(word: str) -> tuple[str, ...]:
    """Romanian names of the places that the word may name."""
    found: dict[str, None] = {}
    article = places_called(f"The {word}") if word.isascii() else ()
    for entry in (*places_called(word), *article):
        found[entry.name] = None
        place = places().get(entry.name)
        if place is not None:
            found |= dict.fromkeys(place.accepted)
    return tuple(found)


@lru_cache(maxsize=NAMES)
def _demonyms(word: str) -> tuple[str, ...]:
    """Stems of the adjectives and inhabitants of the places that the word may name."""
    found: dict[str, None] = {}
    for entry in places_called(word):
        place = places().get(entry.name)
        for paradigm in (*place.adjectives, *place.inhabitants) if place else ():
            found |= dict.fromkeys([unmarked(paradigm[0])[: max(3, len(paradigm[0]) - 2)]])
    return tuple(found)


@lru_cache(maxsize=NAMES)
def _person_forms(word: str) -> tuple[str, ...]:
    """Other spellings of the part in the names of the listed people who bear it."""
    found: dict[str, None] = {}
    for person in people().with_part(word):
        for spelling in person.spellings:
            found |= dict.fromkeys(piece for piece in spelling.split() if piece[0] == word[0])
    return tuple(found)


@lru_cache(maxsize=1)
def _institutions() -> dict[str, tuple[Institution, ...]]:
    table: dict[str, tuple[Institution, ...]] = {}
    for item in institutions():
        for key in {item.english, item.english_acronym} - {""}:
            table[key] = (*table.get(key, ()), item)
    return table


def institution(text: str) -> tuple[Institution, ...]:
    """The listed institutions with this English name or acronym."""
    return _institutions().get(text.removeprefix("the ").removeprefix("The "), ())


@lru_cache(maxsize=WORDS)
def _translations(word: str) -> tuple[str, ...]:
    return en_ro().translations(american(word.lower()))


@lru_cache(maxsize=1)
def _letters() -> dict[str, tuple[str, ...]]:
    """What English calls a state, a union or a thing by its letters, to what Romanian may say."""
    return {
        row["acronym"]: tuple(row["romanian"].split("|"))
        for row in rows("acronyms")
        if row["kind"] == "abroad"
    }


def known_as(name: str) -> tuple[str, ...]:
    """What Romanian calls a place of several words, a state or a union known by its letters."""
    plain = name.replace(".", "")
    if plain in _letters():
        return _letters()[plain]
    return _place_names(name) if " " in name else ()


def is_translated(word: str, target: TargetText) -> bool:
    """Whether a listed translation of the English word stands in the target."""
    return any(
        all(part in target.lemmas for part in phrase.split() if len(part) > 2)
        for phrase in _translations(word)
    )


def demonyms(place: str, target: TargetText) -> list[Token]:
    """The words of the target for the place's people or of it: bolivian, neo-zeelandez."""
    stems = _demonyms(place)
    if not stems:
        return []
    return [
        token
        for token, form in zip(target.tokens, target.folded, strict=True)
        if form.replace("-", "").startswith(stems)
        and (token.text.islower() or romanian().known(token.text))
    ]


@lru_cache(maxsize=NAMES)
def known_forms(word: str) -> tuple[str, ...]:
    """Single words that may stand for the foreign word by the lists of people and places."""
    forms = (*_person_forms(word), *_place_names(word), *historical(word))
    return tuple(piece for form in forms for piece in form.split())


def accepted(word: str, target: TargetText, language: str) -> list[Token] | None:
    """Whether the target shows one word of a name in an accepted form.

    Args:
        word: as the source spells it.
        target: where to look.
        language: of the source.

    Returns:
        The words that stand for it (none where it is an adjective or a phrase), or ``None``.
    """
    found = target.with_keys(source_keys(word))
    if found:
        return found
    for form in _person_forms(word):
        found = target.with_keys(source_keys(form))
        if found:
            return found
    for name in (*_place_names(word), *historical(word)):
        found = target.name(name) or (target.phrase(name) if " " in name else None) or []
        if found:
            return found
    found = demonyms(word, target)
    if found:
        return found
    if word.isupper() and len(word) < 6:
        letters = sorted(word)
        found = [t for t in target.tokens if t.text.isupper() and sorted(t.text) == letters]
        if found:
            return found
    if romanian().known(word.lower()):  # a Romanian name: Steaua, Stelei
        lemmas = romanian().lemmas(word.lower())
        found = [t for lemma in lemmas for t in target.lemmas.get(lemma, ()) if t.text[0].isupper()]
        if found:
            return found
    if "-" in word and all(target.with_keys(source_keys(p)) for p in word.split("-") if p):
        return []
    return _inflected(word, target, language)


def _inflected(word: str, target: TargetText, language: str) -> list[Token] | None:
    """The name where the source inflects it: Trumpot, Polanskis."""
    own = names(language)
    if not (own.genitive_s or own.cut):
        return None
    latin = unmarked(romanised(word))
    least = 1 if own.genitive_s else own.cut
    for cut in range(1, least + 1):
        stem = latin[: len(latin) - cut]
        if len(stem) < 3 or (least == 1 and latin[-1] != "s"):
            break
        tokens = [
            token
            for token, form in zip(target.tokens, target.folded, strict=True)
            if token.text[0].isupper() and (form == stem if least == 1 else form.startswith(stem))
        ]
        if tokens:
            return tokens
        if language == "en":
            return accepted(word[:-1], target, "")
    return None
