"""Work grows about as the text does, whatever the text repeats.

Counted in calls, which are the same on every machine; ``python -m mtqa.workshop.benches.growth`` measures seconds.
"""

from __future__ import annotations

import cProfile
from collections.abc import Callable
from typing import Any

import pytest
from msgspec.structs import replace

from mtqa.config import RULES_ALONE, Align
from mtqa.pipeline import Checker
from mtqa.workshop.benches.growth import KINDS, MOST, Kind

SIZES = (5_000, 10_000)


def calls(work: Callable[[], Any]) -> int:
    """How many functions of Python and C some work calls, generators' steps included."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def grows_as_the_text(short: int, double: int) -> bool:
    """Whether twice the text takes no more than ``MOST`` times the calls."""
    return double <= MOST * short


@pytest.fixture(scope="module")
def rules() -> Checker:
    """Rules alone, sentences aligned by their words: a network's work is not in calls."""
    return Checker(replace(RULES_ALONE, align=Align(encoder="lexical")), force=True)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_twice_the_text_is_about_twice_the_work(kind: Kind, rules: Checker) -> None:
    rules.check(kind.article(200))  # what is loaded once
    counts = [calls(lambda size=size: rules.check(kind.article(size))) for size in SIZES]  # type: ignore[misc]
    assert grows_as_the_text(*counts), counts


def test_the_square_of_the_text_would_be_noticed() -> None:
    def everything_with_everything(size: int) -> int:
        words = ["lei"] * (size // 10)
        return calls(lambda: [one.lower() == other.lower() for one in words for other in words])

    assert not grows_as_the_text(*(everything_with_everything(size) for size in SIZES))
