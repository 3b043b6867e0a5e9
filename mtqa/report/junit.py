"""JUnit XML: a test case an article, failed where the article fails the gate."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePosixPath
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from mtqa.model import ArticleReport
from mtqa.report.console import figures
from mtqa.report.formats import Problem, Run
from mtqa.report.phrases import say
from mtqa.report.places import Locator, from_root, path

#: Characters that XML 1.0 cannot hold in any form.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The test suite of a run. What could not be checked is an error."""
    failed = sum(report.verdict == "fail" for report in reports)
    counts = {
        "tests": str(len(reports) + len(run.problems)),
        "failures": str(failed),
        "errors": str(len(run.problems)),
        "skipped": "0",
    }
    root = Element("testsuites", {"name": "mtqa", **counts})
    suite = SubElement(root, "testsuite", {"name": "mtqa", **counts, "time": "0"})
    properties = SubElement(suite, "properties")
    SubElement(properties, "property", {"name": "signature", "value": _legal(run.signature)})
    SubElement(properties, "property", {"name": "profile", "value": run.config.profile})
    for report in reports:
        _case(suite, report, run)
    for problem in run.problems:
        _error(suite, problem, run)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'


def _case(suite: Element, report: ArticleReport, run: Run) -> None:
    """One article; its issues stand in the failure, or in the output of a case that passes."""
    case = _named(suite, path(report.article, run.root), report.article.id, report)
    summary = figures(report, run.ui)
    text = _legal(f"{summary}\n{_issues(report, run)}")
    if report.verdict == "fail":
        SubElement(case, "failure", {"message": summary, "type": "quality"}).text = text
    else:
        SubElement(case, "system-out").text = text


def _error(suite: Element, problem: Problem, run: Run) -> None:
    case = _named(suite, from_root(problem.path, run.root), problem.path, None)
    SubElement(case, "error", {"message": _legal(problem.text), "type": "input"})


def _named(suite: Element, file: str, name: str, report: ArticleReport | None) -> Element:
    """A test case: dots in a class name are folders to most viewers."""
    folder = PurePosixPath(file).parent.as_posix().strip("./").replace("/", ".")
    in_feed = report is not None and report.article.meta.get("feed") is not None
    return SubElement(
        suite,
        "testcase",
        {
            "classname": _legal(f"mtqa.{folder}" if folder else "mtqa"),
            "name": _legal(name if in_feed else PurePosixPath(file).name),
            "file": _legal(file),
            "time": "0",
        },
    )


def _issues(report: ArticleReport, run: Run) -> str:
    """The issues, a line each."""
    locator = Locator(report.article)
    file = path(report.article, run.root)
    lines = []
    for issue in report.issues:
        region = locator.region(issue.start, issue.end)
        place = f"{file}:{region.line}" + (f":{region.column}" if region.column else "")
        text = " ".join(issue.text.split()) or "␣"
        lines.append(
            f"{place}: {say(issue.severity, run.ui)}: {text}: {issue.message_in(run.ui)} "
            f"[{issue.check}]\n"
        )
    return "".join(lines)


def _legal(text: str) -> str:
    """``text`` with what XML cannot hold spelt out."""
    return _ILLEGAL.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
