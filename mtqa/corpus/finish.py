"""The end of a run: one file in order, if one was asked for, and the corpus table."""

from __future__ import annotations

import gzip
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import msgspec

from mtqa.corpus.place import Place
from mtqa.corpus.run import Progress
from mtqa.corpus.store import OutputError, Store
from mtqa.judgement.quality import Tally

_BLOCK = 1 << 20


def summary(progress: Progress, signature: str) -> dict[str, Any]:
    """The corpus table as plain data: counts, quality, issues by category and severity."""
    tally = progress.tally
    return {
        "signature": signature,
        "records": tally.articles,
        "rejected": progress.rejected,
        "failed": tally.failed,
        "words": tally.words,
        "quality": round(tally.quality, 2),
        "issues": sum(tally.issues.values()),
        "by_category": _by(tally, 0),
        "by_severity": _by(tally, 1),
    }


def _by(tally: Tally, place: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for key, number in sorted(tally.issues.items()):
        counts[key[place]] = counts.get(key[place], 0) + number
    return counts


def write_summary(place: Place, table: dict[str, Any]) -> None:
    """Put the corpus table where it belongs; one that is there already is not touched."""
    data = msgspec.json.encode(table) + b"\n"
    # a run that finds everything done and is killed meanwhile leaves no traces in a whole output
    if place.store.read(place.summary) != data:
        place.store.write_as(place.summary, data)


def join(place: Place, table: dict[str, Any]) -> None:
    """Write the parts of a run into one file, in order, then remove them.

    The rejects go to ``NAME.rejected.jsonl`` and the corpus table to ``NAME.summary.json`` beside
    it, before the file itself appears.

    Raises:
        OutputError: the disk is full, or the folder may not be written to.
    """
    store, out, beside = place.store, Path(place.out), Path(place.rejected)
    try:
        if store.numbers("rejected"):
            _join(store, "rejected", beside, _plain)
        else:
            beside.unlink(missing_ok=True)
        write_summary(place, table)
        _join(store, "articles", out, _writer(out))
    except OSError as problem:
        raise OutputError(
            f"{out}: cannot be written ({problem.strerror}); make room, then continue with --resume"
        ) from None
    store.clear()


def _join(store: Store, kind: str, out: Path, opened: Callable[[Path], Any]) -> None:
    aside = out.with_name(f".{out.name}.part")
    try:
        with opened(aside) as file:
            for number in store.numbers(kind):
                with Path(store.path(kind, number)).open("rb") as part:
                    shutil.copyfileobj(part, file, _BLOCK)
        with aside.open("rb") as written:
            os.fsync(written.fileno())
        aside.replace(out)
    except BaseException:
        aside.unlink(missing_ok=True)
        raise


@contextmanager
def _plain(path: Path) -> Iterator[BinaryIO]:
    with path.open("wb") as file:
        yield file


@contextmanager
def _gzipped(path: Path) -> Iterator[BinaryIO]:
    # no time and no name in the header: the same run gives the same bytes
    with path.open("wb") as raw, gzip.GzipFile("", "wb", fileobj=raw, mtime=0) as file:
        yield cast(BinaryIO, file)


@contextmanager
def _zstandard(path: Path) -> Iterator[BinaryIO]:
    import zstandard

    # with a checksum, as gzip has one: damage is noticed when the file is read
    frames = zstandard.ZstdCompressor(write_checksum=True)
    with path.open("wb") as raw, frames.stream_writer(raw) as file:
        yield cast(BinaryIO, file)


def _writer(out: Path) -> Callable[[Path], Any]:
    if out.name.endswith(".gz"):
        return _gzipped
    return _zstandard if out.name.endswith((".zst", ".zstd")) else _plain
