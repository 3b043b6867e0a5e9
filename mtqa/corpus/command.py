"""What ``mtqa score`` does, from options to a finished output."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from mtqa.config import Config
from mtqa.corpus.place import Place
from mtqa.corpus.pool import Engine, pooled, serial
from mtqa.corpus.run import Limit, Progress, chunked, execute, open_run, sign
from mtqa.corpus.store import OutputError, Store
from mtqa.corpus.work import Chunk, Plan
from mtqa.readers.inputs import Inputs, expanded
from mtqa.readers.pairing import paired
from mtqa.readers.records import Columns, records
from mtqa.readers.streams import STDIN, is_remote

if TYPE_CHECKING:
    from mtqa.pipeline import Checker


@dataclass(frozen=True, slots=True)
class Request:
    """A run as the user asked for it.

    Attributes:
        inputs: what is scored.
        config: the checker's options.
        out: file or folder of the results.
        form: ``jsonl`` or ``parquet``.
        jobs: worker processes.
        chunk: the most rows a chunk.
        resume, overwrite: what to do with what is there already.
        limit: how many rejects there may be.
        engine, address: ``local``, or ``ray`` and its cluster.
        force: score what does not look Romanian.
        quiet: show no progress.
        notes: what the user should know of the inputs, a line each.
    """

    inputs: Inputs
    config: Config
    out: str
    form: str = "jsonl"
    jobs: int = 1
    chunk: int = 500
    resume: bool = False
    overwrite: bool = False
    limit: Limit | None = None
    engine: str = "local"
    address: str | None = None
    force: bool = False
    quiet: bool = False
    notes: tuple[str, ...] = ()

    @classmethod
    def of(cls, patterns: tuple[str, ...], config: Config, options: Mapping[str, Any]) -> Request:
        """The request behind command-line options.

        Raises:
            OutputError: output and its format contradict each other.
            InputError: an input is not there, or a source fits none.
        """
        out, form = options["out"], options["output_format"] or "jsonl"
        if out == STDIN:
            raise OutputError(
                "--out -: a run needs a file or a folder that --resume can go on with"
            )
        one_file = Place(out).one_file
        if one_file and form != "jsonl":
            raise OutputError(f"--out {out}: is JSON Lines; name a folder for {form}")
        if one_file and is_remote(out):
            raise OutputError(f"--out {out}: one file is written to a disk only; name a folder")
        named = ("id", "target", "source", "reference", "source_lang")
        fields: dict[str, Any] = {name: options[f"{name}_column"] for name in named}
        columns = Columns(**fields, keep=options["keep"], language=options["source_lang"])
        paths = expanded(patterns)
        sources = paired(paths, options["sources"])
        references = paired(paths, options["references"], "reference")
        inputs = Inputs(
            paths, options["input_format"], columns, sources.partners, references.partners
        )
        names = ("jobs", "chunk", "resume", "overwrite", "engine", "address", "force", "quiet")
        rest = {name: options[name] for name in names}
        rest["notes"] = (*sources.notes, *references.notes)
        return cls(inputs, config, out, form, limit=options["max_rejected"], **rest)

    @property
    def place(self) -> Place:
        """Where the output lies."""
        return Place(self.out, self.form)


def run(request: Request) -> tuple[Progress, dict[str, Any]]:
    """Score everything and finish the output.

    Returns:
        Where the run ended, and the corpus table.

    Raises:
        MtqaError: something cannot be read or written; what is finished stays.
    """
    from mtqa.corpus.lock import held
    from mtqa.pipeline import Checker

    place = request.place
    place.spare(request.inputs)
    checker = Checker(request.config)
    plan = _plan(request, checker)
    if checker.adviser:
        checker.adviser.begin()
    with held(request.out, place.lock):
        place.require_own(overwrite=request.overwrite)
        return _run(request, plan, place)


def _run(request: Request, plan: Plan, place: Place) -> tuple[Progress, dict[str, Any]]:
    """The run, once the place is its own."""
    from mtqa.corpus.finish import join, summary, write_summary
    from mtqa.corpus.watch import watching

    chunks = chunked(records(request.inputs.rows(), request.inputs.columns), request.chunk)
    store = place.store
    if request.overwrite:
        chunks = _begun(chunks)  # inputs that cannot be read cost nobody the old output
        store.clear()
    finished = open_run(store, plan, resume=request.resume)
    with watching(total_rows(request.inputs), quiet=request.quiet) as watch:
        progress = execute(
            chunks,
            store,
            _engine(request, plan, store),
            finished=finished,
            limit=request.limit,
            watch=watch,
        )
    table = summary(progress, plan.signature)
    if place.one_file:
        join(place, table)
    else:
        write_summary(place, table)
    return progress, table


def _begun(chunks: Iterator[Chunk]) -> Iterator[Chunk]:
    """The same chunks, the first of them read already."""
    return chain(list(islice(chunks, 1)), chunks)


def _plan(request: Request, checker: Checker) -> Plan:
    columns = request.inputs.columns
    signed = sign(
        checker.signature,
        telling(request.config),
        chunk=request.chunk,
        form=request.form,
        keep=",".join(columns.keep) or "none",
        force=int(request.force),
    )
    scores = tuple(metric.name for metric in checker.metrics.metrics) if checker.metrics else ()
    return Plan(request.config, signed, request.form, request.force, columns.keep, scores)


def telling(config: Config) -> Config:
    """The options that can change what a run says."""
    judge = replace(config.judge, model=config.judge.model.telling)
    return replace(config, judge=judge)


def _engine(request: Request, plan: Plan, store: Store) -> Engine:
    if request.engine == "ray":
        from mtqa.corpus.ray_engine import on_ray

        return on_ray(plan, store, request.jobs, request.address)
    return serial(plan, store) if request.jobs == 1 else pooled(plan, store, request.jobs)


def total_rows(inputs: Inputs) -> int | None:
    """The number of rows, where it is cheap to know: for the progress bar alone."""
    from mtqa.readers.inputs import format_of

    total = 0
    for path in inputs.paths:
        form = format_of(path, inputs.format)
        plain = not is_remote(path) and path != "-" and not path.endswith((".gz", ".zst", ".zstd"))
        if not plain or form not in ("jsonl", "tsv", "lines") or not Path(path).is_file():
            return None
        with Path(path).open("rb") as file:
            total += sum(block.count(b"\n") for block in iter(lambda: file.read(1 << 20), b""))
    return total
