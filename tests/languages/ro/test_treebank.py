"""Sentences and tokens measured on the Romanian reference treebank, beside spaCy's own figures."""

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
