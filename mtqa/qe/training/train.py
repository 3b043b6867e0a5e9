"""The training loop: a few passes over the examples, the upper layers of the body trained."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from mtqa.qe.training.examples import Batch, Example, batches
from mtqa.qe.training.network import Estimator, loss_of


@dataclass(frozen=True, slots=True)
class Recipe:
    """How the model is trained; all of it goes into the model card.

    Attributes:
        frozen: embeddings and so many lower layers stay as they are.
        rate: the highest learning rate, of the body; that of the heads is ``head_rate``.
        warmup: share of the steps in which the rate rises; it then falls to nothing.
        decay: each layer learns so much slower than the one above it.
        averaged: the weights kept are the mean of those over this last share of the steps.
        heads: for bad, garbled and omitted: how much they count, and how much more a mark does.
    """

    frozen: int = 4
    batch: int = 32
    rate: float = 1e-4
    head_rate: float = 5e-4
    warmup: float = 0.06
    decay: float = 0.9
    averaged: float = 0.25
    heads: tuple[tuple[float, float], ...] = ((0.7, 2.0), (0.3, 2.0), (0.4, 2.0))
    seed: int = 2026


Progress = Callable[[int, int, float, tuple[float, float]], None]


#: How the last pass is trained: gently, marks as they are.
LAST = Recipe(rate=4e-5, head_rate=2e-4, heads=((1.0, 1.0), (0.3, 1.0), (0.4, 1.0)))


def train(
    start: Any,
    tokenizer: Any,
    passes: Sequence[Sequence[Example]],
    recipe: Recipe,
    progress: Progress | None = None,
    device: str | None = None,
) -> Estimator:
    """An estimator trained on passes over examples.

    Args:
        start: a ``transformers.BertModel`` with pre-trained weights, or an estimator to go on with.
        tokenizer: its tokenizer.
        passes: what each pass sees.
        recipe: how.
        progress: called every 50 steps with the step, all steps, seconds and the two losses.
        device: ``cuda`` or ``cpu``; the best there is if not given.
    """
    torch.manual_seed(recipe.seed)
    device = device or ("cuda" if torch.cuda.is_available() else "cpu")
    model = start if isinstance(start, Estimator) else Estimator(start)
    model.to(device)
    optimizer, scheduler, steps = _optimizer(model, recipe, [len(examples) for examples in passes])
    weights = torch.tensor(recipe.heads, device=device)
    averaging = int(steps * (1 - recipe.averaged))
    mean, taken, step = None, 0, 0
    model.train()
    started, sums = time.monotonic(), np.zeros(2)
    for number, examples in enumerate(passes):
        for batch in batches(tokenizer, examples, recipe.batch, recipe.seed + number):
            loss, parts = _loss(model, batch, recipe, weights, device)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            scheduler.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            sums += parts
            if progress and step % 50 == 0:
                progress(step, steps, time.monotonic() - started, tuple(sums / 50))
                sums[:] = 0
            if step > averaging and step % 5 == 0:
                mean, taken = _averaged(mean, taken, model), taken + 1
    if mean is not None:
        model.load_state_dict({**model.state_dict(), **mean})
    model.eval()
    return model


def _loss(
    model: Estimator, batch: Batch, recipe: Recipe, weights: torch.Tensor, device: str
) -> tuple[torch.Tensor, tuple[float, float]]:
    ids = torch.from_numpy(batch.ids).to(device)
    sides = torch.from_numpy(batch.sides).to(device)
    present = (ids != model.body.config.pad_token_id).long()
    with torch.autocast(device, torch.bfloat16):
        with torch.no_grad():
            hidden = model.layers(model.body.embeddings(ids), present, 0, recipe.frozen)
        scores, marks = model(hidden, sides, present, recipe.frozen)
    return loss_of(scores, marks, batch, weights)


def _optimizer(model: Estimator, recipe: Recipe, sizes: Sequence[int]) -> tuple[Any, Any, int]:
    layers = model.body.encoder.layer
    for part in (model.body.embeddings, *layers[: recipe.frozen]):
        part.requires_grad_(False)
    groups = [
        {
            "params": list(layer.parameters()),
            "lr": recipe.rate * recipe.decay ** (len(layers) - 1 - n),
        }
        for n, layer in enumerate(layers)
        if n >= recipe.frozen
    ]
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


def _averaged(
    mean: dict[str, torch.Tensor] | None, taken: int, model: Estimator
) -> dict[str, torch.Tensor]:
    now = {n: p.detach() for n, p in model.named_parameters() if p.requires_grad}
    if mean is None:
        return {name: value.clone() for name, value in now.items()}
    for name, value in now.items():
        mean[name] += (value - mean[name]) / (taken + 1)
    return mean
