"""What the benchmarks of source checks share: line-parallel articles, corruptions, counting.

A benchmark corrupts human translations one place at a time; a corruption is found when an issue of
the checks under test lies on it (where something was deleted, when an issue points to it in the
source). The uncorrupted translations count the false alarms.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mtqa.align.article import parallel
from mtqa.checks.base import Check, View
from mtqa.config import Config
from mtqa.errors import InputError
from mtqa.languages.ro import Document
from mtqa.model import Article, Issue
from mtqa.readers.text import read_file

#: ISO 639-1 codes of the corpus's languages by their file names.
LANGUAGES = {"eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu",
             "spa": "es", "ita": "it"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Pair:
    """One line-parallel article: its name, its source and target lines, and the language."""

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Corruption:
    """One corrupted place.

    Attributes:
        line: number of the line, from 0.
        name: what the source has there.
        source_start, source_end: its span in the source line.
        start, end: the span of what stands in its place in the corrupted line; empty if deleted.
        text: the corrupted line.
    """

    line: int
    name: str
    source_start: int
    source_end: int
    start: int
    end: int
    text: str


@dataclass
class Recall:
    """How many corruptions of one way there were, were found, and were put right."""

    made: int = 0
    found: int = 0
    right: int = 0
    missed: list[tuple[str, str, str]] = field(default_factory=list)


@dataclass
class Alarms:
    """False alarms on human translations of one language: by check, and the sentences read."""

    sentences: int = 0
    checks: Counter[str] = field(default_factory=Counter)
    issues: list[tuple[str, Issue]] = field(default_factory=list)

    @property
    def rate(self) -> float:
        """Alarms per 100 sentences."""
        return 100 * sum(self.checks.values()) / self.sentences if self.sentences else 0.0


def read_pairs(folder: Path, language: str) -> list[Pair]:
    """The articles of an NTREX folder in one language (``eng``) with their Romanian translation.

    Raises:
        InputError: a file cannot be read, or the files differ in their number of lines.
    """
    columns = []
    for name in ("documents.tsv", f"{language}.txt", "ron.txt"):
        path = folder / name
        if not path.is_file():
            raise InputError(str(path), "no such file", "give the folder of NTREX-128")
        columns.append(read_file(path).split("\n"))
    if len({len(column) for column in columns}) > 1:
        raise InputError(str(folder), "the files differ in their number of lines", "fetch it anew")
    table: dict[str, tuple[list[str], list[str]]] = {}
    for document, source, target in zip(*columns, strict=True):
        if document:
            sources, targets = table.setdefault(document, ([], []))
            sources.append(source)
            targets.append(target)
    return [
        Pair(name, tuple(sources), tuple(targets), LANGUAGES[language])
        for name, (sources, targets) in table.items()
    ]


def issues_of(
    pair: Pair, target: Sequence[str], checks: Iterable[Check]
) -> tuple[View, list[Issue]]:
    """What the checks say of a pair with these target lines, paired line by line."""
    source, text = "\n".join(pair.source), "\n".join(target)
    article = Article(pair.id, text, source, source_lang=pair.language)
    view = View(article, Document(text), parallel(source, text), Config())
    return view, [
        issue
        for check in checks
        for issue in check.find(view)
        if not (check.needs_diacritics and view.target.is_bare(issue.start))
    ]


def count_found(
    result: Recall, pair: Pair, made: Sequence[Corruption], checks: Sequence[Check]
) -> None:
    """Corrupt the pair in every place of ``made`` at once and count what the checks find."""
    target = list(pair.target)
    for corruption in made:
        target[corruption.line] = corruption.text
    view, issues = issues_of(pair, target, checks)
    for corruption in made:
        shift = sum(len(line) + 1 for line in target[: corruption.line])
        origin = sum(len(line) + 1 for line in pair.source[: corruption.line])
        hits = [i for i in issues if _hits(i, corruption, shift, origin)]
        result.made += 1
        result.found += bool(hits)
        result.right += any(
            _mended(view.article.target, issue, shift, corruption) == pair.target[corruption.line]
            for issue in hits
        )
        if not hits:
            spoilt = corruption.text[corruption.start : corruption.end]
            result.missed.append((corruption.name, spoilt, corruption.text))


def _hits(issue: Issue, corruption: Corruption, shift: int, origin: int) -> bool:
    if corruption.start < corruption.end:
        return issue.start < shift + corruption.end and shift + corruption.start < issue.end
    span = issue.source_span
    return (
        span is not None
        and span.start < origin + corruption.source_end
        and origin + corruption.source_start < span.end
    )


def _mended(text: str, issue: Issue, shift: int, corruption: Corruption) -> str | None:
    """The corrupted line with the issue's suggestion in place."""
    if issue.suggestion is None:
        return None
    mended = text[shift : issue.start] + issue.suggestion + text[issue.end :]
    return mended.partition("\n")[0]


def measure_alarms(pairs: Sequence[Pair], checks: Sequence[Check]) -> Alarms:
    """The issues on the uncorrupted translations."""
    result = Alarms()
    for pair in pairs:
        result.sentences += len(pair.target)
        view, issues = issues_of(pair, pair.target, checks)
        for issue in issues:
            result.checks[issue.check] += 1
            at = view.article.target.rfind("\n", 0, issue.start) + 1
            result.issues.append((view.article.target[at:].partition("\n")[0], issue))
    return result


def as_dict(recalls: dict[str, Recall], alarms: dict[str, Alarms]) -> dict[str, Any]:
    """The figures for JSON."""
    return {
        "corruptions": {
            way: {"made": r.made, "found": r.found, "right": r.right} for way, r in recalls.items()
        },
        "false_alarms": {
            language: {"sentences": a.sentences, "per_100": round(a.rate, 2), **a.checks}
            for language, a in alarms.items()
        },
    }
