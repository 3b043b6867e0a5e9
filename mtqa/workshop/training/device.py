"""Where the training computes, and in which precision."""

from __future__ import annotations

import time
from contextlib import AbstractContextManager, nullcontext
from functools import lru_cache
from typing import Any

import torch


def best() -> str:
    """``cuda`` where there is a GPU, else ``cpu``."""
    return "cuda" if torch.cuda.is_available() else "cpu"


def autocast(device: str) -> AbstractContextManager[Any]:
    """Matrices in bfloat16 where that is faster.

    A processor without instructions for it computes a hundred times slower in bfloat16 than in
    single precision, and no public call of PyTorch tells which it has: so it is tried, once.
    """
    if device == "cuda" or _gains():
        halved: AbstractContextManager[Any] = torch.autocast(device, torch.bfloat16)
        return halved
    return nullcontext()


def attention(device: str) -> AbstractContextManager[Any]:
    """Attention as plain matrix products on a processor, where the fused one is slow backwards:
    it took half of a step."""
    from torch.nn.attention import SDPBackend, sdpa_kernel

    plain: AbstractContextManager[Any] = sdpa_kernel(SDPBackend.MATH)
    return plain if device == "cpu" else nullcontext()


@lru_cache(maxsize=1)
def _gains() -> bool:
    """Whether the processor multiplies faster in bfloat16."""
    seconds = {}
    for kind in (torch.float32, torch.bfloat16):
        left, right = torch.ones(256, 384, dtype=kind), torch.ones(384, 384, dtype=kind)
        left @ right  # the first one also sets things up
        started = time.perf_counter()
        for _ in range(3):
            left @ right
        seconds[kind] = time.perf_counter() - started
    return seconds[torch.bfloat16] < seconds[torch.float32]
