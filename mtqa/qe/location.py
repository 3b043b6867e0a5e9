"""Where the model lies, if one is to be used."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from mtqa.errors import MtqaError

#: Takes the place of ``auto``, for a run or for a machine.
VARIABLE = "MTQA_QE"


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
    if not (Path(wanted) / "model.json").is_file():
        raise MtqaError(f"{wanted}: no model there (model.json); use auto, on, off or its folder")
    return Path(wanted)


def installed() -> Path | None:
    """The folder of the installed model; None if there is none."""
    spec = find_spec("mtqa_qe_ro")
    if spec is None or not spec.submodule_search_locations:
        return None
    folder = Path(next(iter(spec.submodule_search_locations)))
    return folder if (folder / "model.json").is_file() else None


def manifest(folder: Path) -> dict[str, Any]:
    """What the model of a folder says of itself.

    Raises:
        MtqaError: there is none, or it cannot be read.
    """
    try:
        found: dict[str, Any] = json.loads((folder / "model.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise MtqaError(f"{folder}: no model ({problem}); install mtqa-qe-ro anew") from None
    return found


def write_manifest(folder: Path, said: dict[str, Any]) -> None:
    """Write what the model of a folder says of itself."""
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (folder / "model.json").write_text(text + "\n", encoding="utf-8")
