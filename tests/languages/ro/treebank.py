"""Read a Universal Dependencies file as plain documents with gold sentence and token spans."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

Spans = list[tuple[int, int]]


class Gold(NamedTuple):
    """One document: its text, its sentences and its tokens."""

    text: str
    sentences: Spans
    tokens: Spans


def read(path: Path) -> list[Gold]:
    """The documents of a CoNLL-U file, sentences joined by a space."""
    documents: list[Gold] = []
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        lines = block.split("\n")
        text = next(line[9:] for line in lines if line.startswith("# text = "))
        if not documents or any(line.startswith("# newdoc") for line in lines):
            documents.append(Gold("", [], []))
        last = documents[-1]
        start = len(last.text) + bool(last.text)
        joined = f"{last.text} {text}" if last.text else text
        documents[-1] = Gold(joined, [*last.sentences, (start, len(joined))], last.tokens)
        for form in _forms(lines):
            at = joined.index(form, start)
            last.tokens.append((at, at + len(form)))
            start = at + len(form)
    return documents


def _forms(lines: Iterable[str]) -> Iterable[str]:
    covered: set[str] = set()
    for line in lines:
        number, _, rest = line.partition("\t")
        if not rest or line.startswith("#") or "." in number or number in covered:
            continue
        if "-" in number:
            first, last = number.split("-")
            covered.update(map(str, range(int(first), int(last) + 1)))
        yield rest.partition("\t")[0]


def f1(gold: list[Spans], found: list[Spans]) -> float:
    """F1 of exact spans over all documents."""
    hits = sum(len(set(one) & set(other)) for one, other in zip(gold, found, strict=True))
    return 2 * hits / (sum(map(len, gold)) + sum(map(len, found)))
