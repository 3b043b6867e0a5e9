"""Writing a report: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from mtqa.errors import InputError


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` to ``path`` as UTF-8: aside first, then renamed, so that no half is ever read.

    Raises:
        InputError: the folder is missing or may not be written to.
    """
    try:
        with NamedTemporaryFile(
            "w",
            encoding="utf-8",
            newline="",
            dir=path.parent,
            prefix=f".{path.name}.",
            delete=False,
        ) as file:
            file.write(text)
        Path(file.name).chmod(0o666 & ~_umask())
        Path(file.name).replace(path)
    except OSError as problem:
        raise InputError(
            str(path), f"cannot be written ({problem.strerror})", "check the folder"
        ) from None


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
