"""``mtqa check``: read articles, check them, print the report."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from mtqa.cli import COULD_NOT_RUN, FAILED, PASSED, complain, reader_may_leave
from mtqa.cli.options import configuration, configuration_options
from mtqa.errors import InputError, MtqaError
from mtqa.model import Article, ArticleReport, Ui
from mtqa.pipeline import Checker
from mtqa.readers import read_article
from mtqa.report.formats import FORMATS, Run, renderer


@click.command()
@click.argument("targets", nargs=-1, required=True, metavar="TARGET...")
@click.option(
    "--source",
    "sources",
    multiple=True,
    metavar="FILE",
    help="What TARGET was translated from; give one per TARGET.",
)
@click.option(
    "--source-lang",
    metavar="xx",
    callback=lambda ctx, param, value: _language(ctx, param, value),
    help="ISO 639-1 code of the source's language.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="console",
    show_default=True,
    help="How to print the report.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write the report here."
)
@click.option("--encoding", help="Encoding of the files, if it is not UTF-8.")
@click.option("--aligned", is_flag=True, help="Source and target are line-parallel already.")
@click.option(
    "--force",
    is_flag=True,
    help="Check a text that does not look Romanian, or like a translation, all the same.",
)
@click.option(
    "--min-quality", type=click.FloatRange(0, 100), help="Lowest quality that passes the gate."
)
@configuration_options
def check(targets: tuple[str, ...], sources: tuple[str, ...], **options: Any) -> None:
    """Report the errors of translated articles.

    TARGET is a text file with the Romanian article, or - for standard input.

    \b
    Exit code: 0 every article passed the quality gate,
               1 at least one failed it,
               2 something could not be checked (the rest is still reported).
    """
    checker = Checker(
        configuration(
            options["config_path"],
            options["ui"],
            options["select"],
            options["ignore"],
            options["min_confidence"],
            options["min_quality"],
        ),
        force=options["force"],
    )
    if targets.count("-") + sources.count("-") > 1:
        raise click.UsageError("standard input (-) can be read only once")
    output: Path | None = options["output"]
    if output and output.is_file() and any(_same(output, path) for path in (*targets, *sources)):
        raise click.UsageError(f"--output {output} is one of the inputs; name another file")
    if sources and len(sources) != len(targets):
        raise click.UsageError(
            f"{len(targets)} targets but {len(sources)} sources; give one --source per target"
        )
    run = _Run(checker, targets, sources or (None,) * len(targets), options)
    reports = list(run.reports())
    with reader_may_leave():
        _write(reports, checker, options)
    if run.broken:
        sys.exit(COULD_NOT_RUN)
    sys.exit(FAILED if any(report.verdict == "fail" for report in reports) else PASSED)


def _same(output: Path, path: str) -> bool:
    return Path(path).is_file() and output.samefile(path)


def _language(ctx: click.Context, param: click.Parameter, value: str | None) -> str | None:
    """A two- or three-letter language code, or nothing."""
    if value is not None and not (value.isascii() and value.isalpha() and 2 <= len(value) <= 3):
        raise click.BadParameter("use an ISO 639-1 code like en or de", ctx, param)
    return value and value.lower()


class _Run:
    """One pass over the inputs that outlives those that cannot be read."""

    def __init__(
        self,
        checker: Checker,
        targets: tuple[str, ...],
        sources: tuple[str | None, ...],
        options: dict[str, Any],
    ) -> None:
        self.checker, self.options = checker, options
        self.pairs = list(zip(targets, sources, strict=True))
        self.broken = 0

    def reports(self) -> Iterator[ArticleReport]:
        """The report of every article that can be read; the others are named on standard error."""
        for target, source in self.pairs:
            try:
                article = read_article(
                    target,
                    source,
                    source_lang=self.options["source_lang"],
                    encoding=self.options["encoding"],
                )
                if self.options["aligned"]:
                    article = replace(article, meta={**article.meta, "aligned": True})
                self._require_romanian(article)
                yield self.checker.check(article)
            except InputError as problem:
                self.broken += 1
                complain(str(problem))
            except MtqaError as problem:
                self.broken += 1
                complain(f"{target}: {problem}")

    def _require_romanian(self, article: Article) -> None:
        from mtqa.romanian.language import identify

        if self.options["force"]:
            return
        verdict = identify(article.target)
        if not verdict.romanian:
            guess = f", it looks like {verdict.guess}" if verdict.guess else ""
            raise InputError(
                str(article.meta["target_path"]),
                f"not Romanian{guess}",
                "give the translated text, or --force to check it all the same",
            )


def _write(reports: list[ArticleReport], checker: Checker, options: dict[str, Any]) -> None:
    """Print the report, or write it to ``--output`` as a whole."""
    form: str = options["form"]
    output: Path | None = options["output"]
    if form == "console" and output is None:
        _console(reports, checker.config.ui)
        return
    if form == "console" and not reports:
        return
    content = renderer(form)(reports, Run(checker.signature, checker.config))
    if output is None:
        click.echo(content, nl=False)
    else:
        from mtqa.report.files import write_whole

        write_whole(output, content)


def _console(reports: list[ArticleReport], ui: Ui) -> None:
    """Show the table on the terminal."""
    from rich.console import Console

    from mtqa.report.console import show

    # away from a terminal there is no width to keep to: CI logs wrap by themselves
    terminal = sys.stdout is not None and sys.stdout.isatty()
    show(reports, Console(width=None if terminal else 120), ui)
