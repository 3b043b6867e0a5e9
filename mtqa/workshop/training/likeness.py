"""How alike the frozen body finds two texts: what e5 knows of a pair before people tell it more.

The cosine of e5's sentence vectors (Wang et al. 2024) follows judgements into Romanian better than
a score that was learnt from judgements of English; so the network learns to say it, too.
:mod:`mtqa.align.e5` gives the same vectors without PyTorch; here there may be a GPU to use.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import torch

from mtqa.scorers.qe.encode import END, PADDING, START, encode
from mtqa.workshop.training.device import autocast
from mtqa.workshop.training.examples import Example
from mtqa.workshop.training.network import run_layers

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_PREFIX = "query:"
#: Mean and deviation of the cosines of translations and sources, and the bounds of the result.
_MEAN, _DEVIATION = 0.88, 0.04
_BOUNDS = -4.0, 3.0
#: Pieces that go through the body together.
_BATCH = 4096


def with_likeness(
    passes: Sequence[Sequence[Example]], body: Any, tokenizer: Tokenizer, device: str
) -> list[list[Example]]:
    """The same examples; those with a source say how alike it and the target are."""
    pairs = [(e.target, e.source) for examples in passes for e in examples if e.source]
    texts = dict.fromkeys(text for pair in pairs for text in pair)  # many stand in several pairs
    vectors = dict(_vectors_of(texts, body.to(device).eval(), tokenizer, device))

    def alike(example: Example) -> Example:
        if not example.source:
            return example
        cosine = float(vectors[example.target] @ vectors[example.source])
        value = (cosine - _MEAN) / _DEVIATION
        return replace(example, alike=min(max(value, _BOUNDS[0]), _BOUNDS[1]))

    return [[alike(example) for example in examples] for examples in passes]


def _vectors_of(
    texts: Iterable[str], body: Any, tokenizer: Tokenizer, device: str
) -> Iterator[tuple[str, torch.Tensor]]:
    """Each text with its vector, texts of like length read together."""
    prefix = tokenizer.encode(_PREFIX, add_special_tokens=False).ids
    order = list(texts)
    rows = [
        [START, *prefix, *pair.ids[pair.of_target], END]
        for pair in encode(tokenizer, [(text, None) for text in order])
    ]
    numbers = sorted(range(len(order)), key=lambda n: len(rows[n]), reverse=True)
    while numbers:
        size = max(1, _BATCH // len(rows[numbers[0]]))
        part, numbers = numbers[:size], numbers[size:]
        vectors = _vectors([rows[n] for n in part], body, device).cpu()
        yield from zip((order[n] for n in part), vectors, strict=True)


@torch.no_grad()  # type: ignore[untyped-decorator, unused-ignore]
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
