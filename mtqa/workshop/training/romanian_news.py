"""Romanian as journalists write it, to learn that it is right: sentences of news, with no source.

RONEC (Dumitrescu and Avram 2020, MIT) and the development part of the RRT treebank (Barbu Mititelu
et al. 2016, CC BY-SA 4.0); not the treebank's test part, which sentence splitting is tested on.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

#: Code points of a sentence, least and most.
_LENGTH = 30, 400


def read(folder: Path) -> list[str]:
    """The sentences of ``ronec/`` and ``ud-ro-rrt/`` in a folder, each once; none without them."""
    lines = [*_annotated(folder / "ronec" / "v1" / "brat"), *_ronec(folder / "ronec" / "v2")]
    lines += _treebank(folder / "ud-ro-rrt" / "ro_rrt-ud-dev.conllu")
    low, high = _LENGTH
    return [line for line in dict.fromkeys(lines) if low < len(line) < high]


def _annotated(folder: Path) -> Iterator[str]:
    for path in sorted(folder.glob("*/data.txt")):
        yield from (line.strip() for line in path.read_text(encoding="utf-8").splitlines())


def _ronec(folder: Path) -> Iterator[str]:
    for name in ("valid", "test"):
        path = folder / f"{name}.json"
        if not path.is_file():
            continue
        for row in json.loads(path.read_text(encoding="utf-8")):
            spaces = (" " if space else "" for space in row["space_after"])
            yield "".join(
                token + space for token, space in zip(row["tokens"], spaces, strict=True)
            ).strip()


def _treebank(path: Path) -> Iterator[str]:
    if path.is_file():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# text = "):
                yield line.removeprefix("# text = ").strip()
