"""``mtqa baseline``: write down the issues that a team already knows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from mtqa.cli import COULD_NOT_RUN, PASSED, emit, tell
from mtqa.cli.inputs import Inputs, input_options
from mtqa.cli.known import compared
from mtqa.cli.language_model import note_use
from mtqa.cli.options import configuration, configuration_options, metric_options
from mtqa.cli.outputs import STDOUT
from mtqa.pipeline import Checker
from mtqa.report.files import write_whole
from mtqa.report.phrases import count
from mtqa.silence.baseline import dumps, renewed, total
from mtqa.silence.baseline import read as read_baseline

DEFAULT = Path("mtqa-baseline.json")


@click.command()
@input_options
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help=f"The baseline file [default: the configuration's, or {DEFAULT}].",
)
@click.option(
    "--from-db",
    metavar="DB",
    type=click.Path(path_type=Path),
    help="Learn what editors dismissed on this `mtqa review --db` file; no TARGET is checked.",
)
@click.option(
    "--prune",
    is_flag=True,
    help="Only drop what no longer occurs in these articles; learn no new issue, and leave the "
    "entries of all other files alone.",
)
@metric_options
@configuration_options
def baseline(targets: tuple[str, ...], sources: tuple[str, ...], **options: Any) -> None:
    """Write down the issues of articles, so that `mtqa check --baseline` reports only new ones.

    TARGET is a text file with the Romanian article. Give the articles and sources that you check:
    their entries are made anew, those of other articles stay, those of articles that no longer
    exist go.

    \b
    Exit code: 0 written,
               2 something could not be checked (nothing is written).
    """
    names = ("config_path", "ui", "select", "ignore", "min_confidence", "metrics", "gpus")
    config = configuration(**{name: options[name] for name in names})
    path: Path = options["output"] or Path(config.baseline or DEFAULT)
    if options["from_db"]:
        if targets or options["feed"] or options["prune"]:
            raise click.UsageError("--from-db stands alone: no TARGET, --feed or --prune with it")
        from mtqa.cli.dismissed import learn

        if path == STDOUT:
            raise click.UsageError("--from-db adds to a file; name it with -o")
        tell(learn(options["from_db"], path))
        sys.exit(PASSED)
    inputs = Inputs(targets, sources, options)
    # a broken one, or a missing one to prune, is said before the work
    known = read_baseline(path) if options["prune"] or path.is_file() else {}
    checker = Checker(config, force=options["force"])
    reports = list(inputs.reports(checker))
    note_use(checker.adviser)
    if inputs.problems:
        sys.exit(COULD_NOT_RUN)
    run = compared(path, known, reports, checker)
    after = renewed(known, run, prune=options["prune"])
    if path == STDOUT:
        emit(dumps(after))
        sys.exit(PASSED)
    write_whole(path, dumps(after))
    new = 0 if options["prune"] else sum(len(report.issues) for report in run.reports)
    articles = count(sum(map(bool, after.values())), "article", "en")
    tell(
        f"{path}: known issues: {total(after)} in {articles} "
        f"({new} new, {total(known) + new - total(after)} dropped)"
    )
    sys.exit(PASSED)
