"""Benchmarks of the checks against the source, family by family: figures, coverage, meaning.

A family is a module with two things: ``WAYS``, its kinds of corruption by name, and ``CHECKS``, the
names or patterns of the checks that should find them. Every kind is a function that spoils one
place of a human translation, or returns ``None`` where it finds none to spoil.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module

from mtqa.checks.base import Check
from mtqa.checks.registry import select
from mtqa.errors import MtqaError
from mtqa.workshop.perturbations.bitext import Corruption, Pair, Recall, count_found

#: ``(source line, target line, language, chance)`` → a corruption with line 0, or nothing.
Maker = Callable[[str, str, str, random.Random], Corruption | None]

#: The module of each family.
FAMILIES: dict[str, str] = {
    # family: module
    "figures": "mtqa.workshop.perturbations.figures",
    "coverage": "mtqa.workshop.perturbations.coverage",
    "meaning": "mtqa.workshop.perturbations.meaning",
}
#: Each article is corrupted in so many copies, every one in other lines.
_COPIES = 3


def family(name: str) -> tuple[Mapping[str, Maker], tuple[Check, ...]]:
    """The kinds of corruption of a family, and the checks that should find them.

    Raises:
        MtqaError: there is no such family.
    """
    if name not in FAMILIES:
        raise MtqaError(f"unknown family {name!r}; known: {', '.join(FAMILIES)}")
    module = import_module(FAMILIES[name])
    return module.WAYS, select(module.CHECKS)


def corruptions(pair: Pair, maker: Maker, copy: int, chance: random.Random) -> Iterator[Corruption]:
    """One kind of corruption in every third line of an article where it finds a place."""
    for line in range(copy, len(pair.source), _COPIES):
        made = maker(pair.source[line], pair.target[line], pair.language, chance)
        if made is not None:
            yield replace(made, line=line)


def measure_recall(
    pairs: Sequence[Pair], name: str, seed: int = 2026, most: int | None = None
) -> dict[str, Recall]:
    """Corrupt the pairs in every way of a family and count what its checks find.

    Args:
        pairs: line-parallel articles of human translations.
        name: the family.
        seed: of the corruptions; each kind has a random stream of its own.
        most: stop a kind after this many corruptions.
    """
    ways, checks = family(name)
    results = {}
    for way, maker in ways.items():
        chance = random.Random(f"{seed} {way}")
        result = results[way] = Recall()
        for pair in pairs:
            for copy in range(_COPIES):
                made = list(corruptions(pair, maker, copy, chance))
                if made and (most is None or result.made < most):
                    count_found(result, pair, made, checks)
    return results
