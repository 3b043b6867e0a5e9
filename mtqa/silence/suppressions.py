"""Issues that stay quiet for a reason, given in the text (:mod:`mtqa.silence.markers`) or in the
configuration (``[[suppress]]``)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path, PurePath

from mtqa.checks.base import Check
from mtqa.checks.registry import select
from mtqa.config import Gate, Suppress
from mtqa.judgement.quality import quality, verdict
from mtqa.model import Article, ArticleReport, Issue, Suppressed
from mtqa.silence.markers import Marked, Marker


def silence(report: ArticleReport, quiet: Mapping[int, Suppressed], gate: Gate) -> ArticleReport:
    """``report`` with some of its issues quiet; quality and verdict are those of the rest.

    Args:
        report: the report of one article.
        quiet: what silences an issue, by its place in ``report.issues``.
        gate: when an article fails.
    """
    if not quiet:
        return report
    issues = tuple(issue for place, issue in enumerate(report.issues) if place not in quiet)
    score = quality(issues, report.words)
    suppressed = sorted((*report.suppressed, *quiet.values()), key=lambda item: item.issue.start)
    return replace(
        report,
        issues=issues,
        quality=score,
        verdict=verdict(issues, score, gate, report.scores),
        suppressed=tuple(suppressed),
    )


class Suppressor:
    """What the configuration and the markers of a text silence.

    Args:
        rules: the entries of the configuration.
        gate: when an article fails.
        checks: the checks that run; of another nothing can be told.

    Raises:
        UnknownCheck: an entry names a check that nobody registered.
    """

    def __init__(self, rules: Sequence[Suppress], gate: Gate, checks: Sequence[Check]) -> None:
        self._gate = gate
        self._running = tuple(checks)
        self._rules = tuple((_origin(number), rule) for number, rule in enumerate(rules, 1))
        self._checks = {rule.check: _names((rule.check,)) for rule in rules}

    def apply(
        self, report: ArticleReport, marked: Marked | None, today: date | None = None
    ) -> ArticleReport:
        """The report with what is silenced told apart, and a note for each marker nothing needs.

        Args:
            report: the report of one article, its offsets those of the text as read.
            marked: the markers of the text, if it has any.
            today: the day that decides what has expired; the machine's if not given.

        Raises:
            UnknownCheck: a marker names a check that nobody registered.
        """
        if not (self._rules and (report.issues)) and marked is None:
            return report
        markers = [(marker, _names(marker.checks)) for marker in marked.markers] if marked else []
        rules = self._holding(report.article, today)
        quiet: dict[int, Suppressed] = {}
        used: set[Marker] = set()
        for place, issue in enumerate(report.issues):
            mine = [m for m, names in markers if issue.check in names and _touches(m, issue)]
            used.update(mine)
            if mine:
                line = f"line {mine[0].line}"
                quiet[place] = Suppressed(issue, "inline", mine[0].reason, line)
                continue
            for origin, rule in rules:
                if self._holds(rule, issue):
                    quiet[place] = Suppressed(issue, "file", rule.reason, origin)
                    break
        ran = self._ran(report.article)
        notes = tuple(
            f"line {marker.line}: the suppression of {', '.join(marker.checks)} silences nothing; "
            "delete it"
            for marker, names in markers
            if marker not in used and names & ran
        )
        return replace(silence(report, quiet, self._gate), notes=(*report.notes, *notes))

    def notes(self, reports: Iterable[ArticleReport], today: date | None = None) -> list[str]:
        """A line for each entry of the configuration that has expired, or that silenced nothing
        although an article it speaks of was checked."""
        if not self._rules:
            return []
        listed = tuple(reports)
        used = {item.origin for report in listed for item in report.suppressed if item.by == "file"}
        day = today or date.today()
        notes = []
        for origin, rule in self._rules:
            if rule.expires and rule.expires < day:
                notes.append(f"{origin} expired on {rule.expires}; renew or delete it")
            elif origin not in used and any(
                _of(rule, report.article) and self._checks[rule.check] & self._ran(report.article)
                for report in listed
            ):
                notes.append(f"{origin} ({rule.reason}) silences nothing; delete it")
        return notes

    def _holding(self, article: Article, today: date | None) -> list[tuple[str, Suppress]]:
        if not self._rules:
            return []
        day = today or date.today()
        return [
            (origin, rule)
            for origin, rule in self._rules
            if not (rule.expires and rule.expires < day) and _of(rule, article)
        ]

    def _ran(self, article: Article) -> frozenset[str]:
        """The checks that ran on an article: some need its source."""
        return frozenset(
            check.name
            for check in self._running
            if article.source is not None or not check.needs_source
        )

    def _holds(self, rule: Suppress, issue: Issue) -> bool:
        return issue.check in self._checks[rule.check] and (
            rule.text is None or rule.text.split() == issue.text.split()
        )


def _origin(number: int) -> str:
    return f"[[suppress]] {number}"


def _names(patterns: tuple[str, ...]) -> frozenset[str]:
    return frozenset(check.name for check in select(patterns))


def _touches(marker: Marker, issue: Issue) -> bool:
    return issue.start < marker.scope.end and marker.scope.start < issue.end


def _of(rule: Suppress, article: Article) -> bool:
    """Whether a rule speaks of an article."""
    given = str(article.meta.get("target_path") or article.id)
    names = {article.id, PurePath(given).as_posix(), PurePath(given).name}
    path = Path(given)
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        names.add(path.relative_to(Path.cwd()).as_posix())
    return any(fnmatchcase(name, rule.path) for name in names)
