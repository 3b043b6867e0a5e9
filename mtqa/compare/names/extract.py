"""The names of a source text, found by their capitals: light, offline, language by language.

A capital inside a sentence is a name's unless the word is German; at the beginning of a sentence,
in a headline in Title Case and in German the word's frequency decides. Names run over
connectors (``Bank of England``, ``Ursula von der Leyen``); offsets are code points, half-open.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from mtqa.common.memory import WORDS
from mtqa.compare.names.keys import american, places_called
from mtqa.compare.names.kinds import (
    LABELS,
    Kind,
    is_given,
    is_given_alone,
    is_medium,
    kind_of,
)
from mtqa.compare.names.source_words import LETTERS, words_of
from mtqa.knowledge import en_ro, foreign_words
from mtqa.knowledge.handmade import word_set
from mtqa.languages.tables import letters
from mtqa.languages.tables import words as table

_ACRONYM = re.compile(r"[A-Z][A-Z&.]*[A-Z]\.?s?$")
_CONNECTORS = frozenset(
    "of the von van der den de del della di da do dos du la le bin ibn al el ul y e zu and for & "
    "und et".split()
)
#: Connectors that only join what is one name for sure; "and" and "for" may divide two.
_FIRM = _CONNECTORS - {"and", "for", "the", "und", "et", "y", "e"}
_ARTICLES = frozenset(["The", "A", "An", "Der", "Die", "Das", "Le", "La", "Les"])
_ENDS = ".!?:;…|•–—\n\t"
_QUOTES = "\"“„«‘'"
_CLOSING = ("”", '"', "“", "»", "’", "'")
#: The number of a model: Galaxy S24, Model 3, Boeing 737.
_MODEL = re.compile(r"[ -][A-Z]?\d")
_OPENERS = "\"'“„«‘(["

#: Zipf frequency of words of grammar: We, The.
_GRAMMAR = 6.5
#: Zipf frequency from which a word at the beginning of a sentence is an ordinary one.
_ORDINARY = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """One word of a name.

    Attributes:
        start, end: half-open code-point span in the source, the possessive left out.
        text: the word.
        initial: it begins a sentence or quotation or stands in a Title Case headline.
        common: it is an ordinary word of the source's language too.
    """

    start: int
    end: int
    text: str
    initial: bool
    common: bool

    @property
    def acronym(self) -> bool:
        """Whether it is written in capitals throughout."""
        return _ACRONYM.match(self.text) is not None


@dataclass(frozen=True, slots=True)
class SourceName:
    """A name of the source.

    Attributes:
        start, end: half-open code-point span in the source.
        text: the name as the source has it.
        parts: its words, connectors left out.
        kind: person, place, organisation, work (a medium or a title), product, acronym, or just
            name where nothing tells.
    """

    start: int
    end: int
    text: str
    parts: tuple[Part, ...]
    kind: Kind

    def piece(self, first: int, last: int) -> str:
        """The words from number `first` to number `last`, as the name joins them."""
        one, other = self.parts[first], self.parts[last]
        text = self.text[one.start - self.start : other.end - self.start]
        if text.startswith(one.text) and text.endswith(other.text):
            return text
        return " ".join(part.text for part in self.parts[first : last + 1])  # in other letters

    @property
    def certain(self) -> bool:
        """Whether its words can be nothing but a name's, which a translation must show."""
        if any(entry.curated and entry.kind == "country" for entry in places_called(self.text)):
            return True
        if is_medium(self.text) and not self.parts[0].initial:
            return True
        return self.kind == "person" or any(
            not part.common and not part.initial and not part.acronym for part in self.parts
        )


def core(name: SourceName) -> SourceName:
    """The name without the ordinary words before it: "Energy Minister Aleksandr Novak"."""
    first, last = 0, len(name.parts) - 1
    while first < last and name.kind not in ("person", "place") and name.parts[first].common:
        if name.parts[first + 1].start - name.parts[first].end > 1:
            return name
        if first and is_given(name.parts[first].text):
            break
        first += 1
    if not first or (name.parts[first].common and not is_given(name.parts[first].text)):
        return name
    parts, text = name.parts[first:], name.piece(first, last)
    return SourceName(parts[0].start, name.end, text, parts, kind_of(text, parts))


def is_office(word: str) -> bool:
    """Whether the capitalised word is one for an office that stands before the names of people."""
    return word in word_set("roles", "before a name")


def is_role(word: str) -> bool:
    """Whether the capitalised word is an office, in German also of a woman: Richterin."""
    return is_office(word) or is_office(word.removesuffix("in"))


def is_calendar(word: str) -> bool:
    """Whether the English word is a month, a weekday, a feast or a title."""
    lower = word.lower()
    calendar = word_set("capitalised", "calendar", "en")
    return lower in calendar or (lower[-1:] == "s" and lower[:-1] in calendar)


@lru_cache(maxsize=WORDS)
def _strength(word: str, language: str) -> float:
    return foreign_words().strength(word, language)


@lru_cache(maxsize=WORDS)
def is_common(word: str, language: str) -> bool:
    """Whether the capitalised word is an ordinary word of the language as well."""
    lower = word.lower()
    if language == "en":
        return is_calendar(lower) or bool(en_ro().lemmas(american(lower)))
    return _strength(lower, language) >= _ORDINARY


def is_word(word: str, language: str) -> bool:
    """Whether the word is known to the language in any use but as a name."""
    return is_common(word, language) or _strength(word.lower(), language) > 0


class SourceText:
    """A source text with its habits: which words it capitalises inside sentences, which never.

    Args:
        text: the text as read.
        language: ISO 639-1 code.
        entities: names that a better judge has found, as half-open code-point spans with labels
            of spaCy pipelines; they go before those found by capitals.
    """

    def __init__(
        self, text: str, language: str, entities: Sequence[tuple[int, int, str]] = ()
    ) -> None:
        self.text = text
        self.language = language
        self.entities = tuple(entities)

    @cached_property
    def words(self) -> tuple[tuple[int, int, str], ...]:
        """Every word: its span and its text without the English possessive."""
        return words_of(self.text, self.language)

    @cached_property
    def _lower(self) -> frozenset[str]:
        return frozenset(word for _, _, word in self.words if word.islower())

    @cached_property
    def _inside(self) -> Counter[str]:
        """How often each capitalised form stands inside a sentence outside of headlines."""
        return Counter(
            word
            for index, (start, _, word) in enumerate(self.words)
            if word[0].isupper() and not self._initial(index) and not self.is_titled(start)
        )

    def has_name(self, word: str) -> bool:
        """Whether the source has exactly this word with its capital inside a sentence."""
        return word in self._inside

    def is_short_form(self, name: str) -> bool:
        """Whether a longer name of the source begins with this one: Livi, Livingston."""
        return any(word != name and word.startswith(name) for word in self._inside)

    @cached_property
    def _titled_lines(self) -> tuple[tuple[int, int], ...]:
        if table(self.language).capital_nouns:
            return ()
        found = []
        for line in re.finditer(r"[^\n]+", self.text):
            if line.group().rstrip("\"”'’ )")[-1:] in tuple(".!?:;"):
                continue
            words = [w for w in re.findall(rf"{LETTERS}+", line.group()) if len(w) > 3]
            capitals = sum(word[0].isupper() for word in words)
            if len(words) > 2 and capitals > 0.7 * len(words):
                found.append(line.span())
        return tuple(found)

    def is_titled(self, start: int) -> bool:
        """Whether the place lies in a headline in Title Case."""
        return any(a <= start < b for a, b in self._titled_lines)

    def _initial(self, index: int) -> bool:
        """Whether the word's capital may be due to its place."""
        start = self.words[index][0]
        place = start - 1
        quoted = False
        while place >= 0 and (self.text[place] in _OPENERS or self.text[place] == " "):
            quoted = quoted or self.text[place] in '"“„«'
            place -= 1
        if place < 0 or quoted or self.text[place] == "\n":
            return True
        if self.text[place] not in _ENDS and self.text[place] not in "”»":
            return False
        if self.text[place] == "." and index:
            before = self.words[index - 1][2]
            title = before.lower() in word_set("roles", "title")
            return not title and not (len(before) == 1 and before.isupper())
        return True

    def names(self, start: int, end: int) -> tuple[SourceName, ...]:
        """The names in ``[start, end)``, in reading order."""
        found = self._by_capitals(start, end)
        given = [
            name
            for first, last, label in self.entities
            if start <= first and last <= end and (name := self._given(first, last, label))
        ]
        if given:
            found = [
                name
                for name in found
                if not any(name.start < other.end and other.start < name.end for other in given)
            ]
        return tuple(sorted([*found, *given], key=lambda name: name.start))

    def _given(self, start: int, end: int, label: str) -> SourceName | None:
        """The name that a pipeline has found; ``None`` if it has no capitalised word."""
        parts = [
            Part(*self.words[index], False, is_common(self.words[index][2], self.language))
            for index in self._between(start, end)
            if self.words[index][2][:1].isupper() and self.words[index][2] not in _ARTICLES
        ]
        if not parts:
            return None
        first, last = parts[0].start, parts[-1].end
        text = self.text[first:last]
        kind = LABELS.get(label) or kind_of(text, tuple(parts))
        return SourceName(first, last, text, tuple(parts), kind)

    def _by_capitals(self, start: int, end: int) -> list[SourceName]:
        run: list[Part] = []
        found = []
        for part in self._parts(start, end):
            if run and not self._joined(run[-1], part):
                found.append(self._name(run))
                run = []
            run.append(part)
        if run:
            found.append(self._name(run))
        return found

    def _parts(self, start: int, end: int) -> Iterator[Part]:
        # no list of words: a capital at the beginning of a sentence proves nothing
        unlisted = letters(self.language).cyrillic
        for index in self._between(start, end):
            begin, stop, word = self.words[index]
            if not word[:1].isupper() or len(word) < 2 or any(map(str.isdigit, word)):
                continue
            initial = self._initial(index) or self.is_titled(begin)
            common = is_common(word, self.language)
            if initial and word.lower() not in self._lower:
                initial = word not in self._inside and (unlisted or is_word(word, self.language))
            if initial and (
                common
                or unlisted
                or word.lower() in self._lower
                or _strength(word.lower(), self.language) >= 4.5
            ):
                followed = self._followed(index)
                if not (followed and is_given(word)):
                    continue
            strength = _strength(word.lower(), self.language)
            if strength >= _GRAMMAR and not (is_given(word) and self._followed(index)):
                continue
            yield Part(begin, stop, word, initial, common or self._is_noun(word))

    def _followed(self, index: int) -> bool:
        """Whether a capitalised word follows in the same phrase."""
        if index + 1 >= len(self.words):
            return False
        start, _, word = self.words[index + 1]
        return word[0].isupper() and self.text[self.words[index][1] : start] == " "

    def _is_noun(self, word: str) -> bool:
        """Whether the language writes nouns with a capital, and the word is one."""
        if not table(self.language).capital_nouns:
            return False
        return _strength(word, self.language) > 0 or word in self._articled

    @cached_property
    def _articled(self) -> frozenset[str]:
        """Words that stand after a German article somewhere: nouns, as a rule."""
        return frozenset(
            re.findall(
                r"\b(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[nmrs]?)?|[Zz]u[mr]|[Ii]m|[Aa]m|[Vv]om|"
                r"[KkSsMm]?eine[nmrs]?) ([A-ZÄÖÜ]\w+)",
                self.text,
            )
        )

    def _between(self, start: int, end: int) -> range:
        first = bisect_left(self._starts, start)
        return range(first, bisect_left(self._starts, end))

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _, _ in self.words]

    def _joined(self, one: Part, other: Part) -> bool:
        """Whether two capitalised words belong to one name."""
        between = self.text[one.end : other.start]
        if between in (" ", "\u00a0", ". "):
            return (
                between != ". "
                or one.text.lower() in word_set("roles", "title")
                or len(one.text) == 1
            )
        middle = between.split(" ")
        return middle[0] == middle[-1] == "" and len(middle) <= 5 and (
            len(middle) > 2 and set(middle[1:-1]) <= _FIRM
        )  # fmt: skip

    def _name(self, run: Iterable[Part]) -> SourceName:
        parts = tuple(run)
        while len(parts) > 1 and (parts[0].text in _ARTICLES or is_role(parts[0].text)):
            parts = parts[1:]
        parts = self._without_office(parts)
        start, end = parts[0].start, parts[-1].end
        text = self.text[start:end]
        return SourceName(start, end, text, parts, self._kind(start, end, text, parts))

    def _kind(self, start: int, end: int, text: str, parts: tuple[Part, ...]) -> Kind:
        """The kind of a name by its words and by what stands around it."""
        kind = kind_of(text, parts)
        if kind == "organisation" and is_given_alone(parts, self.language):
            return "person"
        if kind in ("name", "organisation"):
            before, after = self.text[max(0, start - 1) : start], self.text[end : end + 4]
            if before and before in _QUOTES and after[:1] in _CLOSING:
                return "work"
            if _MODEL.match(after):
                return "product"
        return kind

    def _without_office(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The words from the given name on: "German Chancellor Angela Merkel"."""
        for place in range(1, len(parts)):
            if not is_role(parts[place - 1].text) or is_role(parts[place].text):
                continue
            if self.text[parts[place - 1].end : parts[place].start] != " ":
                continue
            if not parts[place].common or is_given(parts[place].text):
                return parts[place:]
        return parts

    def capitals(self, start: int, end: int) -> tuple[tuple[int, int, str], ...]:
        """All capitalised words in ``[start, end)`` with their spans."""
        return tuple(
            self.words[i] for i in self._between(start, end) if self.words[i][2][:1].isupper()
        )

    def source_words(self, start: int, end: int) -> tuple[str, ...]:
        """All words in ``[start, end)``, names and others."""
        return tuple(self.words[index][2] for index in self._between(start, end))
