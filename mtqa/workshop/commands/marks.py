"""``mtqa evaluate marks``: corrupted quotations and mark-up found, and false alarms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli import tell

if TYPE_CHECKING:
    from mtqa.workshop.perturbations.bitext import Alarms, Recall


@click.command()
@click.argument("corpus", type=click.Path(path_type=Path), envvar="MTQA_NTREX", required=False)
@click.option("--seed", default=2026, show_default=True, help="Seed of the corruptions.")
@click.option("--errors", is_flag=True, help="List missed corruptions and false alarms.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def marks(corpus: Path | None, seed: int, errors: bool, as_json: bool) -> None:
    """Recall on corrupted quotations and mark-up, and false alarms on human translations.

    False alarms include those of consistency. CORPUS is the folder of NTREX-128: documents.tsv
    and one file a language (eng.txt, ron.txt); by default the folder ntrex in MTQA_DATA.
    """
    from mtqa.checks.registry import select
    from mtqa.workshop.development import data_folder
    from mtqa.workshop.perturbations import bitext
    from mtqa.workshop.perturbations.marks import measure_recall

    folder = corpus or data_folder() / "ntrex"
    checks = select(["quotes", "markup", "consistency"])
    recalls = measure_recall(bitext.read_pairs(folder, "eng"), checks, seed)
    alarms = {
        language: bitext.measure_alarms(bitext.read_pairs(folder, language), checks)
        for language in ("eng", "deu", "fra")
    }
    if as_json:
        click.echo(json.dumps(_record(recalls, alarms), ensure_ascii=False, indent=1))
    else:
        _show(recalls, alarms, errors)


def _record(recalls: dict[str, Recall], alarms: dict[str, Alarms]) -> dict[str, object]:
    corruptions = {way: {"made": r.made, "found": r.found, "right": r.right}
                   for way, r in recalls.items()}  # fmt: skip
    false = {language: {"sentences": a.sentences, "per_100": round(a.rate, 2), **a.checks}
             for language, a in alarms.items()}  # fmt: skip
    return {"corruptions": corruptions, "false_alarms": false}


def _show(recalls: dict[str, Recall], alarms: dict[str, Alarms], errors: bool) -> None:
    click.echo(f"{'corruption':<20}{'made':>6}{'found':>7}{'right':>7}{'recall':>8}")
    for way, r in recalls.items():
        share = r.found / r.made if r.made else 0.0
        click.echo(f"{way:<20}{r.made:>6}{r.found:>7}{r.right:>7}{share:>8.3f}")
    click.echo(f"\n{'language':<20}{'lines':>6}{'alarms':>7}{'per 100':>9}")
    for language, a in alarms.items():
        click.echo(f"{language:<20}{a.sentences:>6}{sum(a.checks.values()):>7}{a.rate:>9.2f}")
    for way, r in recalls.items() if errors else ():
        for name, _, line in r.missed:
            tell(f"missed {way}: {name} | {line}")
    for language, a in alarms.items() if errors else ():
        for line, issue in a.issues:
            tell(f"false {language} {issue.check}: {issue.text} | {line}")


__all__ = ["marks"]
