"""The stages of a training, small and large, and how they follow each other."""

from __future__ import annotations

import copy
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from mtqa.workshop.training.examples import Example
from mtqa.workshop.training.network import Estimator
from mtqa.workshop.training.pretrain import (
    Guesser,
    Replacer,
    Say,
    Stage,
    learn_to_guess,
    learn_to_spot,
)
from mtqa.workshop.training.train import Recipe, Rehearsal, mean_of, train


@dataclass(frozen=True, slots=True)
class Stages:
    """A training.

    Attributes:
        recipe: how the network learns from examples.
        passes: over the examples, in the first run.
        again: passes of a second run from the same start; the mean of both's weights is kept. 0
            leaves it out.
        guessing: pretraining of the language model; None leaves pretraining out.
        spotting: pretraining of the network on what that model replaces.
        judged: learn from what people judged alone.
    """

    recipe: Recipe
    passes: int
    again: int = 0
    guessing: Stage | None = None
    spotting: Stage | None = None
    judged: bool = False

    def of(self, seed: int, passes: int | None) -> Stages:
        """The same with another seed and, if given, number of passes."""
        passes = passes or self.passes
        again = min(self.again, passes)
        return replace(self, recipe=replace(self.recipe, seed=seed), passes=passes, again=again)


SMALL = Stages(Recipe(), passes=2)
#: A judge and no more: a teacher for distillation, which errs elsewhere than the models that ship.
JUDGE = Stages(
    Recipe(scores=(1.0, 0.0, 0.0, 0.0), heads=((0.7, 2.0), *[(0.0, 1.0)] * 7)),
    passes=3,
    judged=True,
)
LARGE = Stages(
    Recipe(frozen=0, batch=128, rate=1.5e-4, averaged=0.3, replaced=0.5),
    passes=6,
    again=3,
    guessing=Stage(1150, 512, 7e-4),
    spotting=Stage(1400, 640, 4e-4),
)


def run(
    stages: Stages,
    body: Callable[[], Any],
    tokenizer: Any,
    passes: Sequence[Sequence[Example]],
    pairs: Sequence[Example],
    device: str,
    say: Say,
) -> Estimator:
    """A trained network.

    Args:
        stages: what to do.
        body: makes a new ``transformers.BertModel`` with pre-trained weights.
        tokenizer: its tokenizer.
        passes: the examples of each pass.
        pairs: parallel text for the pretraining.
        device: ``cuda`` or ``cpu``.
        say: told how far it is.
    """

    def progress(step: int, steps: int, seconds: float, losses: tuple[float, float]) -> None:
        say(f"step {step} of {steps}, {seconds:.0f} s, loss {losses[0]:.3f} + {losses[1]:.3f}")

    model: Estimator = Estimator(body()).to(device)
    rehearsal = None
    if stages.guessing and stages.spotting:
        replacer = Replacer(Guesser(body()).to(device), tokenizer, device)
        learn_to_guess(replacer, tokenizer, pairs, stages.guessing, say)
        learn_to_spot(model, replacer, tokenizer, pairs, stages.spotting, say)
        rehearsal = Rehearsal(replacer, pairs)
    second = copy.deepcopy(model) if stages.again else None
    train(model, tokenizer, passes, stages.recipe, device, progress, rehearsal)
    if second is not None:
        other = replace(stages.recipe, seed=stages.recipe.seed + 1)
        train(second, tokenizer, passes[::-1][: stages.again], other, device, progress, rehearsal)
        mean_of(model, second)
    return model
