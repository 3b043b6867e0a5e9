"""Acceptance cases: what counts as found, and what as silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa import Checker
from mtqa.errors import InputError
from mtqa.evaluation.cases import measure, read_cases
from tests.cli.test_check import mtqa

FAULT = {
    "id": "a-1",
    "kind": "hyphens",
    "target": "Ministrul sa întors marți la Chișinău după două zile de discuții.",
    "source": None,
    "source_lang": None,
    "expect": [{"text": "sa", "categories": ["spelling"], "suggestion": "s-a"}],
    "silent": False,
    "verdict": None,
}
CLEAN = {
    "id": "a-2",
    "kind": "hyphens",
    "target": "Ministrul și familia sa s-au întors marți la Chișinău.",
    "silent": True,
}


def write(path: Path, *cases: object) -> Path:
    path.write_text("".join(json.dumps(case) + "\n" for case in cases), encoding="utf-8")
    return path


def test_a_fault_is_found_by_an_issue_of_an_accepted_category(
    tmp_path: Path, checker: Checker
) -> None:
    other = {**FAULT, "id": "a-3", "expect": [{"text": "sa", "categories": ["number"]}]}
    tally = measure(checker, read_cases(write(tmp_path / "c.jsonl", FAULT, CLEAN, other)))[
        "hyphens"
    ]
    assert (tally.faults, tally.found) == (2, 1)
    assert (tally.silent, tally.kept) == (1, 1)
    assert (tally.suggestions, tally.suggested) == (1, 1)
    assert [case.id for case, _ in tally.missed] == ["a-3"]


def test_a_verdict_that_is_asked_for_must_be_given(tmp_path: Path, checker: Checker) -> None:
    asked = {**FAULT, "verdict": "fail"}
    tally = measure(checker, read_cases(write(tmp_path / "c.jsonl", asked)))["hyphens"]
    assert (tally.faults, tally.found) == (1, 0)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "c.jsonl:1: is no case"),
        (json.dumps({**FAULT, "expect": [{"text": "Londra", "categories": ["name"]}]}), "'Londra'"),
    ],
)
def test_a_line_that_is_no_case(tmp_path: Path, line: str, said: str) -> None:
    path = tmp_path / "c.jsonl"
    path.write_text(line + "\n", encoding="utf-8")
    with pytest.raises(InputError, match="mend the line") as problem:
        read_cases(path)
    assert said in str(problem.value)


def test_the_table_and_what_was_missed(tmp_path: Path) -> None:
    missed = {**FAULT, "id": "a-3", "expect": [{"text": "Chișinău", "categories": ["name"]}]}
    path = write(tmp_path / "c.jsonl", FAULT, CLEAN, missed)
    done = mtqa("evaluate", "cases", path, "--errors")
    assert done.returncode == 0
    assert "hyphens" in done.stdout and "1/2" in done.stdout and "1/1" in done.stdout
    assert "a-3: wanted 'Chișinău'" in done.stdout
    record = json.loads(mtqa("evaluate", "cases", path, "--json").stdout)
    assert record["hyphens"]["found"] == 1
