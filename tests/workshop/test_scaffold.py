"""``python -m mtqa.workshop new-check``: the skeleton of a check, which fails until it is filled in."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.checks.families import FAMILIES
from mtqa.errors import MtqaError
from mtqa.workshop import __main__ as command
from mtqa.workshop.scaffold import new_check
from tests.conftest import ROOT

TABLE = Path("mtqa", "checks", "built_in.py")


UNREAD = shutil.ignore_patterns("__pycache__", "test_*.py")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the checks and of the helpers of their tests."""
    shutil.copytree(ROOT / "mtqa" / "checks", tmp_path / "mtqa" / "checks", ignore=UNREAD)
    (tmp_path / "tests").mkdir()
    for name in ("__init__.py", "conftest.py"):
        shutil.copy(ROOT / "tests" / name, tmp_path / "tests" / name)
    shutil.copytree(ROOT / "tests" / "checks", tmp_path / "tests" / "checks", ignore=UNREAD)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


@pytest.fixture
def whole(checkout: Path) -> Path:
    """The copy with all of the code, so that it can be run."""
    shutil.copytree(ROOT / "mtqa", checkout / "mtqa", ignore=UNREAD, dirs_exist_ok=True)
    return checkout


def run(checkout: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Python in the copy, whose code goes before what is installed."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def failed(checkout: Path, test: str) -> int:
    """How many of three tests fail."""
    ran = run(checkout, "-m", "pytest", test)
    counts = {verdict: ran.stdout.count(f"\n{verdict} ") for verdict in ("FAILED", "ERROR")}
    assert counts["ERROR"] == 0 and ran.returncode == bool(counts["FAILED"]), ran.stdout
    return counts["FAILED"]


def test_class_row_and_test_are_written_and_fail_until_they_are_filled_in(whole: Path) -> None:
    made = run(whole, "-m", "mtqa.workshop", "new-check", "spacing.before-percent")
    assert made.returncode == 0, made.stderr
    module, test, table, _ = made.stdout.splitlines()
    assert Path(module) == Path("mtqa/checks/layout/before_percent.py")
    assert Path(test) == Path("tests/checks/test_spacing_before_percent.py")
    assert Path(table) == TABLE

    assert failed(whole, test) == 3

    # sentences alone do not make it pass: there is no rule yet
    text = (whole / test).read_text(encoding="utf-8")
    text = text.replace('("", [("", None)])', '("Inflația e 5 %.", [(" %", "%")])')
    (whole / test).write_text(text.replace('("",)', '("Sunt 5% din voturi.",)'), "utf-8")
    assert failed(whole, test) == 3

    text = (whole / module).read_text(encoding="utf-8")
    text = text.replace("TODO: ", "").replace(
        'raise NotImplementedError("spacing.before-percent has no rule yet")',
        'place = view.target.text.find(" %")\n'
        "        if place >= 0:\n"
        '            yield place, place + 2, "%"',
    )
    (whole / module).write_text(text, encoding="utf-8")
    assert failed(whole, test) == 0


@pytest.mark.parametrize(
    ("name", "module", "row"),
    [
        ("garbled.echo", "garbled/echo.py", "echo"),
        ("omission.quote-lost", "coverage/quote_lost.py", "quote_lost"),
        ("number.leap", "figures/leap.py", "leap"),
        # there is a module target.py in that room, and the language has a word import
        ("names.target", "names/names_target.py", "names_target"),
        ("grammar.import", "grammar/grammar_import.py", "grammar_import"),
    ],
)
def test_the_class_goes_into_the_room_of_its_family(
    checkout: Path, name: str, module: str, row: str
) -> None:
    new_check(name, checkout)
    written = (checkout / "mtqa" / "checks" / module).read_text(encoding="utf-8")
    assert f'name = "{name}"' in written
    table = (checkout / TABLE).read_text(encoding="utf-8")
    assert f"\n    *{row}.CHECKS,\n" in table
    (tuple_of_rows,) = [n for n in ast.parse(table).body if isinstance(n, ast.AnnAssign)]
    before = ast.parse((ROOT / TABLE).read_text(encoding="utf-8"))
    (rows_before,) = [n for n in before.body if isinstance(n, ast.AnnAssign)]
    assert isinstance(tuple_of_rows.value, ast.Tuple) and isinstance(rows_before.value, ast.Tuple)
    assert len(tuple_of_rows.value.elts) == len(rows_before.value.elts) + 1


@pytest.mark.parametrize("family", FAMILIES)
def test_every_family_has_a_room_and_rows(family: str, checkout: Path) -> None:
    module, _, table = new_check(f"{family}.invented", checkout)
    assert module.is_file()
    assert "    *invented.CHECKS,\n" in table.read_text(encoding="utf-8")


def test_what_is_written_is_as_the_linter_wants_it(whole: Path) -> None:
    if shutil.which("ruff", path=str(Path(sys.executable).parent)) is None:
        pytest.skip("ruff is not installed")
    for name in ("spacing.before-percent", "omission.quote-lost", "garbled.echo"):
        new_check(name, whole)
    new_check("meaning.tense", whole, needs_source=True)
    linted = run(whole, "-m", "ruff", "check", "--no-cache", "mtqa/checks", "tests/checks")
    assert linted.returncode == 0, linted.stdout
    formatted = run(whole, "-m", "ruff", "format", "--no-cache", "--check", ".")
    assert formatted.returncode == 0, formatted.stdout


def test_a_check_against_the_source_is_tested_with_pairs(checkout: Path) -> None:
    module, test, _ = new_check("meaning.tense", checkout, needs_source=True)
    assert "    needs_source = True\n" in module.read_text(encoding="utf-8")
    text = test.read_text(encoding="utf-8")
    assert "from tests.checks.pairs import fixes" in text
    assert 'assert fixes("meaning.tense", source, text) == []' in text


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("spacing.hyphen", "there is a check 'spacing.hyphen' already"),
        ("spaces.hyphen", "there is no family 'spaces'; the families: names, number"),
        ("Spacing.Hyphen", "is no name of a check; write family.fault in small letters"),
        ("spacing", "is no name of a check"),
        ("spacing.", "is no name of a check"),
        ("spacing.../../x", "is no name of a check"),
    ],
)
def test_names_that_cannot_be_are_refused_in_one_line(
    checkout: Path, name: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = (checkout / TABLE).read_bytes()
    with pytest.raises(MtqaError) as refused:
        new_check(name, checkout)
    assert said in str(refused.value)
    assert "\n" not in str(refused.value)
    assert (checkout / TABLE).read_bytes() == before


def test_a_second_time_the_files_are_spared(checkout: Path) -> None:
    module, _, table = new_check("spacing.before-percent", checkout)
    module.write_text("# my rule\n", encoding="utf-8")
    kept = table.read_bytes()
    with pytest.raises(MtqaError, match=r"test_spacing_before_percent\.py exists"):
        new_check("spacing.before-percent", checkout)
    assert module.read_text(encoding="utf-8") == "# my rule\n"
    assert table.read_bytes() == kept


def test_outside_a_checkout_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(MtqaError, match="run this in a checkout of mtqa"):
        new_check("spacing.before-percent", tmp_path)


@pytest.mark.parametrize("arguments", [["new-check", "spaces.x"], ["new-check"], ["new-chek"]])
def test_the_command_ends_with_two_and_one_line(
    arguments: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["mtqa.workshop", *arguments])
    with pytest.raises(SystemExit) as end:
        command.main()
    assert end.value.code == 2
    (line,) = capfd.readouterr().err.splitlines()
    assert line.startswith("mtqa: ")


def test_help_lists_the_command() -> None:
    assert "new-check" in CliRunner().invoke(command.workshop, ["--help"]).output
