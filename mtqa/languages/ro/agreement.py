"""Gender, number and case as bits, so that agreement is one ``&`` and a clash is a zero.

A nominal reading is a set of the twelve cells gender (masculine, neuter, feminine) × number ×
case (direct: nominative and accusative; oblique: genitive and dative). A noun has the gender of
its lemma; adjectives, participles and determiners have no neuter of their own and stand for two
cells: the masculine singular goes with neuters, and so does the feminine plural. A determiner, an
adjective and a noun agree when the intersection of their sets is not empty.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD
from mtqa.knowledge.analysis import Analysis
from mtqa.languages.ro.document import Document
from mtqa.languages.ro.orthography import to_comma

_GENDERS, _NUMBERS, _CASES = "mnf", "sp", ("direct", "oblique")


def cells(genders: str = "mnf", numbers: str = "sp", cases: Iterable[str] = _CASES) -> int:
    """The set of cells of these genders, numbers and cases.

    >>> cells("f", "s") & cells("m") == 0
    True
    """
    mask = 0
    for g in genders:
        for n in numbers:
            for c in cases:
                mask |= 1 << (_GENDERS.index(g) * 4 + _NUMBERS.index(n) * 2 + _CASES.index(c))
    return mask


ANY = cells()
SINGULAR, PLURAL = cells(numbers="s"), cells(numbers="p")
DIRECT, OBLIQUE = cells(cases=("direct",)), cells(cases=("oblique",))
#: What an adjectival form of this gender and number goes with.
ADJECTIVAL = {
    ("m", "s"): cells("mn", "s"),
    ("f", "s"): cells("f", "s"),
    ("m", "p"): cells("m", "p"),
    ("f", "p"): cells("nf", "p"),
}

_NOUN_POS = "noun"
#: Fewer forms than this are looked up one by one.
_FEW = 12
_SPACES = frozenset(" \u00a0\u202f")
_FINITE = frozenset(("indicative", "subjunctive", "imperative"))


class Profile(NamedTuple):
    """All that the dictionary says of a form, folded together for quick questions.

    Attributes:
        noun: cells of its noun readings (0: it is no noun).
        noun_definite: those of them that carry the article.
        adjective: cells of its adjective and participle readings.
        adjective_definite: those of them that carry the article.
        moods: verb moods it may stand in: indicative, subjunctive, infinitive, participle ...
        pos: parts of speech it may be, participles counted as ``participle``.
        known: the dictionary has it at all.
        finite: it may be a finite verb.
        only_noun, only_nominal, only_adjectival, only_verb: it can be nothing else (nominal: noun,
            adjective or participle; adjectival: adjective or participle).
        articled: nothing but a noun with the article, in the nominative or accusative.
    """

    noun: int
    noun_definite: int
    adjective: int
    adjective_definite: int
    moods: frozenset[str]
    pos: frozenset[str]
    known: bool
    finite: bool
    only_noun: bool
    only_nominal: bool
    only_adjectival: bool
    only_verb: bool
    articled: bool

    @property
    def nominal(self) -> int:
        """Cells of all its noun and adjective readings."""
        return self.noun | self.adjective


_ONLY_NOUN = frozenset(("noun",))
_ONLY_VERB = frozenset(("verb",))
_ADJECTIVAL_POS = frozenset(("adjective", "participle"))
_NOMINAL = frozenset(("noun", "adjective", "participle"))


def _profile(
    noun: tuple[int, int], adjective: tuple[int, int], moods: frozenset[str], pos: frozenset[str]
) -> Profile:
    """The profile with these cells (all, with the article), moods and parts of speech."""
    only_noun = pos == _ONLY_NOUN
    return Profile(
        *noun,
        *adjective,
        moods=moods,
        pos=pos,
        known=bool(pos),
        finite=not _FINITE.isdisjoint(moods),
        only_noun=only_noun,
        only_nominal=bool(pos) and pos <= _NOMINAL,
        only_adjectival=bool(pos) and pos <= _ADJECTIVAL_POS,
        only_verb=pos == _ONLY_VERB,
        articled=only_noun
        and noun[0] == noun[1]
        and bool(noun[0] & DIRECT)
        and not noun[0] & OBLIQUE,
    )


UNKNOWN = _profile((0, 0), (0, 0), frozenset(), frozenset())


def _definite_plural(case: str) -> Profile:
    mask = cells("n", "p", (case,))
    return _profile((mask, mask), (0, 0), frozenset(), _ONLY_NOUN)


_GUESSES = (("urile", _definite_plural("direct")), ("urilor", _definite_plural("oblique")))


def profile(form: str) -> Profile:
    """The profile of a word form; :data:`UNKNOWN` if the dictionary does not list it.

    Unlisted nouns in -urile and -urilor (supermarketurile) are told by their ending.
    """
    from mtqa.knowledge.lexicon import romanian

    readings = romanian().analyses(to_comma(form))
    if readings:
        return folded(readings)
    return next((guess for ending, guess in _GUESSES if form.endswith(ending)), UNKNOWN)


def spread(mask: int) -> int:
    """The cells of a set with the cells of the other case added: gender and number alone count."""
    return mask | ((mask & DIRECT) << 1) | ((mask & OBLIQUE) >> 1)


class Word(NamedTuple):
    """A token with what the dictionary says of it.

    Attributes:
        start, end: half-open code-point span.
        text: as it stands.
        lower: in lower case, with ș, ț for the legacy ş, ţ.
        profile: what it can be.
    """

    start: int
    end: int
    text: str
    lower: str
    profile: Profile

    @property
    def common(self) -> bool:
        """Whether it is written in lower-case letters: no name, no figure, no mark."""
        return self.text.islower()


class WordList(tuple[Word, ...]):
    """The words of a text, with the places of each."""

    text: str
    places: dict[str, list[int]]

    def at(self, forms: Collection[str]) -> list[int]:
        """The indices of the words that read, in lower case, one of `forms`, in order."""
        places = self.places
        if places.keys().isdisjoint(forms):  # what most checks hear of most sentences
            return []
        if len(forms) < _FEW:
            found = [index for form in forms if form in places for index in places[form]]
        else:
            found = [i for form, where in places.items() if form in forms for i in where]
        found.sort()
        return found

    @cached_property
    def articled(self) -> list[int]:
        """The indices of what can only be a noun with the article, not in the genitive."""
        return [index for index, word in enumerate(self) if word.profile.articled]

    @cached_property
    def adjectival(self) -> list[int]:
        """The indices of what can only be an adjective or a participle."""
        return [index for index, word in enumerate(self) if word.profile.only_adjectival]

    def spaced(self, index: int) -> bool:
        """Whether the word at `index` stands one space after the word before it."""
        return (
            0 < index < len(self) and self.text[self[index - 1].end : self[index].start] in _SPACES
        )

    def lower(self, index: int) -> str:
        """The word at `index` in lower case, ``""`` outside the text."""
        return self[index].lower if 0 <= index < len(self) else ""

    def hyphenated(self, index: int) -> bool:
        """Whether the next token leans on this one (``site`` in ``site-uri``)."""
        after = index + 1
        return (
            after < len(self)
            and self[after].start == self[index].end
            and (self[after].text[0] in "-\u2010\u2011")
        )


@lru_cache(maxsize=2)
def words(document: Document) -> WordList:
    """The words of a document; kept, since many checks ask for those of the same document."""
    found = WordList([Word(start, end, text, *_seen(text)) for start, end, text in document.tokens])
    found.text = document.text
    found.places = {}
    for index, word in enumerate(found):
        found.places.setdefault(word.lower, []).append(index)
    return found


@lru_cache(maxsize=EVERY_WORD)
def _seen(text: str) -> tuple[str, Profile]:
    return to_comma(text.lower()), profile(text)


class _Entry(NamedTuple):
    """What one reading adds to a profile."""

    pos: str
    mood: str
    noun: int
    adjective: int
    definite: bool


def folded(readings: Iterable[Analysis]) -> Profile:
    """The profile of a form with these readings."""
    noun = noun_definite = adjective = adjective_definite = 0
    moods: set[str] = set()
    pos: set[str] = set()
    for reading in readings:
        # the adjectives in -e are meant (mare), not the participles of verbs in -e (deschis)
        in_e = reading.lemma.endswith("e") and reading.pos != "verb"
        entry = _entry(reading.tag, in_e, _has_plural_for_both(reading))
        pos.add(entry.pos)
        if entry.mood:
            moods.add(entry.mood)
        noun |= entry.noun
        adjective |= entry.adjective
        if entry.definite:
            noun_definite |= entry.noun
            adjective_definite |= entry.adjective
    return _profile(
        (noun, noun_definite), (adjective, adjective_definite), frozenset(moods), frozenset(pos)
    )


@lru_cache(maxsize=4_000)
def _entry(tag: str, in_e: bool, plural_for_both: bool) -> _Entry:
    """What a reading with this tag adds; there are few tags, so the answers are kept."""
    reading = Analysis("", tag)
    pos = reading.pos
    if pos == "verb" and reading.mood == "participle":
        pos = "participle"
    noun = adjective = 0
    if pos == _NOUN_POS:
        noun = cells(reading.gender or "mnf", reading.number or "sp", _cases(reading))
    elif pos in _ADJECTIVAL_POS:
        adjective = _adjective_cells(reading, in_e, plural_for_both)
    return _Entry(pos, reading.mood, noun, adjective, bool(reading.definite))


def _has_plural_for_both(reading: Analysis) -> bool:
    """Whether masculines and feminines share the plural: migratorii, adânci, lungi, firești."""
    return reading.lemma.endswith(("iu", "c", "g"))


def _adjective_cells(reading: Analysis, in_e: bool, plural_for_both: bool) -> int:
    """The cells of an adjective; where two genders share a form, the dictionary may list one."""
    gender, number = reading.gender, reading.number
    if not reading.definite and (in_e or (plural_for_both and number == "p")):
        gender = ""
    mask = 0
    for g in gender or "mf":
        for n in number or "sp":
            mask |= ADJECTIVAL["m" if g == "n" else g, n]
    return mask & cells(cases=_cases(reading))


def _cases(reading: Analysis) -> tuple[str, ...]:
    """The cases of a reading; an indefinite masculine or plural form serves in all of them."""
    if reading.case == "oblique":
        return ("oblique",)
    feminine_singular = reading.gender == "f" and reading.number == "s"
    return ("direct",) if reading.definite or feminine_singular else _CASES
