"""``python -m mtqa.workshop.firing``: in how many different sources each check and row speaks.

Everything that the checks raise, shown or not, is counted on unlabelled machine translations and on
human text (:mod:`mtqa.workshop.unlabelled`); learned metrics are left out. A row that speaks on one
source only, or on human text alone, is a row for an example. The counts go into
``mtqa/knowledge/data/firing.tsv``, which `mtqa checks` shows.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from functools import lru_cache
from hashlib import blake2b
from itertools import islice
from pathlib import Path

from mtqa.checks.built_in import BUILT_IN
from mtqa.errors import InputError, MtqaError
from mtqa.knowledge.firing import FIRING, HEADER, Fired
from mtqa.knowledge.rows import senses
from mtqa.model import Article, Issue
from mtqa.pipeline import Checker
from mtqa.workshop.development import data_folder
from mtqa.workshop.unlabelled import HUMAN, MACHINE, Sentence, read

#: Check and row (``""``: the check as a whole) to the sources on which it speaks, each as a number.
Heard = dict[tuple[str, str], set[int]]

_CHUNK = 500
#: Checks that only pass on what a learned metric or a language model says.
_LEARNED = ("qe", "comet", "llm")


def main(arguments: list[str] | None = None) -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(prog="python -m mtqa.workshop.firing", description=__doc__)
    parser.add_argument("--jobs", type=int, default=1, help="processes (default 1)")
    parser.add_argument("--out", type=Path, default=FIRING, help="the table to write")
    options = parser.parse_args(arguments)
    try:
        _measure(data_folder(), options.jobs, options.out)
    except MtqaError as problem:
        print(f"mtqa.workshop.firing: {problem}", file=sys.stderr)
        raise SystemExit(2) from None


def _measure(data: Path, jobs: int, out: Path) -> None:
    if not data.is_dir():
        raise InputError(str(data), "is no folder", "set MTQA_DATA to the development data")
    counts: list[tuple[int, Heard]] = []
    for readers in (MACHINE, HUMAN):
        sentences = list(read(data, readers))
        counts.append((len(sentences), heard(sentences, jobs)))
    (translations, machine), (written, human) = counts
    remark = (
        f"Different sources in {translations:,} machine translations and {written:,} human texts."
    )
    out.write_text(table(machine, human, remark), encoding="utf-8")
    print(f"{out}: {remark}")


def heard(sentences: Iterable[Sentence], jobs: int = 1) -> Heard:
    """Who speaks on which sources."""
    chunks = _chunks(sentences)
    if jobs < 2:
        return joined(map(speaking, chunks))
    with ProcessPoolExecutor(jobs) as pool:
        return joined(pool.map(speaking, chunks))


def speaking(sentences: Iterable[Sentence]) -> Heard:
    """Who speaks on the sources of some sentences."""
    found: Heard = {}
    for number, sentence in enumerate(sentences):
        article = Article(
            str(number), sentence.target, sentence.source, source_lang=sentence.language,
            meta={"markers": False, "aligned": True},
        )  # fmt: skip
        origin = int.from_bytes(blake2b(sentence.origin.encode(), digest_size=8).digest(), "big")
        for issue in _issues(article):
            for key in {(issue.check, ""), (issue.check, issue.row)}:
                found.setdefault(key, set()).add(origin)
    return found


def _issues(article: Article) -> Iterator[Issue]:
    """What is raised, what arbitration ranked below another issue as well."""
    for issue in _checker().check(article).issues:
        yield issue
        yield from issue.related


@lru_cache(maxsize=1)
def _checker() -> Checker:
    from mtqa.config import Checks, Config, Metrics

    own = tuple(check.name for check in BUILT_IN)
    config = Config(checks=Checks(select=own, min_confidence=0.0), metrics=Metrics(qe="off"))
    return Checker(config, force=True, calibrated=False)


def joined(parts: Iterable[Heard]) -> Heard:
    """The sources of several parts together."""
    whole: Heard = {}
    for part in parts:
        for key, origins in part.items():
            whole.setdefault(key, set()).update(origins)
    return whole


def table(machine: Heard, human: Heard, remark: str) -> str:
    """The text of ``firing.tsv``: every check and every row, those that never spoke too."""
    counted = [check for check in BUILT_IN if check.name.split(".")[0] not in _LEARNED]
    if not _checker().parses:  # what did not run has not been silent
        counted = [check for check in counted if not check.needs_parser]
        remark += " Checks on the tree are not counted."
    known = {(check.name, "") for check in counted}
    known |= {(row.check, row.name) for row in senses()} | machine.keys() | human.keys()
    counts: Mapping[tuple[str, str], Fired] = {
        key: Fired(len(machine.get(key, ())), len(human.get(key, ()))) for key in known
    }
    lines = [HEADER, f"# {remark} Made by python -m mtqa.workshop.firing."]
    lines += ["\t".join([*key, *map(str, count)]) for key, count in sorted(counts.items())]
    return "\n".join(lines) + "\n"


def _chunks(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    rest = iter(sentences)
    while chunk := list(islice(rest, _CHUNK)):
        yield chunk


if __name__ == "__main__":
    main()
