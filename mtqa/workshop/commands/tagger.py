"""``mtqa evaluate tagger``: the model's words and scores against annotated segments."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.workshop.development import data_folder

if TYPE_CHECKING:
    from mtqa.evaluation.tagger import TaggerResult


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--qe", default="on", metavar="on|DIR", help="The installed model, or another.")
@click.option("--part", metavar="K/N", help="Only part K of N of the sources, counted from 0.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def tagger(gold: tuple[Path, ...], qe: str, part: str | None, as_json: bool) -> None:
    """How well the model orders words, what its marks find, and how its scores agree.

    GOLD are folders of annotated segments with their sources. Thresholds are those at which 2, 5
    and 10 % of human translations carry a mark: the documents of NTREX (MTQA_DATA) that the model
    did not learn from.
    """
    from mtqa.evaluation.gold import read_gold
    from mtqa.evaluation.tagger import evaluate
    from mtqa.scorers.qe.estimator import Estimator
    from mtqa.scorers.qe.location import folder_of
    from mtqa.workshop.training.dataset import unseen
    from mtqa.workshop.training.labels_mqm import left_out

    folder = folder_of(qe)
    if folder is None:
        raise click.UsageError("no model; name one with --qe")
    estimator = Estimator(folder)
    hold = (int(part.partition("/")[0]), int(part.partition("/")[2])) if part else None
    texts = [text for path in gold for text in read_gold(path)]
    if hold:
        texts = [text for text in texts if left_out(text.article.source, hold)]
    said = estimator.estimate([(text.article.target, text.article.source) for text in texts])
    human = estimator.estimate(
        [
            (target, source)
            for pair in unseen(data_folder() / "ntrex", "eng")
            for target, source in zip(pair.target, pair.source, strict=True)
        ]
    )
    result = evaluate(
        texts,
        [[(word.start, word.end, word.bad) for word in each.words] for each in said],
        [each.score for each in said],
        [[(word.start, word.end, word.bad) for word in each.words] for each in human],
    )
    click.echo(json.dumps(asdict(result), indent=1) if as_json else _table(result, len(human)))


def _table(result: TaggerResult, human: int) -> str:
    lines = [
        f"{result.texts} segments, {result.words} words, {result.wrong} of them wrong; "
        f"{human} human segments",
        f"word AUC {result.auc:.3f}",
        *(f"  {name:<20}{value:.3f}" for name, value in result.by_category.items()),
    ]
    if result.scores is not None:
        lines.append(f"scores, segments: {result.scores}")
    for at in result.marks:
        lines.append(
            f"{at.share:.0%} of human segments marked (from {at.threshold:.3f}): recall "
            f"{at.found}/{at.gold} = {at.found / max(1, at.gold):.3f}, of major and critical "
            f"{at.grave_found}/{at.grave} = {at.grave_found / max(1, at.grave):.3f}, "
            f"right {at.right}/{at.marks} = {at.right / max(1, at.marks):.3f}"
        )
    return "\n".join(lines)


__all__ = ["tagger"]
