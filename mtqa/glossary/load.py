"""Files of names and terms into entries: what the configuration gives and what its files add."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtqa.errors import ConfigError
from mtqa.glossary.entries import NameEntry, Placed, TermEntry, require_consistent
from mtqa.glossary.table import read_table
from mtqa.glossary.tbx import read_tbx

_TABLES = frozenset([".csv", ".tsv", ".txt"])
_TBX = frozenset([".tbx", ".xml"])


def load_names(entries: Sequence[NameEntry], files: Sequence[str]) -> tuple[NameEntry, ...]:
    """The entries of the configuration and of its CSV files.

    Raises:
        ConfigError: a file cannot be read, or entries contradict each other.
    """
    listed = [Placed(entry, f"[[names.entry]] {n}") for n, entry in enumerate(entries, 1)]
    for file in map(Path, files):
        if file.suffix.lower() not in _TABLES:
            raise ConfigError(f"{file}: names come as CSV; give a .csv file")
        listed += read_table(file, NameEntry)
    require_consistent(listed, "name")
    return tuple(placed.entry for placed in listed)


def load_terms(entries: Sequence[TermEntry], files: Sequence[str]) -> tuple[TermEntry, ...]:
    """The entries of the configuration and of its CSV and TBX files.

    Raises:
        ConfigError: a file cannot be read, or entries contradict each other.
    """
    listed = [Placed(entry, f"[[terms.entry]] {n}") for n, entry in enumerate(entries, 1)]
    for file in map(Path, files):
        suffix = file.suffix.lower()
        if suffix not in _TABLES | _TBX:
            raise ConfigError(f"{file}: terms come as CSV or TBX; give a .csv or .tbx file")
        listed += read_tbx(file) if suffix in _TBX else read_table(file, TermEntry)
    require_consistent(listed, "term")
    return tuple(placed.entry for placed in listed)
