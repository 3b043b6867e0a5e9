"""The GitHub Action and the pre-commit hook, by the very commands they run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from tests.conftest import ROOT

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
KEY, CACHE, INSTALL, CHECK, UPLOAD = ACTION["runs"]["steps"]

GOOD = "Președintele a plecat marți la Madrid, unde va discuta cu omologii săi despre buget.\n"
BAD = f"{GOOD}Ministrul Choe, fiul Hui a ajuns la Moscova.\n"

pytestmark = pytest.mark.skipif(
    shutil.which("bash") is None or os.name == "nt", reason="the action's steps need bash"
)


class Step(NamedTuple):
    """A finished step: exit code, log, and what it wrote for GitHub."""

    code: int
    log: str
    outputs: str
    summary: str
    env: str


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A checked-out repository with articles."""
    folder = tmp_path / "repo"
    (folder / "știri" / "azi").mkdir(parents=True)
    (folder / "știri" / "bun.ro.txt").write_text(GOOD, encoding="utf-8")
    (folder / "știri" / "azi" / "un titlu.ro.txt").write_text(BAD, encoding="utf-8")
    return folder


def installed(folder: Path) -> Path:
    """A folder with the command, as an installation makes it."""
    folder.mkdir(parents=True)
    command = folder / "mtqa"
    command.write_text(
        f'#!/bin/sh\nPYTHONPATH="{ROOT}" exec "{sys.executable}" -m mtqa "$@"\n', encoding="utf-8"
    )
    command.chmod(0o755)
    return folder


def value(text: str, inputs: Mapping[str, str]) -> str:
    """What GitHub makes of ``${{ inputs.NAME }}``."""
    return re.sub(
        r"\$\{\{ inputs\.([\w-]+) \}\}",
        lambda match: inputs.get(match[1], ACTION["inputs"][match[1]]["default"]),
        re.sub(r"\$\{\{ steps\.\S+ \}\}", inputs.get("cache-hit", ""), text),
    )


def run(
    step: Mapping[str, Any],
    workspace: Path,
    inputs: Mapping[str, str],
    environment: Mapping[str, str] | None = None,
) -> Step:
    """Run a step as GitHub's runner does: its script in a file, bash with these flags."""
    temp = workspace.parent / "temp"
    temp.mkdir(exist_ok=True)
    script = temp / "step.sh"
    script.write_text(step["run"], encoding="utf-8")
    files = {name: temp / name for name in ("GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY", "GITHUB_ENV")}
    for file in files.values():
        file.write_text("", encoding="utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(script)],
        cwd=workspace,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            "PATH": os.environ["PATH"],
            "HOME": str(temp),
            "LANG": "C.UTF-8",
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ROOT),
            "GITHUB_WORKSPACE": str(workspace),
            "RUNNER_TEMP": str(temp),
            **{name: str(path) for name, path in files.items()},
            **{name: value(text, inputs) for name, text in step["env"].items()},
            **(environment or {}),
        },
    )
    read = {name: path.read_text(encoding="utf-8") for name, path in files.items()}
    return Step(
        done.returncode,
        done.stdout + done.stderr,
        read["GITHUB_OUTPUT"],
        read["GITHUB_STEP_SUMMARY"],
        read["GITHUB_ENV"],
    )


def check(workspace: Path, **inputs: str) -> Step:
    """Run the action's check step."""
    bin_folder = workspace.parent / "bin"
    if not bin_folder.exists():
        installed(bin_folder)
    named = {name.replace("_", "-"): text for name, text in inputs.items()}
    return run(CHECK, workspace, named, {"MTQA_BIN": str(bin_folder)})


def test_an_article_that_fails_is_annotated(workspace: Path) -> None:
    step = check(workspace, files="știri/**/*.ro.txt", sarif="out.sarif")
    assert step.code == 1
    (error,) = (line for line in step.log.splitlines() if line.startswith("::error"))
    assert error.startswith("::error file=știri/azi/un titlu.ro.txt,line=2,endLine=2,col=11")
    assert step.outputs == "verdict=failed\n"
    assert "`Choe, fiul Hui`" in step.summary
    log = json.loads((workspace / "out.sarif").read_text(encoding="utf-8"))
    assert log["runs"][0]["results"][0]["ruleId"] == "names.kinship"


def test_articles_that_pass(workspace: Path) -> None:
    step = check(workspace, files="știri/bun.ro.txt\n")
    assert (step.code, step.outputs) == (0, "verdict=passed\n")


def test_the_gate_is_the_users(workspace: Path) -> None:
    files = "știri/**/*.ro.txt"
    assert check(workspace, files=files, fail_on="never").code == 0
    assert check(workspace, files=files, max_critical="1", min_quality="0").code == 0
    (workspace / "alt.toml").write_text("[gate]\nfail_on = 'never'\n", encoding="utf-8")
    assert check(workspace, files=files, config="alt.toml").code == 0


def test_the_profile_is_the_users(workspace: Path) -> None:
    step = check(workspace, files="știri/**/*.ro.txt", profile="quiet")
    assert "· profile quiet" in step.summary
    step = check(workspace, files="știri/**/*.ro.txt", profile="loud")
    assert (step.code, step.outputs) == (2, "verdict=error\n")


def test_known_issues_pass(workspace: Path) -> None:
    subprocess.run(
        [installed(workspace.parent / "b") / "mtqa", "baseline", "știri/azi/un titlu.ro.txt"],
        cwd=workspace,
        check=True,
        capture_output=True,
    )
    step = check(workspace, files="știri/**/*.ro.txt", baseline="mtqa-baseline.json")
    assert (step.code, step.outputs) == (0, "verdict=passed\n")
    assert "::error" not in step.log


def test_sources_and_further_reports(workspace: Path) -> None:
    for number in ("02", "09"):
        for language in ("ro", "en"):
            name = f"{number}.{language}.txt"
            shutil.copy(ROOT / "corpora" / "articles" / name, workspace / name)
    (workspace / "mtqa.toml").write_text("[align]\nencoder = 'lexical'\n", encoding="utf-8")
    step = check(
        workspace,
        files="0*.ro.txt",
        source_files="0*.en.txt",
        source_lang="en",
        reports="r.csv\njunit=r.xml\n",
    )
    assert step.code == 1
    assert (workspace / "r.csv").exists()
    assert 'tests="2"' in (workspace / "r.xml").read_text(encoding="utf-8")


@pytest.mark.parametrize("given", ["auto", "{name}.en.txt\n"])
def test_sources_by_their_names(workspace: Path, given: str) -> None:
    shutil.copy(ROOT / "corpora" / "articles" / "09.ro.txt", workspace)
    shutil.copy(ROOT / "corpora" / "articles" / "09.en.txt", workspace)
    step = check(
        workspace, files="*.ro.txt\nștiri/bun.ro.txt", source_files=given, reports="r.json"
    )
    assert step.outputs == "verdict=passed\n"
    articles = json.loads((workspace / "r.json").read_text(encoding="utf-8"))["articles"]
    assert [row["source_path"] for row in articles] == ["09.en.txt", None]


def test_a_feed(workspace: Path) -> None:
    body = f"<p>{BAD}</p>".replace("<", "&lt;")
    (workspace / "ro.xml").write_text(
        f"<rss version='2.0'><channel><title>x</title>\n<item><guid>1</guid><title>Titlu</title>"
        f"<description>{body}</description></item></channel></rss>",
        encoding="utf-8",
    )
    step = check(workspace, feed="ro.xml")
    assert (step.code, step.outputs) == (1, "verdict=failed\n")
    assert "::error file=ro.xml,line=2,endLine=2,title=critical%3A name::Choe, fiul Hui" in step.log


def test_a_pattern_without_files(workspace: Path) -> None:
    step = check(workspace, files="știri/*.md")
    assert (step.code, step.outputs) == (2, "verdict=error\n")
    assert "::error::mtqa: no file matches știri/*.md" in step.log


def test_nothing_to_check(workspace: Path) -> None:
    step = check(workspace)
    assert (step.code, step.outputs) == (2, "verdict=error\n")
    assert "give a TARGET" in step.log


def test_inputs_are_never_code(workspace: Path) -> None:
    hostile = '$(touch pwned)`touch pwned`"; touch pwned; "'
    step = check(workspace, files=hostile, config=hostile, sarif=hostile)
    assert step.code == 2
    assert not (workspace / "pwned").exists()
    for step_ in (KEY, INSTALL, CHECK):
        assert "${{" not in step_["run"]


def test_every_input_is_used_and_described() -> None:
    text = (ROOT / "action.yml").read_text(encoding="utf-8")
    for name, given in ACTION["inputs"].items():
        assert given["description"]
        assert f"inputs.{name}" in text.partition("\nruns:")[2]


def test_the_action_is_valid_for_github() -> None:
    from importlib.resources import files

    from jsonschema import Draft7Validator

    folder = files("check_jsonschema") / "builtin_schemas" / "vendor"
    schema = json.loads((folder / "github-actions.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(ACTION)] == []


def test_the_install_step_installs_the_action(workspace: Path) -> None:
    """The step's own commands, with a Python that writes down what it is asked for."""
    fake = workspace.parent / "python3"
    fake.write_text(
        '#!/bin/bash\necho "$@" >> "$RUNNER_TEMP/asked"\n'
        'if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi\n',
        encoding="utf-8",
    )
    fake.chmod(0o755)
    inputs = {"python": str(fake), "extras": "align,tables", "models": "mtqa-qe-ro"}
    step = run(INSTALL, workspace, inputs)
    temp = workspace.parent / "temp"
    assert step.code == 0
    venv, pip = (temp / "asked").read_text(encoding="utf-8").splitlines()
    assert venv == f"-m venv {temp}/mtqa"
    assert pip.endswith(f" {ROOT}[align,tables] {ROOT}/models/mtqa-qe-ro")
    assert step.env == f"MTQA_BIN={temp}/mtqa/bin\n"
    # an installation out of the cache is used as it is
    step = run(INSTALL, workspace, {**inputs, "cache-hit": "true"})
    assert step.env == f"MTQA_BIN={temp}/mtqa/bin\n"
    assert len((temp / "asked").read_text(encoding="utf-8").splitlines()) == 2
    step = run(INSTALL, workspace, {**inputs, "models": "gpt"})
    assert (step.code, "no model gpt here" in step.log) == (2, True)


def test_the_cache_is_of_what_would_be_installed(workspace: Path) -> None:
    one, again = (run(KEY, workspace, {"python": sys.executable}) for _ in range(2))
    other = run(KEY, workspace, {"python": sys.executable, "models": "mtqa-qe-ro"})
    assert re.fullmatch(r"key=mtqa-[\d-]+\n", one.outputs)
    assert one.outputs == again.outputs != other.outputs
    assert CACHE["with"]["key"] == "${{ steps.installation.outputs.key }}"


def test_the_upload_step_waits_for_the_users_word() -> None:
    assert "inputs.upload-sarif == 'true'" in UPLOAD["if"]
    assert "always()" in UPLOAD["if"]
    assert ACTION["inputs"]["upload-sarif"]["default"] == "false"


# -- pre-commit ---------------------------------------------------------------------------------


def git(workspace: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git in the repository, whatever the user's own settings are."""
    who = ("-c", "user.name=a", "-c", "user.email=a@b.ro", "-c", "core.quotePath=false")
    return subprocess.run(
        ["git", *who, *words],
        cwd=workspace,
        capture_output=True,
        text=True,
        env=environment(workspace),
    )


def environment(workspace: Path) -> dict[str, str]:
    bin_folder = workspace.parent / "bin"
    if not bin_folder.exists():
        installed(bin_folder)
    kept = {
        name: text for name, text in os.environ.items() if not name.startswith(("GIT_", "PRE_"))
    }
    return {
        **kept,
        "PATH": f"{bin_folder}{os.pathsep}{os.environ['PATH']}",
        "HOME": str(workspace.parent),
        "PRE_COMMIT_HOME": str(workspace.parent / "cache"),
        "LC_ALL": "C.UTF-8",
    }


def pre_commit(workspace: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "pre_commit", *words],
        cwd=workspace,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment(workspace),
    )


@pytest.fixture
def hooked(workspace: Path) -> Path:
    """A git repository with the hook as the manifest says, but for the installation: ``language``
    is ``system``, so that nothing is downloaded."""
    pytest.importorskip("pre_commit")
    if shutil.which("git") is None:
        pytest.skip("git is not installed")
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["language"] == "python"
    # pre-commit takes the least version from manifests only
    del hook["minimum_pre_commit_version"]
    local = {"repo": "local", "hooks": [{**hook, "language": "system"}]}
    (workspace / ".pre-commit-config.yaml").write_text(
        yaml.safe_dump({"repos": [local]}), encoding="utf-8"
    )
    git(workspace, "init", "-q")
    git(workspace, "add", ".")
    return workspace


def test_the_hook_stops_a_commit(hooked: Path) -> None:
    assert pre_commit(hooked, "install").returncode == 0
    done = git(hooked, "commit", "-m", "știri")
    assert done.returncode != 0
    assert "Choe, fiul Hui" in done.stdout + done.stderr
    (hooked / "știri" / "azi" / "un titlu.ro.txt").write_text(GOOD, encoding="utf-8")
    git(hooked, "add", ".")
    done = git(hooked, "commit", "-m", "știri")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_hook_sees_articles_only(hooked: Path) -> None:
    (hooked / "citeste.txt").write_text(BAD, encoding="utf-8")
    (hooked / "știri" / "azi" / "un titlu.ro.txt").unlink()
    git(hooked, "add", "-A")
    done = pre_commit(hooked, "run", "--all-files", "--verbose")
    assert done.returncode == 0
    assert "bun.ro.txt" in done.stdout
    assert "citeste" not in done.stdout


def test_the_manifest_is_valid() -> None:
    pytest.importorskip("pre_commit")
    from pre_commit.clientlib import load_manifest

    (hook,) = load_manifest(ROOT / ".pre-commit-hooks.yaml")
    assert hook["entry"] == "mtqa check --source auto"
