"""``mtqa evaluate typos``: slips of the keyboard and lost diacritics found, and false alarms."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli import tell

if TYPE_CHECKING:
    from collections import Counter

    from mtqa.model import Issue
    from mtqa.workshop.perturbations.typos import Found

    Results = Mapping[tuple[str, str], Found]


@click.command()
@click.argument("clean", type=click.Path(path_type=Path))
@click.option("--seed", default=2026, show_default=True, help="Seed of the slips.")
@click.option("--limit", type=int, help="Read so many sentences only.")
@click.option("--errors", is_flag=True, help="List missed slips.")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def typos(clean: Path, seed: int, limit: int | None, errors: bool, as_json: bool) -> None:
    """Recall on slips of the keyboard by kind and length of the word, and false alarms.

    CLEAN is a text file with a Romanian sentence a line. Every sentence gets one slip, and one
    that has two marked words or more loses the diacritics of one. "right" counts suggestions that
    restore the word.
    """
    from mtqa.config import Config
    from mtqa.model import Article
    from mtqa.pipeline import Checker
    from mtqa.workshop.perturbations import typos as bench
    from mtqa.workshop.unlabelled import lines

    sentences = [line for line in lines(clean) if line.strip()][:limit]
    checker = Checker(Config(), force=True)
    made = [*bench.typos(sentences, seed), *bench.lost_marks(sentences, seed)]

    def find(text: str) -> list[Issue]:
        return list(checker.check(Article("sentence", text)).issues)

    results = bench.measure(made, find)
    false = bench.alarms(sentences, find)
    if as_json:
        click.echo(json.dumps(_record(results, false, len(sentences)), indent=1))
    else:
        _show(results, false, len(sentences), errors)


def _record(results: Results, false: Counter[str], sentences: int) -> dict[str, object]:
    slips = [
        {"kind": kind, "length": length, "made": r.made, "found": r.found, "right": r.right}
        for (kind, length), r in sorted(results.items())
    ]
    return {"slips": slips, "sentences": sentences, "false_alarms": dict(false.most_common())}


def _show(results: Results, false: Counter[str], sentences: int, errors: bool) -> None:
    click.echo(f"{'slip':<28}{'letters':<12}{'made':>6}{'found':>7}{'right':>7}{'recall':>8}")
    for (kind, length), r in sorted(results.items()):
        click.echo(f"{kind:<28}{length:<12}{r.made:>6}{r.found:>7}{r.right:>7}{r.share:>8.3f}")
    _show_lengths(results)
    total = sum(false.values())
    click.echo(f"\n{sentences} clean sentences, {total} issues on them")
    for check, count in false.most_common():
        click.echo(f"{check:<40}{count:>6}{1000 * count / max(sentences, 1):>8.1f} per 1,000")
    for (kind, _), r in results.items() if errors else ():
        for typo in r.missed:
            tell(f"missed {kind}: {typo.text[typo.start : typo.end]} ({typo.word}) | {typo.text}")


def _show_lengths(results: Results) -> None:
    """The four kinds of slips that make no word, together, by length."""
    from mtqa.workshop.perturbations.typos import KINDS, LENGTHS

    for _, length in LENGTHS:
        found = [results[kind, length] for kind in KINDS if (kind, length) in results]
        made, hits = sum(r.made for r in found), sum(r.found for r in found)
        right = sum(r.right for r in found)
        share = hits / made if made else 0.0
        name = "no word, together"
        click.echo(f"{name:<28}{length:<12}{made:>6}{hits:>7}{right:>7}{share:>8.3f}")


__all__ = ["typos"]
