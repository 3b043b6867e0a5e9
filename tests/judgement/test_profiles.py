"""How much is shown: profiles, and where a user meets them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from mtqa import Article, Checker, Config, Issue, View, __version__
from mtqa.checks.base import Check, Message
from mtqa.cli import cli
from mtqa.config import Checks, parse
from mtqa.errors import ConfigError
from mtqa.judgement.profiles import THRESHOLDS, threshold, under
from mtqa.model import PROFILES, Profile
from mtqa.review.checking import DeskChecker
from mtqa.workshop.profiles import TABLE, Found, interval
from tests.cli.conftest import Command, mtqa

__all__ = ["mtqa"]

WORDS = "Ministrul a sosit marți dimineață la Madrid pentru o vizită oficială"


class Doubts(Check):
    """Every word is doubted, the first least, in steps of five hundredths."""

    name = "house.doubts"
    category = "mistranslation"

    def find(self, view: View) -> Iterator[Issue]:
        place = 0
        for number, word in enumerate(view.article.target.split()):
            start = view.article.target.index(word, place)
            place = start + len(word)
            yield self.issue(
                view, start, place, Message("Doubt", "Dubiu"), confidence=(95 - 5 * number) / 100
            )


def shown(config: Config) -> list[float]:
    """The confidences of the issues that a configuration shows of :class:`Doubts`."""
    checker = Checker(config)
    checker.checks = (Doubts(),)
    return [round(issue.confidence, 2) for issue in checker.check(Article("a", WORDS)).issues]


@pytest.mark.parametrize("profile", PROFILES)
def test_a_profile_shows_issues_from_its_threshold_on(profile: Profile) -> None:
    found = shown(Config(profile=profile))
    assert found
    assert min(found) >= THRESHOLDS[profile]
    everything = shown(Config(checks=Checks(min_confidence=0)))
    assert found == [value for value in everything if value >= THRESHOLDS[profile]]


def test_each_profile_shows_less_than_the_next() -> None:
    quiet, balanced, thorough = (THRESHOLDS[profile] for profile in PROFILES)
    assert quiet > balanced > thorough
    assert Config().profile == "balanced"


def test_hints_are_for_the_thorough() -> None:
    hint = 0.39  # what an author is less sure of than 0.4 is a hint
    assert THRESHOLDS["balanced"] > hint >= THRESHOLDS["thorough"]


def test_a_threshold_of_ones_own_takes_the_place_of_the_profile_s() -> None:
    config = Config(profile="quiet", checks=Checks(min_confidence=0.5))
    assert threshold(config) == 0.5
    assert min(shown(config)) == 0.5


def test_the_signature_says_what_was_shown() -> None:
    quiet = Config(profile="quiet")
    assert "|profile:balanced|" in Checker().signature
    assert "|profile:quiet|" in Checker(quiet).signature
    own = Checker(replace(quiet, checks=Checks(min_confidence=0.5))).signature
    assert "|profile:quiet|min_confidence:0.5|" in own


def test_the_profile_that_is_asked_for_goes_before_the_file_s_threshold() -> None:
    config = Config(checks=Checks(ignore=("casing",), min_confidence=0.4))
    asked = under(config, "quiet")
    assert threshold(asked) == THRESHOLDS["quiet"]
    assert asked.checks.ignore == ("casing",)
    assert under(config, None) is config


def test_an_unknown_profile_is_named_with_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"profile.*silent.*quiet, balanced, thorough"):
        parse({"profile": "silent"}, "mtqa.toml")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """An article with one sure issue."""
    path = tmp_path / "a.ro.txt"
    path.write_text("Președintele a spus că că vine.\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("form", "header"),
    [
        ("console", f"mtqa {__version__}, profile quiet\n"),
        ("markdown", "** · profile quiet\n"),
        ("json", '"profile": "quiet"'),
        ("html", '<span class="profile" id="profile">profile quiet</span>'),
        ("junit", '<property name="profile" value="quiet" />'),
        ("sarif", '"profile": "quiet"'),
    ],
)
def test_every_report_names_the_profile(
    mtqa: Command, article: Path, form: str, header: str
) -> None:
    assert header in mtqa("check", article.name, "--profile", "quiet", "--format", form).out


def test_the_command_line_goes_before_the_file(
    mtqa: Command, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "mtqa.toml").write_text(
        "profile = 'quiet'\n[checks]\nmin_confidence = 0.5\n", encoding="utf-8"
    )
    head = f"mtqa {__version__}, profile"
    assert f"{head} quiet, confidence ≥ 0.5\n" in mtqa("check", article.name).out
    assert f"{head} thorough\n" in mtqa("check", article.name, "--profile", "thorough").out
    both = ("--profile", "thorough", "--min-confidence", "0.7")
    assert f"{head} thorough, confidence ≥ 0.7\n" in mtqa("check", article.name, *both).out


def test_a_baseline_of_a_profile_has_what_the_profile_shows(mtqa: Command, article: Path) -> None:
    nothing = ("--min-confidence", "1")
    assert "known issues: 0" in mtqa("baseline", article.name, *nothing).out
    assert "known issues: 1" in mtqa("baseline", article.name, "--profile", "thorough").out


def test_a_corpus_is_scored_under_a_profile(tmp_path: Path) -> None:
    row = json.dumps({"id": "a", "target": "Președintele a spus că că vine."}, ensure_ascii=False)
    rows, out = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows.write_text(row + "\n", encoding="utf-8")
    command = ["score", str(rows), "--out", str(out), "--profile", "quiet"]
    assert CliRunner().invoke(cli, command).exit_code == 0
    summary = json.loads((tmp_path / "out.summary.json").read_text(encoding="utf-8"))
    assert "|profile:quiet|" in summary["signature"]


def test_figures_are_those_of_a_profile(tmp_path: Path) -> None:
    text = "Președintele a spus că că vine."
    (tmp_path / "a.ro.txt").write_text(text, encoding="utf-8")
    span = {"id": "a", "start": 20, "end": 25, "text": "că că"}
    gold = json.dumps({**span, "category": "addition", "severity": "minor"}, ensure_ascii=False)
    path = tmp_path / "a.gold.jsonl"
    path.write_text(gold + "\n", encoding="utf-8")
    command = ["evaluate", "spans", str(path), "--profile", "thorough", "--json"]
    assert "|profile:thorough|" in CliRunner().invoke(cli, command).output


def test_the_desk_checks_again_under_the_profile_it_was_started_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mtqa.toml").write_text("[checks]\nmin_confidence = 1.0\n", encoding="utf-8")
    text = "Președintele a spus că că vine."
    assert DeskChecker().sentence(text) == ()
    assert [issue.text for issue in DeskChecker("thorough").sentence(text)] == ["că că"]


def test_the_measured_profiles_are_those_of_today() -> None:
    made = json.loads(TABLE.read_text(encoding="utf-8"))["profiles"]
    measured = {name: row["threshold"] for name, row in made.items()}
    assert measured == dict(THRESHOLDS), "run `python -m mtqa.workshop.profiles`"


def test_the_interval_of_a_share_lies_about_it() -> None:
    seen = [Found(2, 1, 1, 1), Found(1, 0, 1, 0), Found(1, 1, 1, 1), Found(0, 0, 1, 0)]
    value, low, high = interval(seen, lambda all_: all_.true / max(all_.issues, 1))
    assert value == 0.5
    assert low < value < high
    assert interval(seen[:1], lambda all_: all_.found / all_.gold) == [0.5, 0.5, 0.5]
