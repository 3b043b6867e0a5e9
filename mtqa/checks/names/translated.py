"""Names, judged by the list of people of the news."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from mtqa.checks.base import Check, Message, View
from mtqa.checks.lexical import Reading, is_listed_name, reading
from mtqa.common.memory import NAMES
from mtqa.knowledge import en_ro, foreign_words, people, romanian
from mtqa.languages.ro.name_words import english_senses, german_senses
from mtqa.languages.ro.transliteration import spelling_key
from mtqa.model import Issue

#: Countries whose people bear Romanian names.
HOME = frozenset(["RO", "MD"])


@lru_cache(maxsize=1)
def given_names() -> tuple[frozenset[str], frozenset[str]]:
    """First parts of listed people's names: foreign ones that are no Romanian words, and all."""
    home: set[str] = set()
    abroad: set[str] = set()
    for person in people():
        for spelling in person.spellings:
            first, _, rest = spelling.partition(" ")
            if rest:
                (home if person.country in HOME else abroad).add(first)
    strange = {name for name in abroad - home if not romanian().analyses(name.lower())}
    return frozenset(strange), frozenset(abroad | home)


@lru_cache(maxsize=NAMES)
def _translates(part: str, phrase: str) -> bool:
    """Whether the Romanian ``phrase`` is what a machine makes of the name part as a word.

    English senses stand in the lexicon, German ones in a table; a part that only sounds like an
    English word counts too (Kompany, company).
    """
    word = phrase.lower().removeprefix("mai ")
    if not romanian().known(word):
        return False
    lemmas = {word, *romanian().lemmas(word)}
    senses = {strip_reflexive(sense) for sense in en_ro().translations(part.lower())}
    if not lemmas.isdisjoint(senses.union(german_senses(part), english_senses(part))):
        return True
    english = en_ro().english(word)
    if part.lower() in english:
        return True
    key = spelling_key(part)
    return len(part) > 4 and any(spelling_key(sense) == key for sense in english)


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
        beginnings = _beginnings()
        for index in text.names:
            names = beginnings.get(text.tokens[index].text)
            following = text.tokens[index + 1 : index + 1 + self._LONGEST]
            if not names or not any(token.text[0].isupper() for token in following):
                continue
            # a name part cannot be a translation, so that it must be the second part itself
            second = following[0].text if people().is_part(following[0].text) else ""
            for parts in names:
                if not second or (parts[1] == second and len(parts) > 2):
                    issue = self._align(view, text, index, parts)
                    if issue:
                        yield issue
                        break

    def _align(self, view: View, text: Reading, index: int, parts: tuple[str, ...]) -> Issue | None:
        for missing in range(1, len(parts)):
            head, tail = parts[:missing], parts[missing + 1 :]
            if not _stand(text, index, head):
                return None
            for size in range(1, self._LONGEST):
                first = index + missing
                words = text.tokens[first : first + size]
                if len(words) == size and _stand(text, first + size, tail):
                    phrase = " ".join(t.text for t in words if t.text != ",")
                    last = text.tokens[first + size + len(tail) - 1]
                    span = text.tokens[index].start, last.end
                    if "\n" not in text.text[slice(*span)] and self._is_rendering(
                        text, first, parts[missing], phrase, bool(tail)
                    ):
                        return self._issue(view, span, parts, parts[missing], phrase)
        return None

    def _is_rendering(
        self, text: Reading, first: int, part: str, phrase: str, framed: bool
    ) -> bool:
        words = phrase.split()
        if not words or not part[0].isupper() or len(words) > 2:
            return False
        comma = text.tokens[first].text == ","
        capital = words[0][0].isupper()
        if (comma and not framed) or not (capital or framed):
            return False
        if any(people().is_part(word) for word in words):
            return False
        if len(words) == 2 and words[0].lower() != "mai":
            return False
        return _translates(part, phrase)

    def _issue(
        self,
        view: View,
        span: tuple[int, int],
        parts: tuple[str, ...],
        part: str,
        phrase: str,
    ) -> Issue:
        name = " ".join(parts)
        message = Message(
            f"“{phrase}” translates a part of the name {name} (“{part}”).",
            f"„{phrase}” traduce o parte a numelui {name} („{part}”).",
        )
        return self.issue(view, *span, message, name)


@lru_cache(maxsize=1)
def _beginnings() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The names of two to four parts of listed people, by their first part."""
    table: dict[str, dict[tuple[str, ...], None]] = {}
    for person in people():
        for spelling in person.spellings:
            parts = tuple(spelling.split())
            if 2 <= len(parts) <= 4:
                table.setdefault(parts[0], {})[parts] = None
    return {first: tuple(names) for first, names in table.items()}


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
        abroad, _ = given_names()
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


CHECKS = (TranslatedPart, SurnameIsWord)
