"""Profiles: from which calibrated confidence on an issue is shown, and may be called critical.

All that decides what a user sees stands in one small table: a threshold for each profile. The
confidence it is held against is the probability that an editor would agree, fitted on texts that it
is not shown on (:mod:`mtqa.workshop.calibrate`), so a threshold is also a promise: of the issues at
the threshold itself, that share is right, of those above it more.

``quiet`` is for CI, where an alarm stops people; ``balanced`` for daily work; ``thorough`` for an
editor who wants everything worth a look, hints included. What each finds and how often each rings
on human text is measured by ``python -m mtqa.workshop.profiles``.

What is shown as critical fails the article, in every profile and whatever its length. So the word
is kept for what is nearly certain: below :data:`CRITICAL_FROM` an issue whose check says critical
is shown as major, which weighs on the quality and lets an article pass whose only flaw may be none.
The floor is below the threshold of ``quiet`` and above that of ``balanced``: three alarms of ten
that stop an article wrongly is the most that an editor bears with, while two of five are still
worth a look.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from msgspec.structs import replace

from mtqa.config import Config
from mtqa.model import Profile, Severity

#: The lowest calibrated confidence that a profile shows.
THRESHOLDS: Mapping[Profile, float] = MappingProxyType(
    {"quiet": 0.8, "balanced": 0.55, "thorough": 0.3}
)

#: The lowest calibrated confidence with which an issue is called critical.
CRITICAL_FROM = 0.7


def graded(severity: Severity, confidence: float) -> Severity:
    """The severity to show an issue with.

    Args:
        severity: what its check says.
        confidence: calibrated, 0 to 1.
    """
    return "major" if severity == "critical" and confidence < CRITICAL_FROM else severity


def threshold(config: Config) -> float:
    """The lowest confidence, 0 to 1, of the issues that a configuration shows.

    It is the profile's, unless ``checks.min_confidence`` says otherwise.
    """
    given = config.checks.min_confidence
    return THRESHOLDS[config.profile] if given is None else given


def under(config: Config, profile: Profile | None) -> Config:
    """A configuration with the profile that was asked for; a ``checks.min_confidence`` of its own
    gives way to it. ``None`` asks for nothing."""
    if profile is None:
        return config
    checks = replace(config.checks, min_confidence=None)
    return replace(config, profile=profile, checks=checks)


def signed(config: Config) -> str:
    """What a signature says of it: ``profile:balanced``, with ``|min_confidence:0.4`` where that
    takes the place of the profile's threshold."""
    given = config.checks.min_confidence
    return f"profile:{config.profile}" + ("" if given is None else f"|min_confidence:{given:g}")
