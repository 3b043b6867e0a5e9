"""What evidence is worth: the table and its columns."""

from __future__ import annotations

import pytest

from mtqa.checks.words.worth import CONSTANT, GROUPS, SITUATIONS, TABLE, Worth, column, worth

COLUMNS = [column(situation, sourced) for sourced in (True, False) for situation in SITUATIONS]


def table(**weights: list[float]) -> Worth:
    return Worth(
        {
            "columns": COLUMNS,
            "weights": {name.replace("_", " "): row for name, row in weights.items()},
            "speaks from": {"with source": {"far": 0.4}, "alone": {"far": 0.6}},
        }
    )


def test_each_situation_has_its_own_weights() -> None:
    made = table(copied=[-2, 0, 0, 0, 0, 0], constant=[0, 0, 0, 0, 0, 0])
    assert made.probability({"copied": 1.0}, "lower", True) < 0.2
    assert made.probability({"copied": 1.0}, "capital", True) == 0.5
    assert made.probability({"copied": 1.0}, "lower", False) == 0.5


def test_evidence_that_was_never_seen_weighs_nothing() -> None:
    assert table(constant=[0] * 6).probability({"unheard of": 1.0}, "lower", True) == 0.5


def test_without_a_source_more_must_speak_for_it() -> None:
    made = table(constant=[0] * 6)
    assert made.speaks_from("far", False) > made.speaks_from("far", True)


def test_the_shipped_table_is_whole() -> None:
    import json

    made = json.loads(TABLE.read_text(encoding="utf-8"))
    assert made["columns"] == COLUMNS
    assert all(set(limits) == set(GROUPS) for limits in made["speaks from"].values())
    assert list(made["weights"])[-1] == CONSTANT
    assert all(len(row) == len(COLUMNS) for row in made["weights"].values())


def test_no_probability_is_beyond_reason() -> None:
    assert table(constant=[1e6] * 6).probability({}, "lower", True) == pytest.approx(1.0)
    assert 0 < worth().probability({}, "capital", False) < 1
