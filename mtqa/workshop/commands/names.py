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
@click.option(
    "--source-language",
    default="eng",
    show_default=True,
    help="Let the checks read the corrupted articles' source in this language (rus, deu, …).",
)
@click.option("--errors", is_flag=True, help="List missed corruptions and false alarms.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def names(
    corpus: Path | None,
    seed: int,
    languages: tuple[str, ...],
    source_language: str,
    errors: bool,
    as_json: bool,
) -> None:
    """Recall of corrupted names by kind of corruption, and false alarms on human translations.

    CORPUS is the folder of NTREX-128: documents.tsv and one file a language (eng.txt, ron.txt);
    by default the folder ntrex in MTQA_DATA.
    """
    from mtqa.checks.names.source import CHECKS
    from mtqa.workshop.development import data_folder
    from mtqa.workshop.perturbations import bitext
    from mtqa.workshop.perturbations import names as bench

    folder = corpus or data_folder() / "ntrex"
    checks = [check() for check in CHECKS]
    asked = languages or ("eng", "deu", "fra", "rus", "ukr", "hun")
    _require_known(asked, "--language")
    _require_known((source_language,), "--source-language")
    read = None if source_language == "eng" else bitext.read_pairs(folder, source_language)
    recalls = bench.measure_recall(bitext.read_pairs(folder, "eng"), checks, seed, read)
    alarms = {
        language: bitext.measure_alarms(bitext.read_pairs(folder, language), checks)
        for language in asked
    }
    speed = bench.measure_speed(bitext.read_pairs(folder, source_language))
    if as_json:
        figures = bitext.as_dict(recalls, alarms) | {"segments_per_second": round(speed)}
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
        return
    from mtqa.workshop.perturbations.tables import show_corruptions

    show_corruptions(recalls, alarms, errors=errors)
    click.echo(f"speed beyond the alignment, one core: {speed:,.0f} segments/s")


def _require_known(languages: tuple[str, ...], option: str) -> None:
    from mtqa.workshop.perturbations import bitext

    for language in languages:
        if language not in bitext.LANGUAGES:
            known = ", ".join(bitext.LANGUAGES)
            raise click.BadParameter(
                f"unknown language {language!r}; known: {known}", param_hint=option
            )
