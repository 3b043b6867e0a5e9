"""What a trial is given: files in an empty folder, and what is to be done with them."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from mtqa.errors import InputError

Files = Mapping[str, bytes]


@dataclass(frozen=True)
class Input:
    """What one trial is given.

    Attributes:
        kind: a name of :data:`KINDS`.
        number: its place in the run; it and the run's seed make the input.
        trial: a name of :data:`mtqa.workshop.soak.trials.TRIALS`.
        files: names in an empty folder, and contents.
        words: what the trial is told: arguments of a command, or names of the files.
        kept: names of the records that no damage may cost.
    """

    kind: str
    number: int
    trial: str
    files: Files
    words: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()

    def packed(self, seed: int, problem: str = "") -> str:
        """The input as a file that can be replayed."""
        packed = {
            name: base64.b64encode(zlib.compress(data)).decode()
            for name, data in self.files.items()
        }
        row = {"kind": self.kind, "seed": seed, "number": self.number, "trial": self.trial}
        row |= {"problem": problem, "words": self.words, "kept": self.kept, "files": packed}
        return json.dumps(row, ensure_ascii=True, indent=1)

    @classmethod
    def unpacked(cls, path: Path) -> Input:
        """An input out of such a file.

        Raises:
            InputError: the file is none.
        """
        try:
            row = json.loads(path.read_text("ascii"))
            held = {
                name: zlib.decompress(base64.b64decode(data)) for name, data in row["files"].items()
            }
            return cls(
                row["kind"],
                row["number"],
                row["trial"],
                held,
                tuple(row["words"]),
                tuple(row["kept"]),
            )
        except OSError as problem:
            raise InputError(
                str(path), f"cannot be read ({problem.strerror})", "check the path"
            ) from None
        except (ValueError, KeyError, TypeError, zlib.error) as problem:
            raise InputError(
                str(path), f"no saved input ({problem})", "name a file of failing/"
            ) from None


class Made(NamedTuple):
    """What a maker makes; see :class:`Input`."""

    files: Files
    words: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
