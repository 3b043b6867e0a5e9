"""Invented pairs of sentences: wrong names are found in their place, right names stay silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.test_source_names import fixes, issues

_LINES = Path(__file__).with_name("invented_pairs.tsv").read_text("utf-8").splitlines()[1:]


def _row(line: str) -> object:
    kind, language, source, target, wrong, *rest = line.split("\t")
    marks = [pytest.mark.xfail(reason="not judged yet", strict=True)] if rest else []
    return pytest.param(source, target, language, wrong, id=f"{kind}-{target[:30]}", marks=marks)


@pytest.mark.parametrize(("source", "target", "language", "wrong"), [_row(x) for x in _LINES])
def test_pair(source: str, target: str, language: str, wrong: str) -> None:
    found = issues(source, target, language)
    assert all(target[issue.start : issue.end] == issue.text for issue in found)
    assert [issue.text for issue in found] == ([wrong] if wrong else [])


def test_a_segment_without_a_word_has_no_place_for_a_lost_name() -> None:
    assert fixes("Martin Hackett left.", "— 12 —") == []
