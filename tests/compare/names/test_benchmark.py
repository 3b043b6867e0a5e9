"""The benchmark of corrupted names."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.checks.names.source import CHECKS
from mtqa.errors import InputError
from mtqa.workshop.commands.names import names
from mtqa.workshop.perturbations.bitext import Pair, measure_alarms, read_pairs
from mtqa.workshop.perturbations.names import (
    WAYS,
    corruptions,
    measure_recall,
    measure_speed,
    shared_names,
)

PAIR = Pair(
    "a",
    ("It was Rafael Nadal who beat Daniil Medvedev.", "The crowd cheered for Carlos Alcaraz."),
    (
        "Rafael Nadal l-a învins pe Daniil Medvedev.",
        "Publicul l-a aplaudat pe Carlos Alcaraz.",
    ),
    "en",
)
OTHER = Pair("b", ("He met Sinner in Turin.",), ("L-a întâlnit pe Sinner la Torino.",), "en")


def test_names_of_both_sides() -> None:
    found = [m.group() for m in shared_names(PAIR.source[0], PAIR.target[0])]
    assert found == ["Rafael Nadal", "Daniil Medvedev"]


@pytest.mark.parametrize("way", WAYS)
def test_every_corruption_changes_just_its_span(way: str) -> None:
    chance = random.Random(1)
    for copy in range(3):
        for made in corruptions(PAIR, way, copy, ["Jannik Sinner"], chance):
            right = PAIR.target[made.line]
            before, after = made.text[: made.start], made.text[made.end :]
            assert made.text != right
            assert right.startswith(before)
            assert right.endswith(after)


def test_the_same_seed_gives_the_same_figures() -> None:
    checks = [check() for check in CHECKS]
    one, other = (measure_recall([PAIR, OTHER], checks, seed=3) for _ in range(2))
    assert one == other
    assert one["swelled"].made > 0
    assert one["swelled"].found == one["swelled"].right == one["swelled"].made


def test_false_alarms_are_counted() -> None:
    checks = [check() for check in CHECKS]
    assert measure_alarms([PAIR, OTHER], checks).rate == 0
    wrong = Pair("c", ("He met Jannik Sinner.",), ("L-a întâlnit pe Jannik Sinneren.",), "en")
    assert measure_alarms([wrong], checks).rate == 100


def test_the_source_may_be_in_another_language() -> None:
    checks = [check() for check in CHECKS]
    russian = Pair(
        "a",
        ("Рафаэль Надаль обыграл Даниила Медведева.", "Зрители болели за Карлоса Алькараса."),
        PAIR.target,
        "ru",
    )
    found = measure_recall([PAIR], checks, seed=3, sources=[russian])
    assert found["genitive"].made == measure_recall([PAIR], checks, seed=3)["genitive"].made
    assert found["swelled"].found > 0


def test_speed_is_measured_beyond_the_alignment() -> None:
    assert measure_speed([OTHER, PAIR]) > 0


def test_a_missing_corpus_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        read_pairs(tmp_path, "eng")


def test_recall_and_false_alarms_on_ntrex(data: Path) -> None:
    checks = [check() for check in CHECKS]
    pairs = read_pairs(data / "ntrex", "eng")
    recalls = measure_recall(pairs, checks)
    for way in WAYS[:-1]:
        assert recalls[way].found >= 0.9 * recalls[way].made, way
        assert recalls[way].right >= 0.9 * recalls[way].found, way
    assert recalls["deleted"].found >= 0.7 * recalls["deleted"].made
    assert measure_alarms(pairs, checks).rate <= 1


@pytest.mark.parametrize("language", ["deu", "fra", "rus", "ukr", "hun"])
def test_false_alarms_from_other_languages(data: Path, language: str) -> None:
    checks = [check() for check in CHECKS]
    assert measure_alarms(read_pairs(data / "ntrex", language), checks).rate <= 2


def test_the_command_prints_its_tables(tmp_path: Path) -> None:
    lines = {"eng.txt": PAIR.source, "ron.txt": PAIR.target, "documents.tsv": ("a", "a")}
    for name, content in lines.items():
        (tmp_path / name).write_text("\n".join(content), encoding="utf-8")
    result = CliRunner().invoke(names, [str(tmp_path), "--language", "eng"])
    assert result.exit_code == 0, result.output
    assert "swelled" in result.output
    assert "eng" in result.output
    assert "segments/s" in result.output


def test_an_unknown_language_is_named(tmp_path: Path) -> None:
    result = CliRunner().invoke(names, [str(tmp_path), "--source-language", "xx"])
    assert result.exit_code == 2
    assert "unknown language 'xx'" in result.output
