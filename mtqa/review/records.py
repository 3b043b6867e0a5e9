"""The report that the desk opens: JSONL, one article a line, or the document of ``--format json``.

Every offset is held against the text. An article that does not fit is refused with the reason, the
others go on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import msgspec

from mtqa.errors import InputError
from mtqa.model import Category, Severity, Verdict
from mtqa.readers import read_text

Offset = Annotated[int, msgspec.Meta(ge=0, le=2**53)]  # more than any text has; SQLite holds it


class SourceRecord(msgspec.Struct, frozen=True):
    """The place in the source that an issue points to."""

    start: Offset
    end: Offset
    text: str = ""


class IssueRecord(msgspec.Struct, frozen=True):
    """One issue of the JSON contract; offsets are code points into the target."""

    check: str
    category: Category
    severity: Severity
    start: Offset
    end: Offset
    text: str
    message: str = ""
    message_ro: str = ""
    suggestion: str | None = None
    alternatives: tuple[str, ...] = ()
    confidence: float = 1.0
    source: SourceRecord | None = None


class SegmentRecord(msgspec.Struct, frozen=True):
    """One bead of the alignment."""

    source: tuple[tuple[Offset, Offset], ...] = ()
    target: tuple[tuple[Offset, Offset], ...] = ()


class ArticleRecord(msgspec.Struct, frozen=True):
    """One article of the JSON contract, with its texts where the report carries them."""

    id: str
    issues: tuple[IssueRecord, ...]
    target_path: str | None = None
    source_path: str | None = None
    source_lang: str | None = None
    feed: str | dict[str, Any] | None = None
    verdict: Verdict = "pass"
    quality: float = 100.0
    words: Offset = 0
    segments: tuple[SegmentRecord, ...] = ()
    target: str | None = None
    source: str | None = None


class _Document(msgspec.Struct, frozen=True):
    articles: tuple[msgspec.Raw, ...]


class Incoming(msgspec.Struct, frozen=True):
    """An article that fits its text, ready for the desk.

    Attributes:
        record: the article as reported.
        target: the Romanian text.
        source: what it was translated from, if known.
        digest: changes when the report or the text does.
    """

    record: ArticleRecord
    target: str
    source: str | None
    digest: str


def read_report(path: Path, encoding: str | None = None) -> Iterator[Incoming | InputError]:
    """The articles of a report in order, and an error in the place of each that is refused.

    Args:
        path: the report. Texts that it only names are looked for from its folder, then from the
            working folder.
        encoding: of those texts, if not UTF-8.

    Raises:
        InputError: the file cannot be read, or is no report at all.
    """
    for place, raw in _articles(path):
        try:
            yield _incoming(place, raw, path.parent, encoding)
        except InputError as problem:
            yield problem


def _articles(path: Path) -> Iterator[tuple[str, bytes]]:
    """Each article as JSON with its place in the file."""
    if path.is_dir():
        raise InputError(str(path), "is a folder", "name the report: mtqa check … -o report.jsonl")
    try:
        with path.open("rb") as file:
            first = next((line for line in file if line.strip()), b"")
            whole = _document(first + file.read(), path) if _opens_document(first) else None
    except OSError as problem:
        raise InputError(
            str(path), f"cannot be read ({problem.strerror})", "check the path"
        ) from None
    if not first:
        raise InputError(str(path), "empty", "write it with `mtqa check … --format jsonl -o FILE`")
    if whole is not None:
        for number, raw in enumerate(whole.articles, 1):
            yield f"{path}: article {number}", bytes(raw)
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield f"{path}:{number}", line


def _opens_document(line: bytes) -> bool:
    head = line.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.rstrip() == b"{" or b'"articles"' in head[:400]


def _document(data: bytes, path: Path) -> _Document:
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=_Document)
    except (msgspec.DecodeError, RecursionError) as problem:
        raise InputError(
            str(path),
            f"no report ({str(problem).replace('`', '')})",
            "write it with `mtqa check … --format jsonl -o FILE`",
        ) from None


def _incoming(place: str, raw: bytes, folder: Path, encoding: str | None) -> Incoming:
    try:
        record = msgspec.json.decode(raw.removeprefix(b"\xef\xbb\xbf"), type=ArticleRecord)
    except msgspec.ValidationError as problem:
        raise InputError(
            place,
            f"no article report ({str(problem).replace('`', '')})",
            "write it with `mtqa check … --format jsonl`",
        ) from None
    except (msgspec.DecodeError, RecursionError) as problem:
        raise InputError(
            place, f"not JSON ({str(problem)[:120]})", "one article report a line"
        ) from None
    target = record.target
    if target is None:
        target = _text(place, record.id, record.target_path, folder, encoding)
    source = record.source
    if source is None and record.source_path:
        source = _text(place, record.id, record.source_path, folder, encoding)
    _require_fit(place, record, target, source)
    digest = hashlib.sha256(raw + target.encode("utf-8", "surrogatepass")).hexdigest()
    return Incoming(record, target, source, digest)


def _text(place: str, name: str, path: str | None, folder: Path, encoding: str | None) -> str:
    """The text that the report names."""
    if path is None or path == "-":
        raise InputError(
            place,
            f"the text of {name!r} is neither in the report nor in a file that it names",
            "write the report with `--format jsonl`, which carries the text",
        )
    places = dict.fromkeys((folder / path, Path(path)))
    found = next((candidate for candidate in places if candidate.is_file()), None)
    if found is None:
        raise InputError(
            place,
            f"the text {path!r} of {name!r} is not there",
            "start the desk in the folder where the report was made",
        )
    return read_text(found, encoding)


def _require_fit(place: str, record: ArticleRecord, target: str, source: str | None) -> None:
    """Every span lies in its text and says what it claims.

    Raises:
        InputError: one does not.
    """
    for issue in record.issues:
        stands = target[issue.start : issue.end]
        if issue.start >= issue.end or stands != issue.text:
            raise InputError(
                place,
                f"{record.id!r} has {issue.text[:40]!r} at {issue.start}-{issue.end}, "
                f"but the text there reads {stands[:40]!r}",
                "the text has changed since; check the article again",
            )
    for segment in record.segments:
        for spans, text in ((segment.source, source), (segment.target, target)):
            # without the source its half of the alignment is only not shown
            if text is not None and any(not a <= b <= len(text) for a, b in spans):
                raise InputError(
                    place,
                    f"a segment of {record.id!r} lies outside the text",
                    "the text has changed since; check the article again",
                )
