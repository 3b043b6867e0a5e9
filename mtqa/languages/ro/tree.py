"""Short questions to a tree: dependents of a kind, neighbours, finite verbs, sentence starts."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.languages.ro.parse import Parse, Word

#: Relations of the auxiliaries of a predicate.
_AUXILIARIES = ("aux", "aux:pass", "cop")


def dependents(parse: Parse, word: Word, *deprels: str) -> Iterator[Word]:
    """The dependents of a word with one of these relations, or all of them, in order."""
    for index in parse.children(word.index):
        if not deprels or parse.words[index].deprel in deprels:
            yield parse.words[index]


def neighbour(parse: Parse, word: Word, distance: int = 1) -> Word | None:
    """The word so many places after a word (before it, if negative), marks counted."""
    place = word.index + distance
    return parse.words[place] if 0 <= place < len(parse.words) else None


def lower(word: Word | None) -> str:
    """The word in lower case, ``""`` for none."""
    return word.text.lower() if word else ""


def is_finite(parse: Parse, word: Word) -> bool:
    """Whether a predicate has a finite form, its own or its auxiliary's."""
    if word.upos in ("VERB", "AUX") and word.get("VerbForm") == "Fin":
        return True
    return any(child.upos == "AUX" for child in dependents(parse, word, *_AUXILIARIES))


def opens_sentence(parse: Parse, word: Word) -> bool:
    """Whether a sentence begins with the word, opening marks left out."""
    for start, end in parse.sentences:
        if start <= word.index < end:
            before = parse.words[start : word.index]
            return not any(one.text[0].isalnum() for one in before)
    return False
