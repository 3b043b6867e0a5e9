"""The table of wrong renderings: its format, and what is said of a row that breaks it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.errors import MtqaError, TableError
from mtqa.knowledge.rows import COLUMNS, load, senses

HEADER = "# columns: " + "\t".join(COLUMNS)
GOOD = {
    "name": "library=librărie",
    "kind": "false-friend",
    "language": "en de",
    "source": "library",
    "wrong": "librărie",
    "right": "biblio*|sală de lectură",
    "needs": "book @school",
    "unless": "bookshop @sport",
    "severity": "major",
    "provenance": "mined: ro-sts-postedit 5, ro-mqm/train 3",
}


def table(folder: Path, *rows: dict[str, str], header: str = HEADER) -> Path:
    path = folder / "senses.tsv"
    lines = ["\t".join(row.values()) for row in rows]
    path.write_text("\n".join([header, "# a remark", "", *lines]) + "\n", encoding="utf-8")
    return path


def test_a_row_is_read(tmp_path: Path) -> None:
    (row,) = load(table(tmp_path, GOOD))
    assert (row.name, row.kind, row.languages) == (GOOD["name"], GOOD["kind"], {"en", "de"})
    assert (row.needs.words, row.needs.topics) == (("book",), {"school"})
    assert (row.unless.words, row.unless.topics) == (("bookshop",), {"sport"})
    assert row.shown == "sală de lectură"  # the first that is no pattern
    assert (row.severity, row.attested, row.line) == ("major", 8, 4)


@pytest.mark.parametrize("provenance", ["hand", "fact"])
def test_a_row_that_was_not_mined_is_attested_nowhere(tmp_path: Path, provenance: str) -> None:
    (row,) = load(table(tmp_path, GOOD | {"provenance": provenance}))
    assert row.attested == 0


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"name": ""}, "no name"),
        ({"kind": "homograph"}, "unknown kind 'homograph'; one of sense"),
        ({"language": "English"}, "'English' is no language"),
        ({"source": ""}, "only a calque has no source"),
        ({"kind": "calque"}, "only a calque has no source"),
        ({"wrong": ""}, "lacks its wrong or its right rendering"),
        ({"wrong": "_ librărie"}, "begins with a word that must be there"),
        ({"right": "bibliotecă//sală"}, "an alternative of a word is empty"),
        ({"needs": "@cooking"}, "unknown topic @cooking; one of crime"),
        ({"severity": "grave"}, "unknown severity 'grave'"),
        ({"provenance": ""}, "does not say how the row was come by"),
        ({"provenance": "mined: ro-sts-postedit"}, "does not say how the row was come by"),
        ({"provenance": "hand\tmore"}, "11 cells for 10 columns"),
    ],
)
def test_a_broken_row_is_named_with_file_line_and_cure(
    tmp_path: Path, cells: dict[str, str], said: str
) -> None:
    path = table(tmp_path, GOOD, GOOD | {"name": "other"} | cells)
    with pytest.raises(TableError) as problem:
        load(path)
    text = str(problem.value)
    assert text.startswith(f"{path}:5: ")
    assert said in text
    assert "; " in text and "\n" not in text


def test_two_rows_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(TableError, match=r":5: the name .* is taken by line 4"):
        load(table(tmp_path, GOOD, GOOD))


@pytest.mark.parametrize("header", ["# columns: name\twrong", "name\tkind"])
def test_other_columns_are_refused(tmp_path: Path, header: str) -> None:
    with pytest.raises(TableError, match=r"senses\.tsv:1: .*first line must be"):
        load(table(tmp_path, GOOD, header=header))


def test_a_missing_table_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match=r"senses\.tsv: cannot be read"):
        load(tmp_path / "senses.tsv")


def test_the_table_that_comes_with_mtqa_is_sound() -> None:
    rows = senses()
    assert {row.kind for row in rows} <= {"sense", "false-friend", "idiom", "calque"}
    assert all(row.shown for row in rows), "an editor is told what Romanian says"
