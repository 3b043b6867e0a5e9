"""The mini-language of the calque table: a pattern in, sequences of word tests out.

A pattern is a row of items separated by blanks:

========================  ====================================================================
``ceasului``              this word form (case and legacy cedillas do not matter)
``<face>``                any form of a lemma declared under ``[lemmas]``
``@stat``                 any word of a list declared under ``[sets]``
``ministr*``              any word with this beginning
``#``                     a figure, or a numeral written out
``(a|b c|<d>)``           one of several alternatives, each of one or more of the above
``x?``, ``(a|b)?``        optional
``{3}``                   a gap of at most three words, never across punctuation
``^``, ``$``              the beginning of a sentence or clause; its end (or any punctuation)
``,``                     this punctuation mark
``[ … ]``                 only this stretch is reported; without brackets, everything is
========================  ====================================================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, product
from typing import TypeVar

from mtqa.errors import ConfigError
from mtqa.romanian.paradigms import Paradigm

T = TypeVar("T")

_FOLD = str.maketrans("ăâîșțşţ", "aaistst")
_DIACRITICS = re.compile("[ăâîșț]")
_ITEM = re.compile(r"\(([^()]*)\)(\??)|(\{\d+\})|([\[\]])|([^\s()\[\]]+)")
_NUMERALS = frozenset(
    """doi două trei patru cinci șase șapte opt nouă zece unsprezece doisprezece douăsprezece
    treisprezece paisprezece cincisprezece douăzeci treizeci patruzeci cincizeci șaizeci șaptezeci
    optzeci nouăzeci sute mii câțiva câteva""".split()
)
#: Frequent words, by how much it costs to look a rule up by them: function words, then the words
#: that any news sentence may have.
_FREQUENT = dict.fromkeys(
    """a ai ale al au de din la în pe cu o un una unei unui și sau nu se s să că ca care ce mai este
    sunt e fost era fi va vor ar are am i l le lor lui ei el ea pentru prin după despre până
    între sub fără către dintre peste iar dar cel cea cei cele acest această aceste sa său
    sale fiind avea aveau avut dacă când unde cum tot toate toți foarte chiar doar numai apoi
    asupra acum încă astfel față , . $
    """.split(),
    1000.0,
) | dict.fromkeys(
    """putea poate pot face fac făcut făcută facă lua luat ia da dă dat vine venit merge pune timp
    timpul mulți multe mult puțin milioane miliarde mii sute înainte persoane oameni oamenii
    loc locul parte partea sfârșitul sfârșit mare mari mic ani anul zile zi ziua luni ore ora
    împotriva sprijinul găsit nevoie bine minute minutul stat statul state prima primul doi
    două trei patru cinci # nou nouă noi noua înapoi împreună jos sus afară privire drept sau
    țară țării lume lumea oraș guvernul guvernului președintele președintelui ministrul
    ministrului euro dolari spus declarat anunțat arată început deschis poliția poliției
    război războiul trump public publică privind bani viața viață casa casă fata nimic ceva
    altă alt alți alte unele câteva ultimul ultima aproape departe numai lângă jurul problema
    problemele fel urmă cazul acord acordul ține țin era erau fie fiind rămas rămâne aflat
    află putut vedea școală echipa echipei jucat marcat meciul gol mâna mână masa fapt sens
    mod ajuns urma cerut mort morți rezultat plan toată totul câștigat pierdut ridicate
    ridicat spune zilei decizia albă trecut există avem târziu vârstă lovit decizii vot voturi
    alegeri
    """.split(),
    30.0,
)


def fold(text: str) -> str:
    """``text`` in lower case without Romanian diacritics, letter for letter."""
    return text.lower().translate(_FOLD)


def modern(text: str) -> str:
    """Lower-case ``text`` with comma-below letters instead of the legacy cedillas."""
    if "ş" in text or "ţ" in text:
        text = text.replace("ş", "ș").replace("ţ", "ț")
    return text


def has_diacritics(text: str) -> bool:
    """Whether lower-case ``text`` has any letter that Romanian adds to the Latin alphabet."""
    return _DIACRITICS.search(text) is not None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What patterns may name: lemmas with their paradigms, and plain word lists."""

    lemmas: Mapping[str, Paradigm]
    sets: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """A set of words: listed forms, beginnings, figures."""

    forms: frozenset[str]
    beginnings: tuple[str, ...] = ()
    figures: bool = False
    lemmas: frozenset[str] = frozenset()

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        if word in self.forms or (self.figures and word[:1].isdigit()):
            return True
        return bool(self.beginnings) and word.startswith(self.beginnings)

    def folded(self) -> Words:
        """The same set for text without diacritics."""
        return Words(
            frozenset(map(fold, self.forms)),
            tuple(map(fold, self.beginnings)),
            self.figures,
            self.lemmas,
        )


@dataclass(frozen=True, slots=True)
class Item:
    """One test of a sequence: a word, a gap of up to ``gap`` words, or an ``edge`` of a clause."""

    words: Words = field(default_factory=lambda: Words(frozenset()))
    optional: bool = False
    gap: int = 0
    edge: bool = False

    @property
    def is_word(self) -> bool:
        """Whether it always consumes exactly one word."""
        return not (self.optional or self.gap or self.edge)

    def folded(self) -> Item:
        """The same test for text without diacritics."""
        return Item(self.words.folded(), self.optional, self.gap, self.edge)


@dataclass(frozen=True, slots=True)
class Chain:
    """A pattern without alternatives of several words; items ``first`` to ``last`` are reported.

    ``anchor`` is the item by which the sequence is looked up: its rarest word; ``second`` the
    forms of its next rarest, or None where it has but one listed word.
    """

    items: tuple[Item, ...]
    first: int
    last: int
    anchor: int
    second: frozenset[str] | None = None

    def folded(self) -> Chain:
        """The same sequence for text without diacritics."""
        return Chain(
            tuple(item.folded() for item in self.items),
            self.first,
            self.last,
            self.anchor,
            self.second and frozenset(map(fold, self.second)),
        )


def compile_words(source: str, vocabulary: Vocabulary) -> Words:
    """The union of the blank-separated single-word items of ``source``.

    Raises :class:`~mtqa.errors.ConfigError` for an unknown lemma or list.
    """
    forms: set[str] = set()
    beginnings: list[str] = []
    lemmas: set[str] = set()
    figures = False
    for item in source.split():
        if item == "#":
            figures = True
            forms |= _NUMERALS
        elif item.startswith("<"):
            name = item.strip("<>")
            forms.update(_known(vocabulary.lemmas, name, item).values())
            lemmas.add(name)
        elif item.startswith("@"):
            inner = compile_words(_known(vocabulary.sets, item[1:], item), vocabulary)
            forms |= inner.forms
            beginnings += inner.beginnings
            lemmas |= inner.lemmas
            figures |= inner.figures
        elif item.endswith("*"):
            beginnings.append(modern(item[:-1].lower()))
        else:
            forms.add(modern(item.lower()))
    return Words(frozenset(forms), tuple(beginnings), figures, frozenset(lemmas))


def _known(table: Mapping[str, T], name: str, item: str) -> T:
    if name not in table:
        raise ConfigError(f"{item} is not declared; known: {', '.join(sorted(table))}")
    return table[name]


def compile_pattern(source: str, vocabulary: Vocabulary) -> list[Chain]:
    """All sequences that ``source`` stands for, each with its reported stretch and its anchor.

    Raises :class:`~mtqa.errors.ConfigError` for what the mini-language does not know and for a
    pattern without any listed word to look it up by.
    """
    choices = list(_choices(source, vocabulary))
    return [_chain(source, list(chain.from_iterable(parts))) for parts in product(*choices)]


def _choices(source: str, vocabulary: Vocabulary) -> Iterator[list[list[Item | str]]]:
    """For each item of the pattern its alternatives, each a row of tests and bracket marks."""
    end = 0
    for match in _ITEM.finditer(source):
        if source[end : match.start()].strip():
            raise ConfigError(f"cannot read {source[end : match.start()]!r} in pattern {source!r}")
        end = match.end()
        group, optional, gap, bracket, word = match.groups()
        if bracket:
            yield [[bracket]]
        elif gap:
            yield [[Item(gap=int(gap[1:-1]))]]
        elif word:
            bare = word[:-1] if word.endswith("?") and len(word) > 1 else word
            yield [[_item(bare, vocabulary, optional=bare != word)]]
        else:
            yield _alternatives(group, vocabulary, optional=bool(optional))
    if source[end:].strip():
        raise ConfigError(f"cannot read {source[end:]!r} in pattern {source!r}")


def _alternatives(group: str, vocabulary: Vocabulary, *, optional: bool) -> list[list[Item | str]]:
    rows = [row.split() for row in group.split("|")]
    single = " ".join(row[0] for row in rows if len(row) == 1 and row[0] not in "^$")
    found: list[list[Item | str]] = []
    if single:
        words = compile_words(single, vocabulary)
        found.append([Item(words, optional=optional)])
    elif optional:
        found.append([])
    for row in rows:
        if len(row) > 1 or row[0] in "^$":
            found.append([_item(word, vocabulary) for word in row])
    return found


def _item(word: str, vocabulary: Vocabulary, *, optional: bool = False) -> Item:
    if word in "^$":
        return Item(edge=True)
    return Item(compile_words(word, vocabulary), optional=optional)


def _chain(source: str, parts: Sequence[Item | str]) -> Chain:
    items = tuple(part for part in parts if isinstance(part, Item))
    first, last = 0, len(items) - 1
    seen = 0
    for part in parts:
        if part == "[":
            first = seen
        elif part == "]":
            last = seen - 1
        else:
            seen += 1
    usable = [
        index
        for index, item in enumerate(items)
        if item.is_word
        and item.words.forms
        and not item.words.beginnings
        and not item.words.figures
    ]
    if not usable:
        raise ConfigError(f"pattern {source!r} has no listed word to look it up by")
    usable.sort(key=lambda index: _commonness(items[index].words))
    second = items[usable[1]].words.forms if len(usable) > 1 else None
    return Chain(items, first, last, usable[0], second)


def _commonness(words: Words) -> float:
    """How often some word of the set is likely to turn up, on no particular scale."""
    return sum(_FREQUENT.get(word, 5.0 / len(word)) for word in words.forms)
