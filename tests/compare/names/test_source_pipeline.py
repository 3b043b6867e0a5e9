"""A user's spaCy pipeline of the source's language finds the source's names."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Article, Checker
from mtqa.compare.names import SourceText
from mtqa.config import parse
from mtqa.errors import ConfigError

spacy = pytest.importorskip("spacy")


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A small English pipeline on disk that knows three names."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "WORK_OF_ART", "pattern": "Common Sense"},
            {"label": "PERSON", "pattern": "Stone"},
            {"label": "PERSON", "pattern": "Marsh"},
            {"label": "DATE", "pattern": "Yesterday"},
        ]
    )
    folder = tmp_path / "en_names"
    nlp.to_disk(folder)
    return folder


def test_its_spans_and_kinds_go_before_what_capitals_tell() -> None:
    text = "Common Sense is back, said Angela Merkel."
    (start, end) = (0, len("Common Sense"))
    names = SourceText(text, "en", [(start, end, "WORK_OF_ART")]).names(0, len(text))
    assert [(name.text, name.kind) for name in names] == [
        ("Common Sense", "work"),
        ("Angela Merkel", "person"),
    ]
    alone = [name.text for name in SourceText(text, "en").names(0, len(text))]
    assert alone == ["Sense", "Angela Merkel"]


def test_it_is_asked_when_the_configuration_names_it(pipeline: Path) -> None:
    config = parse({"names": {"source_spacy_model": str(pipeline)}}, "test")
    article = Article("a", "Ieri, Wilson a semnat.", "Stone signed.", source_lang="en")
    found = [issue for issue in Checker(config).check(article).issues if issue.source_span]
    assert [(issue.text, issue.suggestion) for issue in found] == [("Wilson", "Stone")]
    assert not [i for i in Checker().check(article).issues if i.check == "names.source-replaced"]
    assert str(pipeline) in Checker(config).signature


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match=r"names.source_spacy_model.*en_core_nothing"):
        Checker(parse({"names": {"source_spacy_model": "en_core_nothing"}}, "test"))
