"""COMET (Rei et al. 2020; unified models: Guerreiro et al. 2024, xCOMET) behind mtqa's protocol.

Models are hub names (``Unbabel/wmt22-cometkiwi-da``) or paths of a checkpoint. Without a network a
model must lie on this machine; what is missing is said in one line. PyTorch and COMET are imported
when a model is made: that takes five seconds and 400 MB.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mtqa.errors import MissingExtra, MtqaError
from mtqa.metrics.protocol import Sample, Scores, require_texts
from mtqa.model import Issue, Severity

#: COMET's severities, as ours.
_SEVERITIES: dict[str, Severity] = {"minor": "minor", "major": "major", "critical": "critical"}


class ModelMissing(MtqaError):
    """A COMET model is neither on this machine nor to be had."""


class CometMetric:
    """A COMET model: reference-based, reference-free or unified, as its checkpoint says.

    Args:
        model: hub name, or path of a checkpoint (``…/checkpoints/model.ckpt``) or its folder.
        gpus: how many graphics processors to use; 0 is the CPU.
        batch_size: segments at once.

    Raises:
        MissingExtra: COMET is not installed.
        ModelMissing: there is no such model here, and it cannot be fetched.
    """

    lower_is_better = False

    def __init__(self, model: str, *, gpus: int = 0, batch_size: int = 16) -> None:
        self.name = f"comet:{model}"
        self._gpus, self._batch_size = gpus, batch_size
        self._model = _load(model)
        segments = getattr(self._model.hparams, "input_segments", None) or ()
        self.needs_reference = _needs_reference(self._model, segments)
        self.needs_source = "src" in segments or _uses_source(self._model)

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Scores as the model gives them (0 to 1 for most), and its error spans if it has any.

        The order of the samples is kept; batches are made of texts of like length.
        """
        require_texts(self, samples)
        if not samples:
            return Scores((), 0.0, self.signature)
        data = [_inputs(sample) for sample in samples]
        with _quiet():
            found = self._model.predict(
                data,
                batch_size=self._batch_size,
                gpus=self._gpus,
                num_workers=0 if not self._gpus else None,
                progress_bar=False,
                length_batching=True,
            )
        each = tuple(float(score) for score in found["scores"])
        spans = getattr(found.get("metadata", None), "error_spans", None) or ()
        issues = tuple(
            tuple(_issues(row, sample.target)) for row, sample in zip(spans, samples, strict=True)
        ) if spans else ()  # fmt: skip
        return Scores(each, sum(each) / len(each), self.signature, issues)

    @property
    def signature(self) -> str:
        """Model, its class and COMET's version."""
        from importlib.metadata import version

        kind = getattr(self._model.hparams, "class_identifier", type(self._model).__name__)
        return f"{self.name}|class:{kind}|comet:{version('unbabel-comet')}"


def _inputs(sample: Sample) -> dict[str, str]:
    given = {"mt": sample.target, "src": sample.source, "ref": sample.reference}
    return {name: text for name, text in given.items() if text}


def _issues(spans: Sequence[dict[str, Any]], target: str) -> Iterator[Issue]:
    """The model's error spans as issues of the check ``comet.span``.

    COMET counts in the text as its tokenizer saw it: a span that is not found at its place is
    looked for near it; what is empty or lies outside is dropped.
    """
    for span in spans:
        place = _placed(str(span["text"]), int(span["start"]), target)
        severity = _SEVERITIES.get(str(span["severity"]))
        if place is None or severity is None:
            continue
        start, end = place
        yield Issue(
            check="comet.span",
            category="mistranslation",
            severity=severity,
            start=start,
            end=end,
            text=target[start:end],
            message=f"The COMET model sees a {severity} error here.",
            message_ro="Modelul COMET vede aici o eroare.",
            confidence=min(1.0, max(0.0, float(span["confidence"]))),
        )


def _placed(text: str, start: int, target: str) -> tuple[int, int] | None:
    """Where the span stands in the target, white space around it left out."""
    words = text.strip()
    if not words:
        return None
    at = target.find(words, max(0, start - 2))
    if at < 0:
        at = target.find(words)
    return None if at < 0 else (at, at + len(words))


def _needs_reference(model: Any, segments: Sequence[str]) -> bool:
    if segments:
        return "ref" in segments and not {"mt", "src"} <= set(segments)
    asks: Any = getattr(model, "requires_references", None)
    return bool(asks()) if asks is not None else True


def _uses_source(model: Any) -> bool:
    return type(model).__name__ != "UnifiedMetric"


def _load(name: str) -> Any:
    checkpoint = _checkpoint(name)
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    if checkpoint is not None:
        # a local model never asks the network, whatever its configuration names
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        import comet
    except ImportError:
        raise MissingExtra("unbabel-comet", "comet") from None
    try:
        with _quiet():
            path = str(checkpoint) if checkpoint else comet.download_model(name)
            # strict: a checkpoint without its estimator would give other random scores each time
            model = comet.load_from_checkpoint(path, strict=True, local_files_only=bool(checkpoint))
    except Exception as problem:
        reason = " ".join(str(problem).split())[:200]
        raise ModelMissing(
            f"COMET model {name!r} cannot be loaded ({type(problem).__name__}: {reason}); "
            "give the path of a checkpoint on this machine, or a hub name with a network"
        ) from None
    model.eval()
    return model


def _checkpoint(name: str) -> Path | None:
    """The checkpoint file that a path names, None for a hub name.

    Raises:
        ModelMissing: it looks like a path, but nothing is there.
    """
    path = Path(name)
    if path.is_file():
        return path
    for inside in (path / "checkpoints" / "model.ckpt", path / "model.ckpt"):
        if inside.is_file():
            return inside
    if path.suffix == ".ckpt" or path.is_absolute() or name.startswith(".") or path.is_dir():
        raise ModelMissing(f"{name}: no COMET checkpoint there; check the path")
    return None


@contextmanager
def _quiet() -> Iterator[None]:
    """PyTorch Lightning's announcements are nobody's business."""
    import logging
    import warnings

    loggers = [logging.getLogger(name) for name in ("pytorch_lightning", "lightning", "comet")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
