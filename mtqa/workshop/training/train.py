"""The training loop: a few passes over the examples, the upper layers of the body trained."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import torch

from mtqa.workshop.training.device import attention, autocast
from mtqa.workshop.training.examples import Batch, Example, batches, endless
from mtqa.workshop.training.network import Estimator, loss_of
from mtqa.workshop.training.pretrain import Replacer, on, spotting_loss


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model learns from examples; all of it goes into the model card.

    Attributes:
        frozen: embeddings and so many lower layers stay as they are; 0 trains all layers.
        rate: the highest learning rate, of the body; that of the heads is ``head_rate``.
        warmup: share of the steps in which the rate rises; it then falls to nothing.
        decay: each layer learns so much slower than the one above it.
        averaged: the weights kept are the mean of those over this last share of the steps.
        scores: how much each score counts, in the order of ``SCORES``.
        heads: in the order of ``HEADS``: how much they count, and how much more a mark does.
        replaced: how much spotting replaced words counts, in every third step; 0 leaves it out.
    """

    frozen: int = 6
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 5e-4
    warmup: float = 0.06
    decay: float = 0.9
    averaged: float = 0.25
    scores: tuple[float, ...] = (1.0, 0.3, 0.3, 1.0)
    heads: tuple[tuple[float, float], ...] = (
        (1.0, 2.0), (0.3, 2.0), (0.4, 2.0), *[(0.25, 2.0)] * 4, (0.3, 2.0),
    )  # fmt: skip
    replaced: float = 0.0
    seed: int = 2026


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """What keeps the network at spotting replaced words: who replaces them, and in which pairs."""

    replacer: Replacer
    pairs: Sequence[Example]


Progress = Callable[[int, int, float, tuple[float, float]], None]


@dataclass(slots=True)
class _Mean:
    """The running mean of the weights that are trained."""

    weights: dict[str, torch.Tensor] = field(default_factory=dict)
    taken: int = 0

    def add(self, model: Estimator) -> None:
        self.taken += 1
        for name, value in model.named_parameters():
            if not value.requires_grad:
                continue
            if self.taken == 1:
                self.weights[name] = value.detach().clone()
            else:
                self.weights[name] += (value.detach() - self.weights[name]) / self.taken


def train(
    model: Estimator,
    tokenizer: Any,
    passes: Sequence[Sequence[Example]],
    recipe: Recipe,
    device: str,
    progress: Progress | None = None,
    rehearsal: Rehearsal | None = None,
) -> None:
    """Train an estimator on passes over examples.

    Args:
        model: what is trained, on the device.
        tokenizer: its tokenizer.
        passes: what each pass sees.
        recipe: how.
        device: ``cuda`` or ``cpu``.
        progress: called every 50 steps with the step, all steps, seconds and the two losses.
        rehearsal: for ``recipe.replaced``.
    """
    torch.manual_seed(recipe.seed)
    optimizer, scheduler, steps = _optimizer(model, recipe, [len(examples) for examples in passes])
    counts = torch.tensor(recipe.scores, device=device)
    heads = torch.tensor(recipe.heads, device=device)
    pairs = rehearsal.pairs if rehearsal else ()
    more = endless(tokenizer, pairs, recipe.batch, recipe.seed)
    mean = _Mean()
    model.train()
    started, sums = time.monotonic(), np.zeros(2)
    for step, batch in enumerate(_stream(tokenizer, passes, recipe), 1):
        with autocast(device), attention(device):
            scores, marks = model.read(*on(device, batch), recipe.frozen)
        loss, parts = loss_of(scores, marks, batch, counts, heads)
        if rehearsal and recipe.replaced and step % 3 == 1:
            spotting = spotting_loss(model, rehearsal.replacer, next(more), recipe.frozen)
            loss = loss + recipe.replaced * spotting
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        scheduler.step()
        optimizer.zero_grad(set_to_none=True)
        sums += parts
        if progress and step % 50 == 0:
            progress(step, steps, time.monotonic() - started, tuple(sums / 50))
            sums[:] = 0
        if step > int(steps * (1 - recipe.averaged)) and step % 5 == 0:
            mean.add(model)
    model.load_state_dict({**model.state_dict(), **mean.weights})
    model.eval()


def mean_of(first: Estimator, second: Estimator) -> None:
    """Give the first network the mean of both's weights (Wortsman et al. 2022, model soups)."""
    others = dict(second.named_parameters())
    with torch.no_grad():
        for name, value in first.named_parameters():
            value.copy_((value + others[name]) / 2)


def _stream(tokenizer: Any, passes: Sequence[Sequence[Example]], recipe: Recipe) -> Iterator[Batch]:
    for number, examples in enumerate(passes):
        yield from batches(tokenizer, examples, recipe.batch, recipe.seed + number)


def _optimizer(model: Estimator, recipe: Recipe, sizes: Sequence[int]) -> tuple[Any, Any, int]:
    layers = model.body.encoder.layer
    model.body.embeddings.LayerNorm.requires_grad_(not recipe.frozen)
    for layer in layers[: recipe.frozen]:
        layer.requires_grad_(False)
    groups = [
        {
            "params": list(layer.parameters()),
            "lr": recipe.rate * recipe.decay ** (len(layers) - 1 - n),
        }
        for n, layer in enumerate(layers)
        if n >= recipe.frozen
    ]
    if not recipe.frozen:
        below = list(model.body.embeddings.LayerNorm.parameters())
        groups.append({"params": below, "lr": recipe.rate * recipe.decay ** len(layers)})
    heads = [*model.marks.parameters(), *model.score.parameters()]
    groups.append({"params": heads, "lr": recipe.head_rate})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = sum(-(-size // recipe.batch) for size in sizes)
    rising = max(1, int(steps * recipe.warmup))

    def factor(step: int) -> float:
        if step < rising:
            return (step + 1) / rising
        return max(0.02, (steps - step) / max(1, steps - rising))

    return optimizer, torch.optim.lr_scheduler.LambdaLR(optimizer, factor), steps
