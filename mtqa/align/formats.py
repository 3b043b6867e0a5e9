"""Alignments and gold alignments in files: tsv, jsonl, tmx and Vecalign's bead lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from mtqa import __version__
from mtqa.align.beads import Bead
from mtqa.common.files import read_whole
from mtqa.common.lines import lines_of
from mtqa.common.spreadsheets import harmless
from mtqa.errors import InputError

FORMATS = ("tsv", "jsonl", "tmx", "beads")

_BEAD = re.compile(r"^\s*\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\]\s*(?::.*)?$")
_TABLE = re.compile(r"^[\d,\s]*\t[\d,\s]*(?:\t.*)?$")
#: No text has so many sentences.
_ENDLESS = re.compile(r"\d{10}")
#: Characters that XML 1.0 cannot hold.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Text:
    """One side of an alignment.

    Attributes:
        sentences: the sentences.
        spans: their places in the text as read, if there is one.
        language: ISO 639-1 code, if known.
    """

    sentences: Sequence[str]
    spans: Sequence[tuple[int, int]] | None = None
    language: str | None = None


def write(beads: Iterable[Bead], source: Text, target: Text, kind: str) -> Iterator[str]:
    """The lines of an alignment in one of `FORMATS`, without line ends.

    Raises:
        ValueError: there is no such format.
    """
    if kind == "beads":
        return (bead_line(bead) for bead in beads)
    if kind == "tsv":
        return _tsv(beads, source, target)
    if kind == "jsonl":
        return _jsonl(beads, source, target)
    if kind == "tmx":
        return _tmx(beads, source, target)
    raise ValueError(f"unknown format {kind!r}; there are {', '.join(FORMATS)}")


def bead_line(bead: Bead) -> str:
    """A bead as Vecalign writes it, ``[0]:[1, 2]:0.7``; the score of an empty side is 0."""
    return f"{list(bead.source)}:{list(bead.target)}:{bead.score or 0.0:.4f}"


def _texts(bead: Bead, source: Text, target: Text) -> tuple[str, str]:
    return (
        " ".join(source.sentences[i] for i in bead.source),
        " ".join(target.sentences[j] for j in bead.target),
    )


def _tsv(beads: Iterable[Bead], source: Text, target: Text) -> Iterator[str]:
    yield "source\ttarget\tscore\tmoved\tsource_text\ttarget_text"
    for bead in beads:
        numbers = (",".join(map(str, side)) for side in (bead.source, bead.target))
        score = "" if bead.score is None else f"{bead.score:.4f}"
        texts = (str(harmless(" ".join(text.split()))) for text in _texts(bead, source, target))
        yield "\t".join([*numbers, score, "moved" if bead.moved else "", *texts])


def _jsonl(beads: Iterable[Bead], source: Text, target: Text) -> Iterator[str]:
    for bead in beads:
        left, right = _texts(bead, source, target)
        record: dict[str, object] = {
            "source": list(bead.source),
            "target": list(bead.target),
            "score": bead.score,
            "moved": bead.moved,
            "source_text": left,
            "target_text": right,
        }
        for name, side, text in (
            ("source_spans", bead.source, source),
            ("target_spans", bead.target, target),
        ):
            if text.spans is not None:
                record[name] = [list(text.spans[k]) for k in side]
        yield json.dumps(record, ensure_ascii=False)


def _tmx(beads: Iterable[Bead], source: Text, target: Text) -> Iterator[str]:
    """TMX 1.4b: the beads with both sides filled; a memory has no place for the others."""
    languages = [source.language or "und", target.language or "und"]
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<tmx version="1.4">'
    yield (
        f'<header creationtool="mtqa" creationtoolversion={quoteattr(__version__)} '
        f'segtype="block" o-tmf="mtqa" adminlang="en" srclang={quoteattr(languages[0])} '
        'datatype="plaintext"/>'
    )
    yield "<body>"
    for bead in beads:
        if not bead.source or not bead.target:
            continue
        yield "<tu>"
        if bead.score is not None:
            yield f'<prop type="x-score">{bead.score:.4f}</prop>'
        for language, text in zip(languages, _texts(bead, source, target), strict=True):
            safe = escape(_NOT_XML.sub("\ufffd", text))
            yield f"<tuv xml:lang={quoteattr(language)}><seg>{safe}</seg></tuv>"
        yield "</tu>"
    yield "</body>"
    yield "</tmx>"


def read_beads(path: Path) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Gold or found beads from a file: ``[0]:[1, 2]`` lines (a score may follow), or a table with
    the source and target numbers in its first two columns, parted by commas.

    Raises:
        InputError: the file cannot be read, or a line is neither.
    """
    try:
        text = read_whole(path).decode("utf-8-sig")
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise InputError(str(path), f"cannot be read ({reason})", "give a UTF-8 text") from None
    beads = []
    for number, line in enumerate(lines_of(text), 1):
        if not line.strip() or (number == 1 and line.startswith("source\ttarget")):
            continue
        match = _BEAD.match(line)
        sides = (match[1], match[2]) if match else tuple(line.split("\t")[:2])
        if (not match and not _TABLE.match(line)) or any(map(_ENDLESS.search, sides)):
            raise InputError(
                f"{path}:{number}",
                "is no bead",
                "write [0]:[1, 2], or source and target numbers parted by a tab",
            )
        beads.append((_numbers(sides[0]), _numbers(sides[1])))
    return beads


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", text))
