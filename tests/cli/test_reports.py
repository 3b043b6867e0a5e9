"""Reports of one run: formats, files, the gate, suppressions."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa.config import Gate
from mtqa.judgement.quality import short_of
from tests.cli.conftest import Command
from tests.conftest import SPECIMEN

GOOD = "Președintele a plecat marți la Madrid, unde va discuta cu omologii săi despre buget."
#: Eight different paragraphs, as the same one eight times would be a loop; one has a slip.
PARAGRAPHS = [
    "Podul din centru se redeschide sâmbătă, după trei luni de lucrări și două amânări.",
    "Elevii din clasele terminale susțin prima probă a examenului luni dimineață, la ora nouă.",
    "Recolta de mere a fost bogată, dar prețul nu a scăzut, se plâng cumpărătorii din piețe.",
    "Muzeul de artă a primit două tablouri furate acum zece ani dintr-o biserică de la munte.",
    "Un tren de marfă a deraiat lângă gară; nimeni nu a fost rănit, iar linia a fost închisă.",
    "Meteorologii anunță ploi în nord și vânt puternic pe litoral până miercuri seara.",
    "Spitalul caută donatori de sânge din toate grupele, mai ales înainte de sărbători.",
]
MINOR = "\n".join(
    [GOOD, "Nimeni nu l -a văzut de atunci în oraș, a spus primarul localității.", *PARAGRAPHS]
)
CRITICAL = f"{GOOD}\nMinistrul Choe, fiul Hui a ajuns la Moscova.\n"


@pytest.fixture(autouse=True)
def articles(tmp_path: Path) -> None:
    for name, text in (("bun", GOOD), ("mic", MINOR), ("rău", CRITICAL)):
        (tmp_path / f"{name}.ro.txt").write_text(text, encoding="utf-8")


def test_many_reports_of_one_run(mtqa: Command, tmp_path: Path) -> None:
    done = mtqa(
        *("check", "mic.ro.txt", "rău.ro.txt", "--format", "github"),
        *("--report", "a.sarif", "--report", "gitlab=b.json", "--report", "c.XLSX"),
        *("--report", "csv:articles=d.csv", "--report", "e.csv", "--report", "junit=f"),
    )
    assert (done.code, done.err) == (1, "")
    assert "::error file=rău.ro.txt,line=2" in done.out
    assert json.loads((tmp_path / "a.sarif").read_text("utf-8"))["version"] == "2.1.0"
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))[0]["check_name"]
    assert (tmp_path / "c.XLSX").read_bytes().startswith(b"PK")
    assert (tmp_path / "d.csv").read_text("utf-8").startswith("article,")
    assert ",check," in (tmp_path / "e.csv").read_text("utf-8").splitlines()[0]
    assert (tmp_path / "f").read_text("utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("r.json", "{"),
        ("r.jsonl", '{"id"'),
        ("r.md", "**1 article"),
        ("r.html", "<!doctype html>"),
        ("r.txt", "mtqa "),
    ],
)
def test_the_ending_says_the_format(mtqa: Command, tmp_path: Path, name: str, begins: str) -> None:
    assert mtqa("check", "bun.ro.txt", "-o", name).code == 0
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_a_table(mtqa: Command) -> None:
    done = mtqa("check", "bun.ro.txt", "--format", "csv", "--table", "articles")
    assert done.out.splitlines()[1].startswith("bun,bun.ro.txt,,pass,100.0,")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "xlsx"], "xlsx is no text; give a file with -o"),
        (["--format", "parquet"], "parquet is no text"),
        (["--report", "raport.doc"], "names no format; write FORMAT=raport.doc"),
        (["--report", "pdf=raport"], "unknown format 'pdf'; one of console, json"),
        (["--report", "csv:words=raport"], "unknown table 'words'"),
        (["--report", "csv="], "no file after ="),
        (["--report", "sarif:issues=r"], "sarif has no single table"),
        (["--format", "json", "--table", "issues"], "json has no single table"),
        (["-o", "r.csv", "--report", "r.csv"], "two reports go to r.csv"),
        (["--report", "csv=bun.ro.txt"], "bun.ro.txt is one of the inputs"),
        (["--report", "nu/r.csv"], "cannot be written"),
        (["--pairs", "p.csv"], "goes with one feed"),
        (["--feed", "f.xml"], "either TARGET files or --feed"),
    ],
)
def test_misuse(mtqa: Command, words: list[str], said: str) -> None:
    assert said in mtqa("check", "bun.ro.txt", *words).line


def test_a_missing_package_is_said_before_the_work(
    mtqa: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "openpyxl", None)
    done = mtqa("check", "nu.ro.txt", "-o", "r.xlsx")
    assert 'openpyxl is not installed; run: pip install "mtqa[tables]"' in done.line


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["bun.ro.txt"], 0),
        (["mic.ro.txt"], 0),
        (["rău.ro.txt"], 1),
        (["mic.ro.txt", "--fail-on", "minor"], 1),
        (["mic.ro.txt", "--fail-on", "major"], 0),
        (["bun.ro.txt", "--fail-on", "neutral"], 0),
        (["rău.ro.txt", "--fail-on", "never"], 0),
        (["rău.ro.txt", "--max-critical", "1"], 1),
        (["rău.ro.txt", "--max-critical", "1", "--min-quality", "0"], 0),
        (["rău.ro.txt", "--min-quality", "0"], 1),
        (["mic.ro.txt", "--min-quality", "99.9"], 1),
        (["rău.ro.txt", "nu.ro.txt", "--fail-on", "never"], 2),
    ],
)
def test_the_gate(mtqa: Command, words: list[str], code: int) -> None:
    assert mtqa("check", *words).code == code


def test_the_gate_in_the_configuration(mtqa: Command, tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text('[gate]\nfail_on = "minor"\n', encoding="utf-8")
    assert mtqa("check", "mic.ro.txt").code == 1
    assert mtqa("check", "mic.ro.txt", "--fail-on", "critical").code == 0
    (tmp_path / "mtqa.toml").write_text('[gate]\nfail_on = "huge"\n', encoding="utf-8")
    assert "use one of neutral, minor, major, critical, never" in mtqa("check", "bun.ro.txt").line


@pytest.mark.parametrize("number", ["nan", "-nan", "NaN", "inf"])
def test_a_limit_that_is_no_number(mtqa: Command, tmp_path: Path, number: str) -> None:
    """Nothing is below it, so that everything would pass."""
    for option in ("--min-quality", "--min-confidence"):
        assert f"'{option}'" in mtqa("check", "rău.ro.txt", option, number).line
    for section, key in (
        ("gate", "min_quality"),
        ("gate", "critical_confidence"),
        ("gate", "headline_weight"),
        ("gate.scores", "chrf"),
        ("checks", "min_confidence"),
    ):
        text = f"[{section}]\n{key} = {number.lower()}\n"
        (tmp_path / "mtqa.toml").write_text(text, encoding="utf-8")
        said = mtqa("check", "rău.ro.txt").line
        assert key in said or section in said
    for words in (["nan%"], ["inf%"], ["nan"]):
        (tmp_path / "mtqa.toml").write_text("", encoding="utf-8")
        done = mtqa("score", "rău.ro.txt", "--out", "o", "--max-rejected", *words)
        assert "use a number or a share like 5%" in done.line


def test_a_score_that_is_no_number_does_not_pass() -> None:
    gate = Gate(scores={"chrf": 50, "ter": 50})
    assert short_of({"chrf": float("nan"), "ter": float("nan")}, gate) == ("chrf", "ter")
    assert short_of({"chrf": 50, "ter": 50}, gate) == ()


# -- standard output ---------------------------------------------------------------------------


def test_a_dash_is_standard_output(mtqa: Command, tmp_path: Path) -> None:
    before = sorted(tmp_path.iterdir())
    done = mtqa("check", "bun.ro.txt", "-o", "-", "--format", "json")
    assert json.loads(done.out)["articles"]
    assert mtqa("check", "bun.ro.txt", "-o", "-").out == mtqa("check", "bun.ro.txt").out
    done = mtqa("check", "bun.ro.txt", "-o", "t.txt", "--report", "jsonl=-")
    assert json.loads(done.out)["target"]
    assert (
        "two reports go to standard output"
        in mtqa("check", "bun.ro.txt", "--report", "json=-").line
    )
    assert "source\ttarget" in mtqa("align", "bun.ro.txt", "bun.ro.txt", "-o", "-").out
    assert "system" in mtqa("evaluate", "system", "bun.ro.txt", "-o", "-").out
    assert json.loads(mtqa("baseline", "rău.ro.txt", "-o", "-").out)["articles"]
    assert "needs a file or a folder" in mtqa("score", "bun.ro.txt", "--out", "-").line
    assert sorted(tmp_path.iterdir()) == sorted([*before, tmp_path / "t.txt"])


def test_what_could_not_be_checked_stands_in_the_reports(mtqa: Command, tmp_path: Path) -> None:
    done = mtqa("check", "bun.ro.txt", "nu.ro.txt", "--report", "r.sarif", "--report", "r.xml")
    assert "no such file" in done.line
    assert "no such file" in (tmp_path / "r.sarif").read_text("utf-8")
    assert 'errors="1"' in (tmp_path / "r.xml").read_text("utf-8")


# -- suppressions ------------------------------------------------------------------------------


def test_a_suppression_in_the_text(mtqa: Command, tmp_path: Path) -> None:
    path = tmp_path / "citat.ro.txt"
    path.write_text(f"<!-- mtqa: ignore-file spacing -- transcriere -->\n{MINOR}", encoding="utf-8")
    done = mtqa("check", path, "--fail-on", "minor")
    assert (done.code, done.err) == (0, "")
    assert "0 issues, 1 suppressed" in done.out


def test_a_suppression_without_a_reason(mtqa: Command, tmp_path: Path) -> None:
    path = tmp_path / "citat.ro.txt"
    path.write_text(f"<!-- mtqa: ignore-file spacing -->\n{MINOR}", encoding="utf-8")
    assert f"{path}:1: a suppression without a reason; write <!--" in mtqa("check", path).line


def test_suppressions_that_silence_nothing_are_notes(mtqa: Command, tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text(
        '[[suppress]]\nreason = "stilul casei"\ncheck = "grammar"\n', encoding="utf-8"
    )
    path = tmp_path / "citat.ro.txt"
    path.write_text(f"<!-- mtqa: ignore casing -- titlu -->\n{GOOD}", encoding="utf-8")
    done = mtqa("check", path)
    assert done.code == 0
    assert done.err.splitlines() == [
        f"mtqa: note: {path}: line 1: the suppression of casing silences nothing; delete it",
        "mtqa: note: [[suppress]] 1 (stilul casei) silences nothing; delete it",
    ]


# -- GitHub ------------------------------------------------------------------------------------


def test_the_step_summary_is_appended(
    mtqa: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    summary = tmp_path / "summary.md"
    summary.write_text("Înainte\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    mtqa("check", "bun.ro.txt")
    assert summary.read_text("utf-8") == "Înainte\n"
    mtqa("check", "rău.ro.txt", "--format", "github")
    text = summary.read_text("utf-8")
    assert text.startswith("Înainte\n## mtqa\n")
    assert "`Choe, fiul Hui`" in text


def test_paths_start_at_the_repository(
    mtqa: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path.parent))
    done = mtqa("check", tmp_path / "rău.ro.txt", "--format", "github")
    assert f"file={tmp_path.name}/rău.ro.txt," in done.out


def test_an_article_gives_the_runner_no_commands(
    mtqa: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    first, *_, last = mtqa("check", "rău.ro.txt").out.splitlines()
    _, _, word = first.partition("::stop-commands::")
    assert len(word) == 32
    assert last == f"::{word}::"
    for form in ("github", "sarif"):  # commands are meant, or the output is a file's content
        assert "stop-commands" not in mtqa("check", "rău.ro.txt", "--format", form).out


# -- the baseline ------------------------------------------------------------------------------


def test_baseline_from_first_run_to_pruning(mtqa: Command, tmp_path: Path) -> None:
    done = mtqa("baseline", "rău.ro.txt", "mic.ro.txt")
    assert done.code == 0
    assert "in 2 articles" in done.out
    both = ("rău.ro.txt", "mic.ro.txt", "--baseline", "mtqa-baseline.json")
    done = mtqa("check", *both)
    assert (done.code, done.err) == (0, "")
    assert "known" in done.out

    bad = tmp_path / "rău.ro.txt"
    bad.write_text(f"{CRITICAL}Tatăl său, Kim, fiul Hui a murit.\n", encoding="utf-8")
    done = mtqa("check", *both, "--format", "github")
    assert done.code == 1
    assert done.out.count("::error") == 1
    assert "Kim, fiul Hui" in done.out

    bad.write_text(f"{GOOD}\n", encoding="utf-8")
    done = mtqa("check", *both)
    assert done.code == 0
    assert "stale entries: 1 (rău.ro.txt “Choe, fiul Hui”); `mtqa baseline --prune`" in done.err
    assert "1 dropped" in mtqa("baseline", "--prune", "rău.ro.txt", "mic.ro.txt").out
    assert mtqa("check", *both).err == ""


def test_a_check_that_did_not_run_proves_nothing(mtqa: Command, tmp_path: Path) -> None:
    path = tmp_path / "mtqa-baseline.json"
    mtqa("baseline", "rău.ro.txt", "mic.ro.txt")
    before = path.read_text("utf-8")
    one = ("rău.ro.txt", "mic.ro.txt", "--select", "spacing")
    assert mtqa("check", *one, "--baseline", path).err == ""
    assert "0 dropped" in mtqa("baseline", *one, "--prune").out
    assert path.read_text("utf-8") == before
    assert "(0 new, 0 dropped)" in mtqa("baseline", *one).out
    assert path.read_text("utf-8") == before


def test_a_baseline_works_from_any_folder(
    mtqa: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ci").mkdir()
    (tmp_path / "mtqa.toml").write_text('baseline = "ci/known.json"\n', encoding="utf-8")
    assert mtqa("baseline", "rău.ro.txt").code == 0
    assert '"../rău.ro.txt"' in (tmp_path / "ci" / "known.json").read_text("utf-8")
    monkeypatch.chdir(tmp_path / "ci")
    assert mtqa("check", "../rău.ro.txt").code == 0


def test_a_baseline_is_whole_or_as_it_was(mtqa: Command, tmp_path: Path) -> None:
    assert "no such file" in mtqa("baseline", "rău.ro.txt", "nu.ro.txt").line
    assert not (tmp_path / "mtqa-baseline.json").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "bun.ro.txt", "--baseline", "nu.json"], "make it with `mtqa baseline"),
        (["check", "bun.ro.txt", "--baseline", "bun.ro.txt"], "not a baseline"),
        (["baseline", "--prune", "bun.ro.txt"], "cannot be read"),
        (["baseline"], "give a TARGET"),
        (["baseline", "bun.ro.txt", "./bun.ro.txt"], "given twice"),
    ],
)
def test_misuse_of_baselines(mtqa: Command, words: list[str], said: str) -> None:
    assert said in mtqa(*words).line


def test_the_specimen_through_every_text_format(mtqa: Command) -> None:
    from mtqa.report.formats import BINARY, FORMATS

    for form in FORMATS.keys() - BINARY:
        done = mtqa("check", SPECIMEN, "--format", form, "--ui", "ro")
        assert (done.code, done.err) == (1, "")
        assert "Choe" in done.out
