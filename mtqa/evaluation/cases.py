"""Acceptance cases: texts with a planted fault, or with none, and what must be said of them.

A case file has a JSON object a line: ``id``, ``kind`` (a number or a word), ``target``, ``source``
and ``source_lang`` (or null), ``expect`` (stretches of the target, each with the ``categories``
that will do, perhaps ``severity`` and ``suggestion``), ``silent`` (no issue at all) and
``verdict`` (``fail`` where the gate must stop the article, else null).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from mtqa.errors import InputError
from mtqa.model import Article, ArticleReport, Issue
from mtqa.pipeline import Checker


class Expected(msgspec.Struct, frozen=True):
    """What an issue must overlap, and how it may be called.

    Attributes:
        text: a stretch of the target; its first occurrence counts.
        categories: any of them will do.
        severity: that one issue on it must have, if that is certain.
        suggestion: that one issue on it must contain, if that is certain.
    """

    text: str
    categories: tuple[str, ...]
    severity: str | None = None
    suggestion: str | None = None


class Case(msgspec.Struct, frozen=True):
    """One case, as in the file."""

    id: str
    kind: int | str
    target: str
    source: str | None = None
    source_lang: str | None = None
    expect: tuple[Expected, ...] = ()
    silent: bool = False
    verdict: str | None = None

    @property
    def article(self) -> Article:
        """The case as an article."""
        language = self.source_lang if self.source else None
        return Article(self.id, self.target, source=self.source, source_lang=language)


def read_cases(path: Path) -> list[Case]:
    """The cases of a file.

    Raises:
        InputError: the file cannot be read, or a line is no case.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as problem:
        what = f"cannot be read ({problem.strerror or problem})"
        raise InputError(str(path), what, "name a file of cases") from None
    return [_case(path, number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _case(path: Path, number: int, line: bytes) -> Case:
    try:
        case = msgspec.json.decode(line, type=Case)
    except (msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise InputError(f"{path}:{number}", f"is no case ({problem})", "mend the line") from None
    for expected in case.expect:
        if expected.text not in case.target:
            what = f"expects {expected.text!r}, which is not in its target"
            raise InputError(f"{path}:{number}", what, "mend the line")
    return case


@dataclass
class Tally:
    """The cases of one kind: how many there are and how many went as they should.

    Attributes:
        faults, found: cases with a fault; every stretch found, the verdict as asked.
        silent, kept: cases without a fault; no issue at all.
        severities, severe: stretches with a certain severity; rightly weighed.
        suggestions, suggested: stretches with a certain correction; rightly corrected.
        missed: the cases that did not go as they should, with what was said of them.
    """

    faults: int = 0
    found: int = 0
    silent: int = 0
    kept: int = 0
    severities: int = 0
    severe: int = 0
    suggestions: int = 0
    suggested: int = 0
    missed: list[tuple[Case, tuple[Issue, ...]]] = field(default_factory=list)

    def add(self, case: Case, report: ArticleReport) -> None:
        """Count a case."""
        if case.silent:
            right = not report.issues
            self.silent += 1
            self.kept += right
        else:
            right = self._faults(case, report)
            self.faults += 1
            self.found += right
        if not right:
            self.missed.append((case, tuple(report.issues)))

    def _faults(self, case: Case, report: ArticleReport) -> bool:
        right = case.verdict is None or report.verdict == case.verdict
        for expected in case.expect:
            hits = on(case, expected, report.issues)
            right &= bool(hits)
            if hits and expected.severity:
                self.severities += 1
                self.severe += any(issue.severity == expected.severity for issue in hits)
            if hits and expected.suggestion:
                self.suggestions += 1
                self.suggested += any(expected.suggestion in (i.suggestion or "") for i in hits)
        return right


def on(case: Case, expected: Expected, issues: Iterable[Issue]) -> list[Issue]:
    """The issues that overlap what is expected, by one of its categories."""
    start = case.target.find(expected.text)
    end = start + len(expected.text)
    return [
        issue
        for issue in issues
        if issue.start < end and start < issue.end and issue.category in expected.categories
    ]


def measure(checker: Checker, cases: Sequence[Case]) -> dict[str, Tally]:
    """The tallies by kind, in the order of the file."""
    tallies: dict[str, Tally] = {}
    for case in cases:
        tallies.setdefault(str(case.kind), Tally()).add(case, checker.check(case.article))
    return tallies


__all__ = ["Case", "Expected", "Tally", "measure", "on", "read_cases"]
