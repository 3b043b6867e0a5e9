"""Lemmas by tag: learnt words, the dictionary, endings."""

from __future__ import annotations

import pytest

from mtqa.languages.ro.lemmas import Lemmas


@pytest.mark.parametrize(
    ("form", "upos", "feats", "lemma"),
    [
        ("Guvernul", "NOUN", "Definite=Def|Gender=Masc|Number=Sing", "guvern"),
        ("case", "NOUN", "Definite=Ind|Gender=Fem|Number=Plur", "casă"),
        ("frumoase", "ADJ", "Gender=Fem|Number=Plur", "frumos"),
        ("caselor", "NOUN", "Case=Dat,Gen|Definite=Def|Gender=Fem|Number=Plur", "casă"),
        ("merge", "VERB", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", "merge"),
        ("merg", "VERB", "Mood=Ind|Number=Plur|Person=3|Tense=Pres|VerbForm=Fin", "merge"),
        ("căzut", "VERB", "VerbForm=Part", "cădea"),
        ("ştirile", "NOUN", "Definite=Def|Gender=Fem|Number=Plur", "știre"),
        ("NATO", "NOUN", "Abbr=Yes", "NATO"),
        ("25.000", "NUM", "NumForm=Digit", "25.000"),
        ("Lavrov", "PROPN", "", "Lavrov"),
    ],
)
def test_the_dictionary_gives_the_lemma_of_the_tag(
    form: str, upos: str, feats: str, lemma: str
) -> None:
    assert Lemmas().lemma(form, upos, feats) == lemma


LEARNT = Lemmas.learn(
    [
        ("Clujului", "Cluj", "PROPN", "Case=Gen"),
        ("Iașului", "Iaș", "PROPN", "Case=Gen"),
        ("iată", "uite", "ADV", ""),
        ("iată", "uite", "ADV", ""),
    ]
)


def test_endings_are_learnt() -> None:
    assert LEARNT.lemma("Aradului", "PROPN", "Case=Gen") == "Arad"
    assert Lemmas().lemma("Aradului", "PROPN", "Case=Gen") == "Aradului"


def test_words_are_learnt_that_no_rule_gives() -> None:
    assert LEARNT.lemma("Iată", "ADV", "") == "uite"


def test_what_was_learnt_can_be_kept() -> None:
    kept = Lemmas.from_bytes(LEARNT.to_bytes())
    assert kept.lemma("Aradului", "PROPN", "Case=Gen") == "Arad"
    assert kept.to_bytes() == LEARNT.to_bytes()
