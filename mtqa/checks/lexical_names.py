"""Names, judged by the lists: people, places and media of the news."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, odd, reading
from mtqa.lexicon import Person, en_ro, fold, foreign_words, media, people, places, romanian
from mtqa.model import Issue
from mtqa.romanian import Token
from mtqa.romanian.name_words import german_senses
from mtqa.romanian.names import case_forms
from mtqa.romanian.transliteration import spelling_key, strip_accents

_HOME = frozenset(["RO", "MD"])


@lru_cache(maxsize=1)
def _given_names() -> tuple[frozenset[str], frozenset[str]]:
    """First parts of listed people's names: foreign ones that are no Romanian words, and all."""
    home: set[str] = set()
    abroad: set[str] = set()
    for person in people():
        for spelling in person.spellings:
            first, _, rest = spelling.partition(" ")
            if rest:
                (home if person.country in _HOME else abroad).add(first)
    strange = {name for name in abroad - home if not romanian().analyses(name.lower())}
    return frozenset(strange), frozenset(abroad | home)


@lru_cache(maxsize=1)
def _surnames() -> frozenset[str]:
    """Last parts of listed people's names of two parts or more."""
    return frozenset(
        spelling.rsplit(" ", 1)[1]
        for person in people()
        for spelling in person.spellings
        if " " in spelling
    )


@lru_cache(maxsize=20_000)
def _translates(part: str, phrase: str) -> bool:
    """Whether the Romanian ``phrase`` is what a machine makes of the name part as a word.

    English senses stand in the lexicon, German ones in a table; a part that only sounds like an
    English word counts too (Kompany, company).
    """
    word = phrase.lower().removeprefix("mai ")
    lemmas = {word, *romanian().lemmas(word)}
    senses = {strip_reflexive(sense) for sense in en_ro().translations(part.lower())}
    if not lemmas.isdisjoint(senses | set(german_senses(part))):
        return True
    if len(part) < 5:
        return False
    key = spelling_key(part)
    return any(spelling_key(english) == key for english in en_ro().english(word) if " " not in english)


def strip_reflexive(lemma: str) -> str:
    """The verb without its reflexive mark: ``[se] naște`` gives ``naște``."""
    return lemma.rpartition(" ")[2] if lemma[:1] in "[|" else lemma


class TranslatedPart(Check):
    """A part of a well-known person's name was translated: "Manuel Mai nou" for Manuel Neuer.

    The rest of the name must stand as it is listed, and the words in its place must be what the
    missing part means in English or German.
    """

    name = "names.translated"
    category = "name"
    severity = "critical"
    confidence = 0.93

    #: Words a translation may have, with its commas.
    _LONGEST = 4

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.names:
            token = text.tokens[index]
            for person in people().with_part(token.text):
                issue = self._compare(view, text, index, person)
                if issue:
                    yield issue
                    break

    def _compare(
        self, view: View, text: Reading, index: int, person: Person
    ) -> Issue | None:
        parts = person.name.split()
        if not 2 <= len(parts) <= 4 or parts[0] != text.tokens[index].text:
            return None
        for missing in range(1, len(parts)):
            head, tail = parts[:missing], parts[missing + 1 :]
            if not _stand(text, index, head):
                return None
            for size in range(1, self._LONGEST):
                first = index + missing
                words = text.tokens[first : first + size]
                if len(words) == size and _stand(text, first + size, tail):
                    phrase = " ".join(t.text for t in words if t.text != ",")
                    if self._is_rendering(text, first, parts[missing], phrase, bool(tail)):
                        last = first + size + len(tail) - 1
                        return self._issue(view, text, index, last, person, parts[missing], phrase)
        return None

    def _is_rendering(
        self, text: Reading, first: int, part: str, phrase: str, framed: bool
    ) -> bool:
        words = phrase.split()
        if not words or not part[0].isupper() or len(words) > 2:
            return False
        comma = text.tokens[first].text == ","
        capital = words[0][0].isupper()
        if comma and not framed or not (capital or framed):
            return False
        if any(people().is_part(word) for word in words):
            return False
        if len(words) == 2 and words[0].lower() != "mai":
            return False
        return _translates(part, phrase)

    def _issue(
        self, view: View, text: Reading, first: int, last: int, person: Person, part: str, phrase: str
    ) -> Issue:  # fmt: skip
        message = Message(
            f"“{phrase}” translates a part of the name {person.name} (“{part}”).",
            f"„{phrase}” traduce o parte a numelui {person.name} („{part}”).",
        )
        start, end = text.tokens[first].start, text.tokens[last].end
        return self.issue(view, start, end, message, person.name)


def _stand(text: Reading, index: int, parts: Sequence[str]) -> bool:
    """Whether the parts stand one after the other from the token on."""
    tokens = text.tokens[index : index + len(parts)]
    return [token.text for token in tokens] == list(parts)


class SurnameIsWord(Check):
    """A foreign first name before an everyday Romanian word with a capital: "Jens Etapă".

    Nobody is listed who could be meant, but a foreigner is not called by an adjective or a
    feminine noun without its article: a surname was translated.
    """

    name = "names.word"
    category = "name"
    severity = "major"
    confidence = 0.75

    _FREQUENT = 3.5

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        abroad, _ = _given_names()
        for index in text.names:
            token = text.tokens[index]
            if token.text not in abroad:
                continue
            after, before = text.neighbour(index, 1), text.neighbour(index, -1)
            if after is None or (before is not None and before.text[0].isupper()):
                continue
            second = text.neighbour(index + 1, 1)
            if second is not None and second.text[0].isupper():
                continue
            if self._is_word(after.text):
                message = Message(
                    f"“{after.text}” is a Romanian word after a foreign first name: a surname was "
                    "translated.",
                    f"„{after.text}” este un cuvânt românesc după un prenume străin: numele de "
                    "familie a fost tradus.",
                )
                yield self.issue(view, after.start, after.end, message)

    def _is_word(self, form: str) -> bool:
        lower = form.lower()
        if not form[0].isupper() or form.isupper() or len(form) < 4 or is_listed_name(form):
            return False
        if form in romanian() or foreign_words().strengths(lower):
            return False
        readings = romanian().analyses(lower)
        if not readings or romanian().frequency(lower) < self._FREQUENT:
            return False
        return all(
            (r.pos == "adjective" and not r.definite)
            or r.pos == "adverb"
            or (r.pos == "noun" and r.definite is False and r.gender in ("f", "n"))
            for r in readings
        )


class ForeignSuffix(Check):
    """A listed name with a foreign ending: "Eugen Polanskis" (German genitive), "Nadalen"."""

    name = "names.suffix"
    category = "name"
    severity = "major"
    confidence = 0.8

    _SWELLINGS = ("en", "s", "ov", "er", "sen")
    _SHORTEST = 5

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            if not token.text[0].isupper() or len(token.text) < self._SHORTEST + 1:
                continue
            found = _swelled(token.text)
            if found and not self._is_excused(text, index, *found):
                base, ending = found
                message = Message(
                    f"Foreign “-{ending}” in the name “{base}”.",
                    f"„-{ending}” străin în numele „{base}”.",
                )
                severity = "minor" if ending == "s" else None
                yield self.issue(view, token.start, token.end, message, base, severity=severity)

    def _is_excused(self, text: Reading, index: int, base: str, ending: str) -> bool:
        token = text.tokens[index]
        if text.ending_follows(index) or token.text.isupper():
            return True
        if text.counts[token.text.lower()] > 1 and base not in text.text.replace(token.text, ""):
            return True  # the name of somebody else
        before, after = text.neighbour(index, -1), text.neighbour(index, 1)
        if after is not None and after.text[0].isupper():
            return True
        if before is None or not before.text[0].isupper() or text.initial(index - 1):
            return False
        return before.text not in _given_names()[1]


@lru_cache(maxsize=20_000)
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
    if base in _given_names()[1] or not (base in _surnames() or base in _stripped_names()):
        return False
    return not foreign_words().strengths(base)


class NameDiacritics(Check):
    """A Romanian name without its diacritics in a text that has them: "Tanase" for Tănase."""

    name = "names.diacritics"
    category = "name"
    severity = "minor"
    confidence = 0.85

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.odd:
            token = text.tokens[index]
            full = _stripped_names().get(token.text)
            if not full or text.is_term(token.start, token.end):
                continue
            if text.is_marked(index) and not text.ending_follows(index):
                message = Message(
                    f"Diacritics missing in the name “{full}”.",
                    f"Lipsesc diacriticele din numele „{full}”.",
                )
                yield self.issue(view, token.start, token.end, message, full)


@lru_cache(maxsize=1)
def _stripped_names() -> dict[str, str]:
    """Parts of Romanian names that have marks, by the form without them, if nobody is called so."""
    return {
        fold(part): part
        for person in people()
        if person.country in _HOME
        for part in person.name.split()
        if fold(part) != part and part[0].isupper() and not people().is_part(fold(part))
    }


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
            if language in ("en", "de", "fr") and form.isalpha():
                table[form[0], len(form)].append((form, place.name))
    return dict(table)


@lru_cache(maxsize=20_000)
def _near_place(form: str) -> str | None:
    """The place from which the unlisted form differs by one letter."""
    from rapidfuzz.distance import OSA

    if is_listed_name(form) or foreign_words().strengths(form):
        return None
    for length in (len(form), len(form) - 1, len(form) + 1):
        for candidate, name in _place_forms().get((form[0], length), ()):
            if length > 5 and OSA.distance(form, candidate, score_cutoff=1) == 1:
                if form[:-1] != candidate[: len(form) - 1] and candidate[:-1] != form[: length - 1]:
                    if strip_accents(form) != strip_accents(candidate):
                        return name
    return None


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
            before, after = text.neighbour(index, -1), text.neighbour(index, 1)
            if before is None or not people().is_part(before.text) or text.ending_follows(index):
                continue
            if after is not None and after.text[0].isupper():
                continue
            earlier = text.neighbour(index - 1, -1)
            if earlier is not None and earlier.text[0].isupper():
                continue
            meant = _near_person(before.text, form)
            if meant and text.counts[form.lower()] == 1:
                token = text.tokens[index]
                message = Message(
                    f"Differs by one letter from the name of {before.text} {meant}.",
                    f"Diferă cu o literă de numele {before.text} {meant}.",
                )
                yield self.issue(view, token.start, token.end, message, meant)


@lru_cache(maxsize=20_000)
def _near_person(first: str, form: str) -> str | None:
    """The surname of the listed person with this first name from which the form differs."""
    from rapidfuzz.distance import OSA

    if is_listed_name(form):
        return None
    key = _sound(form)
    for person in people().with_part(first):
        given, _, surname = person.name.rpartition(" ")
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


class ForeignPlace(Check):
    """A place under its foreign name where Romanian has its own: "Moscow", "Germany"."""

    name = "names.exonym"
    category = "name"
    severity = "minor"
    confidence = 0.88

    _KINDS = frozenset(["country", "capital", "city", "region", "continent"])
    #: Foreign words after which a place belongs to a title: Prince of Wales.
    _LINKS = frozenset(["of", "du", "von", "van", "di", "the", "and", "und", "et"])

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
        if around[0] is not None and around[0].text in self._LINKS:
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
            if language in ("en", "de", "fr") and form.isalpha() and len(form) > 3:
                right = {entry.name for entry in places().find(form) if entry.curated}
                if len(right) == 1 and not _is_taken(form, place.name):
                    limit = 1 if place.kind in ("country", "capital") else 2
                    if not _is_near(form, place.name, limit):
                        table[form] = place.name
    return table


def _is_near(form: str, name: str, limit: int) -> bool:
    """Whether the two are hardly more than transliterations of one name: Yaroslavl, Iaroslavl."""
    from rapidfuzz.distance import OSA

    return OSA.distance(spelling_key(form), spelling_key(name), score_cutoff=limit) <= limit


def _is_taken(form: str, name: str) -> bool:
    """Whether the foreign form is a person's name, a Romanian word, or good in Romanian too."""
    if any(entry.language in ("ro", "native") for entry in places().find(form)):
        return True
    if people().is_part(form) or form.lower() in romanian() or form in case_forms(name):
        return True
    return strip_accents(form) == strip_accents(name) or romanian().known(form)


class TranslatedMedium(Check):
    """A newspaper's title was translated: "Potrivit Gardianului" for The Guardian."""

    name = "names.medium"
    category = "name"
    severity = "major"
    confidence = 0.8

    _CUES = frozenset(
        "potrivit conform scrie relatează notează transmite informează comentează".split()
    )

    def find(self, view: View) -> Iterator[Issue]:
        text = reading(view)
        for index in text.names:
            token = text.tokens[index]
            before, after = text.neighbour(index, -1), text.neighbour(index, 1)
            if before is None or before.text.lower() not in self._CUES or odd(token.text):
                continue
            if after is not None and (after.text[0].isupper() or after.text.startswith("de")):
                continue
            title = _title_of(token.text)
            if title and text.counts[token.text.lower()] == 0:
                message = Message(
                    f"The title of {title} was translated.", f"Titlul publicației {title} a fost tradus."
                )
                yield self.issue(view, token.start, token.end, message, title)


#: Articles that titles begin with.
_ARTICLES = frozenset(["The", "Der", "Die", "Das", "Le", "La", "El", "Il"])


@lru_cache(maxsize=1)
def _titles() -> dict[str, str]:
    """Romanian sense to the title of one word, its article apart, that has this sense."""
    table: dict[str, str] = {}
    home = {word for m in media() if m.country in _HOME for word in m.name.split()}
    for medium in media():
        words = medium.name.split()
        if medium.country in _HOME or len(words) != 2 or words[0] not in _ARTICLES:
            continue
        senses = (*en_ro().translations(words[1].lower(), "n")[:3], *german_senses(words[1]))
        for sense in senses:
            if sense.isalpha() and sense.capitalize() not in home:
                table.setdefault(sense, medium.name)
    return table


@lru_cache(maxsize=20_000)
def _title_of(form: str) -> str | None:
    """The title that the articled Romanian noun translates."""
    for reading_ in romanian().analyses(form.lower()):
        if reading_.pos == "noun" and reading_.definite and reading_.number == "s":
            title = _titles().get(reading_.lemma) or _cognate_title(reading_.lemma)
            if title:
                return title
    return None


def _cognate_title(lemma: str) -> str | None:
    """The title of which the Romanian noun is the cognate: gardian, The Guardian."""
    from rapidfuzz.distance import OSA

    for medium in media() if len(lemma) > 5 else ():
        article, _, core = medium.name.partition(" ")
        if article in _ARTICLES and OSA.distance(core.lower(), lemma, score_cutoff=1) == 1:
            return medium.name
    return None




CHECKS = (
    TranslatedPart,
    SurnameIsWord,
    ForeignSuffix,
    NameDiacritics,
    NearPlace,
    NearPerson,
    ForeignPlace,
    TranslatedMedium,
)
