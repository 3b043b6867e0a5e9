"""The firing report: different sources, not sentences, and one clear line where there is no data."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import pytest

from mtqa.knowledge.firing import load
from mtqa.workshop import firing
from mtqa.workshop.unlabelled import MACHINE, Sentence, read

SOURCE = "A drone strike killed two militants."
WRONG = "O grevă cu drone a ucis doi militanți."
OTHER = "The air strike destroyed a bridge held by the army."


def test_translations_of_one_source_count_once() -> None:
    found = firing.heard(
        [
            Sentence(SOURCE, WRONG, SOURCE, "en"),
            Sentence(SOURCE, WRONG.replace("doi", "2"), SOURCE, "en"),
            Sentence(OTHER, "Greva aeriană a distrus un pod ținut de armată.", OTHER, "en"),
            Sentence("c", "Podul a rezistat."),
        ]
    )
    row = found["meaning.sense", "strike=grevă"]
    assert len(row) == 2
    assert row <= found["meaning.sense", ""]


def test_what_arbitration_ranks_below_another_issue_is_counted_too() -> None:
    found = firing.heard([Sentence(SOURCE, WRONG, SOURCE, "en")])
    assert {("meaning.sense", ""), ("mistranslation.calque", "")} <= found.keys()


def test_parts_measured_apart_add_up() -> None:
    parts = [{("a", ""): {1, 2}}, {("a", ""): {2, 3}, ("b", "r"): {1}}]
    assert firing.joined(parts) == {("a", ""): {1, 2, 3}, ("b", "r"): {1}}


def test_the_table_has_every_check_and_row(tmp_path: Path) -> None:
    path = tmp_path / "firing.tsv"
    path.write_text(firing.table({("spacing.comma", ""): {1, 2}}, {}, "Two texts."))
    counts = load(path)
    assert counts["spacing.comma", ""] == (2, 0)
    assert counts["meaning.sense", "strike=grevă"] == (0, 0)
    assert not [check for check, _ in counts if check.startswith(("qe.", "comet."))]


def data(folder: Path) -> Path:
    """Development data of one sentence a set."""
    (folder / "mt-en-ro").mkdir()
    for part in ("flores-dev", "flores-test", "newstest2016-tail"):
        (folder / "mt-en-ro" / f"{part}.en").write_text(f"{SOURCE}\n")
        for name in ("", ".bergamot-tiny", ".google", ".microsoft", ".nllb", ".opusmt"):
            (folder / "mt-en-ro" / f"{part}{name}.ro").write_text(f"{WRONG}\n")
    (folder / "fables-mt").mkdir()
    for name in ("open", "strong"):
        packed = gzip.compress(f"system\t{OTHER}\tGreva aeriană a distrus un pod.\n".encode())
        (folder / "fables-mt" / f"{name}.tsv.gz").write_bytes(packed)
    (folder / "ro-sts-postedit").mkdir()
    record = {
        "source": SOURCE,
        "target": WRONG,
        "postedit": "O lovitură cu drone a ucis doi militanți.",
    }
    (folder / "ro-sts-postedit" / "segments.jsonl").write_text(json.dumps(record) + "\n")
    (folder / "ntrex").mkdir()
    for name in ("eng", "deu", "fra", "rus", "ukr", "hun", "spa", "ita", "ron"):
        (folder / "ntrex" / f"{name}.txt").write_text("Paris.\n")
    (folder / "moroco").mkdir()
    (folder / "moroco" / "sentences.txt").write_text("Podul a rezistat.\n")
    return folder


def test_the_whole_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MTQA_DATA", str(data(tmp_path)))
    firing.main(["--out", str(tmp_path / "firing.tsv")])
    counts = load(tmp_path / "firing.tsv")
    assert counts["meaning.sense", "strike=grevă"] == (2, 1)  # the references here are wrong too


@pytest.mark.parametrize("gone", ["", "moroco/sentences.txt", "mt-en-ro/flores-dev.nllb.ro"])
def test_missing_data_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], gone: str
) -> None:
    folder = data(tmp_path)
    if gone:
        (folder / gone).unlink()
    monkeypatch.setenv("MTQA_DATA", str(folder if gone else folder / "nowhere"))
    with pytest.raises(SystemExit) as stopped:
        firing.main(["--out", str(tmp_path / "firing.tsv")])
    (line,) = capsys.readouterr().err.splitlines()
    assert stopped.value.code == 2
    assert line.startswith("mtqa.workshop.firing: ") and (gone or "nowhere") in line
    assert "MTQA_DATA" in line
    assert not (tmp_path / "firing.tsv").exists()


def test_uneven_files_are_refused(tmp_path: Path) -> None:
    folder = data(tmp_path)
    (folder / "mt-en-ro" / "flores-test.google.ro").write_text("Unu.\nDoi.\n")
    with pytest.raises(Exception, match="2 lines for 1 of its source"):
        list(read(folder, MACHINE))


def test_no_room_reads_the_workshop() -> None:
    rooms = Path(firing.__file__).parents[1]
    imports = re.compile(r"^\s*(?:from|import) mtqa\.workshop", re.M)
    readers = {
        path.relative_to(rooms).as_posix()
        for path in rooms.rglob("*.py")
        if imports.search(path.read_text(encoding="utf-8"))
    }
    assert {reader for reader in readers if not reader.startswith("workshop/")} == set()
