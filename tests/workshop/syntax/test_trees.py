"""Treebanks brought together: relations of version 2, tags by the table, names of both RONECs."""

from __future__ import annotations

from dataclasses import replace

from mtqa.workshop.syntax.entities import named
from mtqa.workshop.syntax.tags import by_table, table
from mtqa.workshop.syntax.treebank import Sentence, Token
from mtqa.workshop.syntax.trees import to_v2


def sentence(*rows: tuple[str, str, int, str]) -> Sentence:
    """Form, part of speech, head (from 0; its own place for the root) and relation."""
    return Sentence(
        tuple(Token(form, form, upos, head=head, deprel=name) for form, upos, head, name in rows)
    )


def relations(found: Sentence) -> list[tuple[int | None, str]]:
    return [(token.head, token.deprel) for token in found.tokens]


def test_relations_get_their_new_names() -> None:
    old = sentence(
        ("Legea", "NOUN", 3, "nsubjpass"),
        ("nu", "PART", 3, "neg"),
        ("e", "AUX", 3, "auxpass"),
        ("citită", "VERB", 3, "root"),
        ("acasă", "NOUN", 3, "nmod"),
        ("deputaților", "NOUN", 4, "nmod"),
    )
    assert [name for _, name in relations(to_v2(old))] == [
        "nsubj:pass",
        "advmod",
        "aux:pass",
        "root",
        "obl",
        "nmod",
    ]


def test_conjunctions_and_commas_go_to_the_conjunct_that_follows() -> None:
    old = sentence(
        ("mere", "NOUN", 0, "root"),
        (",", "PUNCT", 0, "punct"),
        ("pere", "NOUN", 0, "conj"),
        ("și", "CCONJ", 0, "cc"),
        ("prune", "NOUN", 0, "conj"),
        (".", "PUNCT", 0, "punct"),
    )
    assert [head for head, _ in relations(to_v2(old))] == [0, 2, 0, 4, 0, 0]


def test_a_comma_of_something_else_stays() -> None:
    old = sentence(
        ("vine", "VERB", 0, "root"),
        (",", "PUNCT", 0, "punct"),
        ("azi", "ADV", 0, "advcl"),
        ("și", "CCONJ", 0, "cc"),
        ("pleacă", "VERB", 0, "conj"),
    )
    assert [head for head, _ in relations(to_v2(old))] == [0, 0, 0, 4, 0]


def test_what_cannot_be_brought_over_keeps_its_tags_only() -> None:
    left_out = sentence(
        ("Ion", "PROPN", 1, "nsubj"), ("vine", "VERB", 1, "root"), ("azi", "ADV", 1, "remnant")
    )
    circle = sentence(("a", "X", 1, "dep"), ("b", "X", 0, "dep"), ("c", "X", 2, "root"))
    for tree in (left_out, circle):
        assert {token.head for token in to_v2(tree).tokens} == {None}
        assert [token.upos for token in to_v2(tree).tokens] == [t.upos for t in tree.tokens]


def test_tags_are_converted_by_the_table() -> None:
    (token,) = by_table(Sentence((Token("legii", "lege", msd="Ncfsoy"),))).tokens
    assert token.upos == "NOUN"
    assert token.feats == "Case=Dat,Gen|Definite=Def|Gender=Fem|Number=Sing"


def test_a_tag_that_the_table_lacks_leaves_what_is_there() -> None:
    given = Token("x", "x", "NOUN", "Foreign=Yes|Gender=Fem", "no-such-tag")
    (token,) = by_table(Sentence((given,))).tokens
    assert (token.upos, token.feats) == ("NOUN", "Gender=Fem")


def test_features_of_the_table_are_written_as_the_treebank_writes_them() -> None:
    for tag, (upos, feats) in table().items():
        assert upos.isupper(), tag
        names = [feature.split("=")[0] for feature in feats.split("|") if feats]
        assert names == sorted(names, key=str.lower), tag


def test_both_versions_of_ronec_speak_the_same_labels() -> None:
    old = Sentence(
        (Token("NATO", "", entity="B-ORGANIZATION"), Token("mașini", "", entity="B-PRODUCT"))
    )
    new = Sentence((Token("Cluj", "", entity="B-GPE"),))
    held = Sentence((Token("Iași", "", entity="B-GPE"),))
    found = named([new, held], [old, replace(new), held], {held.key})
    assert [[token.entity for token in one.tokens] for one in found] == [["B-GPE"], ["B-ORG", "O"]]
