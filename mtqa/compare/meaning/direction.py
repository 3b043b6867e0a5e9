"""Directions and comparisons turned round: less for more, before for after, north for south.

A row of ``antonyms.tsv`` names two opposite ideas in each language. The target says the opposite
where the source has words of the one idea only and the target words of the other only.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mtqa.common.bounds import affordable
from mtqa.compare.meaning.keyed_words import Words
from mtqa.compare.meaning.negation import sides
from mtqa.compare.meaning.pair import CROWDED, Pair
from mtqa.compare.meaning.verdict import Verdict
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.pattern import Pattern, compiled

Places = list[tuple[int, int]]
#: How far from its place in the source a rendering may stand, as a share of the segment.
_REACH = 0.25
#: Beginnings of words (``steig*``) are found by so many letters.
_HEAD = 3
#: A negation reaches so many words.
_NEGATES = 6
#: …and so does a word that makes another idea of it.
_BESIDE = 5


@dataclass(frozen=True, slots=True)
class Opposites:
    """Two opposite ideas: their words in the source's language and in Romanian.

    ``said`` and ``shown`` hold the two ideas in the same order; `unless` are words of the source
    that silence the row. `loose` ideas may be rendered by words that no list exhausts.
    """

    said: tuple[tuple[Pattern, ...], tuple[Pattern, ...]]
    shown: tuple[tuple[Pattern, ...], tuple[Pattern, ...]]
    also: tuple[tuple[Pattern, ...], tuple[Pattern, ...]]
    unless: tuple[str, ...]
    severity: str


@lru_cache(maxsize=8)
def opposites(language: str) -> dict[str, tuple[tuple[Opposites, int], ...]]:
    """First word of an idea in the source's language, or ``ste*`` for words that begin so, to the
    rows and sides that it opens."""
    found: dict[str, dict[tuple[int, int], tuple[Opposites, int]]] = {}
    for number, row in enumerate(rows("antonyms")):
        first, second = row.get(f"{language}_a", ""), row.get(f"{language}_b", "")
        if not first or not second:
            continue
        entry = Opposites(
            (compiled(first), compiled(second)),
            (compiled(row["ro_a"]), compiled(row["ro_b"])),
            (compiled(row["also_a"]), compiled(row["also_b"])),
            tuple(row["unless"].split()),
            row["severity"] or "critical",
        )
        for side in (0, 1):
            for pattern in entry.said[side]:
                first_item = pattern.items[0]
                heads = {f"{beginning[:_HEAD]}*" for beginning in first_item.beginnings}
                for key in first_item.keys | first_item.exact | heads:
                    found.setdefault(key, {})[number, side] = (entry, side)
    return {key: tuple(entries.values()) for key, entries in found.items()}


def reversed_ideas(pair: Pair) -> Iterator[Verdict]:
    """Where the target says the opposite of what the source says."""
    table = opposites(pair.language)
    said: dict[int, tuple[Opposites, int]] = {}
    heads = [f"{word.text[:_HEAD].lower()}*" for word in pair.source]
    for key in (pair.source.places.keys() & table.keys()).union(table.keys() & heads):
        for entry, side in table[key]:
            said[id(entry) * 2 + side] = (entry, side)
    for entry, side in said.values():
        found = _turned(pair, entry, side)
        if found:
            yield found


def _turned(pair: Pair, entry: Opposites, side: int) -> Verdict | None:
    source, target = pair.source, pair.target
    wrong = _places(entry.shown[1 - side], target)
    if not wrong:
        return None
    here, there = _places(entry.said[side], source), _places(entry.said[1 - side], source)
    if not here or len(wrong) <= len(there):
        return None
    if len(_places(entry.shown[side], target)) >= len(here):
        return None
    also = _places(entry.also[side], target)
    comparisons = len(wrong) * (len(here) + len(there) + len(also))
    if not affordable(comparisons, len(source) + len(target)):
        pair.memory[CROWDED] = True  # a list of such words, and no sentence
        return None
    for start, end in wrong:
        near = min(here, key=lambda place: abs(place[0] - start))
        if any(pair.distance(place[0], start) < pair.distance(near[0], start) for place in there):
            continue
        if not pair.is_near(near[0], start, _REACH) or any(
            pair.is_near(near[0], place[0], _REACH) for place in also
        ):
            continue
        if end - start == 1 and pair.is_explained(start, range(*near)):
            continue
        if _is_silenced(entry, source, *near):
            continue
        if _is_negated(pair, near[0]) or _is_in_name(pair, near[0]):
            continue
        right = entry.shown[side][0].text
        return Verdict(
            target[start].start,
            target[end - 1].end,
            source[near[0]].start,
            source[near[1] - 1].end,
            entry.severity,
            "" if set(right) & set("*_?/=") else right,
        )
    return None


def _is_silenced(entry: Opposites, source: Words, start: int, end: int) -> bool:
    """Whether a word beside the idea's own says that it is another idea here."""
    beside = Words((*source[max(0, start - _BESIDE) : start], *source[end : end + _BESIDE]))
    return any(beside.has(word) for word in entry.unless)


def _places(patterns: tuple[Pattern, ...], words: Words) -> Places:
    """Where the patterns lie, each word counted once."""
    found = {start: end for pattern in patterns for start, end in pattern.find(words)}
    return sorted(found.items())


def _is_in_name(pair: Pair, index: int) -> bool:
    """Whether the English word is part of a name: East India Company."""
    words = pair.source[index : index + 2]
    return pair.language == "en" and index > 0 and all(word.text[0].isupper() for word in words)


def _is_negated(pair: Pair, start: int) -> bool:
    """Whether a negation may turn the idea back: near its word, or on one side only."""
    found = sides(pair)
    if found is None:
        return False
    source, target = found
    if any(0 < start - index <= _NEGATES for index in (*source.strong, *source.weak)):
        return True
    return bool(source.strong) != bool(target.strong)
