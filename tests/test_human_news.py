"""Precision first: what mtqa says about news that people wrote."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Article, Checker
from mtqa.languages.ro import Orthography
from mtqa.workshop.calibrate import shares

FILES = [
    "ntrex/ron.txt",
    "mt-en-ro/newstest2016-tail.ro",
    "mt-en-ro/flores-dev.ro",
    "mt-en-ro/flores-test.ro",
]


@pytest.mark.parametrize(
    "whole", [False, True], ids=["each line an article", "each file an article"]
)
def test_human_news_is_left_alone(checker: Checker, data: Path, whole: bool) -> None:
    sentences, false, grave = 0, 0.0, 0
    right = shares()
    for name in FILES:
        text = (data / name).read_bytes().decode()
        lines = [line for line in text.splitlines() if not Orthography.of(line).bare]
        sentences += len(lines)
        for article in ["\n".join(lines)] if whole else lines:
            for issue in checker.check(Article(name, article)).issues:
                false += 1 - right.get(issue.check, right[""])
                grave += issue.severity in {"major", "critical"}
    # references have slips of their own, so that an alarm counts as far as those of its check were
    # judged to be false
    assert 100 * false / sentences <= 1.5
    assert 100 * grave / sentences <= 0.5
