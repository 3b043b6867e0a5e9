"""A user's installed spaCy pipeline is believed about names, and never required."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Article, Checker
from mtqa.config import parse
from mtqa.errors import ConfigError

spacy = pytest.importorskip("spacy")

TEXT = "Cartea Limba Spaniolă pentru toți a apărut la editura Steaua; toți vorbesc Spaniolă în sat."


@pytest.fixture
def pipeline(tmp_path: Path) -> Path:
    """A small pipeline on disk that knows one title."""
    nlp = spacy.blank("ro")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "WORK_OF_ART", "pattern": "toți vorbesc Spaniolă"}])
    folder = tmp_path / "ro_names"
    nlp.to_disk(folder)
    return folder


def casing(config: dict[str, object]) -> list[str]:
    issues = Checker(parse(config, "test")).check(Article("a", TEXT)).issues
    return [issue.text for issue in issues if issue.check == "casing.noun"]


def test_its_names_are_spared(pipeline: Path) -> None:
    assert casing({}) == ["Spaniolă"]
    assert casing({"romanian": {"spacy_model": str(pipeline)}}) == []


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(ConfigError, match=r"romanian.spacy_model.*ro_core_nothing"):
        Checker(parse({"romanian": {"spacy_model": "ro_core_nothing"}}, "test"))


def test_a_pipeline_without_names_is_named(tmp_path: Path) -> None:
    spacy.blank("ro").to_disk(tmp_path / "blank")
    with pytest.raises(ConfigError, match="recognises no names"):
        Checker(parse({"romanian": {"spacy_model": str(tmp_path / "blank")}}, "test"))
