"""The console table, and the rendered reports that the repository shows."""

from __future__ import annotations

import re
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from mtqa import Article, Checker, Config
from mtqa.checks.built_in import BUILT_IN
from mtqa.checks.families import FAMILIES
from mtqa.report.console import Places, show, visible
from mtqa.report.formats import Run
from mtqa.report.phrases import count
from mtqa.workshop.readme import CHECKS, PAGES, checks_page, filled
from mtqa.workshop.samples import render
from tests.conftest import ROOT


def table(text: str, ui: str = "en", width: int = 100) -> str:
    console = Console(file=StringIO(), width=width)
    run = Run("made", Config(ui=ui))  # type: ignore[arg-type]
    show([Checker().check(Article("a", text))], console, run)
    printed: str = console.file.getvalue()  # type: ignore[attr-defined]
    return printed


@pytest.mark.parametrize("name", sorted(render()))
def test_reports_are_fresh(name: str) -> None:
    kept = (ROOT / "reports" / name).read_text(encoding="utf-8")
    assert kept == render()[name], "run `make reports`"


def test_a_row_for_each_issue() -> None:
    printed = table("Trump l -a acuzat. Ziua  a fost rea.")
    assert "1:7" in printed
    assert "l-a" in printed
    assert "␣␣" in printed


def test_place_is_line_and_column() -> None:
    place = Places("ab\r\ncd\ref")
    assert [place(offset) for offset in (0, 1, 4, 8)] == ["1:1", "1:2", "2:1", "3:2"]
    assert Places("")(0) == "1:1"


def test_control_characters_never_reach_the_terminal() -> None:
    printed = table("A spus \x1b[31m\u202enu nu\x07 și a plecat în țară de de acolo.")
    assert "\x1b" not in printed
    assert "\u202e" not in printed
    assert "\x07" not in printed
    assert visible("a\u202eb\x1bc\u00a0d") == "a\\u202eb\\u001bc\u00a0d"


def test_mark_up_of_the_article_is_text() -> None:
    assert "[bold]de de[/bold]" not in table("[bold]a venit de de acolo[/bold]")
    assert "de de" in table("[bold]a venit de de acolo[/bold]")


@pytest.mark.parametrize(
    ("number", "en", "ro"),
    [
        (1, "1 issue", "1 problemă"),
        (5, "5 issues", "5 probleme"),
        (22, "22 issues", "22 de probleme"),
        (101, "101 issues", "101 probleme"),
        (0, "0 issues", "0 probleme"),
    ],
)
def test_counting(number: int, en: str, ro: str) -> None:
    assert count(number, "issue", "en") == en
    assert count(number, "issue", "ro") == ro


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_measured_parts_of_readme_and_site_are_fresh(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")
    assert kept == filled(kept, PAGES[path]), "run `make reports`"


def test_a_part_without_its_marks_is_an_error() -> None:
    with pytest.raises(ValueError, match="no marks for the part 'profiles'"):
        filled("# A page\n<!-- profiles -->\nwithout an end\n", ["profiles"])


def test_no_part_is_left_over() -> None:
    for path, names in PAGES.items():
        opened = re.findall(r"^<!-- ([a-z]+) -->$", path.read_text(encoding="utf-8"), re.MULTILINE)
        assert opened == list(names), path


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text(encoding="utf-8").splitlines()) <= 250


def test_the_page_of_checks_is_fresh() -> None:
    assert CHECKS.read_text(encoding="utf-8") == checks_page(), "run `make reports`"


def test_every_family_is_described() -> None:
    assert {check.name.partition(".")[0] for check in BUILT_IN} == set(FAMILIES)
