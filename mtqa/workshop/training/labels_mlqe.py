"""Labels from MLQE-PE (Fomicheva et al. 2022), Romanian to English, read both ways.

A Romanian sentence of Wikipedia, its English machine translation, three human judgements of it
(``z_mean``: in standard deviations of each annotator), its post-edit, and word tags from that.
Turned round the pair is English and Romanian with the same judgement: how far one says what the
other says does not depend on the direction.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from mtqa.workshop.training.examples import Example, Mark


@dataclass(frozen=True, slots=True)
class Judged:
    """A row: the texts, their judgements (standardised, and from 0 to 100), and their marks."""

    romanian: str
    english: str
    post_edit: str
    score: float
    mean: float
    romanian_bad: tuple[Mark, ...]
    english_bad: tuple[Mark, ...]


def read(folder: Path, part: str) -> list[Judged]:
    """The rows of ``train``, ``dev`` or ``test20``."""

    def lines(suffix: str) -> list[str]:
        return (folder / f"{part}.{suffix}").read_text(encoding="utf-8").splitlines()

    with (folder / f"{part}.da.tsv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    judged = []
    for row, src, mt, tags, source_tags, edited in zip(
        rows,
        lines("src"),
        lines("mt"),
        lines("tags"),
        lines("source_tags"),
        lines("pe"),
        strict=True,
    ):
        english, romanian = row["translation"], row["original"]
        judged.append(
            Judged(
                romanian,
                english,
                detokenized(edited),
                float(row["z_mean"]),
                float(row["mean"]),
                placed(romanian, src.split(), source_tags.split()),
                # tags alternate: the gap before the first word, the word, the gap behind it …
                placed(english, mt.split(), tags.split()[1::2]),
            )
        )
    return judged


def placed(text: str, words: Sequence[str], tags: Sequence[str]) -> tuple[Mark, ...]:
    """The words tagged BAD, where they stand in the running text."""
    marks, at = [], 0
    for word, tag in zip(words, tags, strict=True):
        found = text.find(word, at)
        if found < 0:  # the tokenizer wrote a quotation mark or a dash otherwise
            continue
        at = found + len(word)
        if tag == "BAD":
            marks.append((found, at, 1.0))
    return tuple(marks)


def detokenized(line: str) -> str:
    """Tokens as running text."""
    for before, after in (
        (" , ", ", "), (" . ", ". "), (" ; ", "; "), (" : ", ": "), (" ( ", " ("), (" ) ", ") "),
        (" n't", "n't"), (" 's", "'s"), (" ' ", "' "), (" - ", "-"),
    ):  # fmt: skip
        line = line.replace(before, after)
    for mark in ".,;:!?)":
        line = line.removesuffix(f" {mark}") + (mark if line.endswith(f" {mark}") else "")
    return line


def forward(rows: Sequence[Judged]) -> Iterator[Example]:
    """Romanian source, English target: as judged."""
    for row in rows:
        yield Example(
            row.english,
            row.romanian,
            row.score,
            bad=row.english_bad,
            origin="mlqe ro-en",
        )


def backward(rows: Sequence[Judged]) -> Iterator[Example]:
    """English source, Romanian target: what is wrong is the source, marks are weak."""
    for row in rows:
        yield Example(
            row.romanian,
            row.english,
            row.score,
            score_weight=0.7,
            bad=tuple((a, b, 0.7) for a, b, _ in row.romanian_bad),
            bad_weight=0.4,
            origin="mlqe en-ro",
        )


def edited(rows: Sequence[Judged]) -> Iterator[Example]:
    """English post-edit as source, Romanian as target: nothing is wrong."""
    for row in rows:
        yield Example(
            row.romanian,
            row.post_edit,
            0.9,
            score_weight=0.3,
            bad=(),
            garbled=(),
            omitted=(),
            origin="mlqe post-edit",
        )
