"""``mtqa checks``, the registry and checks from other packages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.checks.registry import all_checks, select
from mtqa.errors import UnknownCheck
from mtqa.model import CATEGORIES
from tests.cli.test_check import mtqa


def test_every_check_is_listed_with_its_category_and_docstring() -> None:
    listed = json.loads(mtqa("checks", "--json").stdout)
    assert {row["check"] for row in listed} >= set(all_checks())
    for row in listed:
        assert row["category"] in CATEGORIES
        assert len(row["title"]) > 20
        assert 0 < row["confidence"] <= 1
    assert "spacing.hyphen" in mtqa("checks").stdout


def test_select_by_name_family_and_pattern() -> None:
    assert [check.name for check in select(["spacing.hyphen"])] == ["spacing.hyphen"]
    assert {check.name.split(".")[0] for check in select(["names"])} == {"names"}
    assert len(select([])) == len(all_checks())
    assert not {"spacing.hyphen"} & {check.name for check in select([], ["spacing"])}
    with pytest.raises(UnknownCheck, match="did you mean"):
        select(["spacin"])


PLUGIN = '''
import re
from mtqa import Check, Message

class Shouting(Check):
    """Three exclamation marks after a word in capitals."""
    name = "{name}"
    category = "{category}"

    def find(self, view):
        for match in re.finditer(r"[A-Z]{{3,}}!!!", view.target.text):
            yield self.issue(view, *match.span(), Message("Shouting", "Strigăt"), "…")
'''


def install(folder: Path, name: str = "house.shouting", category: str = "punctuation") -> None:
    """Lay out a distribution with a check, as an installer would."""
    (folder / "house_checks.py").write_text(
        PLUGIN.format(name=name, category=category), encoding="utf-8"
    )
    info = folder / "house_checks-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: house-checks\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text("[mtqa.checks]\nshouting = house_checks:Shouting\n")


@pytest.fixture
def plugin_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    return folder


def run_with(folder: Path, *words: str | Path, stdin: str = "") -> tuple[int, str, str]:
    import os
    import subprocess
    import sys

    from tests.conftest import ROOT

    done = subprocess.run(
        [sys.executable, "-m", "mtqa", *map(str, words)],
        input=stdin.encode(),
        capture_output=True,
        env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}"},
    )
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_check_from_another_package(plugin_path: Path) -> None:
    install(plugin_path)
    assert "house.shouting" in run_with(plugin_path, "checks")[1]
    _, out, _ = run_with(
        plugin_path, "check", "-", stdin="Ministrul a strigat NU!!!, apoi a plecat din țară."
    )
    assert "house.shouting" not in out  # two letters: not this check's business
    _, out, _ = run_with(
        plugin_path, "check", "-", stdin="Ministrul a strigat GATA!!!, apoi a plecat."
    )
    assert "Shouting" in out


@pytest.mark.parametrize(
    ("name", "category", "said"),
    [
        ("spacing.hyphen", "spacing", "two checks are called"),
        ("house.shouting", "volume", "a category out of"),
    ],
)
def test_a_broken_plugin_is_named(plugin_path: Path, name: str, category: str, said: str) -> None:
    install(plugin_path, name, category)
    code, _, err = run_with(plugin_path, "checks")
    assert (code, said in err, "Traceback" in err) == (2, True, False)


def test_a_check_shows_on_how_many_sources_it_and_its_rows_speak() -> None:
    shown = mtqa("checks", "meaning.sense").stdout
    assert "different sources of machine" in shown
    rows = [line.split() for line in shown.splitlines()]
    (row,) = [row for row in rows if row[:1] == ["strike=grevă"] and row[-1] == "hand"]
    machine, human, provenance = row[1:4]
    assert int(machine) > int(human)
    assert provenance == "hand"
    (listed,) = json.loads(mtqa("checks", "meaning.sense", "--json").stdout)
    assert listed["fired"]["machine"] >= int(machine)
    row_named = {row["row"]: row for row in listed["rows"]}["strike=grevă"]
    assert (row_named["machine"], row_named["provenance"]) == (int(machine), "hand")


def test_a_check_without_a_table_has_no_rows() -> None:
    (listed,) = json.loads(mtqa("checks", "spacing.comma", "--json").stdout)
    assert listed["rows"] == []
