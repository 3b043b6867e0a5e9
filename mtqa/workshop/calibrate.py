"""``python -m mtqa.workshop.calibrate``: the checks' confidence, fitted on real translations.

Platt scaling with one free parameter, the intercept, in three levels: all checks, the family, the
check. Each level is drawn to the one above it by a normal prior, so that a check seen twice is
judged by its family and one seen fifty times by itself; the width of the prior is the one that
predicts issues of sources left out best (log loss in ten folds by source).

An issue on an annotated machine translation is right if it overlaps an annotated span. An issue on
a human translation is right as often as a sample of its check's alarms there was judged to be
(``judged.tsv``): many are slips of the translator. It weighs as much as annotated text is shorter
than the human text, so that both come from equally much text. Rules were written with some of this
in sight, so each family is charged with half a wrong issue that it did not raise (Krichevsky and
Trofimov 1981): what was right ten times of ten is not believed to be right always.

Fitted on ``ro-mqm/train`` and ``fables`` and on human translations; the reliability plot is of
``ro-mqm/dev``, which the fit has not seen: only its figures are read. Needs the development data
(``MTQA_DATA``) and the gold annotations beside it. Writes ``mtqa/judgement/calibration.json`` and
``reports/calibration.svg``.
"""

from __future__ import annotations

import json
import math
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from msgspec.structs import replace as changed

from mtqa.config import RULES_ALONE
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.judgement.calibration import log_odds, reload, shifted
from mtqa.judgement.fitted import intercept
from mtqa.knowledge.rows import senses
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.workshop.development import ROOT, data_folder
from mtqa.workshop.unlabelled import HUMAN, read

TABLE = ROOT / "mtqa" / "judgement" / "calibration.json"
PLOT = ROOT / "reports" / "calibration.svg"
#: Annotated machine translations from the folder beside the data: to learn from, and to look at.
GOLD = ("ro-mqm/train", "ro-mqm/fables")
HELD_OUT = "ro-mqm/dev"
#: Human translations with their sources.
TRANSLATIONS = {name: reader for name, reader in HUMAN.items() if name != "moroco"}
#: How alarms on human text were judged: a sample of each check's, without sight of the rules.
JUDGED = Path(__file__).parent / "judged.tsv"
#: Checks whose confidence is a fitted one already (mtqa.workshop.words, mtqa.workshop.clauses).
FITTED = (".strange-word", ".unsaid")
#: From this confidence of its author on an issue is more than a hint (mtqa.judgement.calibration).
_NO_HINT = 0.4
_EVERYTHING = changed(RULES_ALONE, checks=changed(RULES_ALONE.checks, min_confidence=_NO_HINT))
#: Standard deviations of the priors that are tried, in log-odds; with a wider one a single alarm
#: would decide about a check.
_WIDTHS = (0.25, 0.5, 1.0)
_FOLDS = 10


class Observation(NamedTuple):
    """One issue that a check raised.

    Attributes:
        check: its name.
        text: the text it was raised in; texts are left out as wholes.
        confidence: what the check's author gave it.
        right: whether it overlaps a gold span.
        weight: what it counts.
    """

    check: str
    text: str
    confidence: float
    right: bool
    weight: float = 1.0

    @property
    def family(self) -> str:
        """The part of the name before the dot."""
        return self.check.partition(".")[0]


def fit(observations: Iterable[Observation], width: float) -> dict[str, float]:
    """The shift of log-odds by check and by family; ``""`` is that of all.

    Args:
        observations: what was seen.
        width: standard deviation of the priors.
    """
    levels: dict[str, list[Observation]] = {"": []}
    for seen in observations:
        for name in ("", seen.family, seen.check):
            levels.setdefault(name, []).append(seen)
    for name, listed in levels.items():
        if name and "." not in name:
            mean = sum(seen.confidence for seen in listed) / len(listed)
            charged = Observation(name, "", mean, right=False, weight=0.5)
            listed.append(charged)
            levels[""].append(charged)
    shifts: dict[str, float] = {}
    for name in sorted(levels, key=lambda name: (name != "", "." in name, name)):
        above = shifts.get(name.partition(".")[0] if "." in name else "", 0.0)
        shifts[name] = _intercept(levels[name], above, width)
    return shifts


def _intercept(seen: Sequence[Observation], above: float, width: float) -> float:
    """The shift that makes what was seen most probable, given the prior."""
    odds = [(log_odds(item.confidence), item.right, item.weight) for item in seen]
    return intercept(odds, above, width)


def predict(shifts: Mapping[str, float], seen: Observation) -> float:
    """The calibrated confidence of an observation."""
    nearest = next(name for name in (seen.check, seen.family, "") if name in shifts)
    return shifted(seen.confidence, shifts[nearest])


def left_out(observations: Sequence[Observation], width: float) -> list[float]:
    """The confidence of each observation, fitted on the texts of the other folds."""
    folds = [zlib.crc32(seen.text.encode()) % _FOLDS for seen in observations]
    fitted = [
        fit((seen for seen, its in zip(observations, folds, strict=True) if its != fold), width)
        for fold in range(_FOLDS)
    ]
    return [predict(fitted[fold], seen) for seen, fold in zip(observations, folds, strict=True)]


def log_loss(observations: Sequence[Observation], predicted: Sequence[float]) -> float:
    """The mean of −log p of what happened, by weight."""
    total = sum(
        seen.weight * -math.log(p if seen.right else 1 - p)
        for seen, p in zip(observations, predicted, strict=True)
    )
    return total / sum(seen.weight for seen in observations)


def observe(data: Path) -> tuple[list[Observation], dict[str, int]]:
    """Every issue that the checks raise on gold and on human text, and how much text there was."""
    checker = Checker(_EVERYTHING, calibrated=False)
    texts = [text for part in GOLD for text in read_gold(data.parent / "gold" / part)]
    found, gold_words = on_gold(checker, texts)
    alarms, human_words = _on_human(checker, _translations(data))
    weight = gold_words / max(human_words, 1)
    counts = {"gold words": gold_words, "human words": human_words}
    return [*found, *weighed(alarms, weight, shares())], counts


def weighed(
    alarms: Iterable[Observation], weight: float, share: Mapping[str, float]
) -> Iterator[Observation]:
    """Alarms on human text, each as right as those of its check were judged to be.

    Args:
        alarms: the alarms.
        weight: what one alarm counts.
        share: check to the share judged right; ``""`` is that of all.
    """
    for alarm in alarms:
        right = share.get(alarm.check, share[""])
        yield alarm._replace(right=True, weight=weight * right)
        yield alarm._replace(right=False, weight=weight * (1 - right))


def shares(path: Path = JUDGED) -> dict[str, float]:
    """The share of alarms on human text that was judged right, by check, drawn to that of all as by
    one case; what is a matter of taste is half right."""
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    columns = header.removeprefix("# columns: ").split("\t")
    rows = [dict(zip(columns, line.split("\t"), strict=True)) for line in lines]
    counts = {
        row["check"]: [int(row[name]) for name in ("right", "taste", "wrong")] for row in rows
    }
    everything = [sum(row[place] for row in counts.values()) for place in range(3)]
    of_all = (everything[0] + everything[1] / 2) / max(sum(everything), 1)
    found = {
        check: (right + taste / 2 + of_all) / (right + taste + wrong + 1)
        for check, (right, taste, wrong) in counts.items()
    }
    return {**found, "": of_all}


def on_gold(checker: Checker, texts: Iterable[GoldText]) -> tuple[list[Observation], int]:
    """The issues on annotated segments and the number of words; each names its source as its text,
    so that translations of one source stay together. Rows that were mined from the segments say
    nothing of themselves there and are left out."""
    mined = {row.name for row in senses() if row.attested}
    found, words = [], 0
    for text in texts:
        article = replace(text.article, source_lang="en")
        report = checker.check(article)
        words += report.words
        for issue in (issue for issue in report.issues if issue.row not in mined):
            right = any(s.start < issue.end and issue.start < s.end for s in text.spans)
            origin = article.source or article.id
            found.append(Observation(issue.check, origin, issue.confidence, right))
    return found, words


def _on_human(checker: Checker, articles: Iterable[Article]) -> tuple[list[Observation], int]:
    found, words = [], 0
    for article in articles:
        report = checker.check(article)
        words += report.words
        found += [
            Observation(issue.check, article.id, issue.confidence, False) for issue in report.issues
        ]
    return found, words


def _translations(data: Path) -> Iterator[Article]:
    """Human translations with their sources, from eight languages."""
    meta = {"aligned": True, "markers": False}
    for sentence in read(data, TRANSLATIONS):
        yield Article(
            sentence.origin, sentence.target, sentence.source, None, sentence.language, meta
        )


def reliability(data: Path) -> list[tuple[float, bool, float]]:
    """Confidence as shipped, whether right, and weight of every issue on the held-out gold."""
    checker = Checker(_EVERYTHING)
    seen, _ = on_gold(checker, read_gold(data.parent / "gold" / HELD_OUT))
    return [(item.confidence, item.right, item.weight) for item in seen]


def main() -> None:
    """Write the table and the plot."""
    from mtqa.report.calibration import plot

    data = data_folder()
    if not (data.is_dir() and (data.parent / "gold").is_dir()):
        sys.exit("mtqa.workshop.calibrate: set MTQA_DATA to the data folder, with gold beside it")
    everything, counts = observe(data)
    seen = [item for item in everything if not item.check.endswith(FITTED)]
    own = {item.check for item in everything} - {item.check for item in seen}
    losses = {width: log_loss(seen, left_out(seen, width)) for width in _WIDTHS}
    width = min(losses, key=lambda width: losses[width])
    given = [shifted(item.confidence, 0) for item in seen]
    made: dict[str, Any] = {
        "made by": "python -m mtqa.workshop.calibrate",
        "data": {
            "gold": list(GOLD),
            "human": list(TRANSLATIONS),
            **counts,
            "issues on gold": sum(item.weight == 1 for item in seen),
            "right": sum(item.right for item in seen if item.weight == 1),
            "issues on human text": sum(item.weight != 1 for item in seen) // 2,
        },
        "log loss": {
            "as the authors guessed": round(log_loss(seen, given), 4),
            "calibrated, on texts left out": round(losses[width], 4),
        },
        "width": width,
        "shift": {
            **{name: round(value, 3) for name, value in fit(seen, width).items() if name},
            **dict.fromkeys(sorted(own), 0.0),
        },
    }
    TABLE.write_text(json.dumps(made, ensure_ascii=False, indent=1) + "\n", encoding="utf-8",
                     newline="\n")  # fmt: skip
    reload()
    held_out = reliability(data)
    curves = {
        "on sources left out": list(
            zip(
                left_out(seen, width),
                [item.right for item in seen],
                [item.weight for item in seen],
                strict=True,
            )
        ),
        "on dev": held_out,
    }
    PLOT.write_text(plot(curves), encoding="utf-8", newline="\n")
    for path in (TABLE, PLOT):
        print(path)


if __name__ == "__main__":
    main()
