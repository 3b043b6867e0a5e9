"""Scored corpora read back: the articles of a run with their issues, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from mtqa.errors import InputError, MissingExtra
from mtqa.model import WEIGHTS, Severity
from mtqa.readers.streams import lines


@dataclass(frozen=True, slots=True)
class ScoredIssue:
    """What a comparison needs of an issue."""

    check: str
    category: str
    severity: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class ScoredArticle:
    """An article of a scored corpus: its quality, words, verdict and issues, and the score of
    mtqa's own model where it has one."""

    id: str
    quality: float
    words: int
    verdict: str
    issues: tuple[ScoredIssue, ...]
    qe: float | None = None


def read_scored(path: str) -> Iterator[ScoredArticle]:
    """The articles of a run's output: a file of JSON Lines, or a folder of parts.

    Raises:
        InputError: it is no output of ``mtqa score``, or is damaged.
    """
    folder = Path(path)
    if not folder.is_dir():
        yield from _json_lines(path)
        return
    for form in ("jsonl", "parquet"):
        # whatever number of digits the version that wrote them used
        parts = sorted((folder / "articles").glob(f"part-*.{form}"), key=_number)
        for part in parts:
            if form == "jsonl":
                yield from _json_lines(str(part))
            else:
                yield from _parquet(str(part), str(folder / "issues" / part.name))
        if parts:
            return
    raise InputError(path, "no scored corpus in this folder", "give what `mtqa score` has written")


def _number(part: Path) -> int:
    digits = part.stem.removeprefix("part-")
    return int(digits) if digits.isdecimal() else 0


def _json_lines(path: str) -> Iterator[ScoredArticle]:
    for number, line in lines(path):
        try:
            row: dict[str, Any] = msgspec.json.decode(line)
            issues = tuple(_issue(issue) for issue in row["issues"])
            yield ScoredArticle(
                row["id"],
                float(row["quality"]),
                int(row["words"]),
                row["verdict"],
                issues,
                _qe(row.get("scores")),
            )
        except (msgspec.DecodeError, KeyError, TypeError, ValueError, RecursionError):
            raise InputError(
                f"{path}:{number}", "no scored article", "give what `mtqa score` has written"
            ) from None


def _qe(scores: Any) -> float | None:
    """The score of mtqa's own model among those of an article."""
    found = scores.get("qe") if isinstance(scores, dict) else None
    return None if found is None else float(found)


def _issue(row: dict[str, Any]) -> ScoredIssue:
    return ScoredIssue(row["check"], row["category"], row["severity"], row["text"], _weight(row))


def _weight(row: dict[str, Any]) -> float:
    """The MQM penalty: as written, or that of the severity."""
    severity: Severity = row["severity"]
    return float(row.get("weight") or WEIGHTS[severity])


def _table(parquet: Any, path: str) -> list[dict[str, Any]]:
    """The rows of one file of a run.

    Raises:
        InputError: it is missing, or damaged.
    """
    from pyarrow import ArrowException

    try:
        rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
        return rows
    except (ArrowException, OSError, UnicodeDecodeError) as problem:
        reason = (
            "no such file" if isinstance(problem, FileNotFoundError) else f"damaged ({problem})"
        )
        raise InputError(path, reason, "score the corpus anew") from None


def _parquet(articles: str, issues: str) -> Iterator[ScoredArticle]:
    try:
        from pyarrow import parquet
    except ImportError:
        raise MissingExtra("pyarrow", "corpus") from None
    found: dict[int, list[ScoredIssue]] = {}
    for row in _table(parquet, issues):
        found.setdefault(row["record"], []).append(_issue(row))
    for row in _table(parquet, articles):
        yield ScoredArticle(
            row["article"],
            row["quality"],
            row["words"],
            row["verdict"],
            tuple(found.get(row["record"], ())),
            _qe({"qe": row.get("score_qe")}),
        )
