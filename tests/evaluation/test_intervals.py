"""Intervals by bootstrap over texts, and corrections held against the annotator's."""

from __future__ import annotations

import pytest

from mtqa.evaluation.gold import GoldSpan, GoldText
from mtqa.evaluation.intervals import intervals
from mtqa.evaluation.spans import Mark, SpanResult, Tally, tally
from mtqa.model import Article


def test_an_interval_holds_its_figure_and_narrows_with_more_texts() -> None:
    few = [{"all": Tally(2, 1, 1, 1)}, {"all": Tally(2, 0, 1, 0)}] * 5
    narrow, wide = (intervals(each)["all"]["recall"] for each in (few * 20, few))
    assert narrow.value == wide.value == 0.25
    assert wide.low < narrow.low < 0.25 < narrow.high < wide.high


def test_what_cannot_be_divided_has_no_figure() -> None:
    found = intervals([{"name": Tally(3, 0, 0, 0)}, {"name": Tally(1, 0, 0, 0)}])["name"]
    assert found["recall"].value == 0
    assert "precision" not in found


def test_without_texts_there_is_nothing() -> None:
    assert intervals([]) == {}


@pytest.mark.parametrize(
    ("start", "end", "suggestion", "right"),
    [
        (15, 20, "12", 1),  # the same span
        (15, 29, "12 persoane", 1),  # a wider span with the same outcome
        (15, 20, "13", 0),
        (15, 20, None, 0),
    ],
)
def test_a_correction_is_right_by_what_comes_out(
    start: int, end: int, suggestion: str | None, right: int
) -> None:
    target = "Au fost rănite 21 de persoane."
    span = GoldSpan(15, 20, "21 de", "number", "critical", suggestion="12")
    text = GoldText(Article("a", target), (span,))
    result = SpanResult()
    tally(result, text, [Mark(start, end, suggestion=suggestion)])
    assert result.total.right == right
