"""``mtqa check``: read articles, check them, print the report."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from mtqa.cli import COULD_NOT_RUN, FAILED, PASSED, note, reader_may_leave
from mtqa.cli.inputs import Inputs, input_options
from mtqa.cli.known import compared
from mtqa.cli.language_model import note_use, show_requests
from mtqa.cli.options import configuration, configuration_options, gate_options, metric_options
from mtqa.cli.outputs import outputs, require_apart, write
from mtqa.model import ArticleReport
from mtqa.pipeline import Checker
from mtqa.report.formats import FORMATS, TABLES, Run
from mtqa.silence.baseline import Entry, read


@click.command()
@input_options
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    help="How to print the report [default: what the ending of --output says, or console].",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here."
)
@click.option(
    "--report",
    "reports",
    multiple=True,
    metavar="[FORMAT[:TABLE]=]FILE",
    help="Write a further report of the same run; the ending says the format if you do not.",
)
@click.option(
    "--table",
    type=click.Choice(TABLES),
    help="The table of csv, jsonl, markdown or parquet [default: issues; jsonl and markdown have "
    "the whole report].",
)
@gate_options
@metric_options
@click.option(
    "--baseline",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Issues in this file (see `mtqa baseline`) stay quiet; only new ones count.",
)
@configuration_options
def check(targets: tuple[str, ...], sources: tuple[str, ...], **options: Any) -> None:
    """Report the errors of translated articles.

    TARGET is a text file or page (HTML) with the Romanian article, a feed (.rss, .atom), a folder
    of articles (NAME.ro.txt, with its source NAME.en.txt beside it), or - for standard input.

    \b
    Exit code: 0 every article passed the quality gate,
               1 at least one failed it,
               2 something could not be checked (the rest is still reported).
    """
    config = configuration(**{name: options[name] for name in _CONFIGURATION})
    checker = Checker(config, force=options["force"])
    inputs = Inputs(targets, sources, options)
    wanted = outputs(options["form"], options["output"], options["table"], options["reports"])
    baseline: Path | None = options["baseline"] or (
        Path(config.baseline) if config.baseline else None
    )
    require_apart(wanted, (*inputs.files, *([str(baseline)] if baseline else [])))
    found = list(_checked(inputs, checker))
    for line in checker.suppressor.notes(found):
        note(line)
    if baseline:
        found = _only_new(found, baseline, checker)
    run = Run(
        checker.signature,
        checker.config,
        root=_root(),
        problems=tuple(inputs.problems),
        baseline=baseline is not None,
    )
    with reader_may_leave():
        write(wanted, found, run)
    if inputs.problems:
        sys.exit(COULD_NOT_RUN)
    sys.exit(FAILED if any(report.verdict == "fail" for report in found) else PASSED)


#: Stale entries that a note names before it only counts them.
_NAMED = 3
_CONFIGURATION = (
    "config_path",
    "ui",
    "select",
    "ignore",
    "min_confidence",
    "min_quality",
    "max_critical",
    "fail_on",
    "metrics",
    "gpus",
)


def _checked(inputs: Inputs, checker: Checker) -> Iterator[ArticleReport]:
    """The reports; of a dry run there are none, only what would be sent."""
    adviser = checker.adviser
    if adviser is None:
        yield from inputs.reports(checker)
        return
    adviser.begin()
    found = list(inputs.reports(checker))
    if adviser.settings.dry_run:
        with reader_may_leave():
            show_requests(adviser)
        sys.exit(COULD_NOT_RUN if inputs.problems else PASSED)
    note_use(adviser)
    yield from found


def _only_new(found: list[ArticleReport], baseline: Path, checker: Checker) -> list[ArticleReport]:
    """The reports with what the baseline knows quiet; what is stale in it is a note."""
    run = compared(baseline, read(baseline), found, checker)
    here = {key: left for key, left in run.stale.items() if key not in run.gone}
    lost = {key: left for key, left in run.stale.items() if key in run.gone}
    if here:
        note(f"{baseline}: stale entries: {_named(here)}; `mtqa baseline --prune` with the same "
             "articles drops them")  # fmt: skip
    if lost:
        note(f"{baseline}: entries of what is no longer there: {_named(lost)}; `mtqa baseline` "
             "with all articles drops them")  # fmt: skip
    return list(run.reports)


def _named(stale: Mapping[str, Sequence[Entry]]) -> str:
    """How many entries, and the first of them."""
    rows = [f"{key} “{entry.text}”" for key, left in stale.items() for entry in left]
    return f"{len(rows)} ({', '.join(rows[:_NAMED])}{' …' if len(rows) > _NAMED else ''})"


def _root() -> str:
    """The folder that programs expect paths from: the repository of a CI job, or where we are."""
    return os.environ.get("GITHUB_WORKSPACE") or os.environ.get("CI_PROJECT_DIR") or str(Path.cwd())
