"""Whatever is wrong with a file, an option or a stream is one line that names it, and exit code 2."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.conftest import SPECIMEN

GOOD = "Președintele a plecat marți la Madrid, unde va discuta cu omologii săi despre buget.\n"
DEEP = 100_000
JSON = "[" * DEEP + "]" * DEEP
XML = "<g>" * DEEP + "loc" + "</g>" * DEEP
TBX = (
    '<?xml version="1.0" encoding="{}"?><tbx><text><body><conceptEntry id="c1">'
    '<langSec xml:lang="ro"><termSec><term>{}</term></termSec></langSec></conceptEntry></body>'
    "</text></tbx>"
)


@pytest.fixture(autouse=True)
def article(tmp_path: Path) -> None:
    (tmp_path / "bun.ro.txt").write_text(GOOD, encoding="utf-8")


def said(mtqa: Command, *words: str) -> str:
    """What the run says of itself; of an error that nobody foresaw it would say more."""
    line = mtqa(*words).line
    assert "MTQA_DEBUG" not in line
    assert "Error:" not in line
    assert len(line) < 1_000
    return line


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.jsonl", JSON, ["diff", "a.jsonl", "a.jsonl"]),
        ("a.jsonl", JSON, ["evaluate", "spans", "a.jsonl"]),
        ("a.jsonl", JSON, ["review", "a.jsonl", "--export", "work"]),
        ("a.json", JSON, ["check", "bun.ro.txt", "--baseline", "a.json"]),
        ("a.toml", f"a = {JSON}", ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", "a = " + "{b = " * DEEP, ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", "[gate]\nmin_quality = " + "9" * 5_000, ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", 'baseline = "\\u0000"', ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", '[names]\nglossary = ["\\u0000.csv"]', ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", '[terms]\nglossary = ["\\u0000.tbx"]', ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("a.toml", '[metrics]\nqe = "\\u0000"', ["check", "bun.ro.txt", "--config", "a.toml"]),
        ("out/articles/part-000000.parquet", "PAR1 PAR1", ["diff", "out", "out"]),
        ("a.db", "SQLite format 3\x00 x", ["checks", "--observed", "a.db"]),
        ("a.tmx", "<?xml version='1.0' encoding='zzz'?><tmx/>", ["score", "a.tmx", "--out", "o.jsonl"]),
        ("a.db", "x", ["baseline", "--from-db", "a.db"]),
    ],
)  # fmt: skip
def test_broken_files_are_named(
    mtqa: Command, tmp_path: Path, name: str, content: str, words: list[str]
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    line = said(mtqa, *words)
    assert Path(name).name in line or "\\u0000" in line


@pytest.mark.parametrize("encoding", ["zzz", "rot13", "idna", "hex", "punycode", "x" * 900])
def test_glossaries_in_an_unknown_encoding(mtqa: Command, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.tbx").write_text(TBX.format(encoding, "loc"), encoding="utf-8")
    (tmp_path / "mtqa.toml").write_text('[terms]\nglossary = ["t.tbx"]\n', encoding="utf-8")
    assert "t.tbx" in said(mtqa, "check", "bun.ro.txt")


@pytest.mark.parametrize("encoding", ["shift_jis", "gb18030", "utf-7", "windows-1250", "utf-16"])
def test_glossaries_in_any_encoding_of_python(mtqa: Command, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "t.tbx").write_bytes(TBX.format(encoding, "loc").encode(encoding))
    (tmp_path / "mtqa.toml").write_text('[terms]\nglossary = ["t.tbx"]\n', encoding="utf-8")
    assert mtqa("check", "bun.ro.txt").code == 0


def test_a_glossary_that_is_nested_deeply(mtqa: Command, tmp_path: Path) -> None:
    (tmp_path / "t.tbx").write_text(TBX.format("utf-8", XML), encoding="utf-8")
    (tmp_path / "mtqa.toml").write_text('[terms]\nglossary = ["t.tbx"]\n', encoding="utf-8")
    assert mtqa("check", "bun.ro.txt").code == 0


LONG = "a" * 5_000


@pytest.mark.parametrize(
    "words",
    [
        ["check", LONG],
        ["check", "bun.ro.txt", "--source", LONG],
        ["check", "bun.ro.txt", "--config", LONG],
        ["check", "bun.ro.txt", "--baseline", LONG],
        ["check", "bun.ro.txt", "--qe", LONG],
        ["check", "bun.ro.txt", "-o", f"{LONG}.json"],
        ["check", "bun.ro.txt", "--encoding", LONG],
        ["check", "--feed", LONG],
        ["score", LONG, "--out", "o"],
        ["score", "bun.ro.txt", "--out", LONG],
        ["diff", LONG, LONG],
        ["align", LONG, "bun.ro.txt"],
        ["align", "bun.ro.txt", "bun.ro.txt", "--encoder", LONG],
        ["baseline", "bun.ro.txt", "-o", LONG],
        ["baseline", "--from-db", LONG],
        ["checks", "--observed", LONG],
        ["checks", LONG],
        ["review", LONG],
        ["evaluate", "spans", LONG],
        ["evaluate", "marks", LONG],
        [LONG],
    ],
)
def test_options_that_are_too_long(mtqa: Command, words: list[str]) -> None:
    assert "aaa" in said(mtqa, *words)


def test_damage_inside_a_desk(mtqa: Command, tmp_path: Path) -> None:
    assert mtqa("check", SPECIMEN, "--format", "jsonl", "-o", "r.jsonl").code == 1
    assert mtqa("review", "r.jsonl", "--export", "work").code == 0
    path = tmp_path / "r.review.db"
    data = path.read_bytes()
    path.write_bytes(data[:4096] + bytes(len(data) - 4096))
    for words in (
        ["review", "r.jsonl", "--export", "work"],
        ["checks", "--observed", "r.review.db"],
        ["baseline", "--from-db", "r.review.db"],
    ):
        assert "r.review.db" in said(mtqa, *words)


@pytest.mark.parametrize("column", ["segments", "target"])
def test_columns_of_a_desk_that_are_no_text_of_ours(
    mtqa: Command, tmp_path: Path, column: str
) -> None:
    assert mtqa("check", SPECIMEN, "--format", "jsonl", "-o", "r.jsonl").code == 1
    assert mtqa("review", "r.jsonl", "--export", "work").code == 0
    path = tmp_path / "r.review.db"
    with sqlite3.connect(path) as db:
        broken = "[[" if column == "segments" else b"\xff\xfe"
        db.execute(f"UPDATE articles SET {column} = CAST(? AS TEXT)", (broken,))
    db.close()
    assert "r.review.db" in said(mtqa, "review", "r.jsonl", "--export", "work")


def test_a_schema_that_is_no_text(mtqa: Command, tmp_path: Path) -> None:
    assert mtqa("check", SPECIMEN, "--format", "jsonl", "-o", "r.jsonl").code == 1
    assert mtqa("review", "r.jsonl", "--export", "work").code == 0
    path = tmp_path / "r.review.db"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE", b"CREATE \xff\xfeBLE"))
    assert "r.review.db" in said(mtqa, "review", "r.jsonl", "--export", "work")


@pytest.mark.parametrize("command", ["names", "marks"])
def test_documents_that_are_no_utf_8(mtqa: Command, tmp_path: Path, command: str) -> None:
    for name in ("documents.tsv", "eng.txt", "ron.txt"):
        (tmp_path / name).write_bytes(b"Premierul a plecat.\n")
    (tmp_path / "ron.txt").write_bytes("Premierul a plecat în țară.\n".encode("iso8859-16"))
    assert "ron.txt" in said(mtqa, "evaluate", command, tmp_path)


MODEL = Path(__file__).parent.parent.parent / "models" / "mtqa-qe-ro" / "mtqa_qe_ro"


@pytest.mark.parametrize("name", ["model.onnx", "embeddings.npy", "tokenizer.json"])
@pytest.mark.parametrize("damage", ["flipped", "cut", "empty", "gone"])
def test_damaged_weights(mtqa: Command, tmp_path: Path, name: str, damage: str) -> None:
    """A single flipped bit changes what a model says; without checksums nobody would notice."""
    pytest.importorskip("onnxruntime")
    model = tmp_path / "model"
    model.mkdir()
    for path in MODEL.iterdir():
        if path.is_file() and path.name != name:
            (model / path.name).symlink_to(path)
    data = (MODEL / name).read_bytes()
    if damage == "flipped":
        place = len(data) // 2
        data = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
    if damage != "gone":
        kept = {"flipped": len(data), "cut": len(data) - 1, "empty": 0}[damage]
        (model / name).write_bytes(data[:kept])
    line = said(mtqa, "check", "bun.ro.txt", "--qe", "model")
    assert name in line and "install mtqa-qe-ro anew" in line


@pytest.mark.parametrize(
    "content", ["{}", "[]", "null", '{"version": 1}', '{"version": "1", "scale": "x"}', JSON]
)
def test_manifests_that_say_nothing(mtqa: Command, tmp_path: Path, content: str) -> None:
    model = shutil.copytree(MODEL, tmp_path / "model")
    (model / "model.json").write_text(content, encoding="utf-8")
    assert "model: no model (" in said(mtqa, "check", "bun.ro.txt", "--qe", "model")


# -- streams -----------------------------------------------------------------------------------

SHELL = shutil.which("sh")


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, "PYTHONPATH": str(SPECIMEN.parent.parent), "MTQA_QE": "off"}
    command = command.replace("mtqa", f"{sys.executable} -m mtqa", 1)
    return subprocess.run(
        ["sh", "-c", command], capture_output=True, text=True, cwd=folder, env=env
    )


@pytest.mark.skipif(SHELL is None or not Path("/dev/full").exists(), reason="not a Unix system")
@pytest.mark.parametrize(
    ("command", "named"),
    [
        ("mtqa check - <&-", "<stdin>: cannot be read (Bad file descriptor)"),
        ("mtqa score - --out o.jsonl <&-", "-: cannot be read (Bad file descriptor)"),
        ("mtqa check bun.ro.txt >&-", "standard output: Bad file descriptor"),
        ("mtqa check bun.ro.txt --format json >&-", "standard output: Bad file descriptor"),
        ("mtqa checks >&-", "standard output: Bad file descriptor"),
        ("mtqa check bun.ro.txt >/dev/full", "standard output: No space left on device"),
        ("mtqa --help >/dev/full", "standard output: No space left on device"),
        ("mtqa baseline bun.ro.txt -o /dev/full", "/dev/full: cannot be written"),
        ("mtqa check bun.ro.txt --baseline /dev/zero", "/dev/zero: cannot be read"),
        ("mtqa check bun.ro.txt --report json=/dev/full", "/dev/full: cannot be written"),
    ],
)
def test_streams_that_are_closed_or_full(tmp_path: Path, command: str, named: str) -> None:
    done = shell(command, tmp_path)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert named in line


@pytest.mark.skipif(SHELL is None, reason="not a Unix system")
def test_standard_error_may_be_closed(tmp_path: Path) -> None:
    assert shell("mtqa check nu.ro.txt 2>&-", tmp_path).returncode == 2
    done = shell("mtqa check bun.ro.txt --format json 2>&-", tmp_path)
    assert done.returncode == 0
    assert json.loads(done.stdout)["articles"]


def test_columns_of_parquet_whose_names_are_no_text(mtqa: Command, tmp_path: Path) -> None:
    pyarrow = pytest.importorskip("pyarrow")
    from pyarrow import parquet

    parquet.write_table(pyarrow.table({"score": [1.0], "target": ["Da."]}), tmp_path / "s.parquet")
    data = (tmp_path / "s.parquet").read_bytes().replace(b"score", b"s\xffore")
    (tmp_path / "s.parquet").write_bytes(data)
    assert "s.parquet" in said(mtqa, "evaluate", "metrics", "s.parquet", "--score", "x")


def test_a_number_that_no_database_holds(mtqa: Command, tmp_path: Path) -> None:
    assert mtqa("check", SPECIMEN, "--format", "json", "-o", "r.json").code == 1
    report = json.loads((tmp_path / "r.json").read_bytes())
    report["articles"][0]["words"] = 10**30
    (tmp_path / "r.json").write_text(json.dumps(report), encoding="utf-8")
    assert "r.json" in said(mtqa, "review", "r.json", "--export", "work")
