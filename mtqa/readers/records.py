"""Records of a corpus: one article or segment each, whatever file they came from.

A reader yields :class:`Raw` rows, in file order; :func:`records` turns them into records and
rejects. Nothing is lost silently: every row becomes one or the other, and keeps its number.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from mtqa.languages.codes import language_code
from mtqa.model import Article

#: Beyond this many code points a row is no article.
MAX_CHARACTERS = 2_000_000


@dataclass(frozen=True, slots=True)
class Raw:
    """A row as a reader found it.

    Attributes:
        place: file and line (or row, or unit) for messages: ``news.jsonl:17``.
        fields: its fields by the file's own names.
        problem: why it cannot be read, if it cannot.
        blank: a line that is blank on every side: an empty segment, which stays in its place.
        inline: codes that stood in source and target, each with its offset, where a reader has
            taken them out.
    """

    place: str
    fields: Mapping[str, Any] = field(default_factory=dict)
    problem: str | None = None
    blank: bool = False
    inline: tuple[Sequence[Any], Sequence[Any]] | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """One article or segment of a corpus.

    Attributes:
        number: its place in the whole input, from 0.
        place: file and line for messages.
        article: what is checked.
    """

    number: int
    place: str
    article: Article


@dataclass(frozen=True, slots=True)
class Reject:
    """A row that cannot be scored: its number, its place and the reason."""

    number: int
    place: str
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field of a row is what; the names are those of the input.

    Attributes:
        id, target, source, reference, source_lang: names of the fields.
        keep: further fields that the output repeats.
        language: ISO 639-1 code of every source, where no field says it.
    """

    id: str = "id"
    target: str = "target"
    source: str = "source"
    reference: str = "reference"
    source_lang: str = "source_lang"
    keep: tuple[str, ...] = ()
    language: str | None = None


def records(rows: Iterable[Raw], columns: Columns) -> Iterator[Record | Reject]:
    """The records and rejects of rows, numbered in order."""
    for number, row in enumerate(rows):
        yield record(number, row, columns)


def record(number: int, row: Raw, columns: Columns) -> Record | Reject:
    """One row as a record, or as a reject with its reason."""
    identifier = row.fields.get(columns.id)
    name = row.place if identifier is None or identifier == "" else str(identifier)
    reason = row.problem or _fault(row, columns)
    if reason:
        return Reject(number, row.place, reason, None if row.problem else name)
    fields = row.fields
    language = fields.get(columns.source_lang) or columns.language
    meta: dict[str, Any] = {column: fields.get(column) for column in columns.keep}
    if row.inline is not None:
        meta["inline"] = row.inline
    article = Article(
        id=name,
        target=fields[columns.target],
        source=fields.get(columns.source) or None,
        reference=fields.get(columns.reference) or None,
        source_lang=language and language_code(language),
        meta=meta,
    )
    return Record(number, row.place, article)


def _fault(row: Raw, columns: Columns) -> str | None:
    """Why the row is no article, or None if it is one."""
    if columns.target not in row.fields:
        known = ", ".join(sorted(map(str, row.fields))) or "none"
        return f"no field {columns.target!r}; fields here: {known}"
    for name in (columns.target, columns.source, columns.reference, columns.source_lang):
        value = row.fields.get(name)
        if value is not None and not isinstance(value, str):
            return f"field {name!r} is no text but {type(value).__name__}"
        if value and len(value) > MAX_CHARACTERS:
            return f"field {name!r} is longer than {MAX_CHARACTERS:,} characters"
        if value and "\x00" in value:
            return f"field {name!r} contains a NUL character"
    if not row.blank and not any(map(str.isalnum, row.fields[columns.target] or "")):
        return f"field {columns.target!r} is empty"
    return None
