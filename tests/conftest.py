"""Shared fixtures. Tests that need the development data skip with a message where it is absent."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa import Article, ArticleReport, Checker

# the tests are of the rules, but for those in tests/scorers/qe, which say otherwise; so they are the same
# with mtqa-qe-ro installed and without
os.environ["MTQA_QE"] = "off"

ROOT = Path(__file__).parent.parent
SPECIMEN = ROOT / "seeds" / "moscova-coreea-de-nord.ro.txt"
ARTICLES = ROOT / "corpora" / "articles"


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with every check and the default configuration."""
    return Checker()


@pytest.fixture(scope="session")
def specimen() -> str:
    """The text of the specimen article."""
    return SPECIMEN.read_bytes().decode()


@pytest.fixture
def report(checker: Checker) -> Callable[[str], ArticleReport]:
    """Check one text."""
    return lambda text: checker.check(Article("test", text))


@pytest.fixture(scope="session")
def data() -> Path:
    """The development data (MTQA_DATA)."""
    folder = Path(os.environ.get("MTQA_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the development data is not here; set MTQA_DATA to its folder")
    return folder


@pytest.fixture(scope="session")
def gold(data: Path) -> Path:
    """The gold annotations beside the development data."""
    folder = data.parent / "gold"
    if not folder.is_dir():
        pytest.skip("the gold annotations are not beside MTQA_DATA")
    return folder
