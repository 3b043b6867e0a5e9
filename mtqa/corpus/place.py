"""What a run may write and remove: its own files, never its inputs and never what others wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mtqa.corpus.store import KINDS, LOCK, OutputError, Store, signature
from mtqa.readers.inputs import Inputs, format_of
from mtqa.readers.streams import STDIN, is_remote


@dataclass(frozen=True, slots=True)
class Place:
    """Where the output of a run lies.

    Attributes:
        out: path or URL as the user gave it.
        form: ``jsonl`` or ``parquet``.
    """

    out: str
    form: str = "jsonl"

    @property
    def one_file(self) -> bool:
        """Whether all articles go to one file; otherwise ``out`` is a folder."""
        return self.out.endswith((".jsonl", ".jsonl.gz", ".jsonl.zst", ".jsonl.zstd"))

    @property
    def store(self) -> Store:
        """Where the parts lie: in the folder, or beside the file until it is whole."""
        root = f"{self.out}.parts" if self.one_file else self.out.rstrip("/") or "/"
        return Store(root, self.form)

    @property
    def lock(self) -> str:
        """The file that a run holds while it is at work."""
        if not self.one_file:
            return f"{self.store.root}/{LOCK}"
        return str(Path(self.out).with_name(f".{Path(self.out).name}.lock"))

    @property
    def rejected(self) -> str:
        """Where the rejects are listed."""
        if not self.one_file:
            return f"{self.store.root}/rejected"
        return str(Path(self.out).with_name(f"{_stem(self.out)}.rejected.jsonl"))

    @property
    def summary(self) -> str:
        """Where the corpus table lies."""
        if not self.one_file:
            return f"{self.store.root}/summary.json"
        return str(Path(self.out).with_name(f"{_stem(self.out)}.summary.json"))

    def spare(self, inputs: Inputs) -> None:
        """Refuse inputs that the run would write over, or read its own output from.

        Raises:
            OutputError: there is such an input.
        """
        for path in filter(None, (*inputs.paths, *inputs.sources, *inputs.references)):
            if path != STDIN and self._takes(path, inputs.format):
                raise OutputError(
                    f"--out {self.out}: the input {path} is one of the files that this would write "
                    "over; name another --out"
                )

    def _takes(self, path: str, form: str | None) -> bool:
        given = _real(path)
        if any(given == own or given.startswith(f"{own}/") for own in map(_real, self._written())):
            return True
        root = _real(self.store.root)
        around = root == given or root.startswith(f"{given}/")
        return around and format_of(path, form) == "parquet"

    def _written(self) -> Iterator[str]:
        root = self.store.root
        if self.one_file:
            yield from (self.out, root, self.rejected)
        yield from (self.summary, self.lock, f"{self.lock}.json", f"{root}/run.json")
        yield from (f"{root}/{kind}" for kind in KINDS)

    def require_own(self, *, overwrite: bool) -> None:
        """Refuse to write over anything that no run has written, or that is finished.

        Args:
            overwrite: whether what an earlier run has left may go.

        Raises:
            OutputError: it may not be written here; nothing has been changed.
        """
        store = self.store
        begun = store.is_run
        names = store.other_names() if overwrite else store.run_names()
        strange = None if begun else next(names, None)
        if strange:
            raise OutputError(
                f"{store.root}: has {strange} but no run.json, so that it is not the output of a "
                "run; name another folder"
            )
        if self.one_file:
            self._require_file(begun, overwrite)

    def _require_file(self, begun: bool, overwrite: bool) -> None:
        """The same for the output that is one file, and what goes beside it."""
        out = Path(self.out)
        if out.is_dir():
            raise OutputError(f"{out}: is a folder; name a file, or a folder without this ending")
        ours = signature(self.store.read(self.summary)) is not None
        beside = [path for path in (self.summary, self.rejected) if Path(path).exists()]
        if beside and not (ours or begun):
            raise OutputError(f"{beside[0]}: is not of a run; move it, or name another --out")
        if not out.exists() or not out.stat().st_size:
            return
        if not ours:
            raise OutputError(
                f"{out}: has no {Path(self.summary).name} beside it, so that it is not the output "
                "of a run; remove it yourself, or name another --out"
            )
        if not (begun or overwrite):
            raise OutputError(f"{out}: exists and is whole; --overwrite makes it anew")


def _stem(out: str) -> str:
    return Path(out).name.partition(".jsonl")[0]


def _real(path: str) -> str:
    return path.rstrip("/") if is_remote(path) else str(Path(path).resolve())
