"""``mtqa evaluate``: how good mtqa is, measured against gold annotations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli import LazyGroup
from mtqa.cli.language_model import note_use, show_requests
from mtqa.cli.options import configuration, configuration_options

if TYPE_CHECKING:
    from mtqa.evaluation.spans import SpanResult

_COMMANDS = {
    "spans": ("mtqa.cli.evaluate:spans", "Recall and precision of the issues against gold spans."),
    "cases": ("mtqa.cli.evaluate_cases:cases", "Acceptance cases, by kind of fault."),
    "names": (
        "mtqa.workshop.commands.names:names",
        "Recall on corrupted names, and false alarms.",
    ),
    "accuracy": (
        "mtqa.workshop.commands.accuracy:accuracy",
        "Recall on corrupted figures, clauses and meanings.",
    ),
    "system": (
        "mtqa.cli.evaluate_system:system",
        "MT systems side by side: scores, errors, significance.",
    ),
    "metrics": (
        "mtqa.cli.evaluate_metrics:metrics",
        "How well scores agree with human judgements.",
    ),
    "words": (
        "mtqa.cli.evaluate_words:words",
        "How well the model's marks agree with word tags.",
    ),
    "tagger": (
        "mtqa.workshop.commands.tagger:tagger",
        "How well the model orders words and segments of annotated translations.",
    ),
    "marks": (
        "mtqa.workshop.commands.marks:marks",
        "Recall on corrupted quotations and mark-up, and false alarms.",
    ),
    "typos": (
        "mtqa.workshop.commands.typos:typos",
        "Recall on slips of the keyboard and lost diacritics, and false alarms.",
    ),
    "align": (
        "mtqa.cli.align:evaluate_align_command",
        "Strict and lax precision and recall of sentence alignment.",
    ),
}


@click.group(cls=LazyGroup, commands_at=_COMMANDS)
def evaluate() -> None:
    """Measure mtqa against gold and corruptions, metrics against people, MT systems against each
    other.

    \b
    How good is mtqa?           spans, cases, names, accuracy, marks, typos, align
    Which score to believe?     metrics, words, tagger
    Which MT system is better?  system
    """


@click.command()
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--texts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where the annotated texts are, if not beside GOLD: a file, a folder or a JSONL file.",
)
@click.option(
    "--against",
    type=click.Choice(["languagetool"]),
    help="Another checker on the same texts, in the same table: LanguageTool (needs lingotweaker).",
)
@click.option("--no-source", is_flag=True, help="Leave the source out even where it is known.")
@click.option("--errors", is_flag=True, help="List every missed span and every false issue.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
@configuration_options
def spans(gold: tuple[Path, ...], **options: Any) -> None:
    """Recall, precision and F1 of the issues against gold spans, by category and severity.

    GOLD is a folder with gold.jsonl and segments.jsonl, or a JSONL file with one error span per
    line: id, start, end, text, category, severity, perhaps suggestion. The annotated text is found
    beside it (NAME.gold.jsonl and NAME.ro.txt, or segments.jsonl with id, source, target, perhaps
    score), in a folder "seeds" beside or above it, or in --texts.

    An issue is true if it overlaps a gold span, a gold span is found if an issue overlaps it;
    "right" counts the suggestions that make the gold's correction. In brackets stand 95 % intervals
    by bootstrap over texts.
    """
    from mtqa.evaluation.gold import read_gold
    from mtqa.evaluation.languagetool import evaluate_languagetool
    from mtqa.evaluation.spans import evaluate_spans
    from mtqa.pipeline import Checker
    from mtqa.report.evaluation import show_spans

    checker = Checker(
        configuration(
            options["config_path"],
            options["ui"],
            options["select"],
            options["ignore"],
            options["min_confidence"],
        )
    )
    texts = [item for path in gold for item in read_gold(path, options["texts"])]
    if checker.adviser and checker.adviser.settings.dry_run:
        evaluate_spans(checker, texts, with_source=not options["no_source"])
        show_requests(checker.adviser)
        return
    against = options["against"] and evaluate_languagetool(texts)
    result = evaluate_spans(checker, texts, with_source=not options["no_source"])
    note_use(checker.adviser)
    if options["as_json"]:
        click.echo(json.dumps(_figures(result, against), ensure_ascii=False, indent=1))
    else:
        show_spans(result, against or None, errors=options["errors"])


def _figures(result: SpanResult, against: SpanResult | None) -> dict[str, Any]:
    from mtqa.evaluation.intervals import intervals, kendall
    from mtqa.evaluation.spans import as_dict

    figures = as_dict(result)
    figures["intervals"] = {
        row: {name: [each.low, each.high] for name, each in found.items()}
        for row, found in intervals(result.each).items()
    }
    figures["kendall"] = {
        name: {"texts": texts, "value": each.value, "interval": [each.low, each.high]}
        for name, (texts, each) in kendall(result).items()
    }
    if against:
        figures["languagetool"] = as_dict(against)
    return figures
