"""Where the model lies, if one is to be used."""

from __future__ import annotations

import hashlib
import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import msgspec

from mtqa.errors import MtqaError

#: Takes the place of ``auto``, for a run or for a machine.
VARIABLE = "MTQA_QE"
#: The files of a model beside its manifest.
FILES = ("model.onnx", "embeddings.npy", "tokenizer.json")


def folder_of(wanted: str) -> Path | None:
    """The folder of the model to use; None if there is none, or none is wanted.

    Args:
        wanted: ``auto`` (the installed model, if there is one), ``on`` (the installed one), ``off``
            or a folder.

    Raises:
        MtqaError: ``on`` with no model installed, or the folder holds none.
    """
    if wanted == "auto":
        wanted = os.environ.get(VARIABLE, "auto")
    if wanted in ("auto", "on"):
        found = installed()
        if found is None and wanted == "on":
            raise MtqaError("mtqa-qe-ro is not installed; run: pip install ./mtqa-qe-ro")
        return found
    if wanted == "off":
        return None
    try:
        there = (Path(wanted) / "model.json").is_file()
    except (OSError, ValueError):  # too long for a path, or with a NUL
        there = False
    if not there:
        raise MtqaError(f"{wanted}: no model there (model.json); use auto, on, off or its folder")
    return Path(wanted)


def installed() -> Path | None:
    """The folder of the installed model; None if there is none."""
    spec = find_spec("mtqa_qe_ro")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations)))
    return folder if (folder / "model.json").is_file() else None


class _Said(msgspec.Struct):
    """What is used of a manifest; the rest is for people."""

    version: str
    weights: tuple[float, ...] = (1.0,)
    scale: tuple[float, float] = (20.0, 70.0)
    thresholds: dict[str, dict[str, float]] = {}
    sha256: dict[str, str] = {}


def manifest(folder: Path) -> dict[str, Any]:
    """What the model of a folder says of itself.

    Raises:
        MtqaError: there is none, or it cannot be read.
    """
    try:
        found: dict[str, Any] = json.loads((folder / "model.json").read_bytes())
        msgspec.convert(found, _Said)
    except (OSError, ValueError, RecursionError) as problem:
        reason = getattr(problem, "strerror", None) or problem
        raise MtqaError(f"{folder}: no model ({reason}); install mtqa-qe-ro anew") from None
    return found


def require_whole(folder: Path, said: dict[str, Any]) -> None:
    """Refuse weights that are not the ones that the manifest was written for: a byte that was lost
    changes what the model says, and nothing else would tell.

    Args:
        folder: the model's.
        said: its manifest; without checksums nothing is compared.

    Raises:
        MtqaError: a file is missing or damaged.
    """
    for name, digest in said.get("sha256", {}).items():
        try:
            whole = _digest(folder / name) == digest
        except OSError as problem:
            raise MtqaError(
                f"{folder / name}: cannot be read ({problem.strerror}); install mtqa-qe-ro anew"
            ) from None
        if not whole:
            raise MtqaError(f"{folder / name}: is damaged; install mtqa-qe-ro anew")


def write_manifest(folder: Path, said: dict[str, Any]) -> None:
    """Write what the model of a folder says of itself, with the checksums of its files."""
    said = {**said, "sha256": {name: _digest(folder / name) for name in FILES}}
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")


def _digest(path: Path) -> str:
    seal = hashlib.sha256()
    with path.open("rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            seal.update(block)
    return seal.hexdigest()
