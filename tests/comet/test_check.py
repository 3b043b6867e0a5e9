"""``mtqa check``, ``score`` and ``evaluate`` with a COMET model."""

from __future__ import annotations

import json
import sys
from itertools import pairwise

import pytest

from mtqa.cli import main

SOURCE = "The president will come tomorrow.\nTrump accused Putin of moving the front line.\n"
TARGET = "Președintele vine  mâine.\nTrump l -a acuzat pe Putin că mută frontul.\n"


@pytest.fixture
def article(tmp_path, monkeypatch):
    (tmp_path / "a.en.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "a.ro.txt").write_text(TARGET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(monkeypatch, capsys, *arguments):
    """Exit code, standard output and standard error of a command."""
    monkeypatch.setattr(sys, "argv", ["mtqa", *map(str, arguments)])
    with pytest.raises(SystemExit) as stop:
        main()
        raise SystemExit(0)
    return stop.value.code, *capsys.readouterr()


CHECK = ("check", "a.ro.txt", "--source", "a.en.txt", "--source-lang", "en", "--aligned")


def test_spans_of_a_unified_model_become_issues_that_are_arbitrated(
    article, model, monkeypatch, capsys
):
    metric = f"comet:{model('unified')}"
    _, out, _ = run(monkeypatch, capsys, *CHECK, "--metric", metric, "--format", "json")
    (report,) = json.loads(out)["articles"]
    issues = report["issues"]
    assert "comet.span" in {issue["check"] for issue in issues}
    for issue in issues:
        assert TARGET[issue["start"] : issue["end"]] == issue["text"]
    for one, other in pairwise(issues):
        assert one["end"] <= other["start"]
    assert isinstance(report["scores"]["comet:unified"], float)
    assert "|metrics:comet:unified@2." in json.loads(out)["signature"]


def test_comet_spans_are_a_check_like_any_other(article, model, monkeypatch, capsys):
    metric = f"comet:{model('unified')}"
    rest = ("--metric", metric, "--format", "json", "--ignore", "comet.span")
    _, out, _ = run(monkeypatch, capsys, *CHECK, *rest)
    (report,) = json.loads(out)["articles"]
    assert "comet.span" not in {issue["check"] for issue in report["issues"]}
    assert "comet:unified" in report["scores"]


def test_the_configuration_names_the_model_and_the_gate_its_threshold(
    article, model, monkeypatch, capsys
):
    path = model("reference-free").as_posix()
    codes = {}
    for limit in (-1000, 1000):
        text = f'[metrics]\ncomet = "{path}"\n[gate]\nmin_quality = 0\n[gate.scores]\ncomet = {limit}\n'
        (article / "mtqa.toml").write_text(text, encoding="utf-8")
        codes[limit], out, _ = run(monkeypatch, capsys, *CHECK)
        assert "comet:reference-free" in out
    assert codes == {-1000: 0, 1000: 1}


def test_a_reference_that_is_missing_is_named(article, model, monkeypatch, capsys):
    metric = f"comet:{model('reference-based')}"
    code, _, error = run(monkeypatch, capsys, *CHECK, "--metric", metric)
    assert code == 2
    assert error.count("\n") == 1
    assert "no reference, which comet:reference-based needs; give one with --reference" in error


@pytest.mark.parametrize("name", ["./no-model", "mtqa-tests/no-such-model"])
def test_a_missing_model_is_one_line_and_exit_code_2(article, monkeypatch, capsys, name):
    code, out, error = run(monkeypatch, capsys, *CHECK, "--metric", f"comet:{name}")
    assert (code, out, error.count("\n")) == (2, "", 1)
    assert name in error


def test_a_corpus_is_scored_in_one_go_with_the_same_result(article, model, monkeypatch, capsys):
    metric = f"comet:{model('unified')}"
    pairs = list(zip(TARGET.splitlines(), SOURCE.splitlines(), strict=True))
    rows = [{"id": str(n), "target": t, "source": s} for n, (t, s) in enumerate(pairs)]
    rows.insert(1, {"id": "lone", "target": "Fără sursă.", "source": None})
    (article / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    scored = ("score", "in.jsonl", "--out", "out.jsonl", "--source-lang", "en", "-q")
    code, _, _ = run(monkeypatch, capsys, *scored, "--metric", metric, "--max-rejected", "2")
    assert code == 0
    lines = (article / "out.jsonl").read_text(encoding="utf-8").splitlines()
    found = {record["id"]: record for record in map(json.loads, lines)}
    assert set(found) == {"0", "1"}
    rejected = (article / "out.rejected.jsonl").read_text(encoding="utf-8")
    assert "no source, which comet:unified needs" in rejected

    from mtqa import Article, Checker, Config
    from mtqa.config import Metrics

    checker = Checker(Config(metrics=Metrics(use=(metric,))))
    for n, (target, source) in enumerate(pairs):
        alone = checker.check(Article(str(n), target, source, source_lang="en"))
        record = found[str(n)]
        assert record["scores"]["comet:unified"] == pytest.approx(
            alone.scores["comet:unified"], abs=1e-4
        )
        assert [i["text"] for i in record["issues"]] == [i.text for i in alone.issues]


def test_systems_are_compared_by_comet_as_well(article, model, monkeypatch, capsys):
    metric = f"comet:{model('reference-free')}"
    arguments = ("a.ro.txt", "b=a.en.txt", "--source", "a.en.txt", "--metric", metric)
    code, out, _ = run(monkeypatch, capsys, "evaluate", "system", *arguments, "--format", "json")
    assert code == 0
    first, second = json.loads(out)
    assert first["scores"]["comet:reference-free"] != second["scores"]["comet:reference-free"]
