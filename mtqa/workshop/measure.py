"""``python -m mtqa.workshop.measure``: what mtqa finds, and how right each check is.

Three kinds of text, apart: annotated translations that no rule was made for (``dev``, of which only
the figures leave this module), with LanguageTool on the same segments; human translations with
their source, from eight languages; and, for the figures of single checks, the annotated
translations that the rules were written and calibrated with. The older gold, in sight for months,
is measured by its totals and named as what it is.

Needs the development data (``MTQA_DATA``) and the gold annotations beside it. The figures go into
``mtqa/judgement/measured.json``, from where ``mtqa checks``, README and site take them.
"""

from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from mtqa.checks.base import Check
from mtqa.config import RULES_ALONE
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.evaluation.intervals import intervals, kendall
from mtqa.evaluation.languagetool import languagetool
from mtqa.evaluation.spans import (
    ALL,
    GRAVE,
    Counts,
    Mark,
    SpanResult,
    evaluate_marks,
    evaluate_spans,
)
from mtqa.languages.ro import Orthography
from mtqa.model import CATEGORIES, SEVERITIES, Article
from mtqa.pipeline import Checker
from mtqa.workshop.development import ROOT, data_folder
from mtqa.workshop.unlabelled import HUMAN, Sentence

TABLE = ROOT / "mtqa" / "judgement" / "measured.json"
#: Annotated translations, from the gold folder: held out, and learnt from.
HELD_OUT = "ro-mqm/dev"
LEARNT = ("ro-mqm/train", "ro-mqm/fables")
#: Gold that was in sight while the rules were written, by the name that tables show.
OLDER = {
    "specimen": ("seed.gold.jsonl",),
    "articles": ("articles/02.gold.jsonl", "articles/07.gold.jsonl", "articles/09.gold.jsonl"),
    "mt-dev": ("mt-dev/gold.jsonl",),
}
#: The human text of which each check's alarms are counted, the Romanian alone.
_ALONE = ("mt-en-ro, references", "ntrex")
_SERIOUS = ("major", "critical")
_ROWS = (*CATEGORIES, *reversed(SEVERITIES), GRAVE, ALL)


def measure(data: Path) -> dict[str, Any]:
    """All figures."""
    # the rules; the model is measured where its thresholds are chosen (mtqa models tune)
    checker = Checker(RULES_ALONE)
    gold = data.parent / "gold"
    learnt = evaluate_spans(checker, (text for part in LEARNT for text in _texts(gold, part)))
    human = {name: _with_source(checker, found) for name, found in _translations(data).items()}
    alone, sentences = _romanian_alone(checker, data)
    against = sum((found for found, _ in human.values()), Counter[str]())
    return {
        "made by": "python -m mtqa.workshop.measure",
        "dev": _held_out(checker, list(_texts(gold, HELD_OUT))),
        "learnt": {"texts": learnt.texts, "rows": _rows(learnt)},
        "older": {name: _older(checker, gold, files) for name, files in OLDER.items()},
        "human": {"sentences": sentences, "issues": sum(alone.values())},
        "human with source": {name: figures for name, (_, figures) in human.items()},
        "checks": {
            check.name: _check(check, learnt, against if check.needs_source else alone)
            for check in checker.checks
        },
    }


def _held_out(checker: Checker, texts: list[GoldText]) -> dict[str, Any]:
    """The figures on annotated segments, LanguageTool's beside them."""
    ours = evaluate_spans(checker, texts)
    check = languagetool()
    theirs = evaluate_marks(
        lambda text: [Mark(a.start, a.end, a.rule, suggestion=a.suggestion) for a in check(text)],
        texts,
        "LanguageTool",
    )
    agreement = {
        name: [found.value, found.low, found.high] for name, (_, found) in kendall(ours).items()
    }
    return {
        "texts": ours.texts,
        "words": ours.words,
        "rows": _rows(ours),
        "languagetool": _rows(theirs),
        "kendall": agreement,
    }


def _rows(result: SpanResult) -> dict[str, Any]:
    """Counts of each row, and its shares with their intervals."""
    ranges = intervals(result.each)
    return {
        name: {
            **_counts(counts),
            **{
                figure: [round(number, 4) for number in (value.value, value.low, value.high)]
                for figure, value in ranges.get(name, {}).items()
            },
        }
        for name in _ROWS
        if (counts := result.rows.get(name)) and (counts.gold or counts.issues)
    }


def _counts(counts: Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in ("gold", "found", "right", "issues", "true")}


def _older(checker: Checker, gold: Path, files: Iterable[str]) -> dict[str, Any]:
    texts = [text for file in files for text in _texts(gold, file)]
    with_source = any(text.article.source for text in texts)
    result = evaluate_spans(checker, texts)
    return {"texts": result.texts, "with source": with_source, **_counts(result.total)}


def _texts(gold: Path, file: str) -> Iterator[GoldText]:
    yield from read_gold(gold / file, [ROOT / "seeds"] * ("seed" in file))


def _translations(data: Path) -> dict[str, list[Sentence]]:
    """Human translations with their source: NTREX by language, then the other sets."""
    found: dict[str, list[Sentence]] = defaultdict(list)
    for name, reader in HUMAN.items():
        for sentence in reader(data):
            if sentence.source and sentence.target.strip():
                found[f"{name}, {sentence.language}" if name == "ntrex" else name].append(sentence)
    return found


def _with_source(
    checker: Checker, sentences: Iterable[Sentence]
) -> tuple[Counter[str], dict[str, int]]:
    """Issues by check, and how many there were, and of weight."""
    found: Counter[str] = Counter()
    number = serious = 0
    for sentence in sentences:
        number += 1
        meta = {"aligned": True, "markers": False}
        article = Article("human", sentence.target, sentence.source, None, sentence.language, meta)
        for issue in checker.check(article).issues:
            found[issue.check] += 1
            serious += issue.severity in _SERIOUS
    return found, {"sentences": number, "issues": found.total(), "serious": serious}


def _romanian_alone(checker: Checker, data: Path) -> tuple[Counter[str], int]:
    """Issues by check in human text without its source, and the number of sentences; those typed
    without diacritics are left out."""
    lines = {s.target: None for name in _ALONE for s in HUMAN[name](data)}
    found: Counter[str] = Counter()
    number = 0
    for line in lines:
        if line.strip() and not Orthography.of(line).bare:
            number += 1
            report = checker.check(Article("human", line, meta={"markers": False}))
            found.update(issue.check for issue in report.issues)
    return found, number


def _check(check: Check, learnt: SpanResult, human: Mapping[str, int]) -> dict[str, int]:
    """Issues and true ones, gold spans it touches, gold spans of its category, false alarms."""
    row = learnt.checks.get(check.name, Counts())
    return {
        "issues": row.issues,
        "true": row.true,
        "found": row.found,
        "gold": learnt.categories[check.category].gold,
        "human": human.get(check.name, 0),
    }


def main() -> None:
    """Write the table."""
    data = data_folder()
    if not (data.is_dir() and (data.parent / "gold").is_dir()):
        sys.exit("mtqa.workshop.measure: set MTQA_DATA to the data folder, with gold beside it")
    text = json.dumps(measure(data), ensure_ascii=False, indent=1) + "\n"
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    print(TABLE)


if __name__ == "__main__":
    main()
