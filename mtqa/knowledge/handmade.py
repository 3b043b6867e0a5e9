"""The lists compiled by hand: one reader for all the tab-separated files of ``data/handmade``.

A file's first line names its columns after ``# columns:``; further lines with ``#`` are comments.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from mtqa.knowledge.analysis import Analysis

FOLDER = Path(__file__).parent / "data" / "handmade"
_COLUMNS = "# columns:"
_ADJECTIVE = ("Ams3an0000", "Afs3an0000", "Amp3an0000", "Afp3an0000")
_VERB = (
    "V000000f00 V0s3000ii0", "V0s1000iz0 V0s1000cz0", "V0s2000iz0 V0s2000cz0",
    "V0s3000iz0 V0p3000iz0", "V0p1000iz0 V0p1000cz0", "V0p2000iz0 V0p2000cz0 Vmp3000p00",
    "V0s3000cz0 V0p3000cz0", "V0s1000ii0 V0p1000ii0", "V0s2000ii0", "V0p3000ii0", "V0s3000im0",
    "V0p3000im0", "V0s3000is0", "V0p3000is0", "Vms3000p00", "Vfs3000p00", "Vfp3000p00",
    "V000000g00", "V000000g00",
)  # fmt: skip


def _noun(gender: str, *, one_plural: bool = False) -> tuple[str, ...]:
    """Singular, with the article, its oblique; the same of the plural (or all but its first)."""
    tags = [f"S{gender}{number}3{kind}c000" for number in "sp" for kind in ("an", "aa", "ga")]
    if one_plural:
        tags[0] += " " + tags.pop(3)
    return tuple(tags)


#: The paradigms of ``recent.tsv`` by part of speech and number of forms: the tags in their order.
_TAGS = {
    ("adj", 4): _ADJECTIVE,
    ("v", len(_VERB)): _VERB,
    ("f", 5): _noun("f", one_plural=True),
    **{(gender, 6): _noun(gender) for gender in "mfn"},
}


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


@lru_cache(maxsize=256)
def word_list(name: str, kind: str, language: str = "") -> tuple[str, ...]:
    """The words of one kind, in the order of the file.

    Args:
        name: of a table with the columns ``kind`` and ``words`` (and perhaps ``language``), where
            ``|`` stands between two words; a kind may have several rows.
        kind: which rows.
        language: ISO 639-1 code, if only its rows are wanted.

    Raises:
        KeyError: no row is of this kind and language.

    >>> word_list("internet-endings", "capitals")
    ('Com', 'Eu', 'Md', 'Net', 'Org', 'Ro')
    """
    found = tuple(
        word
        for row in rows(name)
        if row["kind"] == kind and (not language or row["language"] == language)
        for word in _cells(row["words"])
    )
    if not found:
        raise KeyError(f"{name}.tsv: no row of kind {kind!r} {language}".rstrip())
    return found


@lru_cache(maxsize=256)
def word_set(name: str, kind: str, language: str = "") -> frozenset[str]:
    """The words of `word_list` without their order, to look words up in."""
    return frozenset(word_list(name, kind, language))


def recent(folder: Path = FOLDER) -> dict[str, tuple[Analysis, ...]]:
    """Words that the dictionaries do not have yet, with their readings where these are known.

    They come from ``recent.tsv``, ``loanwords.tsv`` (no readings) and the demonyms of
    ``places.tsv``.
    """
    found: dict[str, dict[Analysis, None]] = {}
    for row in rows("recent", folder):
        forms = _cells(row["forms"]) or [row["lemma"]]
        tags = _TAGS.get((row["pos"], len(forms)), ())
        for number, form in enumerate([row["lemma"], *forms]):
            readings = found.setdefault(form, {})
            for tag in tags[number - 1].split() if number and tags else ():
                readings[Analysis(row["lemma"], tag)] = None
    for row in rows("loanwords", folder):
        found.setdefault(row["form"], {})
    for row in rows("places", folder):
        for paradigm in f"{row['adjective']};{row['inhabitant']}".split(";"):
            forms = _cells(paradigm)
            for form, tag in zip(forms, _ADJECTIVE, strict=False):
                found.setdefault(form, {})[Analysis(forms[0], tag)] = None
    return {form: tuple(readings) for form, readings in found.items() if form}


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.split("|") if cell.strip()]
