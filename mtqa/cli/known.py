"""A run beside its baseline file: names of articles, and what no longer exists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtqa.checks.registry import all_checks
from mtqa.cli.inputs import baseline_key, gone
from mtqa.errors import ConfigError
from mtqa.model import ArticleReport
from mtqa.pipeline import Checker
from mtqa.silence.baseline import Compared, Known, compare


def compared(
    baseline: Path,
    known: Known,
    reports: Sequence[ArticleReport],
    checker: Checker,
) -> Compared:
    """The run with what the baseline knows quiet.

    Args:
        baseline: its file; articles are named by their path from its folder.
        known: what stands in it.
        reports: the run.
        checker: what made the reports.

    Raises:
        ConfigError: an article was checked twice.
    """
    folder = baseline.absolute().parent
    keyed: dict[str, ArticleReport] = {}
    for report in reports:
        key = baseline_key(report.article, folder)
        if key in keyed:
            raise ConfigError(f"{key} is given twice; give every article once")
        keyed[key] = report
    feeds = frozenset(
        key.removesuffix(f"#{report.article.id}")
        for key, report in keyed.items()
        if report.article.meta.get("feed") is not None
    )
    return compare(
        known,
        keyed,
        checker.config.gate,
        gone=lambda key: gone(key, folder, feeds),
        idle=lambda check, report: _idle(check, report, checker),
        origin=baseline.name,
    )


def _idle(check: str, report: ArticleReport, checker: Checker) -> bool:
    """Whether a check of the house did not run on an article, so that silence proves nothing."""
    ran = {one.name: one for one in checker.checks}
    if check not in ran:
        return check in all_checks()
    return ran[check].needs_source and report.article.source is None
