"""How alike the frozen body finds two texts: what e5 knows of a pair before people tell it more.

The cosine of e5's sentence vectors (Wang et al. 2024) follows judgements into Romanian better than
a score that was learnt from judgements of English; so the network learns to say it, too.
:mod:`mtqa.align.e5` gives the same vectors without PyTorch; here there may be a GPU to use.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import torch

from mtqa.qe.encode import END, PADDING, START, encode
from mtqa.qe.training.device import autocast
from mtqa.qe.training.examples import Example
from mtqa.qe.training.network import run_layers

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_PREFIX = "query:"
#: Mean and deviation of the cosines of translations and sources, and the bounds of the result.
_MEAN, _DEVIATION = 0.88, 0.04
_BOUNDS = -4.0, 3.0
_BATCH = 128


def with_likeness(
    passes: Sequence[Sequence[Example]], body: Any, tokenizer: Tokenizer, device: str
) -> list[list[Example]]:
    """The same examples; those with a source say how alike it and the target are."""
    pairs = {
        (example.target, example.source): 0.0
        for examples in passes
        for example in examples
        if example.source
    }
    body = body.to(device).eval()
    order = sorted(pairs, key=lambda pair: len(pair[0]) + len(pair[1] or ""))
    for start in range(0, len(order), _BATCH):
        part = order[start : start + _BATCH]
        for pair, value in zip(part, _alike(part, body, tokenizer, device), strict=True):
            pairs[pair] = value
    return [
        [
            replace(example, alike=pairs[example.target, example.source])
            if example.source
            else example
            for example in examples
        ]
        for examples in passes
    ]


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
def _alike(
    pairs: Sequence[tuple[str, str | None]], body: Any, tokenizer: Tokenizer, device: str
) -> Iterator[float]:
    prefix = tokenizer.encode(_PREFIX, add_special_tokens=False).ids
    sides: tuple[list[list[int]], list[list[int]]] = ([], [])
    for pair in encode(tokenizer, pairs):
        for side, where in zip(sides, (pair.of_target, pair.of_source), strict=True):
            side.append([START, *prefix, *pair.ids[where], END])
    target, source = (_vectors(side, body, device) for side in sides)
    cosines = (target * source).sum(-1)
    yield from ((cosines - _MEAN) / _DEVIATION).clamp(*_BOUNDS).tolist()


def _vectors(rows: Sequence[Sequence[int]], body: Any, device: str) -> torch.Tensor:
    """Unit vectors: the mean of the last layer."""
    longest = max(map(len, rows))
    ids = torch.tensor([[*row, *[PADDING] * (longest - len(row))] for row in rows], device=device)
    present = (ids != PADDING).long()
    with autocast(device):
        hidden = run_layers(body, body.embeddings(ids), present)
    held = present.unsqueeze(-1).float()
    mean = (hidden.float() * held).sum(1) / held.sum(1)
    return torch.nn.functional.normalize(mean, dim=-1)
