"""Run checks on a line-parallel pair of texts."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa import Article, Checker, Config, Issue
from mtqa.config import Checks


def issues(
    select: str,
    source: str | None,
    target: str,
    *,
    language: str = "en",
    config: Config | None = None,
) -> tuple[Issue, ...]:
    """What the selected checks find in a pair whose lines correspond, hints left out.

    Held against what the checks' authors say: neither a profile nor a calibration changes it.
    """
    from msgspec.structs import replace

    checks = Checks(select=tuple(select.split(",")), min_confidence=0.4)
    chosen = replace(config or Config(), checks=checks)
    article = Article("test", target, source, source_lang=language, meta={"aligned": True})
    return Checker(chosen, calibrated=False).check(article).issues


def fixes(
    select: str,
    source: str | None,
    target: str,
    *,
    language: str = "en",
    config: Config | None = None,
) -> Sequence[tuple[str, str | None]]:
    """The spans that they mark, each with its suggestion."""
    found = issues(select, source, target, language=language, config=config)
    return [(issue.text, issue.suggestion) for issue in found]
