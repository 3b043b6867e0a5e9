"""Sentences, tokens and trees measured on the Romanian reference treebank."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.languages.ro.sentences import split
from mtqa.languages.ro.tokens import tokens
from tests.languages.ro.treebank import Gold, f1, read


@pytest.fixture(scope="module")
def treebank(data: Path) -> list[Gold]:
    return read(data / "ud-ro-rrt" / "ro_rrt-ud-test.conllu")


def test_as_good_as_spacy(treebank: list[Gold]) -> None:
    import spacy

    nlp = spacy.blank("ro")
    nlp.add_pipe("sentencizer")
    docs = [nlp(document.text) for document in treebank]
    sentences = [[(s.start_char, s.end_char) for s in doc.sents] for doc in docs]
    words = [[(t.idx, t.idx + len(t)) for t in doc if not t.is_space] for doc in docs]
    gold_sentences = [document.sentences for document in treebank]
    gold_tokens = [document.tokens for document in treebank]
    ours = [split(document.text) for document in treebank]
    assert f1(gold_sentences, ours) > f1(gold_sentences, sentences)
    mine = [[(t.start, t.end) for t in tokens(document.text)] for document in treebank]
    assert f1(gold_tokens, mine) > f1(gold_tokens, words) - 0.002
    assert f1(gold_tokens, mine) >= 0.995


def test_the_pipeline_is_as_good_as_it_must_be(data: Path, core: str) -> None:
    """Running text, cut into sentences and tokens by mtqa; the model card has the exact figures."""
    from mtqa.workshop.syntax.evaluate import measured
    from mtqa.workshop.syntax.treebank import conllu

    found = measured(conllu(data / "ud-ro-rrt" / "ro_rrt-ud-test.conllu"), core)
    shares = {name: right / found.tokens for name, right in found.right.items()}
    least = {"UPOS": 0.965, "features": 0.94, "lemmas": 0.95, "UAS": 0.86, "LAS": 0.79}
    assert {name: share for name, share in shares.items() if share < least[name]} == {}
