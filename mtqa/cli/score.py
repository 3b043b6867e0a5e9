"""``mtqa score``: a corpus in, its issues out."""

from __future__ import annotations

import json
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli import complain, note, reader_may_leave
from mtqa.cli.language_model import note_use
from mtqa.cli.options import configuration, configuration_options, metric_options
from mtqa.corpus.run import CHUNK, Limit
from mtqa.readers.inputs import FORMATS

if TYPE_CHECKING:
    from mtqa.corpus.command import Request


def _limit(ctx: click.Context, param: click.Parameter, value: str) -> Limit:
    try:
        return Limit.parse(value)
    except ValueError:
        raise click.BadParameter("use a number or a share like 5%", ctx, param) from None


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="IN...")
@click.option("--out", required=True, metavar="OUT", help="A .jsonl[.gz|.zst] file, or a folder.")
@click.option(
    "--output-format",
    type=click.Choice(["jsonl", "parquet"]),
    help="What the parts in a folder are  [default: jsonl].",
)
@click.option("--input-format", type=click.Choice(FORMATS), help="[default: by each name's ending]")
@click.option(
    "--source", "sources", multiple=True, metavar="FILE|PATTERN|auto",
    help="Line-parallel source of IN: one per IN, in order or of its name (NAME.en for NAME.ro); "
    "a pattern like '{name}.en'; or auto, what lies beside.",
)  # fmt: skip
@click.option(
    "--reference", "references", multiple=True, metavar="FILE|PATTERN",
    help="Line-parallel human translation of IN, given as --source is.",
)  # fmt: skip
@click.option("--source-lang", metavar="xx", help="ISO 639-1 code of the sources.")
@click.option("--id-column", default="id", show_default=True, help="Field with the record's name.")
@click.option("--target-column", default="target", show_default=True)
@click.option("--source-column", default="source", show_default=True)
@click.option("--reference-column", default="reference", show_default=True)
@click.option("--source-lang-column", default="source_lang", show_default=True)
@click.option("--keep", multiple=True, metavar="FIELD", help="Repeat this field in the output.")
@click.option("-j", "--jobs", type=click.IntRange(1), default=1, show_default=True)
@click.option("--chunk", type=click.IntRange(1), default=CHUNK, show_default=True,
              help="Most rows that appear in the output at once.")  # fmt: skip
@click.option("--resume", is_flag=True, help="Continue a run that was stopped.")
@click.option("--overwrite", is_flag=True, help="Remove what an earlier run has left.")
@click.option(
    "--max-rejected", default="20%", show_default=True, callback=_limit, metavar="N|P%",
    help="Stop when more rows than this cannot be scored.",
)  # fmt: skip
@click.option("--engine", type=click.Choice(["local", "ray"]), default="local", show_default=True)
@click.option("--address", help="Ray cluster to join (auto, or host:port)  [default: a local one].")
@click.option("--force", is_flag=True, help="Score text that does not look Romanian all the same.")
@click.option("-q", "--quiet", is_flag=True, help="No progress.")
@metric_options
@configuration_options
def score(inputs: tuple[str, ...], **options: Any) -> None:
    """Score a corpus: any number of articles or segments, a record each.

    IN is a file, a folder, a pattern, a URL, or - for standard input (JSON Lines): JSON Lines, CSV,
    TSV, Parquet, TMX, XLIFF, line-parallel texts, or a folder of articles (NAME.ro.txt beside
    NAME.en.txt, or HTML). Records have the fields target and, where known, id, source, reference
    and source_lang.

    A run that was stopped, however hard, goes on with --resume: nothing is lost or done twice.

    \b
    Exit code: 0 every row was scored or rejected (rejects are listed beside the output),
               2 the run could not be finished, or every row was rejected; what was finished is
                 kept.
    """
    from mtqa.corpus.command import Request, run

    signal.signal(signal.SIGTERM, _stop)
    request = Request.of(
        inputs,
        configuration(
            options["config_path"],
            options["ui"],
            options["select"],
            options["ignore"],
            options["min_confidence"],
            metrics=options["metrics"],
            gpus=options["gpus"],
        ),
        options,
    )
    model = request.config.judge.model
    if model.url and model.dry_run:
        _show_requests(request)
        return
    for line in request.notes:
        note(line)
    with _telling_of_the_model(request):
        progress, table = run(request)
    with reader_may_leave():
        _show(table)
    if progress.rejected and not options["quiet"]:
        complain(f"{progress.rejected} rows rejected: {request.place.rejected}")


@contextmanager
def _telling_of_the_model(request: Request) -> Iterator[None]:
    """Say before a run what it will take of the language model, and after it what it has used."""
    if request.quiet or not request.config.judge.model.url:
        yield
        return
    from mtqa.corpus.asking import expected
    from mtqa.scorers.llm.adviser import Adviser

    if cost := expected(request):
        note(f"language model: {cost}, without what is remembered already")
    yield
    note_use(Adviser(request.config))


def _show_requests(request: Request) -> None:
    """The requests of a dry run, a line each."""
    from mtqa.corpus.asking import would_send

    with reader_may_leave():
        for sent in would_send(request):
            click.echo(json.dumps(sent, ensure_ascii=False))


def _stop(number: int, frame: FrameType | None) -> None:
    sys.stderr.write("mtqa: stopped; what is finished is kept, --resume goes on\n")
    sys.exit(128 + number)


def _show(table: dict[str, Any]) -> None:
    """The corpus table."""
    from rich.console import Console

    from mtqa.report.evaluation import columns_table

    words = max(table["words"], 1)
    rows = [(category, str(number), f"{1000 * number / words:.2f}")
            for category, number in table["by_category"].items()]  # fmt: skip
    rows.append(("all", str(table["issues"]), f"{1000 * table['issues'] / words:.2f}"))
    console = Console(width=None if sys.stdout.isatty() else 100, highlight=False)
    console.print(columns_table("category", "issues", "per 1,000 words", rows=rows))
    console.print(
        f"{table['records']:,} records, {table['failed']:,} failed, {table['words']:,} words, "
        f"quality {table['quality']:.1f}"
    )


__all__ = ["score"]
