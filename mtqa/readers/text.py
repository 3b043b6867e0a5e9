"""Plain text files: UTF-8 unless told otherwise, every way of being broken named.

The text is handed on exactly as decoded, line ends included, so that offsets hold in the file; only
a byte order mark is dropped.
"""

from __future__ import annotations

import codecs
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mtqa.errors import InputError
from mtqa.model import Article

if TYPE_CHECKING:
    from mtqa.readers.feed_html import Piece

#: A news article has a few kilobytes. Beyond this it is a corpus, or not an article at all.
MAX_BYTES = 5_000_000
#: Endings of files that hold many articles.
_CORPORA = frozenset(".jsonl .ndjson .csv .tsv .parquet .tmx .xlf .xliff".split())
STDIN = "-"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_FEED = re.compile(rb"<(?:[a-z]+:)?(?:rss|feed|RDF)[\s>]")
_BINARY = {
    b"%PDF": "a PDF",
    b"PK\x03\x04": "a ZIP archive (DOCX, XLSX or ODT?)",
    b"\x1f\x8b": "a gzip file",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"\xd0\xcf\x11\xe0": "an old Word or Excel file",
    b"{\\rtf": "an RTF document",
}


def read_text(path: str | Path, encoding: str | None = None) -> str:
    """The text of a file, or of standard input for ``-``.

    Args:
        path: the file.
        encoding: a Python codec name; UTF-8 (or what the byte order mark says) if not given.

    Raises:
        InputError: the file is missing, a folder, empty, too large, binary, or not in that
            encoding; the message names the place and the cure.
    """
    text = read_file(path, encoding)
    if not any(map(str.isalnum, text)):
        raise InputError(place_of(path), "empty", "give a file with the translated text")
    return text


def read_file(path: str | Path, encoding: str | None = None) -> str:
    """The content of any text file, even an empty one; otherwise as :func:`read_text`.

    Raises:
        InputError: the file is missing, a folder, too large, binary, or not in that encoding.
    """
    place = place_of(path)
    data = read_bytes(path, MAX_BYTES, "one article", "split it into articles")
    text = _decode(data, place, encoding)
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise InputError(f"{place}:{line}", "contains a NUL character", "it is binary or damaged")
    return text


def read_article(
    target: str | Path,
    source: str | Path | None = None,
    reference: str | Path | None = None,
    *,
    source_lang: str | None = None,
    encoding: str | None = None,
) -> Article:
    """An article from a target file and, where there are any, its source and a human translation.

    Raises:
        InputError: one of the files cannot be read.
    """
    meta: dict[str, Any] = {"target_path": str(target)}
    meta["source_path"] = None if source is None else str(source)
    text, page = text_of(target, encoding)
    if page is not None:
        meta["page"] = page
    original, source_page = (None, None) if source is None else text_of(source, encoding)
    if source_page is not None:
        meta["source_page"] = source_page
    return Article(
        id=_identifier(target),
        target=text,
        source=original,
        reference=None if reference is None else text_of(reference, encoding)[0],
        source_lang=source_lang,
        meta=meta,
    )


class Page(NamedTuple):
    """A page of HTML as written, and where its text stands in it.

    Attributes:
        markup: the file's content.
        pieces: stretches of the text with those of the markup.
    """

    markup: str
    pieces: tuple[Piece, ...]

    def locate(self, start: int, end: int) -> tuple[int, int]:
        """Where ``[start, end)`` of the text stands in the markup; its beginning if nowhere."""
        from mtqa.readers.feed_html import raw_span

        return raw_span(self.pieces, start, end) or (0, 0)


def text_of(path: str | Path, encoding: str | None = None) -> tuple[str, Page | None]:
    """The text of an article's file; of a page of HTML (by its ending) what a reader sees of it.

    Raises:
        InputError: it cannot be read, has no text, or is a corpus by its ending.
    """
    ending = Path(path).suffix.lower()
    if ending in _CORPORA:
        raise InputError(place_of(path), f"a corpus by its ending ({ending})", "use `mtqa score`")
    text = read_text(path, encoding)
    if ending not in (".html", ".htm", ".xhtml"):
        return text, None
    from mtqa.readers.feed_html import html_to_text

    plain = html_to_text(text)
    if not any(map(str.isalnum, plain.text)):
        raise InputError(place_of(path), "a page without text", "give the article's page")
    return plain.text, Page(text, plain.pieces)


def is_feed(path: str | Path) -> bool:
    """Whether a file is a feed by its ending, or XML that begins like one."""
    ending = Path(path).suffix.lower()
    if ending != ".xml":
        return ending in (".rss", ".atom", ".rdf")
    try:
        with Path(path).open("rb") as file:
            return _FEED.search(file.read(4_000)) is not None
    except OSError:
        return False


def place_of(path: str | Path) -> str:
    """What messages call a file."""
    return "<stdin>" if str(path) == STDIN else str(path)


def _identifier(target: str | Path) -> str:
    name = Path(target).name
    if str(target) == STDIN:
        return "stdin"
    for ending in (".ro.txt", ".txt"):
        if name.endswith(ending):
            return name[: -len(ending)]
    return name


def read_bytes(path: str | Path, limit: int, what: str, cure: str) -> bytes:
    """The bytes of a file, or of standard input for ``-``.

    Args:
        path: the file.
        limit: the most bytes it may have.
        what: what a larger file is too large for.
        cure: what to do about it.

    Raises:
        InputError: the file is missing, a folder, not readable or too large.
    """
    place = place_of(path)
    try:
        if str(path) == STDIN:
            data = sys.stdin.buffer.read(limit + 1)
        else:
            with Path(path).open("rb") as file:
                data = file.read(limit + 1)
    except FileNotFoundError:
        raise InputError(place, "no such file", "check the path") from None
    except IsADirectoryError:
        raise InputError(
            place, "is a folder", "name the text files in it, for example with *.ro.txt"
        ) from None
    except PermissionError:
        raise InputError(place, "may not be read", "check its permissions") from None
    except (OSError, ValueError) as problem:  # ValueError: a NUL in the path
        reason = getattr(problem, "strerror", None) or problem
        raise InputError(place, f"cannot be read ({reason})", "check the path") from None
    if len(data) > limit:
        raise InputError(place, f"larger than {limit // 1_000_000} MB, too large for {what}", cure)
    return data


def _decode(data: bytes, place: str, encoding: str | None) -> str:
    for magic, kind in _BINARY.items():
        if data.startswith(magic):
            raise InputError(place, f"is {kind}, not text", "save the article as plain text")
    codec = encoding or next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        if not codecs.lookup(codec)._is_text_encoding:
            raise LookupError(codec)
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        raise InputError(
            place, f"unknown encoding {codec!r}", "use a name like utf-8 or windows-1250"
        ) from None
    if codec == "utf-8" and b"\x00" in data:
        offset = data.index(b"\x00")
        raise InputError(
            f"{place}:{data.count(10, 0, offset) + 1}",
            f"NUL byte at offset {offset}",
            _utf16(data),
        )
    try:
        return data.decode(codec).removeprefix("\ufeff")
    except UnicodeDecodeError as problem:
        if is_cut_off(problem):
            raise InputError(
                f"{place}:{data.count(10, 0, problem.start) + 1}",
                f"UTF-8 cut off in its last letter (byte 0x{data[problem.start]:02x} at offset "
                f"{problem.start})",
                "copy the file again, whole",
            ) from None
        damaged = _damaged_utf8(data, place, problem) if encoding is None else None
        if damaged:
            raise damaged from None
        raise _not_in(codec, data, place, problem, asked=encoding is not None) from None
    except UnicodeError as problem:  # of codecs that are for names of hosts, or for nothing
        raise InputError(
            place, f"cannot be read as {codec} ({problem})", "name the encoding of its text"
        ) from None


def is_cut_off(problem: UnicodeDecodeError) -> bool:
    """Whether bytes are UTF-8 but for their last letter, of which only the beginning is there.

    In a text without any other letter beyond ASCII a byte that begins a letter of three bytes is
    more likely a letter of Windows-1250: ``\xe3`` is an ă there.
    """
    if problem.encoding != "utf-8" or problem.reason != "unexpected end of data":
        return False
    first, rest = problem.object[problem.start], problem.object[: problem.start]
    return first < 0xE0 or len(problem.object) - problem.start > 1 or not rest.isascii()


def _utf16(data: bytes) -> str:
    """The cure for NUL bytes: UTF-16 text has them at every other place."""
    sample = data[:2000]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if max(even, odd) > len(sample) / 5 and min(even, odd) < len(sample) / 50:
        return f"it looks like UTF-16: add --encoding utf-16-{'be' if even > odd else 'le'}"
    return "it is binary or damaged; save the article as plain text"


def _damaged_utf8(data: bytes, place: str, problem: UnicodeDecodeError) -> InputError | None:
    """The error for a file that is UTF-8 but for a few bytes, or None if it is something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(char > "\x7f" for char in text) - broken
    if broken > 0.05 * whole:
        return None
    line = data.count(b"\n", 0, problem.start) + 1
    return InputError(
        f"{place}:{line}",
        f"byte 0x{data[problem.start]:02x} at offset {problem.start} is damaged UTF-8",
        "correct it at that place; the rest of the file is UTF-8",
    )


def _not_in(
    codec: str, data: bytes, place: str, problem: UnicodeDecodeError, *, asked: bool
) -> InputError:
    """The error that says which byte is wrong and which encoding the file looks like."""
    line = data.count(b"\n", 0, problem.start) + 1
    found = f"byte 0x{data[problem.start]:02x} at offset {problem.start} is not {codec}"
    likely = guess(data)
    if likely is None:
        return InputError(
            f"{place}:{line}", found, "it looks binary; save the article as plain text"
        )
    if asked:
        return InputError(f"{place}:{line}", found, f"it looks like {likely}")
    return InputError(
        f"{place}:{line}", found, f"it looks like {likely}: convert it or add --encoding {likely}"
    )


def guess(data: bytes) -> str | None:
    """The encoding that makes the bytes read like Romanian, or None if nothing does.

    Only the encodings of Romanian text are in question, so the letters decide: what decodes to
    ă, â, î, ș, ț and their cedilla forms is right; a statistical detector over all languages
    takes Windows-1250 for Windows-1252 in short articles.
    """
    controls = sum(byte < 9 or 13 < byte < 32 for byte in data[:4096])
    if controls > len(data[:4096]) * 0.02:
        return None
    best, most = "windows-1252", 0
    for codec in ("windows-1250", "iso-8859-2", "iso-8859-16", "mac-romanian"):
        text = data[:200_000].decode(codec, "replace")
        score = sum(map(text.count, "ăâîșțşţ„”")) - 3 * text.count("\ufffd")
        score -= sum("\x80" <= char <= "\x9f" for char in text)
        if score > most:
            best, most = codec, score
    return best
