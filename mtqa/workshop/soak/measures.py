"""Interrupted runs and the files that ``evaluate`` reads, damaged."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from random import Random

from mtqa.workshop.soak import files
from mtqa.workshop.soak.corpora import some_rows, whole
from mtqa.workshop.soak.damage import bitten, damaged
from mtqa.workshop.soak.given import Made

_CORPUS = "in.jsonl"
_LANGUAGES = ("eng", "deu", "fra", "rus", "ukr", "hun", "spa", "ita")


@lru_cache(maxsize=1)
def _run() -> dict[str, bytes]:
    """A corpus, and all that a run on it has left."""
    from tempfile import TemporaryDirectory

    from mtqa.config import RULES_ALONE
    from mtqa.corpus.command import Request, run
    from mtqa.readers.inputs import Inputs

    with TemporaryDirectory() as folder:
        path = Path(folder, _CORPUS)
        path.write_bytes(whole(files.corpus("jsonl", files.records(files.sentences()[:6]))))
        inputs = Inputs((str(path),))
        run(Request(inputs, RULES_ALONE, f"{folder}/o", chunk=2, force=True, quiet=True))
        held = (file for file in sorted(Path(folder).rglob("*")) if file.is_file())
        return {file.relative_to(folder).as_posix(): file.read_bytes() for file in held}


def resumed(chance: Random) -> Made:
    """A scoring run of which a file is damaged or gone, to be gone on with."""
    held = dict(_run())
    hit = chance.choice([name for name in held if name != _CORPUS])
    if chance.random() < 0.2:
        del held[hit]
    else:
        held[hit] = damaged(held[hit], chance)
    if chance.random() < 0.5:  # a chunk is not done yet
        held.pop(chance.choice([name for name in held if "/done/" in name] or [""]), None)
    words = ["score", _CORPUS, "--out", "o", "--qe", "off", "--force", "-q", "--chunk", "2"]
    words.append("--overwrite" if chance.random() < 0.2 else "--resume")
    kept = () if "/articles/" in hit else tuple(f"n{number}" for number in range(6))
    return Made(held, tuple(words), kept)


def scores(chance: Random) -> Made:
    """A table of human scores and those of a metric."""
    rows = [
        {**row, "human": str(chance.random()), "x": str(number)}
        for number, row in enumerate(some_rows(chance))
    ]
    form = chance.choice(("tsv", "csv", "jsonl", "parquet"))
    if form == "parquet":
        numbers = [{**row, "human": float(row["human"]), "x": float(row["x"])} for row in rows]
        data = bitten(files.parquet(numbers), chance)
    elif form == "jsonl":
        numbers = [{**row, "human": float(row["human"]), "x": float(row["x"])} for row in rows]
        data = damaged("".join(json.dumps(row) + "\n" for row in numbers).encode(), chance)
    else:
        data = damaged(whole(files.corpus(form, rows)), chance)
    name = f"scores.{form}"
    more = chance.choice((("--metric", "length"), ("--metric", "mtqa"), ()))
    words = ("evaluate", "metrics", name, "--score", "x", "--qe", "off", *more)
    return Made({name: data}, (*words, *chance.choice(((), ("--json",)))))


def systems(chance: Random) -> Made:
    """Two systems line by line, their source and the documents."""
    rows = some_rows(chance)
    lines = {
        "a.ro": [row["target"] for row in rows],
        "b.ro": [row["target"].lower() for row in rows],
        "src": [row["source"] for row in rows],
        "doc": [chance.choice("xyz") for _ in rows],
    }
    texts = {
        name: "".join(f"{' '.join(t.split())}\n" for t in held) for name, held in lines.items()
    }
    hit = chance.choice(sorted(texts))
    held = {
        name: damaged(text.encode(), chance) if name == hit else text.encode()
        for name, text in texts.items()
    }
    words = ("evaluate", "system", "A=a.ro", "b.ro", "--source", "src", "--documents", "doc")
    form = chance.choice(("table", "html", "latex", "json"))
    return Made(held, (*words, "--metric", "length", "--qe", "off", "--format", form))


def bitext(chance: Random) -> Made:
    """A folder of translated documents, one file a language."""
    rows = some_rows(chance)
    texts = {
        "documents.tsv": "".join(f"doc{number // 2}\n" for number, _ in enumerate(rows)),
        "ron.txt": "".join(f"{' '.join(row['target'].split())}\n" for row in rows),
    }
    source = "".join(f"{' '.join(row['source'].split())}\n" for row in rows)
    texts |= {f"{code}.txt": source for code in _LANGUAGES}
    hit = chance.choice(sorted(texts))
    held = {
        f"c/{name}": damaged(text.encode(), chance) if name == hit else text.encode()
        for name, text in texts.items()
    }
    return Made(held, ("evaluate", chance.choice(("names", "marks")), "c"))
