"""``python -m mtqa.workshop.profiles``: what each profile finds, and how often each rings.

Recall and precision on annotated machine translations that no rule was made for, and issues on
human translations, with their source and on the Romanian alone. Nobody reads what was missed there:
the figures are all that leaves this module.

Needs the development data (``MTQA_DATA``) and the gold annotations beside it. Writes
``mtqa/judgement/profiles.json``, from where the site takes its table.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace as changed

from mtqa.config import RULES_ALONE, Config
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.judgement.profiles import THRESHOLDS
from mtqa.model import Article, Profile
from mtqa.pipeline import Checker
from mtqa.scorers.qe.location import manifest
from mtqa.workshop.development import ROOT, data_folder
from mtqa.workshop.perturbations.bitext import read_pairs
from mtqa.workshop.training.dataset import unseen

TABLE = Path(__file__).parent.parent / "judgement" / "profiles.json"
#: The gold, from the folder beside the data, and the language of its sources.
GOLD = ("ro-mqm/dev/gold.jsonl", "en")
#: Human translations whose lines correspond to those of the source, from the data folder.
REFERENCES = ("mt-en-ro/flores-dev", "mt-en-ro/flores-test", "mt-en-ro/newstest2016-tail")
_SAMPLES = 1000
_SERIOUS = ("major", "critical")


class Found(NamedTuple):
    """What was found in one segment: gold spans, those found, issues, those that are right."""

    gold: int
    found: int
    issues: int
    true: int


def measure(data: Path) -> dict[str, Any]:
    """The figures of every profile."""
    file, language = GOLD
    texts = [_Text.of(text, language) for text in read_gold(data.parent / "gold" / file)]
    human = list(translations(data))
    return {
        "made by": "python -m mtqa.workshop.profiles",
        "gold": {"file": file, "segments": len(texts)},
        "human": {"files": [f"{name}.ro" for name in REFERENCES] + ["ntrex/ron.txt"]},
        "profiles": {profile: _profile(profile, texts, human) for profile in THRESHOLDS},
        "with the model": _with_model(texts, data),
    }


def _with_model(texts: Sequence[_Text], data: Path) -> dict[str, Any]:
    """The same with ``mtqa-qe-ro`` and the judge, on human documents that it did not learn from."""
    folder = ROOT / "models" / "mtqa-qe-ro" / "mtqa_qe_ro"
    human = [
        (Article(pair.id, "\n".join(pair.target), "\n".join(pair.source), source_lang="en",
                 meta={"aligned": True}), len(pair.target))
        for pair in unseen(data / "ntrex", "eng")
    ]  # fmt: skip
    metrics = changed(Config().metrics, qe=str(folder))
    made: dict[str, Any] = {"version": manifest(folder)["version"]}
    for profile in THRESHOLDS:
        checker = Checker(changed(Config(), profile=profile, metrics=metrics))
        made[profile] = {"gold": _gold(checker, texts), "with source": _alarms(checker, human)}
    return made


class _Text(NamedTuple):
    article: Article
    spans: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, text: GoldText, language: str) -> _Text:
        article = replace(text.article, source_lang=language)
        return cls(article, [(span.start, span.end) for span in text.spans])


def translations(data: Path) -> Iterator[tuple[Article, int]]:
    """Human translations from English with their source, and how many lines each has."""
    meta = {"aligned": True}
    for name in REFERENCES:
        lines = (_lines(data / f"{name}.{side}") for side in ("en", "ro"))
        for number, (source, target) in enumerate(zip(*lines, strict=True)):
            yield Article(f"{name}:{number}", target, source, source_lang="en", meta=meta), 1
    for pair in read_pairs(data / "ntrex", "eng"):
        source, target = "\n".join(pair.source), "\n".join(pair.target)
        yield Article(pair.id, target, source, source_lang="en", meta=meta), len(pair.target)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").rstrip("\n").split("\n")


def _profile(
    profile: Profile, texts: Sequence[_Text], human: Sequence[tuple[Article, int]]
) -> dict[str, Any]:
    checker = Checker(changed(RULES_ALONE, profile=profile))
    return {
        "threshold": THRESHOLDS[profile],
        "gold": _gold(checker, texts),
        "with source": _alarms(checker, human),
        "Romanian alone": _alarms(
            checker, ((replace(article, source=None), lines) for article, lines in human)
        ),
    }


def _gold(checker: Checker, texts: Sequence[_Text]) -> dict[str, Any]:
    """What a checker finds in annotated segments, with intervals."""
    seen = [_held_against(checker, text) for text in texts]
    total = Found(*map(sum, zip(*seen, strict=True)))
    return {
        **total._asdict(),
        "recall": interval(seen, lambda some: _share(some.found, some.gold)),
        "precision": interval(seen, lambda some: _share(some.true, some.issues)),
    }


def _held_against(checker: Checker, text: _Text) -> Found:
    """The issues of a segment against its gold, by overlap."""
    places = [(issue.start, issue.end) for issue in checker.check(text.article).issues]

    def touched(some: Iterable[tuple[int, int]], others: Sequence[tuple[int, int]]) -> int:
        return sum(any(a < d and c < b for c, d in others) for a, b in some)

    return Found(
        len(text.spans), touched(text.spans, places), len(places), touched(places, text.spans)
    )


def _alarms(checker: Checker, human: Iterable[tuple[Article, int]]) -> dict[str, int]:
    """Sentences, issues in them, and how many of those are of severity major or worse."""
    sentences = issues = serious = 0
    for article, lines in human:
        found = checker.check(article).issues
        sentences += lines
        issues += len(found)
        serious += sum(issue.severity in _SERIOUS for issue in found)
    return {"sentences": sentences, "issues": issues, "serious": serious}


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def interval(
    seen: Sequence[Found], figure: Callable[[Found], float], *, seed: int = 2026
) -> list[float]:
    """A figure of all segments with its 95 % interval, by bootstrap over segments.

    Args:
        seen: what was found, segment by segment; at least one.
        figure: the figure, of counts summed up.
        seed: of the draws.
    """
    import numpy

    counts = numpy.asarray(seen)
    drawn = numpy.random.default_rng(seed).integers(0, len(seen), (_SAMPLES, len(seen)))
    values = [figure(Found(*map(int, counts[some].sum(axis=0)))) for some in drawn]
    low, high = numpy.percentile(values, [2.5, 97.5])
    whole = figure(Found(*map(int, counts.sum(axis=0))))
    return [round(float(value), 3) for value in (whole, low, high)]


def main() -> None:
    """Write the table."""
    data = data_folder()
    if not (data.is_dir() and (data.parent / "gold" / GOLD[0]).is_file()):
        sys.exit("mtqa.workshop.profiles: set MTQA_DATA to the data folder, with gold beside it")
    text = json.dumps(measure(data), ensure_ascii=False, indent=1) + "\n"
    TABLE.write_text(text, encoding="utf-8", newline="\n")
    print(TABLE)


if __name__ == "__main__":
    main()
