"""A style sheet as a user gives it: beside the configuration, and what a mistake in it says."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.test_check import mtqa, one_line


def project(folder: Path, sheet: str) -> Path:
    (folder / "names.csv").write_text(sheet, encoding="utf-8")
    (folder / "mtqa.toml").write_text('[names]\nglossary = ["names.csv"]\n', encoding="utf-8")
    article = folder / "a.ro.txt"
    article.write_text(
        "Primarul Kiewului a demisionat\nPrimarul a plecat ieri din oraș, a anunțat agenția.\n",
        encoding="utf-8",
    )
    return article


def test_the_sheet_beside_the_configuration_is_used(tmp_path: Path) -> None:
    article = project(tmp_path, "preferred,forbidden\nKiev,Kiew\n")
    inside = tmp_path / "texte"
    inside.mkdir()
    done = mtqa("check", "--format", "json", article, cwd=inside)
    ((found,),) = [record["issues"] for record in json.loads(done.stdout)["articles"]]
    assert (found["check"], found["suggestion"]) == ("names.house-forbidden", "Kievului")
    assert found["weight"] == 10  # major, in the headline


def test_a_mistake_in_the_sheet_is_one_line(tmp_path: Path) -> None:
    article = project(tmp_path, "preferred,forbiden\nKiev,Kiew\n")
    line = one_line(mtqa("check", article, cwd=tmp_path))
    assert "names.csv:1: unknown column “forbiden”; did you mean “forbidden”?" in line
