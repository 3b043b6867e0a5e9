"""Shared fixtures. Tests that need the development data skip with a message where it is absent."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from mtqa import Article, ArticleReport, Checker
from mtqa.config import Config, Romanian

# the tests are of the rules, but for those in tests/scorers/qe, which say otherwise; so they are the same
# with mtqa-qe-ro installed and without
os.environ["MTQA_QE"] = "off"
# as with mtqa-ro-core: tests of what reads the tree ask for the fixtures `core` or `parsing_checker`
os.environ["MTQA_PARSER"] = "off"

with suppress(ImportError):  # COMET's environment has no hypothesis
    from hypothesis import settings

    # no test is of how long something takes: a busy machine is no fault
    settings.register_profile("mtqa", deadline=None)
    settings.load_profile("mtqa")

ROOT = Path(__file__).parent.parent
SPECIMEN = ROOT / "seeds" / "moscova-coreea-de-nord.ro.txt"
ARTICLES = ROOT / "corpora" / "articles"
CORE = ROOT / "models" / "mtqa-ro-core" / "mtqa_ro_core" / "pipeline"


@pytest.fixture(scope="session")
def checker() -> Checker:
    """A checker with every check and the default configuration."""
    return Checker()


@pytest.fixture(scope="session")
def core() -> str:
    """The folder of the Romanian pipeline as it ships."""
    pytest.importorskip("spacy", reason="mtqa-ro-core needs spaCy")
    if not (CORE / "config.cfg").is_file():
        pytest.skip("the Romanian pipeline is not in models/mtqa-ro-core")
    return str(CORE)


@pytest.fixture(scope="session")
def parsing_checker(core: str) -> Checker:
    """A checker with every check, those on the tree among them."""
    return Checker(Config(romanian=Romanian(parser=core)))


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
