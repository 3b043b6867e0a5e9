"""The kinds of inputs; each input is made anew from its number."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from mtqa.workshop.soak import commands, corpora, measures
from mtqa.workshop.soak.given import Input, Made


class Kind(NamedTuple):
    """A kind of input: its trial, who makes it, and how often it comes in a round."""

    trial: str
    make: Callable[[Random], Made]
    often: int = 2


def made(kind: str, seed: int, number: int) -> Input:
    """The input of that number."""
    chance = Random(f"{seed}/{kind}/{number}")
    trial, make, _ = KINDS[kind]
    return Input(kind, number, trial, *make(chance))


#: The kinds of inputs, in the order of the table.
KINDS: dict[str, Kind] = {
    "text file": Kind("text", corpora.text_file, 6),
    "JSON Lines": Kind("records", corpora.streamed("jsonl"), 4),
    "JSON of any kind": Kind("records", corpora.odd_json, 4),
    "CSV": Kind("records", corpora.streamed("csv"), 4),
    "TSV": Kind("records", corpora.streamed("tsv"), 2),
    "TMX": Kind("records", corpora.streamed("tmx"), 4),
    "XLIFF 1.2": Kind("records", corpora.streamed("xlf"), 3),
    "XLIFF 2": Kind("records", corpora.streamed("xliff"), 3),
    "Parquet": Kind("records", corpora.parquet, 3),
    "line-parallel": Kind("records", corpora.parallel, 3),
    "folder": Kind("records", corpora.folder, 2),
    "gzip": Kind("records", corpora.compressed("gz"), 3),
    "Zstandard": Kind("records", corpora.compressed("zst"), 3),
    "feed": Kind("feed", corpora.feed, 5),
    "HTML": Kind("html", corpora.page, 3),
    "names, terms, TBX": Kind("names", corpora.glossary, 4),
    "configuration": Kind("config", corpora.config, 4),
    "baseline": Kind("run", commands.baseline, 2),
    "review import": Kind("review", commands.review, 4),
    "review database": Kind("run", commands.database, 3),
    "scored runs": Kind("run", commands.diff, 2),
    "align": Kind("run", commands.align, 2),
    "gold alignments": Kind("run", commands.beads, 2),
    "gold spans": Kind("gold", commands.gold, 2),
    "word tags": Kind("tags", commands.tags, 1),
    "check, rules": Kind("check", commands.check, 12),
    "check, source": Kind("check", commands.check_source, 8),
    "check, model": Kind("model", commands.check_source, 2),
    "mtqa check": Kind("run", commands.command, 6),
    "mtqa check --feed": Kind("run", commands.check_feed, 2),
    "mtqa score": Kind("score", commands.score, 5),
    "score --resume": Kind("resume", measures.resumed, 3),
    "human scores": Kind("run", measures.scores, 2),
    "systems": Kind("run", measures.systems, 1),
    "documents": Kind("run", measures.bitext, 1),
    "own process": Kind("process", commands.process, 1),
}


def rotation() -> tuple[str, ...]:
    """The kinds of one round, those that come often spread over it."""
    places = [
        ((turn + 0.5) / kind.often, name)
        for name, kind in KINDS.items()
        for turn in range(kind.often)
    ]
    return tuple(name for _, name in sorted(places))
