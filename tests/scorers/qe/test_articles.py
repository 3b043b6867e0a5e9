"""The model's score of an article: a few blunders weigh more than their number."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa import Article, Checker
from mtqa.config import Config, Metrics
from mtqa.scorers.article import _overall
from mtqa.scorers.qe.metric import QeMetric
from mtqa.scorers.sacre import SacreMetric

CLEAN = [
    "Guvernul a numit luni un prefect în fiecare județ.",
    "Ploile au inundat două sate, dar nimeni nu a fost rănit.",
    "Echipa a câștigat meciul și joacă sâmbătă la Berlin.",
    "Președintele este în vizită la Paris.",
]
SOURCE = [
    "The government appointed a prefect in each county on Monday.",
    "The rain flooded two villages, but nobody was hurt.",
    "The team won the match and plays in Berlin on Saturday.",
    "The president is visiting Paris.",
]


def score(lines: list[str], model: Path) -> float:
    article = Article("a", "\n".join(lines), "\n".join(SOURCE), None, "en", {"aligned": True})
    checker = Checker(Config(metrics=Metrics(qe=str(model))))
    return checker.check(article).scores["qe"]


@pytest.mark.parametrize(
    ("place", "blunder"),
    [
        (0, "Guvernul a numit luni o pisică în fiecare fereastră."),
        (1, "Ploaia a sat inundat două rănit nimeni."),
        (2, "Echipa a pierdut chibritul și joacă teatru la Berlin."),
    ],
)
def test_a_clean_article_scores_above_the_same_with_a_blunder(
    place: int, blunder: str, model: Path
) -> None:
    spoilt = [blunder if number == place else line for number, line in enumerate(CLEAN)]
    assert score(CLEAN, model) > score(spoilt, model)


def test_the_worst_quarter_counts_as_much_as_all() -> None:
    each = [90.0, 90.0, 90.0, 30.0]
    assert _overall(each, QeMetric.__new__(QeMetric)) == (75.0 + 30.0) / 2
    assert _overall([80.0], QeMetric.__new__(QeMetric)) == 80.0


def test_other_metrics_are_averaged() -> None:
    assert _overall([90.0, 90.0, 90.0, 30.0], SacreMetric.__new__(SacreMetric)) == 75.0
