"""``python -m mtqa.workshop.judge``: the judge, trained on annotated translations and human ones.

Gradient boosting (LightGBM) on what the witnesses say of each issue, begun at the check's
calibrated confidence, so that the trees learn only what the others add. An issue on an annotated
translation is right if it overlaps an annotated span; one of a rule on a human translation is as
right as a sample of its check's alarms was judged to be (``judged.tsv``), a mark of the tagger
there is wrong.

The tagger must not have learnt from the segments that the judge learns from: on them it would be
surer than it is on others. So a tagger trained without a part of the sources speaks here (``mtqa
models train --hold-out 0/3``), and the judge learns from that part alone.

Needs the development data (``MTQA_DATA``) and the gold beside it. Writes
``mtqa/judgement/judge.json``; prints recall and precision on sources left out, by fivefold
cross-validation, for the thresholds of the profiles.
"""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

import click
import numpy as np
from msgspec.structs import replace as changed
from numpy.typing import NDArray

from mtqa.config import Config
from mtqa.errors import MissingExtra
from mtqa.evaluation.gold import GoldText, read_gold
from mtqa.judgement.judge import FEATURES, NAMES, TAGGER, Features, features, reload
from mtqa.judgement.profiles import THRESHOLDS
from mtqa.model import Article
from mtqa.pipeline import Checker
from mtqa.workshop.calibrate import GOLD, shares
from mtqa.workshop.development import ROOT, data_folder
from mtqa.workshop.profiles import translations
from mtqa.workshop.training.labels_mqm import left_out

TABLE = ROOT / "mtqa" / "judgement" / "judge.json"
_FOLDS = 5
_TREES, _LEAVES, _RATE = 100, 6, 0.06
#: What an issue counts, by the text it is on; alone: shown without its source.
_COUNTS = {"annotated": 1.0, "annotated, alone": 1.0, "human": 0.3, "human, alone": 0.3}


class Seen(NamedTuple):
    """An issue that the judge may hear of.

    Attributes:
        source: the text's source, or its name; texts are left out by it.
        kind: of text, of :data:`_COUNTS`.
        check: who raised it.
        heard: what the judge hears.
        right: how right it is, 0 to 1.
        spans: the gold spans it overlaps, by number.
    """

    source: str
    kind: str
    check: str
    heard: Features
    right: float
    spans: tuple[int, ...] = ()

    @property
    def weight(self) -> float:
        """What it counts."""
        return _COUNTS[self.kind]


def observe(checker: Checker, texts: Iterable[GoldText], first: int = 0) -> tuple[list[Seen], int]:
    """Every issue on annotated segments that the judge may hear, and how many gold spans there are.

    Args:
        checker: with the tagger.
        texts: the segments.
        first: the number of the first gold span.
    """
    seen: list[Seen] = []
    for text in texts:
        article = replace(text.article, source_lang="en")
        issues, words, hints = checker.witnesses(article)
        numbers = range(first, first + len(text.spans))
        first += len(text.spans)
        if not (issues and words):
            continue
        for issue, heard in zip(issues, features(issues, words, hints), strict=True):
            hit = tuple(
                number
                for number, span in zip(numbers, text.spans, strict=True)
                if span.start < issue.end and issue.start < span.end
            )
            if heard is not None:
                origin = article.source or article.id
                seen.append(Seen(origin, "annotated", issue.check, heard, float(bool(hit)), hit))
    return seen, first


def on_human(checker: Checker, articles: Iterable[tuple[Article, int]]) -> Iterator[Seen]:
    """Every issue on human translations, as right as its check's alarms there were judged to be."""
    share = shares()
    for article, _ in articles:
        issues, words, hints = checker.witnesses(article)
        if not (issues and words):
            continue
        for issue, heard in zip(issues, features(issues, words, hints), strict=True):
            if heard is not None:
                right = 0.0 if issue.check == TAGGER else share.get(issue.check, share[""])
                yield Seen(article.id, "human", issue.check, heard, right)


def fit(seen: Sequence[Seen]) -> tuple[Any, float]:
    """The trees, and the log-odds that the tagger's own marks begin with."""
    try:
        import lightgbm
    except ImportError:
        raise MissingExtra("lightgbm", "train") from None
    heard, right, weight = _columns(seen)
    tagger = heard[:, NAMES.index("is tagger")] > 0
    rate = np.average(right[tagger], weights=weight[tagger]) if tagger.any() else 0.5
    prior = float(np.log(rate / (1 - rate)))
    # soft labels as two rows each: LightGBM wants yes or no
    both = np.concatenate([heard, heard])
    wanted = np.concatenate([np.ones(len(heard)), np.zeros(len(heard))])
    counts = np.concatenate([weight * right, weight * (1 - right)])
    kept = counts > 0
    begin = np.where(tagger, prior, heard[:, 0])
    data = lightgbm.Dataset(
        both[kept],
        wanted[kept],
        weight=counts[kept],
        init_score=np.concatenate([begin, begin])[kept],
        feature_name=[name.replace(" ", "_").replace(",", "") for name in NAMES],
    )
    options = {
        "objective": "binary",
        "learning_rate": _RATE,
        "num_leaves": _LEAVES,
        "min_data_in_leaf": 40,
        "lambda_l2": 5.0,
        "feature_fraction": 0.7,
        "bagging_fraction": 0.8,
        "bagging_freq": 1,
        "monotone_constraints": list(FEATURES.values()),
        "seed": 2026,
        "deterministic": True,
        "num_threads": 1,
        "verbosity": -1,
    }
    return lightgbm.train(options, data, _TREES), prior


def predicted(trees: Any, prior: float, seen: Sequence[Seen]) -> NDArray[np.float64]:
    """The probability of each issue."""
    heard, _, _ = _columns(seen)
    tagger = heard[:, NAMES.index("is tagger")] > 0
    moved = trees.predict(heard, raw_score=True)
    odds = np.where(tagger, prior + moved, heard[:, 0] + np.minimum(moved, 0))
    return np.asarray(1 / (1 + np.exp(-odds)), np.float64)


def left_out_of(seen: Sequence[Seen]) -> NDArray[np.float64]:
    """The probability of each issue by a judge that did not see its source."""
    fold = np.array([zlib.crc32(item.source.encode()) % _FOLDS for item in seen])
    found = np.zeros(len(seen))
    for number in range(_FOLDS):
        held = np.flatnonzero(fold == number)
        if len(held):
            others = [item for item, its in zip(seen, fold, strict=True) if its != number]
            found[held] = predicted(*fit(others), [seen[int(n)] for n in held])
    return found


def columns_of(trees: Any) -> list[dict[str, list[float]]]:
    """The trees as columns, as :class:`mtqa.judgement.judge.Tree` reads them."""
    made = []
    for tree in trees.dump_model()["tree_info"]:
        columns: dict[str, list[float]] = {
            "feature": [], "threshold": [], "left": [], "right": [],
        }  # fmt: skip
        _flatten(tree["tree_structure"], columns)
        made.append(columns)
    return made


def _flatten(node: dict[str, Any], columns: dict[str, list[float]]) -> int:
    """Append a node and what is below it; its number."""
    at = len(columns["feature"])
    leaf = "leaf_value" in node
    columns["feature"].append(-1 if leaf else node["split_feature"])
    value = node["leaf_value"] if leaf else node["threshold"]
    columns["threshold"].append(float(f"{value:.6g}"))
    columns["left"].append(-1)
    columns["right"].append(-1)
    if not leaf:
        columns["left"][at] = _flatten(node["left_child"], columns)
        columns["right"][at] = _flatten(node["right_child"], columns)
    return at


def curve(
    seen: Sequence[Seen], found: NDArray[np.float64], gold: int, grave: frozenset[int]
) -> Iterator[str]:
    """Recall and precision on annotated segments from each threshold on, and calibration."""
    annotated = [(item, p) for item, p in zip(seen, found, strict=True) if item.kind == "annotated"]
    human = [p for item, p in zip(seen, found, strict=True) if item.kind == "human"]
    for threshold in (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8):
        shown = [item for item, p in annotated if p >= threshold]
        hit = {number for item in shown for number in item.spans}
        right = sum(item.right for item in shown) / max(1, len(shown))
        yield (
            f"from {threshold:.2f}: recall {len(hit) / max(1, gold):.3f}, of major and critical "
            f"{len(hit & grave) / max(1, len(grave)):.3f}, right {right:.3f} of {len(shown)} "
            f"issues; {sum(p >= threshold for p in human)} on human text"
        )
    yield f"expected calibration error {calibration_error(annotated):.3f}"


def calibration_error(judged: Sequence[tuple[Seen, float]], bins: int = 10) -> float:
    """Expected calibration error (Naeini et al. 2015) over bins of equal width."""
    by_bin: dict[int, list[tuple[float, float]]] = {}
    for item, p in judged:
        by_bin.setdefault(min(int(p * bins), bins - 1), []).append((item.right, p))
    total = sum(map(len, by_bin.values()))
    return sum(abs(sum(r - p for r, p in some)) for some in by_bin.values()) / max(1, total)


def _columns(
    seen: Sequence[Seen],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    return (
        np.array([item.heard for item in seen], np.float64).reshape(len(seen), len(NAMES)),
        np.array([item.right for item in seen], np.float64),
        np.array([item.weight for item in seen], np.float64),
    )


@click.command()
@click.option("--qe", required=True, type=click.Path(exists=True, path_type=Path),
              help="The tagger that did not see the part held out.")  # fmt: skip
@click.option("--hold-out", default="0/3", show_default=True, help="That part of the sources.")
@click.option("--keep", type=click.Path(path_type=Path),
              help="Keep what was seen, or take it from there.")  # fmt: skip
def main(qe: Path, hold_out: str, keep: Path | None) -> None:
    """Train the judge; see the module."""
    data = data_folder()
    if not (data.is_dir() and (data.parent / "gold").is_dir()):
        sys.exit("mtqa.workshop.judge: set MTQA_DATA to the data folder, with gold beside it")
    hold = (int(hold_out.partition("/")[0]), int(hold_out.partition("/")[2]))
    if keep and keep.is_file():
        seen, gold, grave = _kept(keep)
    else:
        seen, gold, grave = _observed(data, qe, hold)
        if keep:
            keep.write_text(json.dumps([[list(item) for item in seen], gold, sorted(grave)]))
    for line in curve(seen, left_out_of(seen), gold, frozenset(grave)):
        click.echo(line)
    trees, prior = fit(seen)
    said = {
        "made by": f"python -m mtqa.workshop.judge --hold-out {hold_out}",
        "issues": {kind: sum(item.kind == kind for item in seen) for kind in _COUNTS},
        "right": {
            kind: round(sum(item.right for item in seen if item.kind == kind)) for kind in _COUNTS
        },
        "gold spans": gold,
        "thresholds": dict(THRESHOLDS),
        "features": list(NAMES),
        "prior": round(prior, 4),
        "trees": columns_of(trees),
    }
    text = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    text = text.replace('{"feature"', '\n{"feature"')  # a tree a line
    TABLE.write_text(text + "\n", encoding="utf-8", newline="\n")
    reload()
    click.echo(str(TABLE))


def _observed(data: Path, qe: Path, hold: tuple[int, int]) -> tuple[list[Seen], int, set[int]]:
    config = Config()
    config = changed(config, metrics=changed(config.metrics, qe=str(qe)))
    checker = Checker(config)
    texts = [
        text
        for part in GOLD
        for text in read_gold(data.parent / "gold" / part)
        if left_out(text.article.source or "", hold)
    ]
    seen, gold = observe(checker, texts)
    spans = [span for text in texts for span in text.spans]
    grave = {n for n, span in enumerate(spans) if span.severity in ("major", "critical")}
    seen += on_human(checker, _human(data, hold))
    seen += _romanian_alone(checker, texts, _human(data, hold))
    return seen, gold, grave


def _romanian_alone(
    checker: Checker, texts: Sequence[GoldText], human: Iterable[tuple[Article, int]]
) -> Iterator[Seen]:
    """The same of every other text without its source; no gold spans, as what only the source
    shows cannot be found."""
    for text in texts[::2]:
        bare = replace(text, article=replace(text.article, source=None))
        for item in observe(checker, [bare])[0]:
            source = text.article.source or ""
            yield item._replace(source=source, kind="annotated, alone", spans=())
    some = [(replace(article, source=None), lines) for article, lines in human][::2]
    yield from (item._replace(kind="human, alone") for item in on_human(checker, some))


def _human(data: Path, hold: tuple[int, int]) -> Iterator[tuple[Article, int]]:
    """Human translations whose sources the tagger did not learn from."""
    for article, lines in translations(data):
        if not article.id.startswith("mt-en-ro/flores") or left_out(article.source or "", hold):
            yield article, lines


def _kept(path: Path) -> tuple[list[Seen], int, set[int]]:
    rows, gold, grave = json.loads(path.read_text())
    seen = [
        Seen(source, kind, check, tuple(heard), right, tuple(spans))
        for source, kind, check, heard, right, spans in rows
    ]
    return seen, gold, set(grave)


if __name__ == "__main__":
    main()
