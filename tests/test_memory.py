"""A worker that reads for a day needs no more memory than one that reads for an hour: whatever
remembers something about a text forgets again."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import mtqa
from mtqa.common import memory
from tests.conftest import ROOT

PACKAGE = Path(mtqa.__file__).parent
#: Names of a size that bounds a memory of texts.
SIZES = {"EVERY_WORD", "WORDS", "NAMES", "SENTENCES"}
#: A memory of at most so many answers may hold anything.
FEW = 64
#: Memories that may be larger or have no bound, because there are only so many questions.
FINITE = {
    "align/weights.py:tuning": "a handful of encoders",
    "judgement/measured.py:table": "one table",
    "compare/coverage/runs.py:worth": "shares in steps",
    "compare/figures/compare.py:_step": "a number and its scale: floats, no text",
    "knowledge/handmade.py:word_list": "the kinds of words that the tables have",
    "knowledge/handmade.py:word_set": "the kinds of words that the tables have",
    "knowledge/pattern.py:compiled": "the patterns of the table of wrong renderings",
    "review/pages.py:_asset": "the files of the desk's pages",
    "languages/ro/agreement.py:_entry": "the tags of the dictionary",
    "compare/names/institutions.py:_lemmas": "the institutions of the table",
    "compare/names/persons.py:_turned": "the adjectives of the table",
    "languages/tables.py:read": "the languages",
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if "workshop" not in path.parts)


def everything() -> list[tuple[str, ast.expr | None]]:
    """What the whole package remembers: module and function, and the size."""
    return [
        (f"{path.relative_to(PACKAGE).as_posix()}:{name}", size)
        for path in modules()
        for name, size in memories(ast.parse(path.read_text(encoding="utf-8")))
    ]


def memories(tree: ast.Module) -> Iterator[tuple[str, ast.expr | None]]:
    """What is remembered, with the size that is given for it; None where there is no bound."""
    inside = {id(node): name for name, nodes in _named(tree) for node in nodes}
    for node in ast.walk(tree):
        name = inside.get(id(node), "")
        if isinstance(node, ast.Call) and _called(node.func) == "lru_cache":
            sizes = [word.value for word in node.keywords if word.arg == "maxsize"]
            yield name, (sizes or node.args or [None])[0]
        elif isinstance(node, ast.FunctionDef):
            for mark in node.decorator_list:
                if _called(mark) in ("cache", "lru_cache") and not isinstance(mark, ast.Call):
                    yield node.name, None


def _named(tree: ast.Module) -> Iterator[tuple[str, list[ast.AST]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            yield node.name, [inner for mark in node.decorator_list for inner in ast.walk(mark)]


def _called(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def is_bounded(size: ast.expr | None) -> bool:
    """Whether it is a size of :mod:`mtqa.common.memory`, or a few."""
    if isinstance(size, ast.Name):
        return size.id in SIZES
    return isinstance(size, ast.Constant) and isinstance(size.value, int) and size.value <= FEW


def test_every_memory_of_a_function_is_bounded() -> None:
    unbounded = [told for told, size in everything() if not is_bounded(size) and told not in FINITE]
    assert not unbounded, "give these a size of mtqa.common.memory"


def test_the_rule_hears_what_is_wrong() -> None:
    written = """
@lru_cache(maxsize=None)
def one(text): ...
@functools.cache
def two(text): ...
@lru_cache
def three(text): ...
@lru_cache(maxsize=200_000)
def four(text): ...
@lru_cache(maxsize=WORDS)
def five(text): ...
"""
    found = {name: is_bounded(size) for name, size in memories(ast.parse(written))}
    assert found == {"one": False, "two": False, "three": False, "four": False, "five": True}


def test_every_exception_is_still_one() -> None:
    assert FINITE.keys() <= {told for told, _ in everything()}


def test_all_memories_full_fit_into_a_worker() -> None:
    """At some 300 bytes an answer; what is read from the disk takes another 130 MB."""
    sizes = [getattr(memory, size.id) for _, size in everything() if isinstance(size, ast.Name)]
    assert sum(sizes) * 300 < 450e6


def test_after_many_strange_pairs_nothing_has_grown() -> None:
    """With memories of 20 answers, in a process of its own: the second 80 pairs, each of words that
    nobody has seen before, leave behind what the first 80 left, whoever remembers it and how."""
    run = subprocess.run(
        [sys.executable, "-c", _SCRIPT],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "MTQA_QE": "off", "PYTHONHASHSEED": "1"},
    )
    assert run.returncode == 0, run.stderr
    first, second, issues = map(int, run.stdout.split())
    assert issues > 200  # the checks were at work
    # every pair has 15 new words
    assert second - first < 100, f"{second - first} things more are remembered of 80 pairs"


#: Checks the pairs and prints how many things all containers hold after the first half and after
#: the second, and how many issues there were.
_SCRIPT = """
import gc, itertools, random
import mtqa.common.memory as memory
memory.EVERY_WORD = memory.WORDS = memory.NAMES = memory.SENTENCES = 20
from mtqa import Article, Checker

chance = random.Random(1)
LATIN = ["ba", "cor", "di", "fel", "gri", "lo", "mun", "ne", "pra", "ros", "su", "ti", "vez", "zan"]
CYRILLIC = ["ба", "кор", "ди", "фел", "гри", "ло", "мун", "не", "пра", "рос", "су", "ти", "вез"]

def word(pieces=LATIN):
    return "".join(chance.choices(pieces, k=4))

def name(pieces=LATIN):
    return word(pieces).capitalize()

def pair(number):
    who, what, where = name(), word(), name()
    ro = (f"Ministrul {who} {name()} a anunțat {what} și {word()}-{word()} la {where}, {number} de "
          f"euro pentru {word()}ul {word()}. „{name()} a plecat”, a spus {name()}ului {word()}.")
    if number % 3 == 0:
        ru = " ".join(name(CYRILLIC) if n % 2 else word(CYRILLIC) for n in range(9))
        return ro, f"Министр {ru} объявил {number} евро.", "ru"
    if number % 3 == 1:
        return ro, (f"Minister {who} {name()} did not announce {what} and {word()} in {where}, "
                    f"{number + 7} euros for the {word()} {word()}. {name()} left."), "en"
    return ro, (f"Minister {who} {name()} kündigte {what} und {word()} in {where} an, {number} Euro "
                f"für {name()} {word()}. {name()} ging."), "de"

def held():
    # the collector does not list a dictionary of plain words itself, only what refers to it
    gc.collect()
    listed = gc.get_objects()
    every = {id(one): one for one in itertools.chain(listed, gc.get_referents(*listed))}
    return sum(len(one) for one in every.values() if type(one) in (dict, list, set, frozenset))

checker, issues, sizes = Checker(), 0, []
for number in range(100, 320):
    ro, source, language = pair(number)
    issues += len(checker.check(Article("a", ro, source, source_lang=language)).issues)
    if number in (159, 239, 319):
        sizes.append(held())
print(sizes[1], sizes[2], issues)
"""
