"""The right rendering in the form of the wrong one: ``romanele`` for *nuvelele*.

Nothing is made where the words around would no longer agree: ``o nuvelă`` is no place for *roman*.
"""

from __future__ import annotations

from mtqa.compare.meaning.keyed_words import Words
from mtqa.knowledge import Analysis, romanian
from mtqa.knowledge.rows import Row
from mtqa.languages.ro.reinflect import Features, form_of, noun_phrase

#: Letters that the forms of a verb share with its infinitive: all but so many, or just so many.
_ENDING, _SHARED = 2, 3
#: A form is longer than the lemma by no more letters than this.
_LONGER = 8
_AGREEING = frozenset(("determiner", "adjective", "article"))


def instead(row: Row, target: Words, first: int, last: int) -> str | None:
    """What can stand in the place of the words ``[first, last)`` of the target, if that is known.

    Args:
        row: the row that says that they are wrong.
        target: the words of the Romanian side.
        first, last: half-open range of word indices; its first word is the one that inflects.
    """
    right, form = row.shown, target[first].text
    if not right or form.isupper():
        return None
    readings = [
        reading for reading in romanian().analyses(form.lower()) if _is_meant(row, reading, form)
    ]
    made = _noun(right, readings, target, first, last) or _other(
        right, readings, Words(target[first + 1 : last])
    )
    if made is None or made == form.lower():
        return None
    return made[0].upper() + made[1:] if form[0].isupper() else made


def _is_meant(row: Row, reading: Analysis, form: str) -> bool:
    """Whether the reading is one that the row has in mind."""
    heads = [pattern.items[0] for pattern in row.wrong]
    return any(
        reading.lemma in head.keys or form.lower() in head.exact | head.keys for head in heads
    )


def _noun(right: str, readings: list[Analysis], target: Words, first: int, last: int) -> str | None:
    """A noun, or a noun with its adjectives, for a noun."""
    nouns = [reading for reading in readings if reading.pos == "noun"]
    head = right.split()[0]
    wanted = [a for a in romanian().analyses(head) if a.pos == "noun"]
    if not nouns or not wanted:
        return None
    alone = not (_agrees(target, first - 1) or _agrees(target, last))
    slots: list[Features] = [
        (noun.number, noun.case, noun.definite)
        for noun in nouns
        if (alone or _gender(noun, noun.number) == _gender(wanted[0], noun.number))
        and (noun.number == "s" or len({a.gender for a in wanted}) == 1)  # romani, romane
    ]
    return noun_phrase(right, tuple(dict.fromkeys(slots))) if slots else None


def _gender(noun: Analysis, number: str) -> str:
    """What agrees with a noun is masculine or feminine; with a neuter it depends on the number."""
    if noun.gender != "n":
        return noun.gender
    return "f" if number == "p" else "m"


def _agrees(target: Words, index: int) -> bool:
    """Whether the word may agree with the noun beside it."""
    if not 0 <= index < len(target):
        return False
    return any(
        reading.pos in _AGREEING or reading.mood == "participle"
        for reading in romanian().analyses(target[index].text.lower())
    )


def _other(right: str, readings: list[Analysis], rest: Words) -> str | None:
    """An adjective for an adjective; a verb for a verb, with what comes after it.

    Args:
        right: by its lemma, a verb with or without the infinitive's ``a``.
        readings: of the first wrong word.
        rest: the other wrong words; where a noun is among them, one verb is no substitute.
    """
    head, _, after = right.removeprefix("a ").partition(" ")
    if not after and any(_is_noun(word.text) for word in rest):
        return None
    known = {a.pos for a in romanian().analyses(head) if a.lemma == head}
    for reading in readings:
        made = None
        if reading.pos == "adjective" and "adjective" in known and not after:
            wanted = ((reading.number, reading.case, reading.definite),)
            made = form_of(head, wanted, reading.gender, "adjective")
        elif reading.pos == "verb" and "verb" in known:
            made = _verb(Analysis(head, reading.tag))
        if made:
            return f"{made} {after}".rstrip()
    return None


def _is_noun(form: str) -> bool:
    return any(reading.pos == "noun" for reading in romanian().analyses(form.lower()))


def _verb(wanted: Analysis) -> str | None:
    """The form of a verb with these features, if the dictionary has it."""
    lemma = wanted.lemma
    for start in dict.fromkeys((lemma[:-_ENDING], lemma[:_SHARED])):
        found = next(romanian().forms(wanted, start, len(lemma) + _LONGER), None)
        if found:
            return found
    return None
