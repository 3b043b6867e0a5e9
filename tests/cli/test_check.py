"""``mtqa check`` as a user and as a CI job meet it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ARTICLES, SPECIMEN

CLEAN = ARTICLES / "09.ro.txt"


def mtqa(
    *words: str | Path, stdin: str | bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command as installed."""
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", *map(str, words)],
        input=stdin if isinstance(stdin, bytes) else stdin.encode(),
        capture_output=True,
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(SPECIMEN.parent.parent), "PYTHONIOENCODING": "utf-8"},
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode()
    )


def one_line(done: subprocess.CompletedProcess[str]) -> str:
    """The only line on standard error of a run that could not be done."""
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    (line,) = done.stderr.splitlines()
    assert line.startswith("mtqa: ")
    return line


def test_failing_article() -> None:
    done = mtqa("check", SPECIMEN)
    assert (done.returncode, done.stderr) == (1, "")
    assert "FAIL" in done.stdout
    assert "Choe Son Hui" in done.stdout


def test_passing_article() -> None:
    done = mtqa("check", CLEAN)
    assert (done.returncode, done.stderr) == (0, "")
    assert "PASS" in done.stdout


def test_romanian_interface() -> None:
    done = mtqa("check", "--ui", "ro", SPECIMEN)
    assert "RESPINS" in done.stdout
    assert "Titlul este repetat" in done.stdout


def test_json_contract() -> None:
    done = mtqa("check", "--format", "json", SPECIMEN)
    report = json.loads(done.stdout)
    assert list(report) == ["mtqa", "signature", "profile", "articles"]
    (article,) = report["articles"]
    assert list(article) == [
        "id",
        "target_path",
        "source_path",
        "verdict",
        "quality",
        "words",
        "scores",
        "segments",
        "issues",
    ]
    text = SPECIMEN.read_bytes().decode()
    for issue in article["issues"]:
        assert text[issue["start"] : issue["end"]] == issue["text"]
    name = next(issue for issue in article["issues"] if issue["check"] == "names.kinship")
    assert list(name) == [
        "check",
        "category",
        "mqm",
        "severity",
        "start",
        "end",
        "text",
        "message",
        "suggestion",
        "confidence",
        "source",
        "weight",
    ]
    assert name["mqm"] == "Accuracy/Mistranslation/Entity"
    assert list(article["segments"][0]) == ["source", "target", "score"]


def test_offsets_hold_in_a_file_with_windows_line_ends(tmp_path: Path) -> None:
    path = tmp_path / "articol.txt"
    path.write_bytes(SPECIMEN.read_bytes().replace(b"\n", b"\r\n"))
    text = path.read_bytes().decode()
    report = json.loads(mtqa("check", "--format", "json", path).stdout)
    issues = report["articles"][0]["issues"]
    plain = json.loads(mtqa("check", "--format", "json", SPECIMEN).stdout)["articles"][0]["issues"]
    assert [issue["text"] for issue in issues] == [issue["text"] for issue in plain]
    assert all(text[issue["start"] : issue["end"]] == issue["text"] for issue in issues)


def test_standard_input() -> None:
    done = mtqa("check", "-", stdin="Președintele a spus că că vine în țară după ședință.")
    assert "că că" in done.stdout


def test_the_good_inputs_are_still_reported(tmp_path: Path) -> None:
    done = mtqa("check", CLEAN, tmp_path / "nu.txt", SPECIMEN)
    assert "no such file" in one_line(done)
    assert "PASS" in done.stdout
    assert "FAIL" in done.stdout


def test_output_file(tmp_path: Path) -> None:
    out = tmp_path / "raport.json"
    done = mtqa("check", "--format", "json", "-o", out, SPECIMEN)
    assert (done.returncode, done.stdout) == (1, "")
    assert (
        json.loads(out.read_text(encoding="utf-8"))["articles"][0]["id"] == "moscova-coreea-de-nord"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["raport.json"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check"], "TARGET"),
        (["check", "nu-exista.txt"], "no such file"),
        (["check", "."], "no Romanian articles in this folder"),
        (["check", str(CLEAN), "--source", "a", "--source", "b"], "one --source per target"),
        (["check", str(CLEAN), "--select", "spacing.hypen"], "did you mean spacing.hyphen"),
        (["check", str(CLEAN), "--config", "nu.toml"], "cannot be read"),
        (["check", str(CLEAN), "-o", "nu/raport.txt"], "cannot be written"),
        (["chekc"], "No such command"),
        (["checks", "nope"], "unknown check"),
        (["evaluate", "spans", "nu.jsonl"], "no such file"),
    ],
)
def test_misuse_is_one_line(words: list[str], said: str, tmp_path: Path) -> None:
    assert said in one_line(mtqa(*words, cwd=tmp_path))


def test_text_that_is_not_romanian() -> None:
    english = ARTICLES / "02.en.txt"
    assert "not Romanian, it looks like English" in one_line(mtqa("check", english))
    assert mtqa("check", "--force", english).returncode in {0, 1}


def test_a_source_that_was_not_translated_fails_instead_of_being_refused() -> None:
    english = ARTICLES / "02.en.txt"
    done = mtqa("check", english, "--source", english, "--qe", "off", "--format", "json")
    (article,) = json.loads(done.stdout)["articles"]
    assert (done.returncode, article["verdict"]) == (1, "fail")
    (issue,) = article["issues"]
    assert (issue["check"], issue["severity"]) == ("untranslated.text", "critical")
    assert issue["text"] == english.read_text(encoding="utf-8").strip()


def test_where_that_would_not_be_said_the_text_is_still_refused() -> None:
    english, romanian = ARTICLES / "02.en.txt", ARTICLES / "02.ro.txt"
    words = ("--source", english, "--select", "spacing")
    assert "not Romanian" in one_line(mtqa("check", english, *words))
    line = one_line(mtqa("check", english, "--source", romanian))
    assert "looks like English, but its source is Romanian; swap the two" in line


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ("[gate]\nmin_qualty = 5", "unknown key 'gate.min_qualty'"),
        ("colour = 1", "unknown key 'colour'"),
        ("[gate]\nmin_quality = 'high'", "'gate.min_quality'"),
        ("[gate]\nmin_quality = 500", "'gate.min_quality'"),
        ("[checks]\nselect = ['nope']", "unknown check 'nope'"),
        ("[checks.severity]\n'spacing.hyphen' = 'huge'", "severity"),
        ("[checks.severity]\nnope = 'minor'", "unknown check 'nope'"),
        ("ui = 'fr'", "'ui'"),
        ("= 3", "not valid TOML"),
    ],
)
def test_broken_configuration_names_the_key(tmp_path: Path, toml: str, said: str) -> None:
    (tmp_path / "mtqa.toml").write_text(toml, encoding="utf-8")
    line = one_line(mtqa("check", CLEAN, cwd=tmp_path))
    assert said in line


def test_configuration_is_found_upwards(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text(
        "[tool.mtqa.checks]\nselect = ['boilerplate']\n", encoding="utf-8"
    )
    inside = tmp_path / "stiri"
    inside.mkdir()
    done = mtqa("check", "--format", "json", SPECIMEN, cwd=inside)
    (article,) = json.loads(done.stdout)["articles"]
    assert {issue["category"] for issue in article["issues"]} == {"boilerplate"}
    assert done.returncode == 0


def test_options_beat_the_file(tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text("[gate]\nmin_quality = 10\n", encoding="utf-8")
    options = ["--select", "spacing"]
    assert mtqa("check", SPECIMEN, *options, cwd=tmp_path).returncode == 0
    assert mtqa("check", SPECIMEN, *options, "--min-quality", "99", cwd=tmp_path).returncode == 1


def test_help_needs_no_heavy_import() -> None:
    code = (
        "import sys; sys.argv = ['mtqa', '--help']\n"
        "from mtqa.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'pandas', 'numpy', 'torch', 'rich', 'msgspec', 'mtqa.checks'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)"
    )
    subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, cwd=SPECIMEN.parent.parent
    )


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{sys.executable} -m mtqa check --format json {SPECIMEN} | head -c 1"
    done = subprocess.run(
        command, shell=True, capture_output=True, cwd=SPECIMEN.parent.parent, check=False
    )
    assert b"Traceback" not in done.stderr


def test_html_report_is_one_file(tmp_path: Path) -> None:
    page = tmp_path / "report.html"
    done = mtqa("check", "--format", "html", "-o", page, SPECIMEN, CLEAN)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    text = page.read_text(encoding="utf-8")
    assert text.startswith("<!doctype html>")
    assert "Choe Son Hui" in text
    assert list(tmp_path.iterdir()) == [page]
