"""``mtqa diff``: two scored runs side by side."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from mtqa.cli import reader_may_leave

if TYPE_CHECKING:
    from mtqa.corpus.compare import Comparison


@click.command()
@click.argument("a")
@click.argument("b")
@click.option("--changes", is_flag=True, help="List the issues of every article that differ.")
@click.option("--json", "as_json", is_flag=True, help="Print the comparison as JSON.")
@click.option("--seed", default=2026, show_default=True, help="Seed of the bootstrap.")
def diff(a: str, b: str, *, changes: bool, as_json: bool, seed: int) -> None:
    """Compare two scored runs A and B: two MT systems, or before and after.

    A and B are what `mtqa score` has written. Articles are paired by their id; an issue is common
    when check, category, severity and marked words are the same.
    """
    from mtqa.corpus.compare import compare
    from mtqa.corpus.scored import read_scored

    result = compare(read_scored(a), read_scored(b), seed=seed)
    with reader_may_leave():
        if as_json:
            click.echo(json.dumps(result.as_dict(), ensure_ascii=False, indent=1))
        else:
            _show(result, changes=changes)


def _show(result: Comparison, *, changes: bool) -> None:
    from rich.console import Console

    from mtqa.report.evaluation import columns_table
    from mtqa.report.visible import visible

    console = Console(width=None if sys.stdout.isatty() else 110, highlight=False)
    console.print(
        columns_table(
            "", "quality", "qe", "failed", "issues", "per 1,000 words",
            rows=[
                (name, f"{side.quality:.2f}",
                 "–" if side.mean_qe is None else f"{side.mean_qe:.1f}", str(side.failed),
                 str(sum(side.issues.values())), f"{side.per_1000:.2f}")
                for name, side in (("A", result.a), ("B", result.b))
            ],
        )
    )  # fmt: skip
    categories = sorted({*result.common, *result.new, *result.gone})
    console.print(
        columns_table(
            "category", "common", "only in A", "only in B",
            rows=[(c, str(result.common[c]), str(result.gone[c]), str(result.new[c]))
                  for c in categories],
        )
    )  # fmt: skip
    console.print(
        f"{result.articles} articles in both, {len(result.only_a)} only in A, "
        f"{len(result.only_b)} only in B"
    )
    for line in _believed(result):
        console.print(line)
    if changes:
        for change in result.changes:
            for sign, issues in (("-", change.gone), ("+", change.new)):
                for issue in issues:
                    line = f"{sign} {change.id} {issue.severity} {issue.check}: {issue.text}"
                    console.print(visible(line), markup=False, soft_wrap=True)


def _believed(result: Comparison) -> Iterator[str]:
    """How far the differences can be believed, a line each."""
    from mtqa.corpus.compare import LEAST

    if result.articles < LEAST:
        yield (
            f"significance: no claim; it needs {LEAST} articles in both, here are {result.articles}"
        )
        return
    names = {"quality": result.on_quality, "issues per word": result.on_issues}
    if result.a.mean_qe is not None:
        names["qe"] = result.on_qe
    for name, found in names.items():
        if found.p is None:
            yield f"{name}: no claim; too few articles with this score"
            continue
        p = "p < 0.001" if found.p < 0.001 else f"p = {found.p:.3f}"
        if found.p < 0.05:
            yield f"{name}: differs significantly, {p}"
        else:
            more = f"; a difference of this size shows in about {found.needed:,} articles"
            yield f"{name}: no significant difference, {p}{more if found.needed else ''}"
    yield "(paired bootstrap over articles)"
