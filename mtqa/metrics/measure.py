"""``python -m mtqa.metrics.measure``: how right each check is, on gold and on human-written news.

Checks that need no source are measured without one; those that do, with it: on the annotated pairs
and on the human translations of NTREX from six languages.

Needs the development data (``MTQA_DATA``) and the gold annotations beside it. The figures go into
``mtqa/checks/measured.json``, from where ``mtqa checks`` and the README take them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mtqa.checks.base import Check
from mtqa.config import RULES_ALONE
from mtqa.development import ROOT, data_folder
from mtqa.metrics.bitext import read_pairs
from mtqa.metrics.gold import GoldText, read_gold
from mtqa.metrics.spans import Counts, SpanResult, evaluate_spans
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.romanian import Orthography

TABLE = Path(__file__).parent.parent / "checks" / "measured.json"
#: Gold files under the folder beside the data, by the name that tables show.
GOLD = {
    "specimen": ("seed.gold.jsonl",),
    "articles": ("articles/02.gold.jsonl", "articles/07.gold.jsonl", "articles/09.gold.jsonl"),
    "mt-dev": ("mt-dev/gold.jsonl",),
}
HUMAN = (
    "ntrex/ron.txt",
    "mt-en-ro/newstest2016-tail.ro",
    "mt-en-ro/flores-dev.ro",
    "mt-en-ro/flores-test.ro",
)


#: Human translations with their sources: NTREX languages, then line-parallel files.
BITEXTS = {"eng": "en", "deu": "de", "fra": "fr", "rus": "ru", "ukr": "uk", "hun": "hu"}
_SERIOUS = ("major", "critical")


def measure(data: Path) -> dict[str, Any]:
    """The figures of every check: what the Romanian alone shows, and what the source adds."""
    # the rules; the model is measured where its thresholds are chosen (mtqa models tune)
    checker = Checker(RULES_ALONE)
    gold = data.parent / "gold"
    alone, paired = (
        {name: evaluate_spans(checker, _texts(gold, files), with_source=source)
         for name, files in GOLD.items() if not (source and name == "specimen")}
        for source in (False, True)
    )  # fmt: skip
    human, sentences = _human(checker, data)
    bitexts = {name: _bitext(checker, data, name) for name in BITEXTS}
    against = sum((found for found, _, _ in bitexts.values()), Counter[str]())
    return {
        "gold": {name: _summary(result) for name, result in alone.items()},
        "gold with source": {name: _summary(result) for name, result in paired.items()},
        "human": {"sentences": sentences, "issues": sum(human.values()), "files": list(HUMAN)},
        "human with source": {
            name: {"sentences": lines, "issues": sum(found.values()), "serious": serious}
            for name, (found, serious, lines) in bitexts.items()
        },
        "checks": {
            check.name: _check(check, paired, against)
            if check.needs_source
            else _check(check, alone, human)
            for check in checker.checks
        },
    }


def _bitext(checker: Checker, data: Path, language: str) -> tuple[Counter[str], int, int]:
    """Issues by check in human translations, those of weight, and the number of lines."""
    found: Counter[str] = Counter()
    serious = lines = 0
    for pair in read_pairs(data / "ntrex", language):
        lines += len(pair.target)
        target, source = "\n".join(pair.target), "\n".join(pair.source)
        meta = {"aligned": True}
        article = Article(pair.id, target, source, source_lang=pair.language, meta=meta)
        for issue in checker.check(article).issues:
            found[issue.check] += 1
            serious += issue.severity in _SERIOUS
    return found, serious, lines


def _texts(gold: Path, files: tuple[str, ...]) -> list[GoldText]:
    return [text for file in files for text in gold_texts(gold, file)]


def gold_texts(gold: Path, file: str) -> list[GoldText]:
    """The annotated texts of one of the files of :data:`GOLD`."""
    return read_gold(gold / file, [ROOT / "seeds"] * ("seed" in file))


def _summary(result: SpanResult) -> dict[str, Any]:
    return {
        "texts": result.texts,
        "total": _counts(result.total),
        "categories": {
            name: _counts(counts) for name, counts in result.categories.items() if counts.gold
        },
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "gold": counts.gold,
        "found": counts.found,
        "issues": counts.issues,
        "true": counts.true,
    }


def _check(check: Check, results: dict[str, SpanResult], human: Counter[str]) -> dict[str, int]:
    """Issues and true ones, gold spans it touches, gold spans of its category, false alarms."""
    rows = [result.checks[check.name] for result in results.values() if check.name in result.checks]
    return {
        "issues": sum(row.issues for row in rows),
        "true": sum(row.true for row in rows),
        "found": sum(row.found for row in rows),
        "gold": sum(result.categories[check.category].gold for result in results.values()),
        "human": human[check.name],
    }


def _human(checker: Checker, data: Path) -> tuple[Counter[str], int]:
    """Issues by check in human-written news, each line an article, and the number of lines.

    Lines typed without diacritics are left out.
    """
    found: Counter[str] = Counter()
    number = 0
    for line in human_lines(data):
        number += 1
        found.update(issue.check for issue in checker.check(Article("human", line)).issues)
    return found, number


def human_lines(data: Path) -> Iterator[str]:
    """Human-written sentences with diacritics."""
    for name in HUMAN:
        for line in (data / name).read_text(encoding="utf-8").splitlines():
            if line and not Orthography.of(line).bare:
                yield line


def main() -> None:
    """Write the table."""
    data = data_folder()
    if not (data.is_dir() and (data.parent / "gold").is_dir()):
        sys.exit("mtqa.metrics.measure: set MTQA_DATA to the data folder, with gold beside it")
    text = json.dumps(measure(data), ensure_ascii=False, indent=1) + "\n"
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    print(TABLE)


if __name__ == "__main__":
    main()
