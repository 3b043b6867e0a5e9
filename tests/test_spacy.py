"""mtqa inside a spaCy pipeline."""

from __future__ import annotations

import pytest

from mtqa.errors import ConfigError

spacy = pytest.importorskip("spacy")

TEXT = "Trump l -a acuzat pe Putin.\n\nLavrov va merge la Choe, fiul Hui, luni."


def test_component_fills_the_span_group() -> None:
    nlp = spacy.blank("ro")
    nlp.add_pipe("mtqa")
    doc = nlp(TEXT)
    found = [(span.text, span.label_) for span in doc.spans["mtqa"]]
    assert ("l -a", "spacing") in found
    assert ("Choe, fiul Hui", "name") in found
    for issue, span in zip(doc._.mtqa["issues"], doc.spans["mtqa"], strict=True):
        assert span.start_char <= issue["start"]
        assert issue["end"] <= span.end_char
    assert nlp.from_bytes(nlp.to_bytes()) is nlp
    assert spacy.tokens.Doc(nlp.vocab).from_bytes(doc.to_bytes()).text == TEXT


def test_component_takes_the_configuration() -> None:
    nlp = spacy.blank("ro")
    nlp.add_pipe("mtqa", config={"config": {"checks": {"select": ["names"]}}})
    doc = nlp(TEXT)
    assert {span.label_ for span in doc.spans["mtqa"]} == {"name"}
    with pytest.raises(ConfigError, match="unknown key"):
        spacy.blank("ro").add_pipe("mtqa", config={"config": {"chekcs": {}}})


def test_tokenizer_loses_nothing() -> None:
    nlp = spacy.blank("ro", config={"nlp": {"tokenizer": {"@tokenizers": "mtqa.ro.v1"}}})
    doc = nlp(TEXT)
    assert doc.text == TEXT
    assert [t.text for t in nlp("S-a dus într-un oraș.")] == [
        "S-",
        "a",
        "dus",
        "într-",
        "un",
        "oraș",
        ".",
    ]
