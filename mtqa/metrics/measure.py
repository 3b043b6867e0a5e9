"""``python -m mtqa.metrics.measure``: how right each check is, on gold and on human-written news.

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

from mtqa.development import ROOT, data_folder
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


def measure(data: Path) -> dict[str, Any]:
    """The figures of every check, without a source: what the Romanian alone shows."""
    checker = Checker()
    results = {
        name: evaluate_spans(checker, _texts(data.parent / "gold", files), with_source=False)
        for name, files in GOLD.items()
    }
    human, sentences = _human(checker, data)
    return {
        "gold": {name: _summary(result) for name, result in results.items()},
        "human": {"sentences": sentences, "issues": sum(human.values()), "files": list(HUMAN)},
        "checks": {check.name: _check(check.name, results, human) for check in checker.checks},
    }


def _texts(gold: Path, files: tuple[str, ...]) -> list[GoldText]:
    return [
        text
        for file in files
        for text in read_gold(gold / file, [ROOT / "seeds"] * ("seed" in file))
    ]


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


def _check(name: str, results: dict[str, SpanResult], human: Counter[str]) -> dict[str, int]:
    rows = [result.checks[name] for result in results.values() if name in result.checks]
    return {
        "issues": sum(row.issues for row in rows),
        "true": sum(row.true for row in rows),
        "human": human[name],
    }


def _human(checker: Checker, data: Path) -> tuple[Counter[str], int]:
    """Issues by check in human-written news, each line an article, and the number of lines.

    Lines typed without diacritics are left out.
    """
    found: Counter[str] = Counter()
    number = 0
    for line in _lines(data):
        number += 1
        found.update(issue.check for issue in checker.check(Article("human", line)).issues)
    return found, number


def _lines(data: Path) -> Iterator[str]:
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
