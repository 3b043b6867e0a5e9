"""``mtqa evaluate metrics``: how well scores agree with human judgements."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli.options import configuration, configuration_options
from mtqa.errors import InputError

if TYPE_CHECKING:
    from mtqa.evaluation.agreement import Agreement
    from mtqa.scorers.protocol import Sample


@click.command()
@click.argument("table", type=click.Path(path_type=Path))
@click.option("--human", default="human", show_default=True, help="Column of the human scores.")
@click.option(
    "--score", "columns", multiple=True, help="Column of a score to compare; may be given again."
)
@click.option(
    "--metric", "metrics", multiple=True,
    help="Compute this metric from the columns target, source, reference: "
    "bleu, chrf, ter, mtqa, mtqa-target-only, length, cosine, qe, comet:MODEL.",
)  # fmt: skip
@click.option("--source-lang", default=None, help="ISO 639-1 code of the sources.")
@click.option("--gpus", default=0, show_default=True, help="Graphics processors for COMET.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@configuration_options
def metrics(table: Path, **options: Any) -> None:
    """Pearson, Spearman, Kendall and pairwise accuracy of scores against human scores.

    TABLE is TSV, CSV, JSON Lines or Parquet with a row a segment: a human score (higher is better),
    and scores, or the texts to compute them from.
    """
    from mtqa.evaluation.agreement import agreement
    from mtqa.scorers.registry import by_name

    if not options["columns"] and not options["metrics"]:
        raise click.UsageError("name a column with --score or a metric with --metric")
    rows = _rows(table, options["human"], options["columns"])
    human = [_number(table, place, row, options["human"]) for place, row in rows]
    found: dict[str, Agreement] = {}
    for name in options["columns"]:
        values = [_number(table, place, row, name) for place, row in rows]
        found[name] = agreement(values, human)
    samples = _samples(rows, options["source_lang"]) if options["metrics"] else []
    config = configuration(
        options["config_path"],
        options["ui"],
        options["select"],
        options["ignore"],
        options["min_confidence"],
    )
    for name in options["metrics"]:
        metric = by_name(name, config, gpus=options["gpus"])
        sign = -1 if metric.lower_is_better else 1
        found[name] = agreement([sign * s for s in metric.score(samples).segments], human)
    _show(found, as_json=options["as_json"])


def _rows(path: Path, human: str, scores: Sequence[str]) -> list[tuple[str, dict[str, Any]]]:
    from mtqa.readers.inputs import Inputs
    from mtqa.readers.records import Columns

    rows = []
    columns = Columns(target=human, keep=("target", *scores))  # Parquet gives what is asked for
    for raw in Inputs((str(path),), columns=columns).rows():
        if raw.problem:
            place, _, line = raw.place.rpartition(":")
            raise InputError(f"{place}:{line}", raw.problem, "repair that row")
        rows.append((raw.place, dict(raw.fields)))
    return rows


def _number(path: Path, place: str, row: dict[str, Any], column: str) -> float:
    try:
        return float(row[column])
    except KeyError:
        raise InputError(
            place, f"no column {column!r}", f"columns here: {', '.join(row)}"
        ) from None
    except (TypeError, ValueError):
        raise InputError(
            place, f"{column!r} is no number: {row[column]!r}", "repair that row"
        ) from None


def _samples(rows: list[tuple[str, dict[str, Any]]], language: str | None) -> list[Sample]:
    from mtqa.scorers.protocol import Sample

    samples = []
    for place, row in rows:
        if not row.get("target"):
            raise InputError(place, "no text in the column 'target'", "metrics need it")
        language_here = row.get("source_lang") or language
        samples.append(
            Sample(row["target"], row.get("source"), row.get("reference"), language_here)
        )
    return samples


def _show(found: dict[str, Agreement], *, as_json: bool) -> None:
    if as_json:
        from dataclasses import asdict

        figures = {name: asdict(result) for name, result in found.items()}
        click.echo(json.dumps(figures, indent=1))
        return
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    rows = [
        (name, str(r.pearson), str(r.spearman), str(r.kendall), str(r.accuracy))
        for name, r in found.items()
    ]
    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(columns_table("", "Pearson", "Spearman", "Kendall", "accuracy", rows=rows))
    segments = next(iter(found.values())).segments
    console.print(
        f"{segments} segments; intervals of 95 % by bootstrap over segments", markup=False
    )
