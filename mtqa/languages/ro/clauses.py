"""What agrees with what in a tree: gender, number and case of words, subjects, antecedents.

A word has the cells (:mod:`mtqa.languages.ro.agreement`) of all that the dictionary says of its
form and of what the tagger saw; a clash is seen only where neither lets the two agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from mtqa.common.memory import EVERY_WORD
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro.agreement import ADJECTIVAL, ANY, DIRECT, PLURAL, SINGULAR, cells, profile, spread
from mtqa.languages.ro.parse import Parse, Word

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_AUXILIARY = ("aux", "aux:pass", "cop")
#: Person and number of a finite verb: ``(3, "p")``.
Persons = frozenset[tuple[int, str]]
EITHER: Persons = frozenset({(3, "s"), (3, "p")})
#: Auxiliaries, with the persons that they may stand for.
_FINITE: dict[str, Persons] = {
    form: frozenset((int(cell[0]), cell[1]) for cell in cells_.split())
    for form, cells_ in {
        "a": "3s", "-a": "3s", "au": "3p", "-au": "3p", "am": "1s 1p", "-am": "1s 1p", "ai": "2s",
        "ați": "2p", "va": "3s", "vor": "3p", "voi": "1s", "vei": "2s", "vom": "1p", "veți": "2p",
        "este": "3s", "e": "3s", "sunt": "1s 3p", "era": "3s", "erau": "3p", "fu": "3s",
        "fusese": "3s", "fuseseră": "3p", "fură": "3p", "sînt": "1s 3p", "aș": "1s",
        "suntem": "1p", "sunteți": "2p", "ești": "2s", "ar": "3s 3p",
        "-i": "3s", "-s": "1s 3p",
    }.items()
}  # fmt: skip
_UD_GENDER = {"Masc": "m", "Fem": "f"}
_UD_NUMBER = {"Sing": "s", "Plur": "p"}
_UD_CASES = {"Acc,Nom": ("direct",), "Dat,Gen": ("oblique",)}


@lru_cache(maxsize=EVERY_WORD)
def pronominal(form: str) -> int:
    """The cells of a form's readings as a determiner, numeral or pronoun."""
    mask = 0
    kinds = ("determiner", "numeral", "pronoun")
    readings = [reading for reading in romanian().analyses(form) if reading.pos in kinds]
    for reading in [one for one in readings if one.gender] or readings:
        within = {"direct": ("direct",), "oblique": ("oblique",)}.get(reading.case)
        case = cells(cases=within) if within and reading.tag[5] != "a" else ANY
        for gender in reading.gender or "mf":
            for number in reading.number or "sp":
                mask |= ADJECTIVAL["m" if gender == "n" else gender, number] & case
    return mask


def tagged(word: Word) -> int:
    """The cells that the tagger saw."""
    gender, number = _UD_GENDER.get(word.get("Gender")), _UD_NUMBER.get(word.get("Number"))
    mask = 0
    for one in gender or "mf":
        for many in number or "sp":
            mask |= ADJECTIVAL[one, many]
    within = _UD_CASES.get(word.get("Case"))
    return mask & cells(cases=within) if within else mask


def nominal(word: Word) -> int:
    """The cells of a noun, by the dictionary; 0 where it has no such noun."""
    return profile(word.text).noun


def adjectival(word: Word) -> int:
    """The cells of an adjective, participle, determiner or numeral, by the dictionary."""
    seen = profile(word.text)
    return seen.adjective | pronominal(comma(word.text.lower()))


def persons(parse: Parse, word: Word) -> tuple[Word, Persons] | None:
    """The finite form of a predicate and what it can be; None for a predicate that has none."""
    for index in parse.children(word.index):
        child = parse.words[index]
        if child.deprel in _AUXILIARY:
            found = _FINITE.get(comma(child.text.lower()))
            if found:
                return child, found
            if child.text.lower() == "o":
                return None
            finite = _finite(comma(child.text.lower())) if child.text.lower() != "fie" else None
            if finite:
                return child, finite
        elif child.text.lower() == "poate" and word.get("VerbForm") == "Inf":
            return child, frozenset({(3, "s")})
    if word.upos not in ("VERB", "AUX") or word.get("VerbForm") != "Fin":
        return None
    finite = _finite(comma(word.text.lower()))
    return (word, finite) if finite else None


@lru_cache(maxsize=EVERY_WORD)
def _finite(form: str) -> Persons:
    if form in _FINITE:
        return _FINITE[form]
    found = frozenset(
        (reading.person, number)
        for reading in romanian().analyses(form)
        if reading.pos == "verb" and reading.person
        for number in reading.number or "sp"
    )
    # the dictionary gives some of these the singular only (diferă)
    return found | EITHER if form.endswith("ă") and (3, "s") in found else found


def subjects(parse: Parse, predicate: Word) -> list[Word]:
    """The words that the parser calls subjects of a predicate."""
    found = (parse.words[index] for index in parse.children(predicate.index))
    return [word for word in found if word.deprel in ("nsubj", "nsubj:pass")]


def children(parse: Parse, word: Word, *deprels: str) -> Iterator[Word]:
    """The dependents of a word with these relations."""
    for index in parse.children(word.index):
        if parse.words[index].deprel in deprels:
            yield parse.words[index]


def governed(parse: Parse, word: Word) -> bool:
    """Whether a preposition stands before the word, so that it is no subject."""
    return any(child.upos == "ADP" for child in children(parse, word, "case", "fixed"))


def conjuncts(parse: Parse, word: Word) -> list[Word]:
    """The words that are joined to a word by ``și``, ``sau`` or a comma."""
    return list(children(parse, word, "conj"))


def joined(parse: Parse, words: list[Word]) -> str:
    """The conjunction of coordinated words, in lower case: ``și``, ``sau``; ``""`` if none."""
    for word in reversed(words):
        for child in children(parse, word, "cc"):
            return comma(child.text.lower())
    return ""


def antecedents(parse: Parse, relative: Word, clause: Word) -> list[Word]:
    """The nouns that ``care`` may stand for: the nearest first, then those that govern it.

    Args:
        relative: the pronoun.
        clause: the predicate of its clause.
    """
    head = parse.words[clause.head]
    if not clause.deprel.startswith("acl") or head.index > relative.index:
        return []
    begin = max(sentence(parse, relative)[0], head.index - _FAR)
    near = {head.index: head}
    near |= {i: parse.words[i] for i in range(relative.index - 1, begin - 1, -1)}
    return [word for word in near.values() if word.upos in NOMINAL]


def window(parse: Parse, antecedent: Word, relative: Word) -> int:
    """The cells, whatever the case, of all that ``care`` may stand for; 0 if that is not known."""
    own = {antecedent.index, *(word.index for word in ancestors(parse, antecedent))}
    own |= set(parse.subtree(antecedent.index))
    mask = 0
    for index in range(max(sentence(parse, relative)[0], antecedent.index - _FAR), relative.index):
        word = parse.words[index]
        seen = profile(word.text)
        if word.upos in NOMINAL:
            found = seen.noun or pronominal(comma(word.text.lower()))
            if not found and index in own:
                return 0
            mask |= found
            if word.upos == "NUM":
                mask |= PLURAL
        elif word.upos in ("ADJ", "VERB") and word.get("VerbForm") != "Fin":
            mask |= seen.nominal
        if comma(word.text.lower()) in ("și", "sau", "ori"):
            mask |= PLURAL
    return spread(mask)


def leans(parse: Parse, word: Word) -> bool:
    """Whether an ending is joined to the word by a hyphen (``summit-urile``)."""
    after = word.index + 1
    return after < len(parse.words) and parse.words[after].start == word.end and parse.words[after].text[0] in "-\u2010\u2011"


def weak(word: Word) -> int:
    """The cells of an unstressed pronoun in the accusative: ``l-``, ``o``, ``le``; 0 if it is none."""
    cell = CLITICS.get(comma(word.text.lower()))
    return ADJECTIVAL[cell] if cell and word.get("Strength") == "Weak" else 0


CLITICS = {
    "l-": ("m", "s"), "îl": ("m", "s"), "-l": ("m", "s"), "o": ("f", "s"), "-o": ("f", "s"),
    "îi": ("m", "p"), "i-": ("m", "p"), "-i": ("m", "p"), "le": ("f", "p"), "le-": ("f", "p"),
    "-le": ("f", "p"),
}  # fmt: skip


def rivals(parse: Parse, subject: Word, predicate: Word, verb: Word) -> Iterator[Word]:
    """The words before a verb that may be its subject if the parser is wrong about it."""
    for index in range(sentence(parse, verb)[0], verb.index):
        word = parse.words[index]
        if index == subject.index or word.upos not in NOMINAL or governed(parse, word):
            continue
        if word.deprel in _TAKEN and word.head != predicate.index:
            continue
        if word.deprel in ("nmod", "det") and word.head == subject.index:
            continue
        found = nominal(word) or pronominal(comma(word.text.lower()))
        if word.lemma not in ("care", "ce") and (found & DIRECT or word.upos == "PROPN"):
            yield word


_TAKEN = ("nsubj", "nsubj:pass", "obj", "iobj", "xcomp", "expl", "obl")

#: Words before an antecedent among which another may be meant.
_FAR = 12


def sentence(parse: Parse, word: Word) -> tuple[int, int]:
    """The half-open range of the words of a word's sentence."""
    return next(span for span in parse.sentences if span[0] <= word.index < span[1])


def summed(parse: Parse, first: int, last: int) -> bool:
    """Whether a conjunction joins nouns between two places, so that a plural may sum them up."""
    return any(
        comma(parse.words[index].text.lower()) in _JOINS for index in range(first, last)
    )


_JOINS = frozenset("și sau ori nici cu plus respectiv precum & dar iar".split())


def ancestors(parse: Parse, word: Word) -> Iterator[Word]:
    """The words that govern a word, the nearest first."""
    while word.head != word.index:
        word = parse.words[word.head]
        yield word


class Subject(NamedTuple):
    """A subject with what its predicate may be.

    Attributes:
        word: the head of the phrase.
        persons: what the verb may be.
        cells: what a predicative adjective may be, whatever the case.
        many: whether it is coordinated or counts many (``o serie de oameni``).
    """

    word: Word
    persons: Persons
    cells: int
    many: bool


def subject(parse: Parse, word: Word, *, anywhere: bool = False) -> Subject | None:
    """What agrees with a subject; None where the dictionary does not tell.

    Args:
        word: a noun; for ``care`` its antecedent.
    """
    found = nominal(word)
    if word.upos not in ("NOUN", "PROPN") or not found & DIRECT or (word.upos == "PROPN" and not _place(word)):
        return None
    if not anywhere and governed(parse, word):
        return None
    mask = spread(found)
    persons = frozenset((3, n) for n, m in (("s", SINGULAR), ("p", PLURAL)) if mask & m)
    counted = _counted(parse, word)
    for other in counted:
        mask |= spread(nominal(other) or ANY)
        persons |= {(3, "p")}
    if any(children(parse, word, "nummod")):
        mask |= PLURAL
    others = conjuncts(parse, word)
    if others:
        joint = joined(parse, others)
        for other in others:
            mask |= spread(nominal(other) or ANY)
        mask |= spread(cells("m", "p")) | (PLURAL if mask & cells("mn") else cells("nf", "p"))
        persons = EITHER if joint != "și" else persons | {(3, "p")}
    return Subject(word, persons, mask, bool(others or counted))


def _place(word: Word) -> bool:
    return any(reading.proper for reading in romanian().analyses(word.text))


def _counted(parse: Parse, word: Word) -> list[Word]:
    """What a word of quantity counts: the people of ``majoritatea oamenilor``, ``o serie de``."""
    quantity = comma(word.lemma.lower()) in word_set("collectives", "quantity")
    found = []
    for child in children(parse, word, "nmod", "nmod:pmod"):
        prepositions = {c.text.lower() for c in children(parse, child, "case")}
        many = bool(nominal(child) & PLURAL) and child.get("Number") != "Sing"
        loose = bool(prepositions & {"de", "din", "dintre"}) and word.get("Definite") != "Def"
        if many and (quantity or loose):
            found.append(child)
    return found or ([word] if quantity else [])
