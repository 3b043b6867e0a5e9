"""``mtqa evaluate names``: corrupted names found, and false alarms on human translations."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument(
    "corpus", type=click.Path(path_type=Path), envvar="MTQA_NTREX", default=None, required=False
)
@click.option("--seed", default=2026, show_default=True, help="Seed of the corruptions.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    help="Count false alarms from this language only (eng, deu, …); may be given again.",
)
@click.option("--errors", is_flag=True, help="List missed corruptions and false alarms.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def names(
    corpus: Path | None, seed: int, languages: tuple[str, ...], errors: bool, as_json: bool
) -> None:
    """Recall of corrupted names by kind of corruption, and false alarms on human translations.

    CORPUS is the folder of NTREX-128: documents.tsv and one file a language (eng.txt, ron.txt);
    by default the folder ntrex in MTQA_DATA.
    """
    from mtqa.checks.source_names import CHECKS
    from mtqa.development import data_folder
    from mtqa.metrics import bitext
    from mtqa.metrics import names as bench

    folder = corpus or data_folder() / "ntrex"
    checks = [check() for check in CHECKS]
    recalls = bench.measure_recall(bitext.read_pairs(folder, "eng"), checks, seed)
    asked = languages or ("eng", "deu", "fra", "rus", "ukr", "hun")
    unknown = sorted(set(asked) - set(bitext.LANGUAGES))
    if unknown:
        raise click.BadParameter(f"unknown language {unknown[0]!r}", param_hint="--language")
    alarms = {
        language: bitext.measure_alarms(bitext.read_pairs(folder, language), checks)
        for language in asked
    }
    if as_json:
        click.echo(json.dumps(bitext.as_dict(recalls, alarms), ensure_ascii=False, indent=1))
        return
    from mtqa.report.evaluation import show_corruptions

    show_corruptions(recalls, alarms, errors=errors)
