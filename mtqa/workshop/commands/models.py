"""``mtqa models train``, ``distil`` and ``tune``: a thin coat over the workshop."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from mtqa.workshop.development import data_folder


def _part(
    context: click.Context, parameter: click.Parameter, value: str | None
) -> tuple[int, int] | None:
    """``1/3`` as a pair of numbers."""
    if value is None:
        return None
    which, _, of = value.partition("/")
    if not (which.isdigit() and of.isdigit() and int(which) < int(of)):
        raise click.BadParameter(f"{value!r} is no part such as 0/3")
    return int(which), int(of)


@click.command()
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option(
    "--without", multiple=True, type=click.Path(path_type=Path), metavar="JSONL",
    help="Leave out sentences whose source stands here under src: they are tested on.",
)  # fmt: skip
@click.option(
    "--size",
    type=click.Choice(["auto", "small", "large", "judge"]),
    default="auto",
    show_default=True,
    help="large pretrains first; auto: large if there is a GPU; judge: a teacher for distil.",
)
@click.option(
    "--passes",
    type=click.IntRange(1),
    help="Over the examples; 2 if small, 6 if large, 3 if judge.",
)
@click.option("--pieces", type=click.IntRange(5000), default=64_000, show_default=True,
              help="Size of the vocabulary.")  # fmt: skip
@click.option("--seed", type=int, default=2026, show_default=True)
@click.option("--version", default="0.1.0", show_default=True, help="Of the weights.")
@click.option("--limit", type=click.IntRange(8), help="Only so many examples a pass: a trial.")
def train(out: Path, without: tuple[Path, ...], **options: Any) -> None:
    """Train the model of mtqa-qe-ro from the development data (MTQA_DATA).

    The small training takes two hours on two cores, the large one minutes on a GPU. OUT then holds
    what ships; teach it real errors with `mtqa models teach`.
    """
    from mtqa.workshop.training.command import Plan
    from mtqa.workshop.training.command import train as run

    plan = Plan(data_folder(), out, without, **options)
    run(plan, click.echo)


@click.command()
@click.argument("model", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option("--hold-out", "hold", metavar="K/N", callback=_part,
              help="Leave out part K of N of the annotated sources, counted from 0.")  # fmt: skip
@click.option("--passes", type=click.IntRange(1), default=3, show_default=True)
@click.option("--rate", type=float, default=1.5e-4, show_default=True, help="Of learning.")
@click.option("--seed", type=int, default=2026, show_default=True)
@click.option("--version", default="0.1.0", show_default=True, help="Of the weights.")
@click.option("--limit", type=click.IntRange(8), help="Only so many examples a pass: a trial.")
def teach(model: Path, out: Path, **options: Any) -> None:
    """Teach the model MODEL what annotators marked and people changed in real translations.

    Half an hour on two cores with AMX, several times that without. Taught once more it weighs
    the changes by what it learnt before.
    """
    from mtqa.workshop.training.teach import Plan
    from mtqa.workshop.training.teach import teach as run

    run(Plan(model, data_folder(), out, **options), click.echo)


@click.command()
@click.argument("model", type=click.Path(path_type=Path))
@click.argument("teachers", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Folder to write.")
@click.option(
    "--without", multiple=True, type=click.Path(path_type=Path), metavar="JSONL",
    help="Leave out sentences whose source stands here under src: they are tested on.",
)  # fmt: skip
@click.option("--seed", type=int, default=2026, show_default=True)
@click.option("--version", default="0.1.0", show_default=True, help="Of the weights.")
@click.option("--limit", type=click.IntRange(8), help="Only so many pairs: a trial.")
def distil(model: Path, teachers: tuple[Path, ...], out: Path, **options: Any) -> None:
    """Teach the model MODEL what it and TEACHERS, other models, judge together.

    Models trained from other starts or seeds err elsewhere, and their mean is better than each; one
    model can learn most of it. It takes an hour on two cores.
    """
    from mtqa.workshop.training.distil import Plan
    from mtqa.workshop.training.distil import distil as run

    run(Plan(model, teachers, data_folder(), out, **options), click.echo)


@click.command()
@click.argument("model", type=click.Path(path_type=Path))
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--part", metavar="K/N", callback=_part,
              help="Only the sources that `teach --hold-out K/N` left out.")  # fmt: skip
def tune(model: Path, gold: tuple[Path, ...], part: tuple[int, int] | None) -> None:
    """Choose what the scores of the model MODEL count, and their scale from 0 to 100.

    GOLD are folders of annotated segments with scores. Where marks are believed, the judge decides:
    see `python -m mtqa.workshop.judge`.
    """
    from mtqa.workshop.training.tune import tune as run

    run(model, gold, data_folder(), click.echo, part)
