"""Translations and human sentences of the development data, without any annotation.

Machine: the outputs of five systems for FLORES and newstest (``mt-en-ro``), of ten for fables
(``fables-mt``), and the translations that people corrected (``ro-sts-postedit``). Human: MOROCO
(no source), NTREX from eight languages, the references of ``mt-en-ro``, and those corrections.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError

_SYSTEMS = ("bergamot-tiny", "google", "microsoft", "nllb", "opusmt")
_PARTS = ("flores-dev", "flores-test", "newstest2016-tail")
_FABLES = ("open", "strong")
_NTREX = {
    "eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu", "spa": "es",
    "ita": "it",
}  # fmt: skip


class Sentence(NamedTuple):
    """A Romanian text and what it was made from.

    Attributes:
        origin: what tells its source from all others; translations of one source share it.
        target: the Romanian.
        source: what it translates, if anything.
        language: of the source, ISO 639-1.
    """

    origin: str
    target: str
    source: str | None = None
    language: str | None = None


Reader = Callable[[Path], Iterator[Sentence]]


def lines(path: Path) -> list[str]:
    """The lines of a UTF-8 file, gzipped or not, divided at line feeds only.

    Raises:
        InputError: it cannot be read.
    """
    try:
        packed = path.read_bytes()
        text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode("utf-8")
    except OSError as problem:
        what = f"cannot be read ({problem.strerror or problem})"
        raise InputError(str(path), what, "set MTQA_DATA to the data folder") from None
    except UnicodeDecodeError as problem:
        what = f"byte {problem.start} is no UTF-8"
        raise InputError(str(path), what, "set MTQA_DATA to the data folder") from None
    return text.removesuffix("\n").split("\n")


def _outputs(data: Path) -> Iterator[Sentence]:
    for part in _PARTS:
        sources = lines(data / "mt-en-ro" / f"{part}.en")
        for system in _SYSTEMS:
            yield from _parallel(sources, data / "mt-en-ro" / f"{part}.{system}.ro", "en")


def _references(data: Path) -> Iterator[Sentence]:
    for part in _PARTS:
        sources = lines(data / "mt-en-ro" / f"{part}.en")
        yield from _parallel(sources, data / "mt-en-ro" / f"{part}.ro", "en")


def _parallel(sources: list[str], path: Path, language: str) -> Iterator[Sentence]:
    targets = lines(path)
    if len(targets) != len(sources):
        what = f"{len(targets)} lines for {len(sources)} of its source"
        raise InputError(str(path), what, "fetch the two again")
    for source, target in zip(sources, targets, strict=True):
        yield Sentence(source, target, source, language)


def _fables(data: Path) -> Iterator[Sentence]:
    for name in _FABLES:
        path = data / "fables-mt" / f"{name}.tsv.gz"
        for number, line in enumerate(lines(path), 1):
            cells = line.split("\t")
            if len(cells) != 3:
                what = f"{len(cells)} cells instead of system, source and target"
                raise InputError(f"{path}:{number}", what, "fetch the file again")
            yield Sentence(cells[1], cells[2], cells[1], "en")


def _corrected(key: str) -> Reader:
    def read(data: Path) -> Iterator[Sentence]:
        for line in lines(data / "ro-sts-postedit" / "segments.jsonl"):
            record = json.loads(line)
            yield Sentence(record["source"], record[key], record["source"], "en")

    return read


def _ntrex(data: Path) -> Iterator[Sentence]:
    origins = lines(data / "ntrex" / "eng.txt")
    target = data / "ntrex" / "ron.txt"
    for name, language in _NTREX.items():
        pairs = _parallel(lines(data / "ntrex" / f"{name}.txt"), target, language)
        for origin, sentence in zip(origins, pairs, strict=True):
            yield sentence._replace(origin=origin)


def _moroco(data: Path) -> Iterator[Sentence]:
    for line in lines(data / "moroco" / "sentences.txt"):
        yield Sentence(line, line)


MACHINE: Mapping[str, Reader] = {
    "mt-en-ro": _outputs,
    "fables-mt": _fables,
    "ro-sts-postedit, translations": _corrected("target"),
}
HUMAN: Mapping[str, Reader] = {
    "moroco": _moroco,
    "ntrex": _ntrex,
    "mt-en-ro, references": _references,
    "ro-sts-postedit, corrections": _corrected("postedit"),
}


def read(data: Path, readers: Mapping[str, Reader]) -> Iterator[Sentence]:
    """The sentences of several sets, those without a target left out.

    Raises:
        InputError: a file is missing or broken.
    """
    for reader in readers.values():
        for sentence in reader(data):
            if sentence.target.strip():
                yield sentence
