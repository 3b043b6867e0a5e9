"""Metrics of articles: what they are shown, where their spans lie, what the gate makes of them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa import Article, Checker, Config
from mtqa.checks.base import View
from mtqa.checks.models.comet import CometSpan
from mtqa.config import Gate, Metrics
from mtqa.errors import ConfigError, MtqaError
from mtqa.judgement.quality import short_of
from mtqa.languages.ro import Document
from mtqa.model import ModelSpan, Segment, Span
from mtqa.scorers.article import ArticleMetrics, Part, _parts
from mtqa.scorers.protocol import MissingText, Sample
from mtqa.scorers.registry import LengthMetric, by_name

pytest.importorskip("sacrebleu", reason="the extra metrics is not installed")

TARGET = "Președintele vine mâine.\nTrump l-a acuzat pe Putin.\n"
REFERENCE = "Președintele va veni mâine.\n\nTrump l-a acuzat pe Putin.\n"
SOURCE = "The president will come tomorrow.\nTrump accused Putin.\n"
ARTICLE = Article("a", TARGET, SOURCE, REFERENCE, "en")


def config(*names: str, **scores: float) -> Config:
    return Config(metrics=Metrics(use=names), gate=Gate(scores=scores))


def test_lines_are_compared_with_lines_where_there_are_equally_many() -> None:
    parts = _parts(by_name("chrf"), ARTICLE, ())
    assert [(part.sample.target, part.sample.reference) for part in parts] == [
        ("Președintele vine mâine.", "Președintele va veni mâine."),
        ("Trump l-a acuzat pe Putin.", "Trump l-a acuzat pe Putin."),
    ]


def test_texts_of_different_lines_are_compared_as_wholes() -> None:
    (part,) = _parts(by_name("chrf"), replace(ARTICLE, reference="Un singur rând."), ())
    assert part.sample.target == TARGET
    assert part.pieces == (Span(0, len(TARGET)),)


def test_metrics_without_a_reference_are_shown_what_has_a_partner() -> None:
    segments = (
        Segment((Span(0, 33),), (Span(0, 24),), 0.9),
        Segment((), (Span(25, 51),), None),
        Segment((Span(34, 54),), (), None),
    )
    (part,) = _parts(LengthMetric(), ARTICLE, segments)
    assert part.sample.source == "The president will come tomorrow."
    assert part.sample.target == "Președintele vine mâine."


def test_scores_are_in_the_report_with_what_made_them() -> None:
    report = Checker(config("chrf", "ter", "length")).check(ARTICLE)
    assert list(report.scores) == ["chrf", "ter", "length"]
    assert 50 < report.scores["chrf"] < 100
    assert "|metrics:chrf@2." in report.signature
    assert Checker().check(ARTICLE).scores == {}


def test_an_article_s_score_does_not_depend_on_its_neighbours() -> None:
    other = Article("b", "Da.", "Yes.", "Nu.", "en")
    metrics = ArticleMetrics(config("chrf", "length"))
    pairs = [(a, Checker().check(a).segments) for a in (ARTICLE, other)]
    assert metrics.measure(pairs) == [metrics.measure([pair])[0] for pair in pairs]


@pytest.mark.parametrize(("limit", "verdict"), [(10.0, "pass"), (99.0, "fail")])
def test_a_threshold_can_fail_the_gate(limit: float, verdict: str) -> None:
    assert Checker(config("chrf", chrf=limit)).check(ARTICLE).verdict == verdict


def test_of_ter_less_is_better() -> None:
    gate = Gate(scores={"ter": 30, "comet": 0.7})
    assert short_of({"ter": 20.0, "comet:x": 0.8}, gate) == ()
    assert short_of({"ter": 40.0, "comet:x": 0.6, "chrf": 0.0}, gate) == ("ter", "comet:x")


def test_a_missing_reference_is_said_before_the_work() -> None:
    with pytest.raises(MissingText, match="no reference, which chrf needs; give one with --ref"):
        Checker(config("chrf")).check(replace(ARTICLE, reference=None))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (config("blue"), "unknown metric 'blue'"),
        (config("mtqa"), "mtqa's own quality is in every report"),
        (config("chrf", bleu=30.0), r"threshold for bleu, which is not in use \(in use: chrf\)"),
        (config(comet=0.8), r"threshold for comet, which is not in use \(in use: none\)"),
    ],
)
def test_what_cannot_be_measured_is_said_at_once(options: Config, said: str) -> None:
    with pytest.raises((ConfigError, MtqaError), match=said):
        Checker(options)


def test_model_spans_are_issues_of_their_own_check() -> None:
    spans = (ModelSpan(0, 12, "critical", 0.8), ModelSpan(13, 17, "minor", 0.3))
    view = View(ARTICLE, Document(TARGET), (), Config(), spans)
    issues = list(CometSpan().find(view))
    assert [(i.text, i.severity, i.confidence) for i in issues] == [
        ("Președintele", "critical", 0.8),
        ("vine", "minor", 0.3),
    ]


@given(st.data())
def test_spans_are_located_where_their_words_stand(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="abc ăț🙂", min_size=4, max_size=40))
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), min_size=2, max_size=6)))
    pieces = tuple(Span(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False))
    target = " ".join(text[a:b] for a, b in pieces)
    start = data.draw(st.integers(0, len(target) - 1))
    end = data.draw(st.integers(start + 1, len(target)))
    found = list(Part(Sample(target), pieces).located(ModelSpan(start, end, "major", 0.5)))
    for span in found:
        assert any(piece.start <= span.start < span.end <= piece.end for piece in pieces)
        assert text[span.start : span.end] in target[start:end]
    joints = target[start:end].count(" ") - sum(text[s.start : s.end].count(" ") for s in found)
    assert sum(s.end - s.start for s in found) + joints == end - start
