"""What is printed as critical fails the article; what is unsure is not printed as critical."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa import Article, ArticleReport, Checker, Config, Issue, View
from mtqa.checks.base import Check, Message
from mtqa.config import Checks, Gate, parse
from mtqa.errors import ConfigError
from mtqa.judgement.profiles import CRITICAL_FROM, graded
from mtqa.model import Severity
from tests.cli.conftest import Command, mtqa

__all__ = ["mtqa"]

#: Long enough that one critical issue leaves the quality far above the gate's.
LONG = "Au murit 12 oameni. " + "Guvernul a promis ajutor tuturor familiilor afectate. " * 200


class Toll(Check):
    """The figure is wrong, with a confidence that the test chooses."""

    name = "house.toll"
    category = "number"
    severity = "critical"

    def __init__(self, confidence: float, extra: tuple[Severity, float] | None = None) -> None:
        self.sure, self.extra = confidence, extra

    def find(self, view: View) -> Iterator[Issue]:
        start = view.article.target.index("12")
        reason = Message("Another figure", "Altă cifră")
        yield self.issue(view, start, start + 2, reason, confidence=self.sure)
        if self.extra:
            severity, confidence = self.extra
            yield self.issue(
                view, start, start + 9, reason, severity=severity, confidence=confidence
            )


def checked(toll: Toll, config: Config | None = None) -> ArticleReport:
    checker = Checker(config or Config(checks=Checks(min_confidence=0)))
    checker.checks = (toll,)
    return checker.check(Article("a", LONG))


def test_one_critical_issue_fails_an_article_of_a_thousand_words() -> None:
    report = checked(Toll(0.9))
    assert report.words > 1000
    assert report.quality > 97
    assert [issue.severity for issue in report.issues] == ["critical"]
    assert report.verdict == "fail"


@pytest.mark.parametrize("confidence", [0.0, 0.3, 0.5, CRITICAL_FROM - 0.01])
def test_what_is_unsure_is_major_and_passes(confidence: float) -> None:
    report = checked(Toll(confidence))
    assert [issue.severity for issue in report.issues] == ["major"]
    assert report.verdict == "pass"


@pytest.mark.parametrize("confidence", [CRITICAL_FROM, 0.8, 1.0])
def test_nothing_critical_passes_silently(confidence: float) -> None:
    report = checked(Toll(confidence))
    assert [issue.severity for issue in report.issues] == ["critical"]
    assert report.verdict == "fail"


def test_other_severities_are_as_their_checks_say() -> None:
    assert [graded(severity, 0.1) for severity in ("neutral", "minor", "major")] == [
        "neutral",
        "minor",
        "major",
    ]


def test_of_two_at_one_place_the_unsure_one_does_not_hide_the_one_that_fails() -> None:
    report = checked(Toll(0.5, extra=("critical", 0.9)))
    (kept,) = report.issues
    assert (kept.severity, kept.confidence) == ("critical", 0.9)
    assert [other.severity for other in kept.related] == ["major"]
    assert report.verdict == "fail"


def test_the_user_s_own_severity_and_allowance_hold() -> None:
    graver = Config(checks=Checks(min_confidence=0, severity={"number.altered": "critical"}))
    toll = Toll(0.5)
    toll.name = "number.altered"  # type: ignore[misc]
    report = checked(toll, graver)
    assert ([issue.severity for issue in report.issues], report.verdict) == (["critical"], "fail")
    assert checked(Toll(0.9), Config(gate=Gate(max_critical=1))).verdict == "pass"
    assert checked(Toll(0.9), Config(gate=Gate(fail_on="never"))).verdict == "pass"


def test_the_old_threshold_is_named_with_what_replaces_it() -> None:
    with pytest.raises(ConfigError, match=r"mtqa\.toml: 'gate\.critical_confidence' is gone") as no:
        parse({"gate": {"critical_confidence": 0.8}}, "mtqa.toml")
    for word in ("shown as critical", "delete the line", "gate.max_critical", "profile"):
        assert word in str(no.value)


def test_the_command_says_it_in_one_line(mtqa: Command, tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text("[gate]\ncritical_confidence = 0.8\n", encoding="utf-8")
    (tmp_path / "a.ro.txt").write_text("Un text.\n", encoding="utf-8")
    assert "gate.critical_confidence" in mtqa("check", "a.ro.txt").line
