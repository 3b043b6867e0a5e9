"""``mtqa align`` and ``mtqa evaluate align``: sentence alignment and its measure."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mtqa.cli import complain, emit, note
from mtqa.cli.outputs import STDOUT
from mtqa.errors import InputError, MtqaError
from mtqa.languages.codes import language_code

if TYPE_CHECKING:
    from mtqa.align import Bead
    from mtqa.align.formats import Text

_FORMATS = ("tsv", "jsonl", "tmx", "beads")


@dataclass(frozen=True)
class _Options:
    """What the command line asks for."""

    source_lang: str | None
    target_lang: str | None
    lines: bool
    aligned: bool
    encoder: str
    encoding: str | None
    force: bool


@click.command("align")
@click.argument("source", type=click.Path(path_type=Path))
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--source-lang", metavar="XX", help="Language of SOURCE [default: detected].")
@click.option("--target-lang", metavar="XX", default="ro", show_default=True)
@click.option("--sentences", "lines", is_flag=True, help="The files hold one sentence a line.")
@click.option("--aligned", is_flag=True, help="The files are line-parallel already.")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="tsv", show_default=True)
@click.option(
    "--encoder",
    default="auto",
    show_default=True,
    help="auto, e5, lexical, labse, or name or path of a sentence-transformers model.",
)
@click.option("--encoding", help="Encoding of the files [default: UTF-8].")
@click.option("--force", is_flag=True, help="Align texts that look unrelated as well.")
@click.option("--output", "-o", type=click.Path(path_type=Path), help="Write to this file.")
def align_command(
    source: Path,
    target: Path,
    source_lang: str | None,
    target_lang: str | None,
    lines: bool,
    aligned: bool,
    form: str,
    encoder: str,
    encoding: str | None,
    force: bool,
    output: Path | None,
) -> None:
    """Say which sentence of TARGET translates which sentence of SOURCE.

    Every sentence of both files is in exactly one bead; a bead has up to four sentences on either
    side, or none on one side. Scores are about 0 for unrelated and up to 1 for equal sentences.
    """
    from mtqa.align.formats import write

    options = _Options(source_lang, target_lang, lines, aligned, encoder, encoding, force)
    left, right = (
        _read(path, code, options) for path, code in ((source, source_lang), (target, target_lang))
    )
    beads = _parallel(left, right) if aligned else _align(left, right, options)
    text = "".join(f"{line}\n" for line in write(beads, left[0], right[0], form))
    if output in (None, STDOUT):
        emit(text)
    else:
        from mtqa.report.files import write_whole

        write_whole(output, text)


@click.command("align")
@click.argument("gold", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--found",
    "found_paths",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Beads to judge, one file for each GOLD, instead of aligning.",
)
@click.option("--source", "sources", multiple=True, type=click.Path(path_type=Path))
@click.option("--target", "targets", multiple=True, type=click.Path(path_type=Path))
@click.option("--source-lang", metavar="XX")
@click.option("--target-lang", metavar="XX")
@click.option("--encoder", default="auto", show_default=True)
def evaluate_align_command(
    gold: tuple[Path, ...],
    found_paths: tuple[Path, ...],
    sources: tuple[Path, ...],
    targets: tuple[Path, ...],
    source_lang: str | None,
    target_lang: str | None,
    encoder: str,
) -> None:
    """Strict and lax precision, recall and F1 against GOLD alignments.

    GOLD holds lines like [0]:[1, 2], or sentence numbers parted by tabs. With --found the beads of
    other aligners are judged; otherwise the sentences (one a line) are aligned: --source and
    --target name them for each GOLD, or they lie beside it: x.defr finds x.de and x.fr,
    x.align.tsv finds x.src.sents.txt and x.tgt.sents.txt.
    """
    from mtqa.align import evaluate
    from mtqa.align.evaluate import Tally, table
    from mtqa.align.formats import read_beads

    for name, paths in (("--found", found_paths), ("--source", sources), ("--target", targets)):
        if paths and len(paths) != len(gold):
            raise click.UsageError(f"{name} is needed once for each GOLD")
    options = _Options(source_lang, target_lang, True, False, encoder, None, True)
    rows: list[tuple[str, Tally]] = []
    for number, path in enumerate(gold):
        truth = read_beads(path)
        if found_paths:
            found = read_beads(found_paths[number])
        else:
            sides = _beside(path)
            if sources and targets:
                sides = sources[number], targets[number]
            left, right = (_read(side, None, options) for side in sides)
            found = [(bead.source, bead.target) for bead in _align(left, right, options)]
        rows.append((path.name, evaluate(found, truth)))
    if len(rows) > 1:
        rows.append(("all", sum((tally for _, tally in rows), Tally())))
    emit(f"{table(rows)}\n")


def _beside(gold: Path) -> tuple[Path, Path]:
    """The files of sentences that belong to a gold alignment.

    Raises:
        InputError: there are none.
    """
    suffix = gold.suffix.lstrip(".")
    if len(suffix) == 4:
        pair = gold.with_suffix(f".{suffix[:2]}"), gold.with_suffix(f".{suffix[2:]}")
    else:
        stem = gold.name.removesuffix(".tsv").removesuffix(".align")
        pair = gold.with_name(f"{stem}.src.sents.txt"), gold.with_name(f"{stem}.tgt.sents.txt")
    if not all(path.is_file() for path in pair):
        raise InputError(
            str(gold),
            f"no {pair[0].name} and {pair[1].name} beside it",
            "use --source and --target",
        )
    return pair


def _read(path: Path, language: str | None, options: _Options) -> tuple[Text, list[bool] | None]:
    """The sentences of a file, and where its paragraphs end.

    Raises:
        InputError: the file cannot be read.
    """
    from mtqa.align.article import breaks, sentences
    from mtqa.align.formats import Text
    from mtqa.languages.sentences import detect
    from mtqa.readers.text import read_text

    text = read_text(path, options.encoding)
    code = language_code(language) if language else detect(text)
    if options.lines or options.aligned:
        rows = text.removesuffix("\n").split("\n")
        return Text([row.strip() for row in rows], None, code), None
    spans = sentences(text, code)
    return Text([text[a:b] for a, b in spans], spans, code), breaks(text, spans)


Side = tuple["Text", "list[bool] | None"]


def _parallel(left: Side, right: Side) -> list[Bead]:
    """One bead a line.

    Raises:
        MtqaError: the files differ in length.
    """
    from mtqa.align import Bead

    counts = len(left[0].sentences), len(right[0].sentences)
    if counts[0] != counts[1]:
        raise MtqaError(
            f"the files are not line-parallel ({counts[0]} and {counts[1]} lines); "
            "leave --aligned out to have them aligned"
        )
    return [Bead((k,), (k,)) for k in range(counts[0])]


def _align(left: Side, right: Side, options: _Options) -> list[Bead]:
    """The beads of two texts, with one warning if they look unrelated.

    Raises:
        NotATranslation: they look unrelated, and ``--force`` is not given.
    """
    from mtqa.align import Aligner, by_name
    from mtqa.align.article import NotATranslation

    encoder = by_name(options.encoder, left[0].language, right[0].language)
    found = Aligner(encoder).align(
        left[0].sentences,
        right[0].sentences,
        source_breaks=left[1],
        target_breaks=right[1],
    )
    if not found.related:
        problem = NotATranslation(found.likeness, found.floor)
        if not options.force:
            raise problem
        complain(f"warning: {problem}")
    for block in found.moved:
        first, last = block[0].source[0], block[-1].source[-1]
        note(
            f"source sentences {first} to {last} stand elsewhere in the target, "
            f"from sentence {block[0].target[0]} on"
        )
    return list(found.beads)
