"""SARIF 2.1.0 (OASIS, errata 01): what GitHub code scanning and other viewers read.

Columns and offsets are Unicode code points (``columnKind``). Each result carries a fingerprint that
survives moves, so that a viewer knows an issue again in the next run.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from mtqa import __version__
from mtqa.checks.base import Check
from mtqa.checks.registry import all_checks
from mtqa.judgement.measured import measured
from mtqa.model import MQM, Article, ArticleReport, Issue, Severity, SourceSpan, Suppressed
from mtqa.report.formats import Run
from mtqa.report.places import Locator, Places, from_root, path
from mtqa.report.worst import rank
from mtqa.silence.fingerprints import fingerprints

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
#: Results of a run that GitHub takes; of more it refuses the whole file.
MOST = 25_000
_LEVELS: dict[Severity, str] = {
    "neutral": "note",
    "minor": "warning",
    "major": "error",
    "critical": "error",
}


def render(reports: Sequence[ArticleReport], run: Run) -> str:
    """The log of a run."""
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(reports, run)]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _run(reports: Sequence[ArticleReport], run: Run) -> dict[str, Any]:
    rules = {name: place for place, name in enumerate(all_checks())}
    artifacts = {uri: None for report in reports for uri in _uris(report, run.root)}
    return {
        "tool": {
            "driver": {
                "name": "mtqa",
                "version": __version__,
                "semanticVersion": __version__,
                "shortDescription": {
                    "text": "Quality checker for machine-translated Romanian news"
                },
                "rules": [_rule(check, run) for check in all_checks().values()],
                "properties": {"signature": run.signature, "profile": run.config.profile},
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(run, left_out(reports))],
        "artifacts": [{"location": _location(uri)} for uri in artifacts],
        "results": _results(reports, run, rules),
    }


def _results(
    reports: Sequence[ArticleReport], run: Run, rules: dict[str, int]
) -> list[dict[str, Any]]:
    """The results in reading order; where there are too many, the worst of them, the worst first,
    and those that stay quiet last."""
    found = [one for report in reports for one in _Results(report, run, rules).results()]
    if len(found) > MOST:
        found = sorted(found, key=lambda one: one[0])[:MOST]
    return [result for _, result in found]


def left_out(reports: Sequence[ArticleReport]) -> int:
    """How many results there is no room for."""
    return max(0, sum(len(r.issues) + len(r.suppressed) for r in reports) - MOST)


def _invocation(run: Run, left: int) -> dict[str, Any]:
    """Whether everything could be checked, what could not, and what was left out."""
    notices: list[dict[str, Any]] = [
        {
            "level": "error",
            "message": {"text": problem.text},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _location(_uri(from_root(problem.path, run.root)))
                    }
                }
            ],
        }
        for problem in run.problems
    ]
    failed = bool(notices)
    if left:
        text = f"{left} results were left out, the least of them: a run may have {MOST}."
        notices.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not failed, "toolExecutionNotifications": notices}


def _rule(check: Check, run: Run) -> dict[str, Any]:
    title = check.title()
    severity = run.config.checks.severity.get(check.name, check.severity)
    words = check.name.replace(".", "-").replace("_", "-").split("-")
    return {
        "id": check.name,
        "name": "".join(word.capitalize() for word in words),
        "shortDescription": {"text": title},
        "fullDescription": {"text": check.description()},
        "help": {"text": _help(check), "markdown": _help(check, "`")},
        "defaultConfiguration": {
            "level": _LEVELS[severity],
            "rank": round(100 * check.confidence, 1),
        },
        "properties": {
            "category": check.category,
            "mqm": MQM[check.category],
            "severity": severity,
            "precision": "very-high" if check.confidence >= 0.9 else "high",
            "problem.severity": "recommendation"
            if _LEVELS[severity] == "note"
            else _LEVELS[severity],
            "tags": [check.category, MQM[check.category].partition("/")[0].lower()],
        },
    }


def _help(check: Check, tick: str = "") -> str:
    seen = measured(check.name)
    right = (
        f" On annotated texts it was right {seen.true} of {seen.issues} times."
        if (seen and seen.issues)
        else ""
    )
    return (
        f"{check.description()}\n\nMQM: {MQM[check.category]}.{right}\n\nTo keep an issue quiet, "
        f"write {tick}<!-- mtqa: ignore {check.name} -- reason -->{tick} on the line before it, or "
        f"leave the check out with {tick}--ignore {check.name}{tick}."
    )


class _Results:
    """The results of one article."""

    def __init__(self, report: ArticleReport, run: Run, rules: dict[str, int]) -> None:
        self.report, self.run, self.rules = report, run, rules
        self.article = report.article
        self.locator = Locator(self.article)
        self.uri = _uri(path(self.article, run.root))
        self.source = Places(self.article.source or "")

    def results(self) -> Iterator[tuple[tuple[float, ...], dict[str, Any]]]:
        """The issues in reading order, those that stay quiet among them with their suppression;
        each with its rank, the worst first."""
        quiet = {id(item.issue): item for item in self.report.suppressed}
        listed = sorted(
            (*self.report.issues, *(item.issue for item in self.report.suppressed)),
            key=lambda issue: issue.start,
        )
        keys = fingerprints(self.article.target, listed)
        for issue, key in zip(listed, keys, strict=True):
            silenced = quiet.get(id(issue))
            yield (silenced is not None, *rank(issue)), self._result(issue, key, silenced)

    def _result(self, issue: Issue, key: str, quiet: Suppressed | None) -> dict[str, Any]:
        result: dict[str, Any] = {
            "ruleId": issue.check,
            "level": _LEVELS[issue.severity],
            "message": {"text": _message(issue, self.run)},
            "locations": [self._place(issue)],
            "partialFingerprints": {"mtqaIssue/v1": key, "primaryLocationLineHash": f"{key}:1"},
            "rank": round(100 * issue.confidence, 1),
            "properties": {
                "category": issue.category,
                "mqm": issue.mqm,
                "severity": issue.severity,
                "confidence": round(issue.confidence, 3),
                "article": self.article.id,
            },
        }
        if issue.check in self.rules:
            result["ruleIndex"] = self.rules[issue.check]
        if issue.suggestion is not None and not (self._in_feed or self._in_page):
            result["fixes"] = [self._fix(issue, issue.suggestion)]
        if issue.source_span is not None and self.article.meta.get("source_path"):
            result["relatedLocations"] = [self._related(issue.source_span)]
        if quiet is not None:
            result["suppressions"] = [_suppression(quiet)]
        if self.run.baseline:
            known = quiet is not None and quiet.by == "baseline"
            result["baselineState"] = "unchanged" if known else "new"
        return result

    @property
    def _in_feed(self) -> bool:
        return self.article.meta.get("feed") is not None

    @property
    def _in_page(self) -> bool:
        return self.article.meta.get("page") is not None

    def _place(self, issue: Issue) -> dict[str, Any]:
        physical = {"artifactLocation": _location(self.uri), "region": self._region(issue)}
        place: dict[str, Any] = {"physicalLocation": physical}
        if self._in_feed:
            place["logicalLocations"] = [{"name": self.article.id, "kind": "entry"}]
        return place

    def _region(self, issue: Issue) -> dict[str, Any]:
        region = self.locator.region(issue.start, issue.end)
        if region.column is None:
            return {"startLine": region.line, "snippet": {"text": issue.text}}
        offsets = {"charOffset": issue.start, "charLength": issue.end - issue.start}
        return {
            "startLine": region.line,
            "startColumn": region.column,
            "endLine": region.end_line,
            "endColumn": region.end_column,
            **({} if self._in_page else offsets),
            "snippet": {"text": issue.text},
        }

    def _fix(self, issue: Issue, suggestion: str) -> dict[str, Any]:
        region = {k: v for k, v in self._region(issue).items() if k != "snippet"}
        replacement: dict[str, Any] = {"deletedRegion": region}
        if suggestion:
            replacement["insertedContent"] = {"text": suggestion}
        return {
            "description": {"text": f"Write “{suggestion}”" if suggestion else "Delete it"},
            "artifactChanges": [
                {"artifactLocation": _location(self.uri), "replacements": [replacement]}
            ],
        }

    def _related(self, span: SourceSpan) -> dict[str, Any]:
        """The place in the source; of a feed, only its file, for offsets are those of the text."""
        place: dict[str, Any] = {
            "artifactLocation": _location(_uri(path(self.article, self.run.root, source=True)))
        }
        if not (self._in_feed or self.article.meta.get("source_page")):
            line, column = self.source.at(span.start)
            end_line, before = self.source.at(max(span.start, span.end - 1))
            place["region"] = {
                "startLine": line,
                "startColumn": column,
                "endLine": end_line,
                "endColumn": before + 1,
                "snippet": {"text": span.text},
            }
        return {
            "id": 1,
            "message": {"text": f"in the source: {span.text}"},
            "physicalLocation": place,
        }


def _message(issue: Issue, run: Run) -> str:
    message = issue.message_in(run.ui)
    return message if issue.text in message else f"“{issue.text}”: {message}"


def _suppression(quiet: Suppressed) -> dict[str, Any]:
    return {
        "kind": "inSource" if quiet.by == "inline" else "external",
        "status": "accepted",
        "justification": quiet.reason,
    }


def _uris(report: ArticleReport, root: str) -> Iterator[str]:
    article: Article = report.article
    yield _uri(path(article, root))
    if article.meta.get("source_path"):
        yield _uri(path(article, root, source=True))


def _uri(given: str) -> str:
    """A path as a URI reference."""
    pure = PurePath(given)
    return pure.as_uri() if pure.is_absolute() else quote(given)


def _location(uri: str) -> dict[str, Any]:
    return {"uri": uri} if uri.startswith("file:") else {"uri": uri, "uriBaseId": "%SRCROOT%"}
