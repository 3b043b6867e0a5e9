"""The baseline: issues that a team already knows, kept in git so that only new ones count.

An entry is known again by its fingerprint (:mod:`mtqa.silence.fingerprints`); where the words on
one side were edited, by its check, its words and the other side; where the file was renamed, by
the fingerprint in its new place. Each entry stands for one issue, so a second one of the same kind
is new.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import msgspec

from mtqa.common.files import read_whole
from mtqa.config import Gate
from mtqa.errors import ConfigError
from mtqa.model import ArticleReport, Suppressed
from mtqa.silence.fingerprints import beside, fingerprints, words
from mtqa.silence.suppressions import silence

VERSION = 1
#: A longer span is kept by its beginning.
_LONGEST = 80


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One known issue: its identity, and enough of its text for a reviewer.

    Attributes:
        check: what found it.
        before: the words before it in its line.
        text: the marked words, cut after 80 letters.
        after: the words after it in its line.
        fingerprint: see :func:`mtqa.silence.fingerprints.fingerprints`.
    """

    check: str
    before: str
    text: str
    after: str
    fingerprint: str

    def still(self, other: Entry) -> bool:
        """Whether ``other`` is this issue with the words on at most one side edited."""
        if (self.check, self.text) != (other.check, other.text):
            return False
        return bool(self.before and self.before == other.before) or bool(
            self.after and self.after == other.after
        )


class _File(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"version": "mtqa-baseline"}
):
    version: int
    articles: dict[str, list[Entry]]


Known = Mapping[str, Sequence[Entry]]


@dataclass(frozen=True)
class Compared:
    """A run beside its baseline.

    Attributes:
        reports: the reports, known issues quiet.
        current: all issues of the run as entries, by article.
        known: those of them that the baseline knows.
        idle: what of the baseline the run could not find, because its check did not run.
        stale: what of the baseline is gone from articles that were checked or no longer exist.
        gone: the articles of the baseline that no longer exist.
    """

    reports: tuple[ArticleReport, ...]
    current: dict[str, list[Entry]] = field(default_factory=dict)
    known: dict[str, list[Entry]] = field(default_factory=dict)
    idle: dict[str, list[Entry]] = field(default_factory=dict)
    stale: dict[str, list[Entry]] = field(default_factory=dict)
    gone: tuple[str, ...] = ()


def read(path: Path) -> dict[str, list[Entry]]:
    """The entries of a baseline file by article.

    Raises:
        ConfigError: the file is missing, or no baseline that this version reads.
    """
    try:
        content = msgspec.json.decode(read_whole(path), type=_File)
    except OSError as problem:
        raise ConfigError(
            f"{path}: cannot be read ({problem.strerror}); make it with "
            f"`mtqa baseline TARGET… -o {path}`"
        ) from None
    except (ValueError, RecursionError) as problem:
        raise ConfigError(
            f"{path}: not a baseline ({problem}); make it anew with `mtqa baseline`"
        ) from None
    if content.version != VERSION:
        raise ConfigError(
            f"{path}: a baseline of version {content.version}, this mtqa reads {VERSION}; "
            "make it anew with `mtqa baseline`"
        )
    return content.articles


def dumps(articles: Known) -> str:
    """A baseline file: sorted, one issue a line, so that a change of it reads like a change."""
    blocks = []
    for key in sorted(articles):
        rows = sorted(articles[key], key=lambda entry: msgspec.structs.astuple(entry))
        if rows:
            lines = ",\n".join(f"   {_json(msgspec.structs.asdict(row))}" for row in rows)
            blocks.append(f"  {_json(key)}: [\n{lines}\n  ]")
    body = "{\n" + ",\n".join(blocks) + "\n }" if blocks else "{}"
    return f'{{\n "mtqa-baseline": {VERSION},\n "articles": {body}\n}}\n'


def entries(report: ArticleReport) -> list[Entry]:
    """The entries that the issues of a report make, in their order."""
    target = report.article.target
    keys = fingerprints(target, report.issues)
    made = []
    for issue, key in zip(report.issues, keys, strict=True):
        before, after = beside(target, issue)
        text = words(issue.text)
        cut = text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
        made.append(Entry(issue.check, before, cut, after, key))
    return made


def compare(
    known: Known,
    reports: Mapping[str, ArticleReport],
    gate: Gate,
    *,
    gone: Callable[[str], bool],
    idle: Callable[[str, ArticleReport], bool] = lambda check, report: False,
    origin: str,
) -> Compared:
    """Silence the known issues of a run.

    Args:
        known: the baseline.
        reports: the run, by the article's name in the baseline.
        gate: when an article fails.
        gone: whether an article of the baseline that was not checked no longer exists.
        idle: whether a check did not run on an article (left out, or it needs a source).
        origin: the baseline's name for reports.
    """
    lost = tuple(key for key in known if key not in reports and gone(key))
    moved = [entry for key in lost for entry in known[key]]
    compared = Compared((), gone=lost)
    out = []
    for key, report in reports.items():
        now = entries(report)
        # an article that the baseline does not know may be one that it knows under an old name
        pool = list(known[key]) if key in known else moved
        found = dict(_matched(now, pool, edited=key in known))
        for entry in found.values():
            pool.remove(entry)
        out.append(_silenced(report, found, gate, origin))
        compared.current[key] = now
        compared.known[key] = [now[place] for place in sorted(found)]
        if key in known:
            compared.idle[key] = [entry for entry in pool if idle(entry.check, report)]
            compared.stale[key] = [entry for entry in pool if not idle(entry.check, report)]
    for key in lost:
        compared.stale[key] = [entry for entry in known[key] if entry in moved]
    stale = {key: left for key, left in compared.stale.items() if left}
    return replace(compared, reports=tuple(out), stale=stale)


def _silenced(
    report: ArticleReport, known: Iterable[int], gate: Gate, origin: str
) -> ArticleReport:
    """The report with the issues at the places ``known`` quiet."""
    reason = f"known, in {origin}"
    quiet = {place: Suppressed(report.issues[place], "baseline", reason, origin) for place in known}
    return silence(report, quiet, gate)


def _matched(
    now: Sequence[Entry], pool: Sequence[Entry], *, edited: bool
) -> Iterator[tuple[int, Entry]]:
    """The place of each issue found again and its entry; every entry serves once."""
    by_key = {entry.fingerprint: entry for entry in pool}
    exact = {
        place: by_key[entry.fingerprint]
        for place, entry in enumerate(now)
        if entry.fingerprint in by_key
    }
    yield from exact.items()
    taken = {entry.fingerprint for entry in exact.values()}
    rest = [entry for entry in pool if edited and entry.fingerprint not in taken]
    for place, entry in enumerate(now):
        if place in exact:
            continue
        old = next((candidate for candidate in rest if candidate.still(entry)), None)
        if old is not None:
            rest.remove(old)
            yield place, old


def renewed(known: Known, compared: Compared, *, prune: bool) -> dict[str, list[Entry]]:
    """The baseline after a run.

    Args:
        known: the baseline before.
        compared: the run beside it.
        prune: only drop what is stale in the articles of the run; otherwise the new issues become
            known as well, and what is of articles that no longer exist goes.
    """
    now = compared.known if prune else compared.current
    checked = {key: [*rows, *compared.idle.get(key, ())] for key, rows in now.items()}
    kept = {
        key: list(rows)
        for key, rows in known.items()
        if key not in checked and key not in compared.gone
    }
    if prune:
        kept |= {key: left for key, left in _elsewhere(compared) if left}
    return {**kept, **checked}


def _elsewhere(compared: Compared) -> Iterator[tuple[str, list[Entry]]]:
    """What no article of the run has taken over from the articles that are not there: their files
    may be elsewhere. Entries that have left a feed of the run are no more."""
    read = {key.partition("#")[0] for key in compared.current}
    for key in compared.gone:
        path, entry, _ = key.partition("#")
        if not (entry and path in read):
            yield key, list(compared.stale.get(key, ()))


def total(articles: Mapping[str, Iterable[Entry]]) -> int:
    """The number of entries."""
    return sum(len(list(rows)) for rows in articles.values())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
