"""What the scores of a model count, and how their sum becomes 0 to 100.

From which probability on a word is marked is not chosen here: the model names candidates, and the
judge (:mod:`mtqa.judgement.judge`) decides.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.scorers.qe.estimator import Estimator
from mtqa.scorers.qe.location import write_manifest
from mtqa.workshop.training import labels_mlqe
from mtqa.workshop.training.examples import SCORES
from mtqa.workshop.training.labels_mqm import left_out

#: What a score may count beside the judgement of people, which counts 1.
_COUNTS = (0.0, 0.25, 0.5, 1.0)


def tune(
    model: Path,
    gold: Sequence[Path],
    data: Path,
    say: Callable[[str], Any],
    part: tuple[int, int] | None = None,
) -> None:
    """Choose what the scores count, and the scale, and write them into ``model.json``.

    The scores count what makes the sum of two agreements greatest: Kendall's with the annotators'
    scores of translations into Romanian, and Pearson's with judgements of translations into English
    (MLQE-PE's dev part), so that neither direction is forgotten. Slope and level of the scale are
    those of the annotators' scores over the sums.

    Args:
        model: its folder.
        gold: annotated segments with scores, from which the model did not learn.
        data: the data folder.
        say: told what was chosen.
        part: only that part of the annotated sources, as the model was taught without.

    Raises:
        MtqaError: a gold file or the model cannot be read; ``model.json`` is as it was.
    """
    texts = [
        text
        for path in gold
        for text in read_gold(path)
        if text.score is not None and (part is None or left_out(text.article.source, part))
    ]
    estimator = Estimator(model)
    ours = _scores(estimator, [(text.article.target, text.article.source) for text in texts])
    rows = labels_mlqe.read(data / "mlqe-pe-ro-en", "dev")
    theirs = _scores(estimator, [(row.english, row.romanian) for row in rows])
    weights, found = chosen(ours, _annotated(texts), theirs, np.array([row.score for row in rows]))
    slope, level = np.polyfit(ours @ weights, _annotated(texts), 1)
    manifest = estimator.manifest
    manifest["weights"] = [round(float(weight), 4) for weight in weights]
    manifest["scale"] = [round(float(slope), 3), round(float(level), 3)]
    manifest.pop("thresholds", None)
    write_manifest(model, manifest)
    say(f"score: {dict(zip(SCORES, manifest['weights'], strict=True))}, scale {manifest['scale']}")
    say(f"Kendall {found[0]:.3f} on {len(texts)} annotated segments, Pearson {found[1]:.3f}")


def chosen(
    ours: NDArray[np.float64],
    annotated: NDArray[np.float64],
    theirs: NDArray[np.float64],
    judged: NDArray[np.float64],
) -> tuple[NDArray[np.float64], tuple[float, float]]:
    """The weights with the greatest agreement, and the two agreements.

    Args:
        ours: scores of translations into Romanian: (segments, scores).
        annotated: what annotators gave them.
        theirs: scores of translations into English.
        judged: what people gave them.
    """
    from scipy.stats import kendalltau

    best, highest = np.zeros(ours.shape[1]), (-1.0, -1.0)
    for others in itertools.product(_COUNTS, repeat=ours.shape[1] - 1):
        weights = np.array([1.0, *others])
        kendall = float(kendalltau(ours @ weights, annotated).statistic)
        pearson = float(np.corrcoef(theirs @ weights, judged)[0, 1])
        if kendall + pearson > sum(highest):
            best, highest = weights, (kendall, pearson)
    return best, highest


def _scores(estimator: Estimator, texts: Sequence[tuple[str, str | None]]) -> NDArray[np.float64]:
    return np.array([estimate.scores for estimate in estimator.estimate(texts)], np.float64)


def _annotated(texts: Sequence[GoldText]) -> NDArray[np.float64]:
    return np.array([text.score for text in texts], np.float64)
