"""Gold annotations: error spans in JSONL, and the texts they belong to."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import InputError
from mtqa.model import CATEGORIES, SEVERITIES, Article
from mtqa.readers import read_text
from mtqa.readers.text import read_file


@dataclass(frozen=True, slots=True)
class GoldSpan:
    """One annotated error: half-open code-point span in the target, category and severity.

    ``suggestion`` is what should stand in its place, None where the annotator did not say.
    """

    start: int
    end: int
    text: str
    category: str
    severity: str
    note: str = ""
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class GoldText:
    """One annotated text and its errors (none, if it is clean).

    ``score`` is the annotator's judgement of the whole, 0 to 100, None where there is none.
    """

    article: Article
    spans: tuple[GoldSpan, ...]
    score: float | None = None


def read_gold(path: Path, texts: Iterable[Path] = ()) -> list[GoldText]:
    """The annotated texts of one gold file, clean ones included.

    Args:
        path: a folder with ``gold.jsonl`` and ``segments.jsonl``, or JSONL with ``id``, ``start``,
            ``end``, ``text``, ``category``, ``severity``, ``note``, ``suggestion``.
        texts: where to look for the texts before looking beside ``path``.

    Raises:
        InputError: the file is broken, a text is not found, or a span does not fit its text.
    """
    path = path / "gold.jsonl" if path.is_dir() else path
    spans = _read_spans(path)
    found = _from_segments(path, texts) or _from_article(path, spans, texts)
    if found is None:
        raise InputError(str(path), "the annotated text is not beside it", "name it with --texts")
    missing = set(spans) - {article.id for article in found}
    if missing:
        raise InputError(
            str(path), f"no text has the id {sorted(missing)[0]!r}", "name its file with --texts"
        )
    return [
        GoldText(article, _fitting(path, article, spans), article.meta.get("score"))
        for article in found
    ]


def _read_spans(path: Path) -> dict[str, list[GoldSpan]]:
    spans: dict[str, list[GoldSpan]] = {}
    for number, record in _records(path):
        try:
            span = GoldSpan(
                _offset(record["start"]),
                _offset(record["end"]),
                str(record["text"]),
                str(record["category"]),
                str(record["severity"]),
                str(record.get("note", "")),
                _text(record.get("suggestion")),
            )
            spans.setdefault(str(record["id"]), []).append(span)
        except (KeyError, TypeError, ValueError, OverflowError) as problem:
            raise InputError(
                f"{path}:{number}",
                f"no gold span ({problem})",
                "it needs id, start, end, text, category and severity",
            ) from None
        if span.start >= span.end:
            raise InputError(f"{path}:{number}", "the span is empty", "end must exceed start")
        if span.category not in CATEGORIES or span.severity not in SEVERITIES:
            raise InputError(
                f"{path}:{number}",
                f"unknown category or severity {span.category!r}, {span.severity!r}",
                f"categories: {', '.join(CATEGORIES)}; severities: {', '.join(SEVERITIES)}",
            )
    return spans


def _text(value: Any) -> str | None:
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{value!r} is no text")
    return value


def _offset(value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise ValueError(f"{value!r} is no offset")
    return value


def _records(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """The objects of a JSONL file with their line numbers; an empty file has none."""
    for number, line in enumerate(read_file(path).split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as problem:
            reason = getattr(problem, "msg", type(problem).__name__)
            raise InputError(
                f"{path}:{number}", f"not JSON ({reason})", "one object a line"
            ) from None
        if not isinstance(record, dict):
            raise InputError(f"{path}:{number}", "not a JSON object", "one object a line")
        yield number, record


def _from_segments(path: Path, texts: Iterable[Path]) -> list[Article] | None:
    """Segments with ``id``, ``mt`` (or ``target``) and perhaps ``src`` (or ``source``), ``ref``."""
    given = [text for text in texts if text.suffix == ".jsonl"]
    beside = path.with_name("segments.jsonl")
    if not given and not beside.is_file():
        return None
    return [
        _segment(place, number, record)
        for place in given or [beside]
        for number, record in _records(place)
    ]


def _segment(path: Path, number: int, record: dict[str, Any]) -> Article:
    target = record.get("mt", record.get("target"))
    if not isinstance(target, str) or "id" not in record:
        raise InputError(
            f"{path}:{number}", "no segment", "each line needs an id and a target (or mt)"
        )
    score = record.get("score")
    if score is not None and (isinstance(score, bool) or not isinstance(score, (int, float))):
        raise InputError(f"{path}:{number}", f"{score!r} is no score", "give a number or leave it")
    return Article(
        str(record["id"]),
        target,
        record.get("src", record.get("source")),
        record.get("ref", record.get("reference")),
        record.get("source_lang"),
        {} if score is None else {"score": float(score)},
    )


def _from_article(
    path: Path, spans: dict[str, list[GoldSpan]], texts: Iterable[Path]
) -> list[Article] | None:
    """The article of ``NAME.gold.jsonl``: in ``texts``, beside it or in a ``seeds`` folder."""
    name = path.name.partition(".")[0]
    identifier = next(iter(spans), name)
    if len(spans) > 1:
        return None
    candidates = [(file, read_text(file)) for file in _candidates(path, name, texts)]
    fitting = [
        (file, target)
        for file, target in candidates
        if all(target[s.start : s.end] == s.text for s in spans.get(identifier, ()))
    ]
    # a single text that does not fit is better named than passed over
    for file, target in fitting or (candidates if len(candidates) == 1 else []):
        source, language = _source(file)
        return [Article(identifier, target, source, None, language)]
    return None


def _candidates(path: Path, name: str, texts: Iterable[Path]) -> Iterator[Path]:
    for place in texts:
        yield from sorted(place.glob("*.txt")) if place.is_dir() else [place]
    beside = [path.with_name(f"{name}.ro.txt"), path.with_name(f"{name}.txt")]
    yield from (file for file in beside if file.is_file())
    if any(file.is_file() for file in beside):
        return
    for folder in (path.parent / "seeds", path.parent.parent / "seeds"):
        yield from sorted(folder.glob("*.txt"))


def _source(target: Path) -> tuple[str | None, str | None]:
    """The source beside ``NAME.ro.txt``: ``NAME.xx.txt`` with a two-letter language code."""
    name = target.name.partition(".")[0]
    for file in sorted(target.parent.glob(f"{name}.??.txt")):
        language = file.suffixes[-2].lstrip(".")
        if language != "ro":
            return read_text(file), language
    return None, None


def _fitting(
    path: Path, article: Article, spans: dict[str, list[GoldSpan]]
) -> tuple[GoldSpan, ...]:
    for span in spans.get(article.id, ()):
        if article.target[span.start : span.end] != span.text:
            raise InputError(
                str(path),
                f"span {span.start}-{span.end} of {article.id!r} is not {span.text!r} in the text",
                "check that the text is the annotated one",
            )
    return tuple(spans.get(article.id, ()))
