"""What evidence on a word is worth: a logistic regression, its weights in ``data/worth.json``.

Six columns: a word in lower case, with a capital because the sentence begins, with a capital of its
own, each with a source and alone. Fitted by ``python -m mtqa.workshop.words``, which writes beside
the weights how right they were on sources left out.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from math import exp
from pathlib import Path
from typing import Any

TABLE = Path(__file__).parent / "data" / "worth.json"
#: How a word stands in its sentence.
SITUATIONS = ("lower", "opening", "capital")
#: Words whose evidence is trusted alike: in lower case near a frequent word, of another language,
#: no loan (a Romanian letter in the stem, or one half of a compound Romanian), with a Romanian
#: mark, and the others; and the words with a capital.
GROUPS = ("near", "foreign", "no loan", "with marks", "far", "opening", "capital")
#: The name of the evidence that is always there.
CONSTANT = "constant"


def column(situation: str, sourced: bool) -> str:
    """The column of the table for a word of a situation."""
    return f"{situation}, {'with source' if sourced else 'alone'}"


class Worth:
    """The table, read.

    Args:
        table: what :data:`TABLE` holds: ``columns``, ``weights`` by evidence, one for each column,
            and ``speaks from``, a probability by group, with a source and without.
    """

    def __init__(self, table: Mapping[str, Any]) -> None:
        self._weights: dict[str, dict[str, float]] = {
            name: {evidence: row[place] for evidence, row in table["weights"].items() if row[place]}
            for place, name in enumerate(table["columns"])
        }
        speaks = table["speaks from"]
        self._from: dict[bool, dict[str, float]] = {
            True: speaks["with source"],
            False: speaks["alone"],
        }

    def probability(self, features: Mapping[str, float], situation: str, sourced: bool) -> float:
        """How probable it is, 0 to 1, that an editor would change the word."""
        weights = self._weights[column(situation, sourced)]
        odds = weights.get(CONSTANT, 0.0)
        for name, value in features.items():
            if value:
                odds += weights.get(name, 0.0) * value
        return float(1 / (1 + exp(-max(-30.0, min(odds, 30.0)))))

    def speaks_from(self, group: str, sourced: bool) -> float:
        """The probability from which a word of a group is worth a word."""
        return self._from[sourced][group]


@lru_cache(maxsize=1)
def worth() -> Worth:
    """The shipped table, read once per process."""
    return Worth(json.loads(TABLE.read_text(encoding="utf-8")))
