"""Meanings spoilt on purpose: negations, directions, roles."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence

from mtqa.compare.meaning.keyed_words import Words, keys_of, words
from mtqa.compare.meaning.negators import negators
from mtqa.knowledge import romanian
from mtqa.knowledge.handmade import rows
from mtqa.knowledge.pattern import Pattern, compiled
from mtqa.workshop.perturbations.bitext import Corruption

CHECKS = ("meaning",)
Maker = Callable[[str, str, str, random.Random], Corruption | None]

_NU = re.compile(r"\b[Nn]u (?=\w)|\b[Nn](?:u)?-(?=[aoie])")
_FINITE = re.compile(
    r"\b(?:a|au|am|va|vor|este|sunt|era|erau|poate|pot|are|trebuie|face|spune|vrea|crede|știe|"
    r"există|susține|consideră|rămâne|ajunge|începe|devine|apare|oferă|urmează) "
)
#: What before a verb makes it no place for a negation.
_NO_PLACE = re.compile(
    r"(?:\b(?:nu|să|se|s|l|i|le|mi|ne|vă|o|îl|îi|își|ar|de|la|cea|cel|in)|-) ?$", re.I
)


def _line(text: str, language: str) -> Words:
    return Words(words(text, 0, len(text), keys_of(language)), text)


def _replaced(
    target: str, start: int, end: int, new: str, source: tuple[int, int], name: str
) -> Corruption:
    text = target[:start] + new + target[end:]
    return Corruption(0, name, source[0], source[1], start, start + len(new), text)


def _negators_in(source: str, language: str) -> list[tuple[int, int, str]]:
    listed = negators(language)
    if listed is None:
        return []
    return [(w.start, w.end, w.text) for w in _line(source, language) if listed.is_strong(w.text)]


def negation_dropped(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """``nu`` is gone where the source negates."""
    said = _negators_in(source, language)
    places = [
        m for m in _NU.finditer(target) if not target[m.end() :].startswith(("numai", "doar"))
    ]
    if len(said) != 1 or len(places) != 1:
        return None
    start, end = places[0].span()
    if len(re.findall(r"\b(?:nici|nic\w+|nimeni|nimic|fără)\b", target, re.I)):
        return None
    text = target[:start] + target[end:]
    at = max(0, start)
    return Corruption(0, said[0][2], said[0][0], said[0][1], at, at, text)


def negation_added(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """``nu`` before a finite verb of a sentence that denies nothing."""
    if _negators_in(source, language) or re.search(r"\b(?:nu|n-|nici|fără)\b", target, re.I):
        return None
    places = [m for m in _FINITE.finditer(target) if not _NO_PLACE.search(target[: m.start()])]
    places = [m for m in places if m.group() != "a " or _participle(target[m.end() :])]
    if not places:
        return None
    match = chance.choice(places)
    return _replaced(target, match.start(), match.start(), "nu ", (0, len(source)), "nu")


def _participle(rest: str) -> bool:
    word = re.match(r"\w+", rest)
    if word is None:
        return False
    return any(reading.mood == "participle" for reading in romanian().analyses(word.group()))


def _opposite(names: frozenset[str]) -> Maker:
    """A maker that puts the opposite idea of one of the named rows."""

    def make(source: str, target: str, language: str, chance: random.Random) -> Corruption | None:
        left, right = _line(source, language), _line(target, "ro")
        found = [
            corruption
            for row in rows("antonyms")
            if row["kind"] in names
            for a, b in (("a", "b"), ("b", "a"))
            if (corruption := _turned(row, a, b, (source, left), (target, right), language))
        ]
        return chance.choice(found) if found else None

    return make


def _turned(
    row: dict[str, str], a: str, b: str, source: tuple[str, Words], target: tuple[str, Words],
    language: str,
) -> Corruption | None:  # fmt: skip
    """The row's idea `a` of this pair turned into its idea `b`, where each stands once."""
    said = list(_found(compiled(row.get(f"{language}_{a}", "")), source[1]))
    swap = dict(part.split("=") for part in row["swap"].split("|") if part)
    swap |= {new: old for old, new in swap.items()}
    if len(said) != 1 or not swap:
        return None
    places = [
        m for old in swap for m in re.finditer(rf"\b{re.escape(old)}\b", target[0])
        if _belongs(m.group(), compiled(row[f"ro_{a}"]))
    ]  # fmt: skip
    places = [m for m in places if not any(_inside(m.span(), o.span()) for o in places)]
    if len(places) != 1:
        return None
    start, end = places[0].span()
    words_said = source[1][said[0][0]], source[1][said[0][1] - 1]
    return _replaced(
        target[0], start, end, swap[target[0][start:end]],
        (words_said[0].start, words_said[1].end), words_said[0].text,
    )  # fmt: skip


def _inside(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _found(patterns: Sequence[Pattern], side: Words) -> Iterator[tuple[int, int]]:
    for pattern in patterns:
        yield from pattern.find(side)


def _belongs(text: str, patterns: Sequence[Pattern]) -> bool:
    """Whether the words are a rendering of the idea."""
    side = _line(text, "ro")
    return any(True for _ in _found(patterns, side))


_NAME = r"[A-ZȘȚ]\w{2,}"
_ACTIVE = re.compile(rf"\b({_NAME}) ((?:[a-zăâîșț-]+ ){{1,3}})({_NAME})\b")
#: What between two names shows that they are no subject and object.
_NO_OBJECT = frozenset(
    "de la din și în cu lui sau ca fost este era către prin and of in at or".split()
)


def roles_swapped(
    source: str, target: str, language: str, chance: random.Random
) -> Corruption | None:
    """Two names around an active verb change places on the target's side."""
    for match in _ACTIVE.finditer(target):
        first, middle, second = match.groups()
        between = middle.split()
        said = re.search(
            rf"\b{re.escape(first)}((?: [a-zäöüß]+){{1,3}}) {re.escape(second)}\b", source
        )
        if said is None or first == second or not _NO_OBJECT.isdisjoint(between):
            continue
        if not _NO_OBJECT.isdisjoint(said.group(1).split()) or not _has_verb(between):
            continue
        return _replaced(
            target, *match.span(), f"{second} {middle}{first}", said.span(), said.group()
        )
    return None


def _has_verb(between: Sequence[str]) -> bool:
    return any(
        reading.pos == "verb"
        for word in between
        for reading in romanian().analyses(word.strip("-"))
    )


WAYS: dict[str, Maker] = {
    "negation dropped": negation_dropped,
    "negation added": negation_added,
    "direction reversed": _opposite(frozenset(["direction"])),
    "comparison reversed": _opposite(frozenset(["comparison"])),
    "before and after swapped": _opposite(frozenset(["time"])),
    "roles swapped": roles_swapped,
}
