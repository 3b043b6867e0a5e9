"""Short questions to a tree."""

from __future__ import annotations

import pytest

from mtqa.languages.ro import Document, tree
from mtqa.languages.ro.parse import Parse, Word


@pytest.fixture(scope="module")
def parse(core: str) -> Parse:
    found = Document("„Primarul a deschis podul. Apoi a plecat.”", core).analysis
    assert found is not None
    return found


def word(parse: Parse, text: str) -> Word:
    return next(word for word in parse.words if word.text == text)


def test_dependents_and_neighbours(parse: Parse) -> None:
    verb = word(parse, "deschis")
    assert [one.text for one in tree.dependents(parse, verb, "nsubj", "obj")] == [
        "Primarul",
        "podul",
    ]
    assert tree.lower(tree.neighbour(parse, verb, -1)) == "a"
    assert tree.lower(tree.neighbour(parse, parse.words[-1])) == ""


def test_a_participle_with_an_auxiliary_is_finite(parse: Parse) -> None:
    assert tree.is_finite(parse, word(parse, "deschis"))
    assert not tree.is_finite(parse, word(parse, "podul"))


def test_marks_before_the_first_word_do_not_count(parse: Parse) -> None:
    assert tree.opens_sentence(parse, word(parse, "Primarul"))
    assert tree.opens_sentence(parse, word(parse, "Apoi"))
    assert not tree.opens_sentence(parse, word(parse, "podul"))
