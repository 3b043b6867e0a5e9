"""``mtqa judge``: how far checks and a language model are believed, fitted on one's own texts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from msgspec.structs import replace

from mtqa.cli import LazyGroup, tell
from mtqa.cli.options import configuration, configuration_options

if TYPE_CHECKING:
    from mtqa.config import Config
    from mtqa.judgement.fitted import Decided
    from mtqa.model import Issue

_COMMANDS = {
    "fit": ("mtqa.cli.judge:fit", "Fit confidences on gold or on the decisions of a desk."),
}
#: Nothing is less probable; with it every issue is looked at.
_EVERYTHING = 0.01


@click.group(cls=LazyGroup, commands_at=_COMMANDS)
def judge() -> None:
    """How far checks and a language model are believed."""


@click.command()
@click.argument("gold", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--from-db",
    metavar="DB",
    type=click.Path(path_type=Path),
    help="Fit on the decisions in this `mtqa review --db` file.",
)
@click.option(
    "--texts",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Where the annotated texts are, if not beside GOLD.",
)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="Where the table goes; judge.fitted names it from then on.",
)
@configuration_options
def fit(gold: tuple[Path, ...], **options: Any) -> None:
    """Fit how probable the issues of each check are, on annotated texts or on editors' decisions.

    GOLD is what `mtqa evaluate spans` takes. With --llm the language model is asked about all of
    it, and what is fitted for it holds for that model alone. --select keeps to some checks
    (`--select llm`). Put the file into the configuration:

    \b
    [judge]
    fitted = "judge.json"
    """
    from mtqa.judgement.fitted import dumps
    from mtqa.judgement.fitted import fit as fitted
    from mtqa.report.files import write_whole
    from mtqa.scorers.llm.adviser import model_of

    if bool(gold) == bool(options["from_db"]):
        raise click.UsageError("give GOLD, or --from-db")
    config = configuration(
        options["config_path"],
        options["ui"],
        options["select"],
        options["ignore"],
        _EVERYTHING,
    )
    seen = _on_desk(options["from_db"], config) if options["from_db"] else None
    fits = fitted(seen if seen is not None else _on_gold(gold, options["texts"], config))
    if not fits:
        raise click.UsageError("nothing was decided there that these checks have found")
    write_whole(options["output"], dumps(fits, model_of(config)))
    for name, one in sorted(fits.items()):
        tell(f"{name}: {one.right} right, {one.wrong} wrong, moved by {one.shift:+.2f} in log-odds")


def _on_desk(database: Path, config: Config) -> list[Decided]:
    from mtqa.checks.registry import select
    from mtqa.review.decided import decided
    from mtqa.review.store import Store, sound

    wanted = {check.name for check in select(config.checks.select, config.checks.ignore)}
    store = Store(database, must_exist=True)
    try:
        with sound(database):
            return [one for one in decided(store) if one.check in wanted]
    finally:
        store.close()


def _on_gold(paths: tuple[Path, ...], texts: tuple[Path, ...], config: Config) -> Iterator[Decided]:
    """Every issue on annotated texts, those that stand behind another too."""
    from mtqa.evaluation.gold import read_gold
    from mtqa.judgement.fitted import Decided
    from mtqa.pipeline import Checker

    checker = Checker(replace(config, judge=replace(config.judge, fitted="")))
    found = [text for path in paths for text in read_gold(path, texts)]
    reports = checker.check_all(text.article for text in found)
    for text, report in zip(found, reports, strict=True):
        for issue in (one for shown in report.issues for one in _all(shown)):
            right = any(s.start < issue.end and issue.start < s.end for s in text.spans)
            yield Decided(issue.check, issue.confidence, right)


def _all(issue: Issue) -> Iterator[Issue]:
    yield issue
    for other in issue.related:
        yield from _all(other)
