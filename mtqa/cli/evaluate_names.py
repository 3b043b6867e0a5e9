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
        click.echo(json.dumps(bench.as_dict(recalls, alarms), ensure_ascii=False, indent=1))
        return
    _show(recalls, alarms, errors)


def _show(recalls: dict, alarms: dict, errors: bool) -> None:  # type: ignore[type-arg]
    click.echo(f"{'corruption':<18}{'made':>6}{'found':>7}{'recall':>8}{'right':>8}")
    for way, recall in recalls.items():
        share = recall.found / recall.made if recall.made else 0.0
        right = recall.right / recall.found if recall.found else 0.0
        click.echo(f"{way:<18}{recall.made:>6}{recall.found:>7}{share:>8.3f}{right:>8.3f}")
    click.echo()
    click.echo(f"{'language':<18}{'lines':>6}{'alarms':>7}{'per 100':>9}")
    for language, found in alarms.items():
        total = sum(found.checks.values())
        click.echo(f"{language:<18}{found.sentences:>6}{total:>7}{found.rate:>9.2f}")
    if errors:
        for way, recall in recalls.items():
            for name, spoilt, line in recall.missed:
                click.echo(f"missed {way}: {name} -> {spoilt} | {line}")
        for language, found in alarms.items():
            for line, issue in found.issues:
                span = issue.source_span.text if issue.source_span else ""
                click.echo(f"false {language} {issue.check}: {span} -> {issue.text} | {line}")


__all__ = ["names"]
