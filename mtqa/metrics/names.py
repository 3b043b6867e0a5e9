"""A benchmark of names: known corruptions of human translations, and the false alarms on them.

Names that stand on both sides of a line-parallel corpus are corrupted in the target in eight ways,
one at a time, seeded; a corruption is found when an issue of the names' checks lies on it (for a
deletion, when an issue points to the name in the source). The uncorrupted texts count the false
alarms.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mtqa.align.article import parallel
from mtqa.checks.base import Check, View
from mtqa.config import Config
from mtqa.errors import InputError
from mtqa.lexicon import en_ro
from mtqa.model import Article, Issue
from mtqa.romanian import Document
from mtqa.romanian.transliteration import spelling_key, strip_accents

WAYS = (
    "literal", "letter", "truncated", "swelled", "genitive", "swapped-inside", "swapped-outside",
    "deleted",
)  # fmt: skip
#: ISO 639-1 codes of the corpus's languages by their file names.
LANGUAGES = {"eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu",
             "spa": "es", "ita": "it"}  # fmt: skip

_NAME = re.compile(r"[A-Z][^\W\d_A-Z]{2,}(?: [A-Z][^\W\d_A-Z]{2,}){0,2}(?![\w'’-])")
_SUFFIXES = ("en", "enov", "sen", "ers", "ing")
#: Each article is corrupted in so many copies, every one in other lines.
_COPIES = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """One line-parallel article: its name, its source and target lines, and the language."""

    id: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Corruption:
    """One corrupted name.

    Attributes:
        line: number of the line, from 0.
        name: the name in the source and, before, in the target.
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
        InputError: a file is missing, or the files differ in their number of lines.
    """
    columns = []
    for name in ("documents.tsv", f"{language}.txt", "ron.txt"):
        path = folder / name
        if not path.is_file():
            raise InputError(str(path), "no such file", "give the folder of NTREX-128")
        columns.append(path.read_text(encoding="utf-8").split("\n"))
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


def shared_names(source: str, target: str) -> Iterator[re.Match[str]]:
    """The capitalised words inside the source line that stand exactly once in the target too."""
    for match in _NAME.finditer(source):
        name = match.group()
        inside = match.start() > 1 and re.search(r"[\w,;] $", source[: match.start()])
        parts = name.split()
        if (
            inside
            and len(re.findall(rf"(?<!\w){re.escape(name)}(?![\w'’-])", target)) == 1
            and all(target.count(part) == 1 and source.count(part) == 1 for part in parts)
        ):
            yield match


def _spoilt(name: str, way: str, others: Sequence[str], chance: random.Random) -> str | None:
    """The name corrupted in one way; ``None`` if it cannot be."""
    if way == "deleted":
        return ""
    if way.startswith("swapped"):
        fitting = [other for other in others if not set(other.split()) & set(name.split())]
        return chance.choice(fitting) if fitting else None
    if way == "literal":
        return _translated(name, chance)
    parts = name.split()
    place = max(range(len(parts)), key=lambda index: len(parts[index]))
    spoilt = _misspelt(parts[place], way, chance)
    if spoilt is None:
        return None
    return " ".join([*parts[:place], spoilt, *parts[place + 1 :]])


def _misspelt(word: str, way: str, chance: random.Random) -> str | None:
    if way == "letter" and len(word) > 3:
        at = chance.randrange(1, len(word))
        letters = [c for c in "abdefghlmnoprstuvz" if c != word[at]]
        spoilt = word[:at] + chance.choice(letters) + word[at + 1 :]
        return spoilt if spelling_key(spoilt) != spelling_key(word) else None
    if way == "truncated" and len(word) > 5:
        return word[: -chance.choice((2, 3))]
    if way == "swelled" and len(word) > 3:
        return word + chance.choice(_SUFFIXES)
    if way == "genitive" and word[-1] not in "sxz":
        return word + chance.choice(("s", "'s", "s"))
    return None


def _translated(name: str, chance: random.Random) -> str | None:
    """A name of several parts with one part translated as an English word."""
    parts = name.split()
    choices = []
    for index, part in enumerate(parts if len(parts) > 1 else ()):
        senses = [s for s in en_ro().translations(part.lower()) if s.isalpha() and len(s) > 2]
        key = strip_accents(part.lower())
        if senses and strip_accents(senses[0])[:4] != key[:4]:
            choices.append((index, senses[0].capitalize()))
    if not choices:
        return None
    index, sense = chance.choice(choices)
    return " ".join([*parts[:index], sense, *parts[index + 1 :]])


def corruptions(
    pair: Pair, way: str, copy: int, elsewhere: Sequence[str], chance: random.Random
) -> Iterator[Corruption]:
    """The corruptions of one copy of an article: in every third line, one name each."""
    own = [m.group() for s, t in zip(pair.source, pair.target, strict=True)
           for m in shared_names(s, t)]  # fmt: skip
    for line in range(copy, len(pair.source), _COPIES):
        source, target = pair.source[line], pair.target[line]
        names = list(shared_names(source, target))
        chance.shuffle(names)
        others = own if way == "swapped-inside" else elsewhere
        for match in names:
            strangers = [other for other in others if other not in source and other not in target]
            spoilt = _spoilt(match.group(), way, strangers, chance)
            if spoilt is not None and spoilt != match.group():
                yield _placed(line, match, target, spoilt)
                break


def _placed(line: int, match: re.Match[str], target: str, spoilt: str) -> Corruption:
    name = match.group()
    start = target.index(name)
    end = start + len(name)
    if not spoilt and target[:start].endswith(" "):
        start -= 1
    text = target[:start] + spoilt + target[end:]
    return Corruption(line, name, match.start(), match.end(), start, start + len(spoilt), text)


def _issues(pair: Pair, target: Sequence[str], checks: Iterable[Check]) -> tuple[View, list[Issue]]:
    source, text = "\n".join(pair.source), "\n".join(target)
    article = Article(pair.id, text, source, source_lang=pair.language)
    view = View(article, Document(text), parallel(source, text), Config())
    return view, [issue for check in checks for issue in check.find(view)]


def measure_recall(
    pairs: Sequence[Pair], checks: Sequence[Check], seed: int = 2026
) -> dict[str, Recall]:
    """Corrupt the pairs' names in every way and count what the checks find."""
    chance = random.Random(seed)
    results = {way: Recall() for way in WAYS}
    every = {pair.id: [m.group() for s, t in zip(pair.source, pair.target, strict=True)
                       for m in shared_names(s, t)] for pair in pairs}  # fmt: skip
    for pair in pairs:
        elsewhere = [name for other, names in every.items() if other != pair.id for name in names]
        for way in WAYS:
            for copy in range(_COPIES):
                made = list(corruptions(pair, way, copy, elsewhere, chance))
                _count(results[way], pair, made, checks)
    return results


def _count(result: Recall, pair: Pair, made: Sequence[Corruption], checks: Sequence[Check]) -> None:
    target = list(pair.target)
    for corruption in made:
        target[corruption.line] = corruption.text
    view, issues = _issues(pair, target, checks)
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
        view, issues = _issues(pair, pair.target, checks)
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
