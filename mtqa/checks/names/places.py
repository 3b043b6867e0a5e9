"""Places, judged by the lists: misspelt ones, and foreign forms where Romanian has its own."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, odd, reading
from mtqa.common.memory import NAMES
from mtqa.knowledge import Place, foreign_words, people, places, romanian
from mtqa.languages.ro.names import case_forms
from mtqa.languages.ro.transliteration import spelling_key, strip_accents
from mtqa.languages.tables import left_in_romanian
from mtqa.model import Issue


class NearPlace(Check):
    """A misspelt place: "Uhraine" for Ucraina."""

    name = "names.near-place"
    category = "name"
    severity = "major"
    confidence = 0.85

    _BEFORE = frozenset(
        "în din la spre de către între și lângă peste prin dinspre asupra împotriva contra "
        "in si catre intre langa".split()
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            form = text.tokens[index].text
            if len(form) < 6 or not form[0].isupper() or not form[1:].islower():
                continue
            if self._is_excused(text, index):
                continue
            name = _near_place(form)
            if name:
                token = text.tokens[index]
                message = Message(
                    f"No known place; probably “{name}”.", f"Loc necunoscut; probabil „{name}”."
                )
                yield self.issue(view, token.start, token.end, message, name)

    def _is_excused(self, text: Reading, index: int) -> bool:
        before, after = text.neighbour(index, -1), text.neighbour(index, 1)
        if before is None or before.text not in self._BEFORE:
            return True
        if after is not None and after.text[0].isupper():
            return True
        return text.counts[text.tokens[index].text.lower()] > 1 or text.ending_follows(index)


@lru_cache(maxsize=1)
def _place_forms() -> dict[tuple[str, int], list[tuple[str, str]]]:
    """Forms of countries and capitals by first letter and length, each with what to write."""
    table: dict[tuple[str, int], list[tuple[str, str]]] = defaultdict(list)
    for place in places():
        if place.kind not in ("country", "capital", "continent") or " " in place.name:
            continue
        for form in case_forms(place.name):
            table[form[0], len(form)].append((form, form))
        for language, form in place.foreign:
            if language in left_in_romanian() and form.isalpha():
                table[form[0], len(form)].append((form, place.name))
    return dict(table)


@lru_cache(maxsize=NAMES)
def _near_place(form: str) -> str | None:
    """The place from which the unlisted form differs by one letter."""
    from rapidfuzz.distance import OSA

    if is_listed_name(form) or foreign_words().strengths(form):
        return None
    for length in (len(form), len(form) - 1, len(form) + 1):
        for candidate, name in _place_forms().get((form[0], length), ()):
            if length < 6 or OSA.distance(form, candidate, score_cutoff=1) > 1:
                continue
            ending = form[:-1] == candidate[: len(form) - 1] or candidate[:-1] == form[: length - 1]
            if not ending and strip_accents(form) != strip_accents(candidate):
                return name
    return None


class ForeignPlace(Check):
    """A place under its foreign name where Romanian has its own: "Moscow", "Germany"."""

    name = "names.exonym"
    category = "name"
    severity = "minor"
    confidence = 0.88

    _KINDS = frozenset(["country", "capital", "city", "region", "continent"])
    #: Foreign words after which a place belongs to a title: Prince of Wales.
    _LINKS = frozenset(
        ["of", "for", "lui", "de", "du", "von", "van", "di", "the", "and", "und", "et"]
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        table = _exonyms()
        for index in text.names:
            form = text.tokens[index].text
            name = table.get(form)
            if name and not self._is_embedded(text, index):
                token = text.tokens[index]
                message = Message(
                    f"Foreign form of a place; Romanian “{name}”.",
                    f"Formă străină a unui loc; în română „{name}”.",
                )
                yield self.issue(view, token.start, token.end, message, name)

    def _is_embedded(self, text: Reading, index: int) -> bool:
        """Whether the word is part of a name, a title, a quotation or an address."""
        token = text.tokens[index]
        around = text.neighbour(index, -1), text.neighbour(index, 1)
        if any(n is not None and (n.text[0].isupper() or n.text[0].isdigit()) for n in around):
            return True
        if any(n is not None and odd(n.text) for n in around):
            return True
        before = around[0]
        if before is not None and (
            before.text in self._LINKS or (before.text == "in" and text.is_marked(index))
        ):
            return True
        if text.quoted(token.start, token.end) or text.text[token.start - 1 : token.start] in "([&":
            return True
        return re.match(r"[ ]?[(&/]|, [A-Z]", text.text[token.end : token.end + 3]) is not None


@lru_cache(maxsize=1)
def _exonyms() -> dict[str, str]:
    """English, German and French names of places to the Romanian one, ambiguous ones left out."""
    table: dict[str, str] = {}
    for place in places():
        if place.kind not in ForeignPlace._KINDS:
            continue
        for language, form in place.foreign:
            if language in left_in_romanian() and form.isalpha() and len(form) > 3:
                right = {entry.name for entry in places().find(form) if entry.curated}
                if len(right) > 1 or _is_taken(form, place.name):
                    continue
                if not _is_transliteration(form, place):
                    table[form] = place.name
    return table


def _is_transliteration(form: str, place: Place) -> bool:
    """Whether the two are spellings of one name, both in use: Yaroslavl, Iaroslavl; Seoul, Seul.

    Papers know the Romanian names of countries and capitals; for cities more is forgiven.
    """
    from rapidfuzz.distance import OSA

    one, other = spelling_key(form.replace("ou", "u")), spelling_key(place.name)
    limit = 0 if place.kind in ("country", "capital") else 2
    return OSA.distance(one, other, score_cutoff=limit) <= limit


def _is_taken(form: str, name: str) -> bool:
    """Whether the foreign form is a person's name, a Romanian word, or good in Romanian too."""
    found = places().find(form)
    if any(
        entry.language == "ro" or (entry.language, entry.name) == ("native", form)
        for entry in found
    ):
        return True
    if people().is_part(form) or form.lower() in romanian() or form in case_forms(name):
        return True
    return strip_accents(form) == strip_accents(name) or romanian().known(form)


CHECKS = (NearPlace, ForeignPlace)
