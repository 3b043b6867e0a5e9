"""Word tags: read, and agreed with."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import cli
from mtqa.errors import InputError
from mtqa.evaluation.word_tags import agreement, best, read


def written(folder: Path, **files: str) -> list[Path]:
    paths = []
    for name, text in files.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        paths.append(path)
    return paths


def test_tags_may_stand_for_words_or_for_gaps_and_words(tmp_path: Path) -> None:
    target, plain, gaps = written(
        tmp_path, target="un om rău\n", plain="OK BAD OK\n", gaps="OK OK BAD BAD OK OK OK\n"
    )
    expected = ((0, 2, False), (3, 5, True), (6, 9, False))
    assert read(target, plain)[0].words == expected
    assert read(target, gaps)[0].words == expected


def test_a_line_with_too_few_tags_is_named(tmp_path: Path) -> None:
    target, tags = written(tmp_path, target="un om\nun om rău\n", tags="OK OK\nOK BAD\n")
    with pytest.raises(InputError, match=r"tags:2: 2 tags for 3 words"):
        read(target, tags)


def test_agreement_is_matthews_correlation(tmp_path: Path) -> None:
    target, tags = written(tmp_path, target="a b c d\n", tags="BAD OK OK BAD\n")
    tagged = read(target, tags)
    assert agreement(tagged, [[0.9, 0.1, 0.2, 0.8]], 0.5).mcc == 1
    assert agreement(tagged, [[0.1, 0.9, 0.8, 0.2]], 0.5).mcc == -1
    half = agreement(tagged, [[0.9, 0.9, 0.1, 0.1]], 0.5)
    assert half.mcc == 0
    assert half.f1_bad == 0.5
    assert best(tagged, [[0.3, 0.1, 0.1, 0.3]]).threshold <= 0.3


def test_the_command_prints_the_table(tmp_path: Path, model: Path) -> None:
    paths = written(
        tmp_path,
        target="The government ate a prefect .\n",
        tags="OK OK BAD OK OK OK\n",
        source="Guvernul a numit un prefect .\n",
    )
    found = CliRunner().invoke(
        cli,
        ["evaluate", "words", *map(str, paths[:2]), "--source", str(paths[2]), "--qe", str(model)],
    )
    assert found.exit_code == 0, found.output
    assert "MCC" in found.output
