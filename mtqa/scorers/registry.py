"""Scorers by their names: ``bleu``, ``chrf``, ``ter``, ``mtqa``, ``length``, ``cosine``, ``qe``,
``llm``, ``comet:MODEL``, and those that other packages register as ``mtqa.scorers``.

A registered scorer is a callable that takes what follows the colon of its name (``""`` if nothing
does), the configuration or None, and the number of graphics processors, and gives a
:class:`~mtqa.scorers.protocol.Metric`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from mtqa import __version__
from mtqa.config import Config
from mtqa.errors import MtqaError
from mtqa.scorers.protocol import Metric, Sample, Scores, require_texts

GROUP = "mtqa.scorers"
Factory = Callable[[str, "Config | None", int], Metric]

#: Ours, each loaded when it is asked for: some of them need a heavy library.
_OURS = {
    **dict.fromkeys(("bleu", "chrf", "ter"), "mtqa.scorers.sacre:SacreMetric"),
    "mtqa": "mtqa.evaluation.quality:QualityMetric",
    "mtqa-target-only": "mtqa.evaluation.quality:QualityMetric",
    "length": "mtqa.scorers.registry:LengthMetric",
    "cosine": "mtqa.scorers.cosine:CosineMetric",
    "qe": "mtqa.scorers.qe.metric:QeMetric",
    "llm": "mtqa.scorers.llm.metric:LlmMetric",
    "comet": "mtqa.scorers.comet:CometMetric",
}
KNOWN = tuple("comet:MODEL" if name == "comet" else name for name in _OURS)


def by_name(name: str, config: Config | None = None, *, gpus: int = 0) -> Metric:
    """The scorer of this name.

    Args:
        name: one of :data:`KNOWN`, or of an installed package's; MODEL is a hub name or the path
            of a checkpoint.
        config: options of mtqa's own.
        gpus: graphics processors for those that can use them.

    Raises:
        MtqaError: there is no such scorer, it cannot be loaded, or what it needs is missing.
    """
    first, colon, rest = name.partition(":")
    if first in _OURS and bool(colon) == (first == "comet"):
        module, _, attribute = _OURS[first].partition(":")
        return _made(getattr(import_module(module), attribute), first, rest, config, gpus)
    for entry in entry_points(group=GROUP):
        if entry.name == first:
            return _loaded(entry)(rest, config, gpus)
    others = sorted(entry.name for entry in entry_points(group=GROUP))
    raise MtqaError(f"unknown metric {name!r}; known: {', '.join((*KNOWN, *others))}")


def _made(
    kind: Callable[..., Metric], name: str, rest: str, config: Config | None, gpus: int
) -> Metric:
    """One of ours, with what its class wants to know."""
    if name in ("bleu", "chrf", "ter"):
        return kind(name)
    if name.startswith("mtqa"):
        return kind(config, use_source=name == "mtqa")
    if name == "qe":
        from mtqa.scorers.qe.location import folder_of

        return kind(folder_of(config.metrics.qe if config else "on"))
    if name == "llm":
        return kind(config)
    return kind(rest, gpus=gpus) if name == "comet" else kind()


def _loaded(entry: EntryPoint) -> Factory:
    try:
        factory: Factory = entry.load()
    except (Exception, SystemExit) as problem:
        raise MtqaError(f"scorer plug-in {entry.name!r} cannot be loaded: {problem}") from problem
    return factory


class LengthMetric:
    """The plainest baseline: minus the difference of source and target in length, in per cent."""

    name = "length"
    version = __version__
    needs_source = True
    needs_reference = takes_reference = False
    lower_is_better = False
    segments_average = True

    def score(self, samples: Sequence[Sample]) -> Scores:
        """At most 0, for texts of the same length."""
        require_texts(self, samples)
        each = [
            -100
            * abs(len(s.target) - len(s.source or ""))
            / max(len(s.target), len(s.source or ""))
            for s in samples
        ]
        return Scores(tuple(each), sum(each) / len(each) if each else 0.0, "length")
