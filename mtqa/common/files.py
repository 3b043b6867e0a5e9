"""Reading small files whole, and no more of what has no end."""

from __future__ import annotations

import errno
import os
from pathlib import Path

#: No configuration, glossary or baseline is larger; a device has no end.
_MOST = 200_000_000


def read_whole(path: Path) -> bytes:
    """The content of a file.

    Raises:
        OSError: it cannot be read, or is larger than 200 MB.
        ValueError: there is a NUL in the path.
    """
    with path.open("rb") as file:
        data = file.read(_MOST + 1)
    if len(data) > _MOST:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return data
