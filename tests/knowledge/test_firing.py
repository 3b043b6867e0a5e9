"""Every row says where it comes from; all but facts speak on more than their own example."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.checks.built_in import BUILT_IN
from mtqa.errors import TableError
from mtqa.knowledge.firing import FIRING, HEADER, Fired, fired, load
from mtqa.knowledge.rows import Row, senses

#: So many different sources of machine translations make a row more than an example.
ENOUGH = 2
#: A fact that human translators contradict oftener is none: some of them make the mistake too.
MOST_DENIED = 3


SEEN = [row for row in senses() if row.provenance != "fact"]
FACTS = [row for row in senses() if row.provenance == "fact"]


@pytest.mark.parametrize("row", SEEN, ids=lambda row: row.name)
def test_a_row_is_known_from_two_sources(row: Row) -> None:
    counted = fired().get((row.check, row.name))
    seen = row.attested if counted is None else counted.machine
    assert seen >= ENOUGH, f"line {row.line} of senses.tsv; run `python -m mtqa.workshop.firing`"


def test_a_fact_is_hardly_ever_denied_by_human_translators() -> None:
    """Facts need no count to be true, but one that people contradict is none."""
    counted = [fired().get((row.check, row.name), Fired(0, 0)) for row in FACTS]
    assert max((fact.human for fact in counted), default=0) <= MOST_DENIED


def test_the_committed_counts_are_of_checks_and_rows_that_exist() -> None:
    known = {(check.name, "") for check in BUILT_IN} | {(row.check, row.name) for row in senses()}
    assert fired().keys() - known == set(), "run `python -m mtqa.workshop.firing`"


def test_counts_are_read(tmp_path: Path) -> None:
    path = tmp_path / "firing.tsv"
    path.write_text(f"{HEADER}\n# a remark\nmeaning.idiom\t\t21\t3\nmeaning.idiom\ta=b\t2\t0\n")
    assert load(path) == {
        ("meaning.idiom", ""): Fired(21, 3),
        ("meaning.idiom", "a=b"): Fired(2, 0),
    }
    assert load(tmp_path / "absent.tsv") == {}


@pytest.mark.parametrize("line", ["meaning.idiom\t3\t4", "meaning.idiom\t\tmany\t0", "x"])
def test_a_broken_line_is_named(tmp_path: Path, line: str) -> None:
    path = tmp_path / "firing.tsv"
    path.write_text(f"{HEADER}\n{line}\n")
    with pytest.raises(TableError, match=r"firing\.tsv:2: .* is no check, row and two counts; run"):
        load(path)
    path.write_text(f"check\trow\n{line}\n")
    with pytest.raises(TableError, match=r"firing\.tsv:1: "):
        load(path)


def test_the_table_is_committed() -> None:
    assert FIRING.is_file()
