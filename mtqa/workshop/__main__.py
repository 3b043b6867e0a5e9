"""``python -m mtqa.workshop``: what a checkout can do beside ``mtqa``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mtqa.cli import COULD_NOT_RUN, complain
from mtqa.errors import MtqaError
from mtqa.workshop.scaffold import new_check


@click.group()
def workshop() -> None:
    """What measures and builds mtqa.

    Most of it are modules of their own: python -m mtqa.workshop.measure, .firing, .calibrate,
    .profiles, .samples, .readme and others; docs/measuring/workshop.md lists them.
    """


@workshop.command("new-check")
@click.argument("name", metavar="FAMILY.FAULT")
@click.option("--source", "needs_source", is_flag=True, help="It compares with the source.")
def new(name: str, needs_source: bool) -> None:
    """Write the class of a new check, its row in the table, and a test that fails."""
    for path in new_check(name, needs_source=needs_source):
        click.echo(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
    click.echo("Fill them in; docs/extend/check.md says how.")


def main() -> None:
    """Entry point: what goes wrong is one line on standard error and exit code 2."""
    try:
        workshop.main(prog_name="python -m mtqa.workshop", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as problem:
        click.echo(problem.format_message())
        sys.exit(COULD_NOT_RUN)
    except click.ClickException as problem:
        complain(problem.format_message())
        sys.exit(COULD_NOT_RUN)
    except (MtqaError, OSError) as problem:
        complain(str(problem))
        sys.exit(COULD_NOT_RUN)


if __name__ == "__main__":
    main()
