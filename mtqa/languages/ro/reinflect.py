"""The same form of another word: ``locațiilor`` for loc is ``locurilor``.

The dictionary analyses forms but does not make them: candidates are made by rule (endings on the
stems that Romanian sound changes give) and the dictionary says which of them is the form wanted.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from mtqa.common.memory import NAMES
from mtqa.knowledge import Analysis, romanian

_ENDINGS = (
    "", "ul", "ului", "l", "lui", "le", "i", "ii", "ilor", "lor", "uri", "urile", "urilor", "e",
    "ele", "elor", "a", "ei", "ea", "ele", "ă", "u", "ile", "ua", "iei", "ia", "ie",
)  # fmt: skip
_FINAL = {"t": "ț", "d": "z", "s": "ș", "c": "c", "g": "g", "l": ""}
_INNER = (("a", "ă"), ("oa", "o"), ("ea", "e"), ("ă", "e"), ("â", "i"), ("a", "e"))

#: Number, case and article of a form.
Features = tuple[str, str, bool | None]


def features(form: str, lemma: str) -> tuple[Features, ...]:
    """What the form can be as a form of the lemma, the dictionary's first reading first."""
    return tuple(dict.fromkeys(
        _features(reading) for reading in romanian().analyses(form.lower())
        if reading.lemma == lemma and reading.pos in ("noun", "adjective")
    ))  # fmt: skip


def _features(reading: Analysis) -> Features:
    return reading.number, reading.case, reading.definite


@lru_cache(maxsize=NAMES)
def form_of(
    lemma: str, wanted: tuple[Features, ...], gender: str = "", pos: str = "noun"
) -> str | None:
    """The form of a noun or adjective in the first of the features that it has.

    Args:
        lemma: in lower case.
        wanted: number, case and article, the likeliest first.
        gender: the gender an adjective must have; empty for nouns.
        pos: noun or adjective.

    >>> form_of("loc", (("p", "oblique", True),))
    'locurilor'
    """
    made = {
        form: {_features(a) for a in romanian().analyses(form)
               if a.lemma == lemma and a.pos == pos and (not gender or a.gender == gender)}
        for form in dict.fromkeys(_candidates(lemma))
    }  # fmt: skip
    return next((form for one in wanted for form, found in made.items() if one in found), None)


@lru_cache(maxsize=NAMES)
def noun_in(form: str, case: str, definite: bool) -> str | None:
    """A noun in another case or without its article, in the same number.

    Returns None where the dictionary has no such form, or more than one.

    >>> noun_in("ploile", "oblique", True)
    'ploilor'
    """
    readings = [a for a in romanian().analyses(form) if a.pos == "noun" and a.number]
    bare = [a for a in readings if (a.number, a.case, a.definite) == ("s", "oblique", False)]
    made = {
        form_of(reading.lemma, ((reading.number, case, definite),))
        for reading in (bare if case == "oblique" and bare else readings)  # poluări for poluării
    }
    made.discard(None)
    return made.pop() if len(made) == 1 else None


@lru_cache(maxsize=NAMES)
def adjective_in(form: str, gender: str, number: str) -> str | None:
    """An adjective or participle in another gender or number, without article.

    Returns None where the dictionary has no such form, or more than one.

    >>> adjective_in("scăzută", "m", "s")
    'scăzut'
    """
    lemmas = {a.lemma for a in romanian().analyses(form) if a.pos == "adjective"}
    wanted = ((number, "direct", False),)
    made = {form_of(lemma, wanted, gender, "adjective") for lemma in lemmas} - {None}
    return made.pop() if len(made) == 1 else None


#: What the third person ends in, singular or plural, indicative or subjunctive.
_PERSONAL = (
    "", "ă", "e", "ește", "esc", "ească", "ează", "eze", "u", "ie", "iază", "ieze", "ea", "eau",
    "au", "a", "i", "iau",
)  # fmt: skip


@lru_cache(maxsize=NAMES)
def finite_in(form: str, number: str = "", mood: str = "indicative") -> str | None:
    """A verb in the third person, in another number or mood, in the same tense.

    Returns None where the dictionary has no such form, or more than one.

    >>> finite_in("decide", "p"), finite_in("merge", mood="subjunctive")
    ('decid', 'meargă')
    """
    readings = [a for a in romanian().analyses(form) if a.mood == "indicative" and a.person == 3]
    lemmas = {(a.lemma, a.tag[8]) for a in readings}
    if len(lemmas) != 1:
        return None
    lemma, tense = lemmas.pop()
    made = {
        made
        for made in _conjugated(form)
        for a in romanian().analyses(made)
        if a.lemma == lemma and a.person == 3 and a.mood == mood
        and (not number or a.number == number)
        and (mood != "indicative" or a.tag[8] == tense)
    }  # fmt: skip
    return made.pop() if len(made) == 1 else None


def _conjugated(form: str) -> Iterator[str]:
    """Forms that may be of the same verb: other endings on the stems that sound changes give."""
    stems = {form, form[:-1], form[:-2], form[:-3], form[:-4]}
    for stem in tuple(stems):
        if stem[-1:] in _FINAL:
            stems.add(stem[:-1] + _FINAL[stem[-1]])
        stems |= {stem[:-1] + back for front, back in _FINAL.items() if front and stem[-1:] == back}
    for stem in tuple(stems):
        for old, new in (*_INNER, *((new, old) for old, new in _INNER)):
            at = stem.rfind(old)
            if at > 0:
                stems.add(stem[:at] + new + stem[at + len(old) :])
    yield from sorted({stem + ending for stem in stems for ending in _PERSONAL if len(stem) > 1})


def _candidates(lemma: str) -> Iterator[str]:
    stems = [lemma, lemma[:-1], lemma[:-2]] if len(lemma) > 3 else [lemma, lemma[:-1]]
    for stem in tuple(stems):
        if stem[-1:] in _FINAL:
            stems.append(stem[:-1] + _FINAL[stem[-1]])
    for stem in tuple(stems):
        for old, new in _INNER:
            at = stem.rfind(old)
            if at > 0:
                stems.append(stem[:at] + new + stem[at + len(old) :])
    yield from (stem + ending for stem in stems for ending in _ENDINGS if len(stem) > 1)


def noun_phrase(phrase: str, slot: tuple[Features, ...]) -> str | None:
    """A noun phrase in other features: its head and the adjectives right after it change.

    Args:
        phrase: with or without article: ``Uniunea Europeană``, ``ardei iute``.
        slot: number, case and article wanted of the head, the likeliest first.

    Returns:
        ``None`` where the dictionary cannot make the form.

    >>> noun_phrase("Uniunea Europeană", (("s", "oblique", True),))
    'Uniunii Europene'
    """
    words = phrase.split(" ")
    nouns = [a for a in romanian().analyses(words[0].lower()) if a.pos == "noun"]
    if not nouns:
        return None
    head = _cased(words[0], form_of(nouns[0].lemma, slot))
    if head is None:
        return None
    made = [head]
    chosen = features(head, nouns[0].lemma)
    agreed = next((one for one in slot if one in chosen), slot[0])
    female = nouns[0].gender == "f" or (nouns[0].gender == "n" and agreed[0] == "p")
    for number, word in enumerate(words[1:], 1):
        lemmas = [a.lemma for a in romanian().analyses(word.lower()) if a.pos == "adjective"]
        if not lemmas:
            return " ".join([*made, *words[number:]])
        wanted = ((agreed[0], agreed[1], False), (agreed[0], "direct", False))
        form = _cased(word, form_of(lemmas[0], wanted, "f" if female else "m", "adjective"))
        if form is None:
            return None
        made.append(form)
    return " ".join(made)


def _cased(model: str, form: str | None) -> str | None:
    return form and (form.capitalize() if model[:1].isupper() else form)
