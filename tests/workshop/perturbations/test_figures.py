"""The benchmark of figures: what it spoils, and that it spoils nothing else."""

from __future__ import annotations

import random

import pytest

from mtqa.workshop.perturbations.figures import WAYS

SOURCE = (
    "On 12 May 2018, 2,706 people paid $2.8 million for 30 miles, up 5 percent, after a 3-1 win."
)
TARGET = (
    "Pe 12 mai 2018, 2.706 oameni au plătit 2,8 milioane de dolari pentru 30 de mile, cu 5% mai "
    "mult, după un 3-1."
)


@pytest.mark.parametrize("way", sorted(WAYS))
def test_spans_hold_the_spoilt_figure_and_nothing_else_changes(way: str) -> None:
    made = WAYS[way](SOURCE, TARGET, "en", random.Random(1))
    if made is None:
        return
    assert made.text != TARGET
    assert SOURCE[made.source_start : made.source_end] == made.name
    assert made.text[: made.start] == TARGET[: made.start]


@pytest.mark.parametrize(
    ("way", "spoilt"),
    [
        ("scale-changed", "miliarde"),
        ("currency-changed", "euro"),
        ("unit-changed", "kilometri"),
        ("thousands-comma", "2,706"),
        ("currency-swallowed", "52,8"),
    ],
)
def test_what_stands_there_instead(way: str, spoilt: str) -> None:
    made = WAYS[way](SOURCE, TARGET, "en", random.Random(1))
    assert made is not None
    assert made.text[made.start : made.end] == spoilt


def test_a_line_without_figures_is_left_alone() -> None:
    line = "Nimic.", "Nothing."
    assert all(way(line[1], line[0], "en", random.Random(1)) is None for way in WAYS.values())


def test_there_are_more_than_twenty_kinds() -> None:
    assert len(WAYS) >= 20
