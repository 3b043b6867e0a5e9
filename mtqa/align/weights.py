"""The weights of the costs, learnt by the workshop, and the thresholds set by hand.

Learnt from the development half of Text+Berg (German-French) and from disturbed NTREX-128 documents
(German-French, English-, German-, Russian- and Hungarian-Romanian): some tens of numbers, no text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

#: What taking a block out of the path must gain (in the units of the path's worth).
MOVE = 4.0
#: Likeness on the path from which a sentence is no longer up for a move.
MOVE_CLAIM = 0.25

_FILE = Path(__file__).with_name("weights.json")


@dataclass(frozen=True)
class Tuning:
    """What belongs to one encoder.

    Attributes:
        plain: weights of the features without words and clauses.
        fine: weights of all features; ``None`` where the encoder does not show words.
        floor: likeness below which two texts are no translations of each other.
    """

    plain: Mapping[str, float]
    fine: Mapping[str, float] | None
    floor: float


@cache
def tuning(encoder: str) -> Tuning:
    """The tuning of the encoder of that name; other sentence vectors share that of e5."""
    data = json.loads(_FILE.read_text(encoding="utf-8"))
    family = data.get(encoder.split(":")[0]) or data["e5-small-q4"]
    return Tuning(family["plain"], family.get("fine"), family["floor"])
