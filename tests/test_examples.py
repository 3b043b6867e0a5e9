"""The examples run as their READMEs say, and say what they promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from mtqa import Article, Check
from mtqa.checks.base import View
from mtqa.checks.registry import _validate
from mtqa.config import Config
from mtqa.languages.ro import Document
from mtqa.pipeline import segment
from tests.conftest import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

EXAMPLES = ROOT / "examples"


def run(script: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """An example as a user starts it, in its folder."""
    path = EXAMPLES / script
    return subprocess.run(
        [sys.executable, path.name, *map(str, arguments)],
        cwd=path.parent,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_ci_holds_back_what_misinforms(tmp_path: Path) -> None:
    publish = tmp_path / "publish.txt"
    ran = run("ci/gate.py", "ro.xml", "en.xml", publish)
    assert ran.returncode == 1
    assert publish.read_text(encoding="utf-8") == "podul\n"
    held = [line for line in ran.stderr.splitlines() if line.startswith("held back: ")]
    assert len(held) == 2
    assert held[0].startswith("held back: spitalul: '48'")
    assert held[1].startswith("held back: ministrul: 'Choe, fiul Hui'")


def test_ci_writes_nothing_where_a_feed_cannot_be_read(tmp_path: Path) -> None:
    publish = tmp_path / "publish.txt"
    ran = run("ci/gate.py", "nothing.xml", "en.xml", publish)
    assert ran.returncode == 2
    assert "nothing.xml" in ran.stderr
    assert "Traceback" not in ran.stderr
    assert not publish.exists()


def test_the_workflow_gives_inputs_that_the_action_has() -> None:
    yaml = pytest.importorskip("yaml")
    workflow = yaml.safe_load((EXAMPLES / "ci" / "workflow.yml").read_text(encoding="utf-8"))
    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    (step,) = [s for s in workflow["jobs"]["gate"]["steps"] if s["uses"] == "./tools/mtqa"]
    assert set(step["with"]) <= set(action["inputs"])


def test_python_prints_issues_and_corrects_the_text() -> None:
    ran = run("python/check_article.py")
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.startswith("fail, quality ")
    assert "critical  '4,9' -> '4,8'" in ran.stdout
    assert (
        "Consiliul a cumpărat 12 ambulanțe cu 4,8 milioane de euro. Nimeni nu s-a opus.\n"
        in ran.stdout
    )
    assert "1 ['spacing.hyphen']" in ran.stdout


@pytest.fixture
def shouting() -> type[Check]:
    """The class that the example's entry point names."""
    folder = EXAMPLES / "python"
    project = tomllib.loads((folder / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["mtqa.checks"]["shouting"].partition(":")
    spec = spec_from_file_location(module, folder / f"{module}.py")
    assert spec is not None and spec.loader is not None
    loaded = module_from_spec(spec)
    spec.loader.exec_module(loaded)
    found: type[Check] = getattr(loaded, name)
    return found


def test_the_plugin_is_a_check_that_hears_shouting_alone(shouting: type[Check]) -> None:
    _validate(shouting)
    target = Document("SCANDAL!!! Premierul pleacă! NATO decide.")
    view = View(Article("test", target.text), target, segment(target), Config())
    assert [(i.text, i.suggestion) for i in shouting().find(view)] == [("SCANDAL!!!", "Scandal.")]


def test_the_plugin_is_as_short_as_it_says(shouting: type[Check]) -> None:
    text = (EXAMPLES / "python" / "shouting.py").read_text(encoding="utf-8")
    code = [line for line in text.partition('"""\n')[2].splitlines() if line.strip()]
    assert len(code) <= 15, code


def test_a_corpus_is_summed_up_by_outlet(tmp_path: Path) -> None:
    pytest.importorskip("pandas")
    out = tmp_path / "scored.jsonl"
    ran = run("corpus/summary.py", "news.jsonl", out)
    assert ran.returncode == 0, ran.stderr
    summary = json.loads(ran.stdout)
    assert {name: row["articles"] for name, row in summary["outlets"].items()} == {
        "ziar": 4,
        "agenție": 3,
    }
    assert summary["critical"] == 3
    assert summary["checks"]["names.kinship"] == 1
    assert len(out.read_text(encoding="utf-8").splitlines()) == 7
    (reject,) = (tmp_path / "scored.rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(reject)["id"] == "gol"
