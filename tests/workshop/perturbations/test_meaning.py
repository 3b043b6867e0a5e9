"""The corruptions of meaning change what they say they change, and only that."""

from __future__ import annotations

import random

import pytest

from mtqa.workshop.perturbations.meaning import WAYS

SOURCE = "Djokovic defeated Medvedev; the library did not open before Monday and prices rose."
PLAIN = "Djokovic l-a învins pe Medvedev; biblioteca nu s-a deschis înainte de luni și prețurile au crescut."


@pytest.mark.parametrize(
    ("way", "gone", "new"),
    [
        ("negation dropped", "nu s-a", "s-a"),
        ("direction reversed", "crescut", "scăzut"),
        ("before and after swapped", "înainte de", "după"),
    ],
)
def test_ways(way: str, gone: str, new: str) -> None:
    made = WAYS[way](SOURCE, PLAIN, "en", random.Random(1))
    assert made is not None
    assert made.text != PLAIN
    assert gone in PLAIN
    assert new in made.text
    assert made.line == 0
    assert 0 <= made.source_start < made.source_end <= len(SOURCE)


def test_negation_added() -> None:
    made = WAYS["negation added"](
        "The minister signed.", "Ministrul a semnat.", "en", random.Random(1)
    )
    assert made is not None
    assert made.text == "Ministrul nu a semnat."


def test_roles_swapped() -> None:
    made = WAYS["roles swapped"](
        "Djokovic defeated Medvedev.", "Djokovic l-a învins pe Medvedev.", "en", random.Random(1)
    )
    assert made is not None
    assert made.text == "Medvedev l-a învins pe Djokovic."


@pytest.mark.parametrize("way", sorted(WAYS))
def test_nothing_to_spoil(way: str) -> None:
    assert WAYS[way]("Yes.", "Da.", "en", random.Random(1)) is None
