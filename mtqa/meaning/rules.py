"""Tables of wrong renderings: a source word, what it becomes by mistake, what it should become.

A rule speaks only where the source has its word, the target has the wrong rendering in a like
place and none of the right ones, no other word of the source explains it, and the context that the
rule asks for is there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtqa.lexicon.handmade import rows
from mtqa.meaning.pair import CROWDED, Pair
from mtqa.meaning.pattern import Pattern, compiled
from mtqa.meaning.topics import topic_names, topics_in
from mtqa.meaning.verdict import Verdict

_STEM = 3
#: A segment that has the source of a rule oftener is no sentence.
_MOST = 100


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table.

    Attributes:
        languages: of the source, ISO 639-1.
        source: what the source has.
        wrong: what the target has by mistake.
        right: what it should have; each of them silences the rule.
        topics: topics of which one must be there; with `cues`, either will do.
        cues: words of the source of which one must be there.
        unless: words of the source, or topics of the article (``@sport``), that silence it.
        severity: minor, major or critical.
        example: ``source = wrong target``.
        name: language, source and wrong rendering: what tells the row from all others.
    """

    languages: frozenset[str]
    source: tuple[Pattern, ...]
    wrong: tuple[Pattern, ...]
    right: tuple[Pattern, ...]
    topics: frozenset[str]
    cues: tuple[str, ...]
    unless: tuple[str, ...]
    severity: str
    example: str
    name: str = ""


class RuleBook:
    """The rules of one table for one source language, found by the first word of their source."""

    def __init__(self, rules: Iterable[Rule], language: str) -> None:
        self._words: dict[str, list[tuple[Rule, Pattern]]] = {}
        self._beginnings: dict[str, list[tuple[Rule, Pattern]]] = {}
        for rule in rules:
            if language in rule.languages:
                for pattern in rule.source:
                    self._add(rule, pattern)

    def _add(self, rule: Rule, pattern: Pattern) -> None:
        first = pattern.items[0]
        for key in first.keys | first.exact:
            self._words.setdefault(key, []).append((rule, pattern))
        for beginning in first.beginnings:
            self._beginnings.setdefault(beginning[:_STEM], []).append((rule, pattern))

    def verdicts(self, pair: Pair) -> Iterator[Verdict]:
        """What the rules say of a segment; a rule speaks once, and of its first hundred words."""
        said: set[int] = set()
        tried: Counter[int] = Counter()
        for rule, start, end in self._candidates(pair):
            if id(rule) in said:
                continue
            if tried[id(rule)] == _MOST:
                pair.memory[CROWDED] = True
                continue
            tried[id(rule)] += 1
            found = _judge(rule, pair, start, end)
            if found:
                said.add(id(rule))
                yield found

    def _candidates(self, pair: Pair) -> Iterator[tuple[Rule, int, int]]:
        for key in pair.source.places.keys() & self._words.keys():
            for index in pair.source.places[key]:
                yield from _at(self._words[key], pair, index)
        if self._beginnings:
            for index, word in enumerate(pair.source):
                known = self._beginnings.get(word.text[:_STEM].lower())
                if known:
                    yield from _at(known, pair, index)


def _at(
    known: Iterable[tuple[Rule, Pattern]], pair: Pair, index: int
) -> Iterator[tuple[Rule, int, int]]:
    for rule, pattern in known:
        end = pattern.at(pair.source, index)
        if end is not None:
            yield rule, index, end


def _judge(rule: Rule, pair: Pair, start: int, end: int) -> Verdict | None:
    place = next(_wrong(rule, pair, start, end), None)
    if place is None or _is_silenced(rule, pair, start, end, place):
        return None
    first, last = place
    source, target = pair.source, pair.target
    return Verdict(
        target[first].start,
        target[last - 1].end,
        source[start].start,
        source[end - 1].end,
        rule.severity,
        _shown(rule.right),
        row=rule.name,
    )


def _wrong(rule: Rule, pair: Pair, start: int, end: int) -> Iterator[tuple[int, int]]:
    but = range(start, end)
    for pattern in rule.wrong:
        for first, last in pattern.find(pair.target):
            if not pair.is_near(start, first):
                continue
            if last - first == 1 and (pair.is_name(start, first) or pair.is_explained(first, but)):
                continue
            yield first, last


def _is_silenced(rule: Rule, pair: Pair, start: int, end: int, place: tuple[int, int]) -> bool:
    if any(
        not _within(match, place) for pattern in rule.right for match in pattern.find(pair.target)
    ):
        return True
    source = pair.source.without(start, end)
    if any(source.has(word) for word in rule.unless):
        return True
    if any(word[1:] in pair.topics for word in rule.unless if word[0] == "@"):
        return True
    if not (rule.topics or rule.cues):
        return False
    if rule.topics & (pair.topics | topics_in(source, pair.language)):
        return False
    return not any(source.has(word) for word in rule.cues)


def _within(match: tuple[int, int], place: tuple[int, int]) -> bool:
    """Whether the match of a right rendering is only a part of the wrong one."""
    inside = place[0] <= match[0] and match[1] <= place[1]
    return inside and match[1] - match[0] < place[1] - place[0]


def _shown(right: tuple[Pattern, ...]) -> str:
    """The first right rendering that can be shown to an editor as it stands."""
    for pattern in right:
        if not set(pattern.text) & set("*_?/="):
            return pattern.text
    return ""


@lru_cache(maxsize=32)
def rule_book(table: str, language: str) -> RuleBook:
    """The rules of a table for a source language."""
    return RuleBook(load_rules(table), language)


@lru_cache(maxsize=8)
def load_rules(table: str) -> tuple[Rule, ...]:
    """The rules of ``<table>.tsv``.

    Raises:
        ValueError: a row lacks its source or its wrong rendering, or a pattern is malformed.
    """
    known = topic_names()
    return tuple(_rule(row, known, table) for row in rows(table))


def _rule(row: dict[str, str], known: frozenset[str], table: str) -> Rule:
    needs = row["needs"].split()
    if not row["source"] or not row["wrong"]:
        raise ValueError(f"{table}.tsv: {row} needs a source and a wrong rendering")
    return Rule(
        frozenset(row["language"].split()),
        compiled(row["source"]),
        compiled(row["wrong"]),
        compiled(row["right"]),
        frozenset(needs) & known,
        tuple(need for need in needs if need not in known),
        tuple(row["unless"].split()),
        row["severity"] or "major",
        row["example"],
        f"{row['language']}:{row['source']}={row['wrong']}",
    )
