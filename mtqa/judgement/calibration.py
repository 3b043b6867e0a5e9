"""Confidence as measured: what authors of checks guessed, shifted by how often they were right.

A check's class and its issues carry the author's confidence. The table in ``calibration.json``,
fitted by ``python -m mtqa.workshop.calibrate``, says by how much it is moved on the scale of
log-odds; issues of one check keep their order. A check that was never measured is moved as its
family, one of a family that was never measured (a third-party check) not at all.
"""

from __future__ import annotations

import json
import math
from functools import lru_cache
from importlib.resources import files
from typing import Any

#: No confidence lies nearer to 0 or 1: nothing was measured so often.
_LEAST = 0.01
#: Below this an author gives a hint. Hints were not among what was measured, so that no measurement
#: of the check makes more of them.
_HINT = 0.4


@lru_cache(maxsize=1)
def table() -> dict[str, Any]:
    """The whole table as it was written, empty if there is none."""
    path = files("mtqa.judgement") / "calibration.json"
    if not path.is_file():
        return {}
    loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def reload() -> None:
    """Read the table anew: it was written again."""
    table.cache_clear()


def calibrated(check: str, confidence: float) -> float:
    """The probability that an editor agrees with an issue of a check.

    Args:
        check: the check's name, ``family.fault``.
        confidence: the author's, 0 to 1.
    """
    shifts: dict[str, float] = table().get("shift", {})
    shift = shifts.get(check, shifts.get(check.partition(".")[0]))
    if shift is None:
        return confidence
    moved = round(shifted(confidence, shift), 3)
    return min(confidence, moved) if confidence < _HINT else moved


def log_odds(probability: float) -> float:
    """log(p / (1 − p)); certainty counts as 99 %."""
    held = min(max(probability, _LEAST), 1 - _LEAST)
    return math.log(held / (1 - held))


def shifted(confidence: float, shift: float) -> float:
    """A confidence moved on the scale of log-odds."""
    moved = 1 / (1 + math.exp(-(log_odds(confidence) + shift)))
    return min(max(moved, _LEAST), 1 - _LEAST)
