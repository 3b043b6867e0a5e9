"""The command line: a thin coat over the library. Commands are loaded when they are called."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import click

from mtqa import __version__
from mtqa.cli import streams
from mtqa.common.garbage import collect_rarely
from mtqa.errors import MtqaError

#: Exit codes, documented in the README and in docs/reference/cli.md.
PASSED, FAILED, COULD_NOT_RUN = 0, 1, 2

_COMMANDS = {
    "check": ("mtqa.cli.check:check", "Report the errors of translated articles."),
    "baseline": ("mtqa.cli.baseline:baseline", "Write down known issues, so that only new count."),
    "score": ("mtqa.cli.score:score", "Score a corpus: any size, resumable, on many cores."),
    "diff": ("mtqa.cli.diff:diff", "Compare two scored runs."),
    "align": ("mtqa.cli.align:align_command", "Pair the sentences of two texts."),
    "review": ("mtqa.cli.review:review", "Review flagged articles in the browser."),
    "serve": ("mtqa.cli.serve:serve", "Check texts over HTTP, also for LanguageTool's clients."),
    "checks": ("mtqa.cli.checks:checks", "List every check with its category and what it finds."),
    "judge": ("mtqa.cli.judge:judge", "How far checks and a language model are believed."),
    "models": ("mtqa.cli.models:models", "mtqa's own model: what is installed, train one anew."),
    "evaluate": ("mtqa.cli.evaluate:evaluate", "Measure mtqa, metrics and MT systems."),
}


#: Whatever lies here comes with a checkout, not with the wheel.
_WORKSHOP = "mtqa.workshop"


class LazyGroup(click.Group):
    """A group that imports a command only when it runs, so that ``--help`` is instant. Commands of
    the workshop are there in a checkout alone."""

    def __init__(self, *args: Any, commands_at: dict[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._at = {
            name: at
            for name, at in commands_at.items()
            if not at[0].startswith(f"{_WORKSHOP}.") or find_spec(_WORKSHOP)
        }

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of the commands, in the order of the table."""
        return list(self._at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in self._at:
            return None
        module, _, attribute = self._at[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), attribute)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table alone: nothing is imported."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in self._at.items()])


@click.group(
    cls=LazyGroup, commands_at=_COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="mtqa")
def cli() -> None:
    """Find the blunders in machine-translated Romanian news.

    \b
    mtqa check article.ro.txt
    mtqa check article.ro.txt --source article.en.txt
    """


def main() -> None:
    """Entry point: what goes wrong is one line on standard error and exit code 2."""
    streams.prepare()
    collect_rarely()
    try:
        cli.main(standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message())
        sys.exit(COULD_NOT_RUN)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except (click.Abort, KeyboardInterrupt):
        complain("interrupted")
        sys.exit(130)
    except click.UsageError as problem:
        hint = f" (see {problem.ctx.command_path} --help)" if problem.ctx else ""
        complain(f"{problem.format_message()}{hint}")
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as problem:
        complain(problem.format_message())
        sys.exit(COULD_NOT_RUN)
    except MtqaError as problem:
        complain(str(problem))
        sys.exit(COULD_NOT_RUN)
    except BrokenPipeError:  # the reader of help or a list has left
        streams.drop_output()
    except OSError as problem:
        if os.environ.get("MTQA_DEBUG"):
            raise
        streams.drop_output()
        reason = problem.strerror or problem
        complain(f"{streams.named(problem)}: {reason}; check the path, the disk and the rights")
        sys.exit(COULD_NOT_RUN)
    except Exception as problem:
        if os.environ.get("MTQA_DEBUG"):
            raise
        complain(f"{type(problem).__name__}: {problem}; MTQA_DEBUG=1 shows where")
        sys.exit(COULD_NOT_RUN)


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """Print inside this: when the reader of our output goes away (``| head``) we fall silent.

    The exit code is then what it would have been: the report was made, only not read to its end.
    """
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        streams.drop_output()


def complain(problem: str) -> None:
    """One line on standard error."""
    from mtqa.report.visible import one_line

    with suppress(OSError, AttributeError):
        click.echo(f"mtqa: {one_line(problem)}", err=True)


def tell(remark: str) -> None:
    """One line on standard output, whatever names of files or checks are in it."""
    from mtqa.report.visible import one_line

    click.echo(one_line(remark))


def emit(text: str) -> None:
    """A whole report or file on standard output: as it is for a program that reads on, with what
    acts spelt out on a terminal and in the log of a CI job."""
    from mtqa.report.visible import defused, visible

    if sys.stdout is not None and sys.stdout.isatty():
        text = "".join(
            f"{visible(line.rstrip())}\n" for line in text.removesuffix("\n").split("\n")
        )
    if os.environ.get("GITHUB_ACTIONS") == "true":
        text = defused(text)
    click.echo(text, nl=False)


def note(remark: str) -> None:
    """One line on standard error that changes no exit code."""
    complain(f"note: {remark}")
