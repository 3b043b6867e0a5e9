"""Writing a report: whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from mtqa.errors import InputError


def write_whole(path: Path, content: str | bytes) -> None:
    """Write ``content`` (text as UTF-8) aside, then rename it, so that no half is ever read.

    Links are followed; a device or a pipe is written to as it is.

    Raises:
        InputError: the folder is missing, full or may not be written to.
    """
    data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
    try:
        place = path.resolve()
        if place.exists() and not place.is_file():
            with place.open("wb") as device:
                device.write(data)
        else:
            _replace(place, data)
    except OSError as problem:
        raise InputError(
            str(path), f"cannot be written ({problem.strerror})", "check the folder and the disk"
        ) from None


def _replace(path: Path, data: bytes) -> None:
    """Put ``data`` in the place of the regular file ``path``, or leave everything as it was."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        aside = Path(file.name)
        try:
            file.write(data)
            file.close()
            aside.chmod(0o666 & ~_umask())
            aside.replace(path)
        except BaseException:
            aside.unlink(missing_ok=True)
            raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
