"""``mtqa evaluate words``: the model's marks against word tags."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import click


@click.command()
@click.argument("target", type=click.Path(path_type=Path))
@click.argument("tags", type=click.Path(path_type=Path))
@click.option("--source", type=click.Path(path_type=Path), help="Line-parallel source of TARGET.")
@click.option("--tune-on", nargs=2, type=click.Path(path_type=Path), metavar="TARGET TAGS",
              help="Choose the threshold there; else 0.5 holds.")  # fmt: skip
@click.option("--tune-source", type=click.Path(path_type=Path), help="Source of --tune-on.")
@click.option("--qe", default="on", metavar="on|DIR", help="The installed model, or another.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def words(
    target: Path,
    tags: Path,
    source: Path | None,
    tune_on: tuple[Path, Path] | None,
    tune_source: Path | None,
    qe: str,
    as_json: bool,
) -> None:
    """Matthews' correlation of the model's marks with OK and BAD tags.

    TARGET has a tokenised segment a line, TAGS a tag a word, or gaps and words in turn.
    """
    from mtqa.evaluation.word_tags import agreement, best, read, word_probabilities

    threshold = 0.5
    if tune_on:
        known = read(*tune_on, tune_source)
        threshold = best(known, word_probabilities(known, qe)).threshold
    tagged = read(target, tags, source)
    found = agreement(tagged, word_probabilities(tagged, qe), threshold)
    if as_json:
        click.echo(json.dumps(asdict(found), indent=1))
        return
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    row = (f"{found.words:,}", f"{found.bad:,}", f"{threshold:.2f}", f"{found.mcc:.3f}",
           f"{found.f1_bad:.3f}", f"{found.f1_ok:.3f}")  # fmt: skip
    Console(highlight=False).print(
        columns_table("words", "bad", "from", "MCC", "F1 bad", "F1 ok", rows=[row])
    )
