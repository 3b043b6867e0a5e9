"""A model that learns what several models say together.

The mean of independently trained models judges better than any of them (Hansen and Salamon 1990);
one network can be taught most of it (Hinton et al. 2015), for which no labels are needed, only
texts. Its marks and its other two scores are its own from before: it is their first teacher.
"""

from __future__ import annotations

import difflib
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mtqa.errors import MissingExtra
from mtqa.scorers.qe.estimator import Estimator
from mtqa.scorers.qe.location import manifest as manifest_of
from mtqa.workshop.training import labels_mlqe
from mtqa.workshop.training.dataset import TrainingData
from mtqa.workshop.training.examples import HEADS, Example, Mark

#: Of the pairs that training shows beside the judged ones, the share that is learnt from here.
SHARE = 0.3
#: Texts that are read at once.
_CHUNK = 512
_ROUNDS = 20

Text = tuple[str, str | None]


@dataclass(frozen=True, slots=True)
class Plan:
    """One distillation: the model to teach, its other teachers, the data, and where to write."""

    model: Path
    teachers: tuple[Path, ...]
    data: Path
    out: Path
    without: tuple[Path, ...] = ()
    seed: int = 2026
    version: str = "0.1.0"
    limit: int | None = None


def distil(plan: Plan, say: Callable[[str], Any]) -> None:
    """Teach a model what it and its other teachers say together, and export it.

    Raises:
        MissingExtra: PyTorch or another package is not installed.
        MtqaError: the data or a model is not there.
    """
    try:
        import torch

        from mtqa.workshop.training import body
        from mtqa.workshop.training.command import hashes, tested
        from mtqa.workshop.training.device import best
        from mtqa.workshop.training.export import export
        from mtqa.workshop.training.restore import restored
        from mtqa.workshop.training.train import Recipe, train
    except ImportError as problem:
        raise MissingExtra(str(problem.name), "train") from None
    teachers = [Estimator(folder) for folder in (plan.model, *plan.teachers)]
    shares = chosen_shares(teachers, plan.data)
    say(f"shares of the teachers: {[round(share, 2) for share in shares]}")
    texts = texts_of(TrainingData(plan.data, tested(plan.without), plan.seed))[: plan.limit]
    examples: list[Example] = []
    for at in range(0, len(texts), _CHUNK):
        examples += taught(texts[at : at + _CHUNK], teachers, shares)
        say(f"{len(examples):,} of {len(texts):,} pairs read by {len(teachers)} teachers")
    work = plan.out / "body"
    model = restored(plan.model, work).to(best())
    recipe = Recipe(
        rate=5e-5,
        head_rate=1e-4,
        averaged=0.5,
        # probabilities are learnt, so that a mark counts no more than none
        heads=tuple((weight, 1.0) for weight, _ in Recipe().heads),
        seed=plan.seed,
    )

    def progress(step: int, steps: int, seconds: float, losses: tuple[float, float]) -> None:
        say(f"step {step} of {steps}, {seconds:.0f} s, loss {losses[0]:.4f} + {losses[1]:.4f}")

    train(model, body.load_tokenizer(work), [examples], recipe, best(), progress)
    torch.save(model.state_dict(), work / "weights.pt")
    manifest = manifest_of(plan.model) | {"version": plan.version, "data": hashes(plan.data)}
    manifest["distilled"] = {
        "from": [manifest_of(folder) for folder in (plan.model, *plan.teachers)],
        "shares": [round(share, 3) for share in shares],
        "recipe": asdict(recipe),
        "examples": len(examples),
    }
    export(model.cpu(), work, plan.out, manifest)
    say(f"written: {plan.out}")


def chosen_shares(teachers: Sequence[Estimator], data: Path) -> list[float]:
    """How much each teacher's judgement counts: on MLQE-PE's dev part.

    The teacher that raises the correlation most is taken again and again (Caruana et al. 2004).
    """
    rows = labels_mlqe.read(data / "mlqe-pe-ro-en", "dev")
    texts: list[Text] = [(row.english, row.romanian) for row in rows]
    judged = np.array([[e.scores[0] for e in teacher.estimate(texts)] for teacher in teachers])
    return shares_of(judged, np.array([row.score for row in rows]))


def shares_of(judged: NDArray[np.float64], wanted: NDArray[np.float64]) -> list[float]:
    """The shares of the rows of ``judged`` whose mean correlates best with ``wanted``."""
    taken = np.zeros(len(judged))
    best, highest = taken, -np.inf
    for _ in range(_ROUNDS):
        tries = [taken + row for row in np.eye(len(judged))]
        correlations = [float(np.corrcoef(tried @ judged, wanted)[0, 1]) for tried in tries]
        first = int(np.argmax(correlations))
        taken = tries[first]
        if correlations[first] > highest:
            best, highest = taken, correlations[first]
    return [float(share) for share in best / best.sum()]


def texts_of(data: TrainingData) -> list[Text]:
    """What the teachers read: the judged pairs, between translation and post-edit, and others."""
    rng = random.Random(data.seed)
    first = len(data.judged)
    shown = data.one_pass(0)  # begins with the judged pairs
    texts: list[Text] = [(example.target, example.source) for example in shown[:first]]
    rest = [(example.target, example.source) for example in shown[first:]]
    texts += rng.sample(rest, int(SHARE * len(rest)))
    texts += [
        (between(row.english, row.post_edit, rng), row.romanian)
        for row in data.judged
        if row.english != row.post_edit
    ]
    rng.shuffle(texts)
    return texts


def between(first: str, second: str, rng: random.Random) -> str:
    """A text that agrees now with one, now with the other where the two differ."""
    ours, theirs = first.split(), second.split()
    words: list[str] = []
    blocks = difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    for _, a, b, c, d in blocks:
        words += ours[a:b] if rng.random() < 0.5 else theirs[c:d]
    return " ".join(words)


def taught(
    texts: Sequence[Text], teachers: Sequence[Estimator], shares: Sequence[float]
) -> Iterator[Example]:
    """Pairs with what their teachers say: the first all, the others their judgement of pairs."""
    judged = np.array([[s[0] for _, s, _ in teacher.read(texts)] for teacher in teachers[1:]])
    for number, ((target, source), (pair, scores, marks)) in enumerate(
        zip(texts, teachers[0].read(texts), strict=True)
    ):
        probabilities = 1 / (1 + np.exp(-marks.astype(np.float64)))
        of_target = probabilities[pair.of_target]
        stretches = dict(zip(HEADS, of_target.T[:2], strict=False))
        score = float(scores[0])
        if source is not None and len(judged):
            score = float(shares[0] * scores[0] + np.dot(shares[1:], judged[:, number]))
        yield Example(
            target,
            source,
            score,
            alike=None if source is None else float(scores[1]),
            agreed=None if source is None else float(scores[2]),
            bad=_marks(pair.target, stretches["bad"]),
            garbled=_marks(pair.target, stretches["garbled"]),
            omitted=_marks(pair.source, probabilities[pair.of_source, 2]),
            origin="taught",
        )


def _marks(
    offsets: Sequence[tuple[int, int]], probabilities: NDArray[np.float64]
) -> tuple[Mark, ...]:
    return tuple((a, b, float(p)) for (a, b), p in zip(offsets, probabilities, strict=True))
