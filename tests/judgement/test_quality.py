"""Quality, verdict, tallies, arbitration."""

from __future__ import annotations

from dataclasses import replace

import pytest

from mtqa import Config, Issue, check_article
from mtqa.config import Checks, Gate
from mtqa.judgement.arbitration import arbitrate
from mtqa.judgement.quality import Tally, headline, quality, verdict
from mtqa.languages.ro import Document
from mtqa.model import Severity, SourceSpan

HYPHEN = Checks(select=("spacing.hyphen",))


def issue(start: int, end: int, severity: Severity = "minor", confidence: float = 0.9) -> Issue:
    return Issue(
        "test", "name", severity, start, end, "x" * (end - start), "why", confidence=confidence
    )


def test_quality_weighs_by_severity_and_words() -> None:
    assert quality([], 100) == 100
    assert quality([issue(0, 1), issue(2, 3, "major")], 100) == 94
    assert quality([issue(0, 1, "critical")], 100) == 75
    assert quality([issue(0, 1, "critical")], 5) == 0
    assert quality([], 0) == 100


def test_the_gate() -> None:
    assert verdict([], 90.0, Gate()) == "pass"
    assert verdict([], 89.9, Gate()) == "fail"
    assert verdict([issue(0, 1, "critical", 0.9)], 99.0, Gate()) == "fail"
    assert verdict([issue(0, 1, "critical", 0.1)], 99.9, Gate()) == "fail"
    assert verdict([issue(0, 1, "major", 0.9)], 99.0, Gate()) == "pass"
    assert verdict([issue(0, 1, "critical", 0.9)], 99.0, Gate(max_critical=1)) == "pass"


def test_tallies_add_up() -> None:
    one = Tally.of([issue(0, 1)], 100, "pass")
    two = Tally.of([issue(0, 1), issue(2, 3, "critical")], 200, "fail")
    both = one + two
    assert (both.articles, both.failed, both.words, both.penalty) == (2, 1, 300, 27)
    assert both.issues["name", "minor"] == 2
    assert both.quality == 91
    assert one + two == two + one


def test_the_graver_issue_stays() -> None:
    minor, major = issue(0, 10, "minor", 0.99), issue(5, 8, "major", 0.5)
    (kept,) = arbitrate([minor, major])
    assert (kept.severity, kept.related) == ("major", (minor,))


def test_omissions_of_the_same_words_are_one() -> None:
    clause, other = SourceSpan(20, 60, "who" * 10), SourceSpan(60, 80, "in July")
    seen = replace(issue(0, 7, "major", 0.9), category="omission", source_span=clause)
    again = replace(seen, start=8, end=9, confidence=0.7)
    elsewhere = replace(again, start=10, end=11, source_span=other)
    name = replace(again, start=12, end=14, category="name")
    kept = arbitrate([elsewhere, again, seen, name])
    assert [(k.start, k.related) for k in kept] == [(0, (again,)), (10, ()), (12, ())]


def test_of_omissions_the_place_of_a_rule_is_believed() -> None:
    clause = SourceSpan(20, 60, "who" * 10)
    rule = replace(issue(0, 7, "major", 0.7), category="omission", source_span=clause)
    model = replace(rule, check="qe.span", start=8, end=9, confidence=0.9)
    (kept,) = arbitrate([model, rule])
    assert (kept.start, kept.related) == (0, (model,))
    graver = issue(3, 5, "critical")
    (kept,) = arbitrate([model, rule, graver])
    assert (kept.start, kept.related) == (3, (rule, model))


def test_then_the_more_confident_then_the_longer() -> None:
    sure, unsure = issue(0, 3, confidence=0.9), issue(2, 9, confidence=0.8)
    assert arbitrate([unsure, sure])[0].end == 3
    short, long = issue(0, 3), issue(0, 5)
    assert arbitrate([short, long])[0].end == 5


def test_neighbours_both_stay() -> None:
    assert [(i.start, i.end) for i in arbitrate([issue(3, 5), issue(0, 3)])] == [(0, 3), (3, 5)]


ARTICLE = "Moscova vizitează l -a amenințat pe Kim\nTrump l -a acuzat pe Putin. A venit."


def test_an_issue_in_the_headline_weighs_double() -> None:
    headline, body = check_article(ARTICLE, config=Config(checks=HYPHEN)).issues
    assert (headline.weight, body.weight) == (2, 1)


def test_its_weight_is_a_setting() -> None:
    def quality_with(weight: float) -> float:
        config = Config(checks=HYPHEN, gate=Gate(headline_weight=weight))
        return check_article(ARTICLE, config=config).quality

    words = 15
    assert quality_with(1) == pytest.approx(100 * (1 - 2 / words))
    assert quality_with(5) == pytest.approx(100 * (1 - 6 / words))
    assert quality_with(0) == pytest.approx(100 * (1 - 1 / words))


@pytest.mark.parametrize(
    "text",
    [
        "Trump l -a acuzat pe Putin",
        "Trump l -a acuzat pe Putin.\nA venit la Moscova.",
        "Trump l -a acuzat pe Putin:\nA venit la Moscova.",
    ],
)
def test_a_sentence_or_a_single_line_is_no_headline(text: str) -> None:
    assert headline(Document(text)) is None
    (found,) = check_article(text, config=Config(checks=HYPHEN)).issues
    assert found.weight == 1


def test_critical_issues_of_the_headline_count_more_often() -> None:
    once = replace(issue(0, 1, "critical"), factor=2)
    assert verdict([issue(0, 1, "critical")], 99.0, Gate(max_critical=1)) == "pass"
    assert verdict([once], 99.0, Gate(max_critical=1)) == "fail"
    assert verdict([once], 99.0, Gate(max_critical=2)) == "pass"


def test_a_critical_issue_counts_also_where_headlines_weigh_nothing() -> None:
    weightless = replace(issue(0, 1, "critical"), factor=0)
    assert verdict([weightless], 100.0, Gate()) == "fail"


def test_tallies_with_headlines_add_up() -> None:
    one = Tally.of([replace(issue(0, 1, "major"), factor=2)], 100, "pass")
    two = Tally.of([issue(0, 1)], 100, "pass")
    assert (one + two).penalty == 11
    assert (one + two).quality == pytest.approx(94.5)
