"""Metrics of whole articles: what of an article each metric is shown, and where its spans lie.

* A metric that looks at a reference (BLEU, chrF, TER, reference-based COMET) is shown line by line,
  if translation and reference (and the source, if there is one) have equally many lines with text,
  else the texts as wholes.
* A metric that needs none is shown the segments of the alignment that have both sides; what has no
  partner is no business of a metric.

The article's score is the metric's score of all these together; in that of mtqa's own model the
worst quarter of the segments counts as much as all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mtqa.config import Config
from mtqa.errors import ConfigError
from mtqa.model import Article, Issue, ModelSpan, Segment, Span, WordMark
from mtqa.scorers.protocol import Metric, MissingText, Sample
from mtqa.scorers.qe.location import folder_of
from mtqa.scorers.registry import by_name

_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
#: Scores of stretches of an article, each with where it begins in the target.
Each = tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class ArticleScores:
    """What the metrics say of one article.

    Attributes:
        scores: by the name of the metric.
        spans: what they take for errors, offsets into the article's target.
        words: what an error tagger says of the article's words, in the order of its segments.
        parts: by the name of the metric its score of each stretch of the article that it was
            shown, with where that begins in the target.
        issues: what the checks have found, where they had to be asked before the last witness;
            None where nobody has asked them yet.
        notes: what the user should know, a line each.
    """

    scores: Mapping[str, float] = field(default_factory=dict)
    spans: tuple[ModelSpan, ...] = ()
    words: tuple[WordMark, ...] = ()
    parts: Mapping[str, Each] = field(default_factory=dict)
    issues: tuple[Issue, ...] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of an article as a metric is shown it.

    Attributes:
        sample: the texts.
        pieces: where the sample's target stands in the article's, in order; between two pieces the
            sample has one space.
        source_pieces: the same of the source.
    """

    sample: Sample
    pieces: tuple[Span, ...]
    source_pieces: tuple[Span, ...] = ()

    def located(self, span: ModelSpan) -> Iterator[ModelSpan]:
        """The span in the article; one that reaches over several pieces has a part in each."""
        source = None
        if span.source is not None:
            # one stretch of the source, its end trimmed where a sentence ends in between
            source = next(_placed(span.source, self.source_pieces), None)
        places = list(_placed(Span(span.start, span.end), self.pieces))
        # what should stand in the place of a span stands in no part of it
        suggestion = span.suggestion if len(places) == 1 else None
        for place in places:
            yield span._replace(
                start=place.start, end=place.end, source=source, suggestion=suggestion
            )

    def located_words(self, words: Sequence[WordMark]) -> Iterator[WordMark]:
        """The words in the article."""
        if len(self.pieces) == 1:  # as nearly always; the way below costs as much as some checks
            at = self.pieces[0].start
            for word in words:
                yield word._replace(start=word.start + at, end=word.end + at)
            return
        for word in words:
            for place in _placed(Span(word.start, word.end), self.pieces):
                yield word._replace(start=place.start, end=place.end)


def _placed(span: Span, pieces: Sequence[Span]) -> Iterator[Span]:
    """The parts of a span of a sample, where they stand in the article."""
    at = 0
    for piece in pieces:
        start = max(span.start - at, 0)
        end = min(span.end - at, piece.end - piece.start)
        if start < end:
            yield Span(piece.start + start, piece.start + end)
        at += piece.end - piece.start + 1


class ArticleMetrics:
    """The metrics that a configuration names.

    Raises:
        ConfigError: a threshold is for a metric that is not in use, or two have one name.
        MtqaError: there is no such metric, or what it needs is not installed or not there.
    """

    def __init__(self, config: Config) -> None:
        if "mtqa" in config.metrics.names or "mtqa-target-only" in config.metrics.names:
            raise ConfigError("mtqa's own quality is in every report; leave it out of the metrics")
        model = bool(config.judge.model.url)
        if "llm" in config.metrics.names and not model:
            raise ConfigError("no language model; give --llm URL --llm-model NAME, or judge.model")
        options = {"gpus": config.metrics.gpus}
        # the language model is asked later, when it is known what the checks leave open
        wanted = [name for name in config.metrics.names if name not in ("qe", "llm")]
        self.metrics = [by_name(name, config, **options) for name in wanted]
        folder = folder_of(_wanted_qe(config))
        if folder is not None:
            from mtqa.scorers.qe.metric import QeMetric

            self.metrics.append(QeMetric(folder))
        names = [metric.name for metric in self.metrics]
        for name in names:
            if names.count(name) > 1:
                raise ConfigError(f"two metrics are called {name}; rename the folder of one model")
        names += ["llm"] if model else []
        for name in config.gate.scores:
            if not any(name in (known, known.partition(":")[0]) for known in names):
                used = ", ".join(names) or "none"
                raise ConfigError(
                    f"gate.scores has a threshold for {name}, which is not in use "
                    f"(in use: {used}); add it to metrics.use or remove the threshold"
                )

    @property
    def signature(self) -> str:
        """The metrics with the version of what computes them: ``chrf@2.6.0,comet:xcomet@2.2.7``."""
        return ",".join(f"{metric.name}@{metric.version}" for metric in self.metrics)

    def require(self, article: Article) -> None:
        """Make sure that an article has what the metrics need.

        Raises:
            MissingText: it has not.
        """
        if not article.target.strip():
            return  # an empty segment has no score
        for metric in self.metrics:
            for part in ("source", "reference"):
                text = getattr(article, part)
                if getattr(metric, f"needs_{part}") and not (text and text.strip()):
                    raise MissingText(
                        f"no {part}, which {metric.name} needs; "
                        f"give one with --{part} or leave the metric out"
                    )

    def measure(self, articles: Sequence[tuple[Article, Sequence[Segment]]]) -> list[ArticleScores]:
        """The scores of articles with their segments; a metric sees all of them at once.

        Raises:
            MissingText: one lacks what a metric needs.
        """
        for article, _ in articles:
            self.require(article)
        scores: list[dict[str, float]] = [{} for _ in articles]
        spans: list[list[ModelSpan]] = [[] for _ in articles]
        words: list[list[WordMark]] = [[] for _ in articles]
        each: list[dict[str, Each]] = [{} for _ in articles]
        for metric in self.metrics:
            parts = [_parts(metric, *article) for article in articles]
            for place, found in enumerate(_scored(metric, parts)):
                if found.score is not None:
                    scores[place][metric.name] = found.score
                spans[place] += found.spans
                words[place] += found.words
                each[place][metric.name] = found.each
        return [
            ArticleScores(*said)
            for said in zip(scores, map(tuple, spans), map(tuple, words), each, strict=True)
        ]


def _wanted_qe(config: Config) -> str:
    """``qe`` among the metrics by name insists on the model."""
    asked = "qe" in config.metrics.names or "qe" in config.gate.scores
    return "on" if asked and config.metrics.qe == "auto" else config.metrics.qe


class _Scored(NamedTuple):
    """What one metric says of an article; no score where there is nothing to score."""

    score: float | None
    spans: Sequence[ModelSpan] = ()
    words: Sequence[WordMark] = ()
    each: Each = ()


def _scored(metric: Metric, parts: Sequence[Sequence[Part]]) -> Iterator[_Scored]:
    """What a metric says of each article."""
    if not metric.segments_average:
        for listed in parts:
            samples = [part.sample for part in listed]
            yield _Scored(metric.score(samples).corpus if samples else None)
        return
    found = metric.score([part.sample for listed in parts for part in listed])
    at = 0
    for listed in parts:
        each = found.segments[at : at + len(listed)]
        spans = found.spans[at : at + len(listed)] if found.spans else [()] * len(listed)
        words = found.words[at : at + len(listed)] if found.words else [()] * len(listed)
        at += len(listed)
        located = [
            place
            for part, marked in zip(listed, spans, strict=True)
            for span in marked
            for place in part.located(span)
        ]
        tagged = [
            word
            for part, marks in zip(listed, words, strict=True)
            for word in part.located_words(marks)
        ]
        single = tuple(
            (part.pieces[0].start, score) for part, score in zip(listed, each, strict=True)
        )
        yield _Scored(_overall(each, metric) if each else None, located, tagged, single)


def _overall(each: Sequence[float], metric: Metric) -> float:
    """An article's score from its segments'.

    It is their mean; of a metric that says ``worst_count`` the mean of that and of its worst
    quarter's: three blunders in twenty right sentences make a bad article, not a good one.
    """
    mean = sum(each) / len(each)
    if not getattr(metric, "worst_count", False):
        return mean
    worst = sorted(each)[: max(1, len(each) // 4)]
    return (mean + sum(worst) / len(worst)) / 2


def _parts(metric: Metric, article: Article, segments: Sequence[Segment]) -> list[Part]:
    """What a metric is shown of an article."""
    if metric.takes_reference and article.reference and article.reference.strip():
        lines = _lines(article, with_source=article.source is not None)
        if lines or metric.needs_reference:
            return lines or [_whole(article)]
    return [
        part_of(article, segment)
        for segment in segments
        if segment.target and (segment.source or not metric.needs_source)
    ]


def segment_samples(article: Article, segments: Sequence[Segment]) -> list[Sample]:
    """What a metric without reference is shown of an article: the segments with both sides."""
    paired = [segment for segment in segments if segment.source and segment.target]
    return [part_of(article, segment).sample for segment in paired]


def _lines(article: Article, *, with_source: bool) -> list[Part]:
    """Line by line, empty where the texts differ in their number of lines."""
    texts = [article.target, article.reference or ""]
    if with_source:
        texts.append(article.source or "")
    columns = [list(_LINE.finditer(text)) for text in texts]
    if len({len(column) for column in columns}) > 1:
        return []
    language = article.source_lang
    return [
        Part(
            Sample(
                row[0].group(), row[2].group() if with_source else None, row[1].group(), language
            ),
            (Span(*row[0].span()),),
        )
        for row in zip(*columns, strict=True)
    ]


def _whole(article: Article) -> Part:
    sample = Sample(article.target, article.source, article.reference, article.source_lang)
    return Part(sample, (Span(0, len(article.target)),))


def part_of(article: Article, segment: Segment) -> Part:
    """A segment of an article as a metric is shown it; its target must not be empty."""
    pieces = tuple(_joined(segment.target, article.target))
    source = " ".join((article.source or "")[a:b] for a, b in segment.source)
    target = " ".join(article.target[a:b] for a, b in pieces)
    sample = Sample(target, source or None, None, article.source_lang)
    return Part(sample, pieces, tuple(segment.source))


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """The spans, those with nothing but white space between them as one."""
    joined: list[Span] = []
    for span in spans:
        if (
            joined
            and joined[-1].end <= span.start
            and not text[joined[-1].end : span.start].strip()
        ):
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(Span(*span))
    return joined
