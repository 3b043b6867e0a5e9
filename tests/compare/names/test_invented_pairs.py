"""Invented pairs of sentences: wrong names are found in their place, right names stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.test_source_names import fixes, issues

_LINES = Path(__file__).with_name("invented_pairs.tsv").read_text("utf-8").splitlines()[1:]


@pytest.mark.parametrize("line", _LINES)
def test_pair(line: str) -> None:
    _, language, source, target, wrong = line.split("\t")
    found = issues(source, target, language)
    assert all(target[issue.start : issue.end] == issue.text for issue in found)
    assert [issue.text for issue in found] == ([wrong] if wrong else [])


def test_a_segment_without_a_word_has_no_place_for_a_lost_name() -> None:
    assert fixes("Martin Hackett left.", "— — —") == []
