"""Confidences fitted on a house's own decisions or gold, above those that ship.

The table says for each check by how much its probability is moved on the scale of log-odds (Platt
scaling with the intercept alone), drawn to no move at all by a normal prior: a check that was seen
twice stays where it was, one seen fifty times goes where the decisions are. What is fitted for a
language model holds for that model and its prompt, and for no other.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from mtqa.common.files import read_whole
from mtqa.errors import ConfigError
from mtqa.judgement.calibration import log_odds, shifted

#: The check that speaks for a language model.
MODEL = "llm.span"
#: Standard deviation of the prior, in log-odds; the one of :mod:`mtqa.workshop.calibrate`.
_WIDTH = 1.0


class Decided(NamedTuple):
    """An issue that somebody has judged: its check, its confidence, and whether it was right."""

    check: str
    confidence: float
    right: bool


class Fit(msgspec.Struct, frozen=True):
    """What was seen of a check, and the shift in log-odds that follows."""

    shift: float
    right: int = 0
    wrong: int = 0


class _Table(msgspec.Struct, frozen=True):
    checks: dict[str, Fit]
    model: str = ""


@dataclass(frozen=True, slots=True)
class Fitted:
    """A table as read.

    Attributes:
        checks: what was fitted, by check.
        model: the language model that it was fitted for, with its prompt; empty for none.
        digest: of the file, for signatures.
    """

    checks: Mapping[str, Fit]
    model: str
    digest: str

    def moved(self, check: str, probability: float) -> float:
        """The probability of an issue of a check, as fitted."""
        found = self.checks.get(check)
        return probability if found is None else round(shifted(probability, found.shift), 3)

    def require(self, model: str) -> None:
        """Make sure that the table is meant for a language model.

        Args:
            model: the one in use, with its prompt; empty for none.

        Raises:
            ConfigError: it was fitted for another.
        """
        if model and MODEL in self.checks and self.model != model:
            raise ConfigError(
                f"judge.fitted is of {self.model or 'no language model'}, not of {model}; run "
                "mtqa judge fit with that model, or leave it out"
            )


def read(path: Path) -> Fitted:
    """The table of a file.

    Raises:
        ConfigError: it cannot be read, or is none.
    """
    try:
        content = read_whole(path)
        table = msgspec.json.decode(content, type=_Table)
    except OSError as problem:
        raise ConfigError(f"{path}: cannot be read ({problem.strerror}); check the path") from None
    except (msgspec.DecodeError, RecursionError) as problem:
        raise ConfigError(f"{path}: not written by mtqa judge fit ({problem})") from None
    for name, one in table.checks.items():
        if not math.isfinite(one.shift):
            raise ConfigError(f"{path}: the shift of {name} is no number; fit it anew")
    return Fitted(table.checks, table.model, hashlib.sha256(content).hexdigest()[:8])


def dumps(fits: Mapping[str, Fit], model: str) -> str:
    """The table as a file holds it."""
    whole: dict[str, Any] = {
        "made by": "mtqa judge fit",
        "model": model,
        "checks": {name: msgspec.to_builtins(fits[name]) for name in sorted(fits)},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def fit(decisions: Iterable[Decided]) -> dict[str, Fit]:
    """The shift of each check that was judged."""
    by_check: dict[str, list[Decided]] = defaultdict(list)
    for one in decisions:
        by_check[one.check].append(one)
    return {
        check: Fit(
            round(intercept([(log_odds(d.confidence), d.right, 1.0) for d in seen]), 3),
            sum(d.right for d in seen),
            sum(not d.right for d in seen),
        )
        for check, seen in by_check.items()
    }


def intercept(
    seen: Sequence[tuple[float, bool, float]], above: float = 0.0, width: float = _WIDTH
) -> float:
    """The shift of log-odds that makes what was seen most probable, given a normal prior.

    Args:
        seen: log-odds, whether it was right, and what it counts.
        above: the prior's mean.
        width: the prior's standard deviation.
    """

    # the derivative of the log posterior falls in the shift, so halving finds its zero
    def slope(shift: float) -> float:
        fitted = sum(weight * (right - _sigmoid(odd + shift)) for odd, right, weight in seen)
        return fitted - (shift - above) / width**2

    low, high = -20.0, 20.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if slope(middle) > 0 else (low, middle)
    return (low + high) / 2


def _sigmoid(value: float) -> float:
    return 1 / (1 + math.exp(-value))
