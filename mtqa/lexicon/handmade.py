"""The lists compiled by hand: one reader for all the tab-separated files of ``data/handmade``.

A file's first line names its columns after ``# columns:``; further lines with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from mtqa.lexicon.analysis import Analysis

FOLDER = Path(__file__).parent / "data" / "handmade"
_COLUMNS = "# columns:"
_DEMONYM_TAGS = ("Ams3an0000", "Afs3an0000", "Amp3an0000", "Afp3an0000")


def rows(name: str, folder: Path = FOLDER) -> Iterator[dict[str, str]]:
    """The rows of ``<name>.tsv``, column name to text; short rows are filled with ``""``.

    A file that does not exist has no rows.

    Raises:
        ValueError: the first line does not name the columns, or a row has more cells than columns.
    """
    path = folder / f"{name}.tsv"
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0].startswith(_COLUMNS):
        raise ValueError(f"{path}: the first line must be '{_COLUMNS} name<TAB>name...'")
    columns = [column.strip() for column in lines[0][len(_COLUMNS) :].split("\t")]
    for number, line in enumerate(lines[1:], 2):
        if not line.strip() or line.startswith("#"):
            continue
        cells = [cell.strip() for cell in line.split("\t")]
        if len(cells) > len(columns):
            raise ValueError(f"{path}:{number}: {len(cells)} cells for {len(columns)} columns")
        yield dict(zip(columns, cells + [""] * (len(columns) - len(cells)), strict=True))


@dataclass(frozen=True, slots=True)
class RecentWord:
    """A form that the dictionaries do not have yet, with what is known about it."""

    form: str
    analyses: tuple[Analysis, ...] = ()


def recent(folder: Path = FOLDER) -> Iterator[RecentWord]:
    """The forms of ``recent.tsv`` and ``loanwords.tsv``, and the demonyms of ``places.tsv``."""
    for name in ("recent", "loanwords"):
        for row in rows(name, folder):
            yield from (RecentWord(form) for form in _forms(row))
    for row in rows("places", folder):
        for paradigm in f"{row.get('adjective', '')};{row.get('inhabitant', '')}".split(";"):
            forms = [form.strip() for form in paradigm.split("|") if form.strip()]
            for form, tag in zip(forms, _DEMONYM_TAGS, strict=False):
                yield RecentWord(form, (Analysis(forms[0], tag),))


def _forms(row: dict[str, str]) -> list[str]:
    """The word (first column) and what stands in the column ``forms``, separated by ``|``."""
    forms = [next(iter(row.values())), *row.get("forms", "").split("|")]
    return [form.strip() for form in dict.fromkeys(forms) if form.strip()]
