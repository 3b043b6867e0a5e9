"""From where on the model is believed: thresholds from annotated segments and human news.

The rules come first: a mark of the model that touches an issue of theirs adds nothing. Of all
thresholds those are kept that find most of the gold spans, rules and model together, while enough
of the issues are true and human-written news stays quiet.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mtqa.config import RULES_ALONE
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.judgement.calibration import log_odds
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.scorers.qe.estimator import Estimate, Estimator
from mtqa.scorers.qe.location import write_manifest
from mtqa.scorers.qe.spans import Thresholds, spans
from mtqa.workshop.training import labels_mlqe
from mtqa.workshop.training.corruptions import Spoiler
from mtqa.workshop.training.dataset import unseen
from mtqa.workshop.training.examples import SCORES

PRECISION = 0.7
#: Marks of the model in a hundred sentences of human news, at most.
ALARMS = {"pair": 0.5, "alone": 0.7}
_SEED = 7
_SEEDS = (*(n / 20 for n in range(6, 20)), 0.97, 0.98, 0.985, 0.99, 0.995)
_WEIGHTS = tuple(n / 20 for n in range(21))
_GROWS = (0.5, 0.7, 0.85)
_GOODS = (-0.5, -0.25, 0.0, 0.2, 0.4, 0.6, 9.0)
_OMITTED = tuple((p, n) for n in (4, 5, 6, 8, 10, 12) for p in (0.6, 0.7, 0.8, 0.9, 0.95, 0.98))
#: Omissions that the model may see in a hundred sentences of human news, at most.
_OMISSIONS = 0.15
#: Thresholds that nothing reaches.
_SILENT = Thresholds(seed=1.1, grow=1.1, omitted=1.1)

Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A segment: its gold spans, where the rules see an error, and the estimate."""

    gold: Places
    rules: Places
    estimate: Estimate


@dataclass(frozen=True, slots=True)
class Outcome:
    """What thresholds come to."""

    recall: float
    precision: float
    alarms: float
    own: int
    own_true: int

    def __str__(self) -> str:
        return (
            f"recall {self.recall:.3f}, precision {self.precision:.3f} (of the model's "
            f"{self.own} marks {self.own_true} true), {self.alarms:.2f} marks in 100 sentences of "
            "human news"
        )


def tune(model: Path, gold: Sequence[Path], data: Path, say: Callable[[str], Any]) -> None:
    """Choose thresholds and the scale, and write them into ``model.json``.

    Raises:
        MtqaError: a gold file or the model cannot be read; ``model.json`` is as it was.
    """
    texts = [text for path in gold for text in read_gold(path)]
    estimator = Estimator(model)
    manifest = estimator.manifest  # what changes here, its estimates follow
    manifest["weights"], manifest["scale"] = _scale(estimator, data)
    say(f"score: {dict(zip(SCORES, manifest['weights'], strict=True))}")
    tables = {}
    for mode in ("pair", "alone"):
        annotated = list(_annotated(estimator, texts, with_source=mode == "pair"))
        human = _human(estimator, data, with_source=mode == "pair")
        none = outcome(annotated, human, _SILENT)
        say(f"{mode}: rules alone: {none}")
        spoilt = _spoilt(estimator, data, with_source=mode == "pair")
        chosen = choose(annotated, spoilt, human, ALARMS[mode])
        made = outcome(spoilt, (), chosen)
        say(f"{mode}: of made-up errors {made.recall:.3f}, precision {made.precision:.3f}")
        chosen = replace(chosen, shift=_shift([*annotated, *spoilt], human, chosen))
        say(f"{mode}: with the model: {outcome(annotated, human, chosen)}: {chosen}")
        tables[mode] = asdict(chosen)
    manifest["thresholds"] = tables
    write_manifest(model, manifest)


def choose(
    annotated: Sequence[Annotated],
    spoilt: Sequence[Annotated],
    human: Sequence[Estimate],
    alarms: float,
) -> Thresholds:
    """The thresholds with the highest recall that keep precision and human news within bounds.

    Recall of made-up errors counts half as much as that of annotated ones.
    """
    best, highest = _SILENT, -1.0
    for seed, share, good in itertools.product(_SEEDS, _GROWS, _GOODS):
        tried = replace(_SILENT, seed=seed, grow=seed * share, good=good)
        if _alarms(human, tried) > alarms:
            continue
        found = outcome(annotated, human, tried)
        if found.precision < PRECISION:
            continue
        rank = found.recall + outcome(spoilt, (), tried).recall / 2
        if rank > highest:
            best, highest = tried, rank
    quiet = _alarms(human, best)
    for omitted, words in _OMITTED:
        tried = replace(best, omitted=omitted, omitted_words=words)
        if _alarms(human, tried) <= quiet + _OMISSIONS:
            return tried
    return best


def outcome(
    annotated: Sequence[Annotated], human: Sequence[Estimate], tried: Thresholds
) -> Outcome:
    """Recall and precision of rules and model together, and the model's marks in human news."""
    gold = found = issues = true = own = own_true = 0
    for text in annotated:
        marks = [(s.start, s.end) for s in spans(text.estimate, tried)]
        marks = [mark for mark in marks if not _touches(mark, text.rules)]
        reported = text.rules + marks
        gold += len(text.gold)
        found += sum(_touches(span, reported) for span in text.gold)
        issues += len(reported)
        true += sum(_touches(span, text.gold) for span in reported)
        own += len(marks)
        own_true += sum(_touches(span, text.gold) for span in marks)
    return Outcome(
        found / max(1, gold), true / max(1, issues), _alarms(human, tried), own, own_true
    )


def _shift(annotated: Sequence[Annotated], human: Sequence[Estimate], chosen: Thresholds) -> float:
    """What brings the mean probability of the marks to the share of them that is right.

    Args:
        annotated: segments with errors, real and made up.
        human: segments where every mark is wrong.
        chosen: the thresholds.
    """
    texts = [*annotated, *(Annotated([], [], estimate) for estimate in human)]
    marks = [
        (span.confidence, _touches((span.start, span.end), text.gold))
        for text in texts
        for span in spans(text.estimate, chosen)
        if span.category != "omission"
    ]
    share = (sum(true for _, true in marks) + 1) / (len(marks) + 2)
    mean = (sum(confidence for confidence, _ in marks) + 1) / (len(marks) + 2)
    return round(log_odds(share) - log_odds(mean), 3)


def _alarms(human: Sequence[Estimate], tried: Thresholds) -> float:
    marks = sum(1 for estimate in human for _ in spans(estimate, tried))
    return 100 * marks / max(1, len(human))


def _touches(span: tuple[int, int], others: Places) -> bool:
    return any(span[0] < b and a < span[1] for a, b in others)


def _annotated(
    estimator: Estimator, texts: Sequence[GoldText], *, with_source: bool
) -> Iterator[Annotated]:
    checker = Checker(RULES_ALONE)
    articles = [
        t.article if with_source else Article(t.article.id, t.article.target) for t in texts
    ]
    estimates = estimator.estimate([(a.target, a.source) for a in articles])
    for text, article, estimate in zip(texts, articles, estimates, strict=True):
        rules = [(issue.start, issue.end) for issue in checker.check(article).issues]
        places = [(span.start, span.end) for span in text.spans]
        yield Annotated(places, rules, estimate)


def _human(estimator: Estimator, data: Path, *, with_source: bool) -> list[Estimate]:
    """Human translations that the model never saw: newstest, and two thirds of NTREX."""
    tail = data / "mt-en-ro" / "newstest2016-tail"
    columns = (
        Path(f"{tail}.{name}").read_text(encoding="utf-8").splitlines() for name in ("ro", "en")
    )
    pairs = [*_unseen(data), *zip(*columns, strict=True)]
    return estimator.estimate([(t, s if with_source else None) for t, s in pairs])


def _spoilt(estimator: Estimator, data: Path, *, with_source: bool) -> list[Annotated]:
    """Human translations of NTREX that the model never saw, with made-up errors."""
    pairs = _unseen(data)
    spoiler = Spoiler(_SEED, [target for target, _ in pairs], pairs)
    examples = [spoiler.spoil(target, source, "en", "human") for target, source in pairs]
    texts = [(example.target, example.source if with_source else None) for example in examples]
    return [
        Annotated([(a, b) for a, b, _ in example.bad or ()], [], estimate)
        for example, estimate in zip(examples, estimator.estimate(texts), strict=True)
    ]


def _unseen(data: Path) -> list[tuple[str, str]]:
    """Target and source of the lines of NTREX in documents that are not learnt from."""
    return [
        lines
        for pair in unseen(data / "ntrex", "eng")
        for lines in zip(pair.target, pair.source, strict=True)
    ]


def _scale(estimator: Estimator, data: Path) -> tuple[list[float], tuple[float, float]]:
    """How much each score counts, and how scores become 0 to 100: on MLQE-PE's dev part.

    Judgements of Romanian may not be used, and what people said of English carries over to it worse
    than what the other two scores say. These therefore count as much as they can at a cost of no
    more than 0.002 of the highest correlation with judgements of English. Then slope and level of
    human judgements over predictions.
    """
    rows = labels_mlqe.read(data / "mlqe-pe-ro-en", "dev")
    estimates = estimator.estimate([(row.english, row.romanian) for row in rows])
    scores = np.array([estimate.scores for estimate in estimates])
    wanted = [row.score for row in rows]
    correlation = {
        others: float(np.corrcoef(scores @ [1, others, others], wanted)[0, 1])
        for others in _WEIGHTS
    }
    highest = max(correlation.values())
    others = max(w for w, found in correlation.items() if found >= highest - 0.002)
    weights = _levelled(scores, [1.0, others, others])
    slope, level = np.polyfit(scores @ weights, [row.mean for row in rows], 1)
    return weights, (round(float(slope), 3), round(float(level), 3))


def _levelled(scores: NDArray[np.float64], weights: Sequence[float]) -> list[float]:
    """The weights, so scaled that their sum deviates as much as the judgement alone."""
    factor = scores[:, 0].std() / (scores @ weights).std()
    return [round(float(weight * factor), 4) for weight in weights]
