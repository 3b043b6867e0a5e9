"""COMET (Rei et al. 2020; unified models: Guerreiro et al. 2024, xCOMET) behind mtqa's protocol.

Models are hub names (``Unbabel/wmt22-cometkiwi-da``) or paths of a checkpoint. Without a network a
model must lie on this machine; what is missing is said in one line. PyTorch and COMET are imported
when a model is made: that takes five seconds and 400 MB.
"""

from __future__ import annotations

import logging
import math
import os
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mtqa.errors import MissingExtra, MtqaError
from mtqa.model import ModelSpan, Severity
from mtqa.scorers.protocol import Sample, Scores, require_texts

#: COMET's severities, as ours.
_SEVERITIES: dict[str, Severity] = {"minor": "minor", "major": "major", "critical": "critical"}
_CHECKPOINT = Path("checkpoints", "model.ckpt")


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
        MtqaError: there are fewer graphics processors.
    """

    lower_is_better = False
    segments_average = True

    def __init__(self, model: str, *, gpus: int = 0, batch_size: int = 16) -> None:
        checkpoint = _checkpoint(model)
        self.name = f"comet:{_label(checkpoint) if checkpoint else model}"
        self.version = _version()
        self._gpus, self._batch_size = gpus, batch_size
        self._model = _load(model, checkpoint, gpus)
        inputs = getattr(self._model.hparams, "input_segments", None)
        self.needs_reference = bool(self._model.requires_references())
        # models that read several texts as one say which; the others always read the source
        self.needs_source = inputs is None or "src" in inputs
        self.takes_reference = self.needs_reference or "ref" in (inputs or ())

    def score(self, samples: Sequence[Sample]) -> Scores:
        """Scores as the model gives them (0 to 1 for most), and its error spans if it has any.

        The order of the samples is kept; batches are made of texts of like length. The corpus
        score is the mean.

        Raises:
            MissingText: a sample lacks the source or the reference that the model needs.
            MtqaError: the model gives a score that is no number.
        """
        require_texts(self, samples)
        each = [0.0] * len(samples)
        spans: list[tuple[ModelSpan, ...]] = [()] * len(samples)
        # in a batch either all have a reference or none
        for with_reference in (True, False):
            rows = [n for n, sample in enumerate(samples) if self._refers(sample) is with_reference]
            if not rows:
                continue
            scores, marked = self._predict([samples[row] for row in rows], with_reference)
            for row, score, found in zip(rows, scores, marked, strict=True):
                if not math.isfinite(score):
                    raise MtqaError(
                        f"{self.name} gives segment {row + 1} the score {score}; "
                        "its checkpoint is damaged"
                    )
                each[row] = score
                spans[row] = tuple(_spans(found, samples[row].target))
        mean = sum(each) / len(each) if each else 0.0
        return Scores(tuple(each), mean, self.signature, tuple(spans))

    def _refers(self, sample: Sample) -> bool:
        return self.takes_reference and bool(sample.reference)

    def _predict(
        self, samples: Sequence[Sample], with_reference: bool
    ) -> tuple[Sequence[float], Sequence[Sequence[Mapping[str, Any]]]]:
        """The model's scores, and what it marks in each target."""
        data = [
            {"mt": sample.target}
            | ({"src": sample.source} if self.needs_source else {})
            | ({"ref": sample.reference} if with_reference else {})
            for sample in samples
        ]
        with _quiet():
            found = self._model.predict(
                data,
                batch_size=self._batch_size,
                gpus=self._gpus,
                num_workers=0,
                progress_bar=False,
                # COMET sorts by source or reference; a model that reads neither is given no order
                length_batching=self.needs_source or with_reference,
            )
        marked = getattr(found.get("metadata", None), "error_spans", None) or [()] * len(samples)
        return found["scores"], marked

    @property
    def signature(self) -> str:
        """Model, its class and COMET's version."""
        kind = getattr(self._model.hparams, "class_identifier", type(self._model).__name__)
        return f"{self.name}|class:{kind}|version:{self.version}"


def _version() -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version("unbabel-comet")
    except PackageNotFoundError:
        raise MissingExtra("unbabel-comet", "comet") from None


def _spans(spans: Sequence[Mapping[str, Any]], target: str) -> Iterator[ModelSpan]:
    """The model's error spans in the target.

    COMET gives its tokens' offsets: a token may carry the space before it, and the marks for
    beginning and end of the text have no width; what is empty then is no span.
    """
    for span in spans:
        start, end = max(int(span["start"]), 0), min(int(span["end"]), len(target))
        while start < end and target[start].isspace():
            start += 1
        while start < end and target[end - 1].isspace():
            end -= 1
        severity = _SEVERITIES.get(str(span["severity"]))
        if start < end and severity is not None:
            yield ModelSpan(start, end, severity, min(1.0, max(0.0, float(span["confidence"]))))


def _load(name: str, checkpoint: Path | None, gpus: int) -> Any:
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    if checkpoint is not None:
        # a local model never asks the network, whatever its configuration names
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        with _quiet():
            import comet
            import torch
    except ImportError as problem:
        raise MtqaError(f"COMET cannot be imported: {problem}; {_REINSTALL}") from None
    if gpus > torch.cuda.device_count():
        here = torch.cuda.device_count()
        raise MtqaError(f"{gpus} graphics processors asked for, {here} here; use --gpus {here}")
    try:
        with _quiet():
            path = str(checkpoint) if checkpoint else comet.download_model(name)
            # strict: a checkpoint without its estimator would give other random scores each time
            model = comet.load_from_checkpoint(path, strict=True, local_files_only=bool(checkpoint))
    except Exception as problem:
        raise ModelMissing(_unloaded(name, checkpoint, problem)) from None
    model.eval()
    return model


def _unloaded(name: str, checkpoint: Path | None, problem: Exception) -> str:
    """Why a model could not be loaded, and what to do."""
    reason = f"{type(problem).__name__}: {' '.join(str(problem).split())[:200]}"
    if checkpoint is not None:
        return (
            f"{checkpoint}: no COMET model that can be loaded ({reason}); it needs hparams.yaml "
            "above checkpoints/, and the encoder that it names must lie on this machine"
        )
    return (
        f"COMET model {name!r} is neither on this machine nor to be had from the hub ({reason}); "
        "check its name, the network and, for models with a licence to accept, "
        "`huggingface-cli login`; or give the path of a checkpoint"
    )


_REINSTALL = 'install PyTorch first, then "mtqa[comet]", in an environment of their own'


def _checkpoint(name: str) -> Path | None:
    """The checkpoint file that a path names, None for a hub name.

    Raises:
        ModelMissing: it looks like a path, but nothing is there.
    """
    path = Path(name)
    if path.is_file():
        return path
    for inside in (path / _CHECKPOINT, path / _CHECKPOINT.name):
        if inside.is_file():
            return inside
    # a hub name is OWNER/MODEL; anything else can only be meant as a path
    if path.suffix == ".ckpt" or path.is_dir() or name.startswith((".", "~")) or path.is_absolute():
        raise ModelMissing(
            f"{name}: no COMET checkpoint there ({_CHECKPOINT.as_posix()}); check the path"
        )
    return None


def _label(checkpoint: Path) -> str:
    """What a local model is called: the folder that it lies in."""
    folder = checkpoint.absolute().parent
    return folder.parent.name if folder.name == _CHECKPOINT.parent.name else folder.name


_TALKATIVE = (
    "comet",
    "lightning_fabric",
    "pytorch_lightning",
    "pytorch_lightning.utilities.rank_zero",
    "lightning.pytorch.utilities.rank_zero",
)


@contextmanager
def _quiet() -> Iterator[None]:
    """PyTorch Lightning's announcements are nobody's business."""
    loggers = [logging.getLogger(name) for name in _TALKATIVE]
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
