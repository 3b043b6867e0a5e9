"""What was heard of made-up faults, and the false alarms, on a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping

from mtqa.report.evaluation import _ratio, columns_table
from mtqa.report.visible import visible
from mtqa.workshop.perturbations.bitext import Alarms, Recall


def show_corruptions(
    recalls: Mapping[str, Recall], alarms: Mapping[str, Alarms], *, errors: bool = False
) -> None:
    """Print what was found of each kind of corruption, and the false alarms by language."""
    from rich.console import Console

    console = Console(width=None if sys.stdout.isatty() else 120, highlight=False)
    console.print(columns_table("corruption", "made", "found", "recall", "right", rows=[
        (way, str(r.made), str(r.found), _ratio(r.found, r.made), _ratio(r.right, r.found))
        for way, r in recalls.items()
    ]))  # fmt: skip
    console.print(columns_table("false alarms", "sentences", "issues", "per 100", rows=[
        (language, str(a.sentences), str(sum(a.checks.values())), f"{a.rate:.2f}")
        for language, a in alarms.items()
    ]))  # fmt: skip
    if errors:
        for line in _corruption_errors(recalls, alarms):
            console.print(visible(line), markup=False, soft_wrap=True)


def _corruption_errors(
    recalls: Mapping[str, Recall], alarms: Mapping[str, Alarms]
) -> Iterator[str]:
    for way, recall in recalls.items():
        for name, spoilt, line in recall.missed:
            yield f"missed {way}: {name} -> {spoilt} | {line}"
    for language, found in alarms.items():
        for line, issue in found.issues:
            span = issue.source_span.text if issue.source_span else ""
            yield f"false {language} {issue.check}: {span} -> {issue.text} | {line}"
