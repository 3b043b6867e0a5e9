"""A model that learns real errors: annotated translations, and what people changed in others.

It begins at a model that has learnt to read pairs (``mtqa models train``). Annotated errors teach
it what to mark, their kinds and their weight; post-edits, in which a change is suspect and not
guilty, teach it more words than the annotated ones have. A model that was taught once says which
changes it takes for errors, so that the second time the suspicion is its own, too (two steps).
Human translations of the same sources, right as they stand, keep it from marking what is only free;
judged pairs and errors made on purpose keep what it knew.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median
from typing import Any

from mtqa.errors import MissingExtra, MtqaError
from mtqa.judgement.calibration import log_odds
from mtqa.scorers.qe.estimator import Estimator
from mtqa.scorers.qe.location import manifest as manifest_of
from mtqa.workshop.training import labels_mlqe, labels_mqm, labels_postedit
from mtqa.workshop.training.dataset import TrainingData, bare
from mtqa.workshop.training.examples import Example

#: What a pass sees beside the annotated segments and its part of the post-edits.
CORRECTED, NEWS = 1000, 800
#: One in so many: of the texts spoilt on purpose, and of the judged pairs turned round.
SPOILT, TURNED = 4, 10
#: Share of the targets whose source is hidden, and of those that lose their diacritics.
BLIND, BARE = 0.22, 0.06
_CHUNK = 512


@dataclass(frozen=True, slots=True)
class Plan:
    """One teaching: the model to begin with, the data, where to write, and how much.

    ``hold`` leaves out a part of the annotated sources, (which, of how many), so that what is
    measured on it, or learnt from it later, was not seen.
    """

    model: Path
    data: Path
    out: Path
    hold: tuple[int, int] | None = None
    passes: int = 3
    rate: float = 1.5e-4
    seed: int = 2026
    version: str = "0.1.0"
    limit: int | None = None


class Lessons:
    """What a model is taught.

    Args:
        data: the data folder, with ``gold/ro-mqm`` beside it.
        hold: the part of the annotated sources that is left out.
        seed: of every choice.

    Raises:
        MtqaError: the data is not there.
    """

    def __init__(self, data: Path, hold: tuple[int, int] | None, seed: int) -> None:
        rows = labels_mqm.read(data.parent / "gold" / "ro-mqm")
        if not rows:
            raise MtqaError(f"{data.parent / 'gold' / 'ro-mqm'}: no annotated segments there")
        sources = {row.article.source or "" for row in rows}
        held = frozenset(source for source in sources if labels_mqm.left_out(source, hold))
        learnt = (row for row in rows if row.article.source not in held)
        self.annotated = list(labels_mqm.examples(learnt))
        edits = labels_postedit.read(data / "ro-sts-postedit" / "segments.jsonl")
        self.suspected = list(labels_postedit.examples(edits))
        self.corrected = list(labels_postedit.corrected(edits))
        self.other = TrainingData(data, held, seed)
        self.seed = seed

    def weigh(self, estimator: Estimator, say: Callable[[str], Any]) -> None:
        """Let a model that was taught before say which of the edits it takes for errors."""
        told: list[list[tuple[int, int, float]]] = []
        for at in range(0, len(self.suspected), _CHUNK):
            part = self.suspected[at : at + _CHUNK]
            told += estimator.pieces([(example.target, example.source) for example in part])
            say(f"{len(told):,} of {len(self.suspected):,} post-edits weighed")
        small = labels_postedit.SMALL
        edited = [
            log_odds(p)
            for example, pieces in zip(self.suspected, told, strict=True)
            for start, end, suspicion in example.bad or ()
            if suspicion > small
            for a, b, p in pieces
            if a < end and start < b
        ]
        middle = median(edited) if edited else 0.0
        self.suspected = [
            labels_postedit.weighed(example, pieces, middle)
            for example, pieces in zip(self.suspected, told, strict=True)
        ]

    def one_pass(self, number: int, of: int) -> list[Example]:
        """What one of so many passes sees, in an order of its own."""
        rng = random.Random(self.seed * 100 + number)
        other = self.other
        shown = [*self.annotated, *self.suspected[number % of :: of]]
        shown += rng.sample(self.corrected, min(CORRECTED, len(self.corrected)))
        shown += self._references()
        shown += list(other.spoilt(rng))[::SPOILT]
        for at, example in enumerate(shown):
            if example.source is not None and rng.random() < BLIND:
                shown[at] = example.blind()
        shown += list(other.from_news(rng))[:NEWS]
        shown += list(labels_mlqe.forward(other.judged))[number % of :: of]
        shown += list(labels_mlqe.backward(other.judged[number % TURNED :: TURNED]))
        for at, example in enumerate(shown):
            if rng.random() < BARE:
                shown[at] = bare(example)
        rng.shuffle(shown)
        return shown

    def _references(self) -> Iterator[Example]:
        """Human translations of the sources that systems translated: free, and right."""
        for row in self.other.translated:
            yield Example(
                row.reference, row.source, annotated=1.0, annotated_weight=0.2, bad=(),
                bad_weight=0.5, garbled=(), omitted=(), origin="systems reference",
            )  # fmt: skip


def teach(plan: Plan, say: Callable[[str], Any]) -> None:
    """Teach a model real errors, and export it.

    Raises:
        MissingExtra: PyTorch or another package is not installed.
        MtqaError: the data or the model is not there.
    """
    try:
        import torch

        from mtqa.workshop.training import body
        from mtqa.workshop.training.command import hashes
        from mtqa.workshop.training.device import best
        from mtqa.workshop.training.export import export
        from mtqa.workshop.training.restore import restored
        from mtqa.workshop.training.train import Recipe, train
    except ImportError as problem:
        raise MissingExtra(str(problem.name), "train") from None
    lessons = Lessons(plan.data, plan.hold, plan.seed)
    before = manifest_of(plan.model)
    if before.get("taught"):
        lessons.weigh(Estimator(plan.model), say)
    passes = _limited([lessons.one_pass(n, plan.passes) for n in range(plan.passes)], plan.limit)
    counts = Counter(example.origin for part in passes for example in part)
    say(f"{sum(counts.values()):,} examples: {dict(counts)}")
    work = plan.out / "body"
    model = restored(plan.model, work).to(best())
    recipe = Recipe(frozen=0, rate=plan.rate, averaged=0.3, seed=plan.seed)

    def progress(step: int, steps: int, seconds: float, losses: tuple[float, float]) -> None:
        say(f"step {step} of {steps}, {seconds:.0f} s, loss {losses[0]:.4f} + {losses[1]:.4f}")

    train(model, body.load_tokenizer(work), passes, recipe, best(), progress)
    torch.save(model.state_dict(), work / "weights.pt")
    export(model.cpu(), work, plan.out, _manifest(plan, before, recipe, counts, hashes(plan.data)))
    say(f"written: {plan.out}")


def _limited(passes: Sequence[list[Example]], limit: int | None) -> list[list[Example]]:
    return [examples[:limit] for examples in passes]


def _manifest(
    plan: Plan, before: dict[str, Any], recipe: Any, counts: Counter[str], data: dict[str, str]
) -> dict[str, Any]:
    taught = {
        "hold out": list(plan.hold) if plan.hold else None,
        "passes": plan.passes,
        "recipe": asdict(recipe),
        "examples": dict(sorted(counts.items())),
    }
    return {
        **before,
        "version": plan.version,
        "data": data,
        "taught": [*before.get("taught", []), taught],
    }
