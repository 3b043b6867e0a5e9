"""``mtqa evaluate accuracy``: corrupted figures, clauses and meanings found, and false alarms."""

from __future__ import annotations

import json
from pathlib import Path

import click


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path), required=False)
@click.option("--family", "families", multiple=True, help="Only this family; may be given again.")
@click.option("--seed", default=2026, show_default=True, help="Seed of the corruptions.")
@click.option(
    "--language",
    "languages",
    multiple=True,
    default=("eng", "deu"),
    show_default=True,
    help="Source language of the corpus; may be given again.",
)
@click.option("--most", type=click.IntRange(1), help="Stop a kind after this many corruptions.")
@click.option("--errors", is_flag=True, help="List missed corruptions and false alarms.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def accuracy(
    corpus: Path | None,
    families: tuple[str, ...],
    seed: int,
    languages: tuple[str, ...],
    most: int | None,
    errors: bool,
    as_json: bool,
) -> None:
    """Recall of corruptions by kind, and false alarms on human translations, by source language.

    CORPUS is the folder of NTREX-128: documents.tsv and one file a language (eng.txt, ron.txt);
    by default the folder ntrex in MTQA_DATA.
    """
    from mtqa.workshop.development import data_folder
    from mtqa.workshop.perturbations import accuracy as bench
    from mtqa.workshop.perturbations.bitext import LANGUAGES, as_dict, measure_alarms, read_pairs

    folder = corpus or data_folder() / "ntrex"
    unknown = sorted(set(languages) - set(LANGUAGES))
    if unknown:
        raise click.BadParameter(f"unknown language {unknown[0]!r}", param_hint="--language")
    figures = {}
    for language in languages:
        pairs = read_pairs(folder, language)
        for name in families or tuple(bench.FAMILIES):
            recalls = bench.measure_recall(pairs, name, seed, most)
            alarms = {language: measure_alarms(pairs, bench.family(name)[1])}
            figures[f"{name} {language}"] = as_dict(recalls, alarms)
            if not as_json:
                from mtqa.workshop.perturbations.tables import show_corruptions

                click.echo(f"{name}, {language} → ron")
                show_corruptions(recalls, alarms, errors=errors)
    if as_json:
        click.echo(json.dumps(figures, ensure_ascii=False, indent=1))
