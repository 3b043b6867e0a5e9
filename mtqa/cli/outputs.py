"""Where the reports of one run go: the terminal, and any number of files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from secrets import token_hex
from typing import NamedTuple

import click

from mtqa.cli import emit, note
from mtqa.model import ArticleReport
from mtqa.report.formats import BINARY, FORMATS, SUFFIXES, TABLES, TABULAR, Run, by_suffix, renderer

#: What the command line calls standard output.
STDOUT = Path("-")


class Output(NamedTuple):
    """One report of a run: its format, its table if one was asked for, its file or the terminal."""

    form: str
    table: str | None
    path: Path | None


def outputs(
    form: str | None, output: Path | None, table: str | None, reports: Iterable[str]
) -> list[Output]:
    """What the options ask for.

    Args:
        form: ``--format``.
        output: ``--output``; its ending decides the format where ``form`` is not given.
        table: ``--table``.
        reports: each ``--report``: ``FILE``, ``FORMAT=FILE`` or ``FORMAT:TABLE=FILE``.

    Raises:
        click.UsageError: a format is unknown or has no such table, or a file is named twice.
        MissingExtra: what a format needs is not installed.
    """
    found = [_main(form, output, table), *(_parsed(word) for word in reports)]
    paths: set[Path] = set()
    if sum(one.path is None for one in found) > 1:
        raise click.UsageError("two reports go to standard output; name a file for one")
    for one in found:
        if one.table and one.form not in TABULAR:
            raise click.UsageError(
                f"{one.form} has no single table; --table goes with {', '.join(sorted(TABULAR))}"
            )
        if one.path:
            place = one.path.resolve()
            if place in paths:
                raise click.UsageError(f"two reports go to {one.path}; name another file")
            paths.add(place)
        renderer(one.form)  # what is missing is said before the work, not after it
    return found


def require_apart(found: Iterable[Output], inputs: Iterable[str]) -> None:
    """Refuse to write over an input.

    Raises:
        click.UsageError: a report would.
    """
    listed = tuple(inputs)
    for one in found:
        if one.path and one.path.is_file() and any(_same(one.path, name) for name in listed):
            raise click.UsageError(f"--output {one.path} is one of the inputs; name another file")


def write(found: Sequence[Output], reports: Sequence[ArticleReport], run: Run) -> None:
    """Print or write every report; files whole or not at all.

    Raises:
        InputError: a file cannot be written.
    """
    from mtqa.report.files import write_whole

    if any(one.form == "github" for one in found):
        _summarise(reports, run)
    if any(one.form == "sarif" for one in found):
        from mtqa.report.sarif import MOST, left_out

        if left := left_out(reports):
            note(
                f"{left} results are left out of the SARIF, the least of them: GitHub takes {MOST}"
            )
    # files first: a reader who leaves the terminal's report early takes nothing from them
    for one in sorted(found, key=lambda one: one.path is None):
        if one.path is not None:
            if one.form != "console" or reports:
                write_whole(one.path, renderer(one.form)(reports, replace(run, table=one.table)))
        elif one.form == "console":
            with _no_commands():
                _console(reports, run)
        else:
            _print(one.form, renderer(one.form)(reports, replace(run, table=one.table)))


def _print(form: str, content: str | bytes) -> None:
    """A report that is text, on standard output; commands to the runner are meant as such."""
    if form == "github" or isinstance(content, bytes):
        click.echo(content, nl=False)
    else:
        emit(content)


@contextmanager
def _no_commands() -> Iterator[None]:
    """Print inside this what articles say: in a job of GitHub Actions, a line of an article that
    looks like a workflow command (``::add-mask::…``) is then not obeyed."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        yield
        return
    word = token_hex(16)
    click.echo(f"::stop-commands::{word}")
    try:
        yield
    finally:
        click.echo(f"::{word}::")


def _main(form: str | None, output: Path | None, table: str | None) -> Output:
    if form is None and output is not None and output != STDOUT:
        form = by_suffix(output)
        if form is None:
            raise click.UsageError(
                f"-o {output}: the ending names no format ({', '.join(SUFFIXES)}); "
                "add --format, or another ending"
            )
    form = form or "console"
    if form in BINARY and (output is None or (output == STDOUT and _terminal())):
        raise click.UsageError(f"{form} is no text; give a file with -o")
    return Output(form, table, _place(output))


def _place(path: Path | None) -> Path | None:
    """Where a report goes: ``-`` is standard output, as ``None`` is."""
    return None if path == STDOUT else path


def _terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()


def _parsed(word: str) -> Output:
    """One ``--report``."""
    said, equals, name = word.partition("=")
    if not equals:
        form = by_suffix(Path(word))
        if form is None:
            raise click.UsageError(
                f"--report {word}: the ending names no format; write FORMAT={word}"
            )
        return Output(form, None, Path(word))
    form, _, table = said.partition(":")
    if form not in FORMATS:
        raise click.UsageError(
            f"--report {word}: unknown format {form!r}; one of {', '.join(FORMATS)}"
        )
    if table and table not in TABLES:
        raise click.UsageError(
            f"--report {word}: unknown table {table!r}; one of {', '.join(TABLES)}"
        )
    if not name:
        raise click.UsageError(f"--report {word}: no file after =")
    return Output(form, table or None, _place(Path(name)))


def _same(output: Path, path: str) -> bool:
    return Path(path).is_file() and output.samefile(path)


def _console(reports: Sequence[ArticleReport], run: Run) -> None:
    """Show the table on the terminal; nothing where no article could be checked."""
    if not reports:
        return
    from rich.console import Console

    from mtqa.report.console import show

    # away from a terminal there is no width to keep to: CI logs wrap by themselves
    show(reports, Console(width=None if _terminal() else 120), run)


def _summarise(reports: Sequence[ArticleReport], run: Run) -> None:
    """Append the run to the summary of the GitHub job, if there is one.

    Raises:
        InputError: the file cannot be written.
    """
    place = os.environ.get("GITHUB_STEP_SUMMARY")
    if not place:
        return
    from mtqa.errors import InputError
    from mtqa.report.github import summary

    try:
        with Path(place).open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(summary(reports, run))
    except OSError as problem:
        raise InputError(
            place, f"cannot be written ({problem.strerror})", "check $GITHUB_STEP_SUMMARY"
        ) from None
