"""What agrees with what in a tree: cells of words, subjects, finite verbs, antecedents.

Gender, number and case are sets of cells (:mod:`mtqa.languages.ro.agreement`). A word has those of
all that the dictionary says of its form, so that a clash is none of the tagger's making.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from mtqa.common.memory import WORDS
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import word_set
from mtqa.knowledge.spelling import comma
from mtqa.languages.ro.agreement import (
    ADJECTIVAL,
    ANY,
    DIRECT,
    PLURAL,
    SINGULAR,
    cells,
    profile,
    spread,
)
from mtqa.languages.ro.parse import Parse, Word

#: Parts of speech that may be subjects.
NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
SUBJECTS = ("nsubj", "nsubj:pass")
#: Person and number of a finite verb: ``(3, "p")``.
Persons = frozenset[tuple[int, str]]
THIRD: Persons = frozenset({(3, "s"), (3, "p")})
_AUXILIARY = ("aux", "aux:pass", "cop")
#: Auxiliaries, with the persons that they may stand for.
_FINITE: dict[str, Persons] = {
    form: frozenset((int(cell[0]), cell[1]) for cell in said.split())
    for form, said in {
        "a": "3s", "-a": "3s", "au": "3p", "-au": "3p", "am": "1s 1p", "-am": "1s 1p", "ai": "2s",
        "ați": "2p", "va": "3s", "vor": "3p", "voi": "1s", "vei": "2s", "vom": "1p", "veți": "2p",
        "este": "3s", "e": "3s", "sunt": "1s 3p", "sînt": "1s 3p", "era": "3s", "erau": "3p",
        "fu": "3s", "fură": "3p", "fusese": "3s", "fuseseră": "3p", "suntem": "1p",
        "sunteți": "2p", "ești": "2s", "aș": "1s", "ar": "3s 3p", "-i": "3s", "-s": "1s 3p",
    }.items()
}  # fmt: skip
_GENDER = {"Masc": "m", "Fem": "f"}
_NUMBER = {"Sing": "s", "Plur": "p"}
_CASES = {"Acc,Nom": ("direct",), "Dat,Gen": ("oblique",)}
#: Unstressed pronouns in the accusative.
CLITICS = {
    "l-": ("m", "s"), "îl": ("m", "s"), "-l": ("m", "s"), "o": ("f", "s"), "-o": ("f", "s"),
    "îi": ("m", "p"), "i-": ("m", "p"), "-i": ("m", "p"), "le": ("f", "p"), "le-": ("f", "p"),
    "-le": ("f", "p"),
}  # fmt: skip
#: Words before an antecedent among which another may be meant.
_FAR = 12
_STRESSED = frozenset(
    "el ea ei ele acesta aceștia acestea aceia acelea unii unele cineva nimeni".split()
)


def lower(word: Word) -> str:
    """The word in lower case, with ș and ț for the legacy letters."""
    return comma(word.text.lower())


# --- cells -------------------------------------------------------------------------------------


@lru_cache(maxsize=WORDS)
def pronominal(form: str) -> int:
    """The cells of a form's readings as a determiner, numeral or pronoun, in lower case."""
    mask = 0
    kinds = ("determiner", "numeral", "pronoun")
    readings = [reading for reading in romanian().analyses(form) if reading.pos in kinds]
    # the numeral "doi" is listed without its gender, the determiner with it
    for reading in [one for one in readings if one.gender] or readings:
        bound = reading.case in ("direct", "oblique") and reading.tag[5] != "a"
        within = cells(cases=(reading.case,)) if bound else ANY
        for gender in reading.gender or "mf":
            for number in reading.number or "sp":
                mask |= ADJECTIVAL["m" if gender == "n" else gender, number] & within
    return mask


def tagged(word: Word) -> int:
    """The cells that the tagger saw."""
    mask = 0
    for gender in _GENDER.get(word.get("Gender")) or "mf":
        for number in _NUMBER.get(word.get("Number")) or "sp":
            mask |= ADJECTIVAL[gender, number]
    within = _CASES.get(word.get("Case"))
    return mask & cells(cases=within) if within else mask


def nominal(word: Word) -> int:
    """The cells of a noun; 0 where the dictionary has no such noun."""
    return profile(word.text).noun


def standing(word: Word) -> int:
    """The cells of a noun or pronoun; 0 where the dictionary has none."""
    return nominal(word) or pronominal(lower(word))


def adjectival(word: Word) -> int:
    """The cells of an adjective, participle, determiner or numeral."""
    return profile(word.text).adjective | pronominal(lower(word))


def weak(word: Word) -> int:
    """The cells of an unstressed pronoun in the accusative: ``l-``, ``o``; 0 if it is none."""
    cell = CLITICS.get(lower(word))
    return ADJECTIVAL[cell] if cell and word.get("Strength") == "Weak" else 0


# --- the tree ----------------------------------------------------------------------------------


def children(parse: Parse, word: Word, *deprels: str) -> Iterator[Word]:
    """The dependents of a word with these relations."""
    for index in parse.children(word.index):
        if parse.words[index].deprel in deprels:
            yield parse.words[index]


def ancestors(parse: Parse, word: Word) -> Iterator[Word]:
    """The words that govern a word, the nearest first."""
    while word.head != word.index:
        word = parse.words[word.head]
        yield word


def sentence(parse: Parse, word: Word) -> tuple[int, int]:
    """The half-open range of the words of a word's sentence."""
    return parse.sentences[bisect_right(parse.sentences, word.index, key=itemgetter(0)) - 1]


def after(parse: Parse, word: Word, many: int = 1) -> tuple[Word, ...]:
    """The words right behind a word, no more than its sentence has."""
    return parse.words[word.index + 1 : min(word.index + 1 + many, sentence(parse, word)[1])]


def before(parse: Parse, word: Word, many: int = 1) -> tuple[Word, ...]:
    """The words right before a word, no more than its sentence has."""
    return parse.words[max(word.index - many, sentence(parse, word)[0]) : word.index]


def between(parse: Parse, one: Word, other: Word) -> tuple[Word, ...]:
    """The words between two words, whichever comes first."""
    first, last = sorted((one.index, other.index))
    return parse.words[first + 1 : last]


def governed(parse: Parse, word: Word) -> bool:
    """Whether a preposition stands before the word, so that it is no subject."""
    while not any(child.upos == "ADP" for child in children(parse, word, "case", "fixed")):
        if word.deprel != "conj" or word.head == word.index:
            return False
        word = parse.words[word.head]  # în Rogaland și Agder
    return True


def marked(parse: Parse, word: Word, *marks: str) -> bool:
    """Whether a clause begins with one of these: ``să``, ``că``, the infinitive's ``a``."""
    return any(lower(child) in marks for child in children(parse, word, "mark"))


def leans(parse: Parse, word: Word) -> bool:
    """Whether an ending is joined to the word by a hyphen (``summit-urile``)."""
    place = word.index + 1
    follows = parse.words[place] if place < len(parse.words) else None
    return follows is not None and follows.start == word.end and follows.text[0] in "-\u2010\u2011"


def summed(words: tuple[Word, ...]) -> bool:
    """Whether a conjunction among the words may join nouns, so that a plural sums them up."""
    return any(lower(word) in _JOINS for word in words)


_JOINS = frozenset("și sau ori nici cu plus respectiv precum & dar iar".split())


# --- finite verbs ------------------------------------------------------------------------------


def persons(parse: Parse, word: Word) -> tuple[Word, Persons] | None:
    """The finite form of a predicate and what it can be; None for a predicate that has none."""
    for child in children(parse, word, *_AUXILIARY):
        form = lower(child)
        if form in ("o", "fiind"):
            return None  # o să, with any person; no finite verb
        found = _FINITE.get(form) or (finite(form) if form != "fie" else None)
        if found:
            return child, found
    for child in children(parse, word, "advmod"):
        if lower(child) == "poate" and word.get("VerbForm") == "Inf":
            return child, frozenset({(3, "s")})
    if word.upos not in ("VERB", "AUX") or word.get("VerbForm") != "Fin":
        return None
    found = finite(lower(word))
    return (word, found) if found else None


@lru_cache(maxsize=WORDS)
def finite(form: str) -> Persons:
    """The persons of a form's finite readings, in lower case; empty if it has none."""
    if form in _FINITE:
        return _FINITE[form]
    found = frozenset(
        (reading.person, number)
        for reading in romanian().analyses(form)
        if reading.pos == "verb" and reading.person
        for number in reading.number or "sp"
    )
    # the dictionary gives some of these the singular only (diferă)
    return found | THIRD if form.endswith("ă") and (3, "s") in found else found


# --- subjects ----------------------------------------------------------------------------------


def subjects(parse: Parse, predicate: Word) -> list[Word]:
    """The words that the parser calls subjects of a predicate."""
    return list(children(parse, predicate, *SUBJECTS))


class Subject(NamedTuple):
    """A subject with what its predicate may be.

    Attributes:
        word: the head of the phrase.
        persons: what the verb may be.
        cells: what a predicative adjective may be, whatever the case.
    """

    word: Word
    persons: Persons
    cells: int


def subject(parse: Parse, head: Word, clause: Word) -> Subject | None:
    """What agrees with a subject; None where the dictionary does not tell.

    Args:
        head: the noun or pronoun; for ``care`` its antecedent is judged.
        clause: the predicate.
    """
    if head.upos == "PRON" and head.lemma == "care":
        antecedent = parse.words[clause.head]
        if not clause.deprel.startswith("acl") or antecedent.index > head.index:
            return None
        mask = meant(parse, antecedent, head)
        return Subject(antecedent, _numbers(mask), mask) if mask else None
    if governed(parse, head):
        return None
    if head.upos == "PRON":
        return _pronoun(parse, head)
    found = nominal(head)
    if head.get("Definite") == "Def":  # vecinii is no plural of vecinie
        found = profile(head.text).noun_definite & DIRECT or found
    proper = head.upos == "PROPN" and not any(a.proper for a in romanian().analyses(head.text))
    if head.upos not in ("NOUN", "PROPN") or proper or not found & DIRECT:
        return None
    found &= _determined(parse, head)
    return _phrase(parse, head, spread(found & DIRECT)) if found & DIRECT else None


def _determined(parse: Parse, head: Word) -> int:
    """The cells that the determiners before a noun leave: acestei case is no subject."""
    mask = DIRECT
    for word in children(parse, head, "det"):
        seen = pronominal(lower(word))
        if word.index < head.index and word.upos == "DET" and "Poss" not in word.feats and seen:
            mask &= spread(seen & DIRECT)
    return mask


def _pronoun(parse: Parse, word: Word) -> Subject | None:
    if lower(word) not in _STRESSED or any(children(parse, word, "conj", "nmod")):
        return None
    mask = spread(pronominal(lower(word)) & tagged(word))
    return Subject(word, _numbers(mask), mask) if mask else None


def _phrase(parse: Parse, word: Word, mask: int) -> Subject:
    """The subject with what it counts (o serie de oameni) and what it is joined to."""
    found = _numbers(mask)
    for other in _counted(parse, word):
        mask |= spread(nominal(other) or ANY)
        found |= {(3, "p")}
    if any(children(parse, word, "nummod")):
        mask |= PLURAL
    others = list(children(parse, word, "conj"))
    if others:
        for other in others:
            mask |= spread(nominal(other) or ANY)
        mask |= PLURAL
        joint = [lower(c) for other in others for c in children(parse, other, "cc")]
        found = found | {(3, "p")} if joint == ["și"] else THIRD
    return Subject(word, found, mask)


def _numbers(mask: int) -> Persons:
    return frozenset((3, n) for n, m in (("s", SINGULAR), ("p", PLURAL)) if mask & m)


def _counted(parse: Parse, word: Word) -> list[Word]:
    """What a word of quantity counts: the people of ``majoritatea oamenilor``, ``o serie de``."""
    quantity = word.lemma.lower() in word_set("agreement", "quantity")
    found = []
    for child in children(parse, word, "nmod", "nmod:pmod"):
        prepositions = {lower(c) for c in children(parse, child, "case")}
        many = bool(nominal(child) & PLURAL) and child.get("Number") != "Sing"
        loose = bool(prepositions & {"de", "din", "dintre"}) and word.get("Definite") != "Def"
        if many and (quantity or loose):
            found.append(child)
    return found or ([word] if quantity else [])


def meant(parse: Parse, antecedent: Word, relative: Word) -> int:
    """The cells, whatever the case, of all that ``care`` may stand for; 0 if that is not known."""
    own = {antecedent.index, *(word.index for word in ancestors(parse, antecedent))}
    own |= set(parse.subtree(antecedent.index))
    mask = 0
    first = max(sentence(parse, relative)[0], antecedent.index - _FAR)
    for word in parse.words[first : relative.index]:
        if word.upos in NOMINAL:
            found = standing(word)
            if not found and word.index in own:
                return 0
            mask |= found | (PLURAL if word.upos == "NUM" else 0)
        elif word.upos in ("ADJ", "VERB") and word.get("VerbForm") != "Fin":
            mask |= profile(word.text).nominal
        if lower(word) in ("și", "sau", "ori"):
            mask |= PLURAL
    return spread(mask)


__all__ = [
    "CLITICS", "NOMINAL", "SUBJECTS", "THIRD", "Persons", "Subject", "adjectival", "after",
    "ancestors", "before", "between", "children", "finite", "governed", "leans", "lower", "marked",
    "meant", "nominal", "persons", "pronominal", "sentence", "standing", "subject", "subjects",
    "summed", "tagged", "weak",
]  # fmt: skip
