"""A checker goes to another process, or is copied, as what it was made of: before its first article
and after its thousandth, with a source and without, and the copy says the same."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa import Article, Checker
from mtqa.config import RULES_ALONE, Checks, Config, Names, Suppress, Terms
from mtqa.glossary import NameEntry
from tests.conftest import ARTICLES

WAYS: dict[str, Callable[[Checker], Checker]] = {
    "pickled": lambda checker: pickle.loads(pickle.dumps(checker)),
    "copied": copy.copy,
    "copied deeply": copy.deepcopy,
}
SENTENCE = Article("s", "Trump l -a acuzat pe Putin că că a plecat.")
LINE = Article(
    "l",
    "Guvernul a numit 14 prefecți marți.",
    "The government appointed 41 prefects on Monday.",
    source_lang="en",
)


def article() -> Article:
    """A whole article with its source, whose sentences the encoder pairs."""
    target, source = (ARTICLES / f"02.{language}.txt" for language in ("ro", "en"))
    return Article(
        "02",
        target.read_text(encoding="utf-8"),
        source.read_text(encoding="utf-8"),
        source_lang="en",
        meta={"target_path": "02.ro.txt"},
    )


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@pytest.mark.parametrize("used", [(), (SENTENCE,), (SENTENCE, LINE), (SENTENCE, LINE, article())])
def test_a_checker_is_copied_after_any_use(
    way: Callable[[Checker], Checker], used: tuple[Article, ...]
) -> None:
    checker = Checker(RULES_ALONE)
    for one in used:
        checker.check(one)
    twin = way(checker)
    assert twin is not checker
    assert twin.signature == checker.signature
    for one in (SENTENCE, LINE, *used):
        said = twin.check(one)
        assert said.issues
        assert said == checker.check(one)


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_its_options_go_with_it(way: Callable[[Checker], Checker]) -> None:
    config = Config(
        profile="thorough",
        checks=Checks(ignore=("spacing",), severity={"addition.doubled-word": "major"}),
        suppress=(Suppress(reason="the house writes it so", check="number.date-source"),),
    )
    checker = Checker(config, force=True, calibrated=False)
    twin = way(checker)
    assert (twin.config, twin.force, twin.calibrated) == (checker.config, True, False)
    assert twin.signature == checker.signature
    for one in (SENTENCE, LINE):
        assert twin.check(one) == checker.check(one)


def test_the_glossary_is_merged_once_and_its_file_not_needed_again(tmp_path: Path) -> None:
    names, terms = tmp_path / "names.csv", tmp_path / "terms.csv"
    names.write_text("preferred,forbidden\nKyiv,Kiev\n", encoding="utf-8")
    terms.write_text("source,preferred\nprefect,prefect\n", encoding="utf-8")
    own = NameEntry(preferred="Chișinău", forbidden=("Chisinau",))
    config = Config(
        names=Names(entry=(own,), glossary=(str(names),)), terms=Terms(glossary=(str(terms),))
    )
    checker = Checker(config)
    kyiv = Article("k", "Delegația a ajuns la Kiev luni.")
    said = checker.check(kyiv)
    assert [issue.suggestion for issue in said.issues] == ["Kyiv"]
    names.unlink()
    terms.unlink()
    twin = pickle.loads(pickle.dumps(pickle.loads(pickle.dumps(checker))))
    assert len(twin.config.names.entry) == 2
    assert twin.signature == checker.signature
    assert twin.check(kyiv) == said


def test_a_checker_of_ones_own_stays_one() -> None:
    twin = pickle.loads(pickle.dumps(Desk(RULES_ALONE)))
    assert type(twin) is Desk
    assert twin.check(SENTENCE).issues


class Desk(Checker):
    """A checker that somebody else has extended."""


def test_what_goes_in_and_what_comes_out_pickle() -> None:
    report = Checker(RULES_ALONE).check(article())
    assert report.issues
    for whole in (RULES_ALONE, Config(suppress=(Suppress(reason="so"),)), report.article, report):
        assert pickle.loads(pickle.dumps(whole)) == whole
        assert copy.deepcopy(whole) == whole
