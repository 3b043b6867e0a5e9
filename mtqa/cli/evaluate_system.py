"""``mtqa evaluate system``: MT systems side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from mtqa.cli import emit, reader_may_leave
from mtqa.cli.options import configuration, configuration_options
from mtqa.cli.outputs import STDOUT
from mtqa.errors import InputError

if TYPE_CHECKING:
    from mtqa.scorers.protocol import Sample


@click.command()
@click.argument("outputs", nargs=-1, required=True, metavar="[NAME=]FILE...")
@click.option("--source", type=click.Path(path_type=Path), help="The source, line by line.")
@click.option("--reference", type=click.Path(path_type=Path), help="A human translation.")
@click.option(
    "--documents", type=click.Path(path_type=Path), help="The document of each line; a name a line."
)
@click.option("--source-lang", help="ISO 639-1 code of the source.")
@click.option(
    "--metric", "metrics", multiple=True,
    help="bleu, chrf, ter, length, comet:MODEL  [default: all of sacreBLEU's with a reference].",
)  # fmt: skip
@click.option("--gpus", default=0, show_default=True, help="Graphics processors for COMET.")
@click.option("--seed", default=2026, show_default=True, help="Seed of the bootstrap.")
@click.option(
    "--format", "form", type=click.Choice(["table", "html", "latex", "json"]), default="table"
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False))
@configuration_options
def system(outputs: tuple[str, ...], **options: Any) -> None:
    """Metrics and mtqa's errors per 1,000 words of one or more systems.

    Each FILE has one segment a line. The first system is the baseline: figures that differ from
    its own by more than chance (p < 0.05, paired bootstrap over documents) are marked.
    """
    from mtqa.evaluation.systems import compare_systems
    from mtqa.pipeline import Checker
    from mtqa.report.systems import render
    from mtqa.scorers.registry import by_name
    from mtqa.scorers.sacre import NAMES

    systems = _systems(outputs, options)
    documents = options["documents"]
    names = options["metrics"] or (NAMES if options["reference"] else ())
    config = configuration(
        options["config_path"],
        options["ui"],
        options["select"],
        options["ignore"],
        options["min_confidence"],
    )
    results = compare_systems(
        systems,
        [by_name(name, config, gpus=options["gpus"]) for name in names],
        Checker(config, force=True),
        _lines(documents) if documents else None,
        seed=options["seed"],
    )
    text = render(results, options["form"])
    if options["output"] not in (None, STDOUT):
        from mtqa.report.files import write_whole

        write_whole(options["output"], text)
    else:
        with reader_may_leave():
            emit(text)


def _systems(outputs: tuple[str, ...], options: dict[str, Any]) -> dict[str, list[Sample]]:
    from mtqa.scorers.protocol import Sample

    files: dict[str, Path] = {}
    for given in outputs:
        name, equals, rest = given.partition("=")
        place = Path(rest if equals else given)
        label = name if equals else place.name
        if label in files:
            raise click.UsageError(f"two systems are called {label!r}; name them: NAME=FILE")
        files[label] = place
    columns = {name: _lines(options[name]) if options[name] else None
               for name in ("source", "reference")}  # fmt: skip
    systems = {}
    for name, path in files.items():
        lines = _lines(path)
        for part, other in columns.items():
            if other is not None and len(other) != len(lines):
                raise InputError(
                    str(path),
                    f"{len(lines)} lines, the {part} has {len(other)}",
                    "line n of each file belongs together",
                )
        nothing: list[str | None] = [None] * len(lines)
        sources, references = (columns[part] or nothing for part in ("source", "reference"))
        systems[name] = [
            Sample(target, source, reference, options["source_lang"])
            for target, source, reference in zip(lines, sources, references, strict=True)
        ]
    return systems


def _lines(path: Path) -> list[str]:
    from mtqa.readers.streams import lines, not_utf8

    found = []
    for number, line in lines(str(path)):
        try:
            found.append(line.decode("utf-8"))
        except UnicodeDecodeError:
            raise InputError(f"{path}:{number}", not_utf8(line), "save it as UTF-8") from None
    if not found:
        raise InputError(str(path), "empty", "give a file with a segment a line")
    return found
