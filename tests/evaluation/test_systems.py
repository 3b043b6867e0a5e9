"""MT systems side by side: what is counted, and what is more than chance."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from mtqa import Checker, Config
from mtqa.config import Checks
from mtqa.errors import MtqaError
from mtqa.evaluation.systems import ERRORS, SystemResult, compare_systems, spearman
from mtqa.report.systems import render
from mtqa.scorers.protocol import Sample
from mtqa.scorers.registry import by_name

pytest.importorskip("sacrebleu", reason="the extra metrics is not installed")

REFERENCE = [f"Ministrul {name} a anunțat marți noua lege." for name in
             ("Pop", "Ionescu", "Popa", "Rusu", "Marin", "Stan", "Dinu", "Vlad")]  # fmt: skip
GOOD = REFERENCE
BAD = [line.replace("marți", "marți marți").replace("noua", "nouă") for line in REFERENCE]


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(Config(checks=Checks(select=("addition",))))


def samples(lines: list[str]) -> list[Sample]:
    return [Sample(line, None, ref) for line, ref in zip(lines, REFERENCE, strict=True)]


def compare(
    checker: Checker, first: list[str], second: list[str], **more: object
) -> list[SystemResult]:
    systems = {"first": samples(first), "second": samples(second)}
    return compare_systems(systems, [by_name("chrf"), by_name("bleu")], checker, **more)  # type: ignore[arg-type]


def test_errors_are_counted_per_thousand_words(checker: Checker) -> None:
    good, bad = compare(checker, GOOD, BAD)
    assert good.scores[ERRORS] == 0
    # one doubled word in each of eight sentences of eight words
    assert bad.scores[ERRORS] == pytest.approx(1000 / 8)
    assert bad.per_1000 == pytest.approx({"addition": 1000 / 8})
    assert good.scores["chrf"] == 100 > bad.scores["chrf"]


def test_a_plain_difference_is_significant_and_the_first_has_no_p(checker: Checker) -> None:
    good, bad = compare(checker, GOOD, BAD)
    assert good.p == {}
    assert all(p < 0.01 for p in bad.p.values())
    assert set(bad.p) == {"chrf", "bleu", ERRORS}


def test_a_system_does_not_differ_from_itself(checker: Checker) -> None:
    _, same = compare(checker, BAD, BAD)
    assert set(same.p.values()) == {1.0}


def test_one_bad_line_of_eight_is_chance(checker: Checker) -> None:
    _, second = compare(checker, GOOD, [BAD[0], *GOOD[1:]])
    assert all(p > 0.05 for p in second.p.values())


def test_documents_are_drawn_as_wholes(checker: Checker) -> None:
    # all in one document: every sample is the same, so a difference is always there
    _, second = compare(checker, GOOD, [BAD[0], *GOOD[1:]], documents=["d"] * 8)
    assert set(second.p.values()) == {0.0}


def test_the_seed_decides_the_samples(checker: Checker) -> None:
    mixed = [*BAD[:3], *GOOD[3:]]
    one, again, other = (compare(checker, GOOD, mixed, seed=s)[1].p for s in (1, 1, 2))
    assert one == again != other


@pytest.mark.parametrize("documents", [None, ["d"] * 7])
def test_systems_of_different_length_are_refused(
    checker: Checker, documents: list[str] | None
) -> None:
    systems = {"first": samples(GOOD), "second": samples(GOOD)[: 8 if documents else 7]}
    with pytest.raises(MtqaError, match="differ in their number of segments"):
        compare_systems(systems, [], checker, documents)


def test_rank_correlation_of_systems() -> None:
    results = [
        SystemResult(name, {"chrf": chrf, ERRORS: errors})
        for name, chrf, errors in (("a", 60, 3.0), ("b", 55, 9.0), ("c", 50, 9.0), ("d", 40, 20.0))
    ]
    # ranks 1 2 3 4 against 1 2.5 2.5 4, the other way round
    assert spearman(results, "chrf", ERRORS) == pytest.approx(-0.9487, abs=1e-4)
    with pytest.raises(MtqaError, match="fewer than 3 systems"):
        spearman(results[:2], "chrf", ERRORS)


def test_formats_hold_the_same_figures_and_escape_names(checker: Checker) -> None:
    systems = {"a_b & <i>": samples(GOOD), "second": samples(BAD)}
    results = compare_systems(systems, [by_name("chrf")], checker)
    table, html, latex = (render(results, form) for form in ("table", "html", "latex"))
    assert "a_b & <i>" in table
    assert "a_b &amp; &lt;i&gt;" in html
    assert r"a\_b \& \textless{}i\textgreater{}" in latex
    for text in (table, html, latex):
        assert "125.00" in text
        assert "chrF++" in text
    rows = json.loads(render(results, "json"))
    assert rows[1]["per_1000_words"] == {"addition": 125.0}


def write(path: Path, lines: list[str]) -> Path:
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


def test_command(tmp_path: Path) -> None:
    from tests.cli.test_check import mtqa

    good, bad = write(tmp_path / "good.ro", GOOD), write(tmp_path / "bad.ro", BAD)
    reference = write(tmp_path / "ref.ro", REFERENCE)
    words = ("evaluate", "system", f"good={good}", f"bad={bad}")
    done = mtqa(*words, "--reference", reference, "--metric", "chrf", "--select", "addition")
    assert done.returncode == 0, done.stderr
    assert "125.00*" in done.stdout
    assert "* differs from good" in done.stdout

    short = write(tmp_path / "short.ro", GOOD[:-1])
    for arguments, said in (
        ((f"good={good}", "--reference", short), "8 lines, the reference has 7"),
        ((f"good={good}", "--metric", "chrf"), "segment 1 has no reference, which chrf needs"),
        ((f"good={good}", "--metric", "blue"), "unknown metric 'blue'"),
        ((f"good={good}", f"good={bad}"), "two systems are called 'good'"),
        ((f"good={tmp_path / 'none.ro'}",), "none.ro"),
    ):
        done = mtqa("evaluate", "system", *arguments)
        assert (done.returncode, done.stderr.count("\n")) == (2, 1), done.stderr
        assert said in done.stderr
